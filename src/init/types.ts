import { existsSync } from "node:fs";
import { dirname, isAbsolute, join, posix, relative, sep } from "node:path";

import { groupBy } from "../catalog/order.js";
import { printable } from "../catalog/printable.js";
import { inclusionOf, loadCompiler, tsconfigOf, type Compiler, type Inclusion } from "./compiler.js";
import { literalPattern, writtenFiles } from "./places.js";

const typescript = /\.[cm]?tsx?$/;
const declaration = /\.d\.[cm]?ts$/;
/** More files of one name than this are named once, for all folders. */
const fewNamesakes = 3;

/** The patterns of TypeScript files that the typed entry of a configuration is about. */
export const typescriptFiles = "**/*.{ts,tsx,mts,cts}";
const typescriptFilesAtTop = "*.{ts,tsx,mts,cts}";

/** Which TypeScript files can be linted with types: those that a `tsconfig.json` includes. */
export interface TypedFiles {
  /** Whether there are any, now or later. */
  readonly some: boolean;
  /** Patterns of those that no `tsconfig.json` includes: with the project service, they do not even parse. */
  readonly without: readonly string[];
}

/**
 * Looks through the TypeScript files below a folder.
 *
 * @returns that all can be linted with types where the project has no compiler that could be asked
 */
export function typedFiles(folder: string): TypedFiles {
  const compiler = loadCompiler(folder);
  if (compiler === undefined) return { some: true, without: [] };
  const inclusions = new Map<string, Inclusion>();
  const files = [...writtenFiles(folder)].filter((file) => typescript.test(file) && !declaration.test(file));
  const isIncluded = (file: string): boolean => includes(compiler, inclusions, file);
  const outside = files.filter((file) => !isIncluded(file));
  const own = tsconfigOf(folder);
  const top = own === undefined ? undefined : inclusionFor(compiler, inclusions, own);
  const some = files.length > outside.length || (top?.folders.length ?? 0) > 0;
  const isTopOpen = (top?.folders ?? []).some((included) => /^(?:\.\.\/?)*$/.test(posixPath(folder, included)));
  const atTop = files.filter((file) => dirname(file) === folder);
  // Tools put their configuration there, also later.
  const isTopOutside = !isTopOpen && atTop.every((file) => outside.includes(file));
  const below = isTopOutside ? outside.filter((file) => dirname(file) !== folder) : outside;
  return { some, without: [...(isTopOutside ? [typescriptFilesAtTop] : []), ...patternsFor(folder, below, files)] };
}

/**
 * Where a new file of a project's sources belongs, as a path with a slash at its end or nothing: into `src`, unless its
 * `tsconfig.json` includes other folders only.
 */
export function sourceFolderOf(folder: string, isTypeScript: boolean): string {
  const src = existsSync(join(folder, "src")) ? "src/" : "";
  const tsconfig = isTypeScript ? tsconfigOf(folder) : undefined;
  const compiler = tsconfig === undefined ? undefined : loadCompiler(folder);
  if (tsconfig === undefined || compiler === undefined) return src;
  const included = inclusionOf(compiler, tsconfig).folders.map((path) => posixPath(folder, path)).filter(canHoldSources);
  // A pattern may look into more than this folder, such as one that is above it.
  if (included.length === 0 || included.some((path) => path === "" || src.startsWith(`${path}/`))) return src;
  return `${included.find((path) => existsSync(join(folder, path))) ?? included[0] ?? ""}/`;
}

/** Whether people have sources in a folder: it is below the project, not hidden and none of packages, and its name stands on one line. */
function canHoldSources(path: string): boolean {
  return !isAbsolute(path) && printable(path) === path && path.split("/").every((part) => !part.startsWith(".") && part !== "node_modules");
}

function includes(compiler: Compiler, inclusions: Map<string, Inclusion>, file: string): boolean {
  const tsconfig = tsconfigOf(dirname(file));
  return tsconfig !== undefined && inclusionFor(compiler, inclusions, tsconfig).files.has(file.replaceAll("\\", "/"));
}

function inclusionFor(compiler: Compiler, inclusions: Map<string, Inclusion>, tsconfig: string): Inclusion {
  const known = inclusions.get(tsconfig) ?? inclusionOf(compiler, tsconfig);
  inclusions.set(tsconfig, known);
  return known;
}

/** Few patterns for files: whole folders first, then names that stand in many folders, then single files. */
function patternsFor(folder: string, outside: readonly string[], files: readonly string[]): readonly string[] {
  const wholes = outside.map((file) => wholeFolder(folder, file, files, new Set(outside)) ?? file);
  const folders = [...new Set(wholes.filter((path) => !outside.includes(path)))];
  const single = outside.filter((_, index) => wholes[index] === outside[index]);
  const byName = [...groupBy(single, (file) => posix.basename(posixPath(folder, file)))];
  const named = byName.flatMap(([name, namesakes]) => {
    const isAll = files.filter((file) => posix.basename(posixPath(folder, file)) === name).length === namesakes.length;
    return isAll && namesakes.length > fewNamesakes ? [`**/${literalPattern(name)}`] : namesakes.map((file) => literalPattern(posixPath(folder, file)));
  });
  return [...folders.map((path) => `${literalPattern(posixPath(folder, path))}/**`), ...named].sort();
}

/** The highest folder of a file, below `folder`, of which nothing is included. */
function wholeFolder(folder: string, file: string, files: readonly string[], outside: ReadonlySet<string>): string | undefined {
  let whole: string | undefined;
  for (let current = dirname(file); current !== folder; current = dirname(current)) {
    const prefix = `${current}${sep}`;
    if (!files.every((other) => outside.has(other) || !other.startsWith(prefix))) return whole;
    whole = current;
  }
  return whole;
}

function posixPath(folder: string, path: string): string {
  return relative(folder, path).split(sep).join("/");
}
