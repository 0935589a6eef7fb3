import type { TSESTree } from "@typescript-eslint/utils";
import type { AnalyzedFile, FunctionNode } from "../source/file.js";
import { sdkCallOf } from "../origins/api-calls.js";
import { callsIn } from "../origins/calls.js";
import type { SdkCall } from "../origins/call.js";
import { walkGuarded } from "../origins/handlers.js";
import { parameterIndex } from "../values/access-path.js";
import { rejectionHandler } from "../retriers/attempts.js";
import { calledFunction, functionOf } from "../source/functions.js";
import { enclosingFunction, isFunction, isInside, nearestAround, nodesOf, walkHandler } from "../source/syntax.js";
import { usesOfFunction } from "../values/call-sites.js";

/** A piece of code that gets the error of a failed call: a `catch`, a rejection handler, a callback of the SDK. */
export interface Handler {
  readonly node: TSESTree.CatchClause | FunctionNode;
  /** The parameter or pattern that gets the error. */
  readonly error: TSESTree.Node | undefined;
  /** Empty for an arrow function whose body is an expression. */
  readonly statements: readonly TSESTree.Statement[];
  readonly expression: TSESTree.Expression | undefined;
  /** What failed. */
  readonly tried: TSESTree.Node;
  /** What control goes on after when the handler is through: the `try`, or the call that the handler is handed to. */
  readonly after: TSESTree.Node;
  /** The calls that can have failed. Asked for late: most handlers repeat nothing. */
  readonly calls: readonly SdkCall[];
}

export function handlersOf(file: AnalyzedFile): readonly Handler[] {
  const handlers: Handler[] = [];
  for (const node of nodesOf(file, "CallExpression", "TryStatement")) {
    if (node.type === "CallExpression") {
      const handler = functionHandler(file, node);
      if (handler !== undefined) handlers.push(handler);
    } else if (node.handler !== null) {
      const { block, handler } = node;
      handlers.push(
        handling({ node: handler, error: handler.param ?? undefined, statements: handler.body.body, expression: undefined, tried: block, after: node }, () => callsOfTried(file, block)),
      );
    }
  }
  return handlers;
}

function handling(parts: Omit<Handler, "calls">, callsOf: () => readonly SdkCall[]): Handler {
  return {
    ...parts,
    get calls() {
      return callsOf();
    },
  };
}

/** The calls that a piece of code makes, also through functions that are handed to the function around it. */
function callsOfTried(file: AnalyzedFile, tried: TSESTree.Node): readonly SdkCall[] {
  const { sdk } = callsIn(file, tried);
  if (sdk.length > 0) return sdk;
  const around = enclosingFunction(tried);
  if (around === undefined) return sdk;
  const handed = new Set<SdkCall>();
  walkGuarded(file, tried, (node) => {
    const variable = node.type === "CallExpression" && node.callee.type === "Identifier" ? file.variableOf(node.callee) : undefined;
    const index = variable === undefined ? -1 : parameterIndex(around, variable);
    if (index === -1) return true;
    for (const use of usesOfFunction(file, around)) {
      const argument = "call" in use ? use.call.arguments[index] : undefined;
      const fn = argument === undefined ? undefined : functionOf(file, argument);
      if (fn !== undefined) for (const call of callsIn(file, fn.body).sdk) handed.add(call);
    }
    return true;
  });
  return [...handed];
}

function functionHandler(file: AnalyzedFile, call: TSESTree.CallExpression): Handler | undefined {
  const rejected = rejectionHandler(file, call);
  if (rejected !== undefined && call.callee.type === "MemberExpression") {
    const { object } = call.callee;
    return handling({ ...bodyOf(rejected), tried: object, after: call }, () => callsOfTried(file, object));
  }
  const callback = call.arguments.find((argument): argument is TSESTree.ArrowFunctionExpression | TSESTree.FunctionExpression => isFunction(argument));
  const action = callback === undefined ? undefined : sdkCallOf(file, call);
  return action === undefined || callback === undefined ? undefined : handling({ ...bodyOf(callback), tried: call, after: call }, () => [action]);
}

function bodyOf(fn: FunctionNode): Pick<Handler, "error" | "expression" | "node" | "statements"> {
  const block = fn.body.type === "BlockStatement" ? fn.body : undefined;
  return { node: fn, error: fn.params[0], statements: block?.body ?? [], expression: fn.body.type === "BlockStatement" ? undefined : fn.body };
}

/** The statement that a handler's value goes to: `const data = await call.catch(handler)`; undefined where it leaves. */
export function statementAround(node: TSESTree.Node): TSESTree.Statement | undefined {
  const end = endsValue(node) ? node : whereValueEnds(node);
  return end === undefined || isFunction(end) || end.type === "ReturnStatement" || end.type === "ThrowStatement" ? undefined : end;
}

type ValueEnd = FunctionNode | TSESTree.ExpressionStatement | TSESTree.ReturnStatement | TSESTree.ThrowStatement | TSESTree.TryStatement | TSESTree.VariableDeclaration;

function endsValue(node: TSESTree.Node): node is ValueEnd {
  return isFunction(node) || /^(?:ExpressionStatement|ReturnStatement|ThrowStatement|TryStatement|VariableDeclaration)$/.test(node.type);
}

const whereValueEnds = nearestAround(endsValue);

/** The calls in a handler of functions of this file that get the error, with what they are called. */
export function handedTo(file: AnalyzedFile, handler: TSESTree.Node): readonly { readonly call: TSESTree.CallExpression; readonly fn: FunctionNode }[] {
  const found: { call: TSESTree.CallExpression; fn: FunctionNode }[] = [];
  walkHandler(file, handler, (node) => {
    if (isFunction(node) && node !== handler) return false;
    const fn = node.type === "CallExpression" && node.arguments.length > 0 ? calledFunction(file, node) : undefined;
    if (node.type === "CallExpression" && fn !== undefined && !isInside(handler, fn) && fn !== enclosingFunction(handler)) found.push({ call: node, fn });
    return true;
  });
  return found;
}

