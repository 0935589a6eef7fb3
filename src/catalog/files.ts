import { closeSync, constants, fstatSync, lstatSync, openSync, readFileSync, statSync, type Stats } from "node:fs";
import { join, sep } from "node:path";

import { decode } from "./encoding.js";
import { InputError } from "./input-error.js";

/** Larger files are no sources and no catalogs. */
export const LARGEST = 64 * 1024 * 1024;

/** A file's text. Throws InputError when it cannot be read, is no regular file, or is not in UTF-8. */
export function readText(file: string): string {
  return decode(readBytes(file), file);
}

/** A file's bytes. Throws InputError when it cannot be read or is no regular file. */
export function readBytes(file: string): Buffer {
  try {
    requireRegular(statSync(file), file);
    // The file can be another one by now: a pipe must not be waited for.
    const descriptor = openSync(file, constants.O_RDONLY | ((constants.O_NONBLOCK as number | undefined) ?? 0));
    try {
      requireRegular(fstatSync(descriptor), file);
      return readFileSync(descriptor);
    } finally {
      closeSync(descriptor);
    }
  } catch (error) {
    throw error instanceof InputError ? error : new InputError(`The file cannot be read: ${reasonOf(error)}.`, { file });
  }
}

/**
 * Checks a path in a folder that others may have filled: neither the file nor a folder on the way may be a symbolic link.
 *
 * @param path relative to the folder, with forward slashes
 * @returns the path of the file for reading; undefined when there is nothing
 * @throws InputError naming the link
 */
export function pathInside(folder: string, path: string): string | undefined {
  let reached = folder;
  for (const part of path.split("/")) {
    reached = join(reached, part);
    const found = lstatOf(reached);
    if (found === undefined) return undefined;
    if (found.isSymbolicLink()) throw oddFile(found, reached);
  }
  return reached;
}

/** The text of a file in a folder that others may have filled; undefined when there is none. As `pathInside` and `readText`. */
export function readTextInside(folder: string, path: string): string | undefined {
  const file = pathInside(folder, path);
  return file === undefined ? undefined : readText(slashed(file));
}

/** What stands at a path, links not followed; undefined when there is nothing. Throws InputError when that cannot be told. */
export function lstatOf(path: string): Stats | undefined {
  try {
    return lstatSync(path, { throwIfNoEntry: false });
  } catch (error) {
    // A file where a folder is expected: there is nothing below it.
    if (error instanceof Error && "code" in error && error.code === "ENOTDIR") return undefined;
    throw new InputError(`It cannot be read: ${reasonOf(error)}.`, { file: path });
  }
}

/** What a link, a pipe or a device in the place of a file or a folder is told. */
export function oddFile(found: Pick<Stats, "isSymbolicLink" | "isFIFO" | "isSocket" | "isDirectory">, file: string): InputError {
  return new InputError(`It is ${kindOf(found)}; only regular files and folders are read.`, { file: slashed(file) });
}

function requireRegular(found: Stats, file: string): void {
  if (found.isDirectory()) throw new InputError("It is a folder, not a file.", { file });
  if (!found.isFile()) throw oddFile(found, file);
  requireSize(found.size, file);
}

/** Throws InputError for so many bytes that they are not read as one file. */
export function requireSize(bytes: number, file: string): void {
  if (bytes > LARGEST) throw new InputError(`The file has ${String(bytes)} bytes; the largest that is read has ${String(LARGEST)}.`, { file });
}

function kindOf(found: Pick<Stats, "isSymbolicLink" | "isFIFO" | "isSocket" | "isDirectory">): string {
  if (found.isSymbolicLink()) return "a symbolic link";
  if (found.isDirectory()) return "a folder";
  if (found.isFIFO()) return "a named pipe";
  return found.isSocket() ? "a socket" : "a device";
}

/** Throws InputError unless the path is a directory that exists. */
export function requireCatalog(directory: string): void {
  let found: Stats | undefined;
  try {
    found = statSync(directory, { throwIfNoEntry: false });
  } catch (error) {
    throw new InputError(`The catalog cannot be read: ${reasonOf(error)}.`, { file: directory });
  }
  if (found === undefined) throw new InputError("The catalog directory does not exist.", { file: directory });
  if (!found.isDirectory()) throw new InputError("The catalog must be a directory.", { file: directory });
}

/** What a caught error says, in words that a user understands. */
export function reasonOf(error: unknown): string {
  const code = error instanceof Error && "code" in error ? String(error.code) : undefined;
  const known = code === undefined ? undefined : REASONS[code];
  if (known !== undefined) return known;
  return error instanceof Error ? error.message : String(error);
}

const REASONS: Readonly<Record<string, string>> = {
  ENOENT: "it does not exist",
  EACCES: "permission is denied",
  EPERM: "permission is denied",
  EROFS: "the file system is read-only",
  EISDIR: "it is a folder",
  ENOTDIR: "a part of its path is no folder",
  ELOOP: "its symbolic links lead back to themselves",
  ENAMETOOLONG: "its name is too long",
  EEXIST: "a file of that name is in the way",
  EBUSY: "it is in use",
  EXDEV: "it is on another file system than the folder above it",
  EFBIG: "the file would be larger than the system allows",
  EIO: "the device does not read or write",
  EMFILE: "too many files are open",
  ENFILE: "too many files are open",
  ENOSPC: "there is no space left on device",
  EDQUOT: "there is no space left for this user",
  ERR_ACCESS_DENIED: "Node.js was started without permission for it",
};

/**
 * A path with forward slashes, as messages show it, and as it can be read. Where forward slashes are the system's own, a
 * backslash is a letter of a name like any other: as a slash, it would lead to another file.
 */
export function slashed(path: string): string {
  return sep === "\\" ? path.replaceAll("\\", "/") : path;
}
