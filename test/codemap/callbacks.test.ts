import { handleWhen, retry as retryPolicy, ConstantBackoff } from "cockatiel";
import pRetry from "p-retry";
import { defer, lastValueFrom, retry, throwError, timer } from "rxjs";
import { hasErrorCode, isApiError, isHttpError, isRetryable, isTencentCloudError, isTransportError, matchErrorCode, matchSomeErrorCodes, retryClassOf } from "tencentcloud-error-codes";
import { cbsErrorCodes, isCbsError, isCbsErrorCode } from "tencentcloud-error-codes/cbs";
import { describe, expect, it } from "vitest";

const thrown = (code?: string): Error => Object.assign(new Error("text"), { requestId: "1", traceId: "2" }, code === undefined ? {} : { code });
const busy = thrown("InvalidDisk.Busy");
const denied = thrown("UnauthorizedOperation");
const errors = [new TypeError("x"), busy, denied];

/** Fails twice, then succeeds; counts the calls. */
function flaky(error: Error): { calls: number; run: () => string } {
  const state = {
    calls: 0,
    run: () => {
      state.calls += 1;
      if (state.calls < 3) throw error;
      return "done";
    },
  };
  return state;
}

describe("as a callback", () => {
  it("a service's guard is true for the errors of the service wherever they stand", () => {
    expect(errors.filter(isCbsError)).toEqual([busy, denied]);
    expect([busy].some(isCbsError)).toBe(true);
    expect(errors.find(isCbsError)).toBe(busy);
  });

  it("a service's guard of codes takes codes", () => {
    expect(["InvalidDisk.Busy", "InvalidDisk.Bussy"].map(isCbsErrorCode)).toEqual([true, false]);
  });

  it("the guards of the root are true for theirs", () => {
    const all = [thrown(), busy, Object.assign(thrown(), { httpCode: 502 })];
    expect([isTencentCloudError, isApiError, isHttpError, isTransportError].map((guard) => all.filter(guard).length)).toEqual([3, 1, 1, 1]);
  });

  it("isRetryable and retryClassOf take the index for no table", () => {
    expect([busy, denied].some(isRetryable)).toBe(true);
    expect(["RequestLimitExceeded", "InternalError", "LimitExceeded"].map(retryClassOf)).toEqual(["throttled", "transient", "permanent"]);
  });

  it("a key of an object is no action", () => {
    expect(Object.entries({ first: busy }).map(([key, error]) => (isCbsError as (error: unknown, key: string) => boolean)(error, key))).toEqual([true]);
  });
});

describe("as the predicate of", () => {
  it("p-retry, isRetryable repeats what can succeed and nothing else", async () => {
    const pending = flaky(busy);
    await expect(pRetry(pending.run, { shouldRetry: isRetryable, minTimeout: 1, maxTimeout: 1 })).resolves.toBe("done");
    const permanent = flaky(denied);
    await expect(pRetry(permanent.run, { shouldRetry: isRetryable, minTimeout: 1 })).rejects.toBe(denied);
    expect([pending.calls, permanent.calls]).toEqual([3, 1]);
  });

  it("p-retry, a guard looks at the error in the context", async () => {
    const { run } = flaky(thrown());
    await expect(pRetry(run, { shouldRetry: isTransportError, minTimeout: 1, maxTimeout: 1 })).resolves.toBe("done");
  });

  it("cockatiel, isRetryable and guards fit handleWhen", async () => {
    const pending = flaky(busy);
    await expect(retryPolicy(handleWhen(isRetryable).orWhen(isTransportError), { maxAttempts: 3, backoff: new ConstantBackoff(1) }).execute(pending.run)).resolves.toBe("done");
    const permanent = flaky(denied);
    await expect(retryPolicy(handleWhen(isRetryable), { maxAttempts: 3, backoff: new ConstantBackoff(1) }).execute(permanent.run)).rejects.toBe(denied);
    expect([pending.calls, permanent.calls]).toEqual([3, 1]);
  });

  it("rxjs, isRetryable decides in the delay of retry", async () => {
    const { run } = flaky(busy);
    const delay = (error: unknown) => (isRetryable(error) ? timer(1) : throwError(() => error));
    await expect(lastValueFrom(defer(async () => run()).pipe(retry({ delay })))).resolves.toBe("done");
  });
});

describe("an error that another wraps, and a raw response", () => {
  const wrapped = new Error("attach", { cause: busy });
  const raw = { Response: { Error: { Code: "InvalidDisk.Busy", Message: "busy" }, RequestId: "1" } };

  it.each([["wrapped", wrapped], ["raw", raw], ["Response.Error", raw.Response.Error]])("%s has a retry class and a handler", (_, value) => {
    expect(retryClassOf(value, cbsErrorCodes)).toBe("pending");
    expect(isRetryable(value)).toBe(true);
    expect(matchSomeErrorCodes(value, { "InvalidDisk.*": (code) => code, otherwise: () => "" })).toBe("InvalidDisk.Busy");
  });

  it("is matched by the code in Response.Error", () => {
    expect(matchErrorCode(raw.Response.Error, { "InvalidDisk.Busy": () => 1, otherwise: () => 2 })).toBe(1);
  });

  it("is not what a guard can narrow", () => {
    expect([isCbsError(wrapped), isCbsError(raw), hasErrorCode(wrapped as unknown, "InvalidDisk.Busy")]).toEqual([false, false, false]);
  });
});
