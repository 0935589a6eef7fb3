import type { TSESTree } from "@typescript-eslint/utils";
import type { AnalyzedFile, FunctionNode } from "../source/file.js";
import { answerOnce } from "../source/answer-once.js";
import { flagSays } from "./retry-names.js";
import { bare, enclosingFunction, isFunction, nodesOf, propertyName } from "../source/syntax.js";

/** The value that a flag of the right name gets: `retryable: code === "X"`, `error.retryable = true`. */
export function retryFlagOf(file: AnalyzedFile, node: TSESTree.Node): TSESTree.Expression | undefined {
  const [name, value] = namedValue(node);
  if (name === undefined || value === undefined || isFunction(value) || flagSays(file, name) !== "repeat") return undefined;
  return value;
}

function namedValue(node: TSESTree.Node): readonly [name: string | undefined, value: TSESTree.Expression | undefined] {
  if (node.type === "Property" && node.parent.type === "ObjectExpression") return [propertyName(node), node.value as TSESTree.Expression];
  if (node.type === "VariableDeclarator" && node.id.type === "Identifier") return [node.id.name, node.init ?? undefined];
  if (node.type !== "AssignmentExpression" || node.operator !== "=") return [undefined, undefined];
  const { left } = node;
  return [left.type === "MemberExpression" ? propertyName(left) : left.type === "Identifier" ? left.name : undefined, node.right];
}

/** Whether a function says of what it gets, in a flag such as `retryable`, whether a repeat can help. */
export function setsRetryFlag(file: AnalyzedFile, fn: FunctionNode): boolean {
  const { ast } = file.sourceCode;
  return answerOnce<ReadonlySet<FunctionNode>>(file, setsRetryFlag, ast, new Set(), () => {
    const functions = new Set<FunctionNode>();
    for (const node of nodesOf(file, "AssignmentExpression", "Property", "VariableDeclarator")) {
      const flag = retryFlagOf(file, node);
      const owner = flag === undefined || !canBeTruth(flag) ? undefined : enclosingFunction(node);
      if (owner !== undefined) functions.add(owner);
    }
    return functions;
  }).has(fn);
}

/** Not the options of a library, `retry: { times: 3 }`, nor how often something is tried, `retry: 3`. */
function canBeTruth(expression: TSESTree.Expression): boolean {
  const value = bare(expression);
  if (value.type === "Literal") return typeof value.value === "boolean";
  return value.type !== "ArrayExpression" && value.type !== "ObjectExpression";
}
