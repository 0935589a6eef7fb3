import type { TSESTree } from "@typescript-eslint/utils";
import type { Variable } from "../source/file.js";
import { isFunction, isInside, isLoop } from "../source/syntax.js";

/** Of a variable that is written so often, nobody can say what it holds. */
const maximumWrites = 16;

/**
 * What a variable with several values was given last when it is read, where that stands among the statements before:
 * `last = answer.Error; if (last.Code === "X")`.
 */
export function latestValue(read: TSESTree.Identifier, variable: Variable): TSESTree.Expression | undefined {
  if (variable.defs.length !== 1 || variable.defs[0]?.type !== "Variable") return undefined;
  const writes = variable.references.filter((reference) => reference.isWrite()).map(({ identifier }) => identifier as TSESTree.Identifier);
  if (writes.length < 2 || writes.length > maximumWrites) return undefined;
  for (let at: TSESTree.Node = read; at.parent != null && !isFunction(at) && !isLoop(at); at = at.parent) {
    // Set in another branch, or further ahead in the same statement.
    const around = at;
    if (writes.some((write) => isInside(write, around) && write.range[0] < read.range[0])) return undefined;
    for (const statement of statementsBefore(at)) {
      const [write, second] = writes.filter((name) => isInside(name, statement));
      if (write !== undefined) return second === undefined ? valueGivenBy(statement, write) : undefined;
    }
  }
  return undefined;
}

/** The statements before one in its block, the nearest first. */
function statementsBefore(node: TSESTree.Node): readonly TSESTree.Node[] {
  const { parent } = node;
  const siblings: readonly TSESTree.Node[] = parent?.type === "BlockStatement" || parent?.type === "Program" ? parent.body : parent?.type === "SwitchCase" ? parent.consequent : [];
  const index = siblings.indexOf(node);
  return index === -1 ? [] : siblings.slice(0, index).reverse();
}

function valueGivenBy(statement: TSESTree.Node, name: TSESTree.Identifier): TSESTree.Expression | undefined {
  if (statement.type === "ExpressionStatement" && statement.expression.type === "AssignmentExpression") {
    const { left, operator, right } = statement.expression;
    return left === name && operator === "=" ? right : undefined;
  }
  if (statement.type !== "VariableDeclaration") return undefined;
  return statement.declarations.find(({ id }) => id === name)?.init ?? undefined;
}
