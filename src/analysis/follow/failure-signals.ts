import type { TSESTree } from "@typescript-eslint/utils";
import type { AnalyzedFile } from "../source/file.js";
import { bare, calleeName, isNullish, propertyName, textOf } from "../source/syntax.js";
import { failedHalf, failing, failureHolder, failureKey, failureMaker, failureWord, statusKey, successKey, takingStatus, telling, tellingNoFailure } from "../knowledge/failure-words.js";

/** Whether a node makes the failure known without the error: `reject()`, `res.status(500)`, `process.exitCode = 1`, a toast. */
export function signalsFailure(file: AnalyzedFile, node: TSESTree.Node): boolean {
  if (node.type === "CallExpression") {
    const name = calleeName(node) ?? "";
    const [first] = node.arguments;
    if (failing.test(name)) return true;
    if (takingStatus.test(name) && first !== undefined && isFailingStatus(first)) return true;
    if (tellingNoFailure.test(name)) return false;
    return telling.test(textOf(file, node.callee)) || node.arguments.some((argument) => (argument.type === "ObjectExpression" || argument.type === "NewExpression") && isFailureValue(argument));
  }
  if (node.type !== "AssignmentExpression") return false;
  const left = node.left.type === "MemberExpression" ? propertyName(node.left) : node.left.type === "Identifier" ? node.left.name : undefined;
  if (left === undefined) return false;
  if (statusKey.test(left) && isFailingStatus(node.right)) return true;
  return failureHolder.test(left) && !isFalsy(node.right);
}

/** Whether a value says that something failed: an error, `{ ok: false }`, `{ error: "…" }`, `"failed"`. */
export function isFailureValue(expression: TSESTree.Node): boolean {
  const node = bare(expression);
  switch (node.type) {
    case "Literal":
      return typeof node.value === "string" && failureWord.test(node.value);
    case "TemplateLiteral":
      return node.quasis.some((quasi) => failureWord.test(quasi.value.raw));
    case "MemberExpression":
      return failureWord.test(propertyName(node) ?? "");
    case "NewExpression":
      return failureMaker.test(calleeName(node) ?? "");
    case "CallExpression":
      return failing.test(calleeName(node) ?? "") || failedHalf.test(calleeName(node) ?? "") || failureMaker.test(calleeName(node) ?? "");
    case "ObjectExpression":
      return node.properties.some((property) => property.type === "Property" && saysFailure(property));
    default:
      return false;
  }
}

function saysFailure(property: TSESTree.Property): boolean {
  const name = propertyName(property) ?? "";
  const value = bare(property.value);
  if (successKey.test(name)) return value.type === "Literal" && value.value === false;
  if (statusKey.test(name)) return isFailingStatus(value) || isFailureValue(value);
  return failureKey.test(name) && !isFalsy(value);
}

function isFailingStatus(expression: TSESTree.Node): boolean {
  const node = bare(expression);
  if (node.type === "UnaryExpression") return node.operator === "-";
  return node.type === "Literal" && typeof node.value === "number" && (node.value >= 400 || node.value === 1);
}

/** A constant that an `if` takes for false. */
function isFalsy(expression: TSESTree.Node): boolean {
  const node = bare(expression);
  return isNullish(node) || (node.type === "Literal" && (node.value === false || node.value === "" || node.value === 0));
}
