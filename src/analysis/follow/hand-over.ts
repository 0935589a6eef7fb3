import type { TSESTree } from "@typescript-eslint/utils";
import type { AnalyzedFile } from "../source/file.js";
import { readPath, type ReadPath } from "../values/access-path.js";
import { bare, calleeName, isFunction, onlyValue, walk } from "../source/syntax.js";
import { codeTestOf } from "../code-tests/code-tests.js";
import { isLoggerName, isLogName } from "../knowledge/logs-and-pauses.js";
import { isLookingName } from "../knowledge/function-names.js";

/**
 * Whether a node hands the error, or a part of it, to somebody: a call that receives it (`reject(e)`, `next(e)`),
 * or an assignment that keeps it.
 */
export function handsOver(file: AnalyzedFile, node: TSESTree.Node, path: ReadPath): boolean {
  switch (node.type) {
    case "AssignmentExpression":
      return mentions(file, node.right, path);
    case "CallExpression":
    case "NewExpression":
      return receives(file, node, path);
    case "YieldExpression":
      return node.argument != null && mentions(file, node.argument, path);
    default:
      return false;
  }
}

function receives(file: AnalyzedFile, call: TSESTree.CallExpression | TSESTree.NewExpression, path: ReadPath): boolean {
  if (isWritingDown(call) || (call.type === "CallExpression" && isReading(call))) return false;
  // What is made for a variable is judged by what becomes of the variable.
  if (call.type === "NewExpression" && call.parent.type === "VariableDeclarator") return false;
  return call.arguments.some((argument) => mentions(file, argument, path));
}

/** `isThrottled(e)`, `codes.includes(e.code)`: whose value is used, and that by its name does nothing else. */
export function isReading(call: TSESTree.CallExpression): boolean {
  return isLookingName(calleeName(call) ?? "") && isUsed(call);
}

/** Whether the value of a call goes somewhere. */
function isUsed(call: TSESTree.CallExpression): boolean {
  let at: TSESTree.Node = call;
  while (at.parent?.type === "AwaitExpression" || at.parent?.type === "ChainExpression") at = at.parent;
  return at.parent?.type !== "ExpressionStatement";
}

/** `console.error(…)`, `logger.warn(…)`, `metrics.increment(…)` */
export function isWritingDown(call: TSESTree.CallExpression | TSESTree.NewExpression): boolean {
  const callee = bare(call.callee);
  if (callee.type === "MemberExpression" && callee.object.type === "Identifier" && isLoggerName(callee.object.name)) return true;
  return isLogName(calleeName(call) ?? "");
}

/** Whether an expression reads the error: the variable that the path starts from, or a constant made from it. */
export function mentions(file: AnalyzedFile, expression: TSESTree.Node, path: ReadPath, depth = 0): boolean {
  let found = false;
  walk(file, expression, (node) => {
    // A condition that tests the code, or an entry that it selects, is not the code.
    if (found || isFunction(node) || codeTestOf(file, node) !== undefined) return false;
    if (node.type !== "Identifier" && node.type !== "MemberExpression") return true;
    const read = readPath(file, node);
    if (read.root === path.root) {
      found = isPartOfError(read, path);
      return false;
    }
    if (node.type === "Identifier") found = isMadeOfError(file, node, path, depth);
    return !found;
  });
  return found;
}

/** Whether what is read is the error, a part of it, or the answer that it stands in; not the rest of that answer. */
function isPartOfError({ names }: ReadPath, path: ReadPath): boolean {
  const error = path.names.slice(0, path.names.indexOf("Error") + 1);
  return error.every((name, index) => index >= names.length || names[index] === name);
}

function isMadeOfError(file: AnalyzedFile, node: TSESTree.Identifier, path: ReadPath, depth: number): boolean {
  const variable = file.variableOf(node);
  if (variable === undefined) return false;
  const value = depth < 3 ? onlyValue(variable) : undefined;
  if (value === undefined || value.range[0] > node.range[0]) return false;
  return !isFunction(bare(value)) && mentions(file, value, path, depth + 1);
}
