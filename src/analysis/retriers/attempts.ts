import type { TSESTree } from "@typescript-eslint/utils";
import type { AnalyzedFile, FunctionNode } from "../source/file.js";
import { functionOf } from "../source/functions.js";
import { calleeName, isFunction, walk } from "../source/syntax.js";
import { rejectionHandlerOf } from "../values/error-callbacks.js";
import { directly, type Decider, type RepeatsBy } from "./library-retry.js";
import type { LibraryFunction } from "./table.js";

/** What catches errors inside a function that a library tries: it decides which of them the library gets to see. */
export function decidersInside(file: AnalyzedFile, fn: FunctionNode, library: Pick<LibraryFunction, "stopErrors" | "stopCalls" | "repeatsOnlyWhenAsked">): readonly Decider[] {
  const [first] = fn.params;
  const name = first?.type === "Identifier" ? first.name : "";
  const { repeatsOnlyWhenAsked, stopCalls, stopErrors } = library;
  const repeats: RepeatsBy = repeatsOnlyWhenAsked === true ? { by: "call", name } : { by: "throw", stopErrors, stopCalls };
  const deciders: Decider[] = [];
  walk(file, fn.body, (node) => {
    if (isFunction(node)) return isCallback(node);
    if (node.type === "CatchClause") deciders.push({ fn, clause: node, error: node.param ?? undefined, ways: directly, repeats });
    const handler = node.type === "CallExpression" ? rejectionHandler(file, node) : undefined;
    if (handler !== undefined) deciders.push({ fn: handler, error: handler.params[0], ways: directly, repeats });
    return true;
  });
  return deciders;
}

/** The function that a call of `.catch(fn)` or `.then(ok, fn)` hands rejections to. */
export function rejectionHandler(file: AnalyzedFile, call: TSESTree.CallExpression): FunctionNode | undefined {
  const chain = rejectionHandlerOf(call);
  return chain === undefined ? undefined : functionOf(file, chain.handler);
}

/** Whether a function is handed to a call, which may run it: `.then(() => …)`. */
function isCallback(fn: FunctionNode): boolean {
  return fn.parent?.type === "CallExpression" && calleeName(fn.parent) !== undefined;
}
