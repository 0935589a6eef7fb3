import type { ESLint, Linter } from "eslint";

export interface Linted {
  readonly messages: readonly Linter.LintMessage[];
  /** In milliseconds. */
  readonly took: number;
  readonly thrown?: unknown;
  readonly skipped?: boolean;
}

/** The source files below a folder. */
export function sourceFiles(folder: string): Generator<string>;

/** Lints one file with every rule of a plugin. */
export function lintFile(plugin: ESLint.Plugin, path: string, text?: string): Linted;
