import { readFileSync } from "node:fs";
import { dirname, join } from "node:path";

/** The major version of a package as a file would load it; undefined where it is not installed. */
export function installedMajor(name: string, filename: string): number | undefined {
  for (let folder = dirname(filename); ; folder = dirname(folder)) {
    const major = majorIn(join(folder, "node_modules", name, "package.json"));
    if (major !== undefined || folder === dirname(folder)) return major;
  }
}

function majorIn(path: string): number | undefined {
  try {
    const { version } = JSON.parse(readFileSync(path, "utf8")) as { version?: unknown };
    const major = typeof version === "string" ? Number.parseInt(version, 10) : Number.NaN;
    return Number.isNaN(major) ? undefined : major;
  } catch {
    return undefined;
  }
}
