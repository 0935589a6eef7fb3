import { dirname, parse, relative, resolve } from "node:path";
import type { Linter } from "eslint";
import { analyzedFile } from "../analysis/index.js";
import { resolveCodeMap } from "../analysis/knowledge/resolve-code-map.js";
import { SetupError } from "../analysis/knowledge/setup-error.js";
import { checkSettings } from "../analysis/source/check-settings.js";
import { readSettings } from "../analysis/source/settings.js";
import { listSites, type ListedSite } from "../analysis/code-tests/site-list.js";
import { withoutMark } from "../catalog/encoding.js";
import { readText, reasonOf, slashed } from "../catalog/files.js";
import { InputError } from "../catalog/input-error.js";
import { excerptOf, printable, printableJson } from "../catalog/printable.js";
import { nearestFile } from "../init/places.js";
import { configFiles } from "../init/project.js";
import { print, printError } from "./print.js";
import { findFiles, type Configured } from "./sites/files.js";
import { foreignConfig } from "./sites/foreign-config.js";
import { renderSites, renderSkipped, type FileSites } from "./sites/render.js";

/** What the user asked of `sites`. */
export interface SitesOptions {
  readonly json?: boolean;
}

/**
 * Prints each place of the files that holds an error code: why it is believed to, which service and actions it comes
 * from, and what it is tested against. What is skipped in folders is said on the standard error.
 *
 * @param paths files, and folders of which all sources are looked at
 * @returns the exit code: 0, or 2 when one of several files cannot be read or parsed
 * @throws InputError when there is no such file, or the only one cannot be read or parsed
 */
export async function runSites(paths: readonly string[], options: SitesOptions): Promise<number> {
  const eslint = await loadEslint();
  const reader = new eslint.ESLint();
  const { files, skipped } = await findFiles(paths, configuredBy(reader));
  if (files.length === 0) throw new InputError("There are no JavaScript or TypeScript files in it to look at.", { file: paths.join(", ") });
  // Files may stand outside the working folder, where ESLint would leave them out.
  const linter = new eslint.Linter({ cwd: parse(process.cwd()).root });
  const found: FileSites[] = [];
  const failed: InputError[] = [];
  const unread = new Set<string>();
  for (const name of files) {
    try {
      const config = await configFor(reader, name, unread);
      checkSettings(config.settings, process.cwd());
      found.push({ file: relative(process.cwd(), resolve(name)), sites: sitesOf(linter, name, withCodeMapOf(process.cwd(), config)) });
    } catch (error) {
      // It is wrong for all files. ESLint adds lines to the message.
      if (error instanceof SetupError) throw new InputError(error.message.split("\n", 1)[0] ?? "");
      if (!(error instanceof InputError) || files.length === 1) throw error;
      failed.push(error);
    }
  }
  print(options.json === true ? printableJson(found) : renderSites(found));
  printError([...renderSkipped(skipped), ...unread, ...failed.map(({ line }) => line)].map((line) => `${line}\n`).join(""));
  return failed.length === 0 ? 0 : 2;
}

/** Parsers and configurations repeat what they read. */
const LONGEST_MESSAGE = 300;

/** The project's own configuration; where there is none, nothing is ignored. */
function configuredBy(reader: InstanceType<Eslint["ESLint"]>): Configured {
  return {
    async isIgnored(file) {
      if (relative(process.cwd(), resolve(file)).startsWith("..")) return false;
      return reader.isPathIgnored(resolve(file)).catch(() => false);
    },
    async hasParser(file) {
      if (foreignConfig(file) !== undefined) return false;
      const config = (await reader.calculateConfigForFile(resolve(file)).catch(() => undefined)) as Linter.Config | undefined;
      return config?.languageOptions?.parser !== undefined;
    },
  };
}

/** The configuration with the folder of its code map in place of the setting: the linter's working folder is another. */
function withCodeMapOf(cwd: string, config: Linter.Config): Linter.Config {
  const { codeMap } = readSettings(config.settings);
  if (codeMap === undefined) return config;
  const own = config.settings?.["tencentcloud"] as object;
  return { ...config, settings: { ...config.settings, tencentcloud: { ...own, codeMap: resolveCodeMap(codeMap, cwd) } } };
}

type Eslint = typeof import("eslint");

async function loadEslint(): Promise<Eslint> {
  try {
    return await import("eslint");
  } catch (error) {
    throw notLoaded("eslint", error) ?? new InputError("ESLint is not installed; `npm install --save-dev eslint` adds it.");
  }
}

/**
 * The parser and the settings of the project's own configuration; where there is none, what is installed.
 *
 * @param unread gets a line about a configuration that cannot be loaded
 */
async function configFor(reader: InstanceType<Eslint["ESLint"]>, file: string, unread: Set<string>): Promise<Linter.Config> {
  const foreign = foreignConfig(file);
  if (foreign !== undefined) {
    unread.add(printable(`${slashed(foreign)}: It is not run, as it stands outside the working folder; its parser and settings do not count. If you trust it, run the command there.`));
    return defaultConfig(file);
  }
  try {
    const { languageOptions, settings } = ((await reader.calculateConfigForFile(resolve(file))) ?? {}) as Linter.Config;
    if (languageOptions !== undefined) return { languageOptions, ...(settings === undefined ? {} : { settings }) };
  } catch (error) {
    const config = nearestFile(dirname(resolve(file)), configFiles);
    if (config !== undefined) unread.add(printable(`${slashed(config)}: It cannot be loaded, so its parser and settings do not count: ${excerptOf(reasonOf(error), LONGEST_MESSAGE)}.`));
  }
  return defaultConfig(file);
}

/** What is installed here. */
async function defaultConfig(file: string): Promise<Linter.Config> {
  const parser = await typescriptParser(file);
  return { languageOptions: { sourceType: "module", parserOptions: { ecmaFeatures: { jsx: true } }, ...(parser === undefined ? {} : { parser }) } };
}

async function typescriptParser(file: string): Promise<Linter.Parser | undefined> {
  if (!/\.[cm]?tsx?$/.test(file)) return undefined;
  // Not a dependency: a project that lints TypeScript has it.
  const name = "@typescript-eslint/parser";
  try {
    return (await import(name)) as Linter.Parser;
  } catch (error) {
    throw notLoaded(name, error, file) ?? new InputError(`Reading TypeScript needs ${name}; \`npm install --save-dev ${name}\` adds it.`, { file });
  }
}

/** What keeps a package that is installed from being loaded, such as one that it needs itself; undefined where it is not installed. */
function notLoaded(name: string, error: unknown, file?: string): InputError | undefined {
  const [reason = ""] = reasonOf(error).split("\n", 1);
  if (/^Cannot find (?:package|module) /.test(reason) && reason.includes(`'${name}'`)) return undefined;
  return new InputError(`${name} is installed, but cannot be loaded: ${excerptOf(reason, LONGEST_MESSAGE).replace(/\.$/, "")}.`, file === undefined ? undefined : { file });
}

/** What ESLint says. Code that is nested deeper than its own functions can follow ends them with a RangeError. */
function verified<Result>(verify: () => Result, file: string): Result {
  try {
    return verify();
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
    throw new InputError(`ESLint cannot follow the file, which is nested too deeply: ${excerptOf(error.message)}.`, { file });
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
  const [problem] = verified(() => linter.verify(withoutMark(readText(file)), configs, { filename: resolve(file) }), file);
  // A parser's message repeats names of the file, whatever their length.
  if (problem?.fatal === true) throw new InputError(excerptOf(problem.message, LONGEST_MESSAGE), { file, line: problem.line, column: problem.column });
  return sites.map((site) => (site.through === undefined ? site : { ...site, through: site.through.map(({ name, path }) => ({ name, path: slashed(relative(process.cwd(), path)) })) }));
}
