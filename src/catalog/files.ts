import { readdirSync, readFileSync, statSync } from "node:fs";
import { join } from "node:path";

import { InputError } from "./input-error.js";

/** A file's text. Throws InputError when it cannot be read. */
export function readText(file: string): string {
  return readBytes(file).toString("utf8");
}

/** A file's bytes. Throws InputError when it cannot be read. */
export function readBytes(file: string): Buffer {
  try {
    return readFileSync(file);
  } catch (error) {
    throw new InputError(`The file cannot be read: ${reasonOf(error)}.`, { file });
  }
}

/** Throws InputError unless the path is a directory that exists. */
export function requireCatalog(directory: string): void {
  const found = statSync(directory, { throwIfNoEntry: false });
  if (found === undefined) throw new InputError("The catalog directory does not exist.", { file: directory });
  if (!found.isDirectory()) throw new InputError("The catalog must be a directory.", { file: directory });
}

/** Paths of the files of a catalog's folder, sorted, with forward slashes; none when the folder is not there. */
export function catalogFiles(directory: string, folder: "documents" | "services"): readonly string[] {
  const path = join(directory, folder);
  if (statSync(path, { throwIfNoEntry: false }) === undefined) return [];
  const files = readdirSync(path, { withFileTypes: true }).filter((entry) => entry.isFile() && !entry.name.startsWith("."));
  return files.map((entry) => join(path, entry.name).replaceAll("\\", "/")).sort();
}

/** What a caught error says, in words that a user understands. */
export function reasonOf(error: unknown): string {
  const code = error instanceof Error && "code" in error ? String(error.code) : undefined;
  if (code === "ENOENT") return "it does not exist";
  if (code === "EACCES" || code === "EPERM") return "permission is denied";
  if (code === "EROFS") return "the file system is read-only";
  return error instanceof Error ? error.message : String(error);
}
