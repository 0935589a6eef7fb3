import type { TSESTree } from "@typescript-eslint/utils";
import type { AnalyzedFile, FunctionNode, Variable } from "../source/file.js";
import { isVariable, leadsTo, readPath } from "../values/access-path.js";
import type { AssumedCode } from "./assumed-code.js";

/** The subject as the called function sees it: at the parameter that its path, or the start of its path, is handed to. */
export function subjectInside(file: AnalyzedFile, call: TSESTree.CallExpression, called: FunctionNode, subject: AssumedCode): AssumedCode | undefined {
  for (const [index, argument] of call.arguments.entries()) {
    const handed = readPath(file, argument);
    if (!isVariable(handed.root) || !leadsTo(handed, subject.path)) continue;
    const variable = parameterVariable(file, called, index);
    if (variable === undefined) continue;
    const path = { root: variable, names: subject.path.names.slice(handed.names.length) };
    const { answers, assumed, code } = subject;
    return { code, path, ...(answers === undefined ? {} : { answers }), ...(assumed === undefined ? {} : { assumed }) };
  }
  return undefined;
}

function parameterVariable(file: AnalyzedFile, fn: FunctionNode, index: number): Variable | undefined {
  const parameter = fn.params[index];
  const name = parameter?.type === "AssignmentPattern" ? parameter.left : parameter;
  return name?.type === "Identifier" ? file.variableOf(name) : undefined;
}
