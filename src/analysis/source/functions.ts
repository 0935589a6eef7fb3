import type { TSESTree } from "@typescript-eslint/utils";
import { addTo } from "./lists.js";
import { answerOnce } from "./answer-once.js";
import type { AnalyzedFile, FunctionNode } from "./file.js";
import { bare, enclosingClass, isFunction, onlyValue, propertyName } from "./syntax.js";

/** The name itself for `helpers.name`, where `helpers` holds all that another module exports; else the same node, without casts. */
export function unqualified(file: AnalyzedFile, expression: TSESTree.Node): TSESTree.Node {
  const node = bare(expression);
  const [owner, name] = node.type === "MemberExpression" ? [node.object, propertyName(node)] : node.type === "TSQualifiedName" ? [node.left, node.right.name] : [];
  const variable = owner?.type === "Identifier" && name !== undefined ? file.variableOf(owner) : undefined;
  return (variable === undefined || name === undefined ? undefined : file.linked.memberOf(variable, name)) ?? node;
}

/** The function of this file that a call goes to, as far as names show it. */
export function calledFunction(file: AnalyzedFile, call: TSESTree.CallExpression): FunctionNode | undefined {
  return functionOf(file, call.callee);
}

/** The function of this file that an expression stands for: a name, a function itself, `this.method`, `api.method`. */
export function functionOf(file: AnalyzedFile, expression: TSESTree.Node): FunctionNode | undefined {
  const node = unqualified(file, expression);
  if (isFunction(node)) return node;
  if (node.type !== "Identifier" && node.type !== "MemberExpression" && node.type !== "CallExpression") return undefined;
  return answerOnce<FunctionNode | undefined>(file, functionOf, node, undefined, () => findFunction(file, node));
}

function findFunction(file: AnalyzedFile, node: TSESTree.CallExpression | TSESTree.Identifier | TSESTree.MemberExpression): FunctionNode | undefined {
  if (node.type === "Identifier") {
    const variable = file.variableOf(node);
    const definition = variable?.defs[0];
    if (variable === undefined || definition === undefined || variable.defs.length !== 1) return undefined;
    if (definition.type === "FunctionName" && isFunction(definition.node)) return definition.node;
    const value = onlyValue(variable);
    return value === undefined ? undefined : functionOf(file, value);
  }
  if (node.type === "MemberExpression") {
    const value = memberValue(file, node);
    return value == null ? undefined : functionOf(file, value);
  }
  const isBound = node.callee.type === "MemberExpression" && propertyName(node.callee) === "bind";
  return isBound ? functionOf(file, (node.callee as TSESTree.MemberExpression).object) : undefined;
}

/** What `object.name` holds, where the object is written out in this file: a class, an instance of one, an object literal. */
function memberValue(file: AnalyzedFile, node: TSESTree.MemberExpression): TSESTree.Node | null | undefined {
  if (node.object.type === "ThisExpression") return memberOfThis(node)?.value;
  const name = propertyName(node);
  const object = unqualified(file, node.object);
  if (name === undefined || object.type !== "Identifier") return undefined;
  const variable = file.variableOf(object);
  const definition = variable?.defs[0];
  if (variable === undefined || definition === undefined) return undefined;
  if (definition.type === "ClassName") return memberOfClass(definition.node, name, true)?.value;
  const value = onlyValue(variable);
  const made = value === undefined ? undefined : bare(value);
  if (made?.type === "ObjectExpression") {
    return made.properties.find((property): property is TSESTree.Property => property.type === "Property" && propertyName(property) === name)?.value;
  }
  const callee = made?.type === "NewExpression" ? unqualified(file, made.callee) : undefined;
  const owner = callee?.type === "Identifier" ? file.variableOf(callee)?.defs[0] : undefined;
  return owner?.type === "ClassName" ? memberOfClass(owner.node, name, false)?.value : undefined;
}

/** The member of the enclosing class that `this.name` stands for. */
export function memberOfThis(
  access: TSESTree.MemberExpression,
): TSESTree.MethodDefinition | TSESTree.PropertyDefinition | undefined {
  const name = propertyName(access);
  const owner = enclosingClass(access);
  return name === undefined || owner === undefined ? undefined : memberOfClass(owner, name, undefined);
}

type Member = TSESTree.MethodDefinition | TSESTree.PropertyDefinition;
type Class = TSESTree.ClassDeclaration | TSESTree.ClassExpression;

function memberOfClass(owner: Class, name: string, isStatic: boolean | undefined): Member | undefined {
  return membersOf(owner).get(name)?.find((member) => isStatic === undefined || member.static === isStatic);
}

const membersOfClasses = new WeakMap<Class, ReadonlyMap<string, readonly Member[]>>();

/** The members of a class by name: each use of one in a long class asks. */
export function membersOf(owner: Class): ReadonlyMap<string, readonly Member[]> {
  const known = membersOfClasses.get(owner);
  if (known !== undefined) return known;
  const members = new Map<string, Member[]>();
  for (const member of owner.body.body) {
    if (member.type !== "MethodDefinition" && member.type !== "PropertyDefinition") continue;
    const name = propertyName(member);
    if (name !== undefined) addTo(members, name, member);
  }
  membersOfClasses.set(owner, members);
  return members;
}
