import { lstatSync } from "node:fs";

import { lstatOf, pathInside, readTextInside } from "../../catalog/files.js";
import { InputError } from "../../catalog/input-error.js";
import { quoted } from "../../catalog/printable.js";
import { CHANGE, CHANGE_LIST, COPIES, isCatalogPath, MARK, WORK } from "../layout.js";

/** A change of a catalog's files that is not made whole: until it is, the files from before it are the catalog. */
export interface OpenChange {
  /** Files that were there before the change and may be changed: where the old text is, by path. */
  readonly copies: ReadonlyMap<string, string>;
  /** Files that were not there before. */
  readonly added: ReadonlySet<string>;
}

/**
 * What tells an empty folder from every copy of it: no checkout, no archive and no copying gives a folder both the number
 * that the file system gave this one, and the time at which it was made.
 */
export function identityOf(folder: string): string {
  const { ino, mtimeNs } = lstatSync(folder, { bigint: true });
  return `${String(ino)}-${String(mtimeNs)}`;
}

/**
 * Reads what an import that has begun to change files has noted, of one that runs or of one that was killed.
 *
 * @returns undefined when there is no such import
 * @throws InputError when the notes name anything that no import writes, hold links, or came here from elsewhere: those who
 *   read the files beside them would not see what counts
 */
export function readOpenChange(directory: string): OpenChange | undefined {
  if (pathInside(directory, CHANGE) === undefined) return undefined;
  const text = readTextInside(directory, CHANGE_LIST);
  // The list is written before the folder gets its name: without it the folder is just going away.
  if (text === undefined) return undefined;
  const { begunIn, changed, added } = parseList(text, directory);
  const mark = pathInside(directory, MARK);
  if (mark === undefined || identityOf(mark) !== begunIn) throw broughtHere(directory);
  const copies = changed.flatMap((path): [string, string][] => {
    const copy = pathInside(directory, `${COPIES}/${path}`);
    // A copy that is gone stands in its place again.
    return copy === undefined ? [] : [[path, copy]];
  });
  return { copies: new Map(copies), added: new Set(added) };
}

function broughtHere(directory: string): InputError {
  const message = `This unfinished import was not begun here, but came with a checkout or a copy. Remove the folder ${directory}/${WORK}; ${COPIES} has the files that it found.`;
  return new InputError(message, { file: `${directory}/${CHANGE_LIST}` });
}

interface List {
  /** The identity of the mark. */
  readonly begunIn: string;
  readonly changed: readonly string[];
  readonly added: readonly string[];
}

function parseList(text: string, directory: string): List {
  const list = asLists(text);
  const foreign = list === undefined ? undefined : [...list.changed, ...list.added].find((path) => !isCatalogPath(path));
  if (list !== undefined && foreign === undefined) return list;
  const why = foreign === undefined ? "is not as an import writes it" : `names ${quoted(foreign)}, which no import writes`;
  throw new InputError(`The list of an unfinished import ${why}; remove the folder ${directory}/${WORK}.`, { file: `${directory}/${CHANGE_LIST}` });
}

function asLists(text: string): List | undefined {
  try {
    const { begunIn, changed, added } = JSON.parse(text) as { readonly [Member in keyof List]?: unknown };
    return isPaths(changed) && isPaths(added) ? { begunIn: String(begunIn), changed, added } : undefined;
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
