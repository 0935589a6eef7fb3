import type { TSESTree } from "@typescript-eslint/utils";
import type { AnalyzedFile } from "../source/file.js";
import { answerOnce } from "../source/answer-once.js";
import { firstFrom } from "../source/lists.js";
import { areFew, callTest } from "./call-tests.js";
import { familyOf } from "../knowledge/documented-codes.js";
import { readPath } from "../values/access-path.js";
import { codeSiteOf, type CodeSite } from "./code-sites.js";
import { bare, calleeName, literalString, nodesOf } from "../source/syntax.js";
import { entriesOf, knownStrings, mayBeKnown, type KnownString } from "../values/constants.js";
import type { CodeTest } from "./code-test.js";

/** The test that an expression is, without the ones inside it. */
export function codeTestOf(file: AnalyzedFile, expression: TSESTree.Node): CodeTest | undefined {
  const node = bare(expression);
  if (!canTest(node)) return undefined;
  return answerOnce<CodeTest | undefined>(file, codeTestOf, node, undefined, () => {
    switch (node.type) {
      case "BinaryExpression":
        return comparison(file, node);
      case "CallExpression":
        return callTest(file, node);
      case "MemberExpression":
        return lookUp(file, node);
      default:
        return undefined;
    }
  });
}

/** A look at the form alone: most calls, operators and property accesses are no tests. */
function canTest(node: TSESTree.Node): boolean {
  if (node.type === "CallExpression") return node.arguments.length > 0;
  if (node.type === "MemberExpression") return node.computed;
  return node.type === "BinaryExpression" && /^(?:in|[!=]==?|>=?|<)$/.test(node.operator);
}

/** The tests that the cases of a `switch` are, `default` left out. */
export function switchTests(file: AnalyzedFile, statement: TSESTree.SwitchStatement): readonly CodeTest[] {
  return answerOnce<readonly CodeTest[]>(file, switchTests, statement, [], () => {
    const subject = subjectOf(file, statement.discriminant);
    if (subject === undefined) return [];
    return statement.cases.flatMap((item) => {
      const codes = item.test === null ? undefined : knownStrings(file, item.test);
      return codes === undefined ? [] : [wholeTest(item, subject, codes, false)];
    });
  });
}

/** The test that one of the cases of a `switch` is. */
export function caseTest(file: AnalyzedFile, statement: TSESTree.SwitchStatement, item: TSESTree.SwitchCase): CodeTest | undefined {
  const tests = switchTests(file, statement);
  return answerOnce<ReadonlyMap<TSESTree.Node, CodeTest>>(file, caseTest, tests, new Map(), () => new Map(tests.map((test) => [test.node, test]))).get(item);
}

/**
 * Every test of a code site in a file, in the order of the source.
 *
 * @example
 * // catch (e) { if (e.code === "LimitExceeded" || e.code.startsWith("InvalidDisk.")) … }
 * codeTestsOf(file); // [{ kind: "equality", codes: ["LimitExceeded"] … }, { kind: "prefix", codes: ["InvalidDisk."] … }]
 */
export function codeTestsOf(file: AnalyzedFile): readonly CodeTest[] {
  const { ast } = file.sourceCode;
  return answerOnce<readonly CodeTest[]>(file, codeTestsOf, ast, [], () => {
    const nodes = nodesOf(file, "BinaryExpression", "CallExpression", "MemberExpression", "SwitchStatement");
    return nodes.flatMap((node) => (node.type === "SwitchStatement" ? switchTests(file, node) : (codeTestOf(file, node) ?? [])));
  });
}

interface PlacedTest {
  readonly test: CodeTest;
  /** Its place in `codeTestsOf`. */
  readonly place: number;
}

/** The tests of a file by where they begin. */
function testsByStart(file: AnalyzedFile): readonly PlacedTest[] {
  return answerOnce<readonly PlacedTest[]>(file, testsByStart, file.sourceCode.ast, [], () =>
    codeTestsOf(file)
      .map((test, place) => ({ test, place }))
      .sort((a, b) => a.test.node.range[0] - b.test.node.range[0]),
  );
}

/** The tests of a code site inside a node, in the order of the source. A file can have many of both: none looks at all others. */
export function testsInside(file: AnalyzedFile, { range: [start, end] }: TSESTree.Node): CodeTest[] {
  const sorted = testsByStart(file);
  const found: PlacedTest[] = [];
  for (let index = firstFrom(sorted, start, ({ test }) => test.node.range[0]); index < sorted.length; index += 1) {
    const item = sorted[index];
    if (item === undefined || item.test.node.range[0] > end) break;
    if (item.test.node.range[1] <= end) found.push(item);
  }
  return found.sort((a, b) => a.place - b.place).map(({ test }) => test);
}

/** What is compared: a site, or the family of one (`code.split(".")[0]`). */
interface Subject {
  readonly site: CodeSite;
  readonly family: boolean;
}

function subjectOf(file: AnalyzedFile, expression: TSESTree.Node): Subject | undefined {
  const site = codeSiteOf(file, expression);
  if (site !== undefined) return { site, family: false };
  const { root, names } = readPath(file, expression);
  if ("scope" in root || root.type !== "CallExpression" || names.join() !== "0" || calleeName(root) !== "split") return undefined;
  const [separator] = root.arguments;
  const callee = bare(root.callee);
  if (separator === undefined || literalString(separator) !== "." || callee.type !== "MemberExpression") return undefined;
  const whole = codeSiteOf(file, callee.object);
  return whole === undefined ? undefined : { site: whole, family: true };
}

function wholeTest(node: TSESTree.Node, { site, family }: Subject, codes: readonly KnownString[], negated: boolean): CodeTest {
  const values = new Set(codes.map((code) => code.value));
  if (!family) return { node, site, kind: codes.length > 1 ? "membership" : "equality", codes, negated, matches: (code) => values.has(code) };
  return { node, site, kind: "family", codes, negated, matches: (code) => values.has(familyOf(code)) };
}

const equal = new Set(["===", "=="]);
const unequal = new Set(["!==", "!="]);

function comparison(file: AnalyzedFile, node: TSESTree.BinaryExpression): CodeTest | undefined {
  const { operator, left, right } = node;
  if (operator === "in") return keyTest(file, node, left, right);
  if (equal.has(operator) || unequal.has(operator)) {
    const test = equality(file, node, left, right) ?? equality(file, node, right, left);
    if (test !== undefined) return test;
  }
  return position(file, node, left, right) ?? combined(file, node, left, right);
}

function equality(file: AnalyzedFile, node: TSESTree.BinaryExpression, subject: TSESTree.Node, value: TSESTree.Node): CodeTest | undefined {
  if (isConstantText(subject) || isNoText(value) || !mayBeKnown(file, value)) return undefined;
  const found = subjectOf(file, subject);
  if (found === undefined) return undefined;
  const codes = knownStrings(file, value);
  return codes === undefined || codes.some((code) => code.value === "") ? undefined : wholeTest(node, found, codes, unequal.has(node.operator));
}

function isConstantText(node: TSESTree.Node): boolean {
  return node.type === "Literal" || node.type === "UnaryExpression";
}

/** `null`, `0`, `-1`, `true`: what numbers and flags are compared with, and no code is. */
function isNoText(node: TSESTree.Node): boolean {
  return node.type === "Literal" ? typeof node.value !== "string" : node.type === "UnaryExpression";
}

/** `code.indexOf("X") === 0`, `!== -1`, `>= 0`, `> -1`; `CODES.indexOf(code) !== -1`. */
function position(file: AnalyzedFile, node: TSESTree.BinaryExpression, left: TSESTree.Node, right: TSESTree.Node): CodeTest | undefined {
  const call = bare(left);
  const number = numberValue(right);
  if (call.type !== "CallExpression" || number === undefined) return undefined;
  const name = calleeName(call);
  if (name !== "indexOf" && name !== "search") return undefined;
  const found = callTest(file, call);
  if (found === undefined) return undefined;
  const { operator } = node;
  const start = number === 0 && (equal.has(operator) || unequal.has(operator));
  const here = { ...found, node };
  if (start) {
    const [code] = found.codes;
    if (found.kind !== "part" || code === undefined) return undefined;
    return { ...here, kind: "prefix", negated: unequal.has(operator), matches: (tested) => tested.startsWith(code.value) };
  }
  if (number === -1 && (unequal.has(operator) || operator === ">")) return here;
  if (number === 0 && operator === ">=") return here;
  if ((number === -1 && equal.has(operator)) || (number === 0 && operator === "<")) return { ...here, negated: true };
  return undefined;
}

/** `f(code) === true`, `code.match(/…/) !== null`: the test inside, turned where the comparison turns it. */
function combined(file: AnalyzedFile, node: TSESTree.BinaryExpression, left: TSESTree.Node, right: TSESTree.Node): CodeTest | undefined {
  const value = bare(right);
  if (value.type !== "Literal" || !(equal.has(node.operator) || unequal.has(node.operator))) return undefined;
  const inner = bare(left);
  if (inner.type !== "CallExpression" || calleeName(inner) === "indexOf") return undefined;
  const isNull = value.value === null;
  if (!isNull && typeof value.value !== "boolean") return undefined;
  const found = callTest(file, inner);
  if (found === undefined) return undefined;
  const sameWhenEqual = value.value === true;
  return { ...found, node, negated: found.negated === (equal.has(node.operator) === sameWhenEqual) };
}

function numberValue(expression: TSESTree.Node): number | undefined {
  const node = bare(expression);
  if (node.type === "Literal" && typeof node.value === "number") return node.value;
  if (node.type !== "UnaryExpression" || node.operator !== "-") return undefined;
  const value = numberValue(node.argument);
  return value === undefined ? undefined : -value;
}

/** `HANDLERS[code]` */
function lookUp(file: AnalyzedFile, node: TSESTree.MemberExpression): CodeTest | undefined {
  return node.computed ? keyTest(file, node, node.property, node.object) : undefined;
}

/** A test whether the site is a key of an object or `Map` that is written out. */
function keyTest(file: AnalyzedFile, node: TSESTree.Node, key: TSESTree.Node, object: TSESTree.Node): CodeTest | undefined {
  const entries = entriesOf(file, object);
  const subject = entries === undefined || entries.length === 0 ? undefined : subjectOf(file, key);
  if (subject === undefined || entries === undefined || !areFew(file, entries)) return undefined;
  return { ...wholeTest(node, subject, entries.map((entry) => entry.key), false), kind: subject.family ? "family" : "key" };
}
