import type { TSESTree } from "@typescript-eslint/utils";
import type { AnalyzedFile } from "../source/file.js";
import { functionOf } from "../source/functions.js";
import { bare, calleeName, isFunction, onlyValue, propertyName } from "../source/syntax.js";
import { isErrorOption } from "../knowledge/retry-words.js";
import { isErrorName } from "../knowledge/error-words.js";

/**
 * Where a function stands that is called with an error:
 *
 * - `chain`: `promise.catch(fn)`, `promise.then(ok, fn)`, `source.pipe(catchError(fn))`
 * - `argument`: `client.Action(request, fn)`, `retry(() => client.Action(request), fn)`
 * - `option`: `retry(() => client.Action(request), { shouldRetry: fn })`
 */
export type ErrorPosition =
  | { readonly kind: "argument" | "option"; readonly call: TSESTree.CallExpression }
  | { readonly kind: "chain"; readonly call: TSESTree.CallExpression; readonly promise: TSESTree.Node };

/** The place of a function, or of the name of one, if it is one that gets an error as its first argument. */
export function errorPosition(callback: TSESTree.Node): ErrorPosition | undefined {
  const { parent } = callback;
  if (parent?.type === "Property" && parent.value === callback) return positionInOptions(parent);
  if (parent?.type !== "CallExpression") return undefined;
  const position = parent.arguments.indexOf(callback as TSESTree.CallExpressionArgument);
  if (position === -1) return undefined;
  const chain = rejectionHandlerOf(parent);
  if (chain?.handler === callback) return { kind: "chain", call: parent, promise: chain.promise };
  const name = calleeName(parent);
  if ((name === "catchError" || name === "retryWhen") && position === 0) return positionInPipe(parent);
  return { kind: "argument", call: parent };
}

/** What a call of `promise.catch(handler)` or `promise.then(ok, handler)` hands rejections to. */
export interface RejectionHandler {
  readonly call: TSESTree.CallExpression;
  readonly promise: TSESTree.Node;
  readonly handler: TSESTree.Node;
}

export function rejectionHandlerOf(call: TSESTree.CallExpression): RejectionHandler | undefined {
  const callee = bare(call.callee);
  if (callee.type !== "MemberExpression") return undefined;
  const name = propertyName(callee);
  const handler = name === "catch" ? call.arguments[0] : name === "then" ? call.arguments[1] : undefined;
  return handler === undefined ? undefined : { call, promise: callee.object, handler };
}

function takesError(callback: TSESTree.Node): boolean {
  if (!isFunction(callback)) return true;
  const [first] = callback.params;
  return first?.type === "Identifier" ? isErrorName(first.name) : first?.type === "ObjectPattern";
}

function positionInOptions(property: TSESTree.Property): ErrorPosition | undefined {
  const options = property.parent;
  const call = options.parent;
  const name = propertyName(property);
  if (call?.type !== "CallExpression" || name === undefined || !isErrorOption(name)) return undefined;
  return call.arguments.includes(options) ? { kind: "option", call } : undefined;
}

function positionInPipe(operator: TSESTree.CallExpression): ErrorPosition | undefined {
  const pipe = operator.parent;
  if (pipe?.type !== "CallExpression" || pipe.callee.type !== "MemberExpression" || propertyName(pipe.callee) !== "pipe") return undefined;
  return { kind: "chain", call: operator, promise: pipe.callee.object };
}

/** The pieces of code of which the errors arrive at a callback; undefined where nothing is known about them. */
export function errorSource(file: AnalyzedFile, callback: TSESTree.Node, position: ErrorPosition): readonly TSESTree.Node[] | undefined {
  if (position.kind === "chain") return [promiseOf(file, position.promise)];
  if (position.kind === "argument" && (position.call.arguments[0] === callback || !takesError(callback))) return undefined;
  const inside = callback.parent?.type === "Property" ? callback.parent.parent : callback;
  const others = position.call.arguments.filter((argument) => argument !== inside);
  const parts = others.flatMap((argument) => functionOf(file, argument)?.body ?? []);
  return parts.length === 0 ? undefined : parts;
}

/** The expression that makes the promise which a variable holds. */
function promiseOf(file: AnalyzedFile, object: TSESTree.Node): TSESTree.Node {
  const node = bare(object);
  const variable = node.type === "Identifier" ? file.variableOf(node) : undefined;
  const value = variable === undefined ? undefined : onlyValue(variable);
  return value ?? node;
}

/** `Promise.reject(error)` */
export function isRejection({ callee }: TSESTree.CallExpression): boolean {
  return callee.type === "MemberExpression" && propertyName(callee) === "reject" && callee.object.type === "Identifier" && callee.object.name === "Promise";
}
