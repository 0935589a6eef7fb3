import type { TSESTree } from "@typescript-eslint/utils";
import type { AnalyzedFile } from "../source/file.js";
import { answerOnce } from "../source/answer-once.js";
import { calledFunction, functionOf } from "../source/functions.js";
import { assignedValues, bare, calleeName, returnedExpressions } from "../source/syntax.js";
import { isNothing, isVariable, readPath, type ReadPath } from "../values/access-path.js";

/**
 * Whether what a path starts from is the `Response` of a raw answer, whatever was sent: by its name, or by the helper of this file that
 * takes it out, each time. What flows into a value only says what it can be.
 */
export function isResponse(file: AnalyzedFile, root: ReadPath["root"]): boolean {
  if (!isVariable(root)) return givesResponse(file, root);
  return root.name === "Response" || allTelling(assignedValues(root), (value) => givesResponse(file, value));
}

/** `await call(…)` where `call` gives back `answer.Response`. */
function givesResponse(file: AnalyzedFile, expression: TSESTree.Node): boolean {
  const node = bare(expression);
  if (node.type === "AwaitExpression") return givesResponse(file, node.argument);
  if (node.type !== "CallExpression") return false;
  const [callback] = calleeName(node) === "then" ? node.arguments : [];
  const called = callback === undefined ? calledFunction(file, node) : functionOf(file, callback);
  if (called === undefined) return false;
  return answerOnce<boolean>(file, givesResponse, called, false, () =>
    allTelling(returnedExpressions(file, called), (value) => readPath(file, value).names.at(-1) === "Response" || givesResponse(file, value)),
  );
}

function allTelling(values: readonly TSESTree.Expression[], tells: (value: TSESTree.Expression) => boolean): boolean {
  const telling = values.filter((value) => !isNothing(value));
  return telling.length > 0 && telling.every(tells);
}
