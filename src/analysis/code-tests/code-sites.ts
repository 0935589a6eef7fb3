import type { TSESTree } from "@typescript-eslint/utils";
import type { AnalyzedFile, FunctionNode, Variable } from "../source/file.js";
import { answerOnce, pairOf } from "../source/answer-once.js";
import { asType, castOf, mergeOrigins, originAsked, originOf, originOfTuple } from "../origins/error-origin.js";
import { isOfOthers, originOfCodeAt } from "../origins/client-origin.js";
import { originOfEnvelope } from "../origins/file-evidence.js";
import { isResponse } from "../origins/response.js";
import { isDocumented, servicesOfMembers } from "../knowledge/documented-codes.js";
import { modulePath } from "../values/import-paths.js";
import { isNothing, isVariable, parameterIndex, readPath, type ReadPath } from "../values/access-path.js";
import { bare, isFunction, onlyValue, propertyName } from "../source/syntax.js";
import { typeMayTell } from "../values/worth-asking-checker.js";
import { usesOfFunction } from "../values/call-sites.js";
import { askedByName } from "../retriers/retry-callbacks.js";
import { unionOfBesides, type Origin } from "../origins/origin.js";
import { codeMapService } from "../knowledge/sdk.js";
import { anyAction, anyService, orElse, servicesOf, type Service } from "../knowledge/services.js";
import { carrierNames, isMessageName, wrapperNames } from "../knowledge/error-words.js";

/** An expression in users' code that holds an error code. */
export interface CodeSite extends Origin {
  readonly node: TSESTree.Node;
  /** What is read; equal paths hold the same code. */
  readonly path: ReadPath;
}

/** Lists of statuses inside a success: the property, and the service that answers with it. */
const statusLists: Readonly<Record<string, string>> = { SendStatusSet: "sms" };

/** Expressions that make a value of their own. */
const neverRead: ReadonlySet<string> = new Set([
  "ArrayExpression", "ArrowFunctionExpression", "BinaryExpression", "FunctionExpression", "Literal", "NewExpression", "ObjectExpression", "ThisExpression", "UnaryExpression",
]);

/** The code site that an expression is. */
export function codeSiteOf(file: AnalyzedFile, expression: TSESTree.Node): CodeSite | undefined {
  if (neverRead.has(expression.type) || isAnotherProperty(bare(expression))) return undefined;
  return answerOnce<CodeSite | undefined>(file, codeSiteOf, expression, undefined, () => {
    const path = readPath(file, expression);
    const origin = withAlternatives(originOfPath(file, path, expression), alternativesOf(file, expression).map((other) => alternative(file, path, other)));
    if (origin === undefined) return undefined;
    return { ...origin, services: orElse(origin.services, file.settings.services), node: expression, path };
  });
}

/** What an expression is instead where what it reads first is not there: `error.response.data.Response.Error.Code` of `error.code || …`. */
function alternativesOf(file: AnalyzedFile, expression: TSESTree.Node): readonly TSESTree.Node[] {
  const node = bare(expression);
  if (node.type === "LogicalExpression" && node.operator !== "&&") return isNothing(node.right) ? alternativesOf(file, node.left) : [...alternativesOf(file, node.left), node.right];
  const variable = node.type === "Identifier" ? file.variableOf(node) : undefined;
  const value = variable === undefined ? undefined : onlyValue(variable);
  return value !== undefined && bare(value).type === "LogicalExpression" ? alternativesOf(file, value) : [];
}

/** What is known of an alternative: its origin; that it is a text of the application's own, or the same thing by another name; nothing. */
type Alternative = Origin | "same" | "text" | undefined;

/** `error.Code` and `` `HTTP ${status}` `` of `error.code || error.Code || …` */
function alternative(file: AnalyzedFile, { root, names }: ReadPath, node: TSESTree.Node): Alternative {
  const other = readPath(file, node);
  const origin = originOfPath(file, other, node);
  if (origin !== undefined && !isWeak(origin)) return origin;
  if (other.root === root && other.names.length === names.length && isNamedCode(bare(node))) return "same";
  return bare(node).type === "TemplateLiteral" ? "text" : undefined;
}

/** One origin for a code that stands in one place or else in another; where one of them holds something else, texts can be anything. */
function withAlternatives(first: Origin | undefined, others: readonly Alternative[]): Origin | undefined {
  if (others.length === 0) return first;
  const known = first === undefined || isWeak(first) ? undefined : first;
  const merged = mergeOrigins([known, ...others].filter((origin) => typeof origin === "object"));
  if (merged === undefined || merged === "foreign") return first;
  if (known !== undefined && others.every((other) => typeof other === "object" || other === "same")) return merged;
  // What an error has in `code` before that is looked for is a code of the network, and a text with a status has no form of a code.
  return { ...merged, besides: others.includes(undefined) ? "anything" : unionOfBesides([merged.besides, { texts: [], network: true }]) };
}

/** Whether the name alone shows that a property holds no code: most properties that are read do not. */
function isAnotherProperty(node: TSESTree.Node): boolean {
  if (node.type !== "MemberExpression") return false;
  return !isNamedCode(node);
}

function originOfPath(file: AnalyzedFile, path: ReadPath, expression: TSESTree.Node, depth = 0): Origin | undefined {
  const { root, names } = path;
  const last = names.at(-1);
  if (names.length === 0) return (isVariable(root) ? originOfCodeVariable(file, root, expression) : undefined) ?? originOfCodeAt(file, path, expression);
  const found = last === "Code" ? originOfCapitalCode(file, path, expression) : last === "code" ? originOfCode(file, path, expression) : undefined;
  if (found === "foreign") return undefined;
  const flowing = found === undefined || isWeak(found) || found.evidence === "envelope" ? originOfCodeAt(file, path, expression) : undefined;
  if (flowing === undefined && found?.evidence === "envelope" && isOfOthers(file, path)) return undefined;
  if (flowing !== undefined) return found?.evidence === "envelope" ? { ...flowing, evidence: "envelope" } : flowing;
  // What a helper is handed a part of keeps the name of what is read last.
  if (last !== "Code" && last !== "code") return originOfUnion(file, expression);
  if (found !== undefined && found.evidence !== "name") return found;
  return originOfParameterPart(file, path, depth) ?? originOfUnion(file, expression) ?? found;
}

function originOfCode(file: AnalyzedFile, { root, names }: ReadPath, expression: TSESTree.Node): Origin | "foreign" | undefined {
  const object = objectOf(file, expression);
  const cast = object === undefined ? undefined : castOf(file, object);
  if (cast === "foreign") return "foreign";
  // Items of a list, and the wrappers on the way to the error.
  const way = names.slice(0, -1).filter((name) => !isIndex(name));
  const wrapped = way.every((name) => wrapperNames.has(name));
  const inside = way.length > 0 && !carrierNames.has(way[0] ?? "");
  const origin = !wrapped ? undefined : isVariable(root) ? originOf(file, root, expression, inside) : names[0] === "0" ? originOfTuple(file, root) : undefined;
  if (cast === "sdk") return asType(origin);
  // What a test makes sure of needs no type.
  if (object !== undefined && origin?.evidence !== "guard" && file.types !== undefined && typeMayTell(file, object, origin?.evidence === "call")) {
    const typed = file.types.errorKind(object);
    if (typed === "foreign") return "foreign";
    if (typed === "sdk") return asType(origin);
  }
  return isWeak(origin) && names.length > 1 ? undefined : origin;
}

/** Whether a place, not a call or a test, is all that speaks for an origin. */
function isWeak(origin: Origin | undefined): boolean {
  return origin?.evidence === "import" || origin?.evidence === "name";
}

function isIndex(name: string): boolean {
  return name === "*" || /^\d+$/.test(name);
}

/** `Response.Error.Code` of a raw answer, an item's `Code`, or the `Code` of an answer that an error wraps. */
function originOfCapitalCode(file: AnalyzedFile, { root, names }: ReadPath, expression: TSESTree.Node): Origin | undefined {
  const [list, index, beforeLast, error] = [names.at(-3), names.at(-2), names.at(-3), names.at(-2)];
  if (error === "Error" && (beforeLast === "Response" || (names.length === 2 && isResponse(file, root)))) return originOfEnvelope(file);
  const service = list === undefined || !Object.hasOwn(statusLists, list) ? undefined : statusLists[list];
  if (service !== undefined && index !== undefined && isIndex(index)) {
    return { evidence: "item", services: [service], actions: anyAction, besides: "nothing" };
  }
  if (!isVariable(root) || names.length < 2 || !names.slice(0, -1).every((name) => wrapperNames.has(name))) return undefined;
  const origin = originOf(file, root, expression, true);
  return isWeak(origin) ? undefined : origin;
}

/** Helpers that hand a part of their parameter to helpers. */
const maximumHelpers = 3;

/** The parameter of a helper that is handed a part of an answer, or an error as a property of something. */
function originOfParameterPart(file: AnalyzedFile, { root, names }: ReadPath, depth: number): Origin | undefined {
  const definition = isVariable(root) ? root.defs[0] : undefined;
  if (!isVariable(root) || definition?.type !== "Parameter" || !isFunction(definition.node) || depth >= maximumHelpers) return undefined;
  const fn = definition.node;
  const index = parameterIndex(fn, root);
  const parameter = fn.params[index];
  if (parameter?.type !== "Identifier" && parameter?.type !== "ObjectPattern") return undefined;
  return answerOnce<Origin | undefined>(file, originOfParameterPart, pairOf(file, root, `${names.join(".")} ${String(depth)}`), undefined, () => {
    const origins = usesOfFunction(file, fn).map((use) => {
      const argument = "call" in use ? use.call.arguments[index] : undefined;
      if (argument === undefined) return undefined;
      const { root: base, names: start } = readPath(file, argument);
      // Names are added on the way; the path of a function that hands a part of its parameter to itself would never end.
      if (start.length === 0 || base === root) return undefined;
      return originOfPath(file, { root: base, names: [...start, ...names] }, parameter, depth + 1);
    });
    const merged = mergeOrigins(origins);
    return merged === "foreign" ? undefined : merged;
  });
}

/** A variable that is a code itself: declared with a type of the code map, or a parameter that gets codes. */
function originOfCodeVariable(file: AnalyzedFile, variable: Variable, expression: TSESTree.Node): Origin | undefined {
  const definition = variable.defs[0];
  if (definition?.name.type === "Identifier" && definition.name.typeAnnotation != null) {
    const service = codeTypeService(file, definition.name.typeAnnotation.typeAnnotation);
    if (service !== undefined) return { evidence: "type", services: servicesOf(service), actions: anyAction, besides: "nothing" };
  }
  const handed = definition?.type === "Parameter" && isFunction(definition.node) ? originOfCodeParameter(file, variable, definition.node) : undefined;
  return handed === undefined || handed.evidence === "name" ? (originOfUnion(file, expression) ?? handed) : handed;
}

function originOfCodeParameter(file: AnalyzedFile, variable: Variable, fn: FunctionNode): Origin | undefined {
  return answerOnce<Origin | undefined>(file, originOfCodeParameter, variable, undefined, () => {
    const index = parameterIndex(fn, variable);
    const arguments_ = usesOfFunction(file, fn).map((use) => ("call" in use ? use.call.arguments[index] : undefined));
    const origins = arguments_.map((argument) => (argument === undefined ? undefined : codeSiteOf(file, argument)));
    const merged = mergeOrigins(origins);
    if (merged === "foreign") return undefined;
    if (merged !== undefined) return merged;
    const asked = askedByName(file, fn, index);
    // A predicate is asked about its parameter; a function that sets a flag can get all sorts of things.
    const isAsked = asked === "predicate" ? !isMessageName(variable.name) : /code$/i.test(variable.name);
    return isAsked ? originAsked(file, asked) : undefined;
  });
}

/** An expression whose type is a union of documented codes, wherever it was declared. */
function originOfUnion(file: AnalyzedFile, expression: TSESTree.Node): Origin | undefined {
  if (file.types === undefined || !isNamedCode(bare(expression))) return undefined;
  const members = file.types.unionMembers(expression);
  // So many codes, some with a detail, are no other vocabulary's. Names of types say nothing: narrowing drops them.
  if (members === undefined || members.length < 5 || members.filter((code) => code.includes(".")).length < 2) return undefined;
  if (!members.every((code) => isDocumented(code, anyService))) return undefined;
  const services = servicesOfMembers(members);
  return { evidence: "type", services: services.length === 0 ? anyService : services, actions: anyAction, besides: "nothing" };
}

function isNamedCode(node: TSESTree.Node): boolean {
  const name = node.type === "Identifier" ? node.name : node.type === "MemberExpression" ? (propertyName(node) ?? "") : "";
  return /code/i.test(name);
}

/** The service of a type like `CbsErrorCode` from the code map, any for the common codes; undefined for other types. */
function codeTypeService(file: AnalyzedFile, type: TSESTree.TypeNode): Service | undefined {
  if (type.type === "TSUnionType") {
    return type.types.map((member) => codeTypeService(file, member)).find((service) => service !== undefined);
  }
  if (type.type !== "TSTypeReference") return undefined;
  const found = modulePath(file, type.typeName);
  const name = found?.path.at(-1);
  if (found === undefined || name === undefined || !/ErrorCode(?:Of)?$/.test(name)) return undefined;
  return codeMapService(found.module);
}

/** The expression whose property is read, casts included. */
function objectOf(file: AnalyzedFile, expression: TSESTree.Node): TSESTree.Node | undefined {
  const node = bare(expression);
  if (node.type === "MemberExpression") return node.object;
  if (node.type === "LogicalExpression") return objectOf(file, node.operator === "&&" ? node.right : node.left);
  if (node.type === "ConditionalExpression") return objectOf(file, node.consequent) ?? objectOf(file, node.alternate);
  if (node.type === "TemplateLiteral") return node.expressions[0] === undefined ? undefined : objectOf(file, node.expressions[0]);
  if (node.type === "CallExpression") return node.arguments[0] === undefined ? undefined : objectOf(file, node.arguments[0]);
  if (node.type !== "Identifier") return undefined;
  const definition = file.variableOf(node)?.defs[0];
  if (definition?.type !== "Variable" || definition.node.init === null || definition.node.init.range[1] > node.range[0]) return undefined;
  return definition.node.id.type === "Identifier" ? objectOf(file, definition.node.init) : definition.node.init;
}
