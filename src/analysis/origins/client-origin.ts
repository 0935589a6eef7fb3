import type { TSESTree } from "@typescript-eslint/utils";
import type { AnalyzedFile, Variable } from "../source/file.js";
import { isFunction } from "../source/syntax.js";
import { isVariable, parameterIndex, type ReadPath } from "../values/access-path.js";
import { classOf, type ClassNode } from "../values/callees.js";
import { patternPath } from "../values/import-paths.js";
import type { Part } from "./call.js";
import { callsIn, flowOf } from "./calls.js";
import { codesOfClass } from "./class-codes.js";
import { narrowed, originOfParts } from "./error-origin.js";
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
  if (!isVariable(root)) return seen(file, partsAt(flowOf(file).partsOf(root), names));
  const guard = guardAt(file, root, at);
  if (guard?.kind === "foreign") return undefined;
  const clause = root.defs[0]?.type === "CatchClause" ? root.defs[0].node.parent : undefined;
  const along = clause?.type === "TryStatement" ? callsIn(file, clause.block) : undefined;
  const origin = seen(file, partsAt(partsOfVariable(flowOf(file), root), names.slice(takenApart(root))), along);
  const owner = guard?.kind === "own" ? guard.owner : declaredClass(file, root);
  return owner === undefined ? origin : narrowed(origin, originOfParts(file, partsAt(codesOfClass(file, owner), names)));
}

/** The origin of codes of which at least one is seen to come from a request. */
function seen(file: AnalyzedFile, parts: readonly Part[], along?: Parameters<typeof originOfParts>[2]): Origin | undefined {
  const isSeen = parts.some(({ holds, names }) => names.length === 0 && "codeOf" in holds && holds.codeOf !== "unseen call");
  return isSeen ? originOfParts(file, parts, along) : undefined;
}

/** `error: ApiError` */
function declaredClass(file: AnalyzedFile, variable: Variable): ClassNode | undefined {
  const name = variable.defs[0]?.name;
  const type = name?.type === "Identifier" ? name.typeAnnotation?.typeAnnotation : undefined;
  return type?.type === "TSTypeReference" ? classOf(file, type.typeName) : undefined;
}

/** How many properties lead from what is caught or handed over to the variable: one for `catch ({ code })`. */
function takenApart(variable: Variable): number {
  const [definition] = variable.defs;
  if (definition?.type === "CatchClause" && definition.node.param !== null) return patternPath(definition.node.param, definition.name)?.length ?? 0;
  if (definition?.type !== "Parameter" || !isFunction(definition.node)) return 0;
  const pattern = definition.node.params[parameterIndex(definition.node, variable)];
  return pattern === undefined ? 0 : (patternPath(pattern, definition.name)?.length ?? 0);
}
