import { parse } from "@typescript-eslint/parser";
import { describe, expect, it } from "vitest";
import { tellsOfErrors } from "../../../src/analysis/project/handed-over.js";
import type { TSESTree } from "@typescript-eslint/utils";

/** Whether a call of `isGone` with an argument tells the module that it is imported from of an error. */
function isTold(argument: string): boolean {
  const [statement] = (parse(`isGone(${argument});`) as TSESTree.Program).body;
  if (statement?.type !== "ExpressionStatement" || statement.expression.type !== "CallExpression") throw new Error("a call is expected");
  const call = statement.expression;
  // The parser alone sets no parents.
  call.callee.parent = call;
  return tellsOfErrors(call.callee, () => undefined);
}

describe("a function of another module", () => {
  it.each(["e.code", "body.Response", "e.cause", "e.originalError", "{ error: e.innerError }", "() => send()"])("is told of an error by %s", (argument) => {
    expect(isTold(argument)).toBe(true);
  });

  it.each(["e.name", "disk.original.id", "{ id: disk.id }", `"error"`])("is told nothing of errors by %s", (argument) => {
    expect(isTold(argument)).toBe(false);
  });
});
