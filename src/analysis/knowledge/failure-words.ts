/*
 * What says that something failed: calls, properties and texts, by the names that promises, stores of state, web servers and
 * messages on the screen have for it.
 */

/** Calls that end in a failure, whatever they are handed. */
export const failing = /^(?:abort|bail|fail|failed|failure|onError|raise|reject|rejects|rejectWithValue|setError|setFailed|showError|throwError|handleError|reportError)$/;
/** What makes the failed half of a result: `err` of neverthrow and ts-results, `left` of fp-ts and Effect, `Err` of oxide.ts. */
export const failedHalf = /^(?:[eE]rr|errAsync|[lL]eft)$/;
/** What tells a person: a message on the screen. */
export const telling = /alert|dialog|modal|notif|snackbar|toast|^(?:el)?message\b/i;
export const failureKey = /^(?:err|error|errors|errCode|errMsg|errno|errorCode|errorMessage|failed|failure|reason)$/i;
export const successKey = /^(?:ok|success|succeeded)$/i;
export const statusKey = /^(?:code|exitCode|status|statusCode)$/i;
export const failureWord = /abort|deni|error|fail|invalid|unavailable|unexpected|unknown|失败|错误|异常/i;
