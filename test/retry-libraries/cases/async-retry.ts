import retry from "async-retry";
import type { cbs } from "tencentcloud-sdk-nodejs";
import type { WithCode } from "./with-code.js";

type Client = InstanceType<typeof cbs.v20170312.Client>;

export const bailAndReturn = (client: Client) =>
  retry(
    async (bail) => {
      try {
        return await client.DescribeDisks({});
      } catch (error) {
        if ((error as WithCode).code === "LimitExceeded") {
          bail(error as Error);
          return undefined;
        }
        throw error;
      }
    },
    { retries: 2, minTimeout: 0, randomize: false },
  );

export const bailOnAllElse = (client: Client) =>
  retry(
    async (bail) => {
      try {
        return await client.DescribeDisks({});
      } catch (error) {
        if ((error as WithCode).code !== "LimitExceeded") {
          bail(error as Error);
          return undefined;
        }
        throw error;
      }
    },
    { retries: 2, minTimeout: 0, randomize: false },
  );

/** After `bail` the promise is settled, but a `throw` still starts the next attempt. */
export const bailAndThrow = (client: Client) =>
  retry(
    async (bail) => {
      try {
        return await client.DescribeDisks({});
      } catch (error) {
        if ((error as WithCode).code === "LimitExceeded") bail(error as Error);
        throw error;
      }
    },
    { retries: 2, minTimeout: 0, randomize: false },
  );
