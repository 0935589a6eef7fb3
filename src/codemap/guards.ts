import type { TencentCloudApiError, TencentCloudError, TencentCloudHttpError, TencentCloudTransportError } from "./errors.js";
import { familyOf } from "./families.js";
import { asObject, fieldsOf, safely } from "./shape.js";
import type { Fields } from "./shape.js";

/**
 * The fields of what a guard is handed. A guard promises that they can be read there, so it looks into no other value,
 * with one exception: the context that p-retry hands to its predicates stands for the error that it holds.
 */
function guarded(value: unknown): Fields | undefined {
  return safely(() => {
    const { attemptNumber, error } = asObject(value) ?? {};
    const fields = fieldsOf(typeof attemptNumber === "number" ? error : value);
    return fields?.message === undefined ? undefined : fields;
  });
}

/**
 * Whether a caught value is an exception of the Tencent Cloud SDK, told by its shape: true for every copy and
 * version of the SDK, across realms, and after serialising as long as the message is kept (`name` can be missing then).
 * Its `code` can still be absent, and it can be one that is not documented.
 *
 * False for a raw response and for an error that wraps another: `toTencentCloudError` gives the exception of those.
 */
export function isTencentCloudError(error: unknown): error is TencentCloudError {
  return guarded(error) !== undefined;
}

/** Whether the API itself returned an error, so that there is a code. */
export function isApiError(error: unknown): error is TencentCloudApiError {
  return guardedCode(error) !== undefined;
}

/** Whether the response had an HTTP status other than 200; `httpCode` holds it and there is no code. */
export function isHttpError(error: unknown): error is TencentCloudHttpError {
  const fields = guarded(error);
  return fields !== undefined && fields.code === undefined && fields.httpCode !== undefined;
}

/** Whether the SDK got no response at all (name lookup, connection, timeout, abort): no code, no HTTP status. */
export function isTransportError(error: unknown): error is TencentCloudTransportError {
  const fields = guarded(error);
  return fields !== undefined && fields.code === undefined && fields.httpCode === undefined;
}

/**
 * The code of an exception of the SDK, whose `code` can be read then.
 *
 * @internal
 */
export function guardedCode(error: unknown): string | undefined {
  return guarded(error)?.code;
}

/**
 * Whether an exception of the SDK has one of the codes.
 *
 * @internal
 */
export function hasOneOf(error: unknown, codes: readonly unknown[]): boolean {
  const code = guardedCode(error);
  return code !== undefined && codes.includes(code);
}

/**
 * Whether a code, or the code of an exception of the SDK, is in one of the families.
 *
 * @internal
 */
export function isInOneOf(codeOrError: unknown, families: readonly unknown[]): boolean {
  const code = typeof codeOrError === "string" ? codeOrError : guardedCode(codeOrError);
  return code !== undefined && families.includes(familyOf(code));
}
