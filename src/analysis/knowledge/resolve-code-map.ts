import { statSync, type Stats } from "node:fs";
import { createRequire } from "node:module";
import { dirname, isAbsolute, join, resolve } from "node:path";
import { CodeMapError } from "./code-map-error.js";

/** The folders of packages: looking for one again would not find another. */
const packages = new Map<string, string>();

/**
 * The folder of a code map.
 *
 * @param codeMap a folder that `generate` wrote, or a package whose subpath `registry` is a code map's
 * @param cwd what a relative folder is relative to, and where a package is looked for
 * @throws CodeMapError when there is neither
 */
export function resolveCodeMap(codeMap: string, cwd: string): string {
  const folder = resolve(cwd, codeMap);
  if (statsOf(folder)?.isDirectory() === true) return folder;
  const found = /^\.{1,2}(?:[\\/]|$)/.test(codeMap) || isAbsolute(codeMap) || codeMap === "" ? undefined : packageFolder(codeMap, cwd);
  if (found !== undefined) return found;
  throw new CodeMapError(codeMap, `is neither a folder in ${cwd} nor an installed code map; write it with \`tencentcloud-codes generate --out <folder>\`.`);
}

/** What a path leads to; undefined for nothing, and for a path that leads nowhere, such as one with a NUL or in a circle of links. */
export function statsOf(path: string): Stats | undefined {
  try {
    return statSync(path, { throwIfNoEntry: false });
  } catch {
    return undefined;
  }
}

function packageFolder(name: string, cwd: string): string | undefined {
  const key = `${cwd}\n${name}`;
  let folder = packages.get(key);
  if (folder === undefined) {
    if (hasOddManifest(name, cwd)) return undefined;
    try {
      folder = dirname(createRequire(join(cwd, "package.json")).resolve(`${name}/registry`));
    } catch {
      return undefined;
    }
    packages.set(key, folder);
  }
  return folder;
}

/** Whether a manifest that Node reads for the package is no file: it would wait for a pipe. */
function hasOddManifest(name: string, cwd: string): boolean {
  for (let at = resolve(cwd); ; at = dirname(at)) {
    const manifests = [at, join(at, "node_modules", name)].map((folder) => statsOf(join(folder, "package.json")));
    if (manifests.some((found) => found?.isFile() === false)) return true;
    if (dirname(at) === at) return false;
  }
}
