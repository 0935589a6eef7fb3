/*
 * What names say of a retry: of predicates, lists, flags, and options. The options are those of the retry libraries in
 * `retriers/` and their like, the words the usual ones beside "retry".
 */

/** Words that say that a repeat can help. */
export const retryableWords: ReadonlySet<string> = new Set(["retryable", "retriable", "retryables", "transient", "transients", "repeatable"]);
/** The word itself, which says nothing alone. */
export const retryWords: ReadonlySet<string> = new Set(["retry", "retries", "retrying", "retried"]);
/** Words before or after `retry` that make a question of it: `shouldRetry`, `retryIf`, `canRetry`. */
export const askingWords: ReadonlySet<string> = new Set(["allow", "allowed", "can", "condition", "do", "does", "filter", "if", "is", "may", "must", "need", "needs", "on", "predicate", "should", "to", "want", "wants", "when", "worth", "would"]);
/** Words that turn the meaning around: `NON_RETRYABLE_CODES`, `stopRetryOn`, `skipRetry`. */
export const denyingWords: ReadonlySet<string> = new Set(["abort", "avoid", "cannot", "cant", "don", "dont", "except", "exclude", "excluded", "fatal", "forbid", "never", "no", "non", "not", "permanent", "prevent", "skip", "stop", "un", "unless", "without"]);
/** Words that say the opposite by themselves. */
export const retryableOpposites: ReadonlySet<string> = new Set(["nonretryable", "nonretriable", "unretryable", "unretriable"]);

/** Whether a name can hold one of these words: most names need not be taken apart. */
export function mayHoldRetryWord(name: string): boolean {
  return /retr[iy]|transient|repeatable/i.test(name);
}

const errorOption =
  /^(?:shouldRetry|retryIf|retryOn|retryWhen|isRetryable|retry|retryCondition|when|onRetry|onFailedAttempt|onError|onCatch|errorFilter|filter|shouldStop|bailIf|predicate|error)$/;

/** Whether an option of this name is a function of an error: `shouldRetry`, `onFailedAttempt`. */
export function isErrorOption(name: string): boolean {
  return errorOption.test(name);
}

const plainProperty = /^(?:codes?|errors?|errorCodes?|names?|on|list|values)$/;

/** Whether a property of this name only says what it holds; what it is for stands in the name of the object around: `retry: { codes: […] }`. */
export function isPlainProperty(name: string): boolean {
  return plainProperty.test(name);
}

/** Properties that hold the code in an entry of a list: `{ code: "X", retryable: true }`. */
export const codeProperties: ReadonlySet<string> = new Set(["code", "Code", "errorCode", "name"]);

/** Notifiers of RxJS that end the stream instead of asking for a repeat. */
export const endingNotifiers: ReadonlySet<string> = new Set(["throwError", "EMPTY", "empty", "NEVER", "never"]);
