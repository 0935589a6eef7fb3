import type { TSESTree } from "@typescript-eslint/utils";
import type { AnalyzedFile, FunctionNode, Variable } from "../source/file.js";
import { answerOnce } from "../source/answer-once.js";
import { sdkCallOf } from "../origins/api-calls.js";
import type { SdkCall } from "../origins/call.js";
import { isVariable, readPath } from "../values/access-path.js";
import { usesOfFunction } from "../values/call-sites.js";
import { bare, isFunction, nodesOf, onlyValue, propertyName } from "../source/syntax.js";
import { resultsWithError } from "../knowledge/action-names.js";
import { actionName } from "../knowledge/sdk.js";
import { anyAction } from "../knowledge/services.js";

/** A look for `Error` on what a call of the SDK returned. */
export interface ErrorOnResult {
  readonly node: TSESTree.Node;
  readonly call: SdkCall;
}

/** The places that look for `Error` on what the SDK returned. */
export function errorsOnResults(file: AnalyzedFile): readonly ErrorOnResult[] {
  const found = new Map<TSESTree.Node | Variable, ErrorOnResult>();
  for (const { expression, place } of nodesOf(file, "MemberExpression", "ObjectPattern").flatMap(errorReadsAt)) {
    const { root, names } = readPath(file, expression);
    const way = names.join(".");
    if (found.has(root) || (way !== "Error" && way !== "Response.Error")) continue;
    const call = isVariable(root) ? resultCall(file, root) : awaitedCall(file, root);
    if (call === undefined || (call.action !== anyAction && resultsWithError.has(call.action))) continue;
    found.set(root, { node: place, call });
  }
  return [...found.values()];
}

function errorReadsAt(node: TSESTree.MemberExpression | TSESTree.ObjectPattern): { expression: TSESTree.Node; place: TSESTree.Node }[] {
  if (node.type === "MemberExpression") return propertyName(node) === "Error" ? [{ expression: node, place: node }] : [];
  return node.properties.flatMap((property) =>
    property.type === "Property" && propertyName(property) === "Error" && property.value.type === "Identifier" ? [{ expression: property.value, place: property }] : [],
  );
}

function awaitedCall(file: AnalyzedFile, node: TSESTree.Node): SdkCall | undefined {
  return node.type === "AwaitExpression" ? sdkResult(file, node.argument) : undefined;
}

/** A call that gives back what the SDK did: not what a function of this file made of it. */
function sdkResult(file: AnalyzedFile, expression: TSESTree.Node): SdkCall | undefined {
  const call = sdkCallOf(file, bare(expression));
  return call?.through === undefined ? call : undefined;
}

/** The call of the SDK of which a variable holds the result. */
function resultCall(file: AnalyzedFile, variable: Variable): SdkCall | undefined {
  return answerOnce<SdkCall | undefined>(file, resultCall, variable, undefined, () => {
    const definition = variable.defs[0];
    if (definition?.type === "Variable") {
      const value = onlyValue(variable);
      return value === undefined ? undefined : awaitedCall(file, bare(value));
    }
    // client.Action(request).then((result) => …)
    const fn = definition?.type === "Parameter" ? definition.node : undefined;
    const call = fn?.parent;
    if (!isFunction(fn) || definition === undefined) return undefined;
    const index = fn.params.findIndex((parameter) => parameter === definition.name);
    if (call?.type === "CallExpression" && call.arguments[0] === fn && index === 0 && call.callee.type === "MemberExpression" && propertyName(call.callee) === "then") return sdkResult(file, call.callee.object);
    return index === -1 ? undefined : handedResult(file, fn, index);
  });
}

/** The call of which a function gets the result in a place, where all of its callers hand over what actions give back. */
function handedResult(file: AnalyzedFile, fn: FunctionNode, index: number): SdkCall | undefined {
  const results = usesOfFunction(file, fn).map((use) => ("call" in use && use.call.arguments[index] !== undefined ? madeOf(file, use.call.arguments[index]) : undefined));
  // `client.DescribeDisks(…)` is one of the SDK's beside others that are, whatever is seen of its client.
  if (!results.every((node) => node?.type === "AwaitExpression" && isNamedAsAction(node.argument))) return undefined;
  return results.map((node) => (node === undefined ? undefined : awaitedCall(file, node))).find((call) => call !== undefined);
}

function madeOf(file: AnalyzedFile, argument: TSESTree.Node): TSESTree.Node {
  const node = bare(argument);
  const variable = node.type === "Identifier" ? file.variableOf(node) : undefined;
  const value = variable === undefined ? undefined : onlyValue(variable);
  return bare(value ?? node);
}

function isNamedAsAction(expression: TSESTree.Node): boolean {
  const call = bare(expression);
  return call.type === "CallExpression" && call.callee.type === "MemberExpression" && actionName.test(propertyName(call.callee) ?? "");
}
