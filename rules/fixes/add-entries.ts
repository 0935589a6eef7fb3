import type { TSESTree } from "@typescript-eslint/utils";
import { bare, isFunction } from "../../src/analysis/source/syntax.js";
import { throwNew } from "./leaving-statement.js";
import { indentationOf, startsLine, type Style } from "./surrounding-style.js";
import { quoted } from "../common/text.js";
import { readOf, type Addition, type Fix } from "./addition.js";

type List = TSESTree.ArrayExpression | TSESTree.ObjectExpression;

/** Puts the missing codes into an object or a `Map` of handlers, behind the last entry. */
export function addEntries(addition: Addition): Fix | undefined {
  const { dispatch, groups, sourceCode, style } = addition;
  const list = listOf(dispatch.form === "match" && dispatch.node.type === "CallExpression" ? dispatch.node.arguments[1] : dispatch.table?.literal);
  const items = list === undefined ? [] : list.type === "ObjectExpression" ? list.properties : list.elements;
  const last = items.at(-1);
  if (list === undefined || last == null) return undefined;
  const handler = handlerText(addition, list);
  const key = keyWriter(list, style);
  const entry = (code: string): string => (list.type === "ObjectExpression" ? `${key(code)}: ${handler}` : `[${quoted(code, style.quote)}, ${handler}]`);
  const comma = sourceCode.getTokenAfter(last);
  const end = comma?.value === "," ? comma : last;
  const separator = end === last ? "," : "";
  if (!startsLine(sourceCode, last)) {
    const text = groups.flatMap(({ codes }) => codes.map(entry)).join(", ");
    return (fixer) => [fixer.insertTextAfter(end, `${separator} ${text}`)];
  }
  const line = `${style.newline}${indentationOf(sourceCode, last)}`;
  const lines = groups.flatMap(({ codes, comment }) => [`// ${comment}`, ...codes.map((code) => `${entry(code)},`)]);
  const text = lines.map((item) => `${line}${item}`).join("");
  return (fixer) => [fixer.insertTextAfter(end, `${separator}${separator === "" ? text : text.replace(/,$/, "")}`)];
}

function listOf(literal: TSESTree.Node | undefined): List | undefined {
  if (literal?.type === "ObjectExpression") return literal;
  if (literal?.type !== "NewExpression") return undefined;
  const [pairs] = literal.arguments;
  return pairs?.type === "ArrayExpression" ? pairs : undefined;
}

/** Keys with quotes where the others have them, or where they need them. */
function keyWriter(list: List, style: Style): (code: string) => string {
  const bareKeys = list.type === "ObjectExpression" && list.properties.some((property) => property.type === "Property" && !property.computed && property.key.type === "Identifier");
  return (code) => (bareKeys && /^\w+$/.test(code) ? code : quoted(code, style.quote));
}

/** A function that throws what it is handed, where the handlers are handed the error; else an error of its own. */
function handlerText({ dispatch, leave, sourceCode, style }: Addition, list: List): string {
  if (dispatch.form === "match") return `() => { ${leave} }`;
  const parameter = parameterOf(list);
  const handed = parameter === undefined ? undefined : handedTo(dispatch.node);
  const name = parameter?.type === "Identifier" ? parameter.name : undefined;
  const isError = handed !== undefined && name !== undefined && readOf(sourceCode, dispatch.site.node).startsWith(`${readOf(sourceCode, handed)}.`);
  if (parameter === undefined || !isError) return `() => { ${throwNew(undefined, style)} }`;
  return `(${readOf(sourceCode, parameter)}) => { throw ${name}${style.semicolon} }`;
}

/** The first parameter of the first handler that takes one. */
function parameterOf(list: List): TSESTree.Parameter | undefined {
  const values = list.type === "ObjectExpression" ? list.properties.map((property) => (property.type === "Property" ? property.value : undefined)) : list.elements.map((pair) => (pair?.type === "ArrayExpression" ? pair.elements[1] : undefined));
  for (const value of values) {
    const fn = value == null ? undefined : bare(value);
    if (isFunction(fn) && fn.params[0] !== undefined) return fn.params[0];
  }
  return undefined;
}

/** What the handler that is looked up is called with first. */
function handedTo(lookup: TSESTree.Node): TSESTree.Node | undefined {
  let at = lookup;
  while (at.parent?.type === "LogicalExpression" || at.parent?.type === "TSNonNullExpression" || at.parent?.type === "ChainExpression") at = at.parent;
  return at.parent?.type === "CallExpression" && at.parent.callee === at ? at.parent.arguments[0] : undefined;
}
