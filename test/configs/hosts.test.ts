import markdown from "@eslint/markdown";
import * as typescriptParser from "@typescript-eslint/parser";
import { ESLint as ESLint10, type Linter } from "eslint";
import { ESLint as ESLint9 } from "eslint-9";
import * as svelteParser from "svelte-eslint-parser";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import * as vueParser from "vue-eslint-parser";
import plugin from "../../rules/index.js";

const fixtures = new URL("fixtures/", import.meta.url).pathname;

const versions = [
  ["9", ESLint9 as unknown as typeof ESLint10],
  ["10", ESLint10],
] as const;

/** A program with one undocumented code, indented as the part of a page that it is put in. */
const program = `import { cbs } from "tencentcloud-sdk-nodejs";
const client = new cbs.v20170312.Client({});
export async function attach(request) {
  try {
    await client.AttachDisks(request);
  } catch (error) {
    if (error.code === "ResourceNotFound.DiskNotFond") return;
    throw error;
  }
}
`;

// All files of a process share the project service that the first of them made.
const projectService = { allowDefaultProject: ["outside-of-the-project.ts"] };
beforeAll(typescriptParser.clearCaches);
afterAll(typescriptParser.clearCaches);

async function lint(ESLint: typeof ESLint10, config: readonly Linter.Config[], filePath: string, text: string): Promise<string[]> {
  const eslint = new ESLint({ cwd: fixtures, overrideConfigFile: true, overrideConfig: [...config] });
  const [result] = await eslint.lintText(text, { filePath });
  return (result?.messages ?? []).map(({ line, ruleId, message }) => `${String(line)} ${ruleId ?? message}`);
}

async function lintFile(ESLint: typeof ESLint10, parserOptions: Linter.ParserOptions, file: string): Promise<string[]> {
  const languageOptions = { parser: typescriptParser, parserOptions: { tsconfigRootDir: fixtures, ...parserOptions } };
  const eslint = new ESLint({ cwd: fixtures, overrideConfigFile: true, overrideConfig: [{ files: ["**/*.ts"], languageOptions }, plugin.configs.recommended] });
  const [result] = await eslint.lintFiles([file]);
  return (result?.messages ?? []).map(({ line, ruleId, message }) => `${String(line)} ${ruleId ?? message}`);
}

describe.each(versions)("ESLint %s", (_version, ESLint) => {
  it("reports in JavaScript", async () => {
    expect(await lint(ESLint, [plugin.configs.recommended], "attach.js", program)).toEqual(["7 tencentcloud/no-undocumented-code"]);
  });

  it("reports in TypeScript without type information", async () => {
    const config = [{ files: ["**/*.ts"], languageOptions: { parser: typescriptParser } }, plugin.configs.recommended];
    expect(await lint(ESLint, config, "attach.ts", program)).toEqual(["7 tencentcloud/no-undocumented-code"]);
  });

  it("reports in the script of a Vue component", async () => {
    const config = [{ files: ["**/*.vue"], languageOptions: { parser: vueParser } }, plugin.configs.recommended];
    const component = `<template><p>disks</p></template>\n\n<script>\n${program}</script>\n`;
    expect(await lint(ESLint, config, "attach.vue", component)).toEqual(["10 tencentcloud/no-undocumented-code"]);
  });

  it("reports in the script of a Svelte component", async () => {
    const config = [{ files: ["**/*.svelte"], languageOptions: { parser: svelteParser } }, plugin.configs.recommended];
    const component = `<script>\n${program}</script>\n\n<p>disks</p>\n`;
    expect(await lint(ESLint, config, "attach.svelte", component)).toEqual(["8 tencentcloud/no-undocumented-code"]);
  });

  it("reports in the code blocks of a Markdown page", async () => {
    const config = [...markdown.configs.processor, { ...plugin.configs.recommended, files: ["**/*.js", "**/*.md/*.js"] }];
    const page = `# Disks\n\n\`\`\`js\n${program}\`\`\`\n`;
    expect(await lint(ESLint, config, "attach.md", page)).toEqual(["10 tencentcloud/no-undocumented-code"]);
  });

  it("uses the types of the project service", async () => {
    expect(await lintFile(ESLint, { projectService }, "typed.ts")).toEqual(["4 tencentcloud/no-undocumented-code"]);
  }, 30_000);

  it("uses the types of a file that only the default project knows", async () => {
    expect(await lintFile(ESLint, { projectService }, "outside-of-the-project.ts")).toEqual(["4 tencentcloud/no-undocumented-code"]);
  }, 30_000);

  it("uses the types of a project named by its tsconfig", async () => {
    // Where CI is set the parser takes a second look at a file for a fix, and leaves the types out.
    const parserOptions = { project: "./tsconfig.json", disallowAutomaticSingleRunInference: true };
    expect(await lintFile(ESLint, parserOptions, "typed.ts")).toEqual(["4 tencentcloud/no-undocumented-code"]);
  }, 30_000);
});
