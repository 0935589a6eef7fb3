import type { TSESTree } from "@typescript-eslint/utils";
import type { AnalyzedFile, FunctionNode } from "../source/file.js";
import { answerOnce } from "../source/answer-once.js";
import { clientOf } from "../origins/clients.js";
import { sdkCallOf } from "../origins/api-calls.js";
import { calleeName, isFunction, isInside, isLoop, nearestAround, Nesting, walk, type Loop } from "../source/syntax.js";
import { isPauseName } from "../knowledge/logs-and-pauses.js";
import { isAttemptName, isTakingName } from "../knowledge/function-names.js";

/** The innermost loop around a node whose next turn makes the same call again. */
export function retryLoopAround(file: AnalyzedFile, tried: TSESTree.Node, handler: TSESTree.Node): Loop | undefined {
  const around = loopOrFunctionAround(tried);
  return around !== undefined && isLoop(around) && isRetryLoop(file, around, tried, handler) ? around : undefined;
}

/** The innermost loop around a node, within the function that it stands in; else that function. */
export const loopOrFunctionAround = nearestAround((node): node is FunctionNode | Loop => isLoop(node) || isFunction(node));

/** Whether a loop is there to repeat what is tried in it: it ends with the first success, and makes the same call each turn. */
export function isRetryLoop(file: AnalyzedFile, loop: Loop, tried: TSESTree.Node, handler: TSESTree.Node): boolean {
  return isOfUsualSize(file, loop) && successLeaves(file, loop, handler) && makesSameCall(file, loop, tried, handler);
}

/** A loop that is there to repeat has few handlers. All of it is looked through for each of them. */
const mostHandlers = 20;

/** Whether a loop has no more handlers, and no more loops and handlers in each other, than one that repeats something. */
function isOfUsualSize(file: AnalyzedFile, loop: Loop): boolean {
  return answerOnce<boolean>(file, isOfUsualSize, loop, false, () => {
    const nesting = new Nesting(loop);
    let handlers = 0;
    let isUsual = true;
    walk(file, loop.body, (node) => {
      if (!isUsual || isFunction(node)) return false;
      if (node.type === "TryStatement") handlers += 1;
      if (handlers > mostHandlers || ((node.type === "TryStatement" || isLoop(node)) && nesting.isTooDeep(node))) isUsual = false;
      return isUsual;
    });
    return isUsual;
  });
}

/**
 * Whether a loop ends when the call succeeds. One that goes on whether it did or not works through something, or
 * polls: its next turn is no repeat of what failed.
 */
function successLeaves(file: AnalyzedFile, loop: Loop, handler: TSESTree.Node): boolean {
  const asked = askedByTest(file, loop);
  let leaves = false;
  walk(file, loop.body, (node) => {
    if (leaves || node === handler || isFunction(node)) return false;
    if (node.type === "ReturnStatement") leaves = true;
    if (node.type === "BreakStatement" && breaks(node, loop)) leaves = true;
    if (node.type === "AssignmentExpression" && node.operator === "=") {
      walk(file, node.left, (part) => {
        if (part.type === "Identifier" && asked.has(file.variableOf(part))) leaves = true;
        return !leaves;
      });
    }
    return true;
  });
  return leaves;
}

/** The variables that decide whether a loop goes on. */
export function askedByTest(file: AnalyzedFile, loop: Loop): ReadonlySet<unknown> {
  const asked = new Set<unknown>();
  const test = loop.type === "ForOfStatement" || loop.type === "ForInStatement" ? null : loop.test;
  if (test == null) return asked;
  walk(file, test, (node) => {
    const variable = node.type === "Identifier" ? file.variableOf(node) : undefined;
    if (variable !== undefined) asked.add(variable);
    return true;
  });
  return asked;
}

/** The loop or the `switch` that `break` or `continue` without a label is about. */
export function aroundJump(jump: TSESTree.BreakStatement | TSESTree.ContinueStatement): TSESTree.Node {
  let at: TSESTree.Node = jump;
  while (at.parent != null && !isLoop(at) && !(at.type === "SwitchStatement" && jump.type === "BreakStatement")) at = at.parent;
  return at;
}

function breaks(statement: TSESTree.BreakStatement, loop: Loop): boolean {
  if (statement.label !== null) return loop.parent.type === "LabeledStatement" && loop.parent.label.name === statement.label.name;
  return aroundJump(statement) === loop;
}

/**
 * Whether each turn of a loop makes the same call: nothing in it reads what the loop changes from turn to turn. A loop
 * over items or pages goes on with the next one, which is no repeat.
 */
function makesSameCall(file: AnalyzedFile, loop: Loop, tried: TSESTree.Node, handler: TSESTree.Node): boolean {
  const varying = varyingVariables(file, loop, handler);
  if (varying.size === 0) return true;
  const calls: TSESTree.Node[] = [];
  const waits: TSESTree.Node[] = [];
  walk(file, tried, (node) => {
    if (node === handler) return false;
    if (sdkCallOf(file, node) !== undefined) calls.push(node);
    else if (node.type === "AwaitExpression") waits.push(node.argument);
    return true;
  });
  const relevant = calls.length > 0 ? calls : waits.filter((node) => node.type !== "CallExpression" || !isPauseName(calleeName(node) ?? ""));
  return !relevant.some((node) => readsAny(file, node, varying));
}

function readsAny(file: AnalyzedFile, root: TSESTree.Node, variables: ReadonlySet<unknown>): boolean {
  let found = false;
  walk(file, root, (node) => {
    if (node.type === "Identifier" && variables.has(file.variableOf(node))) found = true;
    return !found;
  });
  return found;
}

/** Variables that differ from turn to turn: the items of a loop, and what is taken or computed anew in its body. */
function varyingVariables(file: AnalyzedFile, loop: Loop, handler: TSESTree.Node): ReadonlySet<unknown> {
  const varying = new Set<unknown>();
  const add = (pattern: TSESTree.Node): void => {
    walk(file, pattern, (node) => {
      if (node.type === "Identifier" && !isAttemptName(node.name)) varying.add(file.variableOf(node));
      return true;
    });
  };
  if (loop.type === "ForOfStatement" || loop.type === "ForInStatement") add(loop.left);
  if (loop.type === "ForStatement" && loop.init?.type === "VariableDeclaration") for (const { id } of loop.init.declarations) add(id);
  // What is found to vary can make what stands before it vary in the next turn.
  for (let pass = 0; pass < 2; pass += 1) {
    walk(file, loop.body, (node) => {
      if (node === handler || isFunction(node)) return false;
      const changed = changedBy(file, node, loop, varying);
      if (changed !== undefined) add(changed);
      return true;
    });
  }
  varying.delete(undefined);
  return varying;
}

/** The name or the pattern that a node gives a value which differs from turn to turn. */
function changedBy(file: AnalyzedFile, node: TSESTree.Node, loop: Loop, varying: ReadonlySet<unknown>): TSESTree.Node | undefined {
  switch (node.type) {
    case "VariableDeclarator":
      return node.init !== null && clientOf(file, node.init) === undefined && (readsAny(file, node.init, varying) || takesNext(file, node.init)) ? node.id : undefined;
    case "AssignmentExpression": {
      if (clientOf(file, node.right) !== undefined) return undefined;
      // What one turn leaves for the next: the offset or the token of the next page, also as a part of the request.
      const name = node.left.type === "MemberExpression" ? rootOf(node.left) : node.left;
      return name.type === "Identifier" && isCarriedOver(file, name, loop) ? name : undefined;
    }
    case "UpdateExpression":
      return node.argument.type === "MemberExpression" ? rootOf(node.argument) : node.argument;
    case "ExpressionStatement": {
      // `request.setOffset(offset)`
      const call = node.expression;
      if (call.type !== "CallExpression" || call.callee.type !== "MemberExpression" || sdkCallOf(file, call) !== undefined) return undefined;
      const name = rootOf(call.callee);
      return name.type === "Identifier" && call.arguments.some((argument) => readsAny(file, argument, varying)) ? name : undefined;
    }
    default:
      return undefined;
  }
}

function rootOf(access: TSESTree.MemberExpression): TSESTree.Node {
  let node: TSESTree.Node = access;
  while (node.type === "MemberExpression") node = node.object;
  return node;
}

function isCarriedOver(file: AnalyzedFile, name: TSESTree.Identifier, loop: Loop): boolean {
  const declared = file.variableOf(name)?.identifiers[0];
  return declared !== undefined && !isInside(declared, loop.body);
}

function takesNext(file: AnalyzedFile, expression: TSESTree.Node): boolean {
  let found = false;
  walk(file, expression, (node) => {
    if (node.type === "CallExpression" && isTakingName(calleeName(node) ?? "")) found = true;
    return !found;
  });
  return found;
}

/** How often a loop turns at most, where that is written in it: `for (let i = 0; i < 3; i++)`. */
export function mostTurns(loop: Loop): number | undefined {
  if (loop.type === "ForOfStatement") return loop.right.type === "ArrayExpression" ? loop.right.elements.length : undefined;
  if (loop.type !== "ForStatement" || loop.init?.type !== "VariableDeclaration" || loop.test?.type !== "BinaryExpression") return undefined;
  const start = numberOf(loop.init.declarations[0]?.init);
  const { operator, right } = loop.test;
  const end = numberOf(right);
  if (start === undefined || end === undefined) return undefined;
  if (operator === "<") return end - start;
  return operator === "<=" ? end - start + 1 : undefined;
}

function numberOf(node: TSESTree.Node | null | undefined): number | undefined {
  return node?.type === "Literal" && typeof node.value === "number" ? node.value : undefined;
}
