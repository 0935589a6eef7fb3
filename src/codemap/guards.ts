import type { CodeOf, TencentCloudApiError, TencentCloudError, TencentCloudHttpError, TencentCloudTransportError } from "./errors.js";

/** The fields that the guards look at, read once: a getter may answer differently each time. */
interface Fields {
  readonly code: unknown;
  readonly httpCode: unknown;
}

/** The fields of an exception of the SDK, or undefined for anything else. Never throws, whatever the value does. */
function fieldsOf(value: unknown): Fields | undefined {
  if (typeof value !== "object" || value === null) return undefined;
  try {
    const { message, name, requestId, traceId, getRequestId, statusCode, code, httpCode } = value as Record<string, unknown>;
    if (typeof requestId !== "string" || typeof message !== "string" || typeof name !== "string") return undefined;
    // Other vendors' errors carry a requestId and a code too, but they set a name or a statusCode.
    const ofTheSdk = typeof traceId === "string" || typeof getRequestId === "function";
    if (!ofTheSdk && (name !== "Error" || statusCode !== undefined)) return undefined;
    if (code !== undefined && typeof code !== "string") return undefined;
    if (httpCode !== undefined && typeof httpCode !== "number") return undefined;
    return { code, httpCode };
  } catch {
    return undefined;
  }
}

/**
 * Whether a caught value is an exception of the Tencent Cloud SDK, told by its shape: true for every copy and
 * version of the SDK, also across realms. Its `code` can still be absent, and it can be one that is not documented.
 */
export function isTencentCloudError(error: unknown): error is TencentCloudError {
  return fieldsOf(error) !== undefined;
}

/** Whether the API itself answered with an error, so that there is a code. */
export function isApiError(error: unknown): error is TencentCloudApiError {
  return fieldsOf(error)?.code !== undefined;
}

/** Whether the call was answered with an HTTP status other than 200; `httpCode` holds it and there is no code. */
export function isHttpError(error: unknown): error is TencentCloudHttpError {
  const fields = fieldsOf(error);
  return fields !== undefined && fields.code === undefined && fields.httpCode !== undefined;
}

/** Whether the SDK got no answer at all (name lookup, connection, timeout, abort): no code, no HTTP status. */
export function isTransportError(error: unknown): error is TencentCloudTransportError {
  const fields = fieldsOf(error);
  return fields !== undefined && fields.code === undefined && fields.httpCode === undefined;
}

/**
 * Whether an exception of the SDK has one of the codes given; then `error.code` is their union.
 * Where the type of `error` already names its possible codes, only those can be asked for.
 *
 * ```ts
 * if (hasErrorCode(error, "ResourceNotFound", "InvalidDisk.Busy")) error.code; // "ResourceNotFound" | "InvalidDisk.Busy"
 * ```
 */
export function hasErrorCode<Thrown, const Code extends CodeOf<Thrown>>(
  error: Thrown,
  ...codes: readonly Code[]
): error is Thrown & TencentCloudApiError<Code> {
  return (codes as readonly unknown[]).includes(fieldsOf(error)?.code ?? null);
}

/** The code in a string or in an exception of the SDK; undefined where there is none. */
export function codeIn(codeOrError: unknown): string | undefined {
  return typeof codeOrError === "string" ? codeOrError : (fieldsOf(codeOrError)?.code as string | undefined);
}
