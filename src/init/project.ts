import { existsSync } from "node:fs";
import { basename, join, posix, relative, sep } from "node:path";

import { withoutMark } from "../catalog/encoding.js";
import { readText } from "../catalog/files.js";
import { InputError } from "../catalog/input-error.js";
import { parsedJson } from "../catalog/json-read.js";
import { builtFolders, nearestFile, writtenFiles } from "./places.js";
import { sourceFolderOf } from "./types.js";

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
  /** The flat configuration that ESLint finds from here, its path and the text; it can stand in a folder above. */
  readonly config: { readonly file: string; readonly text: string } | undefined;
  /** The name of a configuration that ESLint no longer reads. */
  readonly legacyConfig: string | undefined;
  /** Where its own sources are, such as `src/`; nothing for the folder itself, undefined for the top of a monorepo that has none. */
  readonly sourceFolder: string | undefined;
  /** Whether the packages of a monorepo stand below. */
  readonly isMonorepo: boolean;
  /** Folders that hold what is built from the sources. */
  readonly built: readonly string[];
}

/** In the order in which ESLint looks for them. */
/** The names of flat configurations. */
export const configFiles = ["js", "mjs", "cjs", "ts", "mts", "cts"].map((extension) => `eslint.config.${extension}`);
const legacyConfigFiles = [".eslintrc.js", ".eslintrc.cjs", ".eslintrc.yaml", ".eslintrc.yml", ".eslintrc.json", ".eslintrc"];
const lockFiles: Readonly<Record<string, PackageManager>> = { "pnpm-lock.yaml": "pnpm", "yarn.lock": "yarn", "bun.lock": "bun", "bun.lockb": "bun" };

interface Manifest {
  readonly type?: unknown;
  readonly dependencies?: object;
  readonly devDependencies?: object;
  readonly peerDependencies?: object;
  readonly workspaces?: unknown;
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
  const config = nearestFile(folder, configFiles);
  const isTypeScript = has("tsconfig.json") || dependencies.has("typescript") || hasTsconfig(folder);
  const isMonorepo = manifest.workspaces !== undefined || (has("pnpm-workspace.yaml") && namesPackages(join(folder, "pnpm-workspace.yaml"))) || has("lerna.json");
  return {
    folder,
    language: isTypeScript ? "typescript" : "javascript",
    modules: manifest.type === "module" ? "esm" : "commonjs",
    packageManager: lockFiles[basename(nearestFile(folder, Object.keys(lockFiles)) ?? "")] ?? "npm",
    dependencies,
    config: config === undefined ? undefined : { file: relative(folder, config).split(sep).join("/"), text: readText(config) },
    legacyConfig: legacyConfigFiles.find(has),
    sourceFolder: isMonorepo && !has("src") ? undefined : sourceFolderOf(folder, isTypeScript),
    isMonorepo,
    built: [...new Set([...outputFolder(folder), ...builtFolders.filter(has)])],
  };
}

/** Whether pnpm's file makes a workspace: without packages, it holds settings only, also those of a single package. */
function namesPackages(file: string): boolean {
  return /^\ufeff?["']?packages["']?\s*:/m.test(readText(file));
}

/** Whether there is a project of TypeScript at or below a folder. */
function hasTsconfig(folder: string): boolean {
  for (const file of writtenFiles(folder)) if (basename(file) === "tsconfig.json") return true;
  return false;
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
  if (!existsSync(join(folder, file))) throw new InputError("There is no package.json here; run init in the folder of a project.", { file });
  const manifest = parsedJson(withoutMark(readText(join(folder, file))), file);
  if (typeof manifest === "object" && manifest !== null && !Array.isArray(manifest)) return manifest;
  throw new InputError("It is no JSON object, so it cannot be a package.json.", { file });
}
