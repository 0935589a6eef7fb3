import * as typescriptParser from "@typescript-eslint/parser";
import { Linter } from "eslint";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import plugin from "../../../rules/index.js";
import { useFiles } from "../../../src/analysis/project/files.js";
import { createProgram, typedFolder } from "../linting.js";
import { cut } from "./cut.js";
import { filesInMemory } from "./memory-files.js";
import { snippetsOfSuites, type Snippet } from "./suites.js";
import { ways, type Modules } from "./ways.js";

type Program = ReturnType<typeof createProgram>;

/** Every so many snippets are cut in all ways, and each shape that is written for other modules in one; all in all ways with SPLIT_ALL=1. */
const step = process.env["SPLIT_ALL"] === undefined ? 17 : 1;

const aloneTellsLess = "linting the helper's module reports it too, of any service: who calls it is seen in the other file only";
const anybodyCalls = "a module that exports a function is linted as one that others call too";

/** The snippets of which the reports differ, with why. */
const differing: Readonly<Record<string, string>> = {
  "no-blind-retry: libraries: async-retry, a function of this file": "nothing in the file that is left reads a code or calls an action",
  "no-blind-retry: libraries: retry, an operation": "an operation of the package retry is known by its own name, not by that of a namespace around it",
  "no-retry-non-retryable: functions that repeat what they are handed: a quota, by functions with names": "nothing in the file that is left reads a code or calls an action",
  "call: a parameter without a type that gets a client": "who hands a client over and nothing else says nothing of errors, and the helper's module does not see the client",
  "no-retry-non-retryable: functions that repeat what they are handed: a pattern, by the codes of the service that is called": aloneTellsLess,
  "no-retry-non-retryable: modules that call the API themselves: an error class of one's own": aloneTellsLess,
  "no-retry-non-retryable: modules that call the API themselves, with types: an error class of one's own": aloneTellsLess,
  "no-retry-non-retryable: functions that repeat what they are handed: a code of which the service that is called knows nothing": anybodyCalls,
  "no-retry-non-retryable: functions that repeat what they are handed: a family that others have too, where the function is exported": anybodyCalls,
  "no-retry-non-retryable: functions that repeat what they are handed: a family that others have too, where the function is kept": anybodyCalls,
  "no-retry-non-retryable: functions that repeat what they are handed: a code of another service, where the function is exported": anybodyCalls,
};

/** A snippet and its modules, each in a folder of its own. */
interface Case {
  readonly snippet: Snippet;
  readonly whole: Project;
  readonly split: Project;
}

interface Project {
  readonly folder: string;
  readonly modules: Modules;
}

let made = 0;

function project(modules: Modules): Project {
  made += 1;
  return { folder: `${typedFolder}/split-${String(made)}`, modules };
}

function pathsOf({ folder, modules }: Project): readonly (readonly [path: string, text: string])[] {
  return Object.entries(modules).map(([path, text]) => [`${folder}/${path}`, text]);
}

function lint(code: string, filename: string, { options, rule, settings }: Snippet, program: Program | undefined): readonly string[] {
  const rules = rule === undefined ? plugin.configs.strict.rules : { [`tencentcloud/${rule}`]: ["error", ...options] };
  const parserOptions = program === undefined ? {} : { programs: [program] };
  const messages = new Linter({ cwd: typedFolder }).verify(
    code,
    [{ files: ["**"], plugins: { tencentcloud: plugin }, languageOptions: { parser: typescriptParser, parserOptions, sourceType: "module" }, rules: rules as Linter.RulesRecord, settings: settings as Linter.Config["settings"] ?? {} }],
    { filename },
  );
  return messages.map(({ message, messageId = "", ruleId }) => {
    if (ruleId === null) throw new Error(`${message}\n${code}`);
    return `${ruleId} ${messageId.replace(/InOtherFile$/, "")}: ${message.replace(/ This is seen through [^\n]*$/, "")}`;
  });
}

/** What is reported of all modules together. */
function lintModules(project: Project, snippet: Snippet, program: Program | undefined): readonly string[] {
  const texts = pathsOf(project);
  useFiles(filesInMemory(new Map(texts), project.folder));
  return texts.flatMap(([path, text]) => lint(text, path, snippet, program)).sort();
}

interface Difference {
  readonly name: string;
  readonly lost: readonly string[];
  readonly added: readonly string[];
}

function casesOf(snippets: readonly Snippet[], wayOf: (index: number) => string): readonly Case[] {
  return snippets.flatMap((snippet, index) => {
    const pieces = cut(snippet.code);
    const modules = pieces === undefined ? undefined : ways[wayOf(index)]?.(pieces);
    return modules === undefined ? [] : [{ snippet, whole: project({ "main.ts": snippet.code }), split: project(modules) }];
  });
}

/** What is reported of snippets that are not cut, without types: the same whichever way they are cut. */
const reportsOfWhole = new Map<Snippet, readonly string[]>();

function lintWhole(project: Project, snippet: Snippet, program: Program | undefined): readonly string[] {
  const reports = (program === undefined ? reportsOfWhole.get(snippet) : undefined) ?? lintModules(project, snippet, program);
  if (program === undefined) reportsOfWhole.set(snippet, reports);
  return reports;
}

function differences(cases: readonly Case[], program?: Program): readonly Difference[] {
  return cases.flatMap(({ snippet, split, whole }) => {
    const [before, after] = [lintWhole(whole, snippet, program), lintModules(split, snippet, program)];
    const [lost, added] = [missingFrom(before, after), missingFrom(after, before)];
    return lost.length + added.length > 0 ? [{ name: snippet.name, lost, added }] : [];
  });
}

/** One program for all: each has the types of the SDK. */
function programOf(cases: readonly Case[]): Program {
  const projects = cases.flatMap(({ split, whole }) => [whole, split]);
  return createProgram(new Map(projects.flatMap(pathsOf)), (path) => projects.find(({ folder }) => path.startsWith(`${folder}/`))?.folder ?? typedFolder);
}

function missingFrom(some: readonly string[], others: readonly string[]): string[] {
  const left = [...others];
  return some.filter((item) => {
    const index = left.indexOf(item);
    if (index !== -1) left.splice(index, 1);
    return index === -1;
  });
}

describe("code of the suites, cut into modules", () => {
  let snippets: Awaited<ReturnType<typeof snippetsOfSuites>>;
  beforeAll(async () => {
    snippets = await snippetsOfSuites();
  });
  afterAll(() => {
    useFiles(undefined);
  });

  const names = Object.keys(ways);
  const inTurn = (index: number): string => names[index % names.length] ?? "";

  it.each(names)("is reported as before it was cut: %s", (way) => {
    isReportedAlike(casesOf(sample(snippets.invalid, (index) => inTurn(index) === way), () => way));
  }, 600_000);

  it.each(names)("is as silent as before it was cut: %s", (way) => {
    isReportedAlike(casesOf(sample(snippets.valid, (index) => inTurn(index) === way), () => way));
  }, 600_000);

  it("is reported as before it was cut, and as silent, with types", () => {
    // Each in one way: with types it takes several times as long.
    const third = (index: number): boolean => index % 3 === 0;
    const [reported, silent] = [casesOf(sample(snippets.invalid, third), inTurn), casesOf(sample(snippets.valid, third), inTurn)];
    const program = programOf([...reported, ...silent]);
    isReportedAlike(reported, program);
    isReportedAlike(silent, program);
  }, 1_200_000);
});

function isReportedAlike(cases: readonly Case[], program?: Program): void {
  const different = differences(cases, program);
  if (step === 1) process.stdout.write(`${String(cases.length)} cases, ${String(different.length)} different: ${different.map(({ name }) => name).join("; ")}\n`);
  expect(cases.length).toBeGreaterThan(20);
  expect(different.filter(({ name }) => differing[name] === undefined)).toEqual([]);
  expect(different.length).toBeLessThanOrEqual(cases.length * 0.05);
}

/** @param hasTurn whether a shape that is written for other modules is taken */
function sample(snippets: readonly Snippet[], hasTurn: (index: number) => boolean): readonly Snippet[] {
  return snippets.filter(({ acrossModules }, index) => index % step === 0 || (acrossModules === true && hasTurn(index)));
}
