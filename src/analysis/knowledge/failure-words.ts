/*
 * What says that something failed: calls, properties and texts, by the names that promises, stores of state, web servers and
 * messages on the screen have for it.
 */

/** Calls that end in a failure, whatever they are handed. */
export const failing = /^(?:abort|bail|fail|failed|failure|onError|raise|reject|rejects|rejectWithValue|setError|setFailed|showError|throwError|handleError|reportError)$/;
/** What makes the failed half of a result: `err` of neverthrow and ts-results, `left` of fp-ts and Effect, `Err` of oxide.ts. */
export const failedHalf = /^(?:[eE]rr|errAsync|[lL]eft)$/;
/** Calls that make a failure known by the status that they get: of web servers' responses, and `ctx.throw` of Koa. */
export const takingStatus = /^(?:status|sendStatus|writeHead|throw)$/;
/** Methods of messages on the screen that show no failure, or take a message away: `message.success`, `toast.dismiss`. */
export const tellingNoFailure = /^(?:success|log|close|hide|dismiss|loading)$/;
/** Classes of errors, and functions that make one: `CbsError`, `createException`. */
export const failureMaker = /Error|Exception|Failure/;
/** What tells a person: a message on the screen. */
export const telling = /alert|dialog|modal|notif|snackbar|toast|^(?:el)?message\b/i;
/** Variables and fields that hold a failure once they are set: `lastError`, `hasFailed`. */
export const failureHolder = /err|fail/i;
/** Properties that say that something failed, where they hold anything: of results, of responses, of stores of state. */
export const failureKey = /^(?:err|error|errors|errCode|errMsg|errno|errorCode|errorMessage|failed|failure|reason)$/i;
/** Properties that say so by `false`. */
export const successKey = /^(?:ok|success|succeeded)$/i;
/** Properties that say so by a number: the status of HTTP, the code that a process ends with. */
export const statusKey = /^(?:code|exitCode|status|statusCode)$/i;
/** Words that say so in texts, and in the names of members of enums. */
export const failureWord = /abort|deni|error|fail|invalid|unavailable|unexpected|unknown|失败|错误|异常/i;
