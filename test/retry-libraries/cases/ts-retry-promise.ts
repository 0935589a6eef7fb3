import { NotRetryableError, retry, retryDecorator } from "ts-retry-promise";
import type { cbs } from "tencentcloud-sdk-nodejs";
import type { WithCode } from "./with-code.js";

type Client = InstanceType<typeof cbs.v20170312.Client>;

export const predicate = (client: Client) => retry(() => client.DescribeDisks({}), { retries: 2, delay: 0, retryIf: (error: WithCode) => error.code === "LimitExceeded" });

export const predicateThatStops = (client: Client) => retry(() => client.DescribeDisks({}), { retries: 2, delay: 0, retryIf: (error: WithCode) => error.code !== "LimitExceeded" });

export const decorated = (client: Client) => retryDecorator(() => client.DescribeDisks({}), { retries: 2, delay: 0, retryIf: (error: WithCode) => error.code === "LimitExceeded" })();

export const notRetryable = (client: Client) =>
  retry(
    async () => {
      try {
        return await client.DescribeDisks({});
      } catch (error) {
        if ((error as WithCode).code === "LimitExceeded") throw new NotRetryableError("The quota is spent.");
        throw error;
      }
    },
    { retries: 2, delay: 0 },
  );
