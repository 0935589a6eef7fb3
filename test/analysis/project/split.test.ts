import * as typescriptParser from "@typescript-eslint/parser";
import { Linter } from "eslint";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import plugin from "../../../rules/index.js";
import { useFiles } from "../../../src/analysis/project/files.js";
import { cut } from "./cut.js";
import { filesInMemory, folder } from "./memory-files.js";
import { snippetsOfSuites, type Snippet } from "./suites.js";
import { ways, type Modules } from "./ways.js";

/** Every so many snippets are cut, in an order that does not change; all of them with SPLIT_ALL=1. */
const step = process.env["SPLIT_ALL"] === undefined ? 17 : 1;

const aloneTellsLess = "linting the helper's module reports it too, of any service: who calls it is seen in the other file only";
const anybodyCalls = "a module that exports a function is linted as one that others call too";

/** The snippets of which the reports differ, with why. */
const differing: Readonly<Record<string, string>> = {
  "no-blind-retry: libraries: async-retry, a function of this file": "nothing in the file that is left reads a code or calls an action",
  "no-blind-retry: libraries: retry, an operation": "an operation of the package retry is known by its own name, not by that of a namespace around it",
  "no-retry-non-retryable: functions that repeat what they are handed: a quota, by functions with names": "nothing in the file that is left reads a code or calls an action",
  "no-retry-non-retryable: functions that repeat what they are handed: a pattern, by the codes of the service that is called": aloneTellsLess,
  "no-retry-non-retryable: modules that call the API themselves: an error class of one's own": aloneTellsLess,
  "no-retry-non-retryable: modules that call the API themselves, with types: an error class of one's own": aloneTellsLess,
  "no-retry-non-retryable: functions that repeat what they are handed: a code of which the service that is called knows nothing": anybodyCalls,
  "no-retry-non-retryable: functions that repeat what they are handed: a family that others have too, where the function is exported": anybodyCalls,
  "no-retry-non-retryable: functions that repeat what they are handed: a family that others have too, where the function is kept": anybodyCalls,
  "no-retry-non-retryable: functions that repeat what they are handed: a code of another service, where the function is exported": anybodyCalls,
};

function lint(code: string, path: string, { options, rule, settings }: Snippet): readonly string[] {
  const rules = rule === undefined ? plugin.configs.strict.rules : { [`tencentcloud/${rule}`]: ["error", ...options] };
  const messages = new Linter({ cwd: folder }).verify(
    code,
    [{ files: ["**"], plugins: { tencentcloud: plugin }, languageOptions: { parser: typescriptParser, sourceType: "module" }, rules: rules as Linter.RulesRecord, settings: settings as Linter.Config["settings"] ?? {} }],
    { filename: `${folder}/${path}` },
  );
  return messages.map(({ message, messageId = "", ruleId }) => {
    if (ruleId === null) throw new Error(`${message}\n${code}`);
    return `${ruleId} ${messageId.replace(/InOtherFile$/, "")}: ${message.replace(/ This is seen through [^\n]*$/, "")}`;
  });
}

/** What is reported of all modules together. */
function lintModules(modules: Modules, snippet: Snippet): readonly string[] {
  useFiles(filesInMemory(new Map(Object.entries(modules).map(([path, text]) => [`${folder}/${path}`, text]))));
  return Object.entries(modules).flatMap(([path, text]) => lint(text, path, snippet)).sort();
}

interface Difference {
  readonly name: string;
  readonly lost: readonly string[];
  readonly added: readonly string[];
}

function differences(snippets: readonly Snippet[], way: string): { readonly all: number; readonly different: readonly Difference[] } {
  let all = 0;
  const different: Difference[] = [];
  for (const snippet of snippets) {
    const pieces = cut(snippet.code);
    const modules = pieces === undefined ? undefined : ways[way]?.(pieces);
    if (modules === undefined) continue;
    all += 1;
    const whole = lintModules({ "main.ts": snippet.code }, snippet);
    const split = lintModules(modules, snippet);
    const [lost, added] = [missingFrom(whole, split), missingFrom(split, whole)];
    if (lost.length + added.length > 0) different.push({ name: snippet.name, lost, added });
  }
  return { all, different };
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

  it.each(Object.keys(ways))("is reported as before it was cut: %s", (way) => {
    const { all, different } = differences(sample(snippets.invalid), way);
    expect(all).toBeGreaterThan(20);
    expect(different.filter(({ name }) => differing[name] === undefined)).toEqual([]);
    expect(different.length).toBeLessThanOrEqual(all * 0.05);
  }, 600_000);

  it.each(Object.keys(ways))("is as silent as before it was cut: %s", (way) => {
    const { all, different } = differences(sample(snippets.valid), way);
    expect(all).toBeGreaterThan(20);
    expect(different.filter(({ name }) => differing[name] === undefined)).toEqual([]);
  }, 600_000);
});

function sample(snippets: readonly Snippet[]): readonly Snippet[] {
  return snippets.filter((_, index) => index % step === 0);
}
