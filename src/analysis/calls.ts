import type { TSESTree } from "@typescript-eslint/utils";
import type { AnalyzedFile, FunctionNode } from "./file.js";
import { remember } from "./file.js";
import { clientOf } from "./clients.js";
import { bare, calledFunction, isFunction, propertyName, walk } from "./syntax.js";
import { knownStrings } from "./values.js";

/** A call of an API action through a client of the SDK. */
export interface SdkCall {
  readonly node: TSESTree.CallExpression;
  readonly service: string | undefined;
  /** Undefined where the name of the action is computed. */
  readonly action: string | undefined;
}

/** What a piece of code calls, its functions in this file followed. */
export interface Calls {
  readonly sdk: readonly SdkCall[];
  /** Whether it also waits for something that is not a call of the SDK, whose errors may come along. */
  readonly others: boolean;
}

const noCalls: Calls = { sdk: [], others: false };
const requestMethods = new Set(["request", "requestOctetStream", "doRequest"]);
const action = /^[A-Z][A-Za-z0-9]+$/;
/** Waiting for these brings no error of its own. */
const harmless = /^(?:sleep|delay|wait|setTimeout|all|allSettled|race|any|resolve|then|catch|finally)$/i;

/** The call of an action that a node is. */
export function sdkCallOf(file: AnalyzedFile, node: TSESTree.Node): SdkCall | undefined {
  if (node.type !== "CallExpression") return undefined;
  return remember<TSESTree.Node, SdkCall | undefined>(file, sdkCallOf, node, undefined, () => {
    const callee = bare(node.callee);
    if (callee.type !== "MemberExpression") return undefined;
    const name = propertyName(callee);
    const isRequest = name !== undefined && requestMethods.has(name);
    if (name !== undefined && !isRequest && !action.test(name)) return undefined;
    const client = clientOf(file, callee.object);
    if (client === undefined) return undefined;
    if (!isRequest) return { node, service: client.service, action: name };
    const [first] = node.arguments;
    const names = first === undefined ? undefined : knownStrings(file, first);
    return { node, service: client.service, action: names?.length === 1 ? names[0]?.value : undefined };
  });
}

/**
 * The calls of actions whose errors come out of `root`: those in it and in the functions of this file that it calls,
 * without those whose errors an inner `try` keeps.
 */
export function callsIn(file: AnalyzedFile, root: TSESTree.Node): Calls {
  return remember(file, callsIn, root, noCalls, () => {
    const sdk: SdkCall[] = [];
    let others = false;
    const add = (calls: Calls): void => {
      sdk.push(...calls.sdk);
      others ||= calls.others;
    };
    walk(file, root, (node) => {
      if (node !== root && node.type === "TryStatement" && node.handler !== null && keepsErrors(file, node.handler)) {
        add(callsIn(file, node.handler.body));
        if (node.finalizer !== null) add(callsIn(file, node.finalizer));
        return false;
      }
      if (node.type === "AwaitExpression" && isForeignWait(file, node.argument)) others = true;
      if (node.type !== "CallExpression") return true;
      const call = sdkCallOf(file, node);
      if (call !== undefined) {
        sdk.push(call);
        return true;
      }
      const called = calledFunction(file, node);
      if (called !== undefined && !contains(root, called)) add(callsIn(file, called.body));
      return true;
    });
    return { sdk, others };
  });
}

function contains(root: TSESTree.Node, fn: FunctionNode): boolean {
  return fn.range[0] >= root.range[0] && fn.range[1] <= root.range[1];
}

/** Whether a handler lets no error out: it has no `throw`. */
function keepsErrors(file: AnalyzedFile, handler: TSESTree.CatchClause): boolean {
  let throws = false;
  walk(file, handler.body, (node) => {
    if (node.type === "ThrowStatement") throws = true;
    return !throws && !isFunction(node);
  });
  return !throws;
}

/** Whether waiting for an expression can bring an error that is not the SDK's. */
function isForeignWait(file: AnalyzedFile, argument: TSESTree.Node): boolean {
  const node = bare(argument);
  if (node.type === "Identifier") return false;
  if (node.type !== "CallExpression") return node.type === "ImportExpression";
  if (sdkCallOf(file, node) !== undefined) return false;
  const called = calledFunction(file, node);
  if (called !== undefined) {
    const calls = callsIn(file, called.body);
    return calls.others;
  }
  const callee = bare(node.callee);
  const name = callee.type === "Identifier" ? callee.name : callee.type === "MemberExpression" ? propertyName(callee) : undefined;
  if (name !== undefined && harmless.test(name)) return callee.type === "MemberExpression" && isChainOfForeign(file, callee.object);
  // A wrapper that is handed a function with calls of the SDK in it hands on their errors.
  return !node.arguments.some((part) => isFunction(part) && callsIn(file, part.body).sdk.length > 0);
}

function isChainOfForeign(file: AnalyzedFile, object: TSESTree.Node): boolean {
  const node = bare(object);
  return node.type === "CallExpression" && isForeignWait(file, node);
}
