import { resolve } from "node:path";

import ts from "typescript";

const FILE = resolve("test/types/count-main.ts");
const OPTIONS: ts.CompilerOptions = {
  target: ts.ScriptTarget.ES2023,
  lib: ["lib.es2023.d.ts"],
  module: ts.ModuleKind.NodeNext,
  types: ["node"],
  strict: true,
  skipLibCheck: true,
  noEmit: true,
};

const parsed = new Map<string, ts.SourceFile | undefined>();

/** What a program costs the checker, and what it says about it. */
export interface Count {
  readonly instantiations: number;
  /** As the command line of the compiler prints them, without their places. */
  readonly errors: readonly string[];
}

/** Checks a program in memory, in a project with the code map and Node's types. */
export function count(text: string): Count {
  const disk = ts.createCompilerHost(OPTIONS);
  const host: ts.CompilerHost = {
    ...disk,
    fileExists: (path) => path === FILE || disk.fileExists(path),
    readFile: (path) => (path === FILE ? text : disk.readFile(path)),
    getSourceFile: (path, language) => {
      if (path === FILE) return ts.createSourceFile(path, text, language);
      if (!parsed.has(path)) parsed.set(path, disk.getSourceFile(path, language));
      return parsed.get(path);
    },
  };
  const program = ts.createProgram([FILE], OPTIONS, host);
  const errors = ts.getPreEmitDiagnostics(program).map(({ code, messageText }) => `error TS${String(code)}: ${ts.flattenDiagnosticMessageText(messageText, "\n")}`);
  // The number that `tsc --extendedDiagnostics` prints; the published types leave the method out.
  const { getInstantiationCount } = program as unknown as { getInstantiationCount: () => number };
  return { instantiations: getInstantiationCount(), errors };
}
