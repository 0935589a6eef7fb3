import type { TSESTree } from "@typescript-eslint/utils";
import type { AnalyzedFile, Variable } from "./file.js";
import { remember } from "./file.js";
import { asType, castOf, mergeOrigins, originOf, usesOfFunction, type Origin } from "./errors.js";
import { codeMapService, modulePath } from "./modules.js";
import { isVariable, parameterIndex, readPath, type ReadPath } from "./paths.js";
import { bare, isFunction } from "./syntax.js";

/** An expression in users' code that holds an error code. */
export interface CodeSite extends Origin {
  readonly node: TSESTree.Node;
  /** What is read; equal paths hold the same code. */
  readonly path: ReadPath;
}

/** Properties that wrap the error which caused another. */
const wrappers = new Set(["cause", "err", "error", "inner", "innerError", "original", "originalError", "reason", "sdkError"]);
/** Lists of statuses inside a success: the property, and the service that answers with it. */
const statusLists: Readonly<Record<string, string>> = { SendStatusSet: "sms" };

/** The code site that an expression is. */
export function codeSiteOf(file: AnalyzedFile, expression: TSESTree.Node): CodeSite | undefined {
  return remember<TSESTree.Node, CodeSite | undefined>(file, codeSiteOf, expression, undefined, () => {
    const path = readPath(file, expression);
    const origin = originOfPath(file, path, expression);
    if (origin === undefined) return undefined;
    const { settings } = file;
    const services = origin.services ?? (settings.services.length > 0 ? settings.services : undefined);
    return { ...origin, services, node: expression, path };
  });
}

function originOfPath(file: AnalyzedFile, path: ReadPath, expression: TSESTree.Node): Origin | undefined {
  const { root, names } = path;
  const last = names.at(-1);
  if (names.length === 0) return isVariable(root) ? originOfCodeVariable(file, root, expression) : undefined;
  if (last === "Code") return originOfCapitalCode(file, path, expression);
  if (last !== "code") return undefined;
  const object = objectOf(file, expression);
  const cast = object === undefined ? undefined : castOf(file, object);
  if (cast === "foreign") return undefined;
  const typed = object === undefined ? "unknown" : (file.types?.errorKind(object) ?? "unknown");
  if (typed === "foreign") return undefined;
  const wrapped = names.slice(0, -1).every((name) => wrappers.has(name));
  const origin = isVariable(root) && wrapped ? originOf(file, root, expression) : undefined;
  if (cast === "sdk" || typed === "sdk") return asType(origin);
  return origin?.evidence === "import" && names.length > 1 ? undefined : origin;
}

/** `Response.Error.Code` of a raw answer, an item's `Code`, or the `Code` of an answer that an error wraps. */
function originOfCapitalCode(file: AnalyzedFile, { root, names }: ReadPath, expression: TSESTree.Node): Origin | undefined {
  const [list, index, beforeLast, error] = [names.at(-3), names.at(-2), names.at(-3), names.at(-2)];
  if (error === "Error" && beforeLast === "Response") return { evidence: "envelope", services: undefined, actions: undefined, exclusive: true };
  const service = list === undefined || !Object.hasOwn(statusLists, list) ? undefined : statusLists[list];
  if (service !== undefined && index !== undefined && /^(?:\*|\d+)$/.test(index)) {
    return { evidence: "item", services: [service], actions: undefined, exclusive: true };
  }
  if (!isVariable(root) || names.length < 2 || !names.slice(0, -1).every((name) => wrappers.has(name))) return undefined;
  const origin = originOf(file, root, expression);
  return origin?.evidence === "import" ? undefined : origin;
}

/** A variable that is a code itself: declared with a type of the code map, or a parameter that gets codes. */
function originOfCodeVariable(file: AnalyzedFile, variable: Variable, expression: TSESTree.Node): Origin | undefined {
  const definition = variable.defs[0];
  if (definition?.name.type === "Identifier" && definition.name.typeAnnotation !== undefined) {
    const service = codeTypeService(file, definition.name.typeAnnotation.typeAnnotation);
    if (service !== undefined) return { evidence: "type", services: service === "" ? undefined : [service], actions: undefined, exclusive: true };
  }
  if (definition?.type !== "Parameter" || !isFunction(definition.node)) return undefined;
  return remember<Variable, Origin | undefined>(file, originOfCodeVariable, variable, undefined, () => {
    const fn = definition.node;
    if (!isFunction(fn)) return undefined;
    const index = parameterIndex(fn, variable);
    const arguments_ = usesOfFunction(file, fn).map((use) => ("call" in use ? use.call.arguments[index] : undefined));
    const origins = arguments_.map((argument) => (argument === undefined || argument === expression ? undefined : codeSiteOf(file, argument)));
    const merged = mergeOrigins(origins);
    return merged === "foreign" ? undefined : merged;
  });
}

/** The service of a type like `CbsErrorCode` from the code map; "" for the common codes. */
function codeTypeService(file: AnalyzedFile, type: TSESTree.TypeNode): string | undefined {
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
