import { posix } from "node:path";
import type { Files } from "../../../src/analysis/project/files.js";

let revision = 0;

/** Files that stand in memory alone, by their paths. The alias `@/` is `folder`. */
export function filesInMemory(texts: ReadonlyMap<string, string>, folder: string): Files {
  revision += 1;
  const stamp = String(revision);
  const extensions = ["", ".ts", ".js", "/index.ts"];
  const resolve = (from: string, specifier: string): string | undefined => {
    const path = specifier.startsWith("@/") ? posix.join(folder, specifier.slice(2)) : specifier.startsWith(".") ? posix.join(posix.dirname(from), specifier) : undefined;
    if (path === undefined) return undefined;
    const written = path.replace(/\.js$/, "");
    return [path, ...extensions.map((extension) => `${written}${extension}`)].find((candidate) => texts.has(candidate));
  };
  return {
    resolve,
    resolveInProject: resolve,
    stamp: (path) => (texts.has(path) ? stamp : undefined),
    read: (path) => texts.get(path),
  };
}
