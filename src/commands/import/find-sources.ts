import { readdirSync, statSync, type Dirent } from "node:fs";
import { join } from "node:path";

import { InputError } from "../../catalog/input-error.js";
import { isGoSdk } from "../../documents/go-sdk/checkout.js";

/** What a source turned out to be. */
export interface FoundSources {
  /** Checkouts of the Go SDK. */
  readonly checkouts: readonly string[];
  /** Files that may be documentation pages, with forward slashes. */
  readonly pages: readonly string[];
}

const PAGE = /\.(?:md|markdown|mdx|html?|txt)$/i;

/**
 * Looks at each source: a checkout of the Go SDK, a page, or a folder of any of these.
 *
 * @throws InputError when a source does not exist or a folder holds nothing to import
 */
export function findSources(sources: readonly string[]): FoundSources {
  const checkouts: string[] = [];
  const pages: string[] = [];
  for (const source of sources) {
    const found = statSync(source, { throwIfNoEntry: false });
    if (found === undefined) throw new InputError("The source does not exist.", { file: source });
    const before = checkouts.length + pages.length;
    if (found.isDirectory()) walk(source, checkouts, pages);
    else pages.push(slashed(source));
    if (checkouts.length + pages.length === before) {
      throw new InputError("The folder holds no documentation page (.md, .html) and no checkout of the Go SDK.", { file: source });
    }
  }
  return { checkouts: [...new Set(checkouts)], pages: [...new Set(pages)] };
}

function walk(folder: string, checkouts: string[], pages: string[]): void {
  const entries = readdirSync(folder, { withFileTypes: true }).sort((a, b) => (a.name < b.name ? -1 : 1));
  if (entries.some((entry) => entry.name === "tencentcloud" && entry.isDirectory()) && isGoSdk(folder)) {
    checkouts.push(folder);
    return;
  }
  for (const entry of entries) {
    if (entry.name.startsWith(".") || entry.name === "node_modules") continue;
    const path = join(folder, entry.name);
    // What a browser saves beside a page: "page.html" and the folder "page_files".
    if (entry.isDirectory() && isPartOfPage(entry.name, entries)) continue;
    if (entry.isDirectory()) walk(path, checkouts, pages);
    else if (entry.isFile() && PAGE.test(entry.name)) pages.push(slashed(path));
  }
}

function isPartOfPage(folder: string, entries: readonly Dirent[]): boolean {
  const page = /^(.+)(?:_files|\.files)$/.exec(folder)?.[1];
  return page !== undefined && entries.some(({ name }) => name === `${page}.html` || name === `${page}.htm`);
}

function slashed(path: string): string {
  return path.replaceAll("\\", "/");
}
