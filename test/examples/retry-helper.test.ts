import { createRequire } from "node:module";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { cbsErrorCodes } from "tencentcloud-error-codes/cbs";
import type exceptions from "tencentcloud-sdk-nodejs/tencentcloud/common/exception/tencent_cloud_sdk_exception.js";
import { describe, expect, it } from "vitest";
import { withRetries, type RetryOptions } from "../../examples/retry-helper/with-retries.js";

const { default: SdkException } = createRequire(import.meta.url)("tencentcloud-sdk-nodejs/tencentcloud/common/exception/tencent_cloud_sdk_exception.js") as typeof exceptions;

/** An exception as the SDK throws it; without a code for a call that got no answer. */
function failure(code?: string, httpCode?: number): Error {
  const error = new SdkException("The call failed.", "a-request", "a-trace");
  if (code !== undefined) error.code = code;
  if (httpCode !== undefined) error.httpCode = httpCode;
  return error;
}

/** How often a call is made that fails with each of the errors in turn and then succeeds, and how it ends. */
async function run(errors: readonly Error[], options: Partial<RetryOptions> = {}): Promise<{ calls: number; end: unknown }> {
  let calls = 0;
  const call = (): Promise<string> => {
    const error = errors[calls];
    calls += 1;
    return error === undefined ? Promise.resolve("done") : Promise.reject(error);
  };
  const end = await withRetries(call, { idempotent: true, firstPause: 1, longestPause: 2, ...options }).catch((error: unknown) => (error as { code?: string }).code ?? "no code");
  return { calls, end };
}

describe("the retry helper", () => {
  it("repeats a throttled call, which was not executed, even if it is not idempotent", async () => {
    expect(await run([failure("RequestLimitExceeded")], { idempotent: false })).toEqual({ calls: 2, end: "done" });
  });

  it("repeats a transient failure of an idempotent call", async () => {
    expect(await run([failure("InternalError"), failure("InternalError")])).toEqual({ calls: 3, end: "done" });
  });

  it("does not repeat a transient failure of a call that may not be executed twice", async () => {
    expect(await run([failure("InternalError")], { idempotent: false })).toEqual({ calls: 1, end: "InternalError" });
  });

  it("waits for a resource that is busy", async () => {
    expect(await run([failure("InvalidDisk.Busy")], { codes: cbsErrorCodes })).toEqual({ calls: 2, end: "done" });
  });

  it("does not repeat on a permanent code", async () => {
    expect(await run([failure("LimitExceeded")])).toEqual({ calls: 1, end: "LimitExceeded" });
  });

  it("does not repeat on a code that the documents do not class", async () => {
    expect(await run([failure("FailedOperation")])).toEqual({ calls: 1, end: "FailedOperation" });
  });

  it("renews once, and repeats once", async () => {
    let renewals = 0;
    const renew = (): Promise<void> => {
      renewals += 1;
      return Promise.resolve();
    };
    const expired = failure("AuthFailure.TokenFailure");
    expect([await run([expired], { renew }), renewals]).toEqual([{ calls: 2, end: "done" }, 1]);
    expect([await run([expired, expired], { renew }), renewals]).toEqual([{ calls: 2, end: "AuthFailure.TokenFailure" }, 2]);
  });

  it("does not repeat on an expired token when it cannot renew", async () => {
    expect(await run([failure("AuthFailure.TokenFailure")])).toEqual({ calls: 1, end: "AuthFailure.TokenFailure" });
  });

  it("takes a call without an answer for one that may have been executed", async () => {
    expect([await run([failure()]), await run([failure()], { idempotent: false })]).toEqual([{ calls: 2, end: "done" }, { calls: 1, end: "no code" }]);
  });

  it("repeats on a gateway's 503, and not on its 403", async () => {
    expect([await run([failure(undefined, 503)]), await run([failure(undefined, 403)])]).toEqual([{ calls: 2, end: "done" }, { calls: 1, end: "no code" }]);
  });

  it("gives up after the last attempt with the last error", async () => {
    const limited = failure("RequestLimitExceeded");
    expect(await run([limited, limited, limited], { attempts: 3 })).toEqual({ calls: 3, end: "RequestLimitExceeded" });
  });

  it("does not repeat on an error that is not the SDK's", async () => {
    expect(await run([Object.assign(new Error("reset"), { code: "ECONNRESET" })])).toEqual({ calls: 1, end: "ECONNRESET" });
  });

  it("stops waiting when the signal says so", async () => {
    const { calls } = await run([failure("RequestLimitExceeded")], { signal: AbortSignal.abort(), firstPause: 10_000, longestPause: 10_000 });
    expect(calls).toBe(1);
  });

  it("stands on the page as it is in the file", () => {
    const root = join(import.meta.dirname, "../..");
    const page = readFileSync(join(root, "docs/rules/no-retry-non-retryable.md"), "utf8");
    expect(page).toContain(readFileSync(join(root, "examples/retry-helper/with-retries.ts"), "utf8").trimEnd());
  });
});
