import type { TSESTree } from "@typescript-eslint/utils";
import type { AnalyzedFile } from "../source/file.js";
import { remember } from "../source/file.js";
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
  const node = bare(expression);
  return remember<readonly KnownString[] | undefined>(file, knownStrings, node, undefined, () => findStrings(file, node));
}

function findStrings(file: AnalyzedFile, node: TSESTree.Node): readonly KnownString[] | undefined {
  const literal = literalString(node);
  if (literal !== undefined) return [{ value: literal, node }];
  switch (node.type) {
    case "ConditionalExpression":
      return both(knownStrings(file, node.consequent), knownStrings(file, node.alternate));
    case "BinaryExpression": {
      if (node.operator !== "+") return undefined;
      const left = single(knownStrings(file, node.left));
      const right = single(knownStrings(file, node.right));
      return left === undefined || right === undefined ? undefined : [{ value: left + right, node }];
    }
    case "Identifier":
      return stringsOfVariable(file, node) ?? fromTypes(file, node);
    case "MemberExpression":
      return stringsOfMember(file, node) ?? fromTypes(file, node);
    default:
      return undefined;
  }
}

function both<Item>(left: readonly Item[] | undefined, right: readonly Item[] | undefined): readonly Item[] | undefined {
  return left === undefined || right === undefined ? undefined : [...left, ...right];
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
  const value = entriesOf(file, node.object)?.find((entry) => entry.key.value === name)?.value;
  if (value != null) return knownStrings(file, value);
  const object = bare(node.object);
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
  return node === undefined ? undefined : remember<readonly Entry[] | undefined>(file, entriesOf, node, undefined, () => findEntries(file, node));
}

function findEntries(file: AnalyzedFile, node: TSESTree.Node): readonly Entry[] | undefined {
  if (node.type === "ObjectExpression") return objectEntries(file, node);
  if (node.type !== "NewExpression" || node.callee.type !== "Identifier" || node.callee.name !== "Map") return undefined;
  const [pairs] = node.arguments;
  const list = pairs === undefined ? undefined : resolveConstant(file, pairs);
  if (list?.type !== "ArrayExpression") return undefined;
  const entries: Entry[] = [];
  for (const element of list.elements) {
    const pair = element === null ? undefined : bare(element);
    if (pair?.type !== "ArrayExpression" || pair.elements[0] == null) return undefined;
    const keys = knownStrings(file, pair.elements[0]);
    if (keys === undefined) return undefined;
    for (const key of keys) entries.push({ key, value: pair.elements[1] ?? null });
  }
  return entries;
}

function objectEntries(file: AnalyzedFile, node: TSESTree.ObjectExpression): readonly Entry[] | undefined {
  const entries: Entry[] = [];
  for (const property of node.properties) {
    if (property.type === "SpreadElement") {
      const spread = entriesOf(file, property.argument);
      if (spread === undefined) return undefined;
      entries.push(...spread);
      continue;
    }
    const name = propertyName(property);
    if (name !== undefined) entries.push({ key: { value: name, node: property.key }, value: property.value });
    else {
      const keys = knownStrings(file, property.key);
      if (keys === undefined) return undefined;
      for (const key of keys) entries.push({ key: { value: key.value, node: property.key }, value: property.value });
    }
  }
  return entries;
}

/** The strings in an array, a `Set` of one, or the keys or values of a constant object. */
export function knownList(file: AnalyzedFile, expression: TSESTree.Node): readonly KnownString[] | undefined {
  const node = resolveConstant(file, expression);
  if (node === undefined) return undefined;
  return remember<readonly KnownString[] | undefined>(file, knownList, node, undefined, () => findList(file, node));
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
      const values = entries?.map((entry) => (entry.value === null ? undefined : knownStrings(file, entry.value)));
      return values?.reduce<readonly KnownString[] | undefined>((all, some) => both(all, some), []);
    }
    return undefined;
  }
  if (method !== "concat") return undefined;
  const parts = [owner, ...node.arguments].map((part) => (part.type === "SpreadElement" ? undefined : (knownList(file, part) ?? knownStrings(file, part))));
  return parts.reduce<readonly KnownString[] | undefined>((all, some) => both(all, some), []);
}

function elementStrings(file: AnalyzedFile, elements: readonly Element[]): readonly KnownString[] | undefined {
  const strings: KnownString[] = [];
  for (const element of elements) {
    if (element === null) continue;
    const some = element.type === "SpreadElement" ? knownList(file, element.argument) : knownStrings(file, element);
    if (some === undefined) return undefined;
    strings.push(...some);
  }
  return strings;
}

/** Follows constants, `this.FIELD`, `Class.FIELD` and `Object.freeze(…)` to the expression that makes the value. */
export function resolveConstant(file: AnalyzedFile, expression: TSESTree.Node): TSESTree.Node | undefined {
  const node = bare(expression);
  return remember<TSESTree.Node | undefined>(file, resolveConstant, node, undefined, () => {
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
  const object = bare(node.object);
  if (name === undefined) return undefined;
  const owner = object.type === "ThisExpression" ? enclosingClass(node) : object.type === "Identifier" ? file.variableOf(object)?.defs[0]?.node : undefined;
  if (owner?.type === "ClassDeclaration" || owner?.type === "ClassExpression") {
    const field = owner.body.body.find((member): member is TSESTree.PropertyDefinition => member.type === "PropertyDefinition" && propertyName(member) === name);
    return field?.value ?? undefined;
  }
  return entriesOf(file, object)?.find((entry) => entry.key.value === name)?.value ?? undefined;
}
