import type { TSESTree } from "@typescript-eslint/utils";
import type { AnalyzedFile } from "../source/file.js";
import { answerOnce, pairOf } from "../source/answer-once.js";
import { isFunction } from "../source/syntax.js";
import { isVariable, parameterIndex, readPath } from "./access-path.js";
import { usesOfFunction } from "./call-sites.js";
import { knownList, partAt, together, type KnownString } from "./constants.js";

/** The strings of the lists that a parameter gets, `codes` of `retryOn(["X"], fn)`; undefined unless all calls are seen and all lists known. */
export function handedList(file: AnalyzedFile, expression: TSESTree.Node): readonly KnownString[] | undefined {
  const { root, names } = readPath(file, expression);
  const [definition] = isVariable(root) ? root.defs : [];
  if (!isVariable(root) || definition?.type !== "Parameter" || !isFunction(definition.node)) return undefined;
  const fn = definition.node;
  const index = parameterIndex(fn, root);
  if (index === -1) return undefined;
  return answerOnce<readonly KnownString[] | undefined>(file, handedList, pairOf(file, root, names.join(".")), undefined, () => {
    const lists = usesOfFunction(file, fn).map((use) => {
      const argument = "call" in use ? use.call.arguments[index] : undefined;
      // A function that calls itself hands on what it got.
      if (argument !== undefined && isSameParameter(file, argument, root)) return [];
      const part = argument === undefined ? undefined : partAt(file, argument, names);
      return part === undefined ? undefined : (knownList(file, part) ?? handedList(file, part));
    });
    const codes = lists.length === 0 ? undefined : together(lists);
    return codes?.length === 0 ? undefined : codes;
  });
}

function isSameParameter(file: AnalyzedFile, argument: TSESTree.Node, parameter: unknown): boolean {
  return readPath(file, argument).root === parameter;
}
