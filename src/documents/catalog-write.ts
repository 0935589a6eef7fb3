import { mkdirSync, mkdtempSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";

import { stringifyFacts } from "../catalog/facts-write.js";
import { reasonOf } from "../catalog/files.js";
import { InputError } from "../catalog/input-error.js";
import type { CatalogState } from "./catalog-state.js";

/** A catalog's files, text by path within the catalog's directory. */
export type CatalogTexts = ReadonlyMap<string, string>;

/** The files of a state. */
export function textsOf(state: CatalogState): CatalogTexts {
  const texts = new Map<string, string>();
  for (const [name, page] of state.pages) texts.set(`documents/${name}`, page.text);
  for (const [service, facts] of state.facts) texts.set(`services/${service}.json`, stringifyFacts(facts));
  return texts;
}

/**
 * Writes the files that changed and removes those that are gone. Everything is first written to a
 * temporary folder inside the catalog, then renamed, so that no file is ever half-written.
 *
 * @returns how many files were written or removed
 * @throws InputError when the directory cannot be written
 */
export function writeTexts(directory: string, before: CatalogTexts, after: CatalogTexts): number {
  const changed = [...after].filter(([path, text]) => !sameOnDisk(join(directory, path), text));
  const gone = [...before.keys()].filter((path) => !after.has(path));
  let staging: string | undefined;
  try {
    mkdirSync(directory, { recursive: true });
    staging = mkdtempSync(join(directory, ".import-"));
    for (const [path, text] of changed) {
      for (const root of [staging, directory]) mkdirSync(dirname(join(root, path)), { recursive: true });
      writeFileSync(join(staging, path), text);
    }
    for (const [path] of changed) renameSync(join(staging, path), join(directory, path));
    for (const path of gone) rmSync(join(directory, path), { force: true });
  } catch (error) {
    throw new InputError(`The catalog cannot be written: ${reasonOf(error)}.`, { file: directory });
  } finally {
    if (staging !== undefined) rmSync(staging, { recursive: true, force: true });
  }
  return changed.length + gone.length;
}

function sameOnDisk(path: string, text: string): boolean {
  try {
    return readFileSync(path, "utf8") === text;
  } catch {
    return false;
  }
}
