import { readdirSync, type Dirent } from "node:fs";
import { join } from "node:path";

import { lstatOf, oddFile, pathInside, readText, reasonOf, slashed } from "../../catalog/files.js";
import { InputError } from "../../catalog/input-error.js";
import type { SourceFolder } from "../layout.js";
import { readOpenChange, tracesOf, type OpenChange } from "./change.js";

/** A file of a catalog. */
export interface CatalogFile {
  readonly name: string;
  /** For messages: as the user gave the catalog's path, with forward slashes. */
  readonly path: string;
  /** @throws InputError when the file cannot be read */
  text(): string;
}

/** The files of a catalog directory, of one moment. */
export interface CatalogFolder {
  readonly directory: string;
  /** The files of one of its folders, sorted; none when the folder is not there. */
  files(folder: SourceFolder): readonly CatalogFile[];
}

/** How often a catalog is read again that was changed meanwhile. */
const TRIES = 5;

/**
 * Reads from a catalog directory as it was at one moment, and changes nothing in it: what an import has not finished is
 * left out, and when files were changed while they were read, they are read again.
 *
 * @param read may be called several times
 * @throws InputError when a file or folder of it is none, such as a link
 */
export function readCatalog<Result>(directory: string, read: (catalog: CatalogFolder) => Result): Result {
  for (let attempt = 1; attempt <= TRIES; attempt += 1) {
    const traces = tracesOf(directory);
    try {
      const result = read(openFolder(directory));
      if (tracesOf(directory) === traces) return result;
    } catch (error) {
      if (tracesOf(directory) === traces) throw error;
    }
  }
  throw new InputError("The catalog was changed again and again while it was read; run the command again when no import is running.", { file: directory });
}

function openFolder(directory: string): CatalogFolder {
  const change = readOpenChange(directory);
  return { directory, files: (folder) => namesIn(directory, folder, change).map((name) => fileOf(directory, folder, name, change)) };
}

function fileOf(directory: string, folder: SourceFolder, name: string, change: OpenChange | undefined): CatalogFile {
  const path = slashed(join(directory, folder, name));
  const copy = change?.copies.get(`${folder}/${name}`);
  return { name, path, text: () => readText(copy ?? path) };
}

function namesIn(directory: string, folder: SourceFolder, change: OpenChange | undefined): readonly string[] {
  const inFolder = (path: string): string[] => (path.startsWith(`${folder}/`) ? [path.slice(folder.length + 1)] : []);
  const added = new Set([...(change?.added ?? [])].flatMap(inFolder));
  const before = [...(change?.copies.keys() ?? [])].flatMap(inFolder);
  const present = presentIn(directory, folder).filter((name) => !added.has(name) && (folder === "documents" || name.endsWith(".json")));
  return [...new Set([...present, ...before])].sort();
}

function presentIn(directory: string, folder: SourceFolder): readonly string[] {
  const path = pathInside(directory, folder);
  if (path === undefined) return [];
  if (lstatOf(path)?.isDirectory() !== true) throw new InputError("It must be a folder.", { file: slashed(path) });
  return entriesOf(path)
    .filter((entry) => !entry.name.startsWith(".") && !entry.isDirectory())
    .map((entry) => {
      // A link would be read as if its target stood in the catalog, and a pipe would be waited for.
      if (!entry.isFile()) throw oddFile(entry, join(path, entry.name));
      return entry.name;
    });
}

function entriesOf(path: string): readonly Dirent[] {
  try {
    return readdirSync(path, { withFileTypes: true });
  } catch (error) {
    throw new InputError(`The folder cannot be read: ${reasonOf(error)}.`, { file: slashed(path) });
  }
}
