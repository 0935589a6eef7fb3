import type { TSESTree } from "@typescript-eslint/utils";
import type { AnalyzedFile } from "../source/file.js";
import { originOfEnvelope } from "../origins/file-evidence.js";
import { castOf, originOf } from "../origins/error-origin.js";
import { isVariable, readPath, type ReadPath } from "../values/access-path.js";
import { bare, calleeName, isFunction, literalString, nodesOf, onlyValue, propertyName } from "../source/syntax.js";
import { isThrownByTry } from "./thrown-texts.js";
import { typeMayTell } from "../values/worth-asking-checker.js";
import { knownList, knownStrings, resolveConstant, type KnownString } from "../values/constants.js";
import { otherCaseMethods, sameTextMethods, searchingMethods } from "../knowledge/built-in-names.js";
import { carrierNames, wrapperNames } from "../knowledge/error-words.js";
import type { Origin } from "../origins/origin.js";

/** A decision on the text of an error's message. */
export interface MessageTest {
  /** The expression that decides. */
  readonly node: TSESTree.Node;
  /** The texts that are looked for; of a regular expression, its source. */
  readonly texts: readonly KnownString[];
  readonly origin: Origin;
  /** What `code` of the same error would read. */
  readonly codePath: ReadPath;
  /** The expression of which `message` is read, if it is read right in the test. */
  readonly object: TSESTree.Node | undefined;
  readonly codeName: "Code" | "code";
  readonly isPattern: boolean;
  /** Whether `node` comes out true when the text is not there. */
  readonly negated: boolean;
}

/** Every decision on the message of an error of Tencent Cloud in a file. */
export function messageTestsOf(file: AnalyzedFile): readonly MessageTest[] {
  return nodesOf(file, "BinaryExpression", "CallExpression", "SwitchStatement").flatMap((node) => {
    if (node.type === "SwitchStatement") return switchTests(file, node);
    return (node.type === "CallExpression" ? callTest(file, node) : comparison(file, node)) ?? [];
  });
}

function callTest(file: AnalyzedFile, call: TSESTree.CallExpression): MessageTest | undefined {
  const callee = bare(call.callee);
  const [first] = call.arguments;
  const name = callee.type === "MemberExpression" ? propertyName(callee) : undefined;
  if (callee.type !== "MemberExpression" || name === undefined || first === undefined) return undefined;
  if (searchingMethods.has(name)) {
    const test = testOf(file, call, callee.object, () => textsOf(file, first));
    return test === undefined ? undefined : positioned(call, name, test);
  }
  if (name === "test") return patternTest(file, call, first, callee.object);
  // match() and exec() also take values out of a text, which decides nothing.
  if (name === "match" || name === "search") return isCondition(call) ? patternTest(file, call, callee.object, first) : undefined;
  return name === "exec" && isCondition(call) ? patternTest(file, call, first, callee.object) : undefined;
}

/** The literal that is looked for, or the list that `LIST.some((text) => message.includes(text))` goes through. */
function textsOf(file: AnalyzedFile, value: TSESTree.Node): readonly KnownString[] | undefined {
  const known = knownStrings(file, value);
  if (known !== undefined) return known;
  const node = bare(value);
  const definition = node.type === "Identifier" ? file.variableOf(node)?.defs[0] : undefined;
  if (definition?.type !== "Parameter" || !isFunction(definition.node)) return undefined;
  const call = definition.node.parent;
  if (call?.type !== "CallExpression" || call.callee.type !== "MemberExpression" || calleeName(call) !== "some") return undefined;
  return definition.node.params[0] === definition.name ? knownList(file, call.callee.object) : undefined;
}

/** `message.indexOf("x") !== -1`: the comparison decides, and can turn the test. */
function positioned(call: TSESTree.CallExpression, name: string, test: MessageTest): MessageTest | undefined {
  if (name !== "indexOf") return test;
  const { parent } = call;
  if (parent?.type !== "BinaryExpression" || parent.left !== call) return undefined;
  return { ...test, node: parent, negated: parent.operator === "<" || (/^===?$/.test(parent.operator) && parent.right.type === "UnaryExpression") };
}

function comparison(file: AnalyzedFile, node: TSESTree.BinaryExpression): MessageTest | undefined {
  if (!/^[!=]==?$/.test(node.operator)) return undefined;
  for (const [subject, value] of [[node.left, node.right], [node.right, node.left]] as const) {
    const test = isMessageLike(subject) ? testOf(file, node, subject, () => knownStrings(file, value)) : undefined;
    if (test !== undefined) return { ...test, negated: node.operator.startsWith("!") };
  }
  return undefined;
}

function switchTests(file: AnalyzedFile, statement: TSESTree.SwitchStatement): MessageTest[] {
  if (!isMessageLike(statement.discriminant)) return [];
  return statement.cases.flatMap((item) => {
    const { test } = item;
    return (test === null ? undefined : testOf(file, item, statement.discriminant, () => knownStrings(file, test))) ?? [];
  });
}

/** A quick look before the expression is followed. */
function isMessageLike(expression: TSESTree.Node): boolean {
  const node = bare(expression);
  if (node.type === "Identifier") return /me?ss?a?ge?|text/i.test(node.name);
  return node.type !== "Literal" && node.type !== "UnaryExpression";
}

function patternTest(file: AnalyzedFile, node: TSESTree.Node, subject: TSESTree.Node, pattern: TSESTree.Node): MessageTest | undefined {
  const literal = resolveConstant(file, pattern);
  // `match` and `search` make a regular expression of a text.
  const source = literal?.type !== "Literal" ? undefined : "regex" in literal ? literal.regex.pattern : literalString(literal);
  if (literal === undefined || source === undefined) return undefined;
  const texts = [{ value: source, node: literal }];
  return testOf(file, node, subject, () => texts, true);
}

/** @param textsFor asked only where the subject is a message: to find texts can take the type checker */
function testOf(file: AnalyzedFile, node: TSESTree.Node, subject: TSESTree.Node, textsFor: () => readonly KnownString[] | undefined, isPattern = false): MessageTest | undefined {
  const message = messageOf(file, subject);
  const texts = message === undefined ? undefined : textsFor();
  if (message === undefined || texts === undefined || texts.length === 0 || texts.some(({ value }) => value === "")) return undefined;
  const { path, origin } = message;
  if (isVariable(path.root) && texts.every(({ value }) => isThrownByTry(file, path.root, value, isPattern))) return undefined;
  const codeName = path.names.at(-1) === "Message" ? "Code" : "code";
  const base = /^[Mm]essage$/.test(path.names.at(-1) ?? "") ? path.names.slice(0, -1) : path.names;
  const direct = bare(subject);
  const object = direct.type === "MemberExpression" && /^[Mm]essage$/.test(propertyName(direct) ?? "") ? direct.object : undefined;
  return { node, texts, origin, codePath: { root: path.root, names: [...base, codeName] }, object, codeName, isPattern, negated: false };
}

/** The message that an expression holds, and where its error comes from. */
function messageOf(file: AnalyzedFile, subject: TSESTree.Node, steps = 0): { readonly path: ReadPath; readonly origin: Origin } | undefined {
  const node = bare(subject);
  if (steps > 8) return undefined;
  const follow = (part: TSESTree.Node): ReturnType<typeof messageOf> => messageOf(file, part, steps + 1);
  switch (node.type) {
    case "CallExpression": {
      const callee = bare(node.callee);
      const [first] = node.arguments;
      if (callee.type === "MemberExpression") {
        const name = propertyName(callee) ?? "";
        if (name === "getMessage" || sameTextMethods.has(name) || otherCaseMethods.has(name)) return follow(callee.object);
        // A serialised error holds its code, not its message.
        return name === "stringify" && first !== undefined && isText(file, first) ? follow(first) : undefined;
      }
      return callee.type === "Identifier" && callee.name === "String" && first !== undefined ? follow(first) : undefined;
    }
    case "ConditionalExpression":
      return follow(node.consequent) ?? follow(node.alternate);
    case "LogicalExpression":
      return follow(node.operator === "&&" ? node.right : node.left) ?? (node.operator === "&&" ? undefined : follow(node.right));
    case "TemplateLiteral":
      return node.expressions.length === 1 && node.expressions[0] !== undefined ? follow(node.expressions[0]) : undefined;
    case "Identifier": {
      const variable = file.variableOf(node);
      const value = variable === undefined ? undefined : onlyValue(variable);
      if (value !== undefined && value.range[1] <= node.range[0]) return follow(value);
      return readMessage(file, node);
    }
    case "MemberExpression":
      return readMessage(file, node);
    default:
      return undefined;
  }
}

/** Whether what is read is a message, rather than the error that has it. */
function isText(file: AnalyzedFile, expression: TSESTree.Node): boolean {
  return /^[Mm]essage$/.test(readPath(file, expression).names.at(-1) ?? "");
}

function readMessage(file: AnalyzedFile, node: TSESTree.Identifier | TSESTree.MemberExpression): ReturnType<typeof messageOf> {
  const path = readPath(file, node);
  const { root, names } = path;
  const last = names.at(-1);
  if (last === "Message" && names.at(-2) === "Error" && (names.at(-3) === "Response" || names.length === 2)) {
    return names.at(-3) === "Response" || (isVariable(root) && root.name === "Response") ? { path, origin: originOfEnvelope(file) } : undefined;
  }
  if (!isVariable(root) || (names.length > 0 && last !== "message")) return undefined;
  const way = names.slice(0, -1);
  if (!way.every((name) => wrapperNames.has(name)) || (node.type === "MemberExpression" && castOf(file, node.object) === "foreign")) return undefined;
  // A bare variable is an error only if it gets errors; `code` and other parameters are texts of their own.
  const origin = originOf(file, root, node, way.length > 0 && !carrierNames.has(way[0] ?? ""));
  const definition = root.defs[0];
  if (origin === undefined || (names.length === 0 && definition?.type === "Parameter" && /code|msg|message/i.test(root.name))) return undefined;
  const isReason = origin.evidence === "call";
  if (node.type === "MemberExpression" && file.types !== undefined && origin.evidence !== "guard" && typeMayTell(file, node.object, isReason) && file.types.errorKind(node.object) === "foreign") return undefined;
  return { path, origin };
}

/** Whether an expression decides something. */
export function isCondition(node: TSESTree.Node): boolean {
  let child = node;
  for (let { parent } = child; parent != null; parent = parent.parent) {
    switch (parent.type) {
      case "LogicalExpression":
      case "ChainExpression":
      case "TSNonNullExpression":
        child = parent;
        continue;
      case "UnaryExpression":
        return parent.operator === "!";
      case "BinaryExpression":
        return /^[!=]==?$/.test(parent.operator) || /^[<>]/.test(parent.operator);
      case "IfStatement":
      case "ConditionalExpression":
      case "WhileStatement":
      case "DoWhileStatement":
      case "ForStatement":
        return parent.test === child;
      case "CallExpression":
        return parent.callee.type === "Identifier" && parent.callee.name === "Boolean";
      default:
        return false;
    }
  }
  return false;
}
