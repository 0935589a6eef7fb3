import * as parser from "@typescript-eslint/parser";
import { Linter } from "eslint";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import plugin from "../../rules/index.js";

/** The cases of a file, by name, of which a rule reports something. */
export function reportedCases(file: string, rule: string, rename: (text: string) => string = (text) => text): readonly string[] {
  const text = rename(readFileSync(join(import.meta.dirname, "fixtures", file), "utf8"));
  const messages = new Linter().verify(text, {
    files: ["**/*.ts"],
    languageOptions: { parser },
    plugins: { tencentcloud: plugin },
    rules: { [`tencentcloud/${rule}`]: "error" },
  }, join(import.meta.dirname, "fixtures", file));
  const lines = text.split("\n");
  return [...new Set(messages.map(({ line, message }) => nameBefore(lines, line) ?? message))];
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
