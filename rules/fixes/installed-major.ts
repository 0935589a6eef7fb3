import { dirname, join } from "node:path";
import { manifestIn } from "../../src/analysis/knowledge/own-modules.js";

/** The major version of a package as a file would load it; undefined where it is not installed. */
export function installedMajor(name: string, filename: string): number | undefined {
  for (let folder = dirname(filename); ; folder = dirname(folder)) {
    const major = majorIn(join(folder, "node_modules", name));
    if (major !== undefined || folder === dirname(folder)) return major;
  }
}

function majorIn(folder: string): number | undefined {
  const version = manifestIn(folder)?.["version"];
  const major = typeof version === "string" ? Number.parseInt(version, 10) : Number.NaN;
  return Number.isNaN(major) ? undefined : major;
}
