import type { TSESTree } from "@typescript-eslint/utils";
import type { Variable } from "../source/file.js";
import { answerOnce } from "../source/answer-once.js";
import { isReadingBody } from "../knowledge/senders.js";
import { plainErrors } from "../knowledge/error-words.js";
import { namesInGet } from "../values/access-path.js";
import { calleeOf, classOf, fieldValues } from "../values/callees.js";
import { patternPath } from "../values/import-paths.js";
import { functionOf } from "../source/functions.js";
import { assignedValues, bare, calleeName, isFunction, propertyName, returnedExpressions } from "../source/syntax.js";
import type { Part } from "./call.js";
import { instanceParts } from "./instance-parts.js";
import { madeOf } from "./made-of.js";
import { parameterParts } from "./parameter-parts.js";
import { below, isOverHttp, partsAt, valueParts, type Flow } from "./part.js";
import { filledParts, httpParts } from "./sent.js";

const none: readonly Part[] = [];
/** Values that hold more codes, or hold them deeper, than anybody writes. */
const mostParts = 24;
const deepest = 8;

/**
 * Where in the value of an expression, or of what a promise is settled with, codes of the API stand:
 * `["Response", "Error", "Code"]` for the parsed body of a response, `["code"]` for an error that was made of one.
 */
export function partsOf(flow: Flow, expression: TSESTree.Node): readonly Part[] {
  const node = bare(expression);
  if (node.type === "Literal" || isFunction(node)) return none;
  return answerOnce<readonly Part[]>(flow.file, partsOf, node, none, () => few(findParts(flow, node)));
}

/** The same for a variable. */
export function partsOfVariable(flow: Flow, variable: Variable): readonly Part[] {
  return answerOnce<readonly Part[]>(flow.file, partsOfVariable, variable, none, () => few(findInVariable(flow, variable)));
}

function few(parts: readonly Part[]): readonly Part[] {
  const kept = new Map<string, Part>();
  for (const part of parts) {
    const { holds, names } = part;
    const held = "text" in holds ? holds.text : typeof holds.codeOf === "string" ? holds.codeOf : `${String(holds.codeOf.node.range[0])} ${String(holds.codeOf.service)} ${String(holds.codeOf.action)}`;
    if (names.length <= deepest && kept.size < mostParts) kept.set(`${names.join(".")} ${held}`, part);
  }
  return [...kept.values()];
}

function findParts(flow: Flow, node: TSESTree.Node): readonly Part[] {
  switch (node.type) {
    case "Identifier": {
      const variable = flow.file.variableOf(node);
      return variable === undefined ? none : partsOfVariable(flow, variable);
    }
    case "MemberExpression":
      return memberParts(flow, node);
    case "AwaitExpression":
      return partsOf(flow, node.argument);
    case "AssignmentExpression":
      return partsOf(flow, node.right);
    case "LogicalExpression":
      return node.operator === "&&" ? partsOf(flow, node.right) : [...partsOf(flow, node.left), ...valueParts(flow, node.right)];
    case "ConditionalExpression":
      return [...valueParts(flow, node.consequent), ...valueParts(flow, node.alternate)];
    case "SequenceExpression":
      return node.expressions.slice(-1).flatMap((last) => partsOf(flow, last));
    case "TemplateLiteral":
      return node.expressions[0] !== undefined && node.expressions.length === 1 && node.quasis.every(({ value }) => value.raw === "") ? partsOf(flow, node.expressions[0]) : none;
    case "ObjectExpression":
      return node.properties.flatMap((property) => (property.type === "SpreadElement" ? partsOf(flow, property.argument) : below(propertyName(property), valueParts(flow, property.value))));
    case "ArrayExpression":
      return node.elements.flatMap((element, index) => (element === null ? none : element.type === "SpreadElement" ? none : below(String(index), partsOf(flow, element))));
    case "CallExpression":
      return callParts(flow, node);
    case "NewExpression":
      return newParts(flow, node);
    default:
      return none;
  }
}

function memberParts(flow: Flow, node: TSESTree.MemberExpression): readonly Part[] {
  const name = propertyName(node);
  if (name === undefined) return none;
  const fields = fieldValues(flow.file, node);
  return fields.length > 0 ? fields.flatMap((value) => partsOf(flow, value)) : partsAt(partsOf(flow, node.object), [name]);
}

function findInVariable(flow: Flow, variable: Variable): readonly Part[] {
  const [definition] = variable.defs;
  if (definition === undefined) return none;
  if (definition.type === "CatchClause") {
    const { param, parent } = definition.node;
    const names = param === null ? undefined : patternPath(param, definition.name);
    return names === undefined || parent.type !== "TryStatement" ? none : partsAt(flow.escapesOf(parent.block), names);
  }
  if (definition.type === "Parameter") return isFunction(definition.node) ? [...parameterParts(flow, definition.node, variable), ...written(flow, variable)] : none;
  if (definition.type !== "Variable") return none;
  const { id, init } = definition.node;
  if (id.type === "Identifier") return [...assignedValues(variable).flatMap((value) => partsOf(flow, value)), ...written(flow, variable)];
  const names = patternPath(id, definition.name);
  return init === null || names === undefined ? none : partsAt(partsOf(flow, init), names);
}

/** What is put into an object afterwards: `error.code = …`, `Object.assign(error, …)`, `chunks.push(…)`. */
function written(flow: Flow, variable: Variable): readonly Part[] {
  return variable.references.flatMap((reference) => {
    const identifier = reference.identifier as TSESTree.Identifier;
    const { parent } = identifier;
    if (parent.type === "CallExpression" && parent.arguments[0] === identifier && calleeName(parent) === "assign") return parent.arguments.slice(1).flatMap((argument) => partsOf(flow, argument));
    let access: TSESTree.Node = identifier;
    const names: string[] = [];
    // (error as ApiError).code
    for (let around: TSESTree.Node | undefined = parent; around !== undefined; around = access.parent) {
      if (around.type === "TSAsExpression" || around.type === "TSNonNullExpression" || around.type === "TSTypeAssertion") access = around;
      else if (around.type === "MemberExpression" && around.object === access) {
        names.push(propertyName(around) ?? "");
        access = around;
      } else break;
    }
    const at = access.parent;
    if (names.length === 0) return none;
    if (at?.type === "AssignmentExpression" && at.left === access) return names.reduceRight<readonly Part[]>((parts, name) => below(name, parts), valueParts(flow, at.right));
    return at?.type === "CallExpression" && at.callee === access && names.join() === "push" ? at.arguments.flatMap((argument) => partsOf(flow, argument).filter(isOverHttp)) : none;
  });
}

function callParts(flow: Flow, node: TSESTree.CallExpression): readonly Part[] {
  const { file } = flow;
  const sent = httpParts(file, node);
  if (sent.length > 0) return sent;
  const callee = calleeOf(file, node);
  if (callee !== undefined) {
    const argumentAt = (index: number): readonly Part[] => (node.arguments[index] === undefined ? none : valueParts(flow, node.arguments[index]));
    return filledParts(file, returnedExpressions(file, callee.fn).flatMap((value) => madeOf(flow, callee.fn, argumentAt, value)), callee.bindings);
  }
  const target = bare(node.callee);
  const name = calleeName(node) ?? "";
  const [first, second] = node.arguments;
  const names = namesInGet(node);
  if (names !== undefined && first !== undefined) return partsAt(partsOf(flow, first), names);
  if (target.type !== "MemberExpression") return isReadingBody(name) && first !== undefined ? partsOf(flow, first) : none;
  const settled = (handler: TSESTree.Node | undefined): readonly Part[] | undefined => {
    const fn = handler === undefined ? undefined : functionOf(file, handler);
    return fn === undefined ? undefined : returnedExpressions(file, fn).flatMap((value) => valueParts(flow, value));
  };
  if (name === "then") return [...(settled(first) ?? partsOf(flow, target.object)), ...(settled(second) ?? none)];
  if (name === "catch") return [...partsOf(flow, target.object), ...(settled(first) ?? none)];
  if (name === "finally") return partsOf(flow, target.object);
  if (name === "assign") return node.arguments.flatMap((argument) => partsOf(flow, argument));
  if (name === "resolve" && first !== undefined) return partsOf(flow, first);
  if (name === "race" && first !== undefined) return partsOf(flow, first).map((part) => ({ ...part, names: part.names.slice(1) }));
  const own = partsOf(flow, target.object).filter((part) => isOverHttp(part) || part.names.length === 0);
  return own.length > 0 || !isReadingBody(name) ? own : node.arguments.flatMap((argument) => partsOf(flow, argument));
}

function newParts(flow: Flow, node: TSESTree.NewExpression): readonly Part[] {
  const { file } = flow;
  const name = calleeName(node) ?? "";
  const [first, second] = node.arguments;
  if (name === "Promise" && first !== undefined) return settledWith(flow, first, 0);
  if (plainErrors.has(name)) return second === undefined ? none : partsOf(flow, second);
  const owner = classOf(file, node.callee);
  if (owner !== undefined) return instanceParts(flow, owner, (index) => (node.arguments[index] === undefined ? none : valueParts(flow, node.arguments[index])));
  // A class of which nothing is seen, made of a code: an error that has it, nearly always.
  return node.arguments.flatMap((argument) => partsOf(flow, argument)).flatMap(({ holds, names }) => (names.length === 0 ? [{ names: ["code"], holds }] : []));
}

/** What `resolve` (0) or `reject` (1) of `new Promise((resolve, reject) => …)` is called with. */
export function settledWith(flow: Flow, executor: TSESTree.Node, index: 0 | 1): readonly Part[] {
  const parameter = functionOf(flow.file, executor)?.params[index];
  const variable = parameter?.type === "Identifier" ? flow.file.variableOf(parameter) : undefined;
  return (variable?.references ?? []).flatMap(({ identifier }) => {
    const { parent } = identifier as TSESTree.Identifier;
    const [value] = parent.type === "CallExpression" && parent.callee === identifier ? parent.arguments : [];
    return value === undefined ? none : valueParts(flow, value);
  });
}
