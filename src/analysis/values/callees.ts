import type { TSESTree } from "@typescript-eslint/utils";
import { addTo } from "../source/lists.js";
import type { AnalyzedFile, FunctionNode, Variable } from "../source/file.js";
import { answerOnce } from "../source/answer-once.js";
import { parameterIndex } from "./access-path.js";
import { calledFunction, functionOf, membersOf, unqualified } from "../source/functions.js";
import { bare, enclosingClass, isFunction, onlyValue, propertyName, returnedExpressions, walk } from "../source/syntax.js";

export type ClassNode = TSESTree.ClassDeclaration | TSESTree.ClassExpression;

/** How far what a class extends is looked at: deeper than anybody writes. */
export const mostSuperClasses = 4;

/** What the parameters of a function get: `send("ocr")` for `function send(service) {…}`. */
export interface Binding {
  readonly fn: FunctionNode;
  readonly arguments: readonly TSESTree.Node[];
}

/** The function that a call goes to, with what its parameters get, and those of what made it: a constructor, a factory. */
export interface Callee {
  readonly fn: FunctionNode;
  readonly bindings: readonly Binding[];
}

/** A class with what its constructor gets; no bindings where that is not seen. */
interface Instance {
  readonly owner: ClassNode;
  readonly bindings: readonly Binding[];
}

/**
 * The function that a call goes to: `send(…)`, `this.send(…)`, `new Api("ocr").send(…)`, `createApi("ocr").send(…)`,
 * `createSend("ocr")(…)`, also by way of variables, fields, parameters with a type, and classes that are extended.
 */
export function calleeOf(file: AnalyzedFile, call: TSESTree.CallExpression): Callee | undefined {
  return answerOnce<Callee | undefined>(file, calleeOf, call, undefined, () => {
    const callee = unqualified(file, call.callee);
    const known = calledFunction(file, call);
    const own = (fn: FunctionNode): Binding => ({ fn, arguments: call.arguments });
    if (callee.type === "MemberExpression") {
      const member = memberFunction(file, callee);
      const fn = known ?? member?.fn;
      return fn === undefined ? undefined : { fn, bindings: [own(fn), ...(member?.fn === fn ? member.bindings : [])] };
    }
    if (known !== undefined) return { fn: known, bindings: [own(known)] };
    // (options.send ?? send)(…)
    const fallback = callee.type === "LogicalExpression" ? callee : callee.type === "Identifier" ? valueOf(file, callee) : undefined;
    const usual = fallback?.type === "LogicalExpression" ? functionOf(file, fallback.right) : undefined;
    if (usual !== undefined) return { fn: usual, bindings: [own(usual)] };
    // createSend("ocr")(…)
    const made = bare(callee.type === "Identifier" ? (valueOf(file, callee) ?? callee) : callee);
    const maker = made.type === "CallExpression" ? calleeOf(file, made) : undefined;
    const fn = maker === undefined ? undefined : onlyFunction(file, returnedExpressions(file, maker.fn));
    return maker === undefined || fn === undefined ? undefined : { fn, bindings: [own(fn), ...maker.bindings] };
  });
}

/** What the parameter of a function gets by bindings; undefined where no binding is about it. */
export function boundArgument(bindings: readonly Binding[], parameter: Variable): TSESTree.Node | "left out" | undefined {
  const fn = parameter.defs[0]?.node;
  const binding = bindings.find((candidate) => candidate.fn === fn);
  if (binding === undefined) return undefined;
  const index = parameterIndex(binding.fn, parameter);
  const place = binding.arguments.findIndex((argument) => argument.type === "SpreadElement");
  return place !== -1 && place <= index ? undefined : (binding.arguments[index] ?? "left out");
}

/** `object.name` as a function, with what the parameters around it got. */
function memberFunction(file: AnalyzedFile, access: TSESTree.MemberExpression): Callee | undefined {
  const name = propertyName(access);
  if (name === undefined) return undefined;
  const instance = instanceOf(file, access.object);
  if (instance !== undefined) return methodOf(file, instance, name);
  // createApi("ocr").send(…), also kept in a variable.
  const object = unqualified(file, access.object);
  const made = object.type === "Identifier" ? bare(valueOf(file, object) ?? object) : object;
  const call = made.type === "AwaitExpression" ? bare(made.argument) : made;
  const maker = call.type === "CallExpression" ? calleeOf(file, call) : undefined;
  if (maker === undefined) return undefined;
  for (const returned of returnedExpressions(file, maker.fn)) {
    const value = bare(returned);
    const literal = value.type === "Identifier" ? bare(valueOf(file, value) ?? value) : value;
    const property = literal.type === "ObjectExpression" ? literal.properties.find((part) => part.type === "Property" && propertyName(part) === name) : undefined;
    const fn = property?.type === "Property" ? functionOf(file, property.value) : undefined;
    if (fn !== undefined) return { fn, bindings: maker.bindings };
  }
  return undefined;
}

/** The class of which an expression holds an instance. */
function instanceOf(file: AnalyzedFile, expression: TSESTree.Node): Instance | undefined {
  const node = unqualified(file, expression);
  switch (node.type) {
    case "ThisExpression": {
      const owner = enclosingClass(node);
      return owner === undefined ? undefined : { owner, bindings: [] };
    }
    case "Super": {
      const owner = enclosingClass(node);
      return owner === undefined ? undefined : superInstance(file, owner);
    }
    case "NewExpression": {
      const owner = classOf(file, node.callee);
      return owner === undefined ? undefined : { owner, bindings: constructed(owner, node.arguments) };
    }
    case "AwaitExpression":
      return instanceOf(file, node.argument);
    case "AssignmentExpression":
      return instanceOf(file, node.right);
    case "LogicalExpression":
      return instanceOf(file, node.right) ?? instanceOf(file, node.left);
    case "Identifier":
    case "MemberExpression":
      return answerOnce<Instance | undefined>(file, instanceOf, node, undefined, () => {
        const value = node.type === "Identifier" ? valueOf(file, node) : fieldValues(file, node)[0];
        return (value === undefined ? undefined : instanceOf(file, value)) ?? declaredInstance(file, node);
      });
    case "CallExpression":
      return answerOnce<Instance | undefined>(file, instanceOf, node, undefined, () => {
        const maker = calleeOf(file, node);
        // One that keeps what it made returns it in two places.
        const [made] = maker === undefined ? [] : returnedExpressions(file, maker.fn).flatMap((returned) => instanceOf(file, returned) ?? []);
        return made === undefined || maker === undefined ? undefined : { owner: made.owner, bindings: [...made.bindings, ...maker.bindings] };
      });
    default:
      return undefined;
  }
}

/** The class that an expression names. */
export function classOf(file: AnalyzedFile, expression: TSESTree.Node): ClassNode | undefined {
  const node = unqualified(file, expression);
  if (node.type === "ClassExpression") return node;
  const definition = node.type === "Identifier" ? file.variableOf(node)?.defs[0] : undefined;
  if (definition?.type === "ClassName") return definition.node;
  const value = node.type === "Identifier" ? valueOf(file, node) : undefined;
  return value === undefined || bare(value).type === "Identifier" ? undefined : classOf(file, value);
}

/** The class that another extends, with what `super(…)` hands to it. */
export function superInstance(file: AnalyzedFile, { superClass, body }: ClassNode): Instance | undefined {
  const owner = superClass === null ? undefined : classOf(file, superClass);
  if (owner === undefined) return undefined;
  const own = body.body.find((member): member is TSESTree.MethodDefinition => member.type === "MethodDefinition" && member.kind === "constructor");
  let call: TSESTree.CallExpression | undefined;
  if (own?.value.type === "FunctionExpression") {
    walk(file, own.value.body, (node) => {
      if (node.type === "CallExpression" && node.callee.type === "Super") call = node;
      return call === undefined;
    });
  }
  return { owner, bindings: call === undefined ? [] : constructed(owner, call.arguments) };
}

export function constructed(owner: ClassNode, arguments_: readonly TSESTree.Node[]): readonly Binding[] {
  const fn = constructorOf(owner);
  return fn === undefined ? [] : [{ fn, arguments: arguments_ }];
}

export function constructorOf(owner: ClassNode): FunctionNode | undefined {
  const value = membersOf(owner).get("constructor")?.find((member) => member.type === "MethodDefinition" && member.kind === "constructor" && isFunction(member.value))?.value;
  return value != null && isFunction(value) ? value : undefined;
}

/** The method of a class or of those that it extends; the parameters of their constructors are bound on the way. */
function methodOf(file: AnalyzedFile, instance: Instance, name: string): Callee | undefined {
  const bindings = [...instance.bindings];
  let { owner } = instance;
  for (let depth = 0; depth <= mostSuperClasses; depth += 1) {
    const value = membersOf(owner).get(name)?.find((member) => member.value != null)?.value;
    if (value != null) {
      const fn = functionOf(file, value);
      return fn === undefined ? undefined : { fn, bindings };
    }
    const base = superInstance(file, owner);
    if (base === undefined) return undefined;
    bindings.push(...base.bindings);
    ({ owner } = base);
  }
  return undefined;
}

/** `api: TencentApi`, of a variable, a parameter or a field */
function declaredInstance(file: AnalyzedFile, node: TSESTree.Identifier | TSESTree.MemberExpression): Instance | undefined {
  const declared = node.type === "Identifier" ? file.variableOf(node)?.defs[0]?.name : fieldDeclarations(node)[0];
  const annotation = declared !== undefined && "typeAnnotation" in declared ? declared.typeAnnotation : undefined;
  const type = annotation?.type === "TSTypeAnnotation" ? annotation.typeAnnotation : undefined;
  const owner = type?.type === "TSTypeReference" ? classOf(file, type.typeName) : undefined;
  return owner === undefined ? undefined : { owner, bindings: [] };
}

function fieldDeclarations(access: TSESTree.MemberExpression): readonly TSESTree.Node[] {
  const name = propertyName(access);
  const owner = bare(access.object).type === "ThisExpression" ? enclosingClass(access) : undefined;
  const members = owner?.body.body.filter((member) => member.type === "PropertyDefinition" && propertyName(member) === name) ?? [];
  const parameters = owner === undefined ? [] : (constructorOf(owner)?.params ?? []);
  return [...members, ...parameters.flatMap((parameter) => (parameter.type === "TSParameterProperty" && parameterName(parameter)?.name === name ? (parameterName(parameter) ?? []) : []))];
}

/** The name that a parameter which declares a field goes by. */
export function parameterName({ parameter }: TSESTree.TSParameterProperty): TSESTree.Identifier | undefined {
  const name = parameter.type === "AssignmentPattern" ? parameter.left : parameter;
  return name.type === "Identifier" ? name : undefined;
}

/** Every value that a class gives the field `this.name`: where it is declared, and where it is assigned; also in the classes that it extends. */
export function fieldValues(file: AnalyzedFile, access: TSESTree.MemberExpression): readonly TSESTree.Node[] {
  const name = propertyName(access);
  let owner = bare(access.object).type === "ThisExpression" ? enclosingClass(access) : undefined;
  for (let depth = 0; owner !== undefined && name !== undefined && depth <= mostSuperClasses; depth += 1) {
    const values = valuesByField(file, owner).get(name);
    if (values !== undefined) return values;
    owner = superInstance(file, owner)?.owner;
  }
  return [];
}

function valuesByField(file: AnalyzedFile, owner: ClassNode): ReadonlyMap<string, readonly TSESTree.Node[]> {
  return answerOnce<ReadonlyMap<string, readonly TSESTree.Node[]>>(file, valuesByField, owner, new Map(), () => {
    const fields = new Map<string, TSESTree.Node[]>();
    const add = (name: string | undefined, value: TSESTree.Node | null | undefined): void => {
      if (name !== undefined && value != null) addTo(fields, name, value);
    };
    walk(file, owner.body, (node) => {
      if (node.type === "PropertyDefinition") add(propertyName(node), node.value);
      if (node.type === "MethodDefinition" && node.kind === "get" && isFunction(node.value)) for (const value of returnedExpressions(file, node.value)) add(propertyName(node), value);
      if (node.type === "TSParameterProperty") add(parameterName(node)?.name, parameterName(node));
      if (node.type === "AssignmentExpression" && node.left.type === "MemberExpression" && node.left.object.type === "ThisExpression") add(propertyName(node.left), node.right);
      // A class that is written inside has fields of its own.
      return node.type !== "ClassDeclaration" && node.type !== "ClassExpression";
    });
    return fields;
  });
}

function valueOf(file: AnalyzedFile, name: TSESTree.Identifier): TSESTree.Node | undefined {
  const variable = file.variableOf(name);
  return variable === undefined ? undefined : onlyValue(variable);
}

function onlyFunction(file: AnalyzedFile, values: readonly TSESTree.Node[]): FunctionNode | undefined {
  const functions = values.flatMap((value) => functionOf(file, value) ?? []);
  return functions.length === 1 ? functions[0] : undefined;
}
