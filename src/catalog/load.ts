import { readdirSync, readFileSync, statSync } from "node:fs";
import { join } from "node:path";

import { readErrorCodePage } from "../documents/error-code-page.js";
import { parsePageName } from "../documents/file-name.js";
import { InputError } from "./input-error.js";
import { mergeFragments } from "./merge.js";
import type { Catalog, Fragment } from "./model.js";

/**
 * Reads a catalog directory: `documents/<service>.<lang>.md` and `services/<service>.json`.
 *
 * @param directory as the user gave it; positions in messages start with it
 * @throws InputError with file, line and column when anything in it cannot be used
 */
export function loadCatalog(directory: string): Catalog {
  return mergeFragments([...readPages(directory)]);
}

/** The pages of a catalog directory, read. */
export function readPages(directory: string): readonly Fragment[] {
  requireDirectory(directory);
  return listFiles(directory, "documents").map((file) => {
    if (parsePageName(file) === undefined) {
      throw new InputError(`The name of a page must be "<service>.<lang>.md" with the SDK's service name and en, zh, ja or ko.`, { file });
    }
    return readErrorCodePage(readText(file), file);
  });
}

/** A file's text. Throws InputError when it cannot be read. */
export function readText(file: string): string {
  try {
    return readFileSync(file, "utf8");
  } catch (error) {
    throw new InputError(`The file cannot be read: ${reasonOf(error)}.`, { file });
  }
}

function requireDirectory(directory: string): void {
  const found = statSync(directory, { throwIfNoEntry: false });
  if (found === undefined) throw new InputError("The catalog directory does not exist.", { file: directory });
  if (!found.isDirectory()) throw new InputError("The catalog must be a directory.", { file: directory });
}

/** Paths of a folder's files, sorted, with forward slashes; none when the folder is not there. */
function listFiles(directory: string, folder: string): readonly string[] {
  const path = join(directory, folder);
  if (statSync(path, { throwIfNoEntry: false }) === undefined) return [];
  const names = readdirSync(path, { withFileTypes: true }).filter((entry) => entry.isFile() && !entry.name.startsWith("."));
  return names.map((entry) => join(path, entry.name).replaceAll("\\", "/")).sort();
}

/** What a caught error says, without the system's prefix. */
export function reasonOf(error: unknown): string {
  const code = error instanceof Error && "code" in error ? String(error.code) : undefined;
  if (code === "ENOENT") return "it does not exist";
  if (code === "EACCES" || code === "EPERM") return "permission is denied";
  return error instanceof Error ? error.message : String(error);
}
