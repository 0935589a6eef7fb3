import type { TSESTree } from "@typescript-eslint/utils";
import type { AnalyzedFile, Variable } from "../file.js";
import { callsIn, sdkCallOf, type SdkCall } from "../calls.js";
import { untestedCode } from "../dispatch/dispatches.js";
import { outcomesOf, outcomesOfBlock, variablesOf } from "./deciders.js";
import { pathOfVariable, type ReadPath } from "../paths.js";
import { handlersOf, type Handler } from "./repeat-handlers.js";
import { handlerRepeat } from "./repeats.js";
import { libraryRetries, type Decider, type LibraryRetry } from "./libraries/index.js";
import { bare, calledFunction, calleeName, isFunction, isInside, propertyName, walk } from "../syntax.js";
import type { Subject } from "../trace/truth.js";

/** A construct that repeats calls of the SDK whatever the error was. */
export type BlindRetry =
  | { readonly kind: "handler"; readonly handler: Handler; readonly calls: readonly SdkCall[] }
  | { readonly kind: "library"; readonly retry: LibraryRetry; readonly calls: readonly SdkCall[] };

export function blindRetries(file: AnalyzedFile): readonly BlindRetry[] {
  const retries = libraryRetries(file);
  const handlers = handlersOf(file).filter(({ node }) => !retries.some(({ attempts }) => attempts.some((attempt) => isInside(node, attempt))));
  return [...handlers.flatMap((handler) => blindHandler(file, handler) ?? []), ...retries.flatMap((retry) => blindLibrary(file, retry) ?? [])];
}

function blindHandler(file: AnalyzedFile, handler: Handler): BlindRetry | undefined {
  const repeat = handlerRepeat(file, handler);
  if (repeat === undefined || repeat.calls.length === 0) return undefined;
  const subject = untested(file, handler.node, handler.error);
  return repeat.openness(subject) > 0 && !asks(file, handler.node.body, handler.error) ? { kind: "handler", handler, calls: repeat.calls } : undefined;
}

function blindLibrary(file: AnalyzedFile, retry: LibraryRetry): BlindRetry | undefined {
  const calls = retry.attempts.flatMap((attempt) => callsOf(file, attempt));
  if (calls.length === 0 || retry.decidedElsewhere) return undefined;
  const { deciders } = retry;
  if (deciders.some((decider) => asksOrStops(file, decider))) return undefined;
  // Nothing repeats in these but what hands the error to their own function.
  const onlyWhenAsked = retry.library === "promise-retry" || retry.library === "retry";
  if (onlyWhenAsked && deciders.length === 0 && forwarded(file, retry) === undefined) return undefined;
  return { kind: "library", retry, calls };
}

/** The calls of an attempt, also those whose errors it hands to the library itself. */
function callsOf(file: AnalyzedFile, attempt: TSESTree.Node): readonly SdkCall[] {
  const calls = [...callsIn(file, attempt).sdk];
  if (calls.length > 0) return calls;
  walk(file, attempt, (node) => {
    const call = sdkCallOf(file, node);
    if (call !== undefined) calls.push(call);
    return true;
  });
  return calls;
}

function asksOrStops(file: AnalyzedFile, { fn, clause, error, judge }: Decider): boolean {
  const region = clause?.body ?? fn.body;
  if (asks(file, region, error)) return true;
  const subject = untested(file, fn, error);
  return judge(file, clause === undefined ? outcomesOf(file, fn, subject) : outcomesOfBlock(file, clause.body.body, subject), subject) === 0;
}

/** The argument of `.catch(retry)`, which hands every error to the function that repeats. */
export function forwarded(file: AnalyzedFile, { attempts }: LibraryRetry): TSESTree.Identifier | undefined {
  let found: TSESTree.Identifier | undefined;
  for (const attempt of attempts) {
    const [parameter] = isFunction(attempt.parent) ? attempt.parent.params : [];
    if (parameter?.type !== "Identifier") continue;
    walk(file, attempt, (node) => {
      const [argument] = node.type === "CallExpression" && calleeName(node) === "catch" ? node.arguments : [];
      if (argument?.type === "Identifier" && argument.name === parameter.name) found = argument;
      return found === undefined;
    });
  }
  return found;
}

function untested(file: AnalyzedFile, owner: TSESTree.Node, error: TSESTree.Node | undefined): Subject {
  const [root] = variablesOf(file, error);
  const path: ReadPath = { root: root ?? owner, names: ["code"] };
  return { path, code: untestedCode };
}

/** Calls that write the error down, keep it or pass it on at the end, and decide nothing. */
const keeping = /^(?:add|callback|cb|console|count|debug|done|emit|error|format\w*|increment|info|inspect|log\w*|next|notice|print|push|record\w*|reject|report\w*|set|String|stringify|toString|trace|unshift|verbose|warn|warning)$/i;

/** Whether a piece of code asks something about the error, or hands it to somebody who may. */
function asks(file: AnalyzedFile, region: TSESTree.Node, error: TSESTree.Node | undefined): boolean {
  const variables = variablesOf(file, error);
  if (variables.size === 0) return false;
  let found = false;
  walk(file, region, (node) => {
    const question = questionOf(file, node);
    if (question !== undefined && mentionsAny(file, question, variables)) found = true;
    return !found;
  });
  return found;
}

function questionOf(file: AnalyzedFile, node: TSESTree.Node): TSESTree.Node | undefined {
  switch (node.type) {
    case "IfStatement":
    case "ConditionalExpression":
    case "WhileStatement":
    case "DoWhileStatement":
      return isRetryOfOperation(node.test) ? undefined : node.test;
    case "SwitchStatement":
      return node.discriminant;
    case "LogicalExpression":
      return isValue(node) || isRetryOfOperation(node.right) ? undefined : node.left;
    case "BinaryExpression":
      return /^(?:[!=]==?|in|instanceof)$/.test(node.operator) ? node : undefined;
    case "CallExpression":
      return decides(file, node) ? node : undefined;
    default:
      return undefined;
  }
}

/** `operation.retry(error)` of the package `retry` asks whether an attempt is left, not what the error is. */
function isRetryOfOperation(test: TSESTree.Node): boolean {
  const node = bare(test);
  if (node.type === "UnaryExpression") return isRetryOfOperation(node.argument);
  return node.type === "CallExpression" && node.callee.type === "MemberExpression" && propertyName(node.callee) === "retry";
}

/** `error.message ?? "unknown"`, `error && error.message`: a value, not a question. */
function isValue(node: TSESTree.LogicalExpression): boolean {
  return node.operator === "??" || node.parent.type === "CallExpression" || node.parent.type === "TemplateLiteral";
}

/** Whether a call that gets the error may decide by it: it may throw, and only some do not. */
function decides(file: AnalyzedFile, call: TSESTree.CallExpression): boolean {
  if (call.arguments.length === 0 || keeping.test(calleeName(call) ?? "") || isConsole(call) || isRetryOfOperation(call) || sdkCallOf(file, call) !== undefined) return false;
  const called = calledFunction(file, call);
  if (called === undefined) return true;
  let throws = false;
  walk(file, called.body, (node) => {
    if (node.type === "ThrowStatement") throws = true;
    return !throws;
  });
  return throws && !isInside(call, called);
}

function isConsole(call: TSESTree.CallExpression): boolean {
  const callee = bare(call.callee);
  return callee.type === "MemberExpression" && callee.object.type === "Identifier" && /^(?:console|log|logger)$/.test(callee.object.name);
}

function mentionsAny(file: AnalyzedFile, root: TSESTree.Node, variables: ReadonlySet<Variable>): boolean {
  let found = false;
  walk(file, root, (node) => {
    const variable = node.type === "Identifier" ? file.variableOf(node) : undefined;
    if (variable !== undefined && (variables.has(variable) || [...variables].includes(pathOfVariable(file, variable).root as Variable))) found = true;
    return !found;
  });
  return found;
}
