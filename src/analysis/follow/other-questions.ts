import type { TSESTree } from "@typescript-eslint/utils";
import type { AnalyzedFile } from "../source/file.js";
import { isVariable, type ReadPath } from "../values/access-path.js";
import { calledFunction } from "../source/functions.js";
import { bare, calleeName, onlyValue, textOf } from "../source/syntax.js";
import { codeTestOf } from "../code-tests/code-tests.js";
import { mentions } from "./hand-over.js";
import { negated, type AssumedCode, type Truth } from "./assumed-code.js";
import { assumedInside } from "./code-inside.js";

/** What is assumed about a condition that asks something else about the error than its code: nothing of other conditions. */
export function assumedTruth(file: AnalyzedFile, node: TSESTree.Node, assumed: AssumedCode): Truth {
  const { others } = assumed;
  if (others === undefined || !isQuestion(file, node, assumed) || !isAboutError(file, node, assumed.path)) return "open";
  const text = (part: TSESTree.Node): string => textOf(file, part);
  if (node.type !== "BinaryExpression") return searchesText(node) ? false : others.answer(text(node));
  const { left, operator, right } = node;
  if (searchesText(left)) return whereNotFound(node);
  if (!equating.test(operator)) return others.answer(text(node));
  const isEqual = others.answer(`${text(left)} == ${text(right)}`);
  return operator.startsWith("=") ? isEqual : negated(isEqual);
}

/** The same for a `case` of a `switch` over another part of the error. */
export function assumedCase(file: AnalyzedFile, { discriminant }: TSESTree.SwitchStatement, value: TSESTree.Expression, { others, path }: AssumedCode): Truth {
  if (others === undefined || !isAboutError(file, discriminant, path)) return "open";
  return others.answer(`${textOf(file, discriminant)} == ${textOf(file, value)}`);
}

const equating = /^[!=]==?$/;
const comparing = /^(?:[!=]==?|[<>]=?|in|instanceof)$/;

/** Whether a condition is one question: no `&&`, and nothing that can be followed to the questions that it is made of. */
function isQuestion(file: AnalyzedFile, node: TSESTree.Node, assumed: AssumedCode): boolean {
  switch (node.type) {
    case "BinaryExpression":
      return comparing.test(node.operator);
    case "CallExpression": {
      const called = calledFunction(file, node);
      return called === undefined || assumedInside(file, node, called, assumed) === undefined;
    }
    case "Identifier": {
      const variable = file.variableOf(node);
      return variable !== undefined && onlyValue(variable) === undefined;
    }
    case "MemberExpression":
      return true;
    default:
      return false;
  }
}

/** What the methods that look for a text answer where it is not there. */
const notFound: ReadonlyMap<string, unknown> = new Map<string, unknown>([
  ["endsWith", false],
  ["exec", null],
  ["includes", false],
  ["indexOf", -1],
  ["match", null],
  ["search", -1],
  ["startsWith", false],
  ["test", false],
]);

function searchesText(expression: TSESTree.Node): boolean {
  const node = bare(expression);
  return node.type === "CallExpression" && notFound.has(calleeName(node) ?? "");
}

/** What a comparison comes out as where a text is not found: `indexOf("x") !== -1`, `match(/x/) != null`, `search(/x/) >= 0`. */
function whereNotFound({ left, operator, right }: TSESTree.BinaryExpression): boolean {
  const call = bare(left);
  const answer = call.type === "CallExpression" ? notFound.get(calleeName(call) ?? "") : undefined;
  const value = bare(right);
  const isMinusOne = value.type === "UnaryExpression" && value.operator === "-";
  if (operator.startsWith("<")) return answer === -1;
  if (operator.startsWith(">")) return false;
  const isEqual = isMinusOne ? answer === -1 : value.type === "Literal" ? value.value === answer : answer === null;
  return isEqual === operator.startsWith("=");
}

function isAboutError(file: AnalyzedFile, node: TSESTree.Node, path: ReadPath): boolean {
  const test = codeTestOf(file, node);
  if (test !== undefined) return test.site.path.root === path.root;
  if (mentions(file, node, path)) return true;
  const answer = answerOf(file, path);
  return answer !== undefined && mentions(file, node, { root: answer, names: [] });
}

/** The variable of the HTTP answer that a body is read from: `response` of `await response.json()`. */
function answerOf(file: AnalyzedFile, { root }: ReadPath): ReadPath["root"] | undefined {
  const value = isVariable(root) ? onlyValue(root) : root;
  const read = value?.type === "AwaitExpression" ? bare(value.argument) : undefined;
  if (read?.type !== "CallExpression" || read.callee.type !== "MemberExpression" || read.callee.object.type !== "Identifier") return undefined;
  return file.variableOf(read.callee.object);
}
