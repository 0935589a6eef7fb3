import { existsSync, linkSync, lstatSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { basename, dirname, join } from "node:path";

import { oddFile, readBytes, reasonOf, slashed } from "../catalog/files.js";
import { InputError } from "../catalog/input-error.js";
import { compare } from "../catalog/order.js";
import { keepPermissions, writeLike } from "../catalog/permissions.js";
import { fateOf, nameOfThisProcess } from "../catalog/process-name.js";

/** Files of a folder and its subfolders, text by path with forward slashes; empty when there is no such folder. */
export function readFolder(folder: string): ReadonlyMap<string, string> {
  if (!existsSync(folder)) return new Map();
  const files = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
  const paths = files.map((entry) => join(entry.parentPath, entry.name)).sort();
  return new Map(paths.map((path) => [slashed(path.slice(folder.length + 1)), readFileSync(path, "utf8")]));
}

/**
 * As `readFolder`, for a folder that `replaceFolder` can replace without a loss: a folder, no link to one, that holds nothing
 * but files and folders with files in them. It is left at the first entry that is refused: a folder named by mistake can be large.
 *
 * @param requireOurs throws for a file of somebody else
 * @throws InputError naming what is in the way
 */
export function readPlainFolder(folder: string, requireOurs: (path: string, text: string) => void): ReadonlyMap<string, string> {
  const files = new Map<string, string>();
  const found = lstatSync(folder, { throwIfNoEntry: false });
  if (found === undefined) return files;
  if (found.isSymbolicLink()) throw new InputError("The output folder is a symbolic link; name the folder that it leads to.", { file: folder });
  if (!found.isDirectory()) throw new InputError("The output folder is no folder.", { file: folder });
  const walk = (inner: string): void => {
    const entries = readdirSync(join(folder, inner), { withFileTypes: true });
    if (inner !== "" && entries.length === 0) throw new InputError("The output folder holds an empty folder, which generate has not written; remove it.", { file: slashed(join(folder, inner.slice(0, -1))) });
    for (const entry of entries.sort((a, b) => compare(a.name, b.name))) {
      const path = `${inner}${entry.name}`;
      if (entry.isDirectory()) walk(`${path}/`);
      else if (entry.isFile()) {
        const text = readBytes(slashed(join(folder, path))).toString("utf8");
        requireOurs(path, text);
        files.set(path, text);
      } else throw oddFile(entry, join(folder, path));
    }
  };
  walk("");
  return files;
}

/**
 * Replaces a folder by the files given: they are written to a folder beside it, which then takes its name. Whoever
 * looks at the folder sees the old files or the new ones, never some of both.
 *
 * @throws InputError when the folder cannot be written
 */
export function replaceFolder(folder: string, files: ReadonlyMap<string, string>): void {
  const fresh = beside(folder, "new");
  try {
    mkdirSync(dirname(folder), { recursive: true });
    sweep(folder);
    // By itself: for a folder above, a disk that cannot be written would answer that there is no such folder.
    mkdirSync(fresh);
    for (const [path, text] of files) {
      mkdirSync(dirname(join(fresh, path)), { recursive: true });
      writeLike(join(folder, path), join(fresh, path), text);
    }
    // At the end: they may forbid to write into it.
    keepPermissions(folder, fresh);
    swap(folder, fresh);
  } catch (error) {
    discard(fresh);
    throw notWritable(error, folder);
  }
}

/** Clears what killed runs have left beside a folder that needs no replacing, as far as that can be removed. */
export function clearBeside(folder: string): void {
  try {
    sweep(folder);
  } catch {
    // It is in nobody's way.
  }
}

/** Replaces one file, whole or not at all. Throws InputError when it cannot be written. */
export function writeFile(path: string, text: string): void {
  const fresh = beside(path, "new");
  try {
    sweep(path);
    // A file of the new name is none of ours: it could be a link to anywhere.
    writeLike(path, fresh, text);
    renameSync(fresh, path);
  } catch (error) {
    discard(fresh);
    throw notWritable(error, path);
  }
}

/** Writes a file where there is none, whole or not at all. Throws InputError when it cannot be written, or is there. */
export function writeNewFile(path: string, text: string): void {
  const fresh = beside(path, "new");
  try {
    mkdirSync(dirname(path), { recursive: true });
    sweep(path);
    writeFileSync(fresh, text, { flag: "wx" });
    putWhereNoneIs(fresh, path);
  } catch (error) {
    throw notWritable(error, path);
  } finally {
    discard(fresh);
  }
}

/** A file gets a second name only where none has it; not all file systems have such names. */
function putWhereNoneIs(fresh: string, path: string): void {
  try {
    linkSync(fresh, path);
  } catch (error) {
    if (lstatSync(path, { throwIfNoEntry: false }) !== undefined) throw error;
    renameSync(fresh, path);
  }
}

/** Removes what may not even be there, and may not be removable: the error before it is the one to report. */
function discard(path: string): void {
  try {
    rmSync(path, { recursive: true, force: true });
  } catch {
    // The next run sweeps.
  }
}

function notWritable(error: unknown, path: string): InputError {
  return new InputError(`It cannot be written: ${reasonOf(error)}.`, { file: path });
}

/** Gives the name of `folder` to `fresh`. Another run may do the same at the same time: then the later one wins. */
function swap(folder: string, fresh: string): void {
  const old = beside(folder, "old");
  for (let attempt = 1; ; attempt += 1) {
    if (existsSync(folder)) moveAway(folder, old);
    try {
      renameSync(fresh, folder);
      break;
    } catch (error) {
      if (attempt === 20 || !isOccupied(error)) {
        if (existsSync(old) && !existsSync(folder)) renameSync(old, folder);
        throw error;
      }
    }
  }
  // The new files are in their place, whatever becomes of the old ones.
  discard(old);
}

function moveAway(folder: string, old: string): void {
  rmSync(old, { recursive: true, force: true });
  try {
    renameSync(folder, old);
  } catch (error) {
    // Another run has moved it away in this very moment.
    if (!hasCode(error, "ENOENT")) throw error;
  }
}

/** Where this process keeps the new or the old of a folder or a file for a moment: under a name that nobody else gives. */
function beside(path: string, which: "new" | "old"): string {
  return `${path}.${which}-${nameOfThisProcess()}`;
}

/** Clears what a run that was killed has left, and brings the old folder back if it had just been moved away. */
function sweep(path: string): void {
  const prefix = `${basename(path)}.`;
  const left = readdirSync(dirname(path)).filter((name) => name.startsWith(prefix) && isLeftOver(name.slice(prefix.length)));
  for (const name of left) {
    const leftOver = join(dirname(path), name);
    if (name.startsWith(`${prefix}old-`) && !existsSync(path)) renameSync(leftOver, path);
    else rmSync(leftOver, { recursive: true, force: true });
  }
}

/** Whether a suffix is one of ours, of this process or of one that is gone. */
function isLeftOver(suffix: string): boolean {
  const process = /^(?:new|old)-(.+)$/.exec(suffix)?.[1];
  return process !== undefined && (process === nameOfThisProcess() || fateOf(process) === "gone");
}

function isOccupied(error: unknown): boolean {
  return hasCode(error, "ENOTEMPTY") || hasCode(error, "EEXIST");
}

function hasCode(error: unknown, code: string): boolean {
  return error instanceof Error && "code" in error && error.code === code;
}
