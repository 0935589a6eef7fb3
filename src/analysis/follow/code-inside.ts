import type { TSESTree } from "@typescript-eslint/utils";
import type { AnalyzedFile, FunctionNode, Variable } from "../source/file.js";
import { isVariable, leadsTo, readPath } from "../values/access-path.js";
import type { AssumedCode } from "./assumed-code.js";

/** The assumed as the called function sees it: at the parameter that its path, or the start of its path, is handed to. */
export function assumedInside(file: AnalyzedFile, call: TSESTree.CallExpression, called: FunctionNode, assumed: AssumedCode): AssumedCode | undefined {
  for (const [index, argument] of call.arguments.entries()) {
    const handed = readPath(file, argument);
    if (!isVariable(handed.root) || !leadsTo(handed, assumed.path)) continue;
    const variable = parameterVariable(file, called, index);
    if (variable === undefined) continue;
    const path = { root: variable, names: assumed.path.names.slice(handed.names.length) };
    const { answers, others, code } = assumed;
    return { code, path, ...(answers === undefined ? {} : { answers }), ...(others === undefined ? {} : { others }) };
  }
  return undefined;
}

function parameterVariable(file: AnalyzedFile, fn: FunctionNode, index: number): Variable | undefined {
  const parameter = fn.params[index];
  const name = parameter?.type === "AssignmentPattern" ? parameter.left : parameter;
  return name?.type === "Identifier" ? file.variableOf(name) : undefined;
}
