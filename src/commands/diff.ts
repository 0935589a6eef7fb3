import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";

import { diffCatalogs, isSame } from "../catalog/diff.js";
import { renderDiff, type DiffFormat } from "../catalog/diff-render.js";
import { requireCatalog } from "../catalog/files.js";
import { mergeState, readState, type StateFilter } from "../catalog/state.js";

/** What the user asked of `diff`. */
export interface DiffOptions {
  readonly format?: DiffFormat;
  readonly json?: boolean;
}

/**
 * Prints what changed between two catalog directories. Files with the same facts on both sides are
 * not read further.
 *
 * @returns the exit code: 0 when nothing changed, 1 otherwise
 * @throws InputError when a catalog cannot be used
 */
export async function runDiff(before: string, after: string, options: DiffOptions): Promise<number> {
  for (const directory of [before, after]) requireCatalog(directory);
  const [old, now] = [readState(before, differsFrom(before, after)), readState(after, differsFrom(after, before))];
  const diff = diffCatalogs(mergeState(old, before), mergeState(now, after));
  process.stdout.write(renderDiff(diff, options.json === true ? "json" : (options.format ?? "text")));
  return isSame(diff) ? 0 : 1;
}

/**
 * Whether a file has other facts in the other directory. All pages count as soon as one differs,
 * since the common codes are the union of all.
 */
function differsFrom(directory: string, other: string): StateFilter {
  const prefix = join(directory, "services").replaceAll("\\", "/");
  return (path, text) => {
    if (!path.startsWith(prefix)) return true;
    const twin = join(other, "services", path.slice(prefix.length));
    return !existsSync(twin) || factsIn(readFileSync(twin, "utf8")) !== factsIn(text);
  };
}

/** A facts file without the lines that say which commit it is of. */
function factsIn(text: string): string {
  return text.replace(/^ {6}"(?:commit|date)": "[^"]*",\n/gm, "");
}
