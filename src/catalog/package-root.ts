import { existsSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

/**
 * The folder of this package, both for its sources and for what is compiled of them: the nearest one above this file
 * that holds the retry policy.
 */
export function packageRoot(): string {
  let folder = dirname(fileURLToPath(import.meta.url));
  while (!existsSync(join(folder, "catalog", "retry.json"))) {
    const parent = dirname(folder);
    if (parent === folder) throw new Error("The package's catalog folder is missing: install the package again.");
    folder = parent;
  }
  return folder;
}

/** The version of this package. */
export function packageVersion(): string {
  const { version } = JSON.parse(readFileSync(join(packageRoot(), "package.json"), "utf8")) as { readonly version: string };
  return version;
}
