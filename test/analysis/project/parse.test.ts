import type { TSESTree } from "@typescript-eslint/utils";
import { describe, expect, it } from "vitest";
import { parseModule } from "../../../src/analysis/project/parse.js";

function statements(text: string): readonly TSESTree.ProgramStatement[] {
  return parseModule("/a.ts", text)?.program.body ?? [];
}

describe("a module that is parsed to be followed", () => {
  it("leaves undefined what is not written, as the types of typescript-eslint say", () => {
    const [fn] = statements("function f(a) { return g(a); }");
    expect(fn).toMatchObject({ returnType: undefined, typeParameters: undefined, params: [{ typeAnnotation: undefined }] });
  });

  it("stands before the linted file, and apart from every other module", () => {
    const [first] = statements("call(1);");
    const [second] = statements("call(2);");
    expect(first?.range[1]).toBeLessThan(0);
    expect(second?.range[1]).toBeLessThan(first?.range[0] ?? 0);
  });

  it("has the text of its nodes where they stand", () => {
    const module = parseModule("/a.ts", "// a comment\nexport const a = 1;");
    const [statement] = module?.program.body ?? [];
    expect(statement === undefined ? undefined : module?.sourceCode.getText(statement)).toBe("export const a = 1;");
  });

  it("knows the parents of its nodes", () => {
    const [statement] = statements("call(1);");
    expect(statement?.parent).toMatchObject({ type: "Program" });
  });
});
