import type { TSESTree } from "@typescript-eslint/utils";
import type { AnalyzedFile } from "../source/file.js";
import { answerOnce } from "../source/answer-once.js";
import { clientOf } from "./clients.js";
import { ownCallOf } from "./own-clients.js";
import { waitOf } from "./waits.js";
import { lettingOut } from "./handlers.js";
import { bare, calledFunction, functionOf, isFunction, isInside, onlyValue, propertyName, returnedExpressions, walk } from "../source/syntax.js";
import { functionsHanded } from "../values/call-sites.js";
import { knownStrings } from "../values/constants.js";
import { actionName, exceptionClass, requestMethods } from "../knowledge/sdk.js";
import { plainErrors } from "../knowledge/error-words.js";

/** A call of an API action through a client of the SDK. */
export interface SdkCall {
  readonly node: TSESTree.CallExpression;
  readonly service: string | undefined;
  /** Undefined where the name of the action is computed. */
  readonly action: string | undefined;
  /** Whether a client of one's own makes it, of which other errors can come too. */
  readonly isOwn?: true;
}

/** What a piece of code calls, its functions in this file followed. */
export interface Calls {
  readonly sdk: readonly SdkCall[];
  /** Calls of which the errors come out inside errors of the application: as their `cause`, or some other part. */
  readonly wrapped: readonly SdkCall[];
  /** Whether errors can come along that are not the SDK's. */
  readonly others: boolean;
  /** Whether it waits for something of which nothing can be seen. */
  readonly unknown: boolean;
}

const noCalls: Calls = { sdk: [], wrapped: [], others: false, unknown: false };

/** The call of an action that a node is. */
export function sdkCallOf(file: AnalyzedFile, node: TSESTree.Node): SdkCall | undefined {
  if (node.type !== "CallExpression") return undefined;
  return answerOnce<SdkCall | undefined>(file, sdkCallOf, node, undefined, () => {
    const callee = bare(node.callee);
    if (callee.type !== "MemberExpression") return undefined;
    const own = ownCallOf(file, node, callee);
    if (own !== undefined) return { node, ...own, isOwn: true };
    const name = propertyName(callee);
    const isRequest = name !== undefined && requestMethods.has(name);
    if (name !== undefined && !isRequest && !actionName.test(name)) return undefined;
    const client = clientOf(file, callee.object);
    if (client === undefined) return undefined;
    // client[name](…): the name may be known.
    if (!isRequest) return { node, service: client.service, action: name ?? onlyString(file, callee.property) };
    return { node, service: client.service, action: onlyString(file, node.arguments[0]) };
  });
}

function onlyString(file: AnalyzedFile, node: TSESTree.Node | undefined): string | undefined {
  const names = node === undefined ? undefined : knownStrings(file, node);
  return names?.length === 1 ? names[0]?.value : undefined;
}

/**
 * The calls of actions whose errors come out of `root`: those in it and in the functions of this file that it calls,
 * without those whose errors an inner handler keeps.
 */
export function callsIn(file: AnalyzedFile, root: TSESTree.Node): Calls {
  return answerOnce(file, callsIn, root, noCalls, () => {
    const sdk = new Map<TSESTree.Node, SdkCall>();
    const wrapped = new Map<TSESTree.Node, SdkCall>();
    let others = false;
    let unknown = false;
    // Functions call each other in circles, so this goes from one to the next and never asks itself.
    const direct = reachable(file, [root]);
    for (const piece of direct) {
      const own = ownCalls(file, piece);
      for (const call of own.sdk) sdk.set(call.node, call);
      others ||= own.others || own.handed.some((parts) => !parts.some((part) => callsIn(file, part).sdk.length > 0));
      unknown ||= own.unknown;
      for (const inner of own.wrapped) for (const call of callsIn(file, inner).sdk) wrapped.set(call.node, call);
    }
    return { sdk: [...sdk.values()], wrapped: [...wrapped.values()], others, unknown };
  });
}

function reachable(file: AnalyzedFile, roots: readonly TSESTree.Node[]): ReadonlySet<TSESTree.Node> {
  const found = new Set<TSESTree.Node>(roots);
  for (const piece of found) for (const called of ownCalls(file, piece).called) found.add(called);
  return found;
}

/** What a piece of code does by itself. */
interface OwnCalls {
  readonly sdk: SdkCall[];
  /** Bodies of the functions of this file that it calls. */
  readonly called: TSESTree.Node[];
  /** Code of which the errors come out inside other errors. */
  readonly wrapped: TSESTree.Node[];
  /** Functions handed to calls that it waits for: with calls of the SDK in them, the wait brings the SDK's errors. */
  readonly handed: TSESTree.Node[][];
  others: boolean;
  unknown: boolean;
}

function ownCalls(file: AnalyzedFile, root: TSESTree.Node): OwnCalls {
  const empty: OwnCalls = { sdk: [], called: [], wrapped: [], handed: [], others: false, unknown: false };
  return answerOnce(file, ownCalls, root, empty, () => {
    const own: OwnCalls = { sdk: [], called: [], wrapped: [], handed: [], others: false, unknown: false };
    const open: TSESTree.Node[] = [root];
    for (let from = open.pop(); from !== undefined; from = open.pop()) {
      const start = from;
      walk(file, start, (node) => {
        const inner = node === root && node.type === "TryStatement" ? undefined : innerHandler(file, node);
        if (inner !== undefined) {
          const { rethrows, wraps, others } = lettingOut(file, inner.handler, inner.parameter);
          if (others) own.others = true;
          if (!rethrows) {
            if (wraps) own.wrapped.push(inner.guarded);
            for (const part of inner.rest) open.push(part);
            return false;
          }
        }
        note(file, own, root, node);
        return true;
      });
    }
    return own;
  });
}

interface InnerHandler {
  readonly guarded: TSESTree.Node;
  readonly handler: TSESTree.Node;
  readonly parameter: TSESTree.Node | null;
  /** What runs outside its guard. */
  readonly rest: readonly TSESTree.Node[];
}

/** `try { guarded } catch (parameter) { handler }`, `guarded.catch((parameter) => handler)` */
function innerHandler(file: AnalyzedFile, node: TSESTree.Node): InnerHandler | undefined {
  if (node.type === "TryStatement" && node.handler !== null) {
    const rest = node.finalizer === null ? [node.handler.body] : [node.handler.body, node.finalizer];
    return { guarded: node.block, handler: node.handler.body, parameter: node.handler.param, rest };
  }
  if (node.type !== "CallExpression" || node.callee.type !== "MemberExpression") return undefined;
  const name = propertyName(node.callee);
  const callback = name === "catch" ? node.arguments[0] : name === "then" ? node.arguments[1] : undefined;
  const handler = callback === undefined ? undefined : functionOf(file, callback);
  if (handler === undefined) return undefined;
  const [first] = node.arguments;
  const rest = name === "then" && first !== undefined ? [handler.body, first] : [handler.body];
  return { guarded: node.callee.object, handler: handler.body, parameter: handler.params[0] ?? null, rest };
}

function note(file: AnalyzedFile, own: OwnCalls, root: TSESTree.Node, node: TSESTree.Node): void {
  switch (node.type) {
    case "AwaitExpression":
      noteWait(file, own, root, node.argument);
      break;
    case "ForOfStatement":
      if (node.await) noteWait(file, own, root, node.right);
      break;
    case "ThrowStatement":
      if (bringsCode(file, node.argument)) own.others = true;
      break;
    case "CallExpression":
      noteCall(file, own, root, node);
      break;
    default:
  }
}

function noteCall(file: AnalyzedFile, own: OwnCalls, root: TSESTree.Node, node: TSESTree.CallExpression): void {
  const call = sdkCallOf(file, node);
  if (call !== undefined) {
    own.sdk.push(call);
    if (call.isOwn === true) own.others = true;
    return;
  }
  if (node === root && noteHanded(file, own, root, node)) return;
  const called = calledFunction(file, node);
  if (called !== undefined) {
    if (!isInside(called, root)) own.called.push(called.body);
    return;
  }
  const callee = bare(node.callee);
  const name = callee.type === "Identifier" ? callee.name : callee.type === "MemberExpression" ? propertyName(callee) : undefined;
  // readFileSync, execSync and their like throw errors of Node's.
  if (name !== undefined && /[a-z]Sync$/.test(name)) own.others = true;
  if (callee.type !== "MemberExpression" || (name !== "then" && name !== "catch" && name !== "finally")) return;
  noteWait(file, own, root, callee.object);
  const [first] = node.arguments;
  // What a callback of `then` returns is waited for too.
  if (name === "then" && first !== undefined && isFunction(first) && first.body.type !== "BlockStatement") noteWait(file, own, root, first.body);
}

function noteWait(file: AnalyzedFile, own: OwnCalls, root: TSESTree.Node, expression: TSESTree.Node): void {
  const node = bare(expression);
  if (node.type === "Identifier") {
    const variable = file.variableOf(node);
    const value = variable === undefined ? undefined : onlyValue(variable);
    const promise = value === undefined ? undefined : bare(value);
    // `const pending = client.Action(…)` before the `try`: its errors come where it is waited for.
    if (promise?.type === "CallExpression") {
      own.called.push(promise);
      noteWait(file, own, root, promise);
    }
    return;
  }
  if (noteHanded(file, own, root, node)) return;
  const wait = waitOf(file, node, (part) => sdkCallOf(file, part) !== undefined);
  if (wait.kind === "foreign") own.others = true;
  if (wait.kind === "unknown") [own.others, own.unknown] = [true, true];
  if (wait.kind === "handed") own.handed.push([...wait.parts]);
}

/**
 * Notes the functions that a call of a parameter comes to, where it is asked about a piece of the function that gets them:
 * its `try`. Who asks about the whole function has handed one over, and need not hear of all others.
 */
function noteHanded(file: AnalyzedFile, own: OwnCalls, root: TSESTree.Node, node: TSESTree.Node): boolean {
  if (node.type !== "CallExpression" || node.callee.type !== "Identifier") return false;
  const variable = file.variableOf(node.callee);
  const definition = variable?.defs[0];
  if (variable === undefined || definition?.type !== "Parameter" || !isFunction(definition.node)) return false;
  const { body } = definition.node;
  const handed = root !== body && isInside(root, body) ? functionsHanded(file, variable) : undefined;
  for (const fn of handed ?? []) {
    own.called.push(fn.body);
    for (const value of returnedExpressions(file, fn)) noteWait(file, own, root, value);
  }
  return handed !== undefined;
}

/** Whether a thrown value can have a `code` of its own: not `new Error(…)`, and not what was caught. */
function bringsCode(file: AnalyzedFile, thrown: TSESTree.Node): boolean {
  const node = bare(thrown);
  if (node.type === "Identifier") {
    const definition = file.variableOf(node)?.defs[0];
    const variable = file.variableOf(node);
    const value = variable === undefined ? undefined : onlyValue(variable);
    return definition?.type === "Variable" && value !== undefined && bare(value).type === "NewExpression" ? bringsCode(file, value) : false;
  }
  if (node.type !== "NewExpression") return node.type === "ObjectExpression" || node.type === "CallExpression";
  return !(node.callee.type === "Identifier" && (plainErrors.has(node.callee.name) || node.callee.name === exceptionClass));
}
