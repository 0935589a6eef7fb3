import { Command, CommanderError, Option } from "commander";

import { reasonOf } from "./catalog/files.js";
import { InputError } from "./catalog/input-error.js";
import { packageVersion } from "./catalog/package-root.js";
import { nearestCodes } from "./catalog/nearest.js";
import { excerptOf, quoted } from "./catalog/printable.js";
import { print, printError } from "./commands/print.js";
import type { DiffOptions } from "./commands/diff.js";
import type { ExplainOptions } from "./commands/explain.js";
import type { GenerateOptions } from "./commands/generate.js";
import type { ImportOptions } from "./commands/import.js";
import type { RetryOptions } from "./commands/retry.js";
import type { SitesOptions } from "./commands/sites.js";
import type { InitOptions } from "./commands/init.js";

/** What a command does; the exit code, or nothing for 0. */
type Action<Arguments extends readonly unknown[]> = (...arguments_: Arguments) => Promise<number>;

/**
 * Builds the command line. Each command loads its own code when it runs, so that the quick ones
 * start quickly.
 *
 * @param exit called with a command's exit code
 */
export function buildProgram(exit: (code: number) => void): Command {
  const run = <Arguments extends readonly unknown[]>(action: Action<Arguments>) => async (...arguments_: Arguments): Promise<void> => {
    exit(await action(...arguments_));
  };
  const program = new Command("tencentcloud-codes")
    .description("What the Tencent Cloud API's error codes are, as types, tables and explanations.")
    .version(packageVersion(), "-V, --version", "print the version")
    .showHelpAfterError(false)
    .helpCommand(false)
    .configureOutput({ writeOut: print, writeErr: printError, outputError: printUsageError })
    .hook("preAction", (_program, command) => {
      requireValues(command);
    })
    .exitOverride();
  addGenerate(program, run(async (options: GenerateOptions) => (await import("./commands/generate.js")).runGenerate(options)));
  addImport(program, run(async (sources: string[], options: ImportOptions) => (await import("./commands/import.js")).runImport(sources, options)));
  addExplain(program, run(async (texts: string[], options: ExplainOptions) => (await import("./commands/explain.js")).runExplain(texts, options)));
  addDiff(program, run(async (before: string, after: string, options: DiffOptions) => (await import("./commands/diff.js")).runDiff(before, after, options)));
  addInit(program, run(async (services: string[], options: InitOptions) => (await import("./commands/init.js")).runInit(services, options)));
  addRetry(program, run(async (options: RetryOptions) => (await import("./commands/retry.js")).runRetry(options)));
  addSites(program, run(async (paths: string[], options: SitesOptions) => (await import("./commands/sites.js")).runSites(paths, options)));
  addHelp(program);
  return program;
}

function addHelp(program: Command): void {
  program
    .command("help")
    .description("display help for a command")
    .argument("[command]")
    .action((name: string | undefined) => {
      const command = name === undefined ? program : program.commands.find((one) => one.name() === name);
      if (command !== undefined) return command.help();
      const nearest = nearestCodes(name ?? "", program.commands.map((one) => one.name()), 1);
      return program.error(`error: unknown command '${String(name)}'${nearest.length === 0 ? "" : `\n(Did you mean ${nearest.join("")}?)`}`);
    });
}

/**
 * The parser takes whatever stands behind an option for its value: the next option too, and what a variable of the shell
 * that is not set leaves.
 *
 * @throws InputError naming the option
 */
function requireValues(command: Command): void {
  for (const { long, attributeName } of command.options.map((option) => ({ long: option.long ?? "", attributeName: option.attributeName() }))) {
    const given: unknown = command.getOptionValue(attributeName);
    for (const value of Array.isArray(given) ? (given as unknown[]) : [given]) {
      if (typeof value !== "string") continue;
      if (value.trim() === "") throw new InputError("It is empty; give it a value, or leave it out.", { file: long });
      if (command.options.some(({ long: other, short }) => value === other || value === short)) throw new InputError(`It has no value: ${quoted(value)}, which follows it, is an option.`, { file: long });
    }
  }
}

function addSites(program: Command, action: (paths: string[], options: SitesOptions) => Promise<void>): void {
  program
    .command("sites")
    .description("Show each place that holds an error code: why the rules believe so, where the code comes from, what it is tested against.")
    .argument("<path...>", "JavaScript or TypeScript files, or folders of them")
    .option("--json", "print JSON")
    .action(action);
}

function addRetry(program: Command, action: (options: RetryOptions) => Promise<void>): void {
  program
    .command("retry")
    .description("Count the codes by retry class, and show by family and by service which have none.")
    .option("--catalog <dir>", "the catalog's folder")
    .option("--service <name>", "only this service, with its codes")
    .option("--family <name>", "only this family, with its codes")
    .option("--json", "print JSON, with all codes")
    .action(action);
}

function addGenerate(program: Command, action: (options: GenerateOptions) => Promise<void>): void {
  program
    .command("generate")
    .description("Write the code map.")
    .option("--catalog <dir>", "the catalog's folder")
    .option("--out <dir>", "the folder to write")
    .option("--services <names>", "only these services, between commas")
    .option("--check", "write nothing; fail and print the difference if the code map is not up to date")
    .action(action);
}

function addImport(program: Command, action: (sources: string[], options: ImportOptions) => Promise<void>): void {
  program
    .command("import")
    .description("Add documentation pages, folders of them, or a checkout of the Go SDK to the catalog.")
    .argument("<source...>", "pages, folders or checkouts")
    .option("--catalog <dir>", "the catalog's folder; created if it is not there", "catalog")
    .option("--service <name>", "the SDK's name of the service, for pages that do not tell it; <folder>=<name> for those of one folder; can be repeated", collect)
    .option("--strict", "write nothing when a page or a row cannot be read")
    .option("--commit <id>", "the commit of a checkout that has no .git")
    .option("--date <day>", "the day of that commit, as YYYY-MM-DD")
    .option("--descriptions", "keep the SDK's descriptions of the codes")
    .option("--refresh", "replace what the catalog had of the checkout, print the difference as Markdown, and refuse to lose codes")
    .option("--allow-vanished", "with --refresh: write even if documented codes vanish")
    .option("--json", "print what happened as JSON")
    .action(action);
}

function collect(value: string, earlier: readonly string[] = []): readonly string[] {
  return [...earlier, value];
}

function addExplain(program: Command, action: (texts: string[], options: ExplainOptions) => Promise<void>): void {
  program
    .command("explain")
    .description("Say what codes mean, who documents them, which actions return them, and whether a retry can help.")
    .argument("<code...>", "codes such as InvalidDisk.Busy, families such as AuthFailure.*, lines of a log, or a response as JSON; - reads the standard input; the first hundred codes are explained")
    .option("--catalog <dir>", "the catalog's folder")
    .option("--code-map <map>", "a code map of your own to read beside it: a folder that generate wrote, or a package; the setting codeMap of the ESLint configuration when left out")
    .option("--service <name>", "only this service")
    .addOption(new Option("--lang <language>", "the language of the descriptions; zh for all that is said").choices(["en", "zh", "ja", "ko"]))
    .option("--json", "print JSON")
    .option("--open", "open the page about the code in the browser")
    .action(action);
}

function addDiff(program: Command, action: (before: string, after: string, options: DiffOptions) => Promise<void>): void {
  program
    .command("diff")
    .description("Compare two catalogs, breaking changes first. Exits with 1 if they differ.")
    .argument("<old>", "a catalog's folder")
    .argument("<new>", "another catalog's folder")
    .addOption(new Option("--format <format>", "the form to print").choices(["text", "markdown", "json"]).default("text"))
    .option("--json", "the same as --format json")
    .action(action);
}

function addInit(program: Command, action: (services: string[], options: InitOptions) => Promise<void>): void {
  program
    .command("init")
    .description("Print the ESLint configuration for the project in this folder, and an example of handling errors.")
    .argument("[services...]", "the services to check against; those that the code uses already when left out")
    .option("--write", "write the files instead; a file that is there is left as it is, and the exit code is 1 where something is left to add")
    .action(action);
}

/** A message of the parser of the command line repeats what the user gave, of any length; only the hint that it adds begins a new line, which is joined. */
function printUsageError(text: string): void {
  const [said = "", hint = ""] = text.trimEnd().split(HINT, 2);
  const short = said.replace(/'[^']*'/g, (value) => `'${excerptOf(value.slice(1, -1))}'`);
  const advice = hint === "" && /^error: (?:unknown|too many)/.test(said) ? " (--help shows what there is)" : hint.replace("\n", " ");
  printError(`${excerptOf(short, LONGEST_USAGE)}${advice}\n`);
}

/** Nothing that a user gives stands at the end of a message: that is a quotation mark, or words of the parser. */
const HINT = /(\n\(Did you mean (?:one of )?[\w, -]{1,200}\?\))$/;
const LONGEST_USAGE = 300;

/** What the file system answered where nothing better is said of it; undefined for a fault of the program itself. */
function asInputError(error: unknown): InputError | undefined {
  if (!(error instanceof Error && ("syscall" in error || "permission" in error))) return undefined;
  const file = "path" in error ? error.path : "resource" in error ? error.resource : undefined;
  const what = "syscall" in error && error.syscall === "uv_cwd" ? "The working folder" : "It";
  return new InputError(`${what} cannot be used: ${reasonOf(error)}.`, typeof file === "string" ? { file } : undefined);
}

/**
 * Runs the command line.
 *
 * @param argv the arguments after the program's name
 * @returns the exit code: 0 all is well, 1 something was found, 2 it could not run
 */
export async function runCli(argv: readonly string[]): Promise<number> {
  let code = 0;
  try {
    await buildProgram((result) => (code = result)).parseAsync([...argv], { from: "user" });
    return code;
  } catch (error) {
    if (error instanceof CommanderError) return error.exitCode === 0 ? 0 : 2;
    if (error instanceof InputError) {
      printError(`${error.line}\n`);
      return 2;
    }
    const refused = asInputError(error);
    if (refused === undefined) throw error;
    printError(`${refused.line}\n`);
    return 2;
  }
}
