import type { TSESTree } from "@typescript-eslint/utils";
import type { AnalyzedFile } from "../source/file.js";
import { plainErrors } from "../knowledge/error-words.js";
import { exceptionClass } from "../knowledge/sdk.js";
import { knownStrings } from "../values/constants.js";
import { classOf, type ClassNode } from "../values/callees.js";
import { bare, onlyValue, walk } from "../source/syntax.js";

/** Whether a thrown value can have a `code` of its own: not `new Error(…)`, and not what was caught. */
export function bringsCode(file: AnalyzedFile, thrown: TSESTree.Node): boolean {
  const node = bare(thrown);
  if (node.type === "Identifier") {
    const definition = file.variableOf(node)?.defs[0];
    const variable = file.variableOf(node);
    const value = variable === undefined ? undefined : onlyValue(variable);
    return definition?.type === "Variable" && value !== undefined && bare(value).type === "NewExpression" ? bringsCode(file, value) : false;
  }
  if (node.type !== "NewExpression") return node.type === "ObjectExpression" || node.type === "CallExpression";
  if (node.callee.type === "Identifier" && (plainErrors.has(node.callee.name) || node.callee.name === exceptionClass)) return false;
  const owner = classOf(file, node.callee);
  return owner === undefined || namesCode(file, owner);
}

/** The texts with the form of a code that a new error of a class which is not seen is made of: `new AppError("NO_DISKS", "…")`. */
export function writtenCodes(file: AnalyzedFile, thrown: TSESTree.Node): readonly string[] {
  const node = bare(thrown);
  if (node.type !== "NewExpression" || classOf(file, node.callee) !== undefined) return [];
  return node.arguments.flatMap((argument) => knownStrings(file, argument) ?? []).flatMap(({ value }) => (/^[A-Z][\w.-]*$/.test(value) ? [value] : []));
}

/** Whether a class has something to do with a `code`, itself or by a class that it extends and that is not seen. */
function namesCode(file: AnalyzedFile, owner: ClassNode): boolean {
  const { superClass } = owner;
  const base = superClass === null ? undefined : classOf(file, superClass);
  if (base !== undefined ? namesCode(file, base) : superClass !== null && !(superClass.type === "Identifier" && plainErrors.has(superClass.name))) return true;
  let found = false;
  walk(file, owner.body, (node) => {
    if (node.type === "Identifier" && node.name === "code") found = true;
    return !found;
  });
  return found;
}
