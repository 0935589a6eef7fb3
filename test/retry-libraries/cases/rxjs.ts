import { catchError, defer, EMPTY, lastValueFrom, retry, throwError, timer } from "rxjs";
import type { cbs } from "tencentcloud-sdk-nodejs";

type Client = InstanceType<typeof cbs.v20170312.Client>;

export const delayOnCode = (client: Client) =>
  lastValueFrom(defer(() => client.DescribeDisks({})).pipe(retry({ count: 2, delay: (error) => (error.code === "LimitExceeded" ? timer(0) : throwError(() => error)) })));

export const delayOnAllElse = (client: Client) =>
  lastValueFrom(defer(() => client.DescribeDisks({})).pipe(retry({ count: 2, delay: (error) => (error.code === "LimitExceeded" ? throwError(() => error) : timer(0)) })));

export const delayThatThrows = (client: Client) =>
  lastValueFrom(
    defer(() => client.DescribeDisks({})).pipe(
      retry({
        count: 2,
        delay: (error) => {
          if (error.code !== "LimitExceeded") throw error;
          return timer(0);
        },
      }),
    ),
  );

export const delayThatEnds = (client: Client) =>
  lastValueFrom(defer(() => client.DescribeDisks({})).pipe(retry({ count: 2, delay: (error) => (error.code === "LimitExceeded" ? EMPTY : timer(0)) })));

let left = 2;
export const caughtAgain = (client: Client) => {
  left = 2;
  return lastValueFrom(defer(() => client.DescribeDisks({})).pipe(catchError((error, caught) => (left-- > 0 && error.code === "LimitExceeded" ? caught : throwError(() => error)))));
};
