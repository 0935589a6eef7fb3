import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";

import { InputError } from "../../catalog/input-error.js";

/**
 * A change of a catalog's files that is made whole or not at all. It is prepared in a folder of its own; giving that folder
 * the name `.import` decides that the change is made, and the files are moved to their places after that. Whoever
 * finds the folder of a process that is gone moves the rest.
 */
const decided = ".import";

/** What a prepared change holds: the process that makes it, the paths to remove, and the new files by path. */
const owner = "owner";
const removals = "gone.json";
const additions = "files";

/**
 * Replaces files of a catalog.
 *
 * @param changed new texts by path
 * @param gone paths to remove
 * @throws InputError while another process changes the catalog
 */
export function changeCatalog(directory: string, changed: readonly (readonly [string, string])[], gone: readonly string[]): void {
  createFolder(directory);
  sweep(directory);
  const fresh = join(directory, `${decided}-new-${String(process.pid)}`);
  try {
    for (const [path, text] of changed) {
      mkdirSync(dirname(join(fresh, additions, path)), { recursive: true });
      writeFileSync(join(fresh, additions, path), text);
    }
    mkdirSync(fresh, { recursive: true });
    writeFileSync(join(fresh, removals), JSON.stringify(gone));
    writeFileSync(join(fresh, owner), String(process.pid));
    finishChange(directory);
    renameSync(fresh, join(directory, decided));
  } catch (error) {
    rmSync(fresh, { recursive: true, force: true });
    throw isCode(error, "ENOTEMPTY", "EEXIST") ? busy(directory) : error;
  }
  carryOut(directory);
}

function createFolder(directory: string): void {
  mkdirSync(dirname(directory), { recursive: true });
  try {
    // By itself: for folders above it, a disk that cannot be written would answer that there is no such folder.
    mkdirSync(directory);
  } catch (error) {
    if (!isCode(error, "EEXIST")) throw error;
  }
}

/**
 * Completes the change of a process that was killed, so that nobody reads half of it.
 *
 * @throws InputError while another process changes the catalog
 */
export function finishChange(directory: string): void {
  const folder = join(directory, decided);
  if (!existsSync(folder)) return;
  if (isAlive(Number(textOf(join(folder, owner)) ?? "0"))) throw busy(directory);
  carryOut(directory);
}

function carryOut(directory: string): void {
  const folder = join(directory, decided);
  const files = join(folder, additions);
  for (const path of filesIn(files)) {
    mkdirSync(dirname(join(directory, path)), { recursive: true });
    renameSync(join(files, path), join(directory, path));
  }
  for (const path of JSON.parse(textOf(join(folder, removals)) ?? "[]") as readonly string[]) rmSync(join(directory, path), { force: true });
  const done = join(directory, `${decided}-old-${String(process.pid)}`);
  renameSync(folder, done);
  rmSync(done, { recursive: true, force: true });
}

function filesIn(folder: string): readonly string[] {
  if (!existsSync(folder)) return [];
  const files = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
  return files.map((entry) => join(entry.parentPath, entry.name).slice(folder.length + 1));
}

/** Removes what killed processes had prepared, or had not removed. */
function sweep(directory: string): void {
  for (const name of readdirSync(directory)) {
    const pid = /^\.import-(?:new|old)-(\d+)$/.exec(name)?.[1];
    if (pid !== undefined && !isAlive(Number(pid))) rmSync(join(directory, name), { recursive: true, force: true });
  }
}

function isAlive(pid: number): boolean {
  if (pid === 0 || pid === process.pid) return false;
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return !isCode(error, "ESRCH");
  }
}

function busy(directory: string): InputError {
  return new InputError("Another import is changing the catalog; try again when it has ended.", { file: directory });
}

function textOf(path: string): string | undefined {
  try {
    return readFileSync(path, "utf8");
  } catch {
    return undefined;
  }
}

function isCode(error: unknown, ...codes: readonly string[]): boolean {
  return error instanceof Error && "code" in error && codes.includes(String(error.code));
}
