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
  targets?: readonly string[];
  /** With those of packages that are followed. */
  followed?: readonly string[];
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
  let open = resolved(path, sourcesIn(text), following);
  for (let depth = 0; depth < deepest && open.length > 0; depth += 1) {
    const next: string[] = [];
    for (const found of open) {
      if (asked.has(found)) continue;
      if (asked.add(found).size > most) return false;
      const module = look(found, settings);
      if (module.names) return true;
      module.targets ??= resolved(found, module.sources, following);
      next.push(...module.targets);
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
  let open = followed(path, own, settings, following);
  for (let depth = 0; depth < deepest && open.length > 0; depth += 1) {
    const next: string[] = [];
    for (const found of open) {
      if (asked.has(found)) continue;
      if (asked.add(found).size > mostBehind) return undefined;
      const module = look(found, settings);
      for (const source of module.sources) sources.add(source);
      module.followed ??= followed(found, module.sources, settings, following);
      next.push(...module.followed);
    }
    open = next;
  }
  return sources;
}

/** The modules of the project that the imports of one lead to. */
function resolved(from: string, sources: readonly string[], following: Following): readonly string[] {
  return readable(from, sources, following, "project").filter((found) => !isOfPackage(found));
}

/** With those of packages that are followed. */
function followed(from: string, sources: readonly string[], settings: Settings, following: Following): readonly string[] {
  return readable(from, sources, following, "all").filter((found) => !isOfPackage(found) || following.follows(found, from, () => look(found, settings).isHelper));
}

function readable(from: string, sources: readonly string[], following: Following, which: "all" | "project"): readonly string[] {
  return sources.flatMap((source) => {
    const found = isBuiltin(source) || !following.mayFollow(source) ? undefined : which === "all" ? files().resolve(from, source) : files().resolveInProject(from, source);
    return found === undefined || !isReadable(found) ? [] : [found];
  });
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
  // What its imports lead to is kept with it: that a file is added which one looked for in vain shows once this one changes.
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
