import * as parser from "@typescript-eslint/parser";
import { Linter } from "eslint";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import plugin from "../../rules/index.js";

/** The cases of a file, by name, of which a rule reports something. */
export function reportedCases(file: string, rule: string, rename: (text: string) => string = (text) => text): readonly string[] {
  const text = rename(textOf(file));
  const messages = messagesOn(file, text, rule);
  const lines = text.split("\n");
  return [...new Set(messages.map(({ line, message }) => nameBefore(lines, line) ?? message))];
}

/** A case of a file as the first suggestion of a rule leaves it, from its name on, and a case as it is written. */
export function suggestedCase(file: string, rule: string, name: string): string | undefined {
  const text = textOf(file);
  const fix = messagesOn(file, text, rule)[0]?.suggestions?.[0]?.fix;
  return fix === undefined ? undefined : caseOf(text.slice(0, fix.range[0]) + fix.text + text.slice(fix.range[1]), name);
}

export function writtenCase(file: string, name: string): string | undefined {
  return caseOf(textOf(file), name);
}

function caseOf(text: string, name: string): string | undefined {
  return text.split("\n\n").find((paragraph) => paragraph.includes(`export const ${name} =`))?.split(`export const ${name} =`)[1]?.trim();
}

function textOf(file: string): string {
  return readFileSync(join(import.meta.dirname, "fixtures", file), "utf8");
}

function messagesOn(file: string, text: string, rule: string): Linter.LintMessage[] {
  const config: Linter.Config = { files: ["**/*.ts"], languageOptions: { parser }, plugins: { tencentcloud: plugin }, rules: { [`tencentcloud/${rule}`]: "error" } };
  return new Linter().verify(text, config, join(import.meta.dirname, "fixtures", file));
}

/** The name of the export that a line belongs to, or that follows where a line stands before it in its paragraph. */
function nameBefore(lines: readonly string[], line: number): string | undefined {
  const name = (text: string | undefined): string | undefined => /^export const (\w+)/.exec(text ?? "")?.[1];
  for (let index = line; index <= lines.length && lines[index - 1] !== ""; index += 1) {
    const after = name(lines[index - 1]);
    if (after !== undefined) return after;
  }
  for (let index = line; index > 0; index -= 1) {
    const before = name(lines[index - 1]);
    if (before !== undefined) return before;
  }
  return undefined;
}
