import { readFileSync, realpathSync, statSync } from "node:fs";
import tokensOf from "js-tokens";
import { basename, dirname, join, resolve } from "node:path";

/** The resolver reads these itself, whatever they are and however large. */
const names = ["package.json", "tsconfig.json"];
/** In bytes. Nobody writes larger ones by hand. */
const largest = 512 * 1024;
/** The native reader of JSON ends the process where its stack does. */
const deepest = 100;
/** Nor may one lead to the next, as `extends` does, or to others for longer than anybody writes. */
const longestWay = 50;
const mostManifests = 2_000;
const mostText = 4 * 1024 * 1024;
/** Different strings in one of them. */
const mostNames = 2_000;
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
 * way is a FIFO, a device, larger than 512 KiB or nested deeper than 100 levels, and neither is one that these name: what is
 * extended or referred to, and what stands where an alias or an entry point leads. What a `*` stands for is not looked at.
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
  return foldersFrom(start).every((folder) => seenLately(inFolders, folder, () => areHarmless(names.map((name) => join(folder, name)))));
}

function seenLately(seen: Map<string, Seen>, path: string, look: () => boolean): boolean {
  const found = seen.get(path);
  if (found !== undefined && Date.now() - found.at < keptFor) return found.isSafe;
  const isSafe = look();
  if (seen.size > mostSeen) seen.clear();
  // A look can take longer than it is kept.
  seen.set(path, { at: Date.now(), isSafe });
  return isSafe;
}

/** Looks at manifests, and at those that their texts name. */
function areHarmless(manifests: readonly string[]): boolean {
  const ways = new Map(manifests.map((path) => [path, 0]));
  let read = 0;
  let length = 0;
  for (const [path, way] of ways) {
    const text = textOf(path);
    if (text === undefined) continue;
    read += 1;
    length += text.length;
    if (text === "harmful" || way > longestWay || read > mostManifests || length > mostText) return false;
    const strings = stringsIn(text);
    if (strings.size > mostNames) return false;
    for (const named of manifestsNamed(path, strings)) if (!ways.has(named)) ways.set(named, way + 1);
  }
  return true;
}

/** What the resolver would read; undefined where there is no file. */
function textOf(path: string): string | undefined {
  try {
    const found = statSync(path, { throwIfNoEntry: false });
    if (found === undefined || found.isDirectory()) return undefined;
    if (!found.isFile() || found.size > largest) return "harmful";
    const text = readFileSync(path, "latin1");
    return depthOf(text) > deepest ? "harmful" : text;
  } catch {
    // Of a path that is no path nothing is read either.
    return undefined;
  }
}

/** In characters. No file system has longer paths. */
const longestName = 4_096;

/** The strings of a manifest, each as far as no `*` stands in it. */
function stringsIn(text: string): ReadonlySet<string> {
  const found = new Set<string>();
  for (const { type, value } of tokensOf(text)) {
    const name = type === "StringLiteral" ? stringOf(value)?.split("*", 1)[0] : undefined;
    if (name !== undefined && name !== "" && name.length <= longestName) found.add(name);
  }
  return found;
}

function stringOf(literal: string): string | undefined {
  try {
    return Buffer.from(JSON.parse(literal) as string, "latin1").toString();
  } catch {
    return undefined;
  }
}

/** The manifests that the strings of one can lead to, whatever they are there for. */
function manifestsNamed(manifest: string, strings: ReadonlySet<string>): ReadonlySet<string> {
  const folder = dirname(manifest);
  const isPackage = basename(manifest) === "package.json";
  const found = new Set<string>();
  for (const name of strings) {
    const isRelative = isPackage || /^\.|^[\\/]/.test(name);
    for (const target of [resolve(folder, name), ...(isRelative ? [] : foldersFrom(folder).map((outer) => join(outer, "node_modules", name)))]) {
      for (const outer of foldersFrom(target)) found.add(join(outer, "package.json"));
      if (isPackage || /\.[cm]?[jt]sx?$/.test(target)) continue;
      for (const config of [target, `${target}.json`, join(target, "tsconfig.json")]) found.add(config);
    }
  }
  return found;
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
