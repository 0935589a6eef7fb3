import type { ESLint, Linter } from "eslint";
import type { Program } from "typescript";

export interface Linted {
  readonly messages: readonly Linter.LintMessage[];
  /** In milliseconds. */
  readonly took: number;
  readonly thrown?: unknown;
  readonly skipped?: boolean;
}

/** The source files below a folder. */
export function sourceFiles(folder: string): Generator<string>;

/** A program of JavaScript and TypeScript files, for linting them with type information; `texts` holds those that are on no disk. */
export function typedProgram(paths: readonly string[], texts?: ReadonlyMap<string, string>): Program;

/** Lints one file with every rule of a plugin, with type information where a program is given. */
export function lintFile(plugin: ESLint.Plugin, path: string, options?: { readonly text?: string; readonly program?: Program }): Linted;
