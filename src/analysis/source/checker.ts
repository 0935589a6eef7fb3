import type { ParserServicesWithTypeInformation, TSESTree } from "@typescript-eslint/utils";
import type { Type, TypeChecker } from "typescript";
import { clientFile, codeMapErrors, codeMapFile, exceptionClass, sdkFile } from "../knowledge/sdk.js";
import { anyService, type Service } from "../knowledge/services.js";

/** The few questions that are put to the type checker. All are asked late, about single nodes. */
export interface TypeInfo {
  /** The service of the SDK client that an expression is; undefined for anything else. */
  clientService(node: TSESTree.Node): Service | undefined;
  /** What the type of an expression says about an error. */
  errorKind(node: TSESTree.Node): ErrorKind;
  /** The members of a type that is a string literal or a union of string literals, sorted. */
  stringMembers(node: TSESTree.Node): readonly string[] | undefined;
  /** The same, but undefined for enums: they are vocabularies of their own. */
  unionMembers(node: TSESTree.Node): readonly string[] | undefined;
  /** Whether the type checker lets a property of an expression be read. */
  hasProperty(node: TSESTree.Node, name: string): boolean;
  /** Whether a call of an expression never comes back, by the types that its signatures return. */
  neverReturns(callee: TSESTree.Node): boolean;
  /** Whether an expression is the raw answer of the API, as the code map declares it. */
  isApiResponse(node: TSESTree.Node): boolean;
}

/**
 * - `sdk`: an exception of the SDK, or a `TencentCloudError` of the code map
 * - `foreign`: an error class or interface of somebody else
 * - `unknown`: `any`, `unknown`, `Error`, or nothing that helps
 */
export type ErrorKind = "sdk" | "foreign" | "unknown";

/** @param isOwnCodeMap whether a file is of one's own code map */
export function createTypeInfo(services: ParserServicesWithTypeInformation, isOwnCodeMap: (file: string) => boolean): TypeInfo {
  const isCodeMap = (file: string): boolean => codeMapFile.test(file) || isOwnCodeMap(file);
  const checker = services.program.getTypeChecker();
  const typeAt = (node: TSESTree.Node): Type | undefined => {
    const tsNode = services.esTreeNodeToTSNodeMap.get(node as TSESTree.Expression);
    if (tsNode === undefined) return undefined;
    try {
      return checker.getTypeAtLocation(tsNode);
    } catch {
      // A checker that stands in for TypeScript's own does not answer everything; without an answer nothing is known.
      return undefined;
    }
  };
  const ask = <Answer>(node: TSESTree.Node, question: (type: Type) => Answer): Answer | undefined => {
    const type = typeAt(node);
    if (type === undefined) return undefined;
    try {
      return question(type);
    } catch {
      return undefined;
    }
  };
  return {
    clientService: (node) => ask(node, (type) => clientServiceOfType(checker, type)),
    errorKind: (node) => ask(node, (type) => errorKindOfType(type, isCodeMap)) ?? "unknown",
    stringMembers: (node) => ask(node, stringMembersOfType),
    unionMembers: (node) => ask(node, (type) => (isEnum(type) ? undefined : stringMembersOfType(type))),
    hasProperty: (node, name) => ask(node, (type) => hasProperty(type, name)) ?? false,
    neverReturns: (callee) => ask(callee, isNeverReturning) ?? false,
    isApiResponse: (node) => ask(node, (type) => isApiResponseType(type, isCodeMap)) ?? false,
  };
}

function declarationFiles(type: Type): string[] {
  const symbol = type.getSymbol();
  return symbol?.declarations?.map((declaration) => declaration.getSourceFile().fileName) ?? [];
}

function clientServiceOfType(checker: TypeChecker, type: Type): Service | undefined {
  const awaited = checker.getAwaitedType(type) ?? type;
  for (const part of awaited.isUnionOrIntersection() ? awaited.types : [awaited]) {
    for (const candidate of withBases(part)) {
      for (const file of declarationFiles(candidate)) {
        const service = clientFile.exec(file)?.groups?.["service"];
        if (service !== undefined) return service;
        if (sdkFile.test(file) && /_client\.d\.ts$/.test(file)) return anyService;
      }
    }
  }
  return undefined;
}

/** A type and the classes that it extends. */
function withBases(type: Type): Type[] {
  const found: Type[] = [type];
  for (let index = 0; index < found.length && index < 8; index += 1) found.push(...(found[index]?.getBaseTypes() ?? []));
  return found;
}

function errorKindOfType(type: Type, isCodeMap: (file: string) => boolean): ErrorKind {
  // TypeScript calls them intrinsic: any, unknown, undefined, …
  if (typeof (type as { intrinsicName?: unknown }).intrinsicName === "string") return "unknown";
  const parts = type.isUnionOrIntersection() ? type.types : [type];
  let foreign = 0;
  for (const part of parts) {
    const name = part.getSymbol()?.getName();
    const files = declarationFiles(part);
    if (name === exceptionClass || files.some((file) => sdkFile.test(file))) return "sdk";
    if (name !== undefined && codeMapErrors.has(name) && files.some(isCodeMap)) return "sdk";
    if (isSomebodyElses(name, files)) foreign += 1;
  }
  return foreign > 0 && foreign === parts.length ? "foreign" : "unknown";
}

function isSomebodyElses(name: string | undefined, files: readonly string[]): boolean {
  if (name === undefined || name === "__type" || name === "__object") return false;
  if (name === "ErrnoException") return true;
  return files.length > 0 && files.every((file) => /[\\/]node_modules[\\/]/.test(file)) && !["Error", "Object", "Record", "Partial"].includes(name);
}

/** A member of an enum has a symbol; a string literal type has none. */
function isEnum(type: Type): boolean {
  return (type.isUnion() ? type.types : [type]).some((part) => part.isStringLiteral() && part.getSymbol() !== undefined);
}

function hasProperty(type: Type, name: string): boolean {
  const { intrinsicName } = type as { intrinsicName?: unknown };
  return intrinsicName === "any" || type.getProperty(name) !== undefined;
}

/** The signatures are asked rather than the call: to choose among them, the checker would look at all arguments. */
function isNeverReturning(type: Type): boolean {
  const signatures = type.getCallSignatures();
  return signatures.length > 0 && signatures.every((signature) => (signature.getReturnType() as { intrinsicName?: unknown }).intrinsicName === "never");
}

function isApiResponseType(type: Type, isCodeMap: (file: string) => boolean): boolean {
  return type.getSymbol()?.getName() === "ApiResponse" && declarationFiles(type).some(isCodeMap);
}

function stringMembersOfType(type: Type): readonly string[] | undefined {
  const members: string[] = [];
  for (const part of type.isUnion() ? type.types : [type]) {
    const intrinsic = (part as { intrinsicName?: unknown }).intrinsicName;
    if (intrinsic === "undefined" || intrinsic === "null") continue;
    if (!part.isStringLiteral()) return undefined;
    members.push(part.value);
  }
  return members.length === 0 ? undefined : members.sort();
}
