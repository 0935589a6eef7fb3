import type { TSESTree } from "@typescript-eslint/utils";
import type { AnalyzedFile, FunctionNode } from "../source/file.js";
import { callsIn } from "../origins/calls.js";
import { functionOf } from "../source/functions.js";
import { bare, calleeName, enclosingFunction, isFunction, propertyName, walk } from "../source/syntax.js";
import { isReading, isWritingDown } from "../follow/hand-over.js";
import { computingGlobals } from "../knowledge/built-in-names.js";
import { isLoggerName, isPauseName } from "../knowledge/logs-and-pauses.js";
import { isWordingName } from "../knowledge/error-words.js";
import { addingMethods, isPassingOnName } from "../knowledge/function-names.js";

/** What a call adds something to: `errors` of `errors.push(e)`. */
export function addedTo(call: TSESTree.CallExpression): TSESTree.Expression | undefined {
  const callee = bare(call.callee);
  return callee.type === "MemberExpression" && addingMethods.has(propertyName(callee) ?? "") ? callee.object : undefined;
}

/** A call that writes something down, keeps it or passes it on; `assert` throws. */
export function isNote(call: TSESTree.CallExpression | TSESTree.NewExpression): boolean {
  const callee = bare(call.callee);
  if (callee.type === "MemberExpression" && callee.object.type === "Identifier" && isLoggerName(callee.object.name)) return true;
  const name = calleeName(call) ?? "";
  return isPassingOnName(name) || (name !== "assert" && isWritingDown(call));
}

/** Whether a call stands in what is written down, whatever it makes of the error: `console.warn(red(e))`. */
export function isNoted(call: TSESTree.CallExpression): boolean {
  for (let at: TSESTree.Node | undefined = call.parent; at != null && !isFunction(at); at = at.parent) {
    if ((at.type === "CallExpression" || at.type === "NewExpression") && isNote(at)) return true;
    if (at.type.endsWith("Statement") || at.type === "VariableDeclarator") return false;
  }
  return false;
}

export function isWait(call: TSESTree.CallExpression): boolean {
  return isPauseName(calleeName(call) ?? "");
}

/** Whether nothing is done after a pause but to go on: `new Promise((resolve) => setTimeout(resolve, 100))`. */
export function onlyWaits(file: AnalyzedFile, call: TSESTree.CallExpression): boolean {
  if (call.arguments.some((argument) => functionOf(file, argument) !== undefined)) return false;
  if (calleeName(call) !== "setTimeout") return true;
  const made = enclosingFunction(call)?.parent;
  return made?.type === "NewExpression" || call.arguments[0]?.type !== "Identifier";
}

/** A call that comes back with an answer, and decides nothing by itself: `isThrottled(e)`, `codes.has(e.code)`. */
export function isAnswer(call: TSESTree.CallExpression): boolean {
  const callee = bare(call.callee);
  if (callee.type === "MemberExpression" && callee.object.type === "Identifier" && computingGlobals.has(callee.object.name)) return true;
  return isReading(call) || isWording(call);
}

/** A call that answers with the error in another form: `getErrorMessage(e)`, `toError(e)`, `String(e)`. */
export function isWording(call: TSESTree.CallExpression): boolean {
  return isWordingName(calleeName(call) ?? "");
}

/** `operation.retry(error)` of the package `retry` and `retry(error)` of `promise-retry` ask nothing about the error. */
export function isRetryOfLibrary(file: AnalyzedFile, call: TSESTree.CallExpression): boolean {
  const callee = bare(call.callee);
  if (callee.type === "MemberExpression") return propertyName(callee) === "retry";
  return callee.type === "Identifier" && callee.name === "retry" && file.variableOf(callee)?.defs[0]?.type === "Parameter";
}

/** Whether a function, by whatever name, can leave by an error or calls the SDK. */
export function throwsOrCalls(file: AnalyzedFile, { body }: FunctionNode): boolean {
  let throws = false;
  walk(file, body, (node) => {
    throws ||= node.type === "ThrowStatement";
    return !throws;
  });
  return throws || callsIn(file, body).sdk.length > 0;
}
