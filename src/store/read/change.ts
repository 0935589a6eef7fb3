import { lstatOf, pathInside, readTextInside } from "../../catalog/files.js";
import { InputError } from "../../catalog/input-error.js";
import { quoted } from "../../catalog/printable.js";
import { CHANGE, CHANGE_LIST, COPIES, isCatalogPath, WORK } from "../layout.js";

/** A change of a catalog's files that is not made whole: until it is, the files from before it are the catalog. */
export interface OpenChange {
  /** Files that were there before the change and may be changed: where the old text is, by path. */
  readonly copies: ReadonlyMap<string, string>;
  /** Files that were not there before. */
  readonly added: ReadonlySet<string>;
}

/**
 * Reads what an import that has begun to change files has noted, of one that runs or of one that was killed.
 *
 * @returns undefined when there is no such import
 * @throws InputError when the notes name anything that no import writes, or hold links
 */
export function readOpenChange(directory: string): OpenChange | undefined {
  if (pathInside(directory, CHANGE) === undefined) return undefined;
  const text = readTextInside(directory, CHANGE_LIST);
  // The list is written before the folder gets its name: without it the folder is just going away.
  if (text === undefined) return undefined;
  const { changed, added } = parseList(text, directory);
  const copies = changed.flatMap((path): [string, string][] => {
    const copy = pathInside(directory, `${COPIES}/${path}`);
    // A copy that is gone stands in its place again.
    return copy === undefined ? [] : [[path, copy]];
  });
  return { copies: new Map(copies), added: new Set(added) };
}

function parseList(text: string, directory: string): { readonly changed: readonly string[]; readonly added: readonly string[] } {
  const list = asLists(text);
  const foreign = list === undefined ? undefined : [...list.changed, ...list.added].find((path) => !isCatalogPath(path));
  if (list !== undefined && foreign === undefined) return list;
  const why = foreign === undefined ? "is not as an import writes it" : `names ${quoted(foreign)}, which no import writes`;
  throw new InputError(`The list of an unfinished import ${why}; remove the folder ${directory}/${WORK}.`, { file: `${directory}/${CHANGE_LIST}` });
}

function asLists(text: string): { readonly changed: readonly string[]; readonly added: readonly string[] } | undefined {
  try {
    const { changed, added } = JSON.parse(text) as { readonly changed?: unknown; readonly added?: unknown };
    return isPaths(changed) && isPaths(added) ? { changed, added } : undefined;
  } catch {
    return undefined;
  }
}

function isPaths(value: unknown): value is readonly string[] {
  return Array.isArray(value) && value.every((path) => typeof path === "string");
}

/** What changes whenever files of a catalog are put in their places. */
export function tracesOf(directory: string): string {
  const folders = ["documents", "services", CHANGE].map((folder) => lstatOf(`${directory}/${folder}`));
  return folders.map((found) => (found === undefined ? "-" : `${String(found.ino)}:${String(found.mtimeMs)}:${String(found.ctimeMs)}`)).join(" ");
}
