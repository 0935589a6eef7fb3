import promiseRetry from "promise-retry";
import type { cbs } from "tencentcloud-sdk-nodejs";
import type { WithCode } from "./with-code.js";

type Client = InstanceType<typeof cbs.v20170312.Client>;

export const retryOnCode = (client: Client) =>
  promiseRetry(
    (retry) =>
      client.DescribeDisks({}).catch((error: WithCode) => {
        if (error.code === "LimitExceeded") retry(error);
        throw error;
      }),
    { retries: 2, minTimeout: 0 },
  );

export const retryOnAllElse = (client: Client) =>
  promiseRetry(
    (retry) =>
      client.DescribeDisks({}).catch((error: WithCode) => {
        if (error.code === "LimitExceeded") throw error;
        retry(error);
      }),
    { retries: 2, minTimeout: 0 },
  );

export const optionsFirst = (client: Client) =>
  promiseRetry({ retries: 2, minTimeout: 0 }, async (retry) => {
    try {
      return await client.DescribeDisks({});
    } catch (error) {
      if ((error as WithCode).code === "LimitExceeded") retry(error as Error);
      throw error;
    }
  });
