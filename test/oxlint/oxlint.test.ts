import { spawnSync } from "node:child_process";
import { readFileSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { ESLint } from "eslint";
import * as typescriptParser from "@typescript-eslint/parser";
import { afterAll, describe, expect, it } from "vitest";
import plugin from "../../rules/index.js";
import { createProject, root } from "../packages/project.js";

interface OxlintReport {
  readonly diagnostics: readonly {
    /** Absent when the plugin threw. */
    readonly code?: string;
    readonly filename: string;
    readonly message: string;
    readonly labels: readonly { readonly span: { readonly line: number; readonly column: number } }[];
  }[];
}

const fixtures = join(import.meta.dirname, "fixtures");
const files = readdirSync(fixtures).sort();
const settings = { tencentcloud: { services: ["cvm"] } };

const project = createProject({
  ".oxlintrc.json": JSON.stringify({
    jsPlugins: [{ name: "tencentcloud", specifier: join(root, "dist/rules/index.js") }],
    categories: { correctness: "off" },
    settings,
    rules: plugin.configs.strict.rules,
  }),
  ...Object.fromEntries(files.map((file) => [file, readFileSync(join(fixtures, file), "utf8")])),
});

afterAll(() => {
  project.remove();
});

/** One line for each report, the same from both hosts: file, place, rule and message. */
function line(file: string, row: number, column: number, rule: string, message: string): string {
  return `${file}:${String(row)}:${String(column)} ${rule} ${message}`;
}

function oxlintReports(): string[] {
  const cli = join(root, "node_modules/oxlint/bin/oxlint");
  const { stdout, stderr } = spawnSync(process.execPath, [cli, "--format", "json", "."], { cwd: project.directory, encoding: "utf8" });
  if (stderr !== "") throw new Error(stderr);
  const { diagnostics } = JSON.parse(stdout) as OxlintReport;
  return diagnostics
    .map(({ code, filename, message, labels: [label] }) => {
      if (code === undefined) throw new Error(message);
      const rule = code.replace(/^(.+)\((.+)\)$/, "$1/$2");
      return line(filename, label?.span.line ?? 0, label?.span.column ?? 0, rule, message);
    })
    .sort();
}

async function eslintReports(): Promise<string[]> {
  const eslint = new ESLint({
    cwd: project.directory,
    overrideConfigFile: true,
    overrideConfig: [{ files: ["**/*.{ts,tsx}"], languageOptions: { parser: typescriptParser } }, plugin.configs.strict, { settings }],
  });
  const results = await eslint.lintFiles(files);
  return results
    .flatMap(({ filePath, messages }) =>
      messages.map((message) => line(filePath.slice(project.directory.length + 1), message.line, message.column, message.ruleId ?? "", message.message)),
    )
    .sort();
}

describe("oxlint", () => {
  const reports = oxlintReports();

  it("reports what ESLint reports without type information", async () => {
    expect(reports).toEqual(await eslintReports());
  }, 30_000);

  it("follows imports", () => {
    expect(reports.filter((report) => report.startsWith("split-"))).toEqual([
      expect.stringMatching(/split-handler\.ts:7:\d+ tencentcloud\/no-undocumented-code "InvalidDisk\.Bsy"/),
      expect.stringContaining("split-handler.ts:7:5 tencentcloud/exhaustive-common-codes"),
      expect.stringMatching(/split-handler\.ts:8:\d+ tencentcloud\/no-undocumented-code "InvalidDisk\.Goner".* through `isGone` of split-client\.ts/),
    ]);
  });

  it.each(["no-undocumented-code", "no-retry-non-retryable", "exhaustive-common-codes"])("runs %s", (rule) => {
    expect(reports).toContainEqual(expect.stringContaining(` tencentcloud/${rule} `));
  });
});
