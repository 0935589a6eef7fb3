import type { TSESTree } from "@typescript-eslint/utils";
import type { AnalyzedFile, Variable } from "../source/file.js";
import { isNote, isWait, isWording } from "./harmless-calls.js";
import { saysClient, saysCount, saysQuestion, saysRenewal } from "../knowledge/renewal-words.js";
import { calledFunction } from "../source/functions.js";
import { bare, calleeName, enclosingFunction, isFunction, isInside, onlyValue, propertyName, textOf, walk } from "../source/syntax.js";
import type { AssumedCode } from "../follow/assumed-code.js";
import type { Repeat } from "./repeat.js";

/**
 * Whether a call repeats by calling the function around, and hands it something that the error has told: the time of the
 * server, or whatever goes by the name of what has to be renewed. A counter is nothing new.
 */
export function handsOnNews(file: AnalyzedFile, repeat: Repeat, node: TSESTree.Node, assumed: AssumedCode): boolean {
  const called = node.type === "CallExpression" ? calledFunction(file, node) : undefined;
  if (node.type !== "CallExpression" || called === undefined || !isInside(repeat.region, called)) return false;
  return node.arguments.some((argument, index) => {
    const parameter = called.params[index];
    const pattern = parameter?.type === "AssignmentPattern" ? parameter.left : parameter;
    const name = pattern?.type === "Identifier" ? pattern.name : "";
    const value = bare(argument);
    if (value.type === "Identifier" && value.name === name) return false;
    return isNews(file, repeat, name, value, assumed);
  });
}

function isNews(file: AnalyzedFile, repeat: Repeat, name: string, value: TSESTree.Node, assumed: AssumedCode): boolean {
  if (value.type === "Literal" || saysCount(name)) return false;
  if (value.type === "ObjectExpression") {
    return value.properties.some((property) => property.type === "Property" && !isItself(property) && isNews(file, repeat, propertyName(property) ?? "", bare(property.value), assumed));
  }
  return saysRenewal(name) || saysClient(name) || isMadeOfError(file, value, errorsOf(repeat, assumed));
}

/** `{ token }`, `{ token: options.token }` */
function isItself(property: TSESTree.Property): boolean {
  const value = bare(property.value);
  return property.shorthand || (value.type === "MemberExpression" && propertyName(value) === propertyName(property));
}

function errorsOf({ variables }: Repeat, { path }: AssumedCode): ReadonlySet<unknown> {
  return new Set<unknown>([...variables, path.root]);
}

/** Whether a value is computed from the error, and is not the error, a part of it or its text. */
function isMadeOfError(file: AnalyzedFile, value: TSESTree.Node, errors: ReadonlySet<unknown>, depth = 0): boolean {
  let found = false;
  walk(file, value, (node) => {
    if (found || isFunction(node) || (node.type === "CallExpression" && (isWording(node) || saysQuestion(calleeName(node) ?? "") || saysCount(calleeName(node) ?? "")))) return false;
    const variable = node.type === "Identifier" ? file.variableOf(node) : undefined;
    if (variable === undefined) return true;
    if (errors.has(variable)) found = isComputed(node, value);
    else {
      const made = depth < 3 ? onlyValue(variable) : undefined;
      found = made !== undefined && !isFunction(bare(made)) && isMadeOfError(file, made, errors, depth + 1);
    }
    return !found;
  });
  return found;
}

/** Whether a call or a calculation stands between a read and the whole value. */
function isComputed(read: TSESTree.Node, value: TSESTree.Node): boolean {
  for (let at: TSESTree.Node | undefined = read; at != null && isInside(at, value); at = at.parent) {
    if (at.type === "CallExpression" || at.type === "NewExpression" || (at.type === "BinaryExpression" && /^[-+*/]$/.test(at.operator))) return at.type !== "NewExpression" || calleeName(at) !== "Error";
  }
  return false;
}

/** Whether a node gives something another value that the next attempt works with, such as the client or what it is made from. */
export function changesInput(file: AnalyzedFile, repeat: Repeat, node: TSESTree.Node, assumed: AssumedCode): boolean {
  if (node.type !== "AssignmentExpression" || node.operator !== "=" || node.left.type === "ArrayPattern" || node.left.type === "ObjectPattern") return false;
  const { left, right } = node;
  const target = bare(left);
  const name = target.type === "MemberExpression" ? (propertyName(target) ?? "") : target.type === "Identifier" ? target.name : "";
  const errors = errorsOf(repeat, assumed);
  if (saysCount(name) || !tellsSomething(file, bare(right), errors)) return false;
  // What is counted on from turn to turn, such as a pause.
  if (reads(file, right, textOf(file, target)) && !isMadeOfError(file, right, errors)) return false;
  return attemptsOf(file, repeat).some((attempt) => isHandedOn(file, attempt, target, repeat));
}

/** A number or a flag is none of what has to be renewed, nor is the error that is kept for the end. */
function tellsSomething(file: AnalyzedFile, value: TSESTree.Node, errors: ReadonlySet<unknown>): boolean {
  if (value.type === "Literal") return value.value === null || value.value === true;
  if (value.type === "NewExpression" && calleeName(value) === "Error") return false;
  let mentioned = false;
  walk(file, value, (node) => {
    mentioned ||= node.type === "Identifier" && errors.has(file.variableOf(node));
    return !mentioned;
  });
  return !mentioned || isMadeOfError(file, value, errors);
}

function reads(file: AnalyzedFile, root: TSESTree.Node, text: string): boolean {
  let found = false;
  walk(file, root, (node) => {
    found ||= (node.type === "Identifier" || node.type === "MemberExpression") && textOf(file, node) === text;
    return !found;
  });
  return found;
}

/** What runs again: what is tried, or the function around, and the functions of this file that it calls. */
function attemptsOf(file: AnalyzedFile, { loop, once, region, tried }: Repeat): readonly TSESTree.Node[] {
  const start = loop?.body ?? (once ? tried : enclosingFunction(tried ?? region)?.body);
  const attempts = new Set<TSESTree.Node>(start === undefined ? [] : [start]);
  for (const attempt of attempts) {
    walk(file, attempt, (node) => {
      const called = node.type === "CallExpression" && (isInside(attempt, region) || !isInside(node, region)) ? calledFunction(file, node) : undefined;
      if (called !== undefined && attempts.size < 20) attempts.add(called.body);
      return true;
    });
  }
  return [...attempts];
}

/** Whether a call in an attempt gets what was changed, or the object that it is a part of, or is made on it. */
function isHandedOn(file: AnalyzedFile, attempt: TSESTree.Node, target: TSESTree.Node, { region }: Repeat): boolean {
  const text = textOf(file, target);
  const variable = variableOf(file, target);
  let found = false;
  walk(file, attempt, (node) => {
    if (found || (isInside(node, region) && !isInside(attempt, region))) return false;
    const isRead = node.type === "MemberExpression" ? textOf(file, node) === text : node.type === "Identifier" && variable !== undefined && file.variableOf(node) === variable;
    found = isRead && isInCall(node);
    return !found;
  });
  return found;
}

function variableOf(file: AnalyzedFile, target: TSESTree.Node): Variable | undefined {
  let node = target;
  while (node.type === "MemberExpression") node = bare(node.object);
  return node.type === "Identifier" ? file.variableOf(node) : undefined;
}

function isInCall(read: TSESTree.Node): boolean {
  for (let at = read.parent; at != null && !isFunction(at) && !at.type.endsWith("Statement"); at = at.parent) {
    if (at.type === "CallExpression") return !isNote(at) && !isWait(at);
    if (at.type === "NewExpression") return true;
    // `client ??= await connect()`
    if (at.type === "AssignmentExpression" && at.left === read) return at.operator === "??=" || at.operator === "||=";
  }
  return false;
}
