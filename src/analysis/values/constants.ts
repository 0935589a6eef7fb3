import type { TSESTree } from "@typescript-eslint/utils";
import type { AnalyzedFile } from "../source/file.js";
import { answerOnce } from "../source/answer-once.js";
import { unqualified } from "../source/functions.js";
import { assignedValues, bare, enclosingClass, literalString, onlyValue, propertyName } from "../source/syntax.js";

/** A string that is known without running the code. */
export interface KnownString {
  readonly value: string;
  /** Where it is written; in this file, or the place that reads it when it is written elsewhere. */
  readonly node: TSESTree.Node;
}

type Element = TSESTree.Expression | TSESTree.SpreadElement | null;

/** The strings that an expression can be; undefined unless all are known. */
export function knownStrings(file: AnalyzedFile, expression: TSESTree.Node): readonly KnownString[] | undefined {
  const node = unqualified(file, expression);
  return answerOnce<readonly KnownString[] | undefined>(file, knownStrings, node, undefined, () => findStrings(file, node));
}

/** Whether `knownStrings` can come to something, without a question to the type checker. */
export function mayBeKnown(file: AnalyzedFile, expression: TSESTree.Node): boolean {
  return file.types !== undefined || knownStrings(file, expression) !== undefined;
}

function findStrings(file: AnalyzedFile, node: TSESTree.Node): readonly KnownString[] | undefined {
  const literal = literalString(node);
  if (literal !== undefined) return [{ value: literal, node }];
  switch (node.type) {
    case "ConditionalExpression":
      return together([node.consequent, node.alternate].map((branch) => knownStrings(file, branch)));
    case "BinaryExpression": {
      if (node.operator !== "+") return undefined;
      const left = single(knownStrings(file, node.left));
      const right = single(knownStrings(file, node.right));
      return left === undefined || right === undefined || left.length + right.length > longestText ? undefined : [{ value: left + right, node }];
    }
    case "Identifier":
      return stringsOfVariable(file, node) ?? fromTypes(file, node);
    case "MemberExpression":
      return stringsOfMember(file, node) ?? fromTypes(file, node);
    default:
      return undefined;
  }
}

/** The string that an expression is; undefined where it is not known, or one of several. */
export function onlyString(file: AnalyzedFile, expression: TSESTree.Node): string | undefined {
  return single(knownStrings(file, expression));
}

/** More than the largest service has codes. Constants that are made of each other can come to any number, and length, of strings. */
const mostTogether = 2000;
const longestText = 1000;

/** What several lists hold together, each thing once; undefined where one of them is not known, or they hold too much. */
export function together<Item>(lists: Iterable<readonly Item[] | undefined>): readonly Item[] | undefined {
  const all = new Set<Item>();
  for (const list of lists) {
    if (list === undefined) return undefined;
    for (const item of list) if (all.add(item).size > mostTogether) return undefined;
  }
  return [...all];
}

function single(values: readonly KnownString[] | undefined): string | undefined {
  return values?.length === 1 ? values[0]?.value : undefined;
}

function stringsOfVariable(file: AnalyzedFile, node: TSESTree.Identifier): readonly KnownString[] | undefined {
  const variable = file.variableOf(node);
  const value = variable === undefined ? undefined : onlyValue(variable);
  return value === undefined ? undefined : knownStrings(file, value);
}

function fromTypes(file: AnalyzedFile, node: TSESTree.Node): readonly KnownString[] | undefined {
  const members = file.types?.stringMembers(node);
  return members?.length === 1 ? [{ value: members[0] as string, node }] : undefined;
}

function stringsOfMember(file: AnalyzedFile, node: TSESTree.MemberExpression): readonly KnownString[] | undefined {
  const name = propertyName(node);
  if (name === undefined) return undefined;
  const value = valueAt(file, node.object, name);
  if (value !== undefined) return knownStrings(file, value);
  const object = unqualified(file, node.object);
  if (object.type !== "Identifier") return undefined;
  const definition = file.variableOf(object)?.defs[0];
  if (definition?.type !== "TSEnumName") return undefined;
  const member = definition.node.body.members.find((candidate) => propertyName(candidate) === name);
  return member?.initializer === undefined ? undefined : knownStrings(file, member.initializer);
}

/** A key and what it leads to, in an object or `Map` literal. */
export interface Entry {
  readonly key: KnownString;
  readonly value: TSESTree.Node | null;
}

/** The entries of an object literal or of `new Map([[…], …])`; undefined when some keys are not known. */
export function entriesOf(file: AnalyzedFile, expression: TSESTree.Node): readonly Entry[] | undefined {
  const node = resolveConstant(file, expression);
  return node === undefined ? undefined : answerOnce<readonly Entry[] | undefined>(file, entriesOf, node, undefined, () => findEntries(file, node));
}

function findEntries(file: AnalyzedFile, node: TSESTree.Node): readonly Entry[] | undefined {
  if (node.type === "ObjectExpression") return objectEntries(file, node);
  if (node.type !== "NewExpression" || node.callee.type !== "Identifier" || node.callee.name !== "Map") return undefined;
  const [pairs] = node.arguments;
  const list = pairs === undefined ? undefined : resolveConstant(file, pairs);
  if (list?.type !== "ArrayExpression") return undefined;
  return together(
    list.elements.map((element) => {
      const pair = element === null ? undefined : bare(element);
      if (pair?.type !== "ArrayExpression" || pair.elements[0] == null) return undefined;
      const value = pair.elements[1] ?? null;
      return knownStrings(file, pair.elements[0])?.map((key) => ({ key, value }));
    }),
  );
}

function objectEntries(file: AnalyzedFile, node: TSESTree.ObjectExpression): readonly Entry[] | undefined {
  return together(
    node.properties.map((property) => {
      if (property.type === "SpreadElement") return entriesOf(file, property.argument);
      const name = propertyName(property);
      const keys = name === undefined ? knownStrings(file, property.key) : [{ value: name }];
      return keys?.map(({ value }) => ({ key: { value, node: property.key }, value: property.value }));
    }),
  );
}

/** What a key leads to, where that is written out. */
function valueAt(file: AnalyzedFile, object: TSESTree.Node, name: string): TSESTree.Node | undefined {
  const entries = entriesOf(file, object);
  if (entries === undefined) return undefined;
  return answerOnce<ReadonlyMap<string, TSESTree.Node | null>>(file, valueAt, entries, new Map(), () => new Map(entries.toReversed().map(({ key, value }) => [key.value, value]))).get(name) ?? undefined;
}

/** The strings in an array, a `Set` of one, or the keys or values of a constant object. */
export function knownList(file: AnalyzedFile, expression: TSESTree.Node): readonly KnownString[] | undefined {
  const node = resolveConstant(file, expression);
  if (node === undefined) return undefined;
  return answerOnce<readonly KnownString[] | undefined>(file, knownList, node, undefined, () => findList(file, node));
}

function findList(file: AnalyzedFile, node: TSESTree.Node): readonly KnownString[] | undefined {
  if (node.type === "ArrayExpression") return elementStrings(file, node.elements);
  if (node.type === "NewExpression" && node.callee.type === "Identifier" && node.callee.name === "Set") {
    const [items] = node.arguments;
    return items === undefined ? [] : knownList(file, items);
  }
  if (node.type !== "CallExpression" || node.callee.type !== "MemberExpression") return undefined;
  const [argument] = node.arguments;
  const owner = node.callee.object;
  const method = propertyName(node.callee);
  if (owner.type === "Identifier" && owner.name === "Object" && argument !== undefined) {
    if (method === "freeze") return knownList(file, argument);
    const entries = entriesOf(file, argument);
    if (method === "keys") return entries?.map((entry) => entry.key);
    if (method === "values") {
      return entries === undefined ? undefined : together(entries.map(({ value }) => (value === null ? undefined : knownStrings(file, value))));
    }
    return undefined;
  }
  if (method !== "concat") return undefined;
  const parts = [owner, ...node.arguments].map((part) => (part.type === "SpreadElement" ? undefined : (knownList(file, part) ?? knownStrings(file, part))));
  return together(parts);
}

function elementStrings(file: AnalyzedFile, elements: readonly Element[]): readonly KnownString[] | undefined {
  return together(elements.map((element) => (element === null ? [] : element.type === "SpreadElement" ? knownList(file, element.argument) : knownStrings(file, element))));
}

/** Follows constants, `this.FIELD`, `Class.FIELD` and `Object.freeze(…)` to the expression that makes the value. */
export function resolveConstant(file: AnalyzedFile, expression: TSESTree.Node): TSESTree.Node | undefined {
  const node = unqualified(file, expression);
  return answerOnce<TSESTree.Node | undefined>(file, resolveConstant, node, undefined, () => {
    if (node.type === "Identifier") {
      const variable = file.variableOf(node);
      const values = variable === undefined ? [] : assignedValues(variable);
      return values.length === 1 && values[0] !== undefined ? resolveConstant(file, values[0]) : undefined;
    }
    if (node.type === "MemberExpression") {
      const value = constantMember(file, node);
      return value === undefined ? undefined : resolveConstant(file, value);
    }
    if (node.type === "CallExpression" && node.callee.type === "MemberExpression" && propertyName(node.callee) === "freeze") {
      const [argument] = node.arguments;
      return argument === undefined ? undefined : resolveConstant(file, argument);
    }
    return node;
  });
}

function constantMember(file: AnalyzedFile, node: TSESTree.MemberExpression): TSESTree.Node | undefined {
  const name = propertyName(node);
  const object = unqualified(file, node.object);
  if (name === undefined) return undefined;
  const owner = object.type === "ThisExpression" ? enclosingClass(node) : object.type === "Identifier" ? file.variableOf(object)?.defs[0]?.node : undefined;
  if (owner?.type === "ClassDeclaration" || owner?.type === "ClassExpression") {
    const field = owner.body.body.find((member): member is TSESTree.PropertyDefinition => member.type === "PropertyDefinition" && propertyName(member) === name);
    return field?.value ?? undefined;
  }
  return valueAt(file, object, name);
}

/** What stands at the end of a path into an object that is written out. */
export function partAt(file: AnalyzedFile, expression: TSESTree.Node, names: readonly string[]): TSESTree.Node | undefined {
  let at: TSESTree.Node | undefined = expression;
  for (const name of names) {
    const object: TSESTree.Node | undefined = at === undefined ? undefined : resolveConstant(file, at);
    const property: TSESTree.Node | undefined = object?.type === "ObjectExpression" ? object.properties.find((part) => part.type === "Property" && propertyName(part) === name) : undefined;
    at = property?.type === "Property" ? property.value : undefined;
  }
  return at;
}
