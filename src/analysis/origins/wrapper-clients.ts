import type { TSESTree } from "@typescript-eslint/utils";
import type { AnalyzedFile, Variable } from "../source/file.js";
import { answerOnce } from "../source/answer-once.js";
import { isService, serviceTable } from "../knowledge/documented-codes.js";
import { isServiceOption, wrapperMethods } from "../knowledge/sdk.js";
import { anyService, listed, orElse, servicesOf, type ActionRef, type Service } from "../knowledge/services.js";
import { modulePath } from "../values/import-paths.js";
import { calledFunction, memberOfThis, unqualified } from "../source/functions.js";
import { assignedValues, bare, propertyName, resultsOf, returnedExpressions } from "../source/syntax.js";
import { fieldValues } from "../values/callees.js";
import { onlyString, resolveConstant } from "../values/constants.js";

/** Something that a module of `settings.tencentcloud.sdkModules` makes, with the service that its making names. */
interface WrapperClient {
  readonly service: Service;
}

/**
 * `new CloudService("scf").request("GetFunction", …)`, `manager.service("tcb").call({ Action: "DescribeEnvs" })`: what comes
 * from a module that the settings name calls an action where the service is known and documents an action of that name.
 */
export function wrapperCallOf(file: AnalyzedFile, { arguments: [first] }: TSESTree.CallExpression, callee: TSESTree.MemberExpression): ActionRef | undefined {
  if (file.settings.sdkModules.length === 0 || first === undefined || !wrapperMethods.has(propertyName(callee) ?? "")) return undefined;
  const action = actionOf(file, first);
  const client = action === undefined ? undefined : wrapperClientOf(file, callee.object);
  if (action === undefined || client === undefined) return undefined;
  const services = orElse(servicesOf(client.service), file.settings.services);
  const [service, second] = listed(services).filter((id) => Object.hasOwn(serviceTable(id)?.actions ?? {}, action));
  return service === undefined || second !== undefined ? undefined : { service, action };
}

/** `"GetFunction"`, `{ Action: "GetFunction" }` */
function actionOf(file: AnalyzedFile, argument: TSESTree.Node): string | undefined {
  const request = resolveConstant(file, argument);
  if (request?.type !== "ObjectExpression") return onlyString(file, argument);
  const named = request.properties.find((property): property is TSESTree.Property => property.type === "Property" && propertyName(property) === "Action");
  return named === undefined ? undefined : onlyString(file, named.value);
}

function wrapperClientOf(file: AnalyzedFile, expression: TSESTree.Node): WrapperClient | undefined {
  const node = unqualified(file, expression);
  return answerOnce<WrapperClient | undefined>(file, wrapperClientOf, node, undefined, () => (isOfWrapper(file, node) ? { service: anyService } : findWrapperClient(file, node)));
}

/** Whether an expression or the name of a type leads into a module that the settings name. */
function isOfWrapper(file: AnalyzedFile, node: TSESTree.Node): boolean {
  const found = modulePath(file, node);
  return found !== undefined && file.settings.sdkModules.includes(found.module);
}

function findWrapperClient(file: AnalyzedFile, node: TSESTree.Node): WrapperClient | undefined {
  switch (node.type) {
    case "NewExpression":
      return isOfWrapper(file, node.callee) ? { service: serviceIn(file, node.arguments) ?? anyService } : undefined;
    case "CallExpression": {
      const called = calledFunction(file, node);
      if (called !== undefined) return firstOfWrapper(file, returnedExpressions(file, called));
      const callee = bare(node.callee);
      const maker = wrapperClientOf(file, callee.type === "MemberExpression" ? callee.object : callee);
      return maker === undefined ? undefined : { service: serviceIn(file, node.arguments) ?? maker.service };
    }
    case "Identifier": {
      const variable = file.variableOf(node);
      return variable === undefined ? undefined : wrapperVariable(file, variable);
    }
    case "MemberExpression":
      return node.object.type === "ThisExpression" ? wrapperField(file, node) : wrapperClientOf(file, node.object);
    default:
      return firstOfWrapper(file, resultsOf(node));
  }
}

/** The first of several, rather one of which the service is known. */
function firstOfWrapper(file: AnalyzedFile, expressions: readonly TSESTree.Node[]): WrapperClient | undefined {
  const clients = expressions.flatMap((expression) => wrapperClientOf(file, expression) ?? []);
  return clients.find(({ service }) => service !== anyService) ?? clients[0];
}

function wrapperVariable(file: AnalyzedFile, variable: Variable): WrapperClient | undefined {
  const definition = variable.defs[0];
  const assigned = definition?.type === "Variable" && definition.node.id.type === "Identifier" ? firstOfWrapper(file, assignedValues(variable)) : undefined;
  return assigned ?? (definition === undefined ? undefined : wrapperType(file, definition.name));
}

/** `service: CloudService` */
function wrapperType(file: AnalyzedFile, declared: TSESTree.Node): WrapperClient | undefined {
  const type = "typeAnnotation" in declared && declared.typeAnnotation?.type === "TSTypeAnnotation" ? declared.typeAnnotation.typeAnnotation : undefined;
  return type?.type === "TSTypeReference" && isOfWrapper(file, type.typeName) ? { service: anyService } : undefined;
}

function wrapperField(file: AnalyzedFile, access: TSESTree.MemberExpression): WrapperClient | undefined {
  const member = memberOfThis(access);
  return firstOfWrapper(file, fieldValues(file, access)) ?? (member === undefined ? undefined : wrapperType(file, member));
}

/** The service that arguments name: `"scf"`, `{ ServiceType: "scf" }`. */
function serviceIn(file: AnalyzedFile, arguments_: readonly TSESTree.Node[]): string | undefined {
  for (const argument of arguments_) {
    const object = resolveConstant(file, argument);
    const values = object?.type === "ObjectExpression" ? object.properties.filter((property): property is TSESTree.Property => property.type === "Property" && isServiceOption(propertyName(property) ?? "")).map(({ value }) => value) : [argument];
    const service = values.map((value) => onlyString(file, value)).find((text) => text !== undefined && isService(text));
    if (service !== undefined) return service;
  }
  return undefined;
}
