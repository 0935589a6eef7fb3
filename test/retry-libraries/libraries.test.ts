import { describe, expect, it } from "vitest";
import * as asyncRetry from "./fixtures/async-retry.js";
import * as attempt from "./fixtures/attempt.js";
import * as cockatiel from "./fixtures/cockatiel.js";
import * as exponentialBackoff from "./fixtures/exponential-backoff.js";
import * as pRetry6 from "./fixtures/p-retry-6.js";
import * as pRetry7 from "./fixtures/p-retry-7.js";
import * as promiseRetry from "./fixtures/promise-retry.js";
import * as retryOperation from "./fixtures/retry.js";
import * as rxjs from "./fixtures/rxjs.js";
import * as tsRetryPromise from "./fixtures/ts-retry-promise.js";
import { countCalls, type Client } from "./counting.js";
import { reportedCases, suggestedCase, writtenCase } from "./linting.js";

/** How often a case's call is made when it fails with `LimitExceeded`, and when it fails with `InternalError`. */
type Counts = Readonly<Record<string, readonly [limitExceeded: number, internalError: number]>>;

interface Library {
  readonly name: string;
  readonly file: string;
  readonly cases: Readonly<Record<string, (client: Client) => Promise<unknown>>>;
  readonly counts: Counts;
}

const libraries: readonly Library[] = [
  {
    name: "p-retry 7",
    file: "p-retry-7.ts",
    cases: pRetry7,
    counts: {
      predicate: [3, 1],
      predicateOfContext: [3, 1],
      predicateThatStops: [1, 3],
      failedAttemptThatStops: [1, 3],
      failedAttemptThatStopsAllElse: [3, 1],
      abort: [1, 3],
      abortOnAllElse: [3, 1],
      retriable: [3, 1],
    },
  },
  { name: "p-retry 6", file: "p-retry-6.ts", cases: pRetry6, counts: { predicate: [3, 1], predicateThatStops: [1, 3], abort: [1, 3] } },
  { name: "async-retry", file: "async-retry.ts", cases: asyncRetry, counts: { bailAndReturn: [1, 3], bailOnAllElse: [3, 1], bailAndThrow: [3, 3], blind: [3, 3], blindNoMore: [1, 3] } },
  { name: "promise-retry", file: "promise-retry.ts", cases: promiseRetry, counts: { retryOnCode: [3, 1], retryOnAllElse: [1, 3], optionsFirst: [3, 1] } },
  { name: "retry", file: "retry.ts", cases: retryOperation, counts: { operationOnCode: [3, 1], operationOnAllElse: [1, 3] } },
  { name: "cockatiel", file: "cockatiel.ts", cases: cockatiel, counts: { handledWhen: [3, 1], handledWhenNot: [1, 3], handledType: [3, 1], wrappedPolicy: [3, 1] } },
  { name: "exponential-backoff", file: "exponential-backoff.ts", cases: exponentialBackoff, counts: { predicate: [3, 1], predicateThatStops: [1, 3], asyncPredicate: [3, 1] } },
  { name: "ts-retry-promise", file: "ts-retry-promise.ts", cases: tsRetryPromise, counts: { predicate: [3, 1], predicateThatStops: [1, 3], decorated: [3, 1], notRetryable: [1, 3] } },
  { name: "rxjs", file: "rxjs.ts", cases: rxjs, counts: { delayOnCode: [3, 1], delayOnAllElse: [1, 3], delayThatThrows: [3, 1], delayThatEnds: [1, 3], caughtAgain: [3, 1] } },
  { name: "@lifeomic/attempt", file: "attempt.ts", cases: attempt, counts: { abortOnCode: [1, 3], abortOnAllElse: [3, 1], throwOnCode: [1, 3], abortInside: [3, 1] } },
];

describe.each(libraries)("$name", ({ file, cases, counts }) => {
  it.each(Object.entries(counts))("%s makes its call %j times", async (name, [limitExceeded, internalError]) => {
    const run = cases[name];
    if (run === undefined) throw new Error(`${name} is no case of ${file}.`);
    expect([await countCalls(run, "LimitExceeded"), await countCalls(run, "InternalError")]).toEqual([limitExceeded, internalError]);
  });

  it("is read so that exactly the cases are reported that repeat on LimitExceeded and not on everything", () => {
    const repeating = Object.entries(counts).filter(([, [limitExceeded, internalError]]) => limitExceeded > 1 && internalError === 1).map(([name]) => name);
    const toVersion7 = (text: string): string => text.replace('"p-retry-6"', '"p-retry"');
    expect([...reportedCases(file, "no-retry-non-retryable", toVersion7)].sort()).toEqual(repeating.sort());
  });
});

describe("the suggestion for async-retry", () => {
  it("is the case that makes its call once on LimitExceeded", () => {
    expect(suggestedCase("async-retry.ts", "no-blind-retry", "blind")).toBe(writtenCase("async-retry.ts", "blindNoMore"));
  });
});
