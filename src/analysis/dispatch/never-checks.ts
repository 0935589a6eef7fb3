import type { TSESTree } from "@typescript-eslint/utils";
import type { AnalyzedFile } from "../source/file.js";
import type { Dispatch } from "./dispatches.js";
import { mentions } from "../follow/hand-over.js";
import { followRegion } from "../follow/regions.js";
import { calledFunction } from "../source/functions.js";
import { calleeName } from "../source/syntax.js";
import { neverChecks } from "../knowledge/function-names.js";
import { untestedCode } from "../follow/assumed-code.js";

/**
 * Whether the way of a code, by default one that nobody tests for, leads over a check that the compiler makes: `code satisfies never`,
 * `const rest: never = code`, `assertNever(code)`.
 */
export function asksCompiler(file: AnalyzedFile, { region, site: { path } }: Dispatch, code: string = untestedCode): boolean {
  const { reached } = followRegion(file, region, { path, code });
  return [...reached].some((node) => {
    const asked = askedOf(file, node);
    return asked !== undefined && mentions(file, asked, path);
  });
}

/** The expression of which a node says that nothing can be left. */
function askedOf(file: AnalyzedFile, node: TSESTree.Node): TSESTree.Node | undefined {
  switch (node.type) {
    case "TSSatisfiesExpression":
      return node.typeAnnotation.type === "TSNeverKeyword" ? node.expression : undefined;
    case "VariableDeclarator":
      return node.id.type === "Identifier" && node.id.typeAnnotation?.typeAnnotation.type === "TSNeverKeyword" ? (node.init ?? undefined) : undefined;
    case "CallExpression":
      return takesNever(file, node) ? node.arguments[0] : undefined;
    default:
      return undefined;
  }
}

/** Whether a function takes nothing that can be: by its parameter's type, or, of another module, by its usual name. */
function takesNever(file: AnalyzedFile, call: TSESTree.CallExpression): boolean {
  const called = calledFunction(file, call);
  if (called === undefined) return neverChecks.has(calleeName(call) ?? "");
  const [parameter] = called.params;
  return parameter?.type === "Identifier" && parameter.typeAnnotation?.typeAnnotation.type === "TSNeverKeyword";
}
