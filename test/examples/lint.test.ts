import { readFileSync } from "node:fs";
import { basename, join } from "node:path";
import parser from "@typescript-eslint/parser";
import { ESLint, type Linter } from "eslint";
import { beforeAll, describe, expect, it } from "vitest";
import plugin from "../../rules/index.js";
import { root } from "./code-blocks.js";

const example = join(root, "examples", "disk-janitor");

/** The rule and the source text of a finding. */
type Finding = readonly [rule: string, text: string];

/** The findings in each file. */
async function findings(files: readonly string[], languageOptions: Linter.LanguageOptions): Promise<ReadonlyMap<string, Finding[]>> {
  const eslint = new ESLint({
    cwd: example,
    overrideConfigFile: true,
    overrideConfig: [{ files: ["**/*.ts"], languageOptions: { parser, ...languageOptions } }, plugin.configs.recommended],
  });
  const results = await eslint.lintFiles([...files]);
  const found = results.map(({ filePath, messages }) => {
    const lines = readFileSync(filePath, "utf8").split("\n");
    const inFile = messages.map(({ ruleId, message, line, column, endLine, endColumn }) => {
      const text = lines[line - 1]?.slice(column - 1, endLine === line && endColumn !== undefined ? endColumn - 1 : undefined);
      return [ruleId ?? message, text ?? ""] as const;
    });
    return [basename(filePath), inFile] as const;
  });
  return new Map(found);
}

const mistakes: readonly Finding[] = [
  ["tencentcloud/no-retry-non-retryable", '"LimitExceeded"'],
  ["tencentcloud/no-retry-non-retryable", '"AuthFailure.SignatureFailure"'],
  ["tencentcloud/no-undocumented-code", '"ECONNRESET"'],
  ["tencentcloud/no-undocumented-code", '"InvalidDiskId.NotFound"'],
  ["tencentcloud/no-undocumented-code", '"InvalidDisk.NotFound"'],
  ["tencentcloud/exhaustive-common-codes", "switch (code)"],
  ["tencentcloud/prefer-family-match", '"RequestLimitExceeded"'],
];

const goodFiles = ["advice.ts", "clients.ts", "janitor.ts", "play.ts", "retry.ts", "run.ts", "scenarios.ts", "server.ts", "verdict.ts"];
const typed: Linter.LanguageOptions = { parserOptions: { projectService: true, tsconfigRootDir: example } };

describe("the recommended rules", () => {
  let found: ReadonlyMap<string, Finding[]>;
  beforeAll(async () => {
    found = await findings(["before.ts", ...goodFiles], typed);
  });

  it.each(mistakes)("%s finds %s in before.ts", (rule, text) => {
    expect(found.get("before.ts")).toContainEqual([rule, text]);
  });

  it.each(goodFiles)("find nothing in %s", (file) => {
    expect(found.get(file)).toEqual([]);
  });

  it("find nothing in the good program without types either", async () => {
    const untyped = await findings(goodFiles, {});
    expect([...untyped.values()].flat()).toEqual([]);
  });
});
