import type { TSESTree } from "@typescript-eslint/utils";
import type { AnalyzedFile, FunctionNode } from "./file.js";
import { callsIn, sdkCallOf, type SdkCall } from "./calls.js";
import { usesOfFunction } from "./errors.js";
import type { Trace } from "./trace.js";
import { traceOf } from "./trace.js";
import type { Subject } from "./truth.js";
import { bare, calledFunction, enclosingFunction, isFunction, isInside, walk } from "./syntax.js";

type Loop =
  | TSESTree.DoWhileStatement
  | TSESTree.ForInStatement
  | TSESTree.ForOfStatement
  | TSESTree.ForStatement
  | TSESTree.WhileStatement;

/** A handler of errors after which the failed call can be made again. */
export interface RetryHandler {
  readonly clause: TSESTree.CatchClause;
  /** The loop whose next turn makes the call again. */
  readonly loop: Loop | undefined;
  /** Calls in the handler that make the failed call again. */
  readonly again: ReadonlySet<TSESTree.Node>;
  /** The calls that are made again. */
  readonly calls: readonly SdkCall[];
}

/** The `catch` clauses of a file from which a call can be repeated. */
export function retryHandlers(file: AnalyzedFile): readonly RetryHandler[] {
  const handlers: RetryHandler[] = [];
  walk(file, file.sourceCode.ast, (node) => {
    if (node.type === "TryStatement" && node.handler !== null) {
      const handler = retryHandler(file, node, node.handler);
      if (handler !== undefined) handlers.push(handler);
    }
    return true;
  });
  return handlers;
}

function retryHandler(file: AnalyzedFile, statement: TSESTree.TryStatement, clause: TSESTree.CatchClause): RetryHandler | undefined {
  const loop = loopAround(statement);
  const repeats = loop !== undefined && makesSameCallAgain(file, loop, statement) ? loop : undefined;
  const calls = callsIn(file, statement.block).sdk;
  const again = callsAgain(file, statement, clause, calls);
  return repeats === undefined && again.size === 0 ? undefined : { clause, loop: repeats, again, calls };
}

/**
 * How open the way to a repeat is when the handler gets a code: 0 where there is none, more where it depends on less.
 * A code that is let in by a test has a more open way than a code that nobody tests for.
 */
export function openness(file: AnalyzedFile, handler: RetryHandler, subject: Subject): number {
  const trace = traceOf(file, handler.clause.body.body, subject);
  let open = 0;
  for (const node of handler.again) if (trace.reached.has(node)) open += 1;
  return handler.loop === undefined ? open : open + turnOpenness(file, handler.clause, handler.loop, trace, subject);
}

/** What a handler does on the way when it gets a code. */
export function handlerTrace(file: AnalyzedFile, handler: RetryHandler, subject: Subject): Trace {
  return traceOf(file, handler.clause.body.body, subject);
}

function loopAround(statement: TSESTree.Node): Loop | undefined {
  for (let at: TSESTree.Node | undefined = statement.parent; at !== undefined && !isFunction(at); at = at.parent) {
    if (isLoop(at)) return at;
  }
  return undefined;
}

function isLoop(node: TSESTree.Node): node is Loop {
  return (
    node.type === "ForStatement" || node.type === "WhileStatement" || node.type === "DoWhileStatement" || node.type === "ForOfStatement" || node.type === "ForInStatement"
  );
}

/** 2 where every way out of the handler comes to the loop's next turn, 1 where some do, 0 where none does. */
function turnOpenness(file: AnalyzedFile, clause: TSESTree.CatchClause, loop: Loop, trace: Trace, subject: Subject): number {
  const label = loop.parent.type === "LabeledStatement" ? loop.parent.label.name : undefined;
  let some = false;
  let all = true;
  let { ends } = trace;
  for (let at: TSESTree.Node = clause.parent; ; at = at.parent as TSESTree.Node) {
    for (const { kind } of ends) {
      if (kind === "continue" || (label !== undefined && kind === `continue ${label}`)) some = true;
      else if (kind !== "normal") all = false;
    }
    if (!ends.some(({ kind }) => kind === "normal")) break;
    if (at === loop.body) {
      some = true;
      break;
    }
    const siblings = statementsAround(at);
    if (siblings === undefined) ends = [{ kind: "normal", handedOver: false }];
    else ends = traceOf(file, siblings.slice(siblings.indexOf(at as TSESTree.Statement) + 1), subject).ends;
  }
  return some ? (all ? 2 : 1) : 0;
}

function statementsAround(node: TSESTree.Node): readonly TSESTree.Statement[] | undefined {
  const { parent } = node;
  if (parent?.type === "BlockStatement") return parent.body;
  return parent?.type === "SwitchCase" ? parent.consequent : undefined;
}

/**
 * Whether each turn of a loop makes the same call: nothing in the `try` reads what the loop changes from turn to
 * turn. A loop over items goes on with the next one, which is no repeat.
 */
function makesSameCallAgain(file: AnalyzedFile, loop: Loop, statement: TSESTree.TryStatement): boolean {
  let same = true;
  const varying = varyingVariables(file, loop, statement);
  if (varying.size === 0) return true;
  walk(file, statement.block, (node) => {
    const call = sdkCallOf(file, node);
    const relevant = call?.node ?? (node.type === "AwaitExpression" ? node.argument : undefined);
    if (relevant !== undefined && readsAny(file, relevant, varying)) same = false;
    return same;
  });
  return same;
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
function varyingVariables(file: AnalyzedFile, loop: Loop, statement: TSESTree.TryStatement): ReadonlySet<unknown> {
  const varying = new Set<unknown>();
  const addDeclared = (pattern: TSESTree.Node): void => {
    walk(file, pattern, (node) => {
      if (node.type === "Identifier") varying.add(file.variableOf(node));
      return true;
    });
  };
  if (loop.type === "ForOfStatement" || loop.type === "ForInStatement") addDeclared(loop.left);
  if (loop.type === "ForStatement" && loop.init != null) addDeclared(loop.init);
  walk(file, loop.body, (node) => {
    if (isFunction(node)) return false;
    if (node.type === "VariableDeclarator" && node.init !== null && !isInside(node, statement)) {
      if (readsAny(file, node.init, varying) || takesNext(file, node.init)) addDeclared(node.id);
    }
    if (node.type === "AssignmentExpression" && node.left.type === "Identifier" && !isInside(node, statement.handler ?? statement)) {
      if (readsAny(file, node.right, varying) || node.operator !== "=") addDeclared(node.left);
    }
    if (node.type === "UpdateExpression" && node.argument.type === "Identifier") addDeclared(node.argument);
    return true;
  });
  varying.delete(undefined);
  return varying;
}

/** Whether evaluating an expression again can give something else. */
function takesNext(file: AnalyzedFile, expression: TSESTree.Node): boolean {
  let found = false;
  walk(file, expression, (node) => {
    if (node.type === "CallExpression" && sdkCallOf(file, node) === undefined) found = true;
    return !found;
  });
  return found;
}

/** The calls in a handler that make the failed call again: the enclosing function, or the same action with the same request. */
function callsAgain(
  file: AnalyzedFile,
  statement: TSESTree.TryStatement,
  clause: TSESTree.CatchClause,
  calls: readonly SdkCall[],
): ReadonlySet<TSESTree.Node> {
  const again = new Set<TSESTree.Node>();
  const around = enclosingFunction(statement);
  walk(file, clause.body, (node) => {
    if (node.type !== "CallExpression") return true;
    const called = calledFunction(file, node);
    if (called !== undefined && (called === around || callsBlock(file, called, statement))) again.add(node);
    const call = sdkCallOf(file, node);
    if (call !== undefined && calls.some((made) => isSameRequest(file, made, call))) again.add(node);
    return true;
  });
  return again;
}

/** Whether the `try` itself calls a function, so that calling it from the handler is one more try. */
function callsBlock(file: AnalyzedFile, called: FunctionNode, statement: TSESTree.TryStatement): boolean {
  return usesOfFunction(file, called).some((use) => "call" in use && isInside(use.call, statement.block)) && callsIn(file, called.body).sdk.length > 0;
}

function isSameRequest(file: AnalyzedFile, made: SdkCall, again: SdkCall): boolean {
  if (made.action === undefined || made.action !== again.action || made.service !== again.service) return false;
  const text = (call: SdkCall): string => call.node.arguments.map((argument) => file.sourceCode.getText(bare(argument) as TSESTree.Expression)).join();
  return text(made) === text(again);
}
