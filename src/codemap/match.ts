import { codeIn } from "./carried.js";
import type { ApiErrorBody, CodesIn, TencentCloudError } from "./errors.js";
import { familyOf } from "./families.js";
import type { FamilyMember, FamilyOf } from "./families.js";

/** The handler for codes that no other one names, for codes not documented yet, and for errors without a code. */
export interface OtherwiseHandler {
  readonly otherwise: (code: string | undefined) => unknown;
}

/** Handlers by code and by family (`"AuthFailure.*"`), each with its argument narrowed, and the one for the rest. */
export type ErrorCodeHandlers<Code extends string> = { readonly [C in Code]?: (code: C) => unknown } & {
  readonly [F in FamilyOf<Code> as `${F}.*`]?: (code: FamilyMember<F>) => unknown;
} & OtherwiseHandler;

/** The codes that a key of the handlers takes care of. */
type Handled<Key> = Key extends `${infer Family}.*` ? FamilyMember<Family> : Key;

/** One required handler for each code that the handlers leave out. */
export type MissingHandlers<Code extends string, Keys> = string extends Code
  ? unknown
  : { readonly [C in Exclude<Code, Handled<Keys>>]: (code: C) => unknown };

/** No handler at all is of this type: the compiler prints it where a key is no documented code and no family. */
export type UndocumentedHandlers<Code extends string, Keys> = string extends Code
  ? unknown
  : {
      readonly [K in Exclude<Keys, Code | `${FamilyOf<Code>}.*` | "otherwise"> & string]: `'${K}' is not among the documented codes and families`;
    };

/**
 * Calls the handler for a code, or for the code of an error, and returns its result. A handler for the code itself
 * comes before the one for its family (`"AuthFailure.*"`, which takes subcodes not documented yet as well), and
 * `otherwise` takes the rest: codes not documented yet, and `undefined` for errors without a code.
 *
 * The compiler asks for a handler for every code that the type of the first argument names, refuses handlers for
 * other codes, and asks for `otherwise`. For a plain `string` only `otherwise` is required. Where a service has
 * hundreds of codes, `matchSomeErrorCodes` asks for as few as you like.
 *
 * ```ts
 * const next = matchErrorCode(error, {
 *   "InvalidDisk.Busy": () => "wait",
 *   ResourceNotFound: () => "nothing to do",
 *   "AuthFailure.*": (code) => `sign again: ${code}`,
 *   otherwise: (code) => `give up: ${code ?? "no response"}`,
 * });
 * ```
 */
export function matchErrorCode<Code extends string, Handlers extends ErrorCodeHandlers<Code>>(
  codeOrError: Code | TencentCloudError<Code> | ApiErrorBody<Code> | undefined,
  handlers: Handlers & MissingHandlers<Code, keyof Handlers> & UndocumentedHandlers<Code, keyof Handlers>,
): ResultOf<Handlers[keyof Handlers]> {
  return callHandler(codeOrError, handlers) as ResultOf<Handlers[keyof Handlers]>;
}

/**
 * Like `matchErrorCode`, with as few handlers as you like; `otherwise` takes the rest. The compiler refuses keys that are
 * neither a code nor a family that the type of the first argument names. Where it names none, as for a value that
 * was caught, every key is accepted, and the code is looked for in what the value wraps as well.
 *
 * ```ts
 * const next = matchSomeErrorCodes(error, {
 *   "InvalidDisk.Busy": () => "wait",
 *   "AuthFailure.*": () => "sign again",
 *   otherwise: (code) => `give up: ${code ?? "no response"}`,
 * });
 * ```
 */
export function matchSomeErrorCodes<Value, Handlers extends ErrorCodeHandlers<CodesIn<Value>>>(
  codeOrError: Value,
  handlers: Handlers & UndocumentedHandlers<CodesIn<Value>, keyof Handlers>,
): ResultOf<Handlers[keyof Handlers]> {
  return callHandler(codeOrError, handlers) as ResultOf<Handlers[keyof Handlers]>;
}

/** The results of a union of handlers. */
type ResultOf<Value> = Value extends (code: never) => infer Result ? Result : never;

type Handler = (code: string | undefined) => unknown;

function callHandler(codeOrError: unknown, handlers: object): unknown {
  const code = codeIn(codeOrError);
  const keys = code === undefined ? [] : [code, `${familyOf(code)}.*`];
  const key = keys.find((candidate) => Object.hasOwn(handlers, candidate)) ?? "otherwise";
  const handler = (handlers as Readonly<Record<string, Handler>>)[key] as Handler;
  return handler(code);
}
