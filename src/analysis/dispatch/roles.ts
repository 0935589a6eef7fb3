import type { TSESTree } from "@typescript-eslint/utils";
import type { AnalyzedFile, FunctionNode, Variable } from "../source/file.js";
import { answerOnce, pairOf } from "../source/answer-once.js";
import { sdkCallOf } from "../origins/api-calls.js";
import { isVariable, parameterIndex, readPath, type ReadPath } from "../values/access-path.js";
import type { Region } from "../follow/regions.js";
import { bare, enclosingFunction, isFunction, isInside, propertyName, returnedExpressions } from "../source/syntax.js";
import type { CodeSite } from "../code-tests/code-sites.js";
import { usesOfFunction } from "../values/call-sites.js";
import { rejectionHandlerOf } from "../values/error-callbacks.js";

/**
 * Who has the error once a region is done with it:
 *
 * - `last`: nobody else, as after a `catch` or in `.catch(…)`: what the region does not pass on is lost
 * - `handler`: a function that was handed the error and gives nothing back; its callers may still do something
 * - `answering`: a function that was handed the error and answers a question about it; the caller has the error
 */
export type Role = "last" | "handler" | "answering";

export function roleOf(file: AnalyzedFile, { owner }: Region, { path: { names, root } }: CodeSite): Role {
  // An answer that was handed on with its error in it has nobody else to look at it.
  if (!isFunction(owner) || names.includes("Error") || !isVariable(root)) return "last";
  if (parameterIndex(owner, root) === -1) return isInside(root.scope.block, owner) ? "last" : "answering";
  if (isRejectionHandler(file, owner)) return "last";
  if (usesOfFunction(file, owner).some((use) => "handedOver" in use && isRejectionHandler(file, use.handedOver))) return "last";
  if (isOption(owner) || returnedExpressions(file, owner).length > 0) return "answering";
  return "handler";
}

/** `promise.catch(node)`, `promise.then(ok, node)`, `client.Action(request, node)` */
function isRejectionHandler(file: AnalyzedFile, node: TSESTree.Node): boolean {
  const call = node.parent;
  if (call?.type !== "CallExpression") return false;
  if (!call.arguments.includes(node as TSESTree.CallExpressionArgument)) return false;
  return sdkCallOf(file, call) !== undefined || rejectionHandlerOf(call)?.handler === node;
}

/** A function that is handed to somebody, or kept in an object, to be called by a library: what follows is the library's affair. */
function isOption(fn: FunctionNode): boolean {
  const { parent } = fn;
  return parent?.type === "Property" || parent?.type === "CallExpression" || parent?.type === "NewExpression" || parent?.type === "JSXExpressionContainer";
}

/** A call that hands the error to a function of this file, and where the caller has it. */
export interface Caller {
  readonly call: TSESTree.CallExpression;
  readonly path: ReadPath;
}

/** The calls of a function with the error; undefined where others can call it too. */
export function callersOf(file: AnalyzedFile, owner: FunctionNode, path: ReadPath): readonly Caller[] | undefined {
  const { root, names } = path;
  if (!isVariable(root)) return undefined;
  return answerOnce<readonly Caller[] | undefined>(file, callersOf, pairOf(file, pairOf(file, owner, root), names.join(".")), undefined, () => findCallers(file, owner, root, names));
}

function findCallers(file: AnalyzedFile, owner: FunctionNode, root: Variable, names: readonly string[]): readonly Caller[] | undefined {
  const index = parameterIndex(owner, root);
  const callers: Caller[] = [];
  for (const use of usesOfFunction(file, owner)) {
    const argument = "call" in use ? use.call.arguments[index] : undefined;
    if (argument === undefined || !("call" in use)) return undefined;
    const handed = readPath(file, argument);
    // A function that calls itself has no say.
    if (enclosingFunction(use.call) === owner) continue;
    callers.push({ call: use.call, path: { root: handed.root, names: [...handed.names, ...names] } });
  }
  return callers.length === 0 ? undefined : callers;
}

/** Whether every answer of a function is yes or no: a predicate asks a question, it does not handle errors. */
export function isPredicate(file: AnalyzedFile, { owner }: Region): boolean {
  if (!isFunction(owner)) return false;
  return answerOnce<boolean>(file, isPredicate, owner, false, () => {
    const returned = returnedExpressions(file, owner);
    return returned.length > 0 && returned.every(isYesOrNo);
  });
}

const comparing = new Set(["===", "!==", "==", "!=", "in", "instanceof", "<", ">", "<=", ">="]);

function isYesOrNo(expression: TSESTree.Node): boolean {
  const node = bare(expression);
  switch (node.type) {
    case "Literal":
      return typeof node.value === "boolean";
    case "UnaryExpression":
      return node.operator === "!";
    case "BinaryExpression":
      return comparing.has(node.operator);
    case "LogicalExpression":
      return isYesOrNo(node.left) && isYesOrNo(node.right);
    case "ConditionalExpression":
      return isYesOrNo(node.consequent) && isYesOrNo(node.alternate);
    case "CallExpression":
      return node.callee.type === "MemberExpression" && /^(?:includes|has|startsWith|test|some|hasOwn)$/.test(propertyName(node.callee) ?? "");
    default:
      return false;
  }
}
