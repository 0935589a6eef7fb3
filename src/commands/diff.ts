import { diffCatalogs, isSame, type CatalogDiff } from "../catalog/diff.js";
import { renderDiff, type DiffFormat } from "../catalog/diff-render.js";
import { requireCatalog } from "../catalog/files.js";
import { readCatalog, type CatalogFolder } from "../store/read/folder.js";
import { mergeState, stateOf, type StateFilter } from "../store/read/state.js";
import { print } from "./print.js";

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
  const diff = readCatalog(before, (old) => readCatalog(after, (now) => diffOf(old, now)));
  print(renderDiff(diff, options.json === true ? "json" : (options.format ?? "text")));
  return isSame(diff) ? 0 : 1;
}

function diffOf(before: CatalogFolder, after: CatalogFolder): CatalogDiff {
  const scope = scopeOf(before, after);
  const [old, now] = [stateOf(before, differsFrom(after, scope)), stateOf(after, differsFrom(before, scope))];
  return diffCatalogs(mergeState(old, before.directory), mergeState(now, after.directory));
}

/** What must be read although its facts are the same. */
interface Scope {
  /** Whether the pages differ; then all count, since the common codes are the union of all. */
  readonly pages: boolean;
  /** The services that have a page on either side. */
  readonly services: ReadonlySet<string>;
}

function scopeOf(before: CatalogFolder, after: CatalogFolder): Scope {
  const [old, now] = [pagesOf(before), pagesOf(after)];
  const pages = old.size !== now.size || [...old].some(([name, text]) => now.get(name) !== text);
  const names = pages ? [...old.keys(), ...now.keys()] : [];
  return { pages, services: new Set(names.map((name) => name.split(".")[0] ?? name)) };
}

function pagesOf(catalog: CatalogFolder): ReadonlyMap<string, string> {
  return new Map(catalog.files("documents").map((file) => [file.name, file.text()]));
}

/** Whether a file has other facts in the other catalog, or must be read anyway. */
function differsFrom(other: CatalogFolder, scope: Scope): StateFilter {
  const twins = new Map(other.files("services").map((file) => [file.name, file]));
  return (folder, name, text) => {
    if (folder === "documents") return scope.pages;
    if (scope.services.has(name.replace(/\.json$/, ""))) return true;
    const otherText = twins.get(name)?.text();
    if (otherText === undefined) return true;
    return otherText !== text && factsIn(otherText) !== factsIn(text);
  };
}

/** A facts file without the lines that say which commit it is of. */
function factsIn(text: string): string {
  return text.replace(/^ {6}"(?:commit|date)": "[^"]*",\n/gm, "");
}
