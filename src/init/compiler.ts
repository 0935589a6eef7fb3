import { statSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import type TypeScript from "typescript";

import { reasonOf } from "../catalog/files.js";
import { InputError } from "../catalog/input-error.js";
import { excerptOf } from "../catalog/printable.js";
import { nearestFile } from "./places.js";

/** The functions of the compiler that read a `tsconfig.json`. */
export type Compiler = typeof TypeScript;

/** What one `tsconfig.json` and those that it references include. */
export interface Inclusion {
  /** The folders that its patterns look into, the first ones first. */
  readonly folders: readonly string[];
  readonly files: ReadonlySet<string>;
}

/** The project's own compiler; undefined where there is none, or one without these functions, as TypeScript 7 is. */
export function loadCompiler(folder: string): Compiler | undefined {
  for (const from of [join(folder, "package.json"), import.meta.url]) {
    try {
      const compiler = createRequire(from)("typescript") as Partial<Compiler>;
      if (compiler.parseJsonConfigFileContent !== undefined && compiler.createProgram !== undefined) return compiler;
    } catch {
      // Not installed there.
    }
  }
  return undefined;
}

/** The `tsconfig.json` that is asked for the files of a folder. */
export function tsconfigOf(folder: string): string | undefined {
  return nearestFile(folder, ["tsconfig.json"]);
}

/**
 * What a `tsconfig.json` includes, with what it references. One that cannot be read includes nothing.
 *
 * @throws InputError where the compiler itself fails, as it does on what nests deeper than its stack
 */
export function inclusionOf(compiler: Compiler, tsconfig: string): Inclusion {
  try {
    return inclusionFrom(compiler, tsconfig, new Set());
  } catch (error) {
    if (error instanceof InputError) throw error;
    throw new InputError(`TypeScript cannot follow it and the files that it leads to: ${excerptOf(reasonOf(error))}.`, { file: tsconfig });
  }
}

function inclusionFrom(compiler: Compiler, tsconfig: string, seen: Set<string>): Inclusion {
  if (seen.has(tsconfig)) return { folders: [], files: new Set() };
  seen.add(tsconfig);
  const readFile = (file: string): string | undefined => (isReadable(file) ? compiler.sys.readFile(file) : undefined);
  const { config } = compiler.readConfigFile(tsconfig, readFile) as { readonly config?: { readonly include?: unknown; readonly files?: unknown } };
  const parsed = compiler.parseJsonConfigFileContent(config ?? {}, { ...compiler.sys, readFile }, dirname(tsconfig), undefined, tsconfig);
  const references = (parsed.projectReferences ?? []).map((reference) => inclusionFrom(compiler, compiler.resolveProjectReferencePath(reference), seen));
  return {
    folders: [...new Set([...Object.keys(parsed.wildcardDirectories ?? {}), ...references.flatMap(({ folders }) => folders)])],
    files: new Set([...filesOf(compiler, parsed, readFile), ...references.flatMap(({ files }) => [...files])]),
  };
}

/** Of a project that names its files, those that they import belong to it too. */
function filesOf(compiler: Compiler, { fileNames, options, wildcardDirectories }: TypeScript.ParsedCommandLine, readFile: TypeScript.CompilerHost["readFile"]): readonly string[] {
  if (fileNames.length === 0 || Object.keys(wildcardDirectories ?? {}).length > 0) return fileNames;
  const chosen = { ...options, noLib: true, types: [] };
  const host = { ...compiler.createCompilerHost(chosen), readFile };
  host.getSourceFile = (name, target) => {
    const text = readFile(name);
    return text === undefined ? undefined : compiler.createSourceFile(name, text, target);
  };
  return compiler.createProgram(fileNames, chosen, host).getSourceFiles().map(({ fileName }) => fileName);
}

/** The compiler itself waits for pipes, and reads devices to their end. */
function isReadable(file: string): boolean {
  try {
    return statSync(file, { throwIfNoEntry: false })?.isFile() === true;
  } catch {
    return false;
  }
}
