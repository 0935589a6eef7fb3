import { readFileSync } from "node:fs";
import { join } from "node:path";

import { stringifyFacts } from "../../catalog/facts-write.js";
import { reasonOf } from "../../catalog/files.js";
import { InputError } from "../../catalog/input-error.js";
import { changeCatalog } from "./change.js";
import type { CatalogState } from "../read/state.js";

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
 * Writes the files that changed and removes those that are gone: all of them or none, whatever happens on the way.
 *
 * @returns how many files were written or removed
 * @throws InputError when the directory cannot be written
 */
export function writeTexts(directory: string, before: CatalogTexts, after: CatalogTexts): number {
  const changed = [...after].filter(([path, text]) => !sameOnDisk(join(directory, path), text));
  const gone = [...before.keys()].filter((path) => !after.has(path));
  if (changed.length + gone.length === 0) return 0;
  try {
    changeCatalog(directory, changed, gone);
  } catch (error) {
    throw error instanceof InputError ? error : new InputError(`The catalog cannot be written: ${reasonOf(error)}.`, { file: directory });
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
