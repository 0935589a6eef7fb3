import { retry } from "@lifeomic/attempt";
import type { cbs } from "tencentcloud-sdk-nodejs";
import type { WithCode } from "./with-code.js";

type Client = InstanceType<typeof cbs.v20170312.Client>;

export const abortOnCode = (client: Client) =>
  retry(() => client.DescribeDisks({}), {
    maxAttempts: 3,
    delay: 0,
    handleError(error: WithCode, context) {
      if (error.code === "LimitExceeded") context.abort();
    },
  });

export const abortOnAllElse = (client: Client) =>
  retry(() => client.DescribeDisks({}), {
    maxAttempts: 3,
    delay: 0,
    handleError(error: WithCode, context) {
      if (error.code !== "LimitExceeded") context.abort();
    },
  });

export const throwOnCode = (client: Client) =>
  retry(() => client.DescribeDisks({}), {
    maxAttempts: 3,
    delay: 0,
    handleError(error: WithCode) {
      if (error.code === "LimitExceeded") throw error;
    },
  });

export const abortInside = (client: Client) =>
  retry(
    async (context) => {
      try {
        return await client.DescribeDisks({});
      } catch (error) {
        if ((error as WithCode).code !== "LimitExceeded") context.abort();
        throw error;
      }
    },
    { maxAttempts: 3, delay: 0 },
  );
