import type { TSESTree } from "@typescript-eslint/utils";
import type { AnalyzedFile } from "../source/file.js";
import { spend } from "../source/allowance.js";
import { answerOnce } from "../source/answer-once.js";
import type { Calls, Part, SdkCall } from "./call.js";
import { sdkCallOf } from "./api-calls.js";
import { bringsCode, writtenCodes } from "./brings-code.js";
import { innerHandler, lettingOut, mostNestedGuards } from "./handlers.js";
import { below, isOverHttp, type Flow } from "./part.js";
import { partsOf, settledWith } from "./parts.js";
import { filledCall, filledParts, httpParts, isOfApi } from "./sent.js";
import { waitOf } from "./waits.js";
import { calledFunction } from "../source/functions.js";
import { bare, calleeName, isFunction, isInside, Nesting, onlyValue, propertyName, returnedExpressions, walk } from "../source/syntax.js";
import { functionsHanded } from "../values/call-sites.js";
import { isRejection } from "../values/error-callbacks.js";

const noCalls: Calls = { sdk: [], elsewhere: [], texts: [], sent: [], wrapped: [], network: false, others: false, unknown: false };

/** A file with what comes out of pieces of it, in values and in errors. */
export function flowOf(file: AnalyzedFile): Flow {
  // No question about a node: it has an answer however many questions are open.
  const kept = file.answers.to(flowOf);
  const flow = (kept.get(file.answers) ?? { file, partsOf: (expression) => partsOf(flow, expression), escapesOf: (code) => escapesOf(file, code) }) as Flow;
  kept.set(file.answers, flow);
  return flow;
}

/** The codes in the errors that come out of a piece of code. */
function escapesOf(file: AnalyzedFile, code: TSESTree.Node): readonly Part[] {
  return answerOnce<readonly Part[]>(file, escapesOf, code, [], () => {
    const { elsewhere, sdk, texts } = allCallsIn(file, code);
    return [...sdk.map((call) => ({ names: ["code"], holds: { codeOf: call } })), ...elsewhere, ...texts.map((text) => ({ names: ["code"], holds: { text } }))];
  });
}

/**
 * The calls of actions whose errors come out of `root`: those in it and in the functions of this file that it calls,
 * without those whose errors an inner handler keeps.
 */
export function callsIn(file: AnalyzedFile, root: TSESTree.Node): Calls {
  return answerOnce(file, callsIn, root, noCalls, () => {
    const calls = allCallsIn(file, root);
    const sdk = calls.sdk.filter(isOfApi);
    // What is sent to where nobody says can bring errors of anybody.
    return sdk.length === calls.sdk.length && calls.sent.every(isOfApi) ? calls : { ...calls, sdk, others: true };
  });
}

/** The same with requests of which it takes a caller to say that they go to the API. */
function allCallsIn(file: AnalyzedFile, root: TSESTree.Node): Calls {
  return answerOnce(file, allCallsIn, root, noCalls, () => {
    const sdk = new Map<TSESTree.Node, SdkCall>();
    const wrapped = new Map<TSESTree.Node, SdkCall>();
    const elsewhere: Part[] = [];
    const texts = new Set<string>();
    const sent = new Map<TSESTree.Node, SdkCall>();
    let { network, others, unknown } = noCalls;
    const add = (calls: Calls): void => {
      for (const call of calls.sdk) sdk.set(call.node, call);
      for (const text of calls.texts) texts.add(text);
      for (const call of calls.sent) sent.set(call.node, call);
      elsewhere.push(...calls.elsewhere);
      network ||= calls.network;
      others ||= calls.others;
      unknown ||= calls.unknown;
    };
    // Functions call each other in circles, so this goes from one to the next and never asks itself.
    const direct = reachable(file, [root]);
    if (direct.size > mostReached) [others, unknown] = [true, true];
    for (const piece of direct) {
      const own = ownCalls(file, piece);
      if (piece !== root && !spend(file, allCallsIn, own.sdk.length + own.texts.size + own.through.length, mostShared)) {
        [others, unknown] = [true, true];
        break;
      }
      add({ ...own, elsewhere: own.elsewhere, texts: [...own.texts], wrapped: [] });
      for (const call of own.through) add(callsThrough(file, call));
      others ||= own.handed.some((parts) => !parts.some((part) => callsIn(file, part).sdk.length > 0));
      for (const inner of own.wrapped) for (const call of callsIn(file, inner).sdk) wrapped.set(call.node, call);
    }
    return { sdk: [...sdk.values()], elsewhere, texts: [...texts], sent: [...sent.values()], wrapped: [...wrapped.values()], network, others, unknown };
  });
}

/** What comes out of a function that leaves to its callers which action it calls, by what one of them tells. */
function callsThrough(file: AnalyzedFile, { node, through }: SdkCall): Calls {
  if (through === undefined) return noCalls;
  const { bindings, fn } = through;
  const calls = allCallsIn(file, fn.body);
  if (!spend(file, allCallsIn, calls.sdk.length + calls.sent.length + calls.elsewhere.length, mostShared)) return { ...noCalls, others: true, unknown: true };
  // Each call of the function is one of its own.
  const sdk = calls.sdk.map((inner) => (inner.request === undefined ? inner : { ...filledCall(file, inner, bindings), node, through }));
  return { ...calls, sdk, sent: calls.sent.map((inner) => filledCall(file, inner, bindings)), elsewhere: filledParts(file, calls.elsewhere, bindings) };
}

/** Of a piece of code that leads to more functions, nobody can say what it calls; and each function can lead to all others. */
const mostReached = 200;
/** How many calls are taken over from the functions that pieces of a file lead to: two hundred handlers of a function of a hundred calls. */
const mostShared = 20_000;

/** The nearest functions first; beyond `mostReached`, some are left out. */
function reachable(file: AnalyzedFile, roots: readonly TSESTree.Node[]): ReadonlySet<TSESTree.Node> {
  const found = new Set<TSESTree.Node>(roots);
  for (const piece of found) {
    for (const called of ownCalls(file, piece).called) found.add(called);
    if (found.size > mostReached) break;
  }
  return found;
}

/** What a piece of code does by itself. */
interface OwnCalls {
  readonly sdk: SdkCall[];
  readonly elsewhere: Part[];
  readonly texts: Set<string>;
  readonly sent: SdkCall[];
  /** Calls of functions that leave to their callers which action they call. */
  readonly through: SdkCall[];
  /** Bodies of the functions of this file that it calls. */
  readonly called: TSESTree.Node[];
  /** Code of which the errors come out inside other errors. */
  readonly wrapped: TSESTree.Node[];
  /** Functions handed to calls that it waits for: with calls of the SDK in them, the wait brings the SDK's errors. */
  readonly handed: TSESTree.Node[][];
  network: boolean;
  others: boolean;
  unknown: boolean;
}

function nothingCalled(): OwnCalls {
  return { sdk: [], elsewhere: [], texts: new Set(), sent: [], through: [], called: [], wrapped: [], handed: [], network: false, others: false, unknown: false };
}

function ownCalls(file: AnalyzedFile, root: TSESTree.Node): OwnCalls {
  return answerOnce(file, ownCalls, root, nothingCalled(), () => {
    const own = nothingCalled();
    const open: TSESTree.Node[] = [root];
    const nesting = new Nesting(root, mostNestedGuards);
    for (let from = open.pop(); from !== undefined; from = open.pop()) {
      const start = from;
      walk(file, start, (node) => {
        const inner = node === root && node.type === "TryStatement" ? undefined : innerHandler(file, node);
        if (inner !== undefined) {
          const { rethrows, wraps } = lettingOut(file, inner.handler, inner.parameter);
          if (!rethrows) {
            if (wraps) own.wrapped.push(inner.guarded);
            for (const part of inner.rest) open.push(part);
            return false;
          }
          // The innermost of many that hand errors on would be looked at once for each of the others.
          if (nesting.isTooDeep(node)) {
            own.others = own.unknown = true;
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

function note(file: AnalyzedFile, own: OwnCalls, root: TSESTree.Node, node: TSESTree.Node): void {
  switch (node.type) {
    case "AwaitExpression":
      noteWait(file, own, root, node.argument);
      break;
    case "ForOfStatement":
      if (node.await) noteWait(file, own, root, node.right);
      break;
    case "ThrowStatement":
      noteThrown(file, own, node.argument);
      break;
    case "NewExpression":
      // new Promise((resolve, reject) => …)
      if (calleeName(node) === "Promise" && node.arguments[0] !== undefined) noteParts(own, settledWith(flowOf(file), node.arguments[0], 1));
      break;
    case "CallExpression":
      if (isRejection(node) && node.arguments[0] !== undefined) noteThrown(file, own, node.arguments[0]);
      noteCall(file, own, root, node);
      break;
    default:
  }
}

function noteThrown(file: AnalyzedFile, own: OwnCalls, thrown: TSESTree.Node): void {
  const parts = flowOf(file).partsOf(thrown);
  noteParts(own, parts);
  if (parts.some(({ names }) => names.join(".") === "code") || !bringsCode(file, thrown)) return;
  const words = writtenCodes(file, thrown);
  for (const word of words) own.texts.add(word);
  if (words.length === 0) own.others = true;
}

function noteParts(own: OwnCalls, parts: readonly Part[]): void {
  for (const part of parts) {
    const { holds, names } = part;
    const isCode = names.join(".") === "code";
    if ("text" in holds) {
      if (isCode) own.texts.add(holds.text);
    } else if (isCode && holds.codeOf === "call of others") own.others = true;
    else if (isCode && typeof holds.codeOf !== "string") own.sdk.push(holds.codeOf);
    else own.elsewhere.push(part);
  }
}

function noteCall(file: AnalyzedFile, own: OwnCalls, root: TSESTree.Node, node: TSESTree.CallExpression): void {
  const call = sdkCallOf(file, node);
  if (call?.through !== undefined) {
    own.through.push(call);
    return;
  }
  if (call !== undefined) {
    own.sdk.push(call);
    if (call.isOwn === true) own.others = true;
    return;
  }
  const responses = httpParts(file, node);
  for (const { holds } of responses) {
    if (!("codeOf" in holds) || typeof holds.codeOf === "string") continue;
    own.network = true;
    own.sent.push(holds.codeOf);
  }
  // An error of axios or got has the response that was no success.
  own.elsewhere.push(...below("response", responses));
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
  const wait = waitOf(file, node, (part) => isSeen(file, part));
  if (wait.kind === "foreign") own.others = true;
  if (wait.kind === "unknown") [own.others, own.unknown] = [true, true];
  if (wait.kind === "handed") own.handed.push([...wait.parts]);
}

/** Whether the errors of a call are known: it calls the API, or reads what came over HTTP from there. */
function isSeen(file: AnalyzedFile, node: TSESTree.Node): boolean {
  if (sdkCallOf(file, node) !== undefined) return true;
  if (node.type !== "CallExpression") return false;
  return holdsResponse(file, node) || (node.callee.type === "MemberExpression" && holdsResponse(file, node.callee.object));
}

function holdsResponse(file: AnalyzedFile, node: TSESTree.Node): boolean {
  return flowOf(file).partsOf(node).some((part) => isOverHttp(part) && "codeOf" in part.holds && typeof part.holds.codeOf !== "string");
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
