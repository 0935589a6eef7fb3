import type { TSESTree } from "@typescript-eslint/utils";
import type { Variable } from "../source/file.js";
import { isFunction, isInside, isLoop, writesOf } from "../source/syntax.js";

/** Of a variable that is written so often, nobody can say what it holds. */
const maximumWrites = 16;

/**
 * What a variable with several values was given last when it is read, where that stands among the statements before:
 * `last = answer.Error; if (last.Code === "X")`.
 */
export function latestValue(read: TSESTree.Identifier, variable: Variable): TSESTree.Expression | undefined {
  if (variable.defs.length !== 1 || variable.defs[0]?.type !== "Variable") return undefined;
  const references = writesOf(variable);
  if (references.length < 2 || references.length > maximumWrites) return undefined;
  const writes = references.map(({ identifier }) => identifier as TSESTree.Identifier).sort((a, b) => a.range[0] - b.range[0]);
  for (let at: TSESTree.Node = read; at.parent != null && !isFunction(at) && !isLoop(at); at = at.parent) {
    // Set in another branch, or further ahead in the same statement.
    const around = at;
    if (writes.some((write) => isInside(write, around) && write.range[0] < read.range[0])) return undefined;
    const nearest = writes.filter((write) => write.range[1] <= around.range[0]).at(-1);
    const statement = nearest === undefined ? undefined : statementBeside(nearest, at);
    if (nearest === undefined || statement === undefined) continue;
    const among = writes.filter((write) => isInside(write, statement));
    return among.length === 1 ? valueGivenBy(statement, nearest) : undefined;
  }
  return undefined;
}

/** The statement in the same block as another that a node stands in. */
function statementBeside(node: TSESTree.Node, { parent }: TSESTree.Node): TSESTree.Node | undefined {
  if (parent?.type !== "BlockStatement" && parent?.type !== "Program" && parent?.type !== "SwitchCase") return undefined;
  let statement: TSESTree.Node | null | undefined = node;
  // The parent of the whole module is null.
  while (statement != null && statement.parent !== parent) statement = statement.parent;
  return statement == null || (parent.type === "SwitchCase" && statement === parent.test) ? undefined : statement;
}

function valueGivenBy(statement: TSESTree.Node, name: TSESTree.Identifier): TSESTree.Expression | undefined {
  if (statement.type === "ExpressionStatement" && statement.expression.type === "AssignmentExpression") {
    const { left, operator, right } = statement.expression;
    return left === name && operator === "=" ? right : undefined;
  }
  if (statement.type !== "VariableDeclaration") return undefined;
  return statement.declarations.find(({ id }) => id === name)?.init ?? undefined;
}
