import { isBuiltin } from "node:module";
import { mayDealWithErrors, mayHoldTencentCode } from "../source/gate.js";
import type { Settings } from "../source/settings.js";
import { epoch } from "./epoch.js";
import { files } from "./files.js";
import { isHelperText, isReadable, type Following } from "./followed.js";

/** How many imports lead to a module that names Tencent Cloud, and how many modules are asked for one file. */
const deepest = 5;
const most = 100;
/** As many as one file is linked to. */
const mostBehind = 200;

interface Seen {
  /** The epoch in which it was looked at last. */
  at: number;
  readonly stamp: string | undefined;
  readonly names: boolean;
  readonly isHelper: boolean;
  readonly sources: readonly string[];
  /** The modules that these lead to; absent while nobody has asked. */
  targets?: Targets;
  /** With those of packages that are followed. */
  followed?: Targets;
}

/** What the imports of a module lead to. */
interface Targets {
  readonly paths: readonly string[];
  /** The epoch after which they are looked for again, because one was missing; undefined where all of the project's are there. */
  readonly until: number | undefined;
}

/** What the texts of modules say, under the settings that say what names Tencent Cloud and which packages are followed. */
const seenUnder = new Map<string, Map<string, Seen>>();
/** More than a project has; of a larger one the oldest are looked at anew. */
const mostSeen = 20_000;

/**
 * Whether a file that names nothing of Tencent Cloud reads a code and imports something that does, at last through other
 * modules. Only texts are looked at.
 */
export function leadsToTencentCloud(path: string, text: string, settings: Settings, following: Following): boolean {
  if (!importsAny.test(text) || !mayDealWithErrors(text)) return false;
  const asked = new Set([path]);
  let open = resolved(path, sourcesIn(text), following).paths;
  for (let depth = 0; depth < deepest && open.length > 0; depth += 1) {
    const next: string[] = [];
    for (const found of open) {
      if (asked.has(found)) continue;
      if (asked.add(found).size > most) return false;
      const module = look(found, settings);
      if (module.names) return true;
      module.targets = stillThere(module.targets) ?? resolved(found, module.sources, following);
      next.push(...module.targets.paths);
    }
    open = next;
  }
  return false;
}

/** What a file and all modules that it is linked to can import from; undefined where these are too many to be looked at. */
export function sourcesBehind(path: string, text: string, settings: Settings, following: Following): ReadonlySet<string> | undefined {
  const own = sourcesIn(text);
  const sources = new Set(own);
  const asked = new Set([path]);
  let open = followed(path, own, settings, following).paths;
  for (let depth = 0; depth < deepest && open.length > 0; depth += 1) {
    const next: string[] = [];
    for (const found of open) {
      if (asked.has(found)) continue;
      if (asked.add(found).size > mostBehind) return undefined;
      const module = look(found, settings);
      for (const source of module.sources) sources.add(source);
      module.followed = stillThere(module.followed) ?? followed(found, module.sources, settings, following);
      next.push(...module.followed.paths);
    }
    open = next;
  }
  return sources;
}

function stillThere(targets: Targets | undefined): Targets | undefined {
  return targets?.until === undefined || targets.until === epoch() ? targets : undefined;
}

/** The modules of the project that the imports of one lead to. */
function resolved(from: string, sources: readonly string[], following: Following): Targets {
  return readable(from, sources, following, "project", (found) => !isOfPackage(found));
}

/** With those of packages that are followed. */
function followed(from: string, sources: readonly string[], settings: Settings, following: Following): Targets {
  return readable(from, sources, following, "all", (found) => !isOfPackage(found) || following.follows(found, from, () => look(found, settings).isHelper));
}

function readable(from: string, sources: readonly string[], following: Following, which: "all" | "project", isAskedFor: (found: string) => boolean): Targets {
  const paths: string[] = [];
  let until: number | undefined;
  for (const source of sources) {
    if (isBuiltin(source) || !following.mayFollow(source)) continue;
    const found = which === "all" ? files().resolve(from, source) : files().resolveInProject(from, source);
    if (found === undefined && source.startsWith(".")) until = epoch();
    if (found !== undefined && isReadable(found) && isAskedFor(found)) paths.push(found);
  }
  return { paths, until };
}

function isOfPackage(path: string): boolean {
  return /[\\/]node_modules[\\/]/.test(path);
}

function look(path: string, settings: Settings): Seen {
  const seen = seenFor(settings);
  const known = seen.get(path);
  const at = epoch();
  if (known?.at === at) return known;
  const stamp = files().stamp(path);
  // What its imports lead to is kept with it: that an alias is added which one looked for in vain shows once this one changes.
  if (known !== undefined && known.stamp === stamp) {
    known.at = at;
    return known;
  }
  const text = stamp === undefined ? undefined : files().read(path);
  const fresh = text === undefined ? { names: false, isHelper: false, sources: [] } : { names: mayHoldTencentCode(text, settings, false), isHelper: isHelperText(text), sources: sourcesIn(text) };
  const found = { at, stamp, ...fresh };
  if (seen.size >= mostSeen && !seen.has(path)) seen.clear();
  seen.set(path, found);
  return found;
}

/** Settings come as one object for each configuration. */
const seenOf = new WeakMap<Settings, Map<string, Seen>>();

function seenFor(settings: Settings): Map<string, Seen> {
  const known = seenOf.get(settings);
  if (known !== undefined) return known;
  const { sdkModules, errorGuards, errorClasses, followImports } = settings;
  const key = JSON.stringify([sdkModules, errorGuards, errorClasses, followImports]);
  const seen = seenUnder.get(key) ?? new Map<string, Seen>();
  seenUnder.set(key, seen);
  seenOf.set(settings, seen);
  return seen;
}

const imports = /\b(?:from|import|require)(?:\s*\()?(?:\s|\/\*[^*]{0,200}\*\/)*["'`]([^"'`\n]+)["'`]/g;
/** Finds the first: most texts begin with one. */
const importsAny = new RegExp(imports, "");

/** What a text imports. */
function sourcesIn(text: string): readonly string[] {
  const found = new Set([...text.matchAll(imports)].map(([, source = ""]) => source));
  // A part of a text keeps all of it in memory; a copy does not.
  return [...found].map((source) => Buffer.from(source).toString());
}
