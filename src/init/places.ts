import { existsSync, readdirSync } from "node:fs";
import { dirname, join } from "node:path";

/** What build tools call the folders that they write. */
export const builtFolders: readonly string[] = ["dist", "build", "out", "coverage", ".next", ".nuxt", ".output", ".svelte-kit"];
const notSources = new Set([".git", "node_modules", ...builtFolders]);

/** The files below a folder that somebody wrote: none of packages and of builds. */
export function* writtenFiles(folder: string): Generator<string> {
  for (const entry of readdirSync(folder, { withFileTypes: true })) {
    const path = join(folder, entry.name);
    if (entry.isDirectory() && !notSources.has(entry.name)) yield* writtenFiles(path);
    else if (entry.isFile()) yield path;
  }
}

/** A path as a pattern that matches nothing else. */
export function literalPattern(path: string): string {
  return path.replace(/[\\*?[\]{}()!+@]/g, "\\$&");
}

/** The nearest file of one of the names, from a folder upward; in one folder, the first name comes first. */
export function nearestFile(folder: string, names: readonly string[]): string | undefined {
  for (let current = folder; ; current = dirname(current)) {
    const found = names.find((name) => existsSync(join(current, name)));
    if (found !== undefined) return join(current, found);
    if (dirname(current) === current) return undefined;
  }
}
