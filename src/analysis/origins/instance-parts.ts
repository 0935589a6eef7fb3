import { classOf, constructorOf, mostSuperClasses, parameterName, type ClassNode } from "../values/callees.js";
import { calleeName, propertyName, walk } from "../source/syntax.js";
import type { Part } from "./call.js";
import { madeOf, type ArgumentParts } from "./made-of.js";
import { below, valueParts, type Flow } from "./part.js";

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
