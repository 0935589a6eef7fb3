import { basename, dirname, join, resolve } from "node:path";
import { bytesOf } from "../knowledge/regular-file.js";
import { inFolder, type Looks } from "./looks.js";
import { leadsNowhere, noRewrites, readManifestText, type ManifestText } from "./manifest-text.js";

/** In bytes. Nobody writes larger ones by hand. */
const largest = 512 * 1024;

/** A `package.json` or `tsconfig.json`, or what one of these names. */
export interface Manifest extends Omit<ManifestText, "values"> {
  readonly path: string;
  readonly stamp: string;
  /** Whether it is something else than a file that can be read whole. */
  readonly isHarmful: boolean;
  /** In characters. */
  readonly length: number;
  /** The manifests that its strings can lead to, whatever they are there for. */
  readonly named: readonly string[];
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
  const text = bytesOf(path, largest)?.toString();
  const said = text === undefined ? undefined : readManifestText(text);
  if (text === undefined || said === undefined) return { path, stamp, isHarmful: true, length: 0, named: [], keys: none, hasPatterns: true, aliases: noRewrites, entries: noRewrites, led: leadsNowhere, around: new Map() };
  const { values, ...rest } = said;
  return { path, stamp, isHarmful: false, length: text.length, ...rest, keys: basename(path) === "package.json" ? none : rest.keys, ...manifestsNamed(path, values, looks) };
}

const none: ReadonlySet<string> = new Set();

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
