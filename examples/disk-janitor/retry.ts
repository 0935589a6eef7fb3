import { setTimeout as sleep } from "node:timers/promises";
import type { RetryClass } from "tencentcloud-error-codes";

export interface RetryOptions {
  /** How often a call is made at most. */
  readonly attempts: number;
  /** Milliseconds before the second attempt; each later pause is twice as long. */
  readonly firstPause: number;
  /** Fetches fresh credentials. */
  readonly renew: () => Promise<void>;
}

/**
 * Makes a call, and makes it again where that can help. Only for calls that may be executed twice: a call that
 * failed with a `transient` code can have been executed all the same.
 *
 * @param classOf the retry class of what the call threw
 */
export async function withRetries<Result>(
  call: () => Promise<Result>,
  classOf: (error: unknown) => RetryClass,
  { attempts, firstPause, renew }: RetryOptions,
): Promise<Result> {
  let renewed = false;
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await call();
    } catch (error) {
      if (attempt >= attempts) throw error;
      switch (classOf(error)) {
        case "throttled":
        case "transient":
        case "pending":
          // A random part keeps many clients from coming back at the same moment.
          await sleep(firstPause * 2 ** (attempt - 1) * (0.5 + Math.random()));
          break;
        case "renew":
          if (renewed) throw error;
          renewed = true;
          await renew();
          break;
        case "permanent":
        case "unclassified":
          throw error;
      }
    }
  }
}
