import type { TSESTree } from "@typescript-eslint/utils";
import type { AnalyzedFile, FunctionNode } from "../source/file.js";
import { modulePath } from "../values/import-paths.js";
import { functionOf } from "../source/functions.js";
import { bare, isFunction, propertyName, walk } from "../source/syntax.js";
import { resolveConstant } from "../values/constants.js";
import { rejectionHandler } from "./attempts.js";
import { directly, type Decider, type RepeatsBy, type LibraryRetry } from "./library-retry.js";

/** `operation.attempt(() => …)` of the package `retry`: nothing repeats but a call of `operation.retry(error)`. */
export function operationRetry(file: AnalyzedFile, node: TSESTree.CallExpression): LibraryRetry | undefined {
  const callee = bare(node.callee);
  if (callee.type !== "MemberExpression" || propertyName(callee) !== "attempt") return undefined;
  const made = resolveConstant(file, callee.object);
  const found = made?.type === "CallExpression" ? modulePath(file, made.callee) : undefined;
  if (found?.module !== "retry" || found.path.at(-1) !== "operation") return undefined;
  const [attempt] = node.arguments;
  const tried = attempt === undefined ? undefined : functionOf(file, attempt);
  if (tried === undefined) return undefined;
  return { node, library: "retry", attempts: [tried.body], deciders: askingFunctions(file, tried, callee.object), decidedElsewhere: false, options: undefined };
}

/** What holds a call of `operation.retry`: callbacks of the SDK, rejection handlers, `catch` clauses. */
function askingFunctions(file: AnalyzedFile, tried: FunctionNode, operation: TSESTree.Node): readonly Decider[] {
  const name = operation.type === "Identifier" ? operation.name : "";
  const repeats: RepeatsBy = { by: "call", name: "retry", of: name };
  const deciders: Decider[] = [];
  walk(file, tried.body, (node) => {
    if (node.type === "CatchClause") deciders.push({ fn: tried, clause: node, error: node.param ?? undefined, ways: directly, repeats });
    if (node.type === "CallExpression") {
      const handler = rejectionHandler(file, node);
      if (handler !== undefined) deciders.push({ fn: handler, error: handler.params[0], ways: directly, repeats });
      else for (const argument of node.arguments) if (isFunction(argument) && argument.params.length > 0) deciders.push({ fn: argument, error: argument.params[0], ways: directly, repeats });
    }
    return true;
  });
  return deciders;
}
