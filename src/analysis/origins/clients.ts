import type { TSESTree } from "@typescript-eslint/utils";
import type { AnalyzedFile, FunctionNode, Variable } from "../source/file.js";
import { answerOnce } from "../source/answer-once.js";
import { elementType, typeAt } from "../values/declared-types.js";
import { patternPath, sdkExport } from "../values/import-paths.js";
import { calledFunction, memberOfThis, unqualified } from "../source/functions.js";
import { assignedValues, bare, enclosingClass, isFunction, onlyValue, propertyName, resultsOf, returnedExpressions } from "../source/syntax.js";
import { anyService } from "../knowledge/services.js";
import { usesOfFunction } from "../values/call-sites.js";
import { parameterIndex } from "../values/access-path.js";
import { calleeOf, fieldValues } from "../values/callees.js";
import { resolveConstant } from "../values/constants.js";
import type { Client } from "./client.js";
import { requestClient } from "./request-clients.js";
import { nothingSeen, serviceOf } from "./requests.js";
import { seenIn } from "./seen-requests.js";
import { textsOf } from "./texts.js";

/** The client that an expression evaluates to, directly or as a promise. */
export function clientOf(file: AnalyzedFile, expression: TSESTree.Node): Client | undefined {
  const node = unqualified(file, expression);
  return answerOnce<Client | undefined>(file, clientOf, node, undefined, () => {
    const found = findClient(file, node);
    if ((found !== undefined && found.service !== anyService) || file.types === undefined || !canBeClient(file, node)) return found;
    const service = file.types.clientService(node);
    // Syntax shows more than a type for CommonClient, whose type names no service.
    return service === undefined || (service === anyService && found !== undefined) ? found : { service };
  });
}

/** Whether a type has to be asked: some expressions make something else, whatever the types. */
function canBeClient(file: AnalyzedFile, node: TSESTree.Node): boolean {
  const variable = node.type === "Identifier" ? file.variableOf(node) : undefined;
  // `Date`, `Promise` and the like are declared nowhere.
  if (variable?.defs.length === 0) return false;
  const value = variable === undefined ? undefined : onlyValue(variable);
  return !neverClients.has((value ?? node).type);
}

const neverClients: ReadonlySet<string> = new Set(["ArrayExpression", "ArrowFunctionExpression", "BinaryExpression", "FunctionExpression", "Literal", "ObjectExpression", "TemplateLiteral", "UnaryExpression"]);

function findClient(file: AnalyzedFile, node: TSESTree.Node): Client | undefined {
  switch (node.type) {
    case "NewExpression":
      return clientOfClass(file, node.callee, node.arguments[0]);
    case "Identifier": {
      const variable = file.variableOf(node);
      return variable === undefined ? undefined : answerOnce<Client | undefined>(file, clientOfVariable, variable, undefined, () => clientOfVariable(file, variable));
    }
    case "MemberExpression":
      return clientOfMember(file, node);
    case "CallExpression": {
      const called = calledFunction(file, node) ?? calleeOf(file, node)?.fn;
      if (called === undefined) return clientMade(file, node) ?? clientOfLookUp(file, node);
      const declared = called.returnType == null ? undefined : clientOfType(file, called.returnType.typeAnnotation);
      return declared ?? firstClient(file, returnedExpressions(file, called));
    }
    case "ThisExpression":
    case "Super": {
      const superClass = enclosingClass(node)?.superClass;
      return superClass == null ? undefined : clientOfClass(file, superClass, undefined);
    }
    default:
      return firstClient(file, resultsOf(node));
  }
}

function firstClient(file: AnalyzedFile, expressions: readonly TSESTree.Node[]): Client | undefined {
  for (const expression of expressions) {
    const client = clientOf(file, expression);
    if (client !== undefined) return client;
  }
  return undefined;
}

/** The client that `new callee(first)` makes. */
function clientOfClass(file: AnalyzedFile, callee: TSESTree.Node, first: TSESTree.Node | undefined): Client | undefined {
  const exported = sdkExport(file, callee);
  if (exported?.kind === "client") return exported.service === anyService && first !== undefined ? commonClient(file, first) : { service: exported.service };
  if (exported?.kind === "common-client") return commonClient(file, first);
  if (exported?.kind === "request-client") return requestClient(file, first);
  const node = unqualified(file, callee);
  const kept = clientOfKeptClass(file, node, first);
  if (kept !== undefined) return kept;
  if (node.type !== "Identifier") return undefined;
  const variable = file.variableOf(node);
  const definition = variable?.defs[0];
  if (variable !== undefined && definition?.type === "Parameter") return handedClass(file, variable, definition.node, first);
  if (definition?.type !== "ClassName" || definition.node.superClass == null) return undefined;
  return answerOnce<Client | undefined>(file, clientOfClass, definition.node, undefined, () =>
    clientOfClass(file, definition.node.superClass as TSESTree.Node, undefined),
  );
}

/** `this.Client = sdk.v20180606.Client`, and later `new this.Client(…)`. */
function clientOfKeptClass(file: AnalyzedFile, callee: TSESTree.Node, first: TSESTree.Node | undefined): Client | undefined {
  const variable = callee.type === "Identifier" ? file.variableOf(callee) : undefined;
  const value = bare((variable === undefined ? undefined : onlyValue(variable)) ?? callee);
  if (value.type !== "MemberExpression" || value.object.type !== "ThisExpression") return undefined;
  return answerOnce<Client | undefined>(file, clientOfKeptClass, value, undefined, () => {
    for (const kept of fieldValues(file, value)) {
      const client = clientOfClass(file, kept, first);
      if (client !== undefined) return client;
    }
    return undefined;
  });
}

/** `function run(Client) { new Client(…) }`: the client of the classes that are handed over. */
function handedClass(file: AnalyzedFile, parameter: Variable, fn: TSESTree.Node, first: TSESTree.Node | undefined): Client | undefined {
  return answerOnce<Client | undefined>(file, handedClass, parameter, undefined, () => {
    const index = isFunction(fn) ? parameterIndex(fn, parameter) : -1;
    if (!isFunction(fn) || index === -1 || fn.params[index]?.type !== "Identifier") return undefined;
    return sameClient(argumentsOf(file, fn, index).map((argument) => clientOfClass(file, argument, first)));
  });
}

/** `new CommonClient("cbs.tencentcloudapi.com", …)`, also with the address in a profile: it tells the service, `cbs`. */
function commonClient(file: AnalyzedFile, address: TSESTree.Node | undefined): Client {
  const isProfile = address !== undefined && resolveConstant(file, address)?.type === "ObjectExpression";
  const hosts = address === undefined ? [] : isProfile ? seenIn(file, address).hosts : textsOf(file, address);
  return { service: serviceOf({ ...nothingSeen, hosts }), hosts };
}

/** `ApiFactory({ … })`, `CloudApiService.getInstance({ … })` */
function clientMade(file: AnalyzedFile, node: TSESTree.CallExpression): Client | undefined {
  const callee = bare(node.callee);
  const maker = callee.type === "MemberExpression" && propertyName(callee) === "getInstance" ? callee.object : callee;
  return sdkExport(file, maker)?.kind === "request-client" ? requestClient(file, node.arguments[0]) : undefined;
}

/** `clients.get(region)`, where the `Map` is declared to hold clients. */
function clientOfLookUp(file: AnalyzedFile, node: TSESTree.CallExpression): Client | undefined {
  const callee = bare(node.callee);
  if (callee.type !== "MemberExpression" || propertyName(callee) !== "get") return undefined;
  const element = elementType(file, callee.object);
  return element === undefined ? undefined : clientOfType(file, element);
}

function clientOfVariable(file: AnalyzedFile, variable: Variable): Client | undefined {
  const definition = variable.defs[0];
  if (definition === undefined) return undefined;
  if (definition.name.type === "Identifier" && definition.name.typeAnnotation != null) {
    const declared = clientOfType(file, definition.name.typeAnnotation.typeAnnotation);
    if (declared !== undefined) return declared;
  }
  if (definition.type === "Parameter") return clientOfParameter(file, definition.node, variable);
  if (definition.type !== "Variable") return undefined;
  if (definition.node.id.type === "Identifier") return firstClient(file, assignedValues(variable)) ?? clientTakenOut(file, variable);
  const { init } = definition.node;
  const names = patternPath(definition.node.id, definition.name);
  return init === null || names === undefined ? undefined : memberClient(file, init, names);
}

/** `({ client } = await createClients())`: what a variable is given out of an object. */
function clientTakenOut(file: AnalyzedFile, variable: Variable): Client | undefined {
  for (const reference of variable.references) {
    if (!reference.isWrite() || reference.writeExpr == null) continue;
    const identifier = reference.identifier as TSESTree.Identifier;
    let assignment: TSESTree.Node | undefined = identifier.parent;
    while (assignment?.type === "Property" || assignment?.type === "ObjectPattern") assignment = assignment.parent;
    const names = assignment?.type === "AssignmentExpression" ? patternPath(assignment.left, identifier) : undefined;
    const client = names === undefined || names.length === 0 ? undefined : memberClient(file, reference.writeExpr, names);
    if (client !== undefined) return client;
  }
  return undefined;
}

/** The client that a parameter gets: by a type around it, by default, or by what the function is called with in this file. */
function clientOfParameter(file: AnalyzedFile, fn: TSESTree.Node, variable: Variable): Client | undefined {
  const name = variable.defs[0]?.name;
  if (!isFunction(fn) || name === undefined) return undefined;
  for (const [index, parameter] of fn.params.entries()) {
    const pattern = parameter.type === "TSParameterProperty" ? parameter.parameter : parameter;
    const target = pattern.type === "AssignmentPattern" ? pattern.left : pattern;
    const names = patternPath(target, name);
    if (names === undefined) continue;
    const type = target.type === "Identifier" || target.type === "ObjectPattern" ? target.typeAnnotation?.typeAnnotation : undefined;
    const declared = type === undefined ? undefined : clientOfType(file, typeAt(file, type, names));
    if (declared !== undefined) return declared;
    const assigned = pattern.type === "AssignmentPattern" ? memberClient(file, pattern.right, names) : undefined;
    return assigned ?? sameClient(argumentsOf(file, fn, index).map((argument) => memberClient(file, argument, names)));
  }
  return undefined;
}

function argumentsOf(file: AnalyzedFile, fn: FunctionNode, index: number): TSESTree.Node[] {
  return usesOfFunction(file, fn).flatMap((use) => ("call" in use ? (use.call.arguments[index] ?? []) : []));
}

/** The client that all of several are; without its service where they differ. */
function sameClient(clients: readonly (Client | undefined)[]): Client | undefined {
  const [first] = clients;
  if (first === undefined || clients.includes(undefined)) return undefined;
  return clients.every((client) => client?.service === first.service) ? first : { service: anyService };
}

/** `{ cbs: new CbsClient() }` and the path `["cbs"]`: the client at the end of a path into an object literal. */
function memberClient(file: AnalyzedFile, from: TSESTree.Node, names: readonly string[]): Client | undefined {
  const [name, ...rest] = names;
  if (name === undefined) return clientOf(file, from);
  const value = objectLiteral(file, from)?.properties.find(
    (property): property is TSESTree.Property => property.type === "Property" && propertyName(property) === name,
  )?.value;
  return value === undefined ? undefined : memberClient(file, value, rest);
}

function objectLiteral(file: AnalyzedFile, from: TSESTree.Node): TSESTree.ObjectExpression | undefined {
  const node = unqualified(file, from);
  if (node.type === "ObjectExpression") return node;
  if (node.type === "AwaitExpression") return objectLiteral(file, node.argument);
  if (node.type === "Identifier") {
    const variable = file.variableOf(node);
    const [value, second] = variable === undefined ? [] : assignedValues(variable);
    return value === undefined || second !== undefined || bare(value).type === "Identifier" ? undefined : objectLiteral(file, value);
  }
  if (node.type === "CallExpression") {
    const called = calledFunction(file, node);
    const [value] = called === undefined ? [] : returnedExpressions(file, called);
    return value === undefined || bare(value).type !== "ObjectExpression" ? undefined : (bare(value) as TSESTree.ObjectExpression);
  }
  return undefined;
}

function clientOfMember(file: AnalyzedFile, node: TSESTree.MemberExpression): Client | undefined {
  const name = propertyName(node);
  if (name !== undefined && node.object.type === "ThisExpression") return clientOfField(file, node);
  const written = name === undefined ? undefined : memberClient(file, node.object, [name]);
  if (written !== undefined) return written;
  const element = node.computed ? elementType(file, node.object) : undefined;
  const declared = element ?? (name === undefined ? undefined : declaredMember(file, node.object, name));
  return declared === undefined ? undefined : clientOfType(file, declared);
}

/** The type that the declaration of a variable gives to one of its properties. */
function declaredMember(file: AnalyzedFile, object: TSESTree.Node, name: string): TSESTree.TypeNode | undefined {
  const node = unqualified(file, object);
  const declared = node.type === "Identifier" ? file.variableOf(node)?.defs[0]?.name : undefined;
  const type = declared?.type === "Identifier" ? declared.typeAnnotation?.typeAnnotation : undefined;
  return type === undefined ? undefined : typeAt(file, type, [name]);
}

function clientOfField(file: AnalyzedFile, access: TSESTree.MemberExpression): Client | undefined {
  const member = memberOfThis(access);
  const type = member?.type === "PropertyDefinition" ? member.typeAnnotation?.typeAnnotation : undefined;
  const declared = type === undefined ? undefined : clientOfType(file, type);
  // A class for all services: what the field is given tells which.
  return declared === undefined || declared.isOwn === true ? (firstClient(file, fieldValues(file, access)) ?? declared) : declared;
}

/** The client that a type annotation names: `CbsClient`, `InstanceType<typeof cam.v20190116.Client>`, `Promise<…>` of one. */
export function clientOfType(file: AnalyzedFile, type: TSESTree.TypeNode | undefined): Client | undefined {
  switch (type?.type) {
    case "TSTypeReference": {
      const [argument] = type.typeArguments?.params ?? [];
      const wrapper = type.typeName.type === "Identifier" ? type.typeName.name : "";
      if (argument !== undefined && ["InstanceType", "Promise", "Readonly", "NonNullable", "Pick", "Omit", "Partial", "Required"].includes(wrapper)) return clientOfType(file, argument);
      return clientOfName(file, type.typeName);
    }
    case "TSTypeQuery":
      return clientOfName(file, type.exprName);
    case "TSUnionType":
      return type.types.map((member) => clientOfType(file, member)).find((client) => client !== undefined);
    default:
      return undefined;
  }
}

function clientOfName(file: AnalyzedFile, named: TSESTree.Node): Client | undefined {
  const name = unqualified(file, named);
  const exported = sdkExport(file, name);
  if (exported?.kind === "client") return { service: exported.service };
  if (exported?.kind === "common-client") return { service: anyService };
  if (exported?.kind === "request-client") return requestClient(file, undefined);
  if (name.type !== "Identifier") return undefined;
  const definition = file.variableOf(name)?.defs[0];
  if (definition?.type === "Type" && definition.node.type === "TSTypeAliasDeclaration") {
    const { node } = definition;
    return answerOnce<Client | undefined>(file, clientOfName, node, undefined, () => clientOfType(file, node.typeAnnotation));
  }
  if (definition?.type === "ClassName") return clientOfClass(file, name, undefined);
  return undefined;
}
