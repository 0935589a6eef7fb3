import pRetry, { AbortError } from "p-retry-6";
import type { cbs } from "tencentcloud-sdk-nodejs";
import type { WithCode } from "./with-code.js";

type Client = InstanceType<typeof cbs.v20170312.Client>;

export const predicate = (client: Client) =>
  pRetry(() => client.DescribeDisks({}), { retries: 2, minTimeout: 0, shouldRetry: (error) => (error as WithCode).code === "LimitExceeded" });

export const predicateThatStops = (client: Client) =>
  pRetry(() => client.DescribeDisks({}), { retries: 2, minTimeout: 0, shouldRetry: (error) => (error as WithCode).code !== "LimitExceeded" });

export const abort = (client: Client) =>
  pRetry(
    () =>
      client.DescribeDisks({}).catch((error: WithCode & Error) => {
        throw error.code === "LimitExceeded" ? new AbortError(error) : error;
      }),
    { retries: 2, minTimeout: 0 },
  );
