import { join } from "node:path";
import ts from "typescript";
import { memoryProgram } from "../tools/memory-program.js";

const folder = join(import.meta.dirname, "../..");

const options: ts.CompilerOptions = {
  target: ts.ScriptTarget.ES2023,
  module: ts.ModuleKind.NodeNext,
  moduleResolution: ts.ModuleResolutionKind.NodeNext,
  strict: true,
  noUncheckedIndexedAccess: true,
  exactOptionalPropertyTypes: true,
  noFallthroughCasesInSwitch: true,
  types: [],
  skipLibCheck: true,
  noEmit: true,
};

/** Where a source that is kept in memory seems to stand: beside the packages that it imports. */
export function pathOf(index: number): string {
  return join(folder, `in-memory-${String(index)}.ts`);
}

/** One program for all sources: making one takes longer than checking them all. */
export function programOf(sources: readonly string[]): ts.Program {
  return memoryProgram(new Map(sources.map((text, index) => [pathOf(index), text])), options);
}

/** What the compiler has to say about each source: its complaints, then the source that they are about. */
export function complaintsAbout(sources: readonly string[]): readonly string[] {
  const program = programOf(sources);
  return sources.flatMap((text, index) => {
    const file = program.getSourceFile(pathOf(index));
    const found = file === undefined ? [] : [...program.getSyntacticDiagnostics(file), ...program.getSemanticDiagnostics(file)];
    if (found.length === 0) return [];
    return [[...found.map(({ messageText }) => ts.flattenDiagnosticMessageText(messageText, "\n")), text].join("\n")];
  });
}
