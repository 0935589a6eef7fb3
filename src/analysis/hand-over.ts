import type { TSESTree } from "@typescript-eslint/utils";
import type { AnalyzedFile } from "./file.js";
import { pathOfVariable, type ReadPath } from "./paths.js";
import { bare, calleeName, isFunction, walk } from "./syntax.js";

/** Calls that only write the error down: whoever comes next does not hear of it. */
const writesDown = /^(?:assert|debug|error|fatal|format|info|inspect|log|notice|print|stringify|trace|verbose|warn|warning|isTencentCloudError|String)$/i;
const isPredicate = /^(?:is|has|should|can|in|matches|includes|startsWith|test|match|some)(?:[A-Z]|$)/;

/**
 * Whether an expression hands the error, or a part of it, to somebody: a call that receives it (`reject(e)`,
 * `next(e)`, `toAppError(e)`), an assignment that keeps it, or an expression that a `return` gives back.
 */
export function passesOn(file: AnalyzedFile, expression: TSESTree.Node, path: ReadPath): boolean {
  const { parent } = expression;
  if (parent?.type === "ReturnStatement" || (parent?.type === "ArrowFunctionExpression" && parent.body === expression)) {
    return mentions(file, expression, path);
  }
  if (expression.type === "AssignmentExpression") return mentions(file, expression.right, path);
  if (expression.type !== "CallExpression" && expression.type !== "NewExpression") return false;
  const name = calleeName(expression) ?? "";
  if (isConsole(expression) || writesDown.test(name) || isPredicate.test(name)) return false;
  return expression.arguments.some((argument) => mentions(file, argument, path));
}

function isConsole(call: TSESTree.CallExpression | TSESTree.NewExpression): boolean {
  const callee = bare(call.callee);
  return callee.type === "MemberExpression" && callee.object.type === "Identifier" && callee.object.name === "console";
}

/** Whether an expression reads the error: the variable that the path starts from, or a constant made from it. */
export function mentions(file: AnalyzedFile, expression: TSESTree.Node, path: ReadPath): boolean {
  let found = false;
  walk(file, expression, (node) => {
    if (node.type === "Identifier") {
      const variable = file.variableOf(node);
      if (variable !== undefined && (variable === path.root || pathOfVariable(file, variable).root === path.root)) found = true;
    }
    return !found && !isFunction(node);
  });
  return found;
}
