import { readFileSync, realpathSync, statSync } from "node:fs";
import { dirname, join, resolve } from "node:path";

/** The resolver reads these itself, whatever they are and however large. */
const names = ["package.json", "tsconfig.json"];
/** In bytes. Nobody writes larger ones by hand. */
const largest = 512 * 1024;
/** The native reader of JSON ends the process where its stack does. */
const deepest = 100;
/** What was found stays found for so long, in milliseconds: a run asks about the same folders again and again. */
const keptFor = 1_000;

interface Seen {
  readonly at: number;
  readonly isSafe: boolean;
}

/** What was seen in a folder alone, and what on the way up from a path. */
const inFolders = new Map<string, Seen>();
const above = new Map<string, Seen>();
const mostSeen = 20_000;

/**
 * Whether the resolver can be asked about `specifier` in the module `from`: no `package.json` and no `tsconfig.json` on its
 * way is a FIFO, a device, larger than 512 KiB or nested deeper than 100 levels. Aliases lead elsewhere, which is not looked at.
 */
export function isSafeToResolve(from: string, specifier: string): boolean {
  const folder = dirname(from);
  const target = /^\.|^[\\/]/.test(specifier) ? [resolve(folder, specifier)] : packagesNamed(folder, specifier);
  return [folder, ...target].every((start) => seenLately(above, start, () => isSafeAbove(start) && isSafeAbove(realPathOf(start))));
}

/** Where a package of this name would stand, seen from a folder and those above. */
function packagesNamed(folder: string, specifier: string): readonly string[] {
  const name = /^(?:@[^/]+\/)?[^/]+/.exec(specifier)?.[0] ?? specifier;
  return foldersFrom(folder).map((above) => join(above, "node_modules", name));
}

function foldersFrom(start: string): readonly string[] {
  const folders = [start];
  for (let at = start; dirname(at) !== at; ) folders.push((at = dirname(at)));
  return folders;
}

function realPathOf(path: string): string {
  try {
    return realpathSync(path);
  } catch {
    return path;
  }
}

function isSafeAbove(start: string): boolean {
  return foldersFrom(start).every((folder) => seenLately(inFolders, folder, () => names.every((name) => isHarmless(join(folder, name)))));
}

function seenLately(seen: Map<string, Seen>, path: string, look: () => boolean): boolean {
  const at = Date.now();
  const found = seen.get(path);
  if (found !== undefined && at - found.at < keptFor) return found.isSafe;
  const isSafe = look();
  if (seen.size > mostSeen) seen.clear();
  seen.set(path, { at, isSafe });
  return isSafe;
}

function isHarmless(path: string): boolean {
  try {
    const found = statSync(path, { throwIfNoEntry: false });
    if (found === undefined || found.isDirectory()) return true;
    return found.isFile() && found.size <= largest && depthOf(readFileSync(path, "latin1")) <= deepest;
  } catch {
    // Of a path that is no path nothing is read either.
    return true;
  }
}

function depthOf(text: string): number {
  let depth = 0;
  let most = 0;
  for (const bracket of text.replaceAll(/"(?:[^"\\\n]|\\.)*"/g, "").matchAll(/[[\]{}]/g)) {
    depth += bracket[0] === "[" || bracket[0] === "{" ? 1 : -1;
    most = Math.max(most, depth);
  }
  return most;
}
