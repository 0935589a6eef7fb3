import pRetry, { AbortError, makeRetriable } from "p-retry";
import type { cbs } from "tencentcloud-sdk-nodejs";
import type { WithCode } from "./with-code.js";

type Client = InstanceType<typeof cbs.v20170312.Client>;

export const predicate = (client: Client) =>
  pRetry(() => client.DescribeDisks({}), { retries: 2, minTimeout: 0, shouldRetry: ({ error }) => (error as WithCode).code === "LimitExceeded" });

export const predicateOfContext = (client: Client) =>
  pRetry(() => client.DescribeDisks({}), { retries: 2, minTimeout: 0, shouldRetry: (context) => (context.error as WithCode).code === "LimitExceeded" });

export const predicateThatStops = (client: Client) =>
  pRetry(() => client.DescribeDisks({}), { retries: 2, minTimeout: 0, shouldRetry: ({ error }) => (error as WithCode).code !== "LimitExceeded" });

export const failedAttemptThatStops = (client: Client) =>
  pRetry(() => client.DescribeDisks({}), {
    retries: 2,
    minTimeout: 0,
    onFailedAttempt: ({ error }) => {
      if ((error as WithCode).code === "LimitExceeded") throw error;
    },
  });

export const failedAttemptThatStopsAllElse = (client: Client) =>
  pRetry(() => client.DescribeDisks({}), {
    retries: 2,
    minTimeout: 0,
    onFailedAttempt: ({ error }) => {
      if ((error as WithCode).code !== "LimitExceeded") throw error;
    },
  });

export const abort = (client: Client) =>
  pRetry(
    async () => {
      try {
        return await client.DescribeDisks({});
      } catch (error) {
        if ((error as WithCode).code === "LimitExceeded") throw new AbortError(error as Error);
        throw error;
      }
    },
    { retries: 2, minTimeout: 0 },
  );

export const abortOnAllElse = (client: Client) =>
  pRetry(
    async () => {
      try {
        return await client.DescribeDisks({});
      } catch (error) {
        if ((error as WithCode).code === "LimitExceeded") throw error;
        throw new AbortError(error as Error);
      }
    },
    { retries: 2, minTimeout: 0 },
  );

export const retriable = (client: Client) =>
  makeRetriable(() => client.DescribeDisks({}), { retries: 2, minTimeout: 0, shouldRetry: ({ error }) => (error as WithCode).code === "LimitExceeded" })();
