import type { TSESTree } from "@typescript-eslint/utils";
import { isErrorName, partsOfErrors } from "../knowledge/error-words.js";
import { isPredicateName, isTellingParameter } from "../knowledge/function-names.js";
import type { Variable } from "../source/file.js";
import { bare, isFunction, propertyName } from "../source/syntax.js";

/** The variable that an identifier stands for. */
type VariableOf = (identifier: TSESTree.Node) => Variable | undefined;

/**
 * Whether the place that uses an import can tell the other module something about errors that it does not know alone: it
 * hands over an error, a part of one, a response, or a function, or is itself handed to something, or extended.
 */
export function tellsOfErrors(place: TSESTree.Node, variableOf: VariableOf): boolean {
  const { parent } = place;
  switch (parent?.type) {
    case "CallExpression":
      return parent.callee !== place || parent.arguments.some((argument) => isTelling(argument, variableOf));
    case "NewExpression":
      return parent.callee !== place || parent.arguments.some((argument) => isTelling(argument, variableOf)) || isInstanceTold(parent, variableOf);
    case "ChainExpression":
    case "TSNonNullExpression":
    case "TSAsExpression":
      return tellsOfErrors(parent, variableOf);
    case "MemberExpression":
      // helpers.isGone(e), Api.withRetry(() => …)
      return parent.object === place && tellsOfErrors(parent, variableOf);
    case "ArrayExpression":
    case "ClassDeclaration":
    case "ClassExpression":
      return true;
    case "Property":
      return parent.value === place && parent.parent.type === "ObjectExpression";
    default:
      return false;
  }
}

/** Whether a place can be one of which `tellsOfErrors` is true, by what stands around it alone. */
export function canTellOfErrors(place: TSESTree.Node): boolean {
  const { parent } = place;
  switch (parent?.type) {
    case "ChainExpression":
    case "TSNonNullExpression":
    case "TSAsExpression":
      return canTellOfErrors(parent);
    case "MemberExpression":
      return parent.object === place && canTellOfErrors(parent);
    case "CallExpression":
      return parent.callee !== place || parent.arguments.length > 0;
    case "ArrayExpression":
    case "ClassDeclaration":
    case "ClassExpression":
    case "NewExpression":
    case "Property":
      return true;
    default:
      return false;
  }
}

/** `const api = new Api(); api.withRetry(() => …)` */
function isInstanceTold(made: TSESTree.NewExpression, variableOf: VariableOf): boolean {
  const { parent } = made;
  if (parent.type === "MemberExpression") return tellsOfErrors(made, variableOf);
  const variable = parent.type === "VariableDeclarator" && parent.id.type === "Identifier" ? variableOf(parent.id) : undefined;
  return variable?.references.some(({ identifier, init }) => init !== true && tellsOfErrors(identifier, variableOf)) === true;
}

function isTelling(argument: TSESTree.Node, variableOf: VariableOf): boolean {
  const node = bare(argument);
  if (isFunction(node)) return true;
  switch (node.type) {
    case "AwaitExpression":
      return true;
    case "MemberExpression":
      return partsOfErrors.has(propertyName(node) ?? "");
    case "ObjectExpression":
      return node.properties.some((property) => property.type === "Property" && isTelling(property.value, variableOf));
    case "Identifier":
      return isTellingName(node, variableOf);
    default:
      return false;
  }
}

function isTellingName(node: TSESTree.Identifier, variableOf: VariableOf): boolean {
  const definition = variableOf(node)?.defs[0];
  switch (definition?.type) {
    case "CatchClause":
    case "FunctionName":
      return true;
    case "ImportBinding":
      return isPredicateName(node.name);
    case "Parameter":
      return isErrorName(node.name) || isTellingParameter(node.name) || isRejection(definition.node);
    case "Variable": {
      const init = definition.node.init == null ? undefined : bare(definition.node.init);
      return init?.type === "AwaitExpression" || isFunction(init) || (init?.type === "MemberExpression" && isTelling(init, variableOf));
    }
    default:
      return false;
  }
}

/** `.catch((problem) => …)`, `.then(onAnswer, (problem) => …)` */
function isRejection(fn: TSESTree.Node): boolean {
  const call = isFunction(fn) ? fn.parent : undefined;
  if (call?.type !== "CallExpression" || call.callee.type !== "MemberExpression") return false;
  const name = propertyName(call.callee);
  return name === "catch" || name === "then";
}
