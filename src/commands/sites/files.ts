import { readdirSync, statSync } from "node:fs";
import { join, relative } from "node:path";

import { lstatOf, slashed } from "../../catalog/files.js";
import { InputError } from "../../catalog/input-error.js";
import { compare } from "../../catalog/order.js";

/** What is in folders and is not looked at, and why. */
export interface Skipped {
  /** As the user would write it, with forward slashes. */
  readonly path: string;
  readonly reason: string;
}

/** The files that paths lead to. */
export interface FoundFiles {
  readonly files: readonly string[];
  readonly skipped: readonly Skipped[];
}

const source = /\.(?:[cm]?[jt]s|[jt]sx)$/;
const declaration = /\.d\.[cm]?ts$/;
/** Of these, ESLint reads those for which the project configures a parser. */
const otherSource = /\.(?:vue|svelte|astro)$/;

/** What is asked of the project's configuration. */
export interface Configured {
  isIgnored(file: string): Promise<boolean>;
  hasParser(file: string): Promise<boolean>;
}

/**
 * Finds the files of paths: a file is taken as it is, in a folder all sources that somebody wrote and that the project's
 * configuration does not ignore.
 *
 * @throws InputError when there is no such file or folder
 */
export async function findFiles(paths: readonly string[], configured: Configured): Promise<FoundFiles> {
  const files: string[] = [];
  const skipped: Skipped[] = [];
  for (const path of paths) {
    const found = statSync(path, { throwIfNoEntry: false });
    if (found === undefined) throw new InputError("There is no such file.", { file: path });
    if (found.isDirectory()) await walk(path, configured, files, skipped);
    else files.push(path);
  }
  return { files: [...new Map(files.map((file) => [relative(process.cwd(), file), file])).values()], skipped };
}

async function walk(folder: string, configured: Configured, files: string[], skipped: Skipped[]): Promise<void> {
  const entries = readdirSync(folder, { withFileTypes: true }).sort((a, b) => compare(a.name, b.name));
  for (const entry of entries) {
    const path = join(folder, entry.name);
    if (entry.isDirectory() && entry.name !== ".git") {
      if (entry.name === "node_modules") skipped.push({ path: slashed(path), reason: "packages are not looked into" });
      else if (await configured.isIgnored(join(path, "any.js"))) skipped.push({ path: slashed(path), reason: "the ESLint configuration ignores it" });
      else await walk(path, configured, files, skipped);
    } else if (source.test(entry.name) || otherSource.test(entry.name)) {
      const reason = await reasonToSkip(path, configured);
      if (reason === undefined) files.push(path);
      else skipped.push({ path: slashed(path), reason });
    }
  }
}

async function reasonToSkip(path: string, configured: Configured): Promise<string | undefined> {
  if (lstatOf(path)?.isFile() !== true) return "it is a link or no regular file";
  if (declaration.test(path)) return "a declaration file runs no code";
  if (await configured.isIgnored(path)) return "the ESLint configuration ignores it";
  if (otherSource.test(path) && !(await configured.hasParser(path))) return "the ESLint configuration has no parser for it";
  return undefined;
}
