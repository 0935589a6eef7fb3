import { readFileSync } from "node:fs";
import { join } from "node:path";
import parser from "@typescript-eslint/parser";
import { ESLint, type Linter } from "eslint";
import { beforeAll, describe, expect, it } from "vitest";
import plugin from "../../rules/index.js";
import { root } from "./code-blocks.js";

const example = join(root, "examples", "disk-janitor");

/** The rule and the source text of each finding. */
type Finding = readonly [rule: string, text: string];

async function findings(files: readonly string[], languageOptions: Linter.LanguageOptions): Promise<Finding[]> {
  const eslint = new ESLint({
    cwd: example,
    overrideConfigFile: true,
    overrideConfig: [{ files: ["**/*.ts"], languageOptions: { parser, ...languageOptions } }, plugin.configs.recommended],
  });
  const results = await eslint.lintFiles([...files]);
  return results.flatMap(({ filePath, messages }) => {
    const lines = readFileSync(filePath, "utf8").split("\n");
    return messages.map(({ ruleId, message, line, column, endLine, endColumn }) => {
      const text = lines[line - 1]?.slice(column - 1, endLine === line && endColumn !== undefined ? endColumn - 1 : undefined);
      return [ruleId ?? message, text ?? ""] as const;
    });
  });
}

const mistakes: readonly Finding[] = [
  ["tencentcloud/no-retry-non-retryable", '"LimitExceeded"'],
  ["tencentcloud/no-retry-non-retryable", '"AuthFailure.SignatureFailure"'],
  ["tencentcloud/no-undocumented-code", '"ECONNRESET"'],
  ["tencentcloud/no-undocumented-code", '"InvalidDiskId.NotFound"'],
  ["tencentcloud/no-undocumented-code", '"InvalidDisk.NotFound"'],
  ["tencentcloud/exhaustive-common-codes", "switch (code)"],
];

const goodFiles = ["advice.ts", "clients.ts", "janitor.ts", "play.ts", "retry.ts", "run.ts", "scenarios.ts", "server.ts", "verdict.ts"];
const typed: Linter.LanguageOptions = { parserOptions: { projectService: true, tsconfigRootDir: example } };

describe("the recommended rules", () => {
  let inBefore: readonly Finding[];
  beforeAll(async () => {
    inBefore = await findings(["before.ts"], typed);
  });

  it.each(mistakes)("%s finds %s in before.ts", (rule, text) => {
    expect(inBefore).toContainEqual([rule, text]);
  });

  it("find nothing in the good program", async () => {
    expect(await findings(goodFiles, typed)).toEqual([]);
  });

  it("find nothing in the good program without types either", async () => {
    expect(await findings(goodFiles, {})).toEqual([]);
  });
});
