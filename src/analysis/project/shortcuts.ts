import { basename, dirname, join, resolve } from "node:path";
import { bytesOf } from "../knowledge/regular-file.js";
import { mayBeAlias } from "./aliases.js";
import { inFolder, type Looks } from "./looks.js";

/** In the order in which the resolver tries them. */
export const extensions = [".ts", ".tsx", ".mts", ".cts", ".js", ".jsx", ".mjs", ".cjs"];
/** TypeScript names the file that it writes. */
export const writtenFrom: Readonly<Record<string, readonly string[]>> = { ".js": [".ts", ".tsx", ".js", ".jsx"], ".jsx": [".tsx", ".jsx"], ".mjs": [".mts", ".mjs"], ".cjs": [".cts", ".cjs"] };

/** `./a`, `../lib/b.js`, without what the resolver reads as a query, a fragment or a folder. */
const plainRelative = /^\.\.?\/(?:[^?#\\\0]*\/)?[^/?#\\\0]+$/;
/** `react`, `@acme/a/b` */
const plainBare = /^(?:@[\w.~-]+\/)?[\w~-][\w.~-]*(?:\/[\w.~/-]*)?$/;

/**
 * The file that the resolver finds for a relative specifier, links followed, where a look at its folder tells: no
 * configuration has a say in it while it is there. Undefined where only the resolver knows, or there is none.
 */
export function relativeFile(folder: string, specifier: string, looks: Looks): string | undefined {
  if (!plainRelative.test(specifier)) return undefined;
  const target = resolve(folder, specifier);
  const place = dirname(target);
  const first = firstOf(place, namesFor(basename(target)), looks);
  if (first !== undefined || looks.entriesOf(place)?.get(basename(target)) !== "folder") return fileAt(place, first, looks);
  const entries = looks.entriesOf(target);
  return entries === undefined || entries.has("package.json") || entries.has("index") ? undefined : fileAt(target, firstOf(target, indexNames, looks), looks);
}

const indexNames = extensions.map((extension) => `index${extension}`);

function namesFor(name: string): readonly string[] {
  const extension = /(?<=.)\.[cm]?jsx?$/.exec(name)?.[0];
  const instead = extension === undefined ? undefined : writtenFrom[extension];
  if (extension === undefined || instead === undefined) return [name, ...extensions.map((other) => `${name}${other}`)];
  return instead.map((other) => `${name.slice(0, -extension.length)}${other}`);
}

/** What comes first of what stands in a folder and is no folder itself. */
function firstOf(folder: string, names: readonly string[], looks: Looks): string | undefined {
  const entries = looks.entriesOf(folder);
  return entries === undefined ? undefined : names.find((name) => entries.has(name) && entries.get(name) !== "folder");
}

/** Undefined also for a link, and for something odd. */
function fileAt(folder: string, name: string | undefined, looks: Looks): string | undefined {
  return name === undefined || looks.entriesOf(folder)?.get(name) !== "file" ? undefined : inFolder(looks.realPathOf(folder), name);
}

/** Where else the resolver looks for packages. */
const looksElsewhere = process.env["NODE_PATH"] !== undefined || process.env["OXC_RESOLVER_YARN_PNP"] !== undefined || process.versions["pnp"] !== undefined;

/**
 * What a look at the folders of packages tells of the name of one: that there is none, or that it is installed, and no part of
 * a workspace. Undefined where only the resolver knows: of an alias, and of the name of the package that a module belongs to.
 */
export function packageNamed(folder: string, specifier: string, looks: Looks): PackageNamed {
  if (looksElsewhere || !plainBare.test(specifier)) return undefined;
  return looks.once(packageNamed, `${folder}\n${specifier}`, () => lookForPackage(folder, specifier, looks));
}

type PackageNamed = "installed" | "missing" | undefined;

function lookForPackage(folder: string, specifier: string, looks: Looks): PackageNamed {
  const name = /^(?:@[^/]+\/)?[^/]+/.exec(specifier)?.[0] ?? specifier;
  let found: PackageNamed = "missing";
  for (const packages of looks.packagesOver(folder)) {
    if (!looks.mayHoldName(dirname(join(packages, name)), basename(name))) continue;
    const place = inFolder(packages, name);
    if (!looks.isFolder(place) || !/[\\/]node_modules[\\/]/.test(looks.realPathOf(place))) return undefined;
    found = "installed";
  }
  return mayBeAlias(folder, specifier, looks) || namesAround(folder, looks)?.has(name) !== false ? undefined : found;
}

/** In bytes. */
const largestManifest = 512 * 1024;

/** The names of the packages that a folder belongs to; undefined where that cannot be told. */
function namesAround(folder: string, looks: Looks): ReadonlySet<string> | undefined {
  return looks.once(namesAround, folder, () => {
    const outer = dirname(folder) === folder ? new Set<string>() : namesAround(dirname(folder), looks);
    const path = inFolder(folder, "package.json");
    if (outer === undefined || looks.stampOf(path) === undefined) return outer;
    const text = looks.isFolder(path) ? "" : bytesOf(path, largestManifest)?.toString();
    // Another letter may be behind an escape.
    return text === undefined || text.includes("\\u") ? undefined : new Set([...outer, ...[...text.matchAll(/"name"\s*:\s*"([^"]*)"/g)].map(([, name = ""]) => name)]);
  });
}
