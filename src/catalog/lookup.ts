import { catalogFiles, readText } from "./files.js";
import type { Catalog } from "./model.js";
import { compare } from "./order.js";
import { mergeState, readState } from "./state.js";

/** What a catalog directory says about one code. */
export interface Lookup {
  /** The part of the catalog that mentions the code. */
  readonly catalog: Catalog;
  /** The services of the whole catalog; sorted. */
  readonly services: readonly string[];
}

/**
 * Finds a code in a catalog directory. Only files that mention it are parsed, which keeps the answer
 * quick in a catalog of hundreds of services.
 *
 * @throws InputError when a file that mentions the code cannot be used
 */
export function lookUp(directory: string, code: string, service: string | undefined): Lookup {
  const names = new Set<string>();
  const state = readState(directory, (path, text) => {
    const name = serviceOf(path);
    names.add(name);
    return (service === undefined || service === name || path.endsWith(".md")) && text.includes(code);
  });
  return { catalog: mergeState(state, directory), services: [...names].sort(compare) };
}

/**
 * Every code that a catalog directory mentions, found without parsing its files: good enough to
 * choose suggestions from.
 */
export function mentionedCodes(directory: string): ReadonlySet<string> {
  const codes = new Set<string>();
  for (const file of catalogFiles(directory, "services")) {
    for (const [, code = ""] of readText(file).matchAll(/^ {2,}"([A-Z][A-Za-z0-9_.]*)",?$/gm)) codes.add(code);
  }
  for (const file of catalogFiles(directory, "documents")) {
    for (const [, code = ""] of readText(file).matchAll(/^\|? *([A-Z][A-Za-z0-9_.]*) *\|/gm)) codes.add(code);
  }
  return codes;
}

function serviceOf(path: string): string {
  return (path.split("/").at(-1) ?? path).split(".")[0] ?? path;
}
