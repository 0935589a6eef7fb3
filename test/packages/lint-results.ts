import type { Linter } from "eslint";

/** One file's part of what `eslint --format json` prints. */
export interface FileResult {
  readonly filePath: string;
  readonly messages: readonly Linter.LintMessage[];
}

/** The files of an `eslint --format json` run. */
export function parseResults(output: string): readonly FileResult[] {
  return JSON.parse(output) as FileResult[];
}

/** The rules that reported on the first file, in order of place. */
export function reportedRules(output: string): (string | null)[] {
  return parseResults(output)[0]?.messages.map((message) => message.ruleId) ?? [];
}
