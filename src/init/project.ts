import { existsSync } from "node:fs";
import { join, posix } from "node:path";

import { withoutMark } from "../catalog/encoding.js";
import { readText } from "../catalog/files.js";
import { InputError } from "../catalog/input-error.js";

export type PackageManager = "bun" | "npm" | "pnpm" | "yarn";

/** What the configuration depends on in a user's project. */
export interface Project {
  readonly folder: string;
  readonly language: "javascript" | "typescript";
  /** What a file that ends in `.js` is. */
  readonly modules: "commonjs" | "esm";
  readonly packageManager: PackageManager;
  /** The packages that its `package.json` asks for. */
  readonly dependencies: ReadonlySet<string>;
  /** The name of its flat configuration, and the text. */
  readonly config: { readonly file: string; readonly text: string } | undefined;
  /** The name of a configuration that ESLint no longer reads. */
  readonly legacyConfig: string | undefined;
  /** Where its own sources are: `src/` or nothing. */
  readonly sourceFolder: "" | "src/";
  /** Folders that hold what is built from the sources. */
  readonly built: readonly string[];
}

/** In the order in which ESLint looks for them. */
const configFiles = ["js", "mjs", "cjs", "ts", "mts", "cts"].map((extension) => `eslint.config.${extension}`);
const legacyConfigFiles = [".eslintrc.js", ".eslintrc.cjs", ".eslintrc.yaml", ".eslintrc.yml", ".eslintrc.json", ".eslintrc"];
/** What build tools call the folders that they write. */
export const builtFolders: readonly string[] = ["dist", "build", "out", "coverage"];
const lockFiles: Readonly<Record<string, PackageManager>> = { "pnpm-lock.yaml": "pnpm", "yarn.lock": "yarn", "bun.lock": "bun", "bun.lockb": "bun" };

interface Manifest {
  readonly type?: unknown;
  readonly dependencies?: object;
  readonly devDependencies?: object;
  readonly peerDependencies?: object;
}

/**
 * Looks at the project in a folder.
 *
 * @throws InputError when the folder holds no project, or a `package.json` that cannot be read
 */
export function readProject(folder: string): Project {
  const manifest = readManifest(folder);
  const dependencies = new Set(Object.keys({ ...manifest.peerDependencies, ...manifest.devDependencies, ...manifest.dependencies }));
  const has = (file: string): boolean => existsSync(join(folder, file));
  const config = configFiles.find(has);
  const lockFile = Object.keys(lockFiles).find(has);
  return {
    folder,
    language: has("tsconfig.json") || dependencies.has("typescript") ? "typescript" : "javascript",
    modules: manifest.type === "module" ? "esm" : "commonjs",
    packageManager: (lockFile === undefined ? undefined : lockFiles[lockFile]) ?? "npm",
    dependencies,
    config: config === undefined ? undefined : { file: config, text: readText(join(folder, config)) },
    legacyConfig: legacyConfigFiles.find(has),
    sourceFolder: has("src") ? "src/" : "",
    built: [...new Set([...outputFolder(folder), ...builtFolders.filter(has)])],
  };
}

/** The folder that the compiler writes to, if `tsconfig.json` names one below the project. */
function outputFolder(folder: string): string[] {
  const file = join(folder, "tsconfig.json");
  if (!existsSync(file)) return [];
  const named = /"outDir"\s*:\s*"(?<path>[^"]+)"/.exec(readText(file))?.groups?.["path"] ?? "";
  const path = posix.normalize(named.replace(/^\$\{configDir\}\//, "")).replace(/\/$/, "");
  return path.startsWith(".") || path.startsWith("/") ? [] : [path];
}

function readManifest(folder: string): Manifest {
  const file = "package.json";
  if (!existsSync(join(folder, file))) throw new InputError("there is no package.json here; run init in the folder of a project.", { file });
  try {
    const manifest: unknown = JSON.parse(withoutMark(readText(join(folder, file))));
    if (typeof manifest === "object" && manifest !== null) return manifest;
  } catch {
    // Told below, in the same words as for JSON that is no object.
  }
  throw new InputError("this is no JSON object, so it cannot be a package.json.", { file });
}
