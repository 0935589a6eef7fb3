import type { TSESTree } from "@typescript-eslint/utils";
import type { AnalyzedFile, Variable } from "../source/file.js";
import { isFunction } from "../source/syntax.js";
import { isVariable, parameterIndex, type ReadPath } from "../values/access-path.js";
import { patternPath } from "../values/import-paths.js";
import type { Part } from "./call.js";
import { callsIn, flowOf } from "./calls.js";
import { codesOfClass, declaredClass } from "./class-codes.js";
import { narrowed, originOfParts } from "./codes-origin.js";
import { guardAt } from "./guards.js";
import type { Origin } from "./origin.js";
import { partsAt } from "./part.js";
import { partsOfVariable } from "./parts.js";

/**
 * Where the code at the end of a path comes from: the responses to requests that are seen, or errors that were made of them.
 *
 * @param at the place that reads it
 * @returns undefined where no code is seen to come there
 */
export function originOfCodeAt(file: AnalyzedFile, { root, names }: ReadPath, at: TSESTree.Node): Origin | undefined {
  if (!isVariable(root)) return seen(file, partsAtNode(file, root, names, at));
  const guard = guardAt(file, root, at);
  if (guard?.kind === "foreign") return undefined;
  const clause = root.defs[0]?.type === "CatchClause" ? root.defs[0].node.parent : undefined;
  const along = clause?.type === "TryStatement" ? callsIn(file, clause.block) : undefined;
  const origin = seen(file, partsAt(partsOfVariable(flowOf(file), root), names.slice(takenApart(root))), along);
  const owner = guard?.kind === "own" ? guard.owner : declaredClass(file, root);
  return owner === undefined ? origin : narrowed(origin, originOfParts(file, partsAt(codesOfClass(file, owner), names)));
}

/** What stands at the end of a path from something that is no variable: `this.lastError.Code`, `(await call()).Error.Code`. */
function partsAtNode(file: AnalyzedFile, root: TSESTree.Node, names: readonly string[], at: TSESTree.Node): readonly Part[] {
  const parts = partsAt(flowOf(file).partsOf(root), names);
  return parts.length > 0 || root.type !== "ThisExpression" ? parts : flowOf(file).partsOf(at);
}

/** The origin of codes of which at least one is seen to come from a request. */
function seen(file: AnalyzedFile, parts: readonly Part[], along?: Parameters<typeof originOfParts>[2]): Origin | undefined {
  const isSeen = parts.some(({ holds, names }) => names.length === 0 && "codeOf" in holds && typeof holds.codeOf !== "string");
  return isSeen ? originOfParts(file, parts, along) : undefined;
}

/** Whether the code at the end of a path is surely in a response of somebody else. */
export function isOfOthers(file: AnalyzedFile, { root, names }: ReadPath): boolean {
  const parts = partsAt(isVariable(root) ? partsOfVariable(flowOf(file), root) : flowOf(file).partsOf(root), names.slice(isVariable(root) ? takenApart(root) : 0));
  return parts.length > 0 && parts.every(({ holds }) => "codeOf" in holds && holds.codeOf === "call of others");
}

/** How many properties lead from what is caught or handed over to the variable: one for `catch ({ code })`. */
function takenApart(variable: Variable): number {
  const [definition] = variable.defs;
  if (definition?.type === "CatchClause" && definition.node.param !== null) return patternPath(definition.node.param, definition.name)?.length ?? 0;
  if (definition?.type !== "Parameter" || !isFunction(definition.node)) return 0;
  const pattern = definition.node.params[parameterIndex(definition.node, variable)];
  return pattern === undefined ? 0 : (patternPath(pattern, definition.name)?.length ?? 0);
}
