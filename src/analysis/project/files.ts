import { createRequire } from "node:module";
import { dirname } from "node:path";
import { bytesOf } from "../knowledge/regular-file.js";
import { statsOf } from "../knowledge/resolve-code-map.js";
import { epoch } from "./epoch.js";
import { isSafeToResolve } from "./manifests.js";
import { looksNow } from "./looks.js";
import { loadNative } from "./native.js";
import { extensions, packageNamed, relativeFile, writtenFrom } from "./shortcuts.js";

/** Where modules are looked for and read. */
export interface Files {
  /** The absolute path of what `specifier` names in the module `from`, links followed; undefined where there is none. */
  resolve(from: string, specifier: string): string | undefined;
  /** As `resolve`, for those who only ask for modules of the project: undefined also where a look at its name shows that it is a package's. */
  resolveInProject(from: string, specifier: string): string | undefined;
  /** What changes when a file does; undefined where there is no file that is small enough to be read. */
  stamp(path: string): string | undefined;
  /** The text of a file; undefined where it is no UTF-8. */
  read(path: string): string | undefined;
}

/** Nobody writes a helper of this size by hand; bundles are larger. In bytes. */
const largest = 256 * 1024;

interface Resolver {
  sync(folder: string, specifier: string): { readonly path?: string };
  resolveFileSync(file: string, specifier: string): { readonly path?: string };
  clearCache(): void;
}

const resolvesNothing: Resolver = { sync: () => ({}), resolveFileSync: () => ({}), clearCache: () => undefined };

/** Loaded late: where no import is followed, its native code is never needed. */
function createResolver(): Resolver {
  const native = loadNative("oxc-resolver", () => createRequire(import.meta.url)("oxc-resolver") as { ResolverFactory: new (options: object) => Resolver });
  if (native === undefined) return resolvesNothing;
  return new native.ResolverFactory({
    tsconfig: "auto",
    extensions,
    extensionAlias: writtenFrom,
    conditionNames: ["node", "import", "require", "default"],
    mainFields: ["module", "main"],
  });
}

function once(known: Map<string, Map<string, string | undefined>>, from: string, specifier: string, find: () => string | undefined): string | undefined {
  let ofPlace = known.get(from);
  if (ofPlace === undefined) known.set(from, (ofPlace = new Map<string, string | undefined>()));
  const path = ofPlace.get(specifier);
  if (path !== undefined || ofPlace.has(specifier)) return path;
  const found = find();
  ofPlace.set(specifier, found);
  return found;
}

/** The files of this machine. */
export function filesOnDisk(): Files {
  let resolver: Resolver | undefined;
  let clearedIn = -1;
  /** What the imports of each module lead to. */
  const known = new Map<string, Map<string, string | undefined>>();
  /** What they lead to from a folder, where nobody looks at a configuration. */
  const knownInFolders = new Map<string, Map<string, string | undefined>>();
  const findWithoutAliases = (resolver: Resolver, folder: string, specifier: string): string | undefined => once(knownInFolders, folder, specifier, () => resolver.sync(folder, specifier).path);
  const find = (from: string, specifier: string): string | undefined => {
    const folder = dirname(from);
    const looks = looksNow();
    const near = relativeFile(folder, specifier, looks);
    if (near !== undefined) return near;
    if (packageNamed(folder, specifier, looks) === "missing") return undefined;
    if (!isSafeToResolve(from, specifier)) return undefined;
    resolver ??= createResolver();
    // A configuration of TypeScript that cannot be read only means that there are no aliases.
    return resolver.resolveFileSync(from, specifier).path ?? findWithoutAliases(resolver, folder, specifier);
  };
  const resolve = (from: string, specifier: string): string | undefined => {
    const now = epoch();
    if (now !== clearedIn) {
      resolver?.clearCache();
      known.clear();
      knownInFolders.clear();
      clearedIn = now;
    }
    return once(known, from, specifier, () => find(from, specifier));
  };
  return {
    resolve,
    resolveInProject: (from, specifier) => (packageNamed(dirname(from), specifier, looksNow()) === undefined ? resolve(from, specifier) : undefined),
    stamp(path) {
      // What was there when it was looked for can be gone, with its folder, or be a circle of links.
      const found = statsOf(path);
      return found?.isFile() === true && found.size <= largest ? `${String(found.mtimeMs)}:${String(found.size)}` : undefined;
    },
    read(path) {
      try {
        const bytes = bytesOf(path, largest);
        return bytes === undefined ? undefined : new TextDecoder("utf-8", { fatal: true }).decode(bytes);
      } catch {
        return undefined;
      }
    },
  };
}

let inUse: Files | undefined;

/** Those that are asked: this machine's, unless others were handed in. */
export function files(): Files {
  return (inUse ??= filesOnDisk());
}

/** Has modules read from somewhere else, as tests do; undefined for this machine's files again. */
export function useFiles(others: Files | undefined): void {
  inUse = others;
}
