import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";

import { diffCatalogs, isSame } from "../catalog/diff.js";
import { renderDiff, type DiffFormat } from "../catalog/diff-render.js";
import { catalogFiles, readText, requireCatalog } from "../catalog/files.js";
import { mergeState, readState, type StateFilter } from "../store/read/state.js";

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
  const scope = scopeOf(before, after);
  const [old, now] = [readState(before, differsFrom(before, after, scope)), readState(after, differsFrom(after, before, scope))];
  const diff = diffCatalogs(mergeState(old, before), mergeState(now, after));
  process.stdout.write(renderDiff(diff, options.json === true ? "json" : (options.format ?? "text")));
  return isSame(diff) ? 0 : 1;
}

/** What must be read although its facts are the same. */
interface Scope {
  /** Whether the pages differ; then all count, since the common codes are the union of all. */
  readonly pages: boolean;
  /** The services that have a page on either side. */
  readonly services: ReadonlySet<string>;
}

function scopeOf(before: string, after: string): Scope {
  const [old, now] = [pagesOf(before), pagesOf(after)];
  const pages = old.size !== now.size || [...old].some(([name, text]) => now.get(name) !== text);
  const names = pages ? [...old.keys(), ...now.keys()] : [];
  return { pages, services: new Set(names.map((name) => name.split(".")[0] ?? name)) };
}

function pagesOf(directory: string): ReadonlyMap<string, string> {
  return new Map(catalogFiles(directory, "documents").map((file) => [file.split("/").at(-1) ?? file, readText(file)]));
}

/** Whether a file has other facts in the other directory, or must be read anyway. */
function differsFrom(directory: string, other: string, scope: Scope): StateFilter {
  const prefix = `${join(directory, "services").replaceAll("\\", "/")}/`;
  return (path, text) => {
    if (!path.startsWith(prefix)) return scope.pages;
    const name = path.slice(prefix.length);
    if (scope.services.has(name.replace(/\.json$/, ""))) return true;
    const twin = join(other, "services", name);
    if (!existsSync(twin)) return true;
    const otherText = readFileSync(twin, "utf8");
    return otherText !== text && factsIn(otherText) !== factsIn(text);
  };
}

/** A facts file without the lines that say which commit it is of. */
function factsIn(text: string): string {
  return text.replace(/^ {6}"(?:commit|date)": "[^"]*",\n/gm, "");
}
