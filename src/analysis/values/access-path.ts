import type { TSESTree } from "@typescript-eslint/utils";
import type { AnalyzedFile, FunctionNode, Variable } from "../source/file.js";
import { answerOnce } from "../source/answer-once.js";
import { iteratingMethods, sameTextMethods } from "../knowledge/built-in-names.js";
import { latestValue } from "./latest-value.js";
import { patternPath } from "./import-paths.js";
import { calledFunction } from "../source/functions.js";
import { assignedValues, bare, calleeName, isFunction, isNullish, literalString, onlyValue, propertyName, returnedExpressions } from "../source/syntax.js";

/** What an expression reads: a variable, or some other expression, and the names of the properties from there on. */
export interface ReadPath {
  readonly root: Variable | TSESTree.Node;
  readonly names: readonly string[];
}

/**
 * Follows constants, destructuring, casts, defaults and conversions to string back to what is read.
 *
 * @example
 * // catch (e) { const { code } = e as ApiError; if (code === "LimitExceeded") … }
 * readPath(file, code); // { root: the variable e, names: ["code"] }
 */
export function readPath(file: AnalyzedFile, expression: TSESTree.Node): ReadPath {
  const node = bare(expression);
  return answerOnce<ReadPath>(file, readPath, node, { root: node, names: [] }, () => findPath(file, node));
}

function findPath(file: AnalyzedFile, node: TSESTree.Node): ReadPath {
  switch (node.type) {
    case "Identifier": {
      const variable = file.variableOf(node);
      return variable === undefined ? { root: node, names: [] } : pathOfRead(file, node, variable);
    }
    case "MemberExpression": {
      const name = propertyName(node);
      if (name === undefined) return { root: node, names: [] };
      const { root, names } = readPath(file, node.object);
      return { root, names: [...names, name] };
    }
    case "LogicalExpression":
      // `code ?? ""` and `code || "Unknown"` are the code wherever they are a documented one.
      return node.operator === "&&" ? readPath(file, node.right) : readPath(file, node.left);
    case "TemplateLiteral": {
      const [only, second] = node.expressions;
      const bareExpression = only !== undefined && second === undefined && node.quasis.every((quasi) => quasi.value.raw === "");
      return bareExpression ? readPath(file, only) : { root: node, names: [] };
    }
    case "ConditionalExpression":
      return conditionalPath(file, node);
    case "CallExpression":
      return pathOfCall(file, node);
    default:
      return { root: node, names: [] };
  }
}

/** What a variable holds wherever it is read, or else what it was given just before. */
function pathOfRead(file: AnalyzedFile, node: TSESTree.Identifier, variable: Variable): ReadPath {
  const path = pathOfVariable(file, variable);
  const latest = path.root === variable && path.names.length === 0 ? latestValue(node, variable) : undefined;
  return (latest === undefined ? undefined : valuePath(file, latest)) ?? path;
}

/** `"code" in e ? e.code : undefined`: the branch that reads something. */
function conditionalPath(file: AnalyzedFile, node: TSESTree.ConditionalExpression): ReadPath {
  if (isNothing(node.alternate)) return readPath(file, node.consequent);
  if (isNothing(node.consequent)) return readPath(file, node.alternate);
  return { root: node, names: [] };
}

/** Whether a value reads nothing: `undefined`, `null`, a text of its own. */
export function isNothing(node: TSESTree.Node): boolean {
  if (isNullish(node)) return true;
  const value = bare(node);
  return value.type === "Literal" ? typeof value.value === "string" : literalString(value) === "";
}

function pathOfCall(file: AnalyzedFile, node: TSESTree.CallExpression): ReadPath {
  const here: ReadPath = { root: node, names: [] };
  const [first] = node.arguments;
  const callee = bare(node.callee);
  if (callee.type === "Identifier" && callee.name === "String" && first !== undefined) return readPath(file, first);
  if (callee.type === "MemberExpression" && first === undefined && sameTextMethods.has(propertyName(callee) ?? "")) return readPath(file, callee.object);
  const names = namesInGet(node);
  if (names !== undefined && first !== undefined) {
    const base = readPath(file, first);
    return { root: base.root, names: [...base.names, ...names] };
  }
  return pathThroughHelper(file, node) ?? here;
}

/** `codeOf(e)` where `codeOf` only hands on a part of its parameter. */
function pathThroughHelper(file: AnalyzedFile, node: TSESTree.CallExpression): ReadPath | undefined {
  const called = calledFunction(file, node);
  if (called === undefined) return undefined;
  const [telling, second] = returnedExpressions(file, called).filter((value) => !isNothing(value));
  if (telling === undefined || second !== undefined) return undefined;
  const { root, names } = readPath(file, telling);
  if (!isVariable(root) || root.defs[0]?.node !== called || names.length === 0) return undefined;
  const argument = node.arguments[parameterIndex(called, root)];
  if (argument === undefined) return undefined;
  const base = readPath(file, argument);
  return { root: base.root, names: [...base.names, ...names] };
}

/** The position of the parameter that a variable is, or is a part of; -1 for other variables. */
export function parameterIndex(fn: FunctionNode, variable: Variable): number {
  const name = variable.defs[0]?.name;
  return name === undefined ? -1 : fn.params.findIndex((parameter) => patternPath(parameter, name) !== undefined);
}

/** The properties that `_.get(object, "Response.Error.Code")` reads one after the other, also as `["Response", "Error", "Code"]`; undefined for other calls. */
export function namesInGet(call: TSESTree.CallExpression): readonly string[] | undefined {
  const [, path] = call.arguments;
  if (path === undefined || calleeName(call) !== "get") return undefined;
  return literalString(path)?.split(/[.[\]]+/).filter((name) => name !== "") ?? arrayOfNames(path);
}

function arrayOfNames(node: TSESTree.Node): string[] | undefined {
  if (node.type !== "ArrayExpression") return undefined;
  const names = node.elements.map((element) => (element === null ? undefined : literalString(element)));
  return names.every((name) => name !== undefined) ? names : undefined;
}

/** Where the value of a variable comes from. */
export function pathOfVariable(file: AnalyzedFile, variable: Variable): ReadPath {
  return answerOnce<ReadPath>(file, pathOfVariable, variable, { root: variable, names: [] }, () => {
    const here: ReadPath = { root: variable, names: [] };
    const [definition, second] = variable.defs;
    if (definition === undefined || second !== undefined) return here;
    const iterated = iteratedValue(definition.node, definition.name);
    if (iterated !== undefined) {
      const base = readPath(file, iterated.list);
      return { root: base.root, names: [...base.names, "*", ...iterated.names] };
    }
    if (definition.type === "Variable" && definition.node.id.type !== "Identifier" && definition.node.init !== null) {
      const names = patternPath(definition.node.id, definition.name);
      if (names === undefined) return here;
      const base = readPath(file, definition.node.init);
      return { root: base.root, names: [...base.names, ...names] };
    }
    if (definition.type === "Parameter" && isFunction(definition.node)) {
      const names = parameterPath(definition.node.params, definition.name);
      return names === undefined ? here : { root: variable, names };
    }
    if (definition.type === "CatchClause" && definition.node.param !== null) {
      return { root: variable, names: patternPath(definition.node.param, definition.name) ?? [] };
    }
    const value = onlyValue(variable) ?? onlyTelling(file, variable);
    return value === undefined ? here : valuePath(file, value) ?? here;
  });
}

/** The path of a value, unless it is made on the spot (a call, `await`, `new`): then the variable is where it begins. */
function valuePath(file: AnalyzedFile, value: TSESTree.Node): ReadPath | undefined {
  const path = readPath(file, value);
  return path.names.length > 0 || "scope" in path.root ? path : undefined;
}

/** Of a variable that is set to nothing first and to something once: that something. */
function onlyTelling(file: AnalyzedFile, variable: Variable): TSESTree.Expression | undefined {
  const telling = assignedValues(variable).filter((value) => !isNothing(value));
  const [value, second] = telling;
  return second === undefined && value !== undefined && variable.defs[0]?.type === "Variable" ? value : undefined;
}

/** The list whose items a loop variable, or the first parameter of `list.map(item => …)`, goes through. */
function iteratedValue(definition: TSESTree.Node, name: TSESTree.Node): { list: TSESTree.Node; names: string[] } | undefined {
  if (definition.type === "VariableDeclarator") {
    const loop = definition.parent?.parent;
    if (loop?.type !== "ForOfStatement" || loop.left !== definition.parent) return undefined;
    const names = patternPath(definition.id, name);
    return names === undefined ? undefined : { list: loop.right, names };
  }
  const call = definition.parent;
  if (!isFunction(definition) || call?.type !== "CallExpression" || call.arguments[0] !== definition) return undefined;
  if (call.callee.type !== "MemberExpression" || !iteratingMethods.has(propertyName(call.callee) ?? "")) return undefined;
  const [first] = definition.params;
  const names = first === undefined ? undefined : patternPath(first, name);
  return names === undefined ? undefined : { list: call.callee.object, names };
}

function parameterPath(parameters: readonly TSESTree.Parameter[], name: TSESTree.Node): string[] | undefined {
  for (const parameter of parameters) {
    const path = patternPath(parameter, name);
    if (path !== undefined) return path;
  }
  return undefined;
}

/** Whether two paths read the same thing. */
export function samePath(left: ReadPath, right: ReadPath): boolean {
  return left.root === right.root && left.names.length === right.names.length && left.names.every((name, index) => name === right.names[index]);
}

/** Whether `inner` starts with all that `outer` reads. */
export function leadsTo(outer: ReadPath, inner: ReadPath): boolean {
  return outer.root === inner.root && outer.names.length <= inner.names.length && outer.names.every((name, index) => name === inner.names[index]);
}

export function isVariable(root: Variable | TSESTree.Node): root is Variable {
  return "scope" in root && "defs" in root;
}
