import type { TSESTree } from "@typescript-eslint/utils";
import type { AnalyzedFile } from "../source/file.js";
import { mayNameApi } from "../knowledge/api-hosts.js";
import { codeProperties, isPlainProperty } from "../knowledge/retry-words.js";
import { importsOf } from "../values/import-paths.js";
import { areMeantAsCodes } from "../code-tests/plausible.js";
import { flagSays, listSays, predicateSays } from "../retriers/retry-names.js";
import { bare, isFunction, nodesOf, propertyName, returnedExpressions, someTextHolds } from "../source/syntax.js";
import { entriesOf, knownList, knownStrings, type KnownString } from "../values/constants.js";

/** Codes that are said to be retried by the name of what they are listed in. */
export interface RetryList {
  readonly name: string;
  readonly codes: readonly KnownString[];
}

/** The lists of a file whose names say that their codes are retried; none where nothing shows that they are Tencent Cloud's. */
export function retryLists(file: AnalyzedFile): readonly RetryList[] {
  if (!isAboutTencentCloud(file)) return [];
  const lists: RetryList[] = [];
  for (const node of nodesOf(file, "AssignmentExpression", "MethodDefinition", "ObjectExpression", "Property", "PropertyDefinition", "VariableDeclarator")) {
    const list = namedList(file, node) ?? flaggedEntry(file, node) ?? flagOfCodes(file, node) ?? ownCodeGetter(file, node);
    if (list !== undefined && areMeantAsCodes(list.codes.map(({ value }) => value))) lists.push(list);
  }
  return lists;
}

function isAboutTencentCloud(file: AnalyzedFile): boolean {
  const { sdk, codeMap, otherCloud } = importsOf(file);
  return !otherCloud && (sdk || codeMap || someTextHolds(file, mayNameApi));
}

/** `const RETRYABLE_CODES = […]`, `retryableErrors: […]`, `retry: { codes: […] }`, `get retryableCodes() { return […] }` */
function namedList(file: AnalyzedFile, node: TSESTree.Node): RetryList | undefined {
  const [name, value] = namedValue(file, node);
  if (name === undefined || value === undefined || isFunction(value)) return undefined;
  const whole = isPlainProperty(name) ? (nameAround(node) ?? name) : name;
  if (listSays(file, whole) !== "repeat") return undefined;
  const codes = knownList(file, value);
  return codes === undefined || codes.length === 0 ? undefined : { name: whole, codes };
}

function namedValue(file: AnalyzedFile, node: TSESTree.Node): readonly [name: string | undefined, value: TSESTree.Node | undefined] {
  switch (node.type) {
    case "VariableDeclarator":
      return [node.id.type === "Identifier" ? node.id.name : undefined, node.init ?? undefined];
    case "Property":
      return node.parent.type === "ObjectExpression" ? [propertyName(node), node.value] : [undefined, undefined];
    case "PropertyDefinition":
      return [propertyName(node), node.value ?? undefined];
    case "AssignmentExpression":
      return [node.left.type === "MemberExpression" ? propertyName(node.left) : node.left.type === "Identifier" ? node.left.name : undefined, node.right];
    case "MethodDefinition":
      return [propertyName(node), node.kind === "get" && isFunction(node.value) ? returnedExpressions(file, node.value)[0] : undefined];
    default:
      return [undefined, undefined];
  }
}

/** The name of what holds the object that a property stands in. */
function nameAround(node: TSESTree.Node): string | undefined {
  const holder = node.parent?.parent;
  if (holder?.type === "Property") return propertyName(holder);
  return holder?.type === "VariableDeclarator" && holder.id.type === "Identifier" ? holder.id.name : undefined;
}

/** `{ code: "X", retryable: true }`, and `X: { retryable: true }` in a table of codes. */
function flaggedEntry(file: AnalyzedFile, node: TSESTree.Node): RetryList | undefined {
  if (node.type !== "ObjectExpression") return undefined;
  const entries = entriesOf(file, node);
  const flag = entries?.find(({ key, value }) => flagSays(file, key.value) === "repeat" && value?.type === "Literal" && value.value === true);
  if (entries === undefined || flag === undefined) return undefined;
  const named = entries.find(({ key }) => codeProperties.has(key.value))?.value;
  const codes = named == null ? keyAround(file, node) : knownStrings(file, named);
  return codes === undefined ? undefined : { name: flag.key.value, codes };
}

function keyAround(file: AnalyzedFile, node: TSESTree.ObjectExpression): readonly KnownString[] | undefined {
  const { parent } = node;
  if (parent.type === "Property" && parent.value === node) {
    const name = propertyName(parent);
    return name === undefined ? knownStrings(file, parent.key) : [{ value: name, node: parent.key }];
  }
  // new Map([["X", { retryable: true }]])
  const [key] = parent.type === "ArrayExpression" && parent.elements[1] === node ? parent.elements : [];
  return key == null ? undefined : knownStrings(file, key);
}

/** `get retryable() { return CODES.includes(this.code) }` of an error class. */
function ownCodeGetter(file: AnalyzedFile, node: TSESTree.Node): RetryList | undefined {
  if (node.type !== "MethodDefinition" || !isFunction(node.value)) return undefined;
  const name = propertyName(node);
  if (name === undefined || predicateSays(file, name) !== "repeat" || node.value.params.length > 0) return undefined;
  const codes = returnedExpressions(file, node.value).flatMap((value) => comparedCodes(file, value, isOwnCode));
  return codes.length === 0 ? undefined : { name, codes };
}

/** `const retryable = code === "X" || …`, whatever is known of `code`. */
function flagOfCodes(file: AnalyzedFile, node: TSESTree.Node): RetryList | undefined {
  const [name, value] = namedValue(file, node);
  if (name === undefined || value === undefined || isFunction(value) || flagSays(file, name) !== "repeat") return undefined;
  const codes = comparedCodes(file, value, isNamedCode);
  return codes.length === 0 ? undefined : { name, codes };
}

/** The codes on which an expression is true: those that are compared in it, and in the parts of an `||`. */
function comparedCodes(file: AnalyzedFile, expression: TSESTree.Node, isCode: (node: TSESTree.Node) => boolean): readonly KnownString[] {
  const node = bare(expression);
  if (node.type === "LogicalExpression" && node.operator === "||") return [...comparedCodes(file, node.left, isCode), ...comparedCodes(file, node.right, isCode)];
  if (node.type === "BinaryExpression" && (node.operator === "===" || node.operator === "==")) return isCode(node.left) ? (knownStrings(file, node.right) ?? []) : [];
  if (node.type !== "CallExpression" || node.callee.type !== "MemberExpression" || node.arguments[0] === undefined || !isCode(node.arguments[0])) return [];
  const method = propertyName(node.callee);
  return method === "includes" || method === "has" ? (knownList(file, node.callee.object) ?? []) : [];
}

function isNamedCode(expression: TSESTree.Node): boolean {
  const node = bare(expression);
  return node.type === "Identifier" && /code$/i.test(node.name);
}

function isOwnCode(expression: TSESTree.Node): boolean {
  const node = bare(expression);
  if (node.type === "CallExpression") return node.arguments[0] !== undefined && isOwnCode(node.arguments[0]);
  if (node.type === "LogicalExpression") return isOwnCode(node.left);
  return node.type === "MemberExpression" && node.object.type === "ThisExpression" && /code$/i.test(propertyName(node) ?? "");
}
