import { existsSync } from "node:fs";
import { join } from "node:path";

import { packageRoot } from "../catalog/package-root.js";

/**
 * The catalog directory to read: what the user says, else `catalog` in the working directory if it
 * is one, else the one that comes with the package.
 */
export function catalogToRead(told: string | undefined): string {
  if (told !== undefined) return told;
  const here = ["services", "documents"].some((folder) => existsSync(join("catalog", folder)));
  return here ? "catalog" : join(packageRoot(), "catalog");
}
