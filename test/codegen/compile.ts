import { mkdtempSync, mkdirSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { pathToFileURL } from "node:url";

import ts from "typescript";
import { onTestFinished } from "vitest";

const OPTIONS: ts.CompilerOptions = {
  target: ts.ScriptTarget.ES2023,
  lib: ["lib.es2023.d.ts"],
  module: ts.ModuleKind.NodeNext,
  moduleResolution: ts.ModuleResolutionKind.NodeNext,
  types: [],
  strict: true,
  noUncheckedIndexedAccess: true,
  exactOptionalPropertyTypes: true,
  verbatimModuleSyntax: true,
  skipLibCheck: true,
  noEmit: true,
};

const libraries = new Map<string, ts.SourceFile | undefined>();

/** What the compiler has to say about files in memory; empty where it accepts them. */
export function problemsOf(files: ReadonlyMap<string, string>): readonly string[] {
  const disk = ts.createCompilerHost(OPTIONS);
  const inMemory = (path: string): string | undefined => (path === "/map/package.json" ? `{"type":"module"}` : files.get(path.replace("/map/", "")));
  const host: ts.CompilerHost = {
    ...disk,
    fileExists: (path) => inMemory(path) !== undefined || disk.fileExists(path),
    directoryExists: (path) => path.startsWith("/map") || ts.sys.directoryExists(path),
    readFile: (path) => inMemory(path) ?? disk.readFile(path),
    getSourceFile: (path, language) => {
      const text = inMemory(path);
      if (text !== undefined) return ts.createSourceFile(path, text, language);
      if (!libraries.has(path)) libraries.set(path, disk.getSourceFile(path, language));
      return libraries.get(path);
    },
  };
  const program = ts.createProgram([...files.keys()].map((path) => `/map/${path}`), OPTIONS, host);
  return ts.getPreEmitDiagnostics(program).map(({ file, messageText }) => `${file?.fileName ?? ""}: ${ts.flattenDiagnosticMessageText(messageText, "\n")}`);
}

/** Writes the files as JavaScript to a folder for the time of the tests; returns how to import one of them. */
export function compiled(files: ReadonlyMap<string, string>): (path: string) => Promise<Record<string, unknown>> {
  const folder = mkdtempSync(join(tmpdir(), "code-map-"));
  onTestFinished(() => {
    rmSync(folder, { recursive: true });
  });
  writeFileSync(join(folder, "package.json"), `{"type":"module"}`);
  for (const [path, text] of files) {
    const file = join(folder, path.replace(/\.ts$/, ".js"));
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, ts.transpileModule(text, { compilerOptions: { ...OPTIONS, module: ts.ModuleKind.ESNext } }).outputText);
  }
  return (path) => import(pathToFileURL(join(folder, path)).href) as Promise<Record<string, unknown>>;
}
