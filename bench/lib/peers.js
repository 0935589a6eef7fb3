import { execFileSync } from "node:child_process";
import { existsSync, mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";

import { root } from "./measure.js";

/** A folder with packages that only a comparison needs; installed once, outside the project's own dependencies. */
export function peerFolder(packages) {
  const names = Object.entries(packages).map(([name, version]) => `${name}@${version}`);
  const folder = join(root, "bench/dist/peers", names.join("+").replaceAll(/[^\w.+-]/g, "_"));
  if (existsSync(join(folder, "node_modules"))) return folder;
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, "package.json"), JSON.stringify({ private: true, type: "module" }));
  execFileSync("npm", ["install", "--save-exact", "--ignore-scripts", "--no-audit", "--no-fund", ...names], { cwd: folder, stdio: ["ignore", "ignore", "inherit"], shell: process.platform === "win32" });
  return folder;
}

/** A script beside such packages. */
export function peerScript(packages, name, text) {
  const path = join(peerFolder(packages), name);
  writeFileSync(path, text);
  return path;
}
