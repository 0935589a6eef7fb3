import { readdirSync, statSync, type Dirent, type Stats } from "node:fs";
import { join } from "node:path";

import { oddFile, reasonOf, slashed } from "../../catalog/files.js";
import { InputError } from "../../catalog/input-error.js";
import { isGoSdk } from "../../documents/go-sdk/checkout.js";

/** What a source turned out to be. */
export interface FoundSources {
  /** Checkouts of the Go SDK. */
  readonly checkouts: readonly string[];
  /** Files that may be documentation pages, with forward slashes. */
  readonly pages: readonly string[];
  /** What has the name of a page and is none, such as a pipe or a link, and links to folders. */
  readonly refused: readonly InputError[];
}

const PAGE = /\.(?:md|markdown|mdx|html?|txt)$/i;

/**
 * Looks at each source: a checkout of the Go SDK, a page, or a folder of any of these.
 *
 * @throws InputError when a source does not exist or a folder holds nothing to import
 */
export function findSources(sources: readonly string[]): FoundSources {
  const found = { checkouts: [] as string[], pages: [] as string[], refused: [] as InputError[] };
  const count = (): number => found.checkouts.length + found.pages.length + found.refused.length;
  for (const source of sources) {
    const before = count();
    // A link that the user names is meant.
    const what = statOf(source);
    if (what.isDirectory()) walk(source, found);
    else if (what.isFile()) found.pages.push(slashed(source));
    else throw oddFile(what, source);
    if (count() === before) {
      throw new InputError("The folder holds no documentation page (.md, .html) and no checkout of the Go SDK.", { file: source });
    }
  }
  return { ...found, checkouts: [...new Set(found.checkouts)], pages: [...new Set(found.pages)] };
}

function statOf(source: string): Stats {
  try {
    return statSync(source);
  } catch (error) {
    const missing = error instanceof Error && "code" in error && error.code === "ENOENT";
    throw new InputError(missing ? "The source does not exist." : `The source cannot be read: ${reasonOf(error)}.`, { file: source });
  }
}

function walk(folder: string, found: { readonly checkouts: string[]; readonly pages: string[]; readonly refused: InputError[] }): void {
  const entries = entriesOf(folder);
  if (entries.some((entry) => entry.name === "tencentcloud" && entry.isDirectory()) && isGoSdk(folder)) {
    found.checkouts.push(folder);
    return;
  }
  for (const entry of entries) {
    if (entry.name.startsWith(".") || entry.name === "node_modules") continue;
    const path = join(folder, entry.name);
    // What a browser saves beside a page: "page.html" and the folder "page_files".
    if (entry.isDirectory() && isPartOfPage(entry.name, entries)) continue;
    if (entry.isDirectory()) tryWalk(path, found);
    else if (entry.isFile()) {
      if (PAGE.test(entry.name)) found.pages.push(slashed(path));
    } else if (PAGE.test(entry.name) || isLinkedFolder(entry, path)) found.refused.push(oddFile(entry, path));
  }
}

/** A folder that cannot be read does not keep the others from coming in. */
function tryWalk(folder: string, found: Parameters<typeof walk>[1]): void {
  try {
    walk(folder, found);
  } catch (error) {
    if (!(error instanceof InputError)) throw error;
    found.refused.push(error);
  }
}

function isPartOfPage(folder: string, entries: readonly Dirent[]): boolean {
  const page = /^(.+)(?:_files|\.files)$/.exec(folder)?.[1];
  return page !== undefined && entries.some(({ name }) => name === `${page}.html` || name === `${page}.htm`);
}

function isLinkedFolder(entry: Dirent, path: string): boolean {
  if (!entry.isSymbolicLink()) return false;
  try {
    return statSync(path, { throwIfNoEntry: false })?.isDirectory() ?? false;
  } catch {
    // It leads back to itself, or where nobody may look.
    return true;
  }
}

function entriesOf(folder: string): readonly Dirent[] {
  try {
    return readdirSync(folder, { withFileTypes: true }).sort((a, b) => (a.name < b.name ? -1 : 1));
  } catch (error) {
    throw new InputError(`The folder cannot be read: ${reasonOf(error)}.`, { file: slashed(folder) });
  }
}
