import type { TSESTree } from "@typescript-eslint/utils";
import type { AnalyzedFile, FunctionNode } from "../source/file.js";
import { processGlobals } from "../knowledge/built-in-names.js";
import { answerOnce } from "../source/answer-once.js";
import { calledFunction } from "../source/functions.js";
import { bare, propertyName, textOf } from "../source/syntax.js";
import { comesBack } from "./worth-asking-checker.js";

/** How a call leaves the code that makes it: by an error, or with the whole process. Most do not. */
export type Leaving = "throw" | "exit" | undefined;

/**
 * Whether a statement always ends in `throw`, `return`, `continue` or `break`, or in a call that never comes back, as far as
 * its form shows.
 */
export function leaves(file: AnalyzedFile, statement: TSESTree.Statement): boolean {
  switch (statement.type) {
    case "ThrowStatement":
    case "ReturnStatement":
    case "ContinueStatement":
    case "BreakStatement":
      return true;
    case "BlockStatement": {
      const last = statement.body.at(-1);
      return last !== undefined && leaves(file, last);
    }
    case "IfStatement":
      return statement.alternate !== null && leaves(file, statement.consequent) && leaves(file, statement.alternate);
    case "ExpressionStatement":
      return leavingOf(file, statement.expression) !== undefined;
    default:
      return false;
  }
}

/** Whether a call never comes back: `process.exit()`, a function declared or inferred as `never`. */
export function leavingOf(file: AnalyzedFile, expression: TSESTree.Node): Leaving {
  const node = bare(expression);
  if (node.type === "AwaitExpression") return leavingOf(file, node.argument);
  if (node.type !== "CallExpression") return undefined;
  if (endsProcess(node)) return "exit";
  const called = calledFunction(file, node);
  if (called !== undefined && alwaysThrows(file, called)) return "throw";
  return called?.returnType === undefined && !comesBack(file, node) && file.types?.neverReturns(node.callee) === true ? "throw" : undefined;
}

function endsProcess({ callee }: TSESTree.CallExpression): boolean {
  if (callee.type !== "MemberExpression" || callee.object.type !== "Identifier" || !processGlobals.has(callee.object.name)) return false;
  const name = propertyName(callee);
  return name === "exit" || name === "abort";
}

/** Whether a function says, or plainly shows, that it does not return. */
function alwaysThrows(file: AnalyzedFile, called: FunctionNode): boolean {
  const declared = called.returnType?.typeAnnotation;
  if (declared !== undefined) return declared.type === "TSNeverKeyword" || (declared.type === "TSTypeReference" && textOf(file, declared) === "Promise<never>");
  if (called.body.type !== "BlockStatement" || called.generator) return false;
  const { body } = called.body;
  return answerOnce<boolean>(file, alwaysThrows, called, false, () => alwaysLeaves(file, body));
}

/** Whether statements end in a `throw` on every way, as far as their form shows. */
function alwaysLeaves(file: AnalyzedFile, statements: readonly TSESTree.Statement[]): boolean {
  return statements.some((statement) => throws(file, statement)) && !statements.some(mayReturn);
}

function throws(file: AnalyzedFile, statement: TSESTree.Statement): boolean {
  switch (statement.type) {
    case "ThrowStatement":
      return true;
    case "BlockStatement":
      return statement.body.some((inner) => throws(file, inner));
    case "IfStatement":
      return statement.alternate !== null && throws(file, statement.consequent) && throws(file, statement.alternate);
    case "ExpressionStatement":
      return leavingOf(file, statement.expression) !== undefined;
    default:
      return false;
  }
}

function mayReturn(statement: TSESTree.Statement): boolean {
  switch (statement.type) {
    case "ReturnStatement":
      return true;
    case "BlockStatement":
      return statement.body.some(mayReturn);
    case "IfStatement":
      return mayReturn(statement.consequent) || (statement.alternate !== null && mayReturn(statement.alternate));
    case "ThrowStatement":
    case "ExpressionStatement":
    case "VariableDeclaration":
    case "FunctionDeclaration":
    case "EmptyStatement":
      return false;
    default:
      // Loops, `switch` and `try` would have to be followed; they are rare in a function that only throws.
      return true;
  }
}
