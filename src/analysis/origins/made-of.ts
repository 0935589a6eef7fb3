import type { TSESTree } from "@typescript-eslint/utils";
import type { FunctionNode } from "../source/file.js";
import { isVariable, parameterIndex, pathOfVariable, readPath } from "../values/access-path.js";
import { bare, propertyName } from "../source/syntax.js";
import type { Part } from "./call.js";
import { below, partsAt, valueParts, type Flow } from "./part.js";

/** The parts of what a function gets in a place. */
export type ArgumentParts = (index: number) => readonly Part[];

/** The parts of an expression in a function, by what the function gets in one call of it. */
export function madeOf(flow: Flow, fn: FunctionNode, argumentAt: ArgumentParts, expression: TSESTree.Node): readonly Part[] {
  const node = bare(expression);
  const follow = (part: TSESTree.Node): readonly Part[] => madeOf(flow, fn, argumentAt, part);
  switch (node.type) {
    case "LogicalExpression":
      return node.operator === "&&" ? follow(node.right) : [...follow(node.left), ...follow(node.right)];
    case "ConditionalExpression":
      return [...follow(node.consequent), ...follow(node.alternate)];
    case "ObjectExpression":
      return node.properties.flatMap((property) => (property.type === "SpreadElement" ? follow(property.argument) : below(propertyName(property), follow(property.value))));
    default: {
      const { root, names } = readPath(flow.file, node);
      const index = isVariable(root) ? parameterIndex(fn, root) : -1;
      // What was put into a parameter in the meantime is not what the call handed over.
      return index === -1 || !isVariable(root) || pathOfVariable(flow.file, root).root !== root ? valueParts(flow, node) : partsAt(argumentAt(index), names);
    }
  }
}
