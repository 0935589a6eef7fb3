/**
 * What the Tencent Cloud Node SDK throws, as a shape: several copies of the SDK can be loaded at once, so
 * no class is named here. Every copy's `TencentCloudSDKHttpException` is assignable to it.
 *
 * `code` is there only when the API itself answered with an error. A failed connection has neither `code`
 * nor `httpCode`; a response with an HTTP status other than 200 has `httpCode` only.
 */
export interface TencentCloudError<Code extends string = string> extends Error {
  /** The error code, exactly as the API returned it. */
  readonly code?: Code | undefined;
  /** The id to give to Tencent Cloud's support; empty where no response of the API arrived. */
  readonly requestId: string;
  /** The id that the SDK sent along; older versions of the SDK have none. */
  readonly traceId?: string | undefined;
  /** The HTTP status, only where it is not 200. */
  readonly httpCode?: number | undefined;
}

/** An error that the API returned: it has a code. */
export interface TencentCloudApiError<Code extends string = string> extends TencentCloudError<Code> {
  readonly code: Code;
}

/** A response with an HTTP status other than 200: it has that status and no code. */
export interface TencentCloudHttpError extends TencentCloudError<never> {
  readonly code?: undefined;
  readonly httpCode: number;
}

/** A call without a response (name lookup, connection, timeout, abort): it has no code and no HTTP status. */
export interface TencentCloudTransportError extends TencentCloudError<never> {
  readonly code?: undefined;
  readonly httpCode?: undefined;
}

/** The `Response.Error` of a raw response. */
export interface ApiErrorBody<Code extends string = string> {
  readonly Code: Code;
  readonly Message: string;
}

/** The `Response` of a call that failed. */
export interface ApiFailure<Code extends string = string> {
  readonly Error: ApiErrorBody<Code>;
  readonly RequestId: string;
}

/** The `Response` of a call that succeeded: the action's own fields and the request's id. */
export type ApiSuccess<Fields = object> = Fields & { readonly Error?: undefined; readonly RequestId: string };

/**
 * The body of a response, as it comes over HTTP (status 200 for errors too). Testing `Response.Error` tells
 * the two cases apart:
 *
 * ```ts
 * const body = (await response.json()) as ApiResponse<{ DiskSet: object[] }>;
 * if (body.Response.Error) throw new Error(body.Response.Error.Code);
 * body.Response.DiskSet.length;
 * ```
 */
export interface ApiResponse<Fields = object, Code extends string = string> {
  readonly Response: ApiSuccess<Fields> | ApiFailure<Code>;
}

/**
 * The code that a value's type names, for exceptions and for the `Response.Error` of a raw response:
 * `CodeOf<TencentCloudError<"A">>` is `"A"`; `string` where the type says nothing.
 */
export type CodeOf<Value> = Value extends { readonly code?: infer Code } | { readonly Code: infer Code } ? ([Code & string] extends [never] ? string : Code & string) : string;

/** The codes that the type of a code, or of an error, names; `string` where it names none. */
export type CodesIn<Value> = [Value] extends [string | undefined] ? Value & string : CodeOf<Value>;
