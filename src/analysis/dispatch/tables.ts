import type { TSESTree } from "@typescript-eslint/utils";
import type { AnalyzedFile } from "../source/file.js";
import { functionOf } from "../source/functions.js";
import { bare, isFunction, propertyName } from "../source/syntax.js";
import { entriesOf, resolveConstant, type Entry } from "../values/constants.js";
import { isWord } from "./describes-only.js";
import type { CodeTest } from "../code-tests/code-test.js";

/** An object or a `Map` that is written out, with a function for each code. */
export interface HandlerTable {
  readonly literal: TSESTree.NewExpression | TSESTree.ObjectExpression;
  readonly entries: readonly Entry[];
}

/** The table of handlers that a test looks a code up in; undefined for tables of anything else, such as messages. */
export function handlerTableOf(file: AnalyzedFile, test: CodeTest): HandlerTable | undefined {
  const table = tableExpression(test.node);
  const literal = table === undefined ? undefined : resolveConstant(file, table);
  if (table === undefined || (literal?.type !== "ObjectExpression" && literal?.type !== "NewExpression")) return undefined;
  const entries = entriesOf(file, table);
  return entries !== undefined && areHandlers(file, entries) ? { literal, entries } : undefined;
}

function tableExpression(node: TSESTree.Node): TSESTree.Node | undefined {
  if (node.type === "MemberExpression") return node.object;
  if (node.type === "BinaryExpression") return node.right;
  if (node.type !== "CallExpression" || node.callee.type !== "MemberExpression") return undefined;
  return propertyName(node.callee) === "hasOwn" ? node.arguments[0] : node.callee.object;
}

function areHandlers(file: AnalyzedFile, entries: readonly Entry[]): boolean {
  const functions = entries.map(({ value }) => (value === null ? undefined : functionOf(file, value)));
  const named = entries.every(({ value }, index) => functions[index] !== undefined || (value !== null && isName(bare(value))));
  if (!named || functions.every((fn) => fn === undefined)) return false;
  // A message that is made late is a message still.
  return !functions.every((fn) => fn !== undefined && fn.body.type !== "BlockStatement" && isWord(fn.body));
}

/** A name that may stand for a function of another module. */
function isName(node: TSESTree.Node): boolean {
  return node.type === "Identifier" || node.type === "MemberExpression" || isFunction(node);
}
