import type { TencentCloudError } from "./errors.js";
import { asObject, fieldsOf, safely } from "./shape.js";
import type { Fields, ObjectLike } from "./shape.js";

/** How deep an error is looked for inside of others: wrapped errors form short chains, and a cycle has to end. */
const DEEPEST = 8;

/** An error of the API; `exception` is what holds it, unless that is raw or lost its message. */
interface Found extends Fields {
  readonly exception?: object;
}

/**
 * The code in a string, or the code of the error that a value is, holds or wraps; undefined where there is none.
 * Never throws.
 *
 * @internal
 */
export function codeIn(codeOrError: unknown): string | undefined {
  return typeof codeOrError === "string" ? codeOrError : safely(() => find(codeOrError, DEEPEST))?.code;
}

/**
 * The exception of the SDK that a value is or stands for, so that a guard can narrow it:
 *
 * - the value itself where it is one,
 * - the one that it wraps as its `cause` or holds as its `error`, at most eight levels deep,
 * - a new one for a raw response (the body, its `Response` or its `Response.Error`), and for an exception that lost its
 *   message when it was serialised; the value is its `cause`.
 *
 * Undefined for everything else. Never throws.
 *
 * ```ts
 * const exception = toTencentCloudError(error);
 * if (hasErrorCode(exception, "ResourceNotFound")) return exception.requestId;
 * ```
 */
export function toTencentCloudError(value: unknown): TencentCloudError | undefined {
  const found = safely(() => find(value, DEEPEST));
  if (found === undefined || found.exception !== undefined) return found?.exception as TencentCloudError | undefined;
  const { message, ...fields } = found;
  return Object.assign(new Error(message ?? fields.code, { cause: value }), fields);
}

function find(value: unknown, depth: number): Found | undefined {
  const object = asObject(value);
  if (object === undefined || depth === 0) return undefined;
  const fields = fieldsOf(object);
  if (fields?.message !== undefined) return { ...fields, exception: object };
  if (fields?.code !== undefined) return fields;
  return inBody(object) ?? find(object["cause"], depth - 1) ?? find(object["error"], depth - 1);
}

/** The error in a raw response, in its `Response` or in its `Response.Error`. */
function inBody(object: ObjectLike): Found | undefined {
  const response = asObject(object["Response"]) ?? object;
  const { Code, Message, RequestId, Type } = asObject(response["Error"]) ?? response;
  if (typeof Code !== "string" || typeof Message !== "string") return undefined;
  // Other vendors' errors have a Code and a Message too, and one of these beside them.
  if (RequestId !== undefined || Type !== undefined) return undefined;
  const requestId = response["RequestId"];
  return { code: Code, message: Message, requestId: typeof requestId === "string" ? requestId : "", httpCode: undefined };
}
