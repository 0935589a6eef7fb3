import { statSync } from "node:fs";
import { parse, relative, resolve } from "node:path";
import type { Linter } from "eslint";
import { analyzedFile } from "../analysis/index.js";
import { listSites, type ListedSite } from "../analysis/code-tests/site-list.js";
import { withoutMark } from "../catalog/encoding.js";
import { readText } from "../catalog/files.js";
import { InputError } from "../catalog/input-error.js";
import { printableJson } from "../catalog/printable.js";
import { print } from "./print.js";
import { renderSites, type FileSites } from "./sites/render.js";

/** What the user asked of `sites`. */
export interface SitesOptions {
  readonly json?: boolean;
}

/**
 * Prints each place of the files that holds an error code: why it is believed to, which service and actions it comes
 * from, and what it is tested against.
 *
 * @returns the exit code
 * @throws InputError when a file cannot be read or parsed
 */
export async function runSites(files: readonly string[], options: SitesOptions): Promise<number> {
  const eslint = await loadEslint();
  const reader = new eslint.ESLint();
  // Files may stand outside the working folder, where ESLint would leave them out.
  const linter = new eslint.Linter({ cwd: parse(process.cwd()).root });
  const found: FileSites[] = [];
  for (const name of files) {
    const config = await configFor(reader, name);
    found.push({ file: relative(process.cwd(), resolve(name)), sites: sitesOf(linter, name, config) });
  }
  print(options.json === true ? printableJson(found) : renderSites(found));
  return 0;
}

type Eslint = typeof import("eslint");

async function loadEslint(): Promise<Eslint> {
  try {
    return await import("eslint");
  } catch {
    throw new InputError("ESLint is not installed; `npm install --save-dev eslint` adds it.");
  }
}

/** The parser and the settings of the project's own configuration; where there is none, what is installed. */
async function configFor(reader: InstanceType<Eslint["ESLint"]>, file: string): Promise<Linter.Config> {
  try {
    const { languageOptions, settings } = ((await reader.calculateConfigForFile(resolve(file))) ?? {}) as Linter.Config;
    if (languageOptions !== undefined) return { languageOptions, ...(settings === undefined ? {} : { settings }) };
  } catch {
    // The project has no configuration.
  }
  const parser = await typescriptParser(file);
  return { languageOptions: { sourceType: "module", parserOptions: { ecmaFeatures: { jsx: true } }, ...(parser === undefined ? {} : { parser }) } };
}

async function typescriptParser(file: string): Promise<Linter.Parser | undefined> {
  if (!/\.[cm]?tsx?$/.test(file)) return undefined;
  try {
    // Not a dependency: a project that lints TypeScript has it.
    const name = "@typescript-eslint/parser";
    return (await import(name)) as Linter.Parser;
  } catch {
    throw new InputError("Reading TypeScript needs @typescript-eslint/parser; `npm install --save-dev @typescript-eslint/parser` adds it.", { file });
  }
}

function sitesOf(linter: Linter, file: string, config: Linter.Config): readonly ListedSite[] {
  let sites: readonly ListedSite[] = [];
  const collect: import("eslint").Rule.RuleModule = {
    create: (context) => ({
      "Program:exit"() {
        const analyzed = analyzedFile(context as unknown as Parameters<typeof analyzedFile>[0]);
        if (analyzed !== undefined) sites = listSites(analyzed);
      },
    }),
  };
  const configs: Linter.Config[] = [
    { files: ["**"], ...config },
    { files: ["**"], linterOptions: { noInlineConfig: true }, plugins: { view: { rules: { sites: collect } } }, rules: { "view/sites": "error" } },
  ];
  const [problem] = linter.verify(textOf(file), configs, { filename: resolve(file) });
  if (problem?.fatal === true) throw new InputError(problem.message, { file, line: problem.line, column: problem.column });
  return sites;
}

function textOf(file: string): string {
  if (statSync(file, { throwIfNoEntry: false }) === undefined) throw new InputError("There is no such file.", { file });
  return withoutMark(readText(file));
}
