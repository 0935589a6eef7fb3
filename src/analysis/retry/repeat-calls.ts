import type { TSESTree } from "@typescript-eslint/utils";
import type { AnalyzedFile, FunctionNode } from "../source/file.js";
import { spend } from "../source/allowance.js";
import { answerOnce } from "../source/answer-once.js";
import { sdkCallOf } from "../origins/api-calls.js";
import { walkGuarded } from "../origins/handlers.js";
import { callsIn } from "../origins/calls.js";
import type { SdkCall } from "../origins/call.js";
import { calledFunction, functionOf } from "../source/functions.js";
import { bare, calleeName, enclosingFunction, isFunction, isInside, propertyName, textOf, walk, walkHandler } from "../source/syntax.js";
import { timers } from "../knowledge/function-names.js";
import { anyAction } from "../knowledge/services.js";

/** `again`: through the function around, which can come to the handler once more; `once`: by one more call. */
export type RepeatForm = "again" | "once";

/** Two hundred handlers that share a helper of a hundred calls. */
const mostShared = 20_000;

/**
 * The nodes in a handler that make the failed call again: a call of the function that the failed call stands in, the
 * same action with the same request, the same function with the same arguments, a timer for any of them. For a repeat in
 * a function that is run later, the node is that function.
 *
 * @param made the calls that can have failed
 * @param kind a helper can be shared by many handlers
 */
export function repeatsIn(file: AnalyzedFile, handler: TSESTree.Node, tried: TSESTree.Node, made: () => readonly SdkCall[], kind: "handler" | "helper"): ReadonlyMap<TSESTree.Node, RepeatForm> {
  const repeats = new Map<TSESTree.Node, RepeatForm>();
  const calls = callsOf(file, handler);
  if (kind === "helper" && !spend(file, repeatsIn, calls.length, mostShared)) return repeats;
  const around = enclosingFunctions(tried);
  for (const node of calls) {
    const form = repeatForm(file, node, tried, made, around);
    if (form !== undefined) repeats.set(outermostInside(node, handler), form);
  }
  return repeats;
}

function callsOf(file: AnalyzedFile, handler: TSESTree.Node): readonly TSESTree.CallExpression[] {
  return answerOnce<readonly TSESTree.CallExpression[]>(file, callsOf, handler, [], () => {
    const calls: TSESTree.CallExpression[] = [];
    walkHandler(file, handler, (node) => {
      if (node.type === "CallExpression") calls.push(node);
      return true;
    });
    return calls;
  });
}

function repeatForm(file: AnalyzedFile, node: TSESTree.CallExpression, tried: TSESTree.Node, made: () => readonly SdkCall[], around: readonly FunctionNode[]): RepeatForm | undefined {
  const called = calledFunction(file, node);
  if (called !== undefined && around.includes(called)) return passesItsParametersOn(file, node, called) ? "again" : undefined;
  if (timers.has(calleeName(node) ?? "")) {
    const handed = node.arguments[0] === undefined ? undefined : timedFunction(file, node.arguments[0]);
    if (handed !== undefined && around.includes(handed)) return "again";
  }
  const call = sdkCallOf(file, node);
  if (call !== undefined) return made().some((before) => isSameRequest(file, before, call)) ? "once" : undefined;
  if (!isMadeIn(file, tried, node)) return undefined;
  const repeatable = called !== undefined ? callsIn(file, called.body).sdk.length > 0 : isCallOfParameter(file, node);
  return repeatable ? "once" : undefined;
}

/** The functions around a node, innermost first. */
function enclosingFunctions(node: TSESTree.Node): readonly FunctionNode[] {
  const around: FunctionNode[] = [];
  for (let fn = enclosingFunction(node); fn !== undefined; fn = enclosingFunction(fn)) around.push(fn);
  return around;
}

/** `setTimeout(again)`, `setTimeout(again.bind(this, n))` */
function timedFunction(file: AnalyzedFile, argument: TSESTree.Node): FunctionNode | undefined {
  const node = bare(argument);
  if (node.type === "CallExpression" && node.callee.type === "MemberExpression" && propertyName(node.callee) === "bind") return functionOf(file, node.callee.object);
  return isFunction(node) ? undefined : functionOf(file, node);
}

/** The outermost function in `handler` that a node stands in, or the node itself. */
function outermostInside(node: TSESTree.Node, handler: TSESTree.Node): TSESTree.Node {
  let outermost = node;
  for (let at: TSESTree.Node | undefined = node.parent; at != null && at !== handler && isInside(at, handler); at = at.parent) {
    if (isFunction(at)) outermost = at;
  }
  return outermost;
}

/**
 * Whether a function calls itself for the same thing: each argument is built from the parameter in its place, is a
 * count, the caught error, or is made on the spot. `remove(child.id)` inside `remove(id)` goes on with something else.
 */
function passesItsParametersOn(file: AnalyzedFile, call: TSESTree.CallExpression, called: FunctionNode): boolean {
  return call.arguments.every((argument, index) => {
    const parameter = called.params[index];
    if (parameter === undefined || argument.type === "SpreadElement" || parameter.type === "RestElement") return true;
    const name = parameter.type === "AssignmentPattern" ? parameter.left : parameter;
    const value = bare(argument);
    if (name.type !== "Identifier" || value.type === "Literal" || value.type === "ObjectExpression" || isFunction(value)) return true;
    if (value.type === "Identifier" && value.name === "undefined") return true;
    return mentionsName(file, value, name.name) || isCount(value) || isCaughtError(file, value);
  });
}

function mentionsName(file: AnalyzedFile, root: TSESTree.Node, name: string): boolean {
  let found = false;
  walk(file, root, (node) => {
    if (node.type === "Identifier" && node.name === name) found = true;
    return !found;
  });
  return found;
}

/** An error that is handed on, to be thrown in the end. */
function isCaughtError(file: AnalyzedFile, node: TSESTree.Node): boolean {
  return node.type === "Identifier" && file.variableOf(node)?.defs[0]?.type === "CatchClause";
}

function isCount(node: TSESTree.Node): boolean {
  return node.type === "UpdateExpression" || node.type === "UnaryExpression" || (node.type === "BinaryExpression" && /^[-+*/]$/.test(node.operator));
}

function isCallOfParameter(file: AnalyzedFile, call: TSESTree.CallExpression): boolean {
  const callee = bare(call.callee);
  return callee.type === "Identifier" && file.variableOf(callee)?.defs[0]?.type === "Parameter";
}

/** Whether a piece of code makes the same call, word for word. */
function isMadeIn(file: AnalyzedFile, tried: TSESTree.Node, call: TSESTree.CallExpression): boolean {
  if (isLong(call)) return false;
  const alike = callsByText(file, tried).get(textOf(file, call)) ?? [];
  return alike.some((node) => node !== call && !isInside(call, node));
}

/** The texts of a chain of calls, each with all before it, come to the square of its length. */
const longestText = 5_000;

function isLong({ range: [start, end] }: TSESTree.Node): boolean {
  return end - start > longestText;
}

function callsByText(file: AnalyzedFile, root: TSESTree.Node): ReadonlyMap<string, readonly TSESTree.Node[]> {
  return answerOnce<ReadonlyMap<string, readonly TSESTree.Node[]>>(file, callsByText, root, new Map(), () => {
    const calls = new Map<string, TSESTree.Node[]>();
    walkGuarded(file, root, (node) => {
      if (node.type !== "CallExpression" || isLong(node)) return true;
      const text = textOf(file, node);
      const alike = calls.get(text);
      if (alike === undefined) calls.set(text, [node]);
      else alike.push(node);
      return true;
    });
    return calls;
  });
}

function isSameRequest(file: AnalyzedFile, made: SdkCall, again: SdkCall): boolean {
  if (made.node === again.node || made.action === anyAction || made.action !== again.action || made.service !== again.service) return false;
  const text = ({ node }: SdkCall): string => node.arguments.filter((argument) => !isFunction(argument)).map((argument) => textOf(file, bare(argument) as TSESTree.Expression)).join();
  return text(made) === text(again);
}
