import tokensOf from "js-tokens";
import { basename, dirname, join, resolve } from "node:path";
import { bytesOf } from "../knowledge/regular-file.js";
import { inFolder, type Looks } from "./looks.js";

/** In bytes. Nobody writes larger ones by hand. */
const largest = 512 * 1024;
/** The native reader of JSON ends the process where its stack does. */
const deepest = 100;
/** Different strings in one of them. */
const mostNames = 2_000;

/** A `package.json` or `tsconfig.json`, or what one of these names. */
export interface Manifest {
  readonly stamp: string;
  /** Whether it is something else than a file that can be read whole. */
  readonly isHarmful: boolean;
  /** In characters. */
  readonly length: number;
  /** The manifests that its strings can lead to, whatever they are there for. */
  readonly named: readonly string[];
  /** The names of its fields, as far as no `*` stands in them: aliases are among those of a `tsconfig.json`. */
  readonly keys: ReadonlySet<string>;
  /** Whether a `*` stands in a value. */
  readonly hasPatterns: boolean;
  /** The values of `baseUrl`. */
  readonly bases: ReadonlySet<string>;
  /** Where there was nothing else: it is read anew when something else stands at one of these paths. */
  readonly around: ReadonlyMap<string, string | undefined>;
}

/** What was read of manifests, kept as long as these and what is around them stay the same. */
const kept = new Map<string, Manifest>();
const mostKept = 5_000;

/** Undefined where there is no file. */
export function manifestAt(path: string, looks: Looks): Manifest | undefined {
  const stamp = looks.stampOf(path);
  if (stamp === undefined || looks.isFolder(path)) return undefined;
  const known = kept.get(path);
  if (known?.stamp === stamp && [...known.around].every(([place, then]) => looks.stampOf(place) === then)) return known;
  const found = readManifest(path, stamp, looks);
  if (kept.size >= mostKept) kept.clear();
  kept.set(path, found);
  return found;
}

function readManifest(path: string, stamp: string, looks: Looks): Manifest {
  const text = bytesOf(path, largest)?.toString("latin1");
  const strings = text === undefined || depthOf(text) > deepest ? undefined : stringsIn(text);
  if (text === undefined || strings === undefined || strings.keys.size + strings.values.size > mostNames) return { stamp, isHarmful: true, length: 0, named: [], keys: none, bases: none, hasPatterns: true, around: new Map() };
  const { bases, hasPatterns, keys, values } = strings;
  return { stamp, isHarmful: false, length: text.length, keys: basename(path) === "package.json" ? none : keys, bases, hasPatterns, ...manifestsNamed(path, values, looks) };
}

const none: ReadonlySet<string> = new Set();

/** In characters. No file system has longer paths. */
const longestName = 4_096;

interface Strings {
  readonly keys: ReadonlySet<string>;
  /** They alone lead to files. */
  readonly values: ReadonlySet<string>;
  readonly bases: ReadonlySet<string>;
  readonly hasPatterns: boolean;
}

/** The strings of a manifest, each as far as no `*` stands in it. */
function stringsIn(text: string): Strings {
  const keys = new Set<string>();
  const values = new Set<string>();
  const bases = new Set<string>();
  let hasPatterns = false;
  let key: string | undefined;
  const addValue = (value: string): void => {
    const [start = ""] = value.split("*", 1);
    hasPatterns ||= start !== value;
    if (start !== "" && start.length <= longestName) values.add(start);
    if (key === "baseUrl") bases.add(value);
  };
  let last: string | undefined;
  for (const { type, value } of tokensOf(text)) {
    if (type !== "StringLiteral" && type !== "Punctuator") continue;
    if (value === ":" && last !== undefined) {
      key = last;
      keys.add(key.split("*", 1)[0] ?? "");
    } else if (last !== undefined) addValue(last);
    last = type === "StringLiteral" ? stringOf(value) : undefined;
  }
  if (last !== undefined) addValue(last);
  return { keys, values, bases, hasPatterns };
}

function stringOf(literal: string): string | undefined {
  try {
    return Buffer.from(JSON.parse(literal) as string, "latin1").toString();
  } catch {
    return undefined;
  }
}

/** The manifests that the strings of one lead to. */
function manifestsNamed(manifest: string, strings: ReadonlySet<string>, looks: Looks): Pick<Manifest, "around" | "named"> {
  const folder = dirname(manifest);
  const isPackage = basename(manifest) === "package.json";
  const found = new Named(looks);
  for (const name of strings) {
    const isRelative = isPackage || /^\.|^[\\/]/.test(name);
    for (const target of [resolve(folder, name), ...(isRelative ? [] : looks.packagesOver(folder).map((packages) => join(packages, name)))]) {
      found.addAbove(target);
      if (!isPackage && !/\.[cm]?[jt]sx?$/.test(target)) found.addConfigurations(target);
      // What another configuration extends by the name of a package.
      if (isPackage && target.endsWith(".json")) found.addFile(target);
    }
    if (!isRelative) looks.foldersFrom(folder).forEach((outer) => { found.addPlace(inFolder(outer, "node_modules")); });
  }
  return { named: [...found.manifests], around: found.around() };
}

/** More missing files in one folder are told by the folder. */
const mostMissing = 3;

/** Collects the manifests that there are, and where others can appear. */
class Named {
  readonly manifests = new Set<string>();
  /** What is missing, by the folder that it would stand in. */
  private readonly missing = new Map<string, Set<string>>();
  private readonly folders = new Set<string>();

  constructor(private readonly looks: Looks) {}

  /** The `package.json` of a path and of all folders above. */
  addAbove(path: string): void {
    for (let at = this.nearest(path); !this.folders.has(at); at = dirname(at)) {
      this.folders.add(at);
      this.addFile(inFolder(at, "package.json"));
    }
    this.addPlace(path);
  }

  addConfigurations(path: string): void {
    for (const config of [path, `${path}.json`, inFolder(path, "tsconfig.json")]) this.addFile(config);
  }

  addPlace(path: string): void {
    if (this.looks.guessedStampOf(path) !== undefined) return;
    const folder = this.nearest(path);
    let missing = this.missing.get(folder);
    if (missing === undefined) this.missing.set(folder, (missing = new Set()));
    if (missing.size <= mostMissing) missing.add(path);
  }

  around(): ReadonlyMap<string, string | undefined> {
    return new Map([...this.missing].flatMap(([folder, missing]) => (missing.size > mostMissing ? [[folder, this.looks.stampOf(folder)] as const] : [...missing].map((path) => [path, undefined] as const))));
  }

  /** A path, or the first one above it where there is something. */
  private nearest(path: string): string {
    let at = path;
    while (this.looks.guessedStampOf(at) === undefined && dirname(at) !== at) at = dirname(at);
    return at;
  }

  addFile(path: string): void {
    if (this.looks.guessedStampOf(path) === undefined) this.addPlace(path);
    else this.manifests.add(path);
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
