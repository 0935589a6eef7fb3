import { backOff } from "exponential-backoff";
import type { cbs } from "tencentcloud-sdk-nodejs";

type Client = InstanceType<typeof cbs.v20170312.Client>;

export const predicate = (client: Client) => backOff(() => client.DescribeDisks({}), { numOfAttempts: 3, startingDelay: 0, retry: (error) => error.code === "LimitExceeded" });

export const predicateThatStops = (client: Client) => backOff(() => client.DescribeDisks({}), { numOfAttempts: 3, startingDelay: 0, retry: (error) => error.code !== "LimitExceeded" });

export const asyncPredicate = (client: Client) =>
  backOff(() => client.DescribeDisks({}), {
    numOfAttempts: 3,
    startingDelay: 0,
    async retry(error, attempt) {
      if (attempt > 5) return false;
      return error.code === "LimitExceeded";
    },
  });
