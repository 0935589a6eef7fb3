import { dirname, join, resolve } from "node:path";
import { inFolder, looksNow, type Looks } from "./looks.js";
import { manifestAt } from "./manifest.js";

/** The resolver reads these itself, whatever they are and however large. */
const names = ["package.json", "tsconfig.json"];
/** How many may lead from one to the next, as `extends` does, and to how many others: more than anybody writes. */
const longestWay = 50;
const mostManifests = 2_000;
/** In characters. */
const mostText = 4 * 1024 * 1024;

/**
 * Whether the resolver can be asked about `specifier` in the module `from`: no `package.json` and no `tsconfig.json` on its
 * way is a FIFO, a device, larger than 512 KiB or nested deeper than 100 levels, and neither is one that these name: what is
 * extended or referred to, and what stands where an alias or an entry point leads. What a `*` stands for is not looked at.
 */
export function isSafeToResolve(from: string, specifier: string): boolean {
  const looks = looksNow();
  const folder = dirname(from);
  const target = /^\.|^[\\/]/.test(specifier) ? [resolve(folder, specifier)] : packagesNamed(folder, specifier, looks);
  return [folder, ...target].every((start) => isSafeAbove(start, looks) && isSafeAbove(looks.realPathOf(start), looks));
}

/** Where a package of this name would stand, seen from a folder and those above. */
function packagesNamed(folder: string, specifier: string, looks: Looks): readonly string[] {
  const name = /^(?:@[^/]+\/)?[^/]+/.exec(specifier)?.[0] ?? specifier;
  return looks.packagesOver(folder).map((packages) => join(packages, name));
}

function isSafeAbove(path: string, looks: Looks): boolean {
  return looks.once(isSafeAbove, path, () => (dirname(path) === path || isSafeAbove(dirname(path), looks)) && (looks.stampOf(path) === undefined || areHarmless(names.map((name) => inFolder(path, name)), looks)));
}

/** Looks at manifests, and at those that their texts name. */
function areHarmless(manifests: readonly string[], looks: Looks): boolean {
  const ways = new Map(manifests.map((path) => [path, 0]));
  let read = 0;
  let length = 0;
  for (const [path, way] of ways) {
    const manifest = looks.once(manifestAt, path, () => manifestAt(path, looks));
    if (manifest === undefined) continue;
    read += 1;
    length += manifest.length;
    if (manifest.isHarmful || way > longestWay || read > mostManifests || length > mostText) return false;
    for (const named of manifest.named) if (!ways.has(named)) ways.set(named, way + 1);
  }
  return true;
}
