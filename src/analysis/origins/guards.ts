import type { TSESTree } from "@typescript-eslint/utils";
import type { AnalyzedFile, FunctionNode, Variable } from "../source/file.js";
import { answerOnce, pairOf } from "../source/answer-once.js";
import { leaves } from "../values/leaving.js";
import { modulePath, sdkExport } from "../values/import-paths.js";
import { isVariable, readPath } from "../values/access-path.js";
import { calledFunction } from "../source/functions.js";
import { addTo } from "../source/lists.js";
import { bare, calleeName, chainFrom, onlyValue, returnedExpressions, walk } from "../source/syntax.js";
import { classOf, type ClassNode } from "../values/callees.js";
import { knownStrings } from "../values/constants.js";
import { codesOfClass } from "./class-codes.js";
import { assertions } from "../knowledge/function-names.js";
import { codeMapErrors, codeMapService, exceptionClass, isCodeMapGuard, isSdkPackage } from "../knowledge/sdk.js";
import { anyAction, anyService, type Action, type Service } from "../knowledge/services.js";
import { generalClasses } from "../knowledge/error-words.js";

/** What a check has made sure of about an error by the time that a place is reached. */
export type Guard =
  | { readonly kind: "sdk"; readonly service: Service; readonly action: Action }
  /** It is an error of a class of this file, of which instances carry codes of the API. */
  | { readonly kind: "own"; readonly owner: ClassNode }
  /** It is an error of some other library, or of the application's own. */
  | { readonly kind: "foreign" };

/** It is an error of the SDK, whatever was called. */
const anySdkError: Guard = { kind: "sdk", service: anyService, action: anyAction };

/** What the conditions around `at`, and those before it that leave, say about the error in `variable`. */
export function guardAt(file: AnalyzedFile, variable: Variable, at: TSESTree.Node): Guard | undefined {
  const { block } = variable.scope;
  let levels = 0;
  for (let child = chainFrom(at); child !== block && child.parent != null; child = chainFrom(child.parent)) {
    const from = child;
    levels += 1;
    // From so many levels on, the answer is the same for many nodes below.
    if (levels > deep) return answerOnce<Guard | undefined>(file, guardAt, pairOf(file, from, variable), undefined, () => guardAt(file, variable, from));
    const guard = guardOfParent(file, variable, child, child.parent);
    if (guard !== undefined) return guard;
  }
  return undefined;
}

const deep = 50;

function guardOfParent(file: AnalyzedFile, variable: Variable, child: TSESTree.Node, parent: TSESTree.Node): Guard | undefined {
  switch (parent.type) {
    case "IfStatement":
    case "ConditionalExpression":
      if (child === parent.consequent) return guardIn(file, variable, parent.test, true);
      return child === parent.alternate ? guardIn(file, variable, parent.test, false) : undefined;
    case "LogicalExpression":
      if (child !== parent.right || parent.operator === "??") return undefined;
      return guardIn(file, variable, parent.left, parent.operator === "&&");
    case "BlockStatement":
    case "Program":
    case "StaticBlock":
      return guardBefore(file, variable, child, parent, parent.body);
    case "SwitchCase":
      return guardBefore(file, variable, child, parent, parent.consequent);
    default:
      return undefined;
  }
}

interface EarlyGuard {
  /** Where the statement ends from which on the guard holds. */
  readonly end: number;
  readonly guard: Guard;
}

function guardBefore(file: AnalyzedFile, variable: Variable, child: TSESTree.Node, parent: TSESTree.Node, siblings: readonly TSESTree.Node[]): Guard | undefined {
  // A block can hold thousands of statements with a test in each: what the first ones make sure of is looked up once.
  const early = answerOnce<EarlyGuard | undefined>(file, guardBefore, pairOf(file, parent, variable), undefined, () => earlyGuard(file, variable, checksIn(file, parent, siblings).get(variable) ?? []));
  return early !== undefined && early.end <= child.range[0] ? early.guard : undefined;
}

function earlyGuard(file: AnalyzedFile, variable: Variable, checks: readonly Check[]): EarlyGuard | undefined {
  for (const { statement, condition, expected } of checks) {
    const guard = guardIn(file, variable, condition, expected);
    if (guard !== undefined) return { end: statement.range[1], guard };
  }
  return undefined;
}

/** A statement that makes sure of something for those after it: `if (!(e instanceof X)) throw e;`, `assert(e instanceof X)`. */
interface Check {
  readonly statement: TSESTree.Node;
  readonly condition: TSESTree.Node;
  /** What the condition comes out as where those after it run. */
  readonly expected: boolean;
}

/** The checks among the statements of a block, by the variables that they ask about: a block can have many of both. */
function checksIn(file: AnalyzedFile, block: TSESTree.Node, statements: readonly TSESTree.Node[]): ReadonlyMap<Variable, readonly Check[]> {
  return answerOnce<ReadonlyMap<Variable, readonly Check[]>>(file, checksIn, block, new Map(), () => {
    const checks = new Map<Variable, Check[]>();
    for (const statement of statements) {
      const check = checkOf(file, statement);
      if (check !== undefined) for (const variable of askedAbout(file, check.condition)) addTo(checks, variable, check);
    }
    return checks;
  });
}

function checkOf(file: AnalyzedFile, statement: TSESTree.Node): Check | undefined {
  if (statement.type === "IfStatement") {
    return statement.alternate === null && leaves(file, statement.consequent) ? { statement, condition: statement.test, expected: false } : undefined;
  }
  const call = statement.type === "ExpressionStatement" ? bare(statement.expression) : undefined;
  if (call?.type !== "CallExpression" || !assertions.has(calleeName(call) ?? "")) return undefined;
  const [condition] = call.arguments;
  return condition === undefined ? undefined : { statement, condition, expected: true };
}

/** More variables than one condition asks about, the flags in it followed. */
const mostAsked = 20;

/** The variables that a condition asks about, and those that the flags in it were made from. */
function askedAbout(file: AnalyzedFile, condition: TSESTree.Node): ReadonlySet<Variable> {
  return answerOnce<ReadonlySet<Variable>>(file, askedAbout, condition, new Set(), () => {
    const asked = new Set<Variable>();
    walk(file, condition, (node) => {
      if (node.type !== "Identifier" && node.type !== "MemberExpression" && node.type !== "CallExpression") return asked.size < mostAsked;
      const { root } = readPath(file, node);
      if (isVariable(root)) asked.add(root);
      const flag = node.type === "Identifier" ? file.variableOf(node) : undefined;
      const value = flag === undefined ? undefined : onlyValue(flag);
      if (value !== undefined && /^(?:Binary|Call|Logical|Unary)Expression$/.test(bare(value).type)) for (const variable of askedAbout(file, value)) asked.add(variable);
      return asked.size < mostAsked;
    });
    return new Set([...asked].slice(0, mostAsked));
  });
}

/** What `test` makes sure of when it comes out as `expected`. */
function guardIn(file: AnalyzedFile, variable: Variable, test: TSESTree.Node, expected: boolean): Guard | undefined {
  let node = bare(test);
  let outcome = expected;
  for (; node.type === "UnaryExpression" && node.operator === "!"; node = bare(node.argument)) outcome = !outcome;
  if (node.type === "LogicalExpression") return node.operator === (outcome ? "&&" : "||") ? guardOfEither(file, variable, node, outcome) : undefined;
  if (!outcome) return undefined;
  if (node.type === "BinaryExpression") return guardOfComparison(file, variable, node);
  if (node.type === "Identifier") {
    // const isSdk = e instanceof TencentCloudSDKHttpException; if (isSdk) …
    const flag = file.variableOf(node);
    const value = flag === undefined ? undefined : onlyValue(flag);
    return value === undefined || bare(value).type === "Identifier" || value.range[1] > node.range[0] ? undefined : guardIn(file, variable, value, true);
  }
  return node.type === "CallExpression" ? guardOfCall(file, variable, node) : undefined;
}

/** Both sides hold. Answers are kept: each test of a long chain asks about all those before it. */
function guardOfEither(file: AnalyzedFile, variable: Variable, node: TSESTree.LogicalExpression, outcome: boolean): Guard | undefined {
  return answerOnce<Guard | undefined>(file, guardOfEither, pairOf(file, node, variable), undefined, () => guardIn(file, variable, node.left, outcome) ?? guardIn(file, variable, node.right, outcome));
}

function isAbout(file: AnalyzedFile, variable: Variable, node: TSESTree.Node, names: readonly string[] = []): boolean {
  const path = readPath(file, node);
  return path.root === variable && path.names.join(".") === names.join(".");
}

function guardOfComparison(file: AnalyzedFile, variable: Variable, node: TSESTree.BinaryExpression): Guard | undefined {
  if (node.operator === "instanceof") {
    if (!isAbout(file, variable, node.left)) return undefined;
    const name = node.right.type === "Identifier" ? node.right.name : node.right.type === "MemberExpression" && node.right.property.type === "Identifier" ? node.right.property.name : "";
    if (isExceptionName(file, name) || sdkExport(file, node.right)?.kind === "exception") return anySdkError;
    const own = ownClass(file, node.right);
    if (own !== undefined) return own;
    // A class of the application can wrap the SDK's exception and keep its code.
    return generalClasses.has(name) || name === "" || /tencent|qcloud/i.test(name) ? undefined : { kind: "foreign" };
  }
  if (node.operator !== "===" && node.operator !== "==") return undefined;
  const byName = isAbout(file, variable, node.left, ["name"]) || isAbout(file, variable, node.left, ["constructor", "name"]);
  const value = byName ? knownStrings(file, node.right)?.[0]?.value : undefined;
  if (value === undefined || generalClasses.has(value)) return undefined;
  return isExceptionName(file, value) ? anySdkError : { kind: "foreign" };
}

/** The guard that a class of this file is, if errors of it are made of codes of the API. */
function ownClass(file: AnalyzedFile, expression: TSESTree.Node): Guard | undefined {
  const owner = classOf(file, expression);
  return owner !== undefined && codesOfClass(file, owner).length > 0 ? { kind: "own", owner } : undefined;
}

/** Whether a class of this name is the SDK's exception, or said to be as good by the settings. */
function isExceptionName({ settings }: AnalyzedFile, name: string): boolean {
  return name === exceptionClass || settings.errorClasses.includes(name);
}

function guardOfCall(file: AnalyzedFile, variable: Variable, node: TSESTree.CallExpression): Guard | undefined {
  const [first, second] = node.arguments;
  if (first === undefined || !isAbout(file, variable, first)) return undefined;
  const guard = codeMapGuard(file, node.callee);
  if (guard !== undefined) {
    const action = guard.service === anyService || second === undefined ? undefined : knownStrings(file, second)?.[0]?.value;
    return { kind: "sdk", service: guard.service, action: action ?? anyAction };
  }
  if (file.settings.errorGuards.includes(calleeName(node) ?? "")) return anySdkError;
  const called = calledFunction(file, node);
  return called === undefined ? undefined : guardOfPredicate(file, called);
}

/** A function of this file that tells errors apart: by its return type, or by the test that it returns. */
function guardOfPredicate(file: AnalyzedFile, called: FunctionNode): Guard | undefined {
  return answerOnce<Guard | undefined>(file, guardOfPredicate, called, undefined, () => {
    const predicate = called.returnType?.typeAnnotation;
    if (predicate?.type === "TSTypePredicate" && predicate.typeAnnotation !== null) {
      const type = predicate.typeAnnotation.typeAnnotation;
      if (isExceptionType(file, type)) return anySdkError;
      if (isForeignType(file, type)) return { kind: "foreign" };
    }
    const [parameter] = called.params;
    const variable = parameter?.type === "Identifier" ? file.variableOf(parameter) : undefined;
    const [returned, second] = returnedExpressions(file, called);
    return variable === undefined || returned === undefined || second !== undefined ? undefined : guardIn(file, variable, returned, true);
  });
}

/** The code map's function that an expression names, if it tells errors apart. */
function codeMapGuard(file: AnalyzedFile, callee: TSESTree.Node): { service: Service } | undefined {
  const found = modulePath(file, callee);
  const service = found === undefined ? undefined : codeMapService(found.module);
  const name = found?.path.at(-1);
  return service !== undefined && name !== undefined && isCodeMapGuard(service, name) ? { service } : undefined;
}

/** Whether a type annotation names the SDK's exception or the code map's `TencentCloudError`. */
export function isExceptionType(file: AnalyzedFile, type: TSESTree.TypeNode): boolean {
  if (type.type === "TSUnionType" || type.type === "TSIntersectionType") return type.types.some((member) => isExceptionType(file, member));
  if (type.type !== "TSTypeReference") return false;
  if (sdkExport(file, type.typeName)?.kind === "exception") return true;
  const name = lastName(type.typeName);
  if (isExceptionName(file, name)) return true;
  const found = modulePath(file, type.typeName);
  return codeMapErrors.has(name) && found !== undefined && codeMapService(found.module) !== undefined;
}

/** Whether a type annotation names an error type that is known to be somebody else's. */
export function isForeignType(file: AnalyzedFile, type: TSESTree.TypeNode): boolean {
  if (type.type !== "TSTypeReference" || isExceptionType(file, type)) return false;
  if (lastName(type.typeName) === "ErrnoException") return true;
  const found = modulePath(file, type.typeName);
  return found !== undefined && !found.module.startsWith(".") && codeMapService(found.module) === undefined && !isSdkPackage(found.module);
}

function lastName(name: TSESTree.EntityName): string {
  if (name.type === "Identifier") return name.name;
  return name.type === "TSQualifiedName" ? name.right.name : "";
}
