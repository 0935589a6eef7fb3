import { dirname, resolve } from "node:path";
import { inFolder, looksNow, type Looks } from "./looks.js";
import { manifestAt, type Manifest } from "./manifest.js";
import { noRewrites, withoutQuery } from "./manifest-text.js";
import { entrySubjects, isPlainRequest, placesOf, rewritten } from "./requests.js";

/** The resolver reads these itself, whatever they are and however large. */
const names = ["package.json", "tsconfig.json"];
/** How many may lead from one to the next, as `extends` does, and to how many others: more than anybody writes. */
const longestWay = 50;
const mostManifests = 2_000;
/** In characters. */
const mostText = 4 * 1024 * 1024;
/** What one import can stand for by the entry points of packages, and by aliases. */
const mostRequests = 500;
const mostPlaces = 1_000;
/** What one alias of a configuration can stand for, and how many `rootDirs` it can have: the resolver looks for each of them. */
const mostTargets = 50;

/**
 * Whether the resolver can be asked about `specifier` in the module `from`: no `package.json` and no `tsconfig.json` on its
 * way is a FIFO, a device, larger than 512 KiB or nested deeper than 100 levels, and neither is one that these name: what is
 * extended or referred to, and what stands where an alias or an entry point leads, whatever stands for a `*`.
 */
export function isSafeToResolve(from: string, specifier: string): boolean {
  if (!isPlainRequest(specifier)) return false;
  const looks = looksNow();
  const folder = dirname(from);
  // The resolver takes the path of the module for a request, too.
  const start = withoutQuery(from) === from ? folder : withoutQuery(from);
  return looks.once(isSafeToResolve, `${start}\n${folder}\n${specifier}`, () => isSafeIn(folder, start, specifier, looks));
}

function isSafeIn(folder: string, start: string, specifier: string, looks: Looks): boolean {
  // What is asked for is looked at itself, what it may lead to in the lists of folders.
  looks.stampOf(start);
  const configured = configuredIn(start, looks);
  const aliased = configured && manifestsOnWayTo([start], looks) && aliasedPlaces(configured, folder, specifier, looks);
  return aliased !== undefined && manifestsOnWayTo(aliased, looks) !== undefined && placesBehind(folder, specifier, looks) !== undefined;
}

/**
 * Where a request leads by the entry points of packages; aliases of a configuration have no say in it.
 *
 * @returns undefined where the resolver cannot be trusted with a manifest on the way
 */
function placesBehind(folder: string, specifier: string, looks: Looks): readonly string[] | undefined {
  const found = new Set<string>();
  const requests = new Map([["", { folder, specifier }]]);
  for (const request of requests.values()) {
    const places = isPlainRequest(request.specifier) ? placesOf(request.folder, request.specifier, looks) : undefined;
    const manifests = places && manifestsOnWayTo([request.folder, ...places], looks);
    if (places === undefined || manifests === undefined) return undefined;
    for (const place of places) found.add(place);
    for (const manifest of manifests) {
      if (manifest.entries === noRewrites) continue;
      for (const { star, to } of rewritten(manifest.entries, entrySubjects(manifest, request.folder, request.specifier, looks))) {
        const next = { folder: dirname(manifest.path), specifier: star === undefined ? to : to.replaceAll("*", () => star) };
        requests.set(`${next.folder}\n${next.specifier}`, next);
        if (requests.size > mostRequests) return undefined;
      }
    }
  }
  return [...found];
}

/** What a configuration of TypeScript says, with all that it extends. */
interface Configured {
  readonly configurations: readonly Manifest[];
  /** Where `${configDir}` can be. */
  readonly folders: readonly string[];
  readonly bases: readonly string[];
  readonly rootDirs: readonly string[];
}

/** The configurations that a module in a folder can belong to; undefined where the resolver cannot be trusted with one. */
function configuredIn(folder: string, looks: Looks): readonly Configured[] | undefined {
  return looks.once(configuredIn, folder, () => {
    const outer = dirname(folder) === folder ? [] : configuredIn(dirname(folder), looks);
    const path = inFolder(folder, "tsconfig.json");
    const own = looks.once(manifestAt, path, () => manifestAt(path, looks));
    const here = own === undefined ? [] : configuredBy(own, looks);
    return outer === undefined || here === undefined ? undefined : here.length === 0 ? outer : [...outer, ...here];
  });
}

/** A configuration, and those that it refers to. */
function configuredBy(root: Manifest, looks: Looks): readonly Configured[] | undefined {
  const references = configurationsAt(root.led.path.map((path) => resolve(dirname(root.path), path)), looks);
  const found: Configured[] = [];
  for (const start of [root, ...references ?? []]) {
    const extended = references && withExtended(start, looks);
    if (extended === undefined) return undefined;
    const folders = foldersOf(start.path, looks);
    const at = (field: "baseUrl" | "rootDirs"): readonly string[] => [...new Set(extended.flatMap(({ led, path }) => led[field].flatMap((value) => placesIn(foldersOf(path, looks), value, folders))))];
    const rootDirs = at("rootDirs");
    if (rootDirs.length > mostTargets) return undefined;
    found.push({ configurations: extended, folders, bases: at("baseUrl"), rootDirs });
  }
  return found;
}

function withExtended(start: Manifest, looks: Looks): readonly Manifest[] | undefined {
  const ways = new Map([[start, 0]]);
  for (const [{ led, path }, way] of ways) {
    const places = new Set<string>();
    for (const specifier of new Set(led.extends)) {
      const behind = way > longestWay ? undefined : placesBehind(dirname(path), specifier, looks);
      if (behind === undefined) return undefined;
      for (const place of behind) for (const entry of [place, ...entryPointsOf(place, looks)]) places.add(entry);
    }
    const extended = configurationsAt([...places], looks);
    if (extended === undefined) return undefined;
    for (const configuration of extended) if (!ways.has(configuration)) ways.set(configuration, way + 1);
  }
  return [...ways.keys()];
}

/** The configurations at some paths, which the resolver completes. */
function configurationsAt(places: readonly string[], looks: Looks): readonly Manifest[] | undefined {
  const starts = new Set(places.flatMap((place) => [place, `${place}.json`, inFolder(place, "tsconfig.json")]));
  return manifestsFrom([...starts], looks)?.filter(({ path }) => starts.has(path));
}

function entryPointsOf(folder: string, looks: Looks): readonly string[] {
  const path = inFolder(folder, "package.json");
  const { main = [], module = [] } = looks.once(manifestAt, path, () => manifestAt(path, looks))?.led ?? {};
  return [...main, ...module].map((entry) => resolve(folder, `./${entry}`));
}

const templates = /^\$\{configDir\}\/*/;

/** The paths that a value of a configuration can be. */
function placesIn(bases: readonly string[], value: string, folders: readonly string[]): readonly string[] {
  const rest = value.replace(templates, "");
  return rest === value ? bases.map((base) => resolve(base, value)) : folders.map((folder) => resolve(folder, rest));
}

/** Where aliases, `baseUrl` and `rootDirs` lead; undefined where that is to more places than anybody names. */
function aliasedPlaces(configured: readonly Configured[], folder: string, specifier: string, looks: Looks): ReadonlySet<string> | undefined {
  const found = new Set<string>();
  for (const one of configured) {
    const places = specifier.startsWith(".") ? placesInRoots(one, folder, specifier) : placesOfAlias(one, specifier, looks);
    for (const place of places ?? []) found.add(place);
    if (places === undefined || found.size > mostPlaces) return undefined;
  }
  return found;
}

function placesInRoots({ rootDirs }: Configured, folder: string, specifier: string): readonly string[] {
  const targets = [specifier, withoutQuery(specifier)].map((path) => resolve(folder, path));
  return rootDirs.flatMap((root) => targets.filter((target) => target.startsWith(root)).flatMap((target) => rootDirs.map((other) => resolve(other, `./${target.slice(root.length)}`))));
}

function placesOfAlias({ bases, configurations, folders }: Configured, specifier: string, looks: Looks): readonly string[] | undefined {
  const paths = [...new Set([specifier, withoutQuery(specifier)])];
  const found = bases.flatMap((base) => paths.map((path) => resolve(base, path)));
  for (const { aliases, path } of configurations) {
    const targets = rewritten(aliases, paths);
    if (targets.length > mostTargets) return undefined;
    const here = [...foldersOf(path, looks), ...bases];
    for (const { star, to } of targets) for (const place of placesIn(here, to, folders)) found.push(star === undefined ? place : place.replace("*", () => star));
  }
  return found;
}

/** Of a configuration: where it was found, and where it is. */
function foldersOf(path: string, looks: Looks): readonly string[] {
  return [...new Set([dirname(path), dirname(looks.realPathOf(path))])];
}

/** The manifests on the way to some paths, and those that these name; undefined where the resolver cannot be trusted with one. */
function manifestsOnWayTo(paths: Iterable<string>, looks: Looks): ReadonlySet<Manifest> | undefined {
  const found = new Set<Manifest>();
  for (const path of paths) {
    for (const place of looks.guessedStampOf(path) === undefined ? [path] : new Set([path, looks.realPathOf(path)])) {
      const manifests = manifestsAbove(place, looks);
      if (manifests === undefined) return undefined;
      for (const manifest of manifests) found.add(manifest);
    }
  }
  return found;
}

function manifestsAbove(path: string, looks: Looks): readonly Manifest[] | undefined {
  return looks.once(manifestsAbove, path, () => {
    const outer = dirname(path) === path ? [] : manifestsAbove(dirname(path), looks);
    if (outer === undefined || looks.guessedStampOf(path) === undefined) return outer;
    const here = manifestsFrom(names.map((name) => inFolder(path, name)), looks);
    return here === undefined || here.length === 0 ? here && outer : [...new Set([...outer, ...here])];
  });
}

/** Manifests, and those that their texts name. */
function manifestsFrom(manifests: readonly string[], looks: Looks): readonly Manifest[] | undefined {
  const ways = new Map(manifests.map((path) => [path, 0]));
  const found: Manifest[] = [];
  let length = 0;
  for (const [path, way] of ways) {
    const manifest = looks.once(manifestAt, path, () => manifestAt(path, looks));
    if (manifest === undefined) continue;
    found.push(manifest);
    length += manifest.length;
    if (manifest.isHarmful || way > longestWay || found.length > mostManifests || length > mostText) return undefined;
    for (const named of manifest.named) if (!ways.has(named)) ways.set(named, way + 1);
  }
  return found;
}
