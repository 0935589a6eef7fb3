import type { TSESTree } from "@typescript-eslint/utils";
import type { AnalyzedFile, FunctionNode, Variable } from "../source/file.js";
import { answerOnce } from "../source/answer-once.js";
import { sdkCallOf } from "./api-calls.js";
import { callsIn } from "./calls.js";
import type { Calls } from "./call.js";
import { codesOfClass, declaredClass } from "./class-codes.js";
import { narrowed, originOfCodes, originOfParts } from "./codes-origin.js";
import { partsAt } from "./part.js";
import { errorPosition, errorSource } from "../values/error-callbacks.js";
import { namesApi, originByImport, originByName } from "./file-evidence.js";
import { guardAt, isExceptionType, isForeignType } from "./guards.js";
import { actionsOf, anyAction, anyService, unionOfActions, unionOfServices } from "../knowledge/services.js";
import { isVariable, parameterIndex, readPath } from "../values/access-path.js";
import { errorSourceOf } from "../retriers/retry-callbacks.js";
import { functionOf } from "../source/functions.js";
import { bare, calleeName, flowCast, isFunction, onlyValue } from "../source/syntax.js";
import { usesOfFunction, type Use } from "../values/call-sites.js";
import { unionOfBesides, type Evidence, type Origin } from "./origin.js";

type Found = Origin | "foreign" | undefined;

const strength: readonly Evidence[] = ["name", "import", "item", "envelope", "client", "call", "guard", "type"];

/**
 * Where the error in `variable` comes from, as known at the place `at`.
 *
 * @example
 * // try { await cbsClient.CreateDisks(request); } catch (e) { e.code }
 * originOf(file, e, at); // { evidence: "call", services: ["cbs"], actions: [{ service: "cbs", action: "CreateDisks" }], besides: "nothing" }
 * // try { await fetch(url); } catch (e) { e.code }
 * originOf(file, e, at); // undefined
 *
 * @param inside whether it is asked about an error that the one in `variable` wraps, such as its `cause`
 */
export function originOf(file: AnalyzedFile, variable: Variable, at: TSESTree.Node, inside = false): Origin | undefined {
  const guard = guardAt(file, variable, at);
  if (guard?.kind === "foreign" && !inside) return undefined;
  const declared = inside ? originOfWrapped(file, variable) : originOfDeclaration(file, variable);
  if (declared === "foreign") return undefined;
  const owner = inside || guard?.kind === "sdk" ? undefined : guard?.kind === "own" ? guard.owner : declaredClass(file, variable);
  const byClass = owner === undefined ? undefined : originOfParts(file, partsAt(codesOfClass(file, owner), ["code"]));
  if (byClass !== undefined || guard?.kind === "own") return narrowed(declared, byClass);
  if (guard?.kind !== "sdk" || inside) return declared;
  const { service, action } = guard;
  if (service !== anyService) return { evidence: "guard", services: [service], actions: actionsOf(service, action), besides: "nothing" };
  return { evidence: "guard", services: declared?.services ?? anyService, actions: declared?.actions ?? anyAction, besides: "nothing" };
}

/** What the casts around an expression say, `(e as TencentCloudSDKHttpException).code`, also on the way to a constant. */
export function castOf(file: AnalyzedFile, expression: TSESTree.Node): "sdk" | "foreign" | undefined {
  let node = expression;
  for (;;) {
    switch (node.type) {
      case "TSAsExpression":
      case "TSTypeAssertion":
        if (isExceptionType(file, node.typeAnnotation)) return "sdk";
        if (isForeignType(file, node.typeAnnotation)) return "foreign";
        node = node.expression;
        continue;
      case "TSNonNullExpression":
      case "TSSatisfiesExpression":
      case "ChainExpression":
        node = node.expression;
        continue;
      case "Identifier": {
        const { name } = file.variableOf(node)?.defs[0] ?? {};
        if (name?.type === "Identifier" && name.typeAnnotation != null) {
          const type = name.typeAnnotation.typeAnnotation;
          if (isExceptionType(file, type)) return "sdk";
          if (isForeignType(file, type)) return "foreign";
        }
        const variable = file.variableOf(node);
        const value = variable === undefined ? undefined : onlyValue(variable);
        // `const e = e` can be written; the type checker refuses it, the parser does not.
        if (value === undefined || value.range[1] > node.range[0]) return undefined;
        node = value;
        continue;
      }
      default: {
        const cast = flowCast(node);
        if (cast === undefined) return undefined;
        node = cast;
      }
    }
  }
}

function originOfDeclaration(file: AnalyzedFile, variable: Variable): Found {
  return answerOnce<Found>(file, originOfDeclaration, variable, undefined, () => {
    const definition = variable.defs[0];
    if (definition?.type === "CatchClause") return originOfCatch(file, definition.node);
    if (definition?.type === "Variable") return originOfResult(file, variable);
    if (definition?.type !== "Parameter" || !isFunction(definition.node)) return undefined;
    const settled = parameterIndex(definition.node, variable) === 0 ? settledBefore(definition.node) : undefined;
    if (settled !== undefined) return originOfArgument(file, settled);
    return originOfParameter(file, definition.node, parameterIndex(definition.node, variable));
  });
}

/** Where the errors come from that the error in `variable` carries. */
function originOfWrapped(file: AnalyzedFile, variable: Variable): Found {
  return answerOnce<Found>(file, originOfWrapped, variable, undefined, () => {
    const definition = variable.defs[0];
    const clause = definition?.type === "CatchClause" ? definition.node.parent : undefined;
    const calls = clause?.type === "TryStatement" ? callsIn(file, clause.block) : undefined;
    if (calls !== undefined && calls.wrapped.length > 0) return originOfCalls(file, { ...calls, sdk: calls.wrapped, others: false });
    return originOfDeclaration(file, variable);
  });
}

function originOfCatch(file: AnalyzedFile, clause: TSESTree.CatchClause): Found {
  const { parent } = clause;
  return parent.type === "TryStatement" ? originOfCalls(file, callsIn(file, parent.block)) : undefined;
}

function originOfCalls(file: AnalyzedFile, calls: Calls): Origin | undefined {
  const unseen = calls.elsewhere.filter(({ holds, names }) => "codeOf" in holds && holds.codeOf === "unseen call" && names.join(".") === "code");
  const codes = [...calls.sdk, ...(unseen.length > 0 && namesApi(file) ? (["unseen call"] as const) : [])];
  if (codes.length === 0) return calls.unknown && calls.wrapped.length === 0 ? originByImport(file) : undefined;
  return originOfCodes(file, codes, calls);
}

/** `const results = await Promise.allSettled([…])` */
function originOfResult(file: AnalyzedFile, variable: Variable): Found {
  const definition = variable.defs[0];
  const init = definition?.type === "Variable" && definition.node.init !== null ? bare(definition.node.init) : undefined;
  const call = init?.type === "AwaitExpression" ? bare(init.argument) : undefined;
  return call?.type === "CallExpression" && calleeName(call) === "allSettled" ? originOfArgument(file, call) : undefined;
}

/** `Promise.allSettled([…]).then((results) => …)`: the call that the function gets the results of. */
function settledBefore(fn: FunctionNode): TSESTree.CallExpression | undefined {
  const { parent } = fn;
  if (parent?.type !== "CallExpression" || parent.arguments[0] !== fn || parent.callee.type !== "MemberExpression" || calleeName(parent) !== "then") return undefined;
  const call = bare(parent.callee.object);
  return call.type === "CallExpression" && calleeName(call) === "allSettled" ? call : undefined;
}

/** `const [err, data] = await to(client.Action(…))`: the error in the first place of what a wrapper answers. */
export function originOfTuple(file: AnalyzedFile, answer: TSESTree.Node): Origin | undefined {
  const call = answer.type === "AwaitExpression" ? bare(answer.argument) : undefined;
  return call?.type === "CallExpression" && sdkCallOf(file, call) === undefined ? originOfArgument(file, call) : undefined;
}

function originOfArgument(file: AnalyzedFile, { arguments: [argument] }: TSESTree.CallExpression): Origin | undefined {
  const calls = argument === undefined ? undefined : callsIn(file, functionOf(file, argument)?.body ?? argument);
  return calls === undefined || calls.sdk.length === 0 ? undefined : originOfCalls(file, calls);
}

/** Where the errors come from that a function gets as a parameter: from the calls of the function, or the call it is handed to. */
function originOfParameter(file: AnalyzedFile, fn: FunctionNode, index: number): Found {
  if (index === -1) return undefined;
  const handed = originOfCallback(file, fn, index);
  if (handed !== undefined) return handed;
  const asked = errorSourceOf(file, fn, index);
  if (typeof asked === "object") return mergeOrigins(asked.attempts.map((attempt) => originOfCalls(file, callsIn(file, attempt))));
  const used = mergeOrigins(usesOfFunction(file, fn).map((use) => originOfUse(file, use, index)));
  return used ?? originAsked(file, asked);
}

/** The origin of what a function gets of which nothing but its own names tell what it is asked. */
export function originAsked(file: AnalyzedFile, asked: "flag" | "predicate" | undefined): Origin | undefined {
  if (asked === undefined) return undefined;
  return (asked === "predicate" ? originByImport(file) : undefined) ?? originByName(file);
}

/** A function that is handed to something which calls it with an error. */
function originOfCallback(file: AnalyzedFile, callback: TSESTree.Node, index: number): Origin | undefined {
  const position = errorPosition(callback);
  if (position === undefined || index !== 0) return undefined;
  const action = position.kind === "argument" ? sdkCallOf(file, position.call) : undefined;
  if (action !== undefined) return originOfCodes(file, [action], { network: false, others: false, texts: [] });
  const source = errorSource(file, callback, position);
  if (source === undefined) return undefined;
  const calls = source.map((part) => callsIn(file, part));
  const merged: Calls = {
    sdk: calls.flatMap(({ sdk }) => sdk),
    elsewhere: calls.flatMap(({ elsewhere }) => elsewhere),
    texts: calls.flatMap(({ texts }) => texts),
    sent: calls.flatMap(({ sent }) => sent),
    network: calls.some(({ network }) => network),
    wrapped: calls.flatMap(({ wrapped }) => wrapped),
    others: calls.some(({ others }) => others),
    unknown: position.kind === "chain" && calls.some(({ unknown }) => unknown),
  };
  return originOfCalls(file, merged);
}

function originOfUse(file: AnalyzedFile, use: Use, index: number): Found {
  if ("handedOver" in use) return originOfCallback(file, use.handedOver, index);
  const argument = use.call.arguments[index];
  if (argument === undefined) return undefined;
  const cast = castOf(file, argument);
  if (cast === "foreign") return "foreign";
  const { root, names } = readPath(file, argument);
  if (!isVariable(root) || names.length > 0) return undefined;
  const origin = originOf(file, root, argument);
  return cast === "sdk" ? asType(origin) : origin;
}

/** The same origin, now known by its type. */
export function asType(origin: Origin | undefined): Origin {
  return { evidence: "type", services: origin?.services ?? anyService, actions: origin?.actions ?? anyAction, besides: "nothing" };
}

/** One origin for several: no stronger than the weakest, and with all their services. */
export function mergeOrigins(found: readonly Found[]): Found {
  const origins = found.filter((origin) => origin !== undefined && origin !== "foreign");
  if (origins.length === 0) return found.includes("foreign") ? "foreign" : undefined;
  const weakest = Math.min(...new Set(origins.map(({ evidence }) => strength.indexOf(evidence))));
  return {
    evidence: strength[weakest] ?? "name",
    services: unionOfServices(origins.map((origin) => origin.services)),
    actions: unionOfActions(origins.map((origin) => origin.actions)),
    besides: origins.length === found.length ? unionOfBesides(origins.map(({ besides }) => besides)) : "anything",
  };
}
