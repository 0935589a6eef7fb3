import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";

import { onTestFinished } from "vitest";

import { readFolder } from "../../src/codegen/folder.js";

/** Files by path. */
export type Files = ReadonlyMap<string, string>;

/** So many files with the same text. */
export function filesOf(count: number, text: string): Files {
  return new Map(Array.from({ length: count }, (_, index) => [`part/${String(index).padStart(2, "0")}.ts`, text]));
}

/** A small page for each of so many services. */
export function pagesOf(count: number, detail: string): Files {
  const page = `## Error Codes\n\n### Service Error Codes\n\n| Error Code | Description |\n|---|---|\n| FailedOperation.${detail} | It failed. |\n`;
  return new Map(Array.from({ length: count }, (_, index) => [`documents/s${String(index).padStart(2, "0")}.en.md`, page]));
}

/** A folder for the time of one test. */
export function temporaryFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), "faults-"));
  onTestFinished(() => {
    rmSync(folder, { recursive: true, force: true });
  });
  return folder;
}

/** A catalog of the pages that come with the package, each with further codes of the detail: so two of them can be told apart. */
export function writeCatalog(folder: string, detail: string): string {
  const rows = Array.from({ length: 40 }, (_, index) => `| FailedOperation.${detail}${String(index)} | The operation failed. |`);
  for (const [name, text] of readFolder("catalog/documents")) {
    writeFiles(folder, new Map([[`documents/${name}`, `${text.trimEnd()}\n${rows.join("\n")}\n`]]));
  }
  return folder;
}

export function writeFiles(folder: string, files: Files): void {
  for (const [path, text] of files) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), text);
  }
}

/** Which of the states a folder is in; `mixed` where it is in none of them. */
export function stateOf<Name extends string>(folder: string, states: Readonly<Record<Name, Files>>): Name | "mixed" {
  const files = JSON.stringify([...readFolder(folder)]);
  const names = Object.keys(states) as Name[];
  return names.find((name) => JSON.stringify([...states[name]]) === files) ?? "mixed";
}
