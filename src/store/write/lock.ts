import { mkdirSync, readdirSync, renameSync, rmdirSync, rmSync, writeFileSync } from "node:fs";
import { basename, dirname, join } from "node:path";

import { lstatOf, oddFile, reasonOf, slashed } from "../../catalog/files.js";
import { InputError } from "../../catalog/input-error.js";
import { fateOf, nameOfThisProcess } from "../../catalog/process-name.js";
import { CHANGE, WORK } from "../layout.js";
import { undoOpenChange } from "./change.js";

/** The one file of the work folder that is there always: its name says which process holds the catalog. */
const HELD_BY = "held-by-";
/** What a user calls that file where no process can be asked. */
const NOBODY = `${HELD_BY}nobody`;
/** How often the folder is asked for that others take and leave in the very same moments. */
const TRIES = 50;

/**
 * Runs an action while no other process can change the catalog, from what it reads first to what it writes last. What an
 * import that was killed has begun is undone before. The directory is created if it is not there, and removed again if
 * it is empty afterwards.
 *
 * @throws InputError while another process holds the catalog, and when the directory cannot be written
 */
export function withCatalogLocked<Result>(directory: string, action: () => Result): Result {
  const own = `${WORK}-${nameOfThisProcess()}`;
  const created: string[] = [];
  try {
    orNotWritable(directory, () => {
      enter(directory, own, created);
    });
    try {
      orNotWritable(directory, () => {
        undoOpenChange(directory);
        sweep(directory);
      });
      return action();
    } finally {
      release(directory, own);
    }
  } finally {
    for (const folder of created.reverse()) removeEmpty(folder);
  }
}

/** Creates the directory and takes its work folder. An import that wrote nothing can remove the directory in this moment. */
function enter(directory: string, own: string, created: string[]): void {
  for (let attempt = 1; ; attempt += 1) {
    createFolders(directory, created);
    try {
      acquire(directory, own);
      return;
    } catch (error) {
      if (attempt === TRIES || !isCode(error, "ENOENT")) throw error;
    }
  }
}

/** Takes the work folder: a folder with one's name in it gets its name, which it can get only where there is none. */
function acquire(directory: string, own: string): void {
  const [mine, work] = [join(directory, own), join(directory, WORK)];
  rmSync(mine, { recursive: true, force: true });
  mkdirSync(mine);
  try {
    writeFileSync(join(mine, HELD_BY + nameOfThisProcess()), "", { flag: "wx" });
    for (let attempt = 1; ; attempt += 1) {
      requireFolder(work);
      try {
        renameSync(mine, work);
        return;
      } catch (error) {
        // The latter two are what Windows answers where the name is taken.
        if (attempt === TRIES || !isCode(error, "ENOTEMPTY", "EEXIST", "EPERM", "EACCES")) throw error;
      }
      if (takeOver(work)) break;
    }
  } finally {
    rmSync(mine, { recursive: true, force: true });
  }
}

/**
 * Takes the place of a process that is gone. Renaming its file succeeds for one of many only, and only as long as the name is
 * that of the process that was found to be gone.
 *
 * @returns false when the folder was left, or taken by another process, in this moment
 * @throws InputError when its process runs, or cannot be told
 */
function takeOver(work: string): boolean {
  const holders = namesIn(work)?.filter((name) => name.startsWith(HELD_BY));
  if (holders === undefined) return false;
  const [holder] = holders;
  const fate = holder === undefined || holders.length > 1 ? "unknown" : holder === NOBODY ? "gone" : fateOf(holder.slice(HELD_BY.length));
  if (holder === undefined || fate !== "gone") throw refusal(work, fate);
  try {
    renameSync(join(work, holder), join(work, HELD_BY + nameOfThisProcess()));
    return true;
  } catch (error) {
    if (isCode(error, "ENOENT")) return false;
    throw error;
  }
}

function refusal(work: string, fate: "alive" | "gone" | "unknown"): InputError {
  const file = slashed(work);
  // With the folder, the copies of the files that it has changed would go.
  const isOpen = lstatOf(join(work, basename(CHANGE))) !== undefined;
  const remedy = isOpen ? `rename the file ${HELD_BY}… in it to ${NOBODY}, and the next import puts back what that one has changed.` : "remove this folder.";
  if (fate === "alive") return new InputError(`Another import is changing the catalog; try again when it has ended. If none is running, ${remedy}`, { file });
  return new InputError(`It cannot be told whether the import that uses this folder is still running; if none is, ${remedy}`, { file });
}

function release(directory: string, own: string): void {
  // Copies of files that could not be put back are the only ones: the next import tries again.
  if (lstatOf(join(directory, CHANGE)) !== undefined) return;
  try {
    // In one step, so that nobody finds half of it.
    renameSync(join(directory, WORK), join(directory, own));
    rmSync(join(directory, own), { recursive: true, force: true });
  } catch {
    // The next import finds that this process is gone.
  }
}

/** Removes what killed processes had not removed. */
function sweep(directory: string): void {
  for (const name of namesIn(directory) ?? []) {
    if (name.startsWith(`${WORK}-`) && fateOf(name.slice(WORK.length + 1)) === "gone") rmSync(join(directory, name), { recursive: true, force: true });
  }
}

/** One by one: where a disk cannot be written, creating several at once answers that there is no such folder. */
function createFolders(directory: string, created: string[]): void {
  const parent = dirname(directory);
  if (parent !== directory && lstatOf(parent) === undefined) createFolders(parent, created);
  try {
    mkdirSync(directory);
    created.push(directory);
  } catch (error) {
    if (!isCode(error, "EEXIST")) throw error;
  }
}

function removeEmpty(folder: string): void {
  try {
    rmdirSync(folder);
  } catch {
    // It is in use now.
  }
}

function requireFolder(path: string): void {
  const found = lstatOf(path);
  if (found === undefined || found.isDirectory()) return;
  if (found.isFile()) throw new InputError("An import needs a folder of this name; remove the file.", { file: slashed(path) });
  throw oddFile(found, path);
}

function namesIn(folder: string): readonly string[] | undefined {
  try {
    return readdirSync(folder);
  } catch (error) {
    if (isCode(error, "ENOENT")) return undefined;
    throw error;
  }
}

function orNotWritable(directory: string, action: () => void): void {
  try {
    action();
  } catch (error) {
    throw error instanceof InputError ? error : new InputError(`The catalog cannot be written: ${reasonOf(error)}.`, { file: directory });
  }
}

function isCode(error: unknown, ...codes: readonly string[]): boolean {
  return error instanceof Error && "code" in error && codes.includes(String(error.code));
}
