import { diffCatalogs, isSame, type CatalogDiff, type ClassedCatalog } from "../catalog/diff.js";
import { renderDiff, type DiffFormat } from "../catalog/diff-render.js";
import { requireCatalog } from "../catalog/files.js";
import { loadRetryPolicy } from "../catalog/retry.js";
import { readCatalog, type CatalogFolder } from "../store/read/folder.js";
import { mergeState, stateOf } from "../store/read/state.js";
import { print } from "./print.js";

/** What the user asked of `diff`. */
export interface DiffOptions {
  readonly format?: DiffFormat;
  readonly json?: boolean;
}

/**
 * Prints what changed between two catalog directories, and what that means for the rules.
 *
 * @returns the exit code: 0 when nothing changed, 1 otherwise
 * @throws InputError when a catalog cannot be used
 */
export async function runDiff(before: string, after: string, options: DiffOptions): Promise<number> {
  for (const directory of [before, after]) requireCatalog(directory);
  const diff = readCatalog(before, (old) => readCatalog(after, (now) => diffOf(old, now)));
  print(renderDiff(diff, options.json === true ? "json" : (options.format ?? "text")));
  return isSame(diff) ? 0 : 1;
}

function diffOf(before: CatalogFolder, after: CatalogFolder): CatalogDiff {
  return diffCatalogs(classed(before), classed(after));
}

/** All of it: a sentence in one service's documents gives a class to the same code of others. */
function classed(catalog: CatalogFolder): ClassedCatalog {
  return { catalog: mergeState(stateOf(catalog), catalog.directory), policy: loadRetryPolicy(catalog.directory) };
}
