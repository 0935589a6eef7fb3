import type { TSESTree } from "@typescript-eslint/utils";
import type { AnalyzedFile, Variable } from "../source/file.js";
import { answerOnce } from "../source/answer-once.js";
import { sameTextMethods } from "../knowledge/built-in-names.js";
import { isVariable, readPath } from "../values/access-path.js";
import { boundArgument, calleeOf, fieldValues, type Binding } from "../values/callees.js";
import { knownStrings, resolveConstant } from "../values/constants.js";
import { assignedValues, bare, calleeName, isFunction, literalString, propertyName, returnedExpressions } from "../source/syntax.js";

/** A place in a text that somebody else fills: a parameter, or a part of it; or what is not seen at all. */
export interface Hole {
  readonly parameter: Variable | "unseen";
  /** The properties that lead from what is handed over to the text. */
  readonly names: readonly string[];
  /** What stands there if nothing is handed over. */
  readonly otherwise: Text | undefined;
}

/** A text as far as it is seen: `https://` + hole + `.tencentcloudapi.com`. */
export type Text = readonly (Hole | string)[];

/** A text of which nothing is seen. */
export const unknownText: Text = [{ parameter: "unseen", names: [], otherwise: undefined }];
/** A text that is put together of alternatives has no more of them. */
const mostAlternatives = 6;
/** Nor is it put together of more parts: texts that hold each other twice double with each step. */
const mostParts = 100;

/** The texts that an expression can be. */
export function textsOf(file: AnalyzedFile, expression: TSESTree.Node): readonly Text[] {
  const node = bare(expression);
  return answerOnce<readonly Text[]>(file, textsOf, node, [unknownText], () => few(findTexts(file, node)));
}

function few(texts: readonly Text[]): readonly Text[] {
  return texts.length === 0 || texts.length > mostAlternatives || texts.some((text) => text.length > mostParts) ? [unknownText] : texts;
}

function findTexts(file: AnalyzedFile, node: TSESTree.Node): readonly Text[] {
  const literal = literalString(node);
  if (literal !== undefined) return [[literal]];
  switch (node.type) {
    case "TemplateLiteral":
      return joined(node.quasis.flatMap(({ value }, index) => [[[value.raw]], ...(node.expressions[index] === undefined ? [] : [textsOf(file, node.expressions[index])])]));
    case "BinaryExpression":
      return node.operator === "+" ? joined([textsOf(file, node.left), textsOf(file, node.right)]) : [unknownText];
    case "LogicalExpression":
      return node.operator === "&&" ? textsOf(file, node.right) : textsOf(file, node.left).flatMap((left) => withDefault(left, textsOf(file, node.right)));
    case "ConditionalExpression":
      return [...textsOf(file, node.consequent), ...textsOf(file, node.alternate)];
    case "Identifier":
      return textsOfVariable(file, node);
    case "MemberExpression":
      return textsOfMember(file, node);
    case "AwaitExpression":
      return textsOf(file, node.argument);
    case "NewExpression":
      // new URL(…)
      return node.arguments[0] === undefined ? [unknownText] : textsOf(file, node.arguments[0]);
    case "CallExpression":
      return textsOfCall(file, node);
    default:
      return [unknownText];
  }
}

function joined(parts: readonly (readonly Text[])[]): readonly Text[] {
  let texts: readonly Text[] = [[]];
  for (const alternatives of parts) texts = few(texts.flatMap((text) => alternatives.map((part) => [...text, ...part])));
  return texts;
}

function withDefault(left: Text, right: readonly Text[]): readonly Text[] {
  const [hole, second] = left;
  if (typeof hole === "string" || second !== undefined || hole === undefined) return [left];
  const [otherwise] = right;
  return hole.parameter === "unseen" ? right : [[{ ...hole, otherwise: hole.otherwise ?? otherwise }]];
}

/** Each value is one text at least: of more than may be, none needs a look. */
function textsOfAny(file: AnalyzedFile, values: readonly TSESTree.Node[]): readonly Text[] {
  return values.length === 0 || values.length > mostAlternatives ? [unknownText] : values.flatMap((value) => textsOf(file, value));
}

function textsOfVariable(file: AnalyzedFile, node: TSESTree.Identifier): readonly Text[] {
  const variable = file.variableOf(node);
  const definition = variable?.defs[0];
  if (variable === undefined || definition === undefined) return [unknownText];
  if (definition.type === "Variable" && definition.node.id.type === "Identifier") {
    return textsOfAny(file, assignedValues(variable));
  }
  return textsOfPath(file, node);
}

/** A parameter, or a part of one: somebody else says what it is. */
function textsOfPath(file: AnalyzedFile, node: TSESTree.Node): readonly Text[] {
  const { root, names } = readPath(file, node);
  if (!isVariable(root) || root.defs[0]?.type !== "Parameter" || !isFunction(root.defs[0].node)) {
    return knownStrings(file, node)?.map(({ value }) => [value]) ?? [unknownText];
  }
  const { name, node: fn } = root.defs[0];
  const given = fn.params.find((parameter): parameter is TSESTree.AssignmentPattern => parameter.type === "AssignmentPattern" && parameter.left === name);
  const otherwise = given === undefined || names.length > 0 ? undefined : textsOf(file, given.right)[0];
  return [[{ parameter: root, names, otherwise }]];
}

function textsOfMember(file: AnalyzedFile, node: TSESTree.MemberExpression): readonly Text[] {
  const known = knownStrings(file, node);
  if (known !== undefined && known.length > 0) return known.map(({ value }) => [value]);
  const fields = fieldValues(file, node);
  if (fields.length > 0) return textsOfAny(file, fields);
  // this.options.service
  const object = bare(node.object);
  const name = propertyName(node);
  const whole = object.type === "MemberExpression" && name !== undefined ? fieldValues(file, object) : [];
  if (whole.length > 0 && name !== undefined) return whole.flatMap((value) => textsAt(file, value, [name]));
  return textsOfPath(file, node);
}

function textsOfCall(file: AnalyzedFile, node: TSESTree.CallExpression): readonly Text[] {
  const callee = bare(node.callee);
  const name = calleeName(node) ?? "";
  const [first] = node.arguments;
  if (callee.type === "Identifier" && name === "String" && first !== undefined) return textsOf(file, first);
  if (callee.type === "MemberExpression" && first === undefined && (name === "toLowerCase" || sameTextMethods.has(name))) return textsOf(file, callee.object);
  const called = calleeOf(file, node);
  return called === undefined ? [unknownText] : returnedExpressions(file, called.fn).flatMap((value) => textsOf(file, value).flatMap((text) => filled(file, text, called.bindings)));
}

/** The texts at the end of a path into what an expression holds. */
export function textsAt(file: AnalyzedFile, expression: TSESTree.Node, names: readonly string[]): readonly Text[] {
  const [name, ...rest] = names;
  if (name === undefined) return textsOf(file, expression);
  const object = resolveConstant(file, expression);
  if (object?.type === "ObjectExpression") {
    const property = object.properties.find((part): part is TSESTree.Property => part.type === "Property" && propertyName(part) === name);
    return property === undefined ? [unknownText] : textsAt(file, property.value, rest);
  }
  return textsOf(file, expression).map((text) => {
    const [hole, second] = text;
    return hole === undefined || typeof hole === "string" || second !== undefined ? unknownText : [{ parameter: hole.parameter, names: [...hole.names, ...names], otherwise: undefined }];
  });
}

/** A text with its holes filled by what parameters get. */
export function filled(file: AnalyzedFile, text: Text, bindings: readonly Binding[]): readonly Text[] {
  return joined(text.map((part) => (typeof part === "string" ? [[part]] : filledHole(file, part, bindings))));
}

function filledHole(file: AnalyzedFile, hole: Hole, bindings: readonly Binding[]): readonly Text[] {
  const argument = hole.parameter === "unseen" ? undefined : boundArgument(bindings, hole.parameter);
  if (argument === undefined) return [[hole]];
  if (argument === "left out") return [hole.otherwise ?? unknownText];
  // What made the object of a method hands on what it got itself: `static of(service) { return new Api(service); }`
  const others = bindings.filter(({ fn }) => typeof hole.parameter === "string" || fn !== hole.parameter.defs[0]?.node);
  const texts = textsAt(file, argument, hole.names).flatMap((text) => (others.length < bindings.length ? filled(file, text, others) : [text]));
  return hole.otherwise === undefined ? texts : texts.flatMap((text) => (text === unknownText || text[0] === unknownText[0] ? [hole.otherwise ?? unknownText] : [text]));
}

/** What a text is, where all of it is seen. */
export function wholeText(text: Text): string | undefined {
  let whole = "";
  for (const part of text) {
    const known = typeof part === "string" ? part : part.otherwise === undefined ? undefined : wholeText(part.otherwise);
    if (known === undefined) return undefined;
    whole += known;
  }
  return whole;
}
