import type { TSESTree } from "@typescript-eslint/utils";
import type { FunctionNode, Variable } from "../source/file.js";
import { parameterIndex } from "../values/access-path.js";
import { calleeOf } from "../values/callees.js";
import { usesOfFunction } from "../values/call-sites.js";
import { patternPath } from "../values/import-paths.js";
import { bare, calleeName } from "../source/syntax.js";
import type { Part } from "./call.js";
import { isOverHttp, partsAt, type Flow } from "./part.js";
import { filledParts, httpParts } from "./sent.js";

/** Where in what a function gets as a parameter codes stand: by its calls, or by what it is handed to. */
export function parameterParts(flow: Flow, fn: FunctionNode, variable: Variable): readonly Part[] {
  const index = parameterIndex(fn, variable);
  const [definition] = variable.defs;
  const pattern = fn.params[index];
  const names = definition === undefined || pattern === undefined ? undefined : patternPath(pattern, definition.name);
  if (names === undefined) return [];
  const got = fn.type === "FunctionDeclaration" ? [] : handedParts(flow, fn, index);
  const used = usesOfFunction(flow.file, fn).flatMap((use) => {
    if ("handedOver" in use) return handedParts(flow, use.handedOver, index);
    const argument = use.call.arguments[index];
    return argument === undefined ? [] : flow.partsOf(argument);
  });
  return partsAt([...got, ...used], names);
}

/** What a function, or the name of one, gets in a place from whom it is handed to. */
function handedParts(flow: Flow, handed: TSESTree.Node, index: number): readonly Part[] {
  const { parent } = handed;
  if (parent?.type === "Property" && parent.value === handed) {
    // request({ url, success: (response) => … })
    const call = parent.parent.parent;
    return call?.type === "CallExpression" && index === 0 ? httpParts(flow.file, call) : [];
  }
  if (parent?.type !== "CallExpression") return [];
  const position = parent.arguments.indexOf(handed as TSESTree.CallExpressionArgument);
  if (position === -1) return [];
  const callee = bare(parent.callee);
  const object = callee.type === "MemberExpression" ? callee.object : undefined;
  const name = calleeName(parent);
  if (object !== undefined && (name === "then" || name === "catch")) {
    if (index !== 0) return [];
    return name === "then" && position === 0 ? flow.partsOf(object) : flow.escapesOf(object);
  }
  const sent = httpParts(flow.file, parent);
  if (sent.length > 0) return sent;
  const called = calleeOf(flow.file, parent);
  if (called !== undefined) return filledParts(flow.file, calledWith(flow, called.fn, position, index), called.bindings);
  // response.on("data", (chunk) => …)
  return object === undefined ? [] : flow.partsOf(object).filter(isOverHttp);
}

/** What a function calls one of its parameters with: `callback(error, data)`. */
function calledWith(flow: Flow, fn: FunctionNode, position: number, index: number): readonly Part[] {
  const parameter = fn.params[position];
  const variable = parameter?.type === "Identifier" ? flow.file.variableOf(parameter) : undefined;
  return (variable?.references ?? []).flatMap(({ identifier }) => {
    const { parent } = identifier as TSESTree.Identifier;
    const argument = parent.type === "CallExpression" && parent.callee === identifier ? parent.arguments[index] : undefined;
    return argument === undefined ? [] : flow.partsOf(argument);
  });
}
