/** What an exception of the SDK holds, read once: a getter may answer differently each time. */
export interface Fields {
  readonly code: string | undefined;
  readonly httpCode: number | undefined;
  readonly requestId: string;
  /** Absent where a serialised exception lost it: `JSON.stringify` leaves an error's message out. */
  readonly message: string | undefined;
}

/** What can be asked for properties. */
export type ObjectLike = Readonly<Record<string, unknown>>;

/** What `read` gives, or undefined where the value does not let itself be read: guards never throw. */
export function safely<Result>(read: () => Result): Result | undefined {
  try {
    return read();
  } catch {
    return undefined;
  }
}

export function asObject(value: unknown): ObjectLike | undefined {
  return typeof value === "object" && value !== null ? (value as ObjectLike) : undefined;
}

/**
 * The fields of an exception of the SDK, also of one that was serialised and parsed again; undefined for anything else.
 *
 * @throws what the value throws
 */
export function fieldsOf(value: unknown): Fields | undefined {
  const { message, name, requestId, traceId, getRequestId, statusCode, code, httpCode } = asObject(value) ?? {};
  if (typeof requestId !== "string" || !isOptional(message, "string")) return undefined;
  // Other vendors' errors carry a requestId and a code too, but they set a name or a statusCode.
  const isOfTheSdk = typeof traceId === "string" || typeof getRequestId === "function";
  if (!isOfTheSdk && ((name !== undefined && name !== "Error") || statusCode !== undefined)) return undefined;
  if (!isOptional(code, "string") || !isOptional(httpCode, "number")) return undefined;
  return { code, httpCode, requestId, message } as Fields;
}

function isOptional(value: unknown, type: "string" | "number"): boolean {
  return value === undefined || typeof value === type;
}
