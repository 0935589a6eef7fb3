import { join } from "node:path";

import { requireKnownMembers } from "../../catalog/facts-members.js";
import { parseFacts } from "../../catalog/facts-read.js";
import { stringifyFacts } from "../../catalog/facts-write.js";
import { readText, readTextInside, requireSize, slashed } from "../../catalog/files.js";
import type { CatalogState } from "../read/state.js";
import { changeFiles } from "./change.js";

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
 * The catalog must be locked, since before `before` was read.
 *
 * @returns how many files were written or removed
 * @throws InputError when the directory cannot be written, for facts that could not be read again, and for those of which
 *   something would be lost
 */
export function writeTexts(directory: string, before: CatalogTexts, after: CatalogTexts): number {
  const changed = [...after].filter(([path, text]) => !sameOnDisk(join(directory, path), text));
  for (const [path, text] of changed) {
    requireReadable(text, slashed(join(directory, path)), path);
    requireKept(directory, path);
  }
  const gone = [...before.keys()].filter((path) => !after.has(path));
  if (changed.length + gone.length > 0) changeFiles(directory, changed, gone);
  return changed.length + gone.length;
}

/** A catalog with a file that cannot be read is of no use to anybody, whatever a source says. */
function requireReadable(text: string, file: string, path: string): void {
  requireSize(Buffer.byteLength(text), file);
  if (path.startsWith("services/")) parseFacts(text, file);
}

/** Facts are written anew as a whole. */
function requireKept(directory: string, path: string): void {
  const old = path.startsWith("services/") ? readTextInside(directory, path) : undefined;
  if (old !== undefined) requireKnownMembers(old, slashed(join(directory, path)));
}

function sameOnDisk(path: string, text: string): boolean {
  try {
    return readText(path) === text;
  } catch {
    return false;
  }
}
