import * as typescriptParser from "@typescript-eslint/parser";
import { Linter } from "eslint";
import { join } from "node:path";
import ts from "typescript";
import plugin from "../../rules/index.js";
import { memoryProgram } from "../tools/memory-program.js";

/** What a rule said, and about which text. */
export interface Finding {
  readonly rule: string;
  readonly text: string;
  readonly message: string;
  readonly suggestions: readonly string[];
}

/** Sources by name; all of them are linted with the same rules. */
export type Snippets = Readonly<Record<string, string>>;

/** Where what is linted with types stands. */
export const typedFolder = join(import.meta.dirname, "../fixtures/typed");

/** Every rule of the plugin, as the strict configuration sets it. */
const allRules = plugin.configs.strict.rules as Linter.RulesRecord;

/** Lints TypeScript or JavaScript without type information. */
export function lintUntyped(code: string, rules: Linter.RulesRecord = allRules, settings: object = {}): readonly Finding[] {
  return lint(code, "snippet.ts", { parser: typescriptParser }, rules, settings);
}

/** One program for all snippets: making one takes longer than linting them all. */
export function typedLinter(snippets: Snippets): (name: string, rules?: Linter.RulesRecord, settings?: object) => readonly Finding[] {
  const codes = new Map(Object.entries(snippets).map(([name, code], index) => [join(typedFolder, `snippet-${String(index)}.ts`), { name, code }]));
  const paths = new Map([...codes].map(([path, { name }]) => [name, path]));
  const program = createProgram(new Map([...codes].map(([path, { code }]) => [path, code])));
  return (name, rules = allRules, settings = {}) => {
    const path = paths.get(name) ?? "";
    return lint(codes.get(path)?.code ?? "", path, { parser: typescriptParser, parserOptions: { programs: [program] } }, rules, settings);
  };
}

/** A program of sources by their paths, some of which need not exist; `@/` is the folder that `rootOf` names for the file which imports. */
export function createProgram(sources: ReadonlyMap<string, string>, rootOf: (path: string) => string = () => typedFolder): ts.Program {
  const { config } = ts.readConfigFile(join(typedFolder, "tsconfig.json"), (path) => ts.sys.readFile(path)) as { config: { compilerOptions: object } };
  const { options } = ts.convertCompilerOptionsFromJson(config.compilerOptions, typedFolder);
  return memoryProgram(sources, options, (name, from) => (name.startsWith("@/") ? join(rootOf(from), name.slice(2)) : name));
}

function lint(code: string, filename: string, languageOptions: Linter.LanguageOptions, rules: Linter.RulesRecord, settings: object): readonly Finding[] {
  const linter = new Linter({ cwd: typedFolder });
  const messages = linter.verify(
    code,
    [{ files: ["**"], plugins: { tencentcloud: plugin }, languageOptions: { ecmaVersion: 2026, sourceType: "module", ...languageOptions }, rules, settings: { tencentcloud: settings } }],
    { filename },
  );
  return messages.map(({ ruleId, message, line, column, endLine, endColumn, suggestions }) => {
    if (ruleId === null) throw new Error(`${message} (line ${String(line)})\n${code}`);
    const text = textBetween(code, line, column, endLine ?? line, endColumn ?? column);
    return { rule: ruleId.replace("tencentcloud/", ""), text, message, suggestions: (suggestions ?? []).map(({ desc }) => desc) };
  });
}

function textBetween(code: string, line: number, column: number, endLine: number, endColumn: number): string {
  const lines = code.split("\n").slice(line - 1, endLine);
  lines[lines.length - 1] = (lines.at(-1) ?? "").slice(0, endColumn - 1);
  lines[0] = (lines[0] ?? "").slice(column - 1);
  return lines.join("\n");
}
