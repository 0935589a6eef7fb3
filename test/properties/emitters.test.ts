import fc from "fast-check";
import ts from "typescript";
import { expect, it } from "vitest";

import { catalogOf, filesOf } from "../codegen/hand-made.js";
import { runs } from "./runs.js";

const text = fc.array(fc.oneof(fc.constantFrom("*/", "`", "${", "\\", '"', "'", "\n", "\u2028", "__proto__", "constructor", "//", "@"), fc.string({ maxLength: 6, unit: "binary" })), { maxLength: 5 }).map((parts) => parts.join(""));

/** The string literals that stand as names of members or as types in a file. */
function literalsIn(path: string, source: string): ReadonlySet<string> {
  const file = ts.createSourceFile(path, source, ts.ScriptTarget.ES2023, true);
  const found = new Set<string>();
  const visit = (node: ts.Node): void => {
    if (ts.isStringLiteral(node)) found.add(node.text);
    ts.forEachChild(node, visit);
  };
  visit(file);
  return found;
}

it("whatever the codes and texts, the files parse and name each code", () => {
  fc.assert(
    fc.property(fc.uniqueArray(text, { minLength: 1, maxLength: 8 }), text, (codes, description) => {
      const files = filesOf(catalogOf({}, { cbs: { codes: new Map(codes.map((code) => [code, description])) } }));
      const source = files.get("cbs.ts") ?? "";
      const { diagnostics } = ts.transpileModule(source, { reportDiagnostics: true, compilerOptions: { target: ts.ScriptTarget.ES2023, module: ts.ModuleKind.ESNext } });
      expect(diagnostics).toEqual([]);
      const literals = literalsIn("cbs.ts", source);
      expect(codes.filter((code) => !literals.has(code))).toEqual([]);
    }),
    runs(25),
  );
});
