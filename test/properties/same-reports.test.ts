import * as typescriptParser from "@typescript-eslint/parser";
import type { TSESLint, TSESTree } from "@typescript-eslint/utils";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { lintUntyped, typedLinter, type Finding } from "../analysis/linting.js";
import { errors } from "../rules/own-clients/errors.js";
import { retries } from "../rules/own-clients/retries.js";
import { evidence } from "../rules/positives/evidence.js";
import { judgements } from "../rules/positives/judgements.js";
import { shapes } from "../rules/positives/shapes.js";
import { aws, cos } from "../rules/traps/clouds.js";
import { applications, libraries } from "../rules/traps/others.js";

/** Functions that call each other in a circle, in one order. */
const circle = `import { cbs } from "tencentcloud-sdk-nodejs";
const client = new cbs.v20170312.Client({});
function first(e, depth) { if (e.code === "InvalidDisk.Bsy") return 1; return second(e, depth - 1); }
function second(e, depth) { if (e.code === "InvalidDisk.Busi") return 2; return depth > 0 ? third(e, depth) : 0; }
function third(e, depth) { if (e.code === "InvalidDisk.Buzy") return 3; return first(e, depth); }
async function run() { try { await client.DescribeDisks({}); } catch (e) { return third(e, 3); } }
async function again() { try { await client.DescribeDisks({}); } catch (e) { return first(e, 2); } }`;

const snippets: Readonly<Record<string, string>> = {
  circle,
  ...Object.fromEntries(Object.entries({ ...evidence, ...shapes, ...judgements, ...errors, ...retries }).map(([name, { code }]) => [name, code])),
  ...aws,
  ...cos,
  ...applications,
  ...libraries,
};

interface Edit {
  readonly range: readonly [number, number];
  readonly text: string;
}

interface Parsed {
  readonly ast: TSESTree.Program;
  readonly scopeManager: TSESLint.Scope.ScopeManager;
}

function parse(code: string): Parsed {
  return typescriptParser.parseForESLint(code, { range: true, sourceType: "module" });
}

function edited(code: string, edits: readonly Edit[]): string {
  return [...edits].sort((left, right) => right.range[0] - left.range[0]).reduce((text, { range: [start, end], text: next }) => text.slice(0, start) + next + text.slice(end), code);
}

function nodesOf(root: object): TSESTree.Node[] {
  const children = Object.entries(root).flatMap(([key, value]: [string, unknown]) => (key === "parent" ? [] : Array.isArray(value) ? (value as unknown[]) : [value]));
  const inside = children.filter((child): child is object => typeof child === "object" && child !== null && "type" in child);
  return ["type" in root ? [root as TSESTree.Node] : [], ...inside.map(nodesOf)].flat();
}

/** The declarations of functions at the top of a module, each with its `export`. */
function functionsOf({ ast }: Parsed): readonly { readonly statement: TSESTree.Node; readonly fn: TSESTree.FunctionDeclaration }[] {
  return ast.body.flatMap((statement) => {
    const fn = statement.type === "ExportNamedDeclaration" ? statement.declaration : statement;
    return fn?.type === "FunctionDeclaration" ? [{ statement, fn }] : [];
  });
}

/** The same functions in another order. */
function reordered(code: string, seed: number): string {
  const places = functionsOf(parse(code)).map(({ statement }) => statement.range);
  const texts = places.map(([start, end]) => code.slice(start, end));
  const order = fc.sample(fc.shuffledSubarray(texts, { minLength: texts.length }), { numRuns: 1, seed })[0] ?? texts;
  return edited(code, places.map((range, index) => ({ range, text: order[index] ?? "" })));
}

/** `async function run() {}` as `const run = async function () {};` */
function asConstants(code: string): string {
  return edited(
    code,
    functionsOf(parse(code)).flatMap(({ fn }) => {
      if (fn.id === null) return [];
      const head = code.slice(fn.range[0], fn.id.range[0]).trimEnd();
      return [{ range: [fn.range[0], fn.id.range[1]] as const, text: `const ${fn.id.name} = ${head} ` }, { range: [fn.range[1], fn.range[1]] as const, text: ";" }];
    }),
  );
}

/** Each branch of an `if` in a block of its own. */
function inBlocks(code: string): string {
  const branches = nodesOf(parse(code).ast).flatMap((node) => (node.type === "IfStatement" ? [node.consequent, ...(node.alternate?.type === "IfStatement" ? [] : [node.alternate])] : []));
  return edited(
    code,
    branches.flatMap((branch) =>
      branch === null || branch.type === "BlockStatement" || branch.type === "IfStatement" ? [] : [{ range: [branch.range[0], branch.range[0]] as const, text: "{ " }, { range: [branch.range[1], branch.range[1]] as const, text: " }" }],
    ),
  );
}

/** Parentheses around each condition and each value that is returned. */
function inParentheses(code: string): string {
  const parts = nodesOf(parse(code).ast).flatMap((node) => (node.type === "IfStatement" ? [node.test] : node.type === "ReturnStatement" && node.argument !== null ? [node.argument] : []));
  return edited(code, parts.flatMap(({ range: [start, end] }) => [{ range: [start, start] as const, text: "(" }, { range: [end, end] as const, text: ")" }]));
}

/** Declarations that stand side by side and do not name each other, swapped. */
function swapped(code: string): string {
  const lists = nodesOf(parse(code).ast).flatMap((node) => (node.type === "Program" || node.type === "BlockStatement" ? [node.body] : []));
  return edited(code, lists.flatMap((statements) => swapsIn(code, statements)));
}

function swapsIn(code: string, statements: readonly TSESTree.Statement[]): readonly Edit[] {
  const edits: Edit[] = [];
  for (let index = 0; index + 1 < statements.length; index += 1) {
    const [first, second] = statements.slice(index, index + 2) as [TSESTree.Statement, TSESTree.Statement];
    if (!areIndependent(code, first, second)) continue;
    edits.push({ range: first.range, text: code.slice(...second.range) }, { range: second.range, text: code.slice(...first.range) });
    index += 1;
  }
  return edits;
}

/** Only constants whose values run nothing: neither can see the other happen. */
function areIndependent(code: string, first: TSESTree.Statement, second: TSESTree.Statement): boolean {
  const names = [first, second].map(declaredConstant);
  const texts = [first, second].map(({ range }) => code.slice(...range));
  return names.every((name, index) => name !== undefined && !new RegExp(String.raw`\b${name}\b`).test(texts[1 - index] ?? ""));
}

function declaredConstant(statement: TSESTree.Statement): string | undefined {
  if (statement.type !== "VariableDeclaration" || statement.kind !== "const") return undefined;
  const [{ id, init }, second] = statement.declarations as [TSESTree.VariableDeclarator, TSESTree.VariableDeclarator | undefined];
  const runsNothing = init !== null && !nodesOf(init).some(({ type }) => type === "AwaitExpression");
  return id.type === "Identifier" && second === undefined && runsNothing ? id.name : undefined;
}

const otherName = "caughtHere";

/** What a `catch` catches under another name. */
function renamed(code: string): string {
  const { scopeManager } = parse(code);
  const variables = scopeManager.scopes.flatMap(({ variables: all }) => all).filter(({ defs: [definition] }) => definition?.type === "CatchClause" && definition.node.param?.type === "Identifier");
  const names = new Set(variables.flatMap(({ identifiers, references }) => [...identifiers, ...references.map(({ identifier }) => identifier)]));
  const edits = [...names].map((name): Edit => ({ range: [name.range[0], name.range[0] + ("name" in name ? name.name.length : 0)], text: otherName }));
  // `{ e }` would have to become `{ e: caughtHere }`.
  return edits.length === 0 || /\{\s*(?:e|err|error)\s*[,}]/.test(code) ? code : edited(code, edits);
}

const caughtNames = new RegExp(String.raw`\b(?:${otherName}|e|err|error)\b`, "g");

/** What the rules report, without what the changes add. */
function said(findings: readonly Finding[]): readonly string[] {
  return findings.map(({ rule, text }) => `${rule}: ${text.replaceAll(caughtNames, "e").replaceAll(/[\s(){};]+/g, "")}`).sort();
}

function reportsOf(code: string): readonly string[] {
  return said(lintUntyped(code));
}

/** The same code in other words, by how it was changed. */
function variantsOf(code: string): Readonly<Record<string, string>> {
  const changed = {
    "with its functions in another order": reordered(code, 1),
    "with its constants in another order": swapped(code),
    "with its functions as constants": asConstants(code),
    "with each branch in a block": inBlocks(code),
    "in parentheses": inParentheses(code),
    "under another name for what is caught": renamed(code),
  };
  return Object.fromEntries(Object.entries(changed).filter(([, other]) => other !== code));
}

const cases = Object.entries(snippets).map(([name, code]) => ({ name, code, variants: variantsOf(code) }));
const typedStep = process.env["LONG_RUNS"] === undefined ? 3 : 1;
/** Types make each file slow: of every third snippet (of each in the long mode) the file as it is, and one change, another one from snippet to snippet. */
const typedCases = cases.filter((_case, index) => index % typedStep === 0).map(({ name, code, variants }, index) => {
  const [how, other] = Object.entries(variants).find((_entry, place, all) => place === index % all.length) ?? ["unchanged", code];
  return { name, how, code, other };
});
const lintTyped = typedLinter(Object.fromEntries(typedCases.flatMap(({ name, code, other }) => [[name, code], [`${name}, changed`, other]])));

describe.each(cases.filter(({ variants }) => Object.keys(variants).length > 0))("$name gets the same reports", ({ code, variants }) => {
  const reports = reportsOf(code);

  it.each(Object.entries(variants))("%s", (_how, other) => {
    expect(reportsOf(other)).toEqual(reports);
  });
});

it.each(typedCases)("with types, $name gets the same reports $how", ({ name }) => {
  expect(said(lintTyped(`${name}, changed`))).toEqual(said(lintTyped(name)));
});

it("a circle of functions gets the same reports in every order", () => {
  const functions = functionsOf(parse(circle)).map(({ statement: { range } }) => circle.slice(...range));
  const head = circle.slice(0, circle.indexOf("function first"));
  fc.assert(
    fc.property(fc.shuffledSubarray(functions, { minLength: functions.length }), (order) => {
      expect(reportsOf(head + order.join("\n"))).toEqual(reportsOf(circle));
    }),
    { numRuns: 40 },
  );
});
