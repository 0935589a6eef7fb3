import type { TSESTree } from "@typescript-eslint/utils";
import type { AnalyzedFile, FunctionNode } from "../source/file.js";
import { askedBy } from "./libraries.js";
import { setsRetryFlag } from "./retry-flags.js";
import { predicateSays } from "./retry-names.js";
import { propertyName } from "../source/syntax.js";

/**
 * Whose errors a function gets that is asked about a repeat: those of the code that a library tries, or those of the
 * module that it stands in, where only a name says what it is for: its own, or that of a flag that it sets.
 */
export function errorSourceOf(file: AnalyzedFile, fn: FunctionNode, index: number): { readonly attempts: readonly TSESTree.Node[] } | "flag" | "predicate" | undefined {
  const asked = askedBy(file, fn);
  if (asked !== undefined && asked.decider.error === fn.params[index]) return { attempts: asked.retry.attempts };
  return askedByName(file, fn, index);
}

/** What names say that a function is asked about what it gets at a position: whether to repeat a call. */
export function askedByName(file: AnalyzedFile, fn: FunctionNode, index: number): "flag" | "predicate" | undefined {
  if (index === 0 && isRetryPredicate(file, fn)) return "predicate";
  return setsRetryFlag(file, fn) ? "flag" : undefined;
}

/** Whether the name of a function says that its answer is about repeating. */
function isRetryPredicate(file: AnalyzedFile, fn: FunctionNode): boolean {
  const name = nameOf(fn);
  return name !== undefined && predicateSays(file, name) !== undefined;
}

/** The name that a function goes by: its own, or that of the variable or the member that holds it. */
export function nameOf(fn: FunctionNode): string | undefined {
  if (fn.type !== "ArrowFunctionExpression" && fn.id !== null) return fn.id.name;
  const { parent } = fn;
  if (parent?.type === "VariableDeclarator") return parent.id.type === "Identifier" ? parent.id.name : undefined;
  if (parent?.type === "AssignmentExpression" && parent.left.type === "MemberExpression") return propertyName(parent.left);
  if (parent?.type === "Property" || parent?.type === "MethodDefinition" || parent?.type === "PropertyDefinition") return propertyName(parent);
  return undefined;
}
