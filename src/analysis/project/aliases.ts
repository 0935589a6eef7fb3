import { basename, dirname, resolve } from "node:path";
import { inFolder, type Looks } from "./looks.js";
import { manifestAt } from "./manifest.js";

interface Aliases {
  /** What one can begin with. */
  readonly starts: ReadonlySet<string>;
  /** The folders in which any name is looked for. */
  readonly bases: ReadonlySet<string>;
}

/** Whether a configuration of TypeScript can have a say in what a module in `folder` imports by a name. */
export function mayBeAlias(folder: string, specifier: string, looks: Looks): boolean {
  const aliases = aliasesOver(folder, looks);
  if (aliases === undefined) return true;
  const [first = ""] = specifier.split("/", 1);
  for (const start of aliases.starts) if (specifier.startsWith(start)) return true;
  for (const base of aliases.bases) if (looks.mayHoldName(base, first)) return true;
  return false;
}

/** The aliases of all configurations that a module in `folder` can belong to, and of what these extend and refer to. */
export function aliasesOver(folder: string, looks: Looks): Aliases | undefined {
  return looks.once(aliasesOver, folder, () => {
    const starts = new Set<string>();
    const bases = new Set<string>();
    for (const outer of looks.foldersFrom(folder)) {
      const aliases = looks.once(aliasesFrom, outer, () => aliasesFrom(inFolder(outer, "tsconfig.json"), looks));
      if (aliases === undefined) return undefined;
      for (const start of aliases.starts) starts.add(start);
      for (const base of aliases.bases) bases.add(base);
    }
    return { starts, bases };
  });
}

/** More than a project has. */
const mostConfigurations = 200;

function aliasesFrom(start: string, looks: Looks): Aliases | undefined {
  const paths = new Set([start]);
  const starts = new Set<string>();
  const folders = new Set<string>();
  for (const path of paths) {
    const manifest = looks.once(manifestAt, path, () => manifestAt(path, looks));
    if (manifest === undefined) continue;
    const { hasPatterns, isHarmful, keys, named } = manifest;
    const bases = manifest.led.baseUrl;
    const isPackage = basename(path) === "package.json";
    if (isHarmful || paths.size > mostConfigurations || (isPackage && hasPatterns) || keys.has("") || bases.some((base) => base.includes("${"))) return undefined;
    for (const key of keys) starts.add(key);
    for (const base of isPackage ? [] : bases) folders.add(resolve(dirname(path), base));
    // What the manifest of a package names matters where a configuration extends one of that package.
    for (const other of named) if (isPackage ? basename(other) !== "package.json" : basename(other) !== "package.json" || /[\\/]node_modules[\\/]/.test(other)) paths.add(other);
  }
  return { starts, bases: folders };
}
