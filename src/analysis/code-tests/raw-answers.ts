import type { TSESTree } from "@typescript-eslint/utils";
import type { AnalyzedFile, FunctionNode } from "../source/file.js";
import { answerOnce } from "../source/answer-once.js";
import { flowOf } from "../origins/calls.js";
import type { Part } from "../origins/call.js";
import { isOverHttp } from "../origins/part.js";
import { partsOfVariable } from "../origins/parts.js";
import { isOfApi } from "../origins/sent.js";
import { calleeOf } from "../values/callees.js";
import { conditionsOf, unmetBranch } from "./conditions.js";
import { onlyWritesDown, passesOn, wholeResponse, type Root } from "./passed-on.js";
import { modulePath } from "../values/import-paths.js";
import { isVariable, readPath } from "../values/access-path.js";
import { knownStrings } from "../values/constants.js";
import { bare, calleeName, enclosingFunction, nodesOf, onlyValue, propertyName, returnedExpressions, someTextHolds, walk } from "../source/syntax.js";
import { codeMapService } from "../knowledge/sdk.js";
import { anyService } from "../knowledge/services.js";

/** A field of a raw answer that is read: `body.Response.DiskSet`. */
export interface ResponseRead {
  readonly node: TSESTree.Node;
  readonly field: string;
}

/** What makes sure, from a node on, that a response is no error. */
interface Look {
  readonly node: TSESTree.Node;
  readonly root: Root;
  /** What is tested instead of the error; whatever took it out of the response before is no harm. */
  readonly tested?: string;
}

interface Access extends Look {
  readonly field: string;
}

/**
 * The fields of raw responses that are read before anything looked at `Response.Error`, together for each response and in
 * the order of the source.
 */
export function uncheckedReads(file: AnalyzedFile): readonly (readonly ResponseRead[])[] {
  const reads: Access[] = [];
  const looks: Look[] = [];
  const isNamed = someTextHolds(file, (text) => text.includes("Response"));
  for (const node of nodesOf(file, "MemberExpression", "ObjectPattern")) {
    if (!isNamed && !readsResult(node)) continue;
    for (const access of accessesAt(file, node)) (access.field === "Error" ? looks : reads).push(access);
  }
  if (reads.length === 0) return [];
  looks.push(...handedResponses(file, new Set(reads.map(({ root }) => root))), ...fieldLooks(file));
  const looksAt = new Map<Root, Look[]>();
  for (const look of looks) {
    const others = looksAt.get(look.root);
    if (others === undefined) looksAt.set(look.root, [look]);
    else others.push(look);
  }
  const unchecked = reads.filter((read) => !looksAt.get(read.root)?.some((look) => precedes(look, read) || isTestedLater(look, read)) && isRawAnswer(file, read.root));
  const byResponse = new Map<Root, ResponseRead[]>();
  for (const read of unchecked.sort((left, right) => left.node.range[0] - right.node.range[0])) {
    const others = byResponse.get(read.root);
    if (others === undefined) byResponse.set(read.root, [read]);
    else others.push(read);
  }
  return [...byResponse.values()];
}

/**
 * Where nothing is called `Response`, another module may have taken it out: whether a node reads what a call gave,
 * `(await list()).DiskSet`, `disks.DiskSet`, by its looks.
 */
function readsResult(node: TSESTree.MemberExpression | TSESTree.ObjectPattern): boolean {
  if (node.type === "ObjectPattern") return node.properties.some((property) => property.type === "Property" && fieldName.test(propertyName(property) ?? ""));
  const object = bare(node.object);
  return fieldName.test(propertyName(node) ?? "") && (object.type === "AwaitExpression" || (object.type === "Identifier" && !fieldName.test(object.name)));
}

/** `const { DiskSet } = body.Response; if (DiskSet) … else throw body;` */
function isTestedLater({ root, tested }: Look, read: Access): boolean {
  return root === read.root && tested === read.field && (read.node.type === "Property" || read.node.parent?.type === "VariableDeclarator");
}

/** Where the responses of these roots are handed to functions, which may look at the error. */
function handedResponses(file: AnalyzedFile, roots: ReadonlySet<Root>): Look[] {
  return nodesOf(file, "CallExpression").flatMap((node) => node.arguments.flatMap((argument, index) => {
    const root = wholeResponse(file, argument);
    // Who is called, and what that does, costs more to find out.
    return root === undefined || !roots.has(root) || onlyWritesDown(node) || readsComputedField(file, node) || writesDownParameter(file, node, index) ? [] : [{ root, node }];
  }));
}

/** `_.get(response, field)`, where nothing shows that it is the error which is read. */
function readsComputedField(file: AnalyzedFile, call: TSESTree.CallExpression): boolean {
  const [, path] = call.arguments;
  return calleeName(call) === "get" && path !== undefined && knownStrings(file, path)?.some(({ value }) => value.includes("Error")) !== true;
}

/** `save(file, response)` where `save` is seen to do nothing with it but write it down. */
function writesDownParameter(file: AnalyzedFile, call: TSESTree.CallExpression, index: number): boolean {
  const fn = calleeOf(file, call)?.fn;
  const parameter = fn?.params[index];
  const references = parameter?.type === "Identifier" ? (file.variableOf(parameter)?.references ?? []) : [];
  if (fn === undefined || references.length === 0 || returnedExpressions(file, fn).length > 0) return false;
  return references.every(({ identifier }) => {
    const { parent } = identifier as TSESTree.Identifier;
    return parent.type === "CallExpression" && parent.callee !== identifier && onlyWritesDown(parent);
  });
}

/** The fields of a `Response` that a node reads: by property access, or by taking them out in a pattern. */
function accessesAt(file: AnalyzedFile, node: TSESTree.MemberExpression | TSESTree.ObjectPattern): Access[] {
  if (node.type === "MemberExpression") {
    // The path ends with it: most are no fields by their name.
    const access = fieldName.test(propertyName(node) ?? "") ? accessOf(file, node, node) : undefined;
    return access === undefined ? [] : [access];
  }
  return node.properties.flatMap((property) => {
    const value = property.type === "Property" ? (property.value.type === "AssignmentPattern" ? property.value.left : property.value) : undefined;
    const access = value?.type === "Identifier" ? accessOf(file, value, property) : undefined;
    return access ?? [];
  });
}

const fieldName = /^[A-Z]/;

function accessOf(file: AnalyzedFile, expression: TSESTree.Node, node: TSESTree.Node): Access | undefined {
  const { root, names } = readPath(file, expression);
  const field = names.at(-1);
  // The request's id is in every answer, whether good or bad.
  if (field === undefined || names.length > 4 || field === "RequestId" || !fieldName.test(field)) return undefined;
  // Of a longer path each part is a property access of its own; the shortest one is the read.
  return placeOfField(file, root, names) === names.length - 1 ? { node, root, field } : undefined;
}

/** Which of the properties on a path is a field of a raw response; -1 where none is. */
function placeOfField(file: AnalyzedFile, root: Root, names: readonly string[]): number {
  const at = names.indexOf("Response");
  if (at !== -1) return at + 1;
  if (!fieldName.test(names[0] ?? "")) return -1;
  const parts = isVariable(root) ? partsOfVariable(flowOf(file), root) : flowOf(file).partsOf(root);
  return parts.some(isResponseItself) ? 0 : -1;
}

/** Whether a value is what stands under `Response`. */
function isResponseItself({ holds, names }: Part): boolean {
  return names.join(".") === "Error.Code" && "codeOf" in holds && typeof holds.codeOf !== "string" && isOfApi(holds.codeOf);
}

/** Whether a look at the error comes before a read, in the same function or one around it. */
function precedes(check: Look, read: Access): boolean {
  if (check.root !== read.root) return false;
  if (check.node.range[0] >= read.node.range[1]) return false;
  // What stands in a function of its own runs at another time.
  const around = enclosingFunction(check.node);
  for (let fn: FunctionNode | undefined = enclosingFunction(read.node); ; fn = enclosingFunction(fn)) {
    if (fn === around) return true;
    if (fn === undefined) return false;
  }
}

/**
 * Tests of a field that is needed, such as `if (body.Response.DiskSet)`, of which the other branch passes the response on:
 * whoever gets that finds the error.
 */
function fieldLooks(file: AnalyzedFile): Look[] {
  return conditionsOf(file).flatMap(({ operand, isTrue, owner }) => {
    const { root, names } = readPath(file, operand);
    const at = placeOfField(file, root, names);
    const field = names[at];
    if (at === -1 || field === undefined || !fieldName.test(field) || !isSafeRead(operand, names.length - at - 1)) return [];
    const unmet = unmetBranch(file, owner, isTrue);
    return unmet !== undefined && passesOn(file, owner, unmet, root) ? [{ root, node: owner, tested: field }] : [];
  });
}

/** Whether the parts of a field are read with `?.` only: without it, the test of a field that is not there throws. */
function isSafeRead(operand: TSESTree.Node, deeper: number): boolean {
  let at = bare(operand);
  for (let left = deeper; left > 0; left -= 1) {
    if (at.type !== "MemberExpression" || !at.optional) return false;
    at = bare(at.object);
  }
  return true;
}

/** Whether a variable holds an answer that came over HTTP from Tencent Cloud, with nothing on the way that looks at errors. */
function isRawAnswer(file: AnalyzedFile, root: Root): boolean {
  if (!isVariable(root)) return comesFromRequest(file, root);
  const variable = root;
  return answerOnce<boolean>(file, isRawAnswer, variable, false, () => {
    const definition = variable.defs[0];
    const declared = definition?.name.type === "Identifier" ? definition.name.typeAnnotation?.typeAnnotation : undefined;
    if (declared !== undefined && isApiResponseType(file, declared)) return true;
    if (definition?.name.type === "Identifier" && file.types?.isApiResponse(definition.name) === true) return true;
    if (definition?.type === "Variable") {
      const value = onlyValue(variable) ?? definition.node.init;
      return value !== null && comesFromRequest(file, value);
    }
    // fetch(…).then((response) => response.json()).then((body) => …)
    const call = definition?.type === "Parameter" ? definition.node.parent : undefined;
    const isSettled = call?.type === "CallExpression" && call.arguments[0] === definition?.node && calleeName(call) === "then";
    return isSettled && call.callee.type === "MemberExpression" && comesFromRequest(file, call.callee.object);
  });
}

function isApiResponseType(file: AnalyzedFile, type: TSESTree.TypeNode): boolean {
  if (type.type !== "TSTypeReference") return false;
  const found = modulePath(file, type.typeName);
  return found?.path.at(-1) === "ApiResponse" && codeMapService(found.module) === anyService;
}

/** `await fetch("https://cbs.tencentcloudapi.com", …)`, `await response.json()`, `JSON.parse(await post(…))`, a helper that returns one. */
function comesFromRequest(file: AnalyzedFile, expression: TSESTree.Node): boolean {
  if (expression.type === "TSAsExpression" && isApiResponseType(file, expression.typeAnnotation)) return true;
  const isRaw = flowOf(file).partsOf(expression).some((part) => isResponseItself(part) || (isOverHttp(part) && "codeOf" in part.holds && typeof part.holds.codeOf !== "string" && isOfApi(part.holds.codeOf)));
  return isRaw && !mentionsError(file, expression);
}

/** Whether a piece of code, or what it calls or names, has to do with an `Error` of something. */
function mentionsError(file: AnalyzedFile, root: TSESTree.Node): boolean {
  return answerOnce<boolean>(file, mentionsError, root, false, () => {
    let found = false;
    walk(file, root, (node) => {
      if ((node.type === "MemberExpression" || node.type === "Property") && propertyName(node) === "Error") found = true;
      const fn = node.type === "CallExpression" ? calleeOf(file, node)?.fn : undefined;
      if (fn !== undefined) found ||= mentionsError(file, fn.body);
      const variable = node.type === "Identifier" ? file.variableOf(node) : undefined;
      const value = variable === undefined || found ? undefined : onlyValue(variable);
      if (value !== undefined && value !== root) found ||= mentionsError(file, value);
      return !found;
    });
    return found;
  });
}
