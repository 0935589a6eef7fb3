import { setTimeout as sleep } from "node:timers/promises";
import { isHttpError, isTransportError, retryClassOf, type RetryClass } from "tencentcloud-error-codes";

export interface RetryOptions {
  /** Whether a second execution does no harm: a read, or a request with a `ClientToken`. */
  readonly idempotent: boolean;
  /** The table of the service, such as `cbsErrorCodes`, which knows more than the policy for all services. */
  readonly codes?: object;
  /** How often the call is made at most. */
  readonly attempts?: number;
  /** Milliseconds before the second attempt; the limit doubles with each one. */
  readonly firstPause?: number;
  /** The longest pause, in milliseconds. */
  readonly longestPause?: number;
  /** Corrects the clock or fetches fresh credentials; without it, nothing is retried on such codes. */
  readonly renew?: () => Promise<void>;
  readonly signal?: AbortSignal;
}

/** Makes a call, and makes it again where the documents of Tencent Cloud say that this can help. */
export async function withRetries<Result>(call: () => Promise<Result>, options: RetryOptions): Promise<Result> {
  const { idempotent, codes, attempts = 5, firstPause = 500, longestPause = 20_000, renew, signal } = options;
  let renewed = false;
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await call();
    } catch (error) {
      const what = classOf(error, codes);
      if (attempt >= attempts) throw error;
      if (what === "renew") {
        if (renewed || renew === undefined) throw error;
        renewed = true;
        await renew();
        continue;
      }
      if (what === "permanent" || what === "unclassified" || (what === "transient" && !idempotent)) throw error;
      // A random pause up to the limit: clients that failed together must not come back together.
      const limit = Math.min(longestPause, firstPause * 2 ** (attempt - 1));
      await sleep(limit * Math.random(), undefined, { signal });
    }
  }
}

/** A call without a response, or with a response of a gateway on the way, can have been executed: it counts as transient. */
function classOf(error: unknown, codes: object | undefined): RetryClass {
  if (isTransportError(error) || (isHttpError(error) && error.httpCode >= 500)) return "transient";
  return retryClassOf(error, codes);
}
