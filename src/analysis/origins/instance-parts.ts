import type { TSESTree } from "@typescript-eslint/utils";
import type { FunctionNode } from "../source/file.js";
import { isVariable, parameterIndex, readPath } from "../values/access-path.js";
import { classOf, constructorOf, parameterName, type ClassNode } from "../values/callees.js";
import { bare, calleeName, propertyName, walk } from "../source/syntax.js";
import type { Part } from "./call.js";
import { below, partsAt, valueParts, type Flow } from "./part.js";

/** What the constructor gets in a place. */
type ArgumentParts = (index: number) => readonly Part[];

/** Classes that extend each other deeper than anybody writes. */
const mostSuperClasses = 4;

/** Where in an instance of a class codes stand that its constructor got: `this.code = error.Code`, `super(code)`. */
export function instanceParts(flow: Flow, owner: ClassNode, argumentAt: ArgumentParts, depth = 0): readonly Part[] {
  if (depth > mostSuperClasses) return [];
  const fields = owner.body.body.flatMap((member) => (member.type === "PropertyDefinition" && member.value !== null ? below(propertyName(member), valueParts(flow, member.value)) : []));
  const fn = constructorOf(owner);
  const base = owner.superClass === null ? undefined : classOf(flow.file, owner.superClass);
  if (fn === undefined) return [...fields, ...(base === undefined ? [] : instanceParts(flow, base, argumentAt, depth + 1))];
  const parts = [...fields];
  for (const [index, parameter] of fn.params.entries()) {
    if (parameter.type === "TSParameterProperty") parts.push(...below(parameterName(parameter)?.name, argumentAt(index)));
  }
  walk(flow.file, fn.body, (node) => {
    if (node.type === "AssignmentExpression" && node.left.type === "MemberExpression" && node.left.object.type === "ThisExpression") {
      parts.push(...below(propertyName(node.left), madeOf(flow, fn, argumentAt, node.right)));
    }
    if (node.type !== "CallExpression") return true;
    const { arguments: given } = node;
    if (node.callee.type === "Super" && base !== undefined) {
      parts.push(...instanceParts(flow, base, (index) => (given[index] === undefined ? [] : madeOf(flow, fn, argumentAt, given[index])), depth + 1));
    }
    if (calleeName(node) === "assign" && given[0]?.type === "ThisExpression") parts.push(...given.slice(1).flatMap((value) => madeOf(flow, fn, argumentAt, value)));
    return true;
  });
  return parts;
}

/** The parts of an expression in a constructor, by what the constructor got. */
function madeOf(flow: Flow, fn: FunctionNode, argumentAt: ArgumentParts, expression: TSESTree.Node): readonly Part[] {
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
      return index === -1 ? valueParts(flow, node) : partsAt(argumentAt(index), names);
    }
  }
}
