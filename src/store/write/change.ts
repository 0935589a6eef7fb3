import { mkdirSync, renameSync, rmdirSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";

import { lstatOf, oddFile, pathInside, readBytes, reasonOf } from "../../catalog/files.js";
import { InputError } from "../../catalog/input-error.js";
import { writeLike } from "../../catalog/permissions.js";
import { CHANGE, CHANGE_LIST, COPIES, isCatalogPath, MARK, WORK } from "../layout.js";
import { identityOf, readOpenChange } from "../read/change.js";

/** Where a change is prepared, before it is open. */
const FRESH = `${WORK}/fresh`;
/** The new texts of an open change that are not in their places yet. */
const TEXTS = `${CHANGE}/after`;

/**
 * Replaces files of a catalog, all or none. Copies of the old files are made first; as long as the folder with the copies has
 * its name, they are the catalog. So a change that fails, or whose process is killed, has not happened.
 *
 * The catalog must be locked.
 *
 * @param changed new texts by path
 * @param gone paths to remove
 * @throws InputError when a file cannot be written; then all files are as they were
 */
export function changeFiles(directory: string, changed: readonly (readonly [string, string])[], gone: readonly string[]): void {
  const at = (path: string): string => join(directory, path);
  try {
    prepare(directory, changed, gone);
    renameSync(at(FRESH), at(CHANGE));
    for (const [path] of changed) {
      mkdirSync(dirname(at(path)), { recursive: true });
      renameSync(at(`${TEXTS}/${path}`), at(path));
    }
    for (const path of gone) rmSync(at(path), { force: true });
    close(directory);
  } catch (error) {
    undoOpenChange(directory);
    throw error instanceof InputError ? error : new InputError(`The catalog cannot be written: ${reasonOf(error)}.`, { file: directory });
  }
}

/** On the disk before any file gets its name: where the power fails, a name leads to the whole old file or the whole new one. */
const FLUSHED = { flag: "wx", flush: true } as const;

/** Writes all that the change needs, so that a full disk is noticed before anything is changed. */
function prepare(directory: string, changed: readonly (readonly [string, string])[], gone: readonly string[]): void {
  const fresh = (path: string): string => {
    const target = join(directory, path.replace(CHANGE, FRESH));
    mkdirSync(dirname(target), { recursive: true });
    return target;
  };
  const paths = [...changed.map(([path]) => path), ...gone];
  const present = paths.filter((path) => isPresent(directory, path));
  for (const [path, text] of changed) writeLike(join(directory, path), fresh(`${TEXTS}/${path}`), text, FLUSHED);
  for (const path of present) writeLike(join(directory, path), fresh(`${COPIES}/${path}`), readBytes(join(directory, path)), FLUSHED);
  const added = paths.filter((path) => !present.includes(path));
  const mark = fresh(MARK);
  mkdirSync(mark);
  writeFileSync(fresh(CHANGE_LIST), JSON.stringify({ begunIn: identityOf(mark), changed: present, added }), FLUSHED);
}

/** Whether a file of a catalog is there. Throws InputError for what is no file of a catalog, for links and for folders. */
function isPresent(directory: string, path: string): boolean {
  if (!isCatalogPath(path)) throw new InputError("No import writes such a file.", { file: join(directory, path) });
  const file = pathInside(directory, path);
  const found = file === undefined ? undefined : lstatOf(file);
  if (file !== undefined && found?.isFile() === false) throw oddFile(found, file);
  return found !== undefined;
}

/**
 * Puts the files back that an import had begun to change and did not finish. The catalog must be locked.
 *
 * @throws InputError when a file cannot be put back; its copy stays the catalog's
 */
export function undoOpenChange(directory: string): void {
  rmSync(join(directory, FRESH), { recursive: true, force: true });
  const change = readOpenChange(directory);
  if (change === undefined) return;
  try {
    for (const path of change.added) if (isPresent(directory, path)) rmSync(join(directory, path));
    for (const [path, copy] of change.copies) {
      const old = readBytes(copy);
      // What was never changed may stand where nothing can be written.
      if (isPresent(directory, path) && old.equals(readBytes(join(directory, path)))) continue;
      mkdirSync(dirname(join(directory, path)), { recursive: true });
      renameSync(copy, join(directory, path));
    }
    close(directory);
  } catch (error) {
    const message = `What an import has changed cannot be undone: ${reasonOf(error)}. The next import tries again; until then the old files are read.`;
    throw error instanceof InputError ? error : new InputError(message, { file: join(directory, CHANGE) });
  }
  for (const folder of ["documents", "services"]) removeEmpty(join(directory, folder));
}

/** Ends the change: from this step on, the files in their places are the catalog. */
function close(directory: string): void {
  const done = join(directory, `${WORK}/done`);
  rmSync(done, { recursive: true, force: true });
  renameSync(join(directory, CHANGE), done);
}

function removeEmpty(folder: string): void {
  try {
    rmdirSync(folder);
  } catch {
    // It is not there, or in use.
  }
}
