import type { Linter as ESLintLinter, Rule } from "eslint";

/** What is linted, and how. */
export interface Input {
  readonly source: string;
  readonly language: "ts" | "js";
  readonly config: "recommended" | "strict";
  /** Severities and options by rule, as in an ESLint configuration, over those of the configuration. */
  readonly rules: Readonly<Record<string, ESLintLinter.RuleEntry>>;
  /** What stands under `settings.tencentcloud`. */
  readonly settings: Readonly<Record<string, unknown>>;
}

/** A change that a report suggests: the text between two offsets is replaced. */
export interface Suggestion {
  readonly says: string;
  readonly from: number;
  readonly to: number;
  readonly text: string;
}

/** One report of a rule, or a mistake in the syntax. Offsets are those of the source, lines and columns count from 1. */
export interface Report {
  /** Null for a mistake in the syntax. */
  readonly rule: string | null;
  readonly says: string;
  readonly line: number;
  readonly column: number;
  readonly from: number;
  readonly to: number;
  readonly suggestions: readonly Suggestion[];
}

/** What ESLint consists of: the command line's, or that of the playground's worker. */
export interface Tools {
  readonly linter: ESLintLinter;
  readonly plugin: { readonly rules: Record<string, Rule.RuleModule>; readonly configs: Readonly<Record<"recommended" | "strict", ESLintLinter.Config>> };
  readonly parser: ESLintLinter.Parser;
}

/**
 * Lints one file without type information.
 *
 * @returns the reports in the order of the file
 * @throws Error with ESLint's own message when options or settings cannot be used
 */
export function lint({ linter, plugin, parser }: Tools, { source, language, config, rules, settings }: Input): readonly Report[] {
  const configs: ESLintLinter.Config[] = [
    { files: ["**/*.ts"], languageOptions: { parser } },
    plugin.configs[config],
    { rules: { ...rules }, settings: { tencentcloud: settings } },
  ];
  const lineStarts = startsOf(source);
  const messages = linter.verify(source, configs, { filename: `example.${language}` });
  return messages.map(({ ruleId, message, line, column, endLine, endColumn, suggestions = [] }) => {
    const from = offsetOf(lineStarts, line, column, source.length);
    const to = endLine == null || endColumn == null ? from : offsetOf(lineStarts, endLine, endColumn, source.length);
    return {
      rule: ruleId,
      says: message,
      line,
      column,
      from,
      to: Math.max(to, from),
      suggestions: suggestions.map(({ desc, fix }) => ({ says: desc, from: fix.range[0], to: fix.range[1], text: fix.text })),
    };
  });
}

/** Where the lines begin, as ESLint counts them. */
function startsOf(source: string): readonly number[] {
  return [0, ...[...source.matchAll(/\r\n|[\r\n\u2028\u2029]/g)].map((found) => found.index + found[0].length)];
}

function offsetOf(lineStarts: readonly number[], line: number, column: number, end: number): number {
  return Math.min((lineStarts[line - 1] ?? end) + Math.max(column - 1, 0), end);
}
