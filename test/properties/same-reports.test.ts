import * as typescriptParser from "@typescript-eslint/parser";
import type { TSESLint, TSESTree } from "@typescript-eslint/utils";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { lintUntyped } from "../analysis/linting.js";
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
  ...Object.fromEntries(Object.entries({ ...evidence, ...shapes, ...judgements }).map(([name, { code }]) => [name, code])),
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
function reportsOf(code: string): readonly string[] {
  return lintUntyped(code).map(({ rule, text }) => `${rule}: ${text.replaceAll(caughtNames, "e").replaceAll(/[\s(){};]+/g, "")}`).sort();
}

describe.each(Object.entries(snippets))("%s gets the same reports", (_name, code) => {
  const reports = reportsOf(code);

  it.each([
    ["with its functions in another order", reordered(code, 1)],
    ["with its functions as constants", asConstants(code)],
    ["with each branch in a block", inBlocks(code)],
    ["in parentheses", inParentheses(code)],
    ["under another name for what is caught", renamed(code)],
  ])("%s", (_how, other) => {
    expect(other === code ? reports : reportsOf(other)).toEqual(reports);
  });
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
