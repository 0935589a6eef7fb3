import type { TSESTree } from "@typescript-eslint/utils";
import type { AnalyzedFile, FunctionNode, Variable } from "../source/file.js";
import { codeMapService, modulePath, sdkExport } from "../values/import-paths.js";
import { isVariable, readPath, samePath, type ReadPath } from "../values/access-path.js";
import { bare, calledFunction, calleeName, onlyValue, returnedExpressions } from "../source/syntax.js";
import { codeTestOf, type CodeTest } from "../code-tests/code-tests.js";
import { assumedTruth, type Assumed } from "./other-questions.js";
import { returnTruths } from "./follow.js";

/** A code that no document has: what it meets is what every code meets that is not tested for. */
export const untestedCode = "\u{0}untested";

/** A code that is assumed to be held at a path. */
export interface Subject {
  readonly path: ReadPath;
  readonly code: string;
  /** What is known about variables that are set on the way. */
  readonly flags?: (variable: Variable) => Truth;
  /** Where the tests that were asked about the code are written down, with what they said. */
  readonly answers?: Map<CodeTest, boolean>;
  /** What is assumed about everything else of the same error; without it, that stays open. */
  readonly assumed?: Assumed;
}

/** Whether the subject's code passes a test, `negated` left aside. */
export function passes(test: CodeTest, { answers, code }: Subject): boolean {
  const answer = test.matches(code);
  answers?.set(test, answer);
  return answer;
}

/** What a condition comes out as; undefined where that depends on something else. */
export type Truth = boolean | undefined;

/** Helpers that call helpers that call helpers: deeper ones are not followed. */
const maximumDepth = 6;
/** Helpers that ask the next one many times come to more questions than a file has characters. */
const mostQuestions = 2000;
let questions = 0;

/** What `expression` comes out as when the subject's path holds the subject's code. */
export function truthOf(file: AnalyzedFile, expression: TSESTree.Node, subject: Subject, depth = 0): Truth {
  questions = depth === 0 ? 0 : questions + 1;
  if (depth > maximumDepth || questions > mostQuestions) return undefined;
  const node = bare(expression);
  const test = codeTestOf(file, node);
  if (test !== undefined && samePath(test.site.path, subject.path)) return passes(test, subject) !== test.negated;
  return truthByCode(file, node, subject, depth) ?? assumedTruth(file, node, subject);
}

function truthByCode(file: AnalyzedFile, node: TSESTree.Node, subject: Subject, depth: number): Truth {
  switch (node.type) {
    case "Literal":
      return Boolean(node.value);
    case "UnaryExpression": {
      const inner = node.operator === "!" ? truthOf(file, node.argument, subject, depth) : undefined;
      return inner === undefined ? undefined : !inner;
    }
    case "AwaitExpression":
      return truthOf(file, node.argument, subject, depth);
    case "LogicalExpression":
      return logical(file, node, truthOf(file, node.left, subject, depth), () => truthOf(file, node.right, subject, depth));
    case "ConditionalExpression": {
      const test = truthOf(file, node.test, subject, depth);
      if (test !== undefined) return truthOf(file, test ? node.consequent : node.alternate, subject, depth);
      return agreed([node.consequent, node.alternate].map((branch) => truthOf(file, branch, subject, depth)));
    }
    case "BinaryExpression":
      return comparison(file, node, subject);
    case "Identifier":
    case "MemberExpression":
      return presence(file, node, subject) ?? variableTruth(file, node, subject, depth);
    case "CallExpression":
      return guard(file, node, subject) ?? predicate(file, node, subject, depth);
    default:
      return undefined;
  }
}

function logical(file: AnalyzedFile, { left: first, operator }: TSESTree.LogicalExpression, left: Truth, right: () => Truth): Truth {
  // HANDLERS[code] ?? fallback: an entry that is not there is undefined, where other values can be false.
  if (operator === "??") return left === false && codeTestOf(file, first)?.kind === "key" ? right() : left;
  const deciding = operator === "||";
  if (left === deciding) return deciding;
  const other = right();
  if (other === deciding) return deciding;
  return left === undefined || other === undefined ? undefined : !deciding;
}

/** The value that all have; undefined where they differ. */
export function agreed(truths: readonly Truth[]): Truth {
  const [first] = truths;
  return truths.every((truth) => truth === first) ? first : undefined;
}

/** There is a code, so the error, the code and what leads to it are there. */
function presence(file: AnalyzedFile, node: TSESTree.Node, { path }: Subject): Truth {
  const read = readPath(file, node);
  return leadsTo(read, path) ? true : undefined;
}

/** Whether `inner` starts with all that `outer` reads. */
function leadsTo(outer: ReadPath, inner: ReadPath): boolean {
  return outer.root === inner.root && outer.names.length <= inner.names.length && outer.names.every((name, index) => name === inner.names[index]);
}

function comparison(file: AnalyzedFile, node: TSESTree.BinaryExpression, subject: Subject): Truth {
  if (node.operator === "instanceof") {
    const isSdk = sdkExport(file, node.right)?.kind === "exception" || (node.right.type === "Identifier" && /^(?:TencentCloudSDKHttpException|Error)$/.test(node.right.name));
    return isSdk && leadsTo(readPath(file, node.left), subject.path) ? true : undefined;
  }
  const positive = node.operator === "===" || node.operator === "==";
  if (!positive && node.operator !== "!==" && node.operator !== "!=") return undefined;
  const right = bare(node.right);
  const left = bare(node.left);
  if (left.type === "UnaryExpression" && left.operator === "typeof" && samePath(readPath(file, left.argument), subject.path)) {
    return right.type === "Literal" ? (right.value === "string") === positive : undefined;
  }
  const isNothing = (right.type === "Literal" && right.value === null) || (right.type === "Identifier" && right.name === "undefined");
  if (!isNothing) return undefined;
  const isThere = leadsTo(readPath(file, left), subject.path) ? true : entryTruth(file, left, subject);
  return isThere === undefined ? undefined : isThere !== positive;
}

/** Whether there is something: an entry for the code in a table that it is looked up in, a value in a variable. */
function entryTruth(file: AnalyzedFile, node: TSESTree.Node, subject: Subject): Truth {
  const test = codeTestOf(file, node);
  if (test !== undefined) return test.kind === "key" && samePath(test.site.path, subject.path) ? passes(test, subject) : undefined;
  const variable = node.type === "Identifier" ? file.variableOf(node) : undefined;
  if (variable === undefined) return undefined;
  const value = onlyValue(variable);
  return value === undefined ? subject.flags?.(variable) : entryTruth(file, value, subject);
}

function variableTruth(file: AnalyzedFile, node: TSESTree.Node, subject: Subject, depth: number): Truth {
  const variable = node.type === "Identifier" ? file.variableOf(node) : undefined;
  if (variable === undefined) return undefined;
  const value = onlyValue(variable);
  return value === undefined ? subject.flags?.(variable) : truthOf(file, value, subject, depth + 1);
}

const errorGuards: ReadonlyMap<string, boolean> = new Map([
  ["isTencentCloudError", true],
  ["isApiError", true],
  ["isHttpError", false],
  ["isTransportError", false],
]);

/** `isTencentCloudError(e)`: an error that has a code is one. */
function guard(file: AnalyzedFile, node: TSESTree.CallExpression, subject: Subject): Truth {
  const [first] = node.arguments;
  if (first === undefined || !leadsTo(readPath(file, first), subject.path)) return undefined;
  if (file.settings.errorGuards.includes(calleeName(node) ?? "")) return true;
  const found = modulePath(file, node.callee);
  if (found === undefined || codeMapService(found.module) !== "") return undefined;
  return errorGuards.get(found.path.at(-1) ?? "");
}

/** A function of this file that is handed the error or its code, and answers. */
function predicate(file: AnalyzedFile, node: TSESTree.CallExpression, subject: Subject, depth: number): Truth {
  const called = calledFunction(file, node);
  if (called === undefined) return undefined;
  const inside = subjectInside(file, node, called, subject);
  if (inside === undefined) return undefined;
  if (called.body.type !== "BlockStatement") return truthOf(file, called.body, inside, depth + 1);
  return returnedExpressions(file, called).length === 0 ? undefined : agreed(returnTruths(file, called.body, inside, depth + 1));
}

/** The subject as the called function sees it: at the parameter that its path, or the start of its path, is handed to. */
export function subjectInside(file: AnalyzedFile, call: TSESTree.CallExpression, called: FunctionNode, subject: Subject): Subject | undefined {
  for (const [index, argument] of call.arguments.entries()) {
    const handed = readPath(file, argument);
    if (!isVariable(handed.root) || !leadsTo(handed, subject.path)) continue;
    const variable = parameterVariable(file, called, index);
    if (variable === undefined) continue;
    const path = { root: variable, names: subject.path.names.slice(handed.names.length) };
    const { answers, assumed, code } = subject;
    return { code, path, ...(answers === undefined ? {} : { answers }), ...(assumed === undefined ? {} : { assumed }) };
  }
  return undefined;
}

function parameterVariable(file: AnalyzedFile, fn: FunctionNode, index: number): Variable | undefined {
  const parameter = fn.params[index];
  const name = parameter?.type === "AssignmentPattern" ? parameter.left : parameter;
  return name?.type === "Identifier" ? file.variableOf(name) : undefined;
}
