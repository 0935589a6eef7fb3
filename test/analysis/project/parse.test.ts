import { parse } from "@typescript-eslint/parser";
import type { TSESTree } from "@typescript-eslint/utils";
import { describe, expect, it, onTestFinished, vi } from "vitest";
import { loadNative } from "../../../src/analysis/project/native.js";
import { parseModule } from "../../../src/analysis/project/parse.js";

function statements(text: string): readonly TSESTree.ProgramStatement[] {
  return parseModule("/a.ts", text)?.program.body ?? [];
}

/** Every kind of statement and expression, as short as it can be written. */
const short = `
import a, { b } from "a"; import * as c from "c"; export * from "d"; export * as e from "e"; export { b as f }; export default class {}
enum A { B } declare const d: string; namespace N { export const x = 1; } abstract class C extends D { p; static q = 1; m() { return; } get g() { return 1; } abstract n(): void; constructor(private r) { super(); } static {} [k: string]: unknown; }
interface I { m(): void; p; } type T = A | B; let v; const { w, ...x } = v; const [y, , z = 1] = v; var o = { p, q: 1, r() {}, ["s"]: 2, ...v };
function f(h, i = 1, ...j) { if (h) return; else throw h; } async function* g() { yield; yield* g(); await v; for await (const l of v) break; } declare function q(): void;
for (;;) break; for (const k in v) continue; for (const k of v) {} while (v) {} do {} while (v); try {} catch {} try { v; } catch (e) {} finally {} m: switch (v) { case 1: break m; default: }
v?.w(); v?.[0]; v!; v as T; v satisfies T; <T>v; new V; new V(1); v\`t\${v}\`; (u) => u; async () => {}; v ? 1 : 2; v ?? v; !v; v++; v += 1; (v, v); import("a"); import.meta; /r/g; 1n; typeof v; this; debugger;
`;

/** What is null in one tree of a text and undefined in the other, as `Node.property`. */
function nullInstead(one: unknown, other: unknown): readonly string[] {
  if (typeof one !== "object" || one === null || typeof other !== "object" || other === null) return [];
  return Object.entries(one).flatMap(([key, value]: [string, unknown]) => {
    const same = (other as Readonly<Record<string, unknown>>)[key];
    if (key === "parent") return [];
    return value === null && same === undefined ? [`${String((one as { readonly type?: unknown }).type)}.${key}`] : nullInstead(value, same);
  });
}

describe("a module that is parsed to be followed", () => {
  it("leaves undefined what is not written, as the types of typescript-eslint say", () => {
    const [fn] = statements("function f(a) { return g(a); }");
    expect(fn).toMatchObject({ returnType: undefined, typeParameters: undefined, params: [{ typeAnnotation: undefined }] });
  });

  it("has null only where typescript-eslint has it", () => {
    expect(new Set(nullInstead(statements(short), parse(short, { range: true }).body))).toEqual(new Set());
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

describe("a package of native code", () => {
  it("is loaded", () => {
    expect(loadNative("one", () => 1)).toBe(1);
  });

  it("that is not there for this machine is told once, and asked for once", () => {
    const warning = vi.spyOn(process, "emitWarning").mockImplementation(() => undefined);
    onTestFinished(() => {
      warning.mockRestore();
    });
    const load = vi.fn((): unknown => {
      throw new Error(`Cannot find native binding.${" npm has a bug.".repeat(100)}\nRequire stack:`);
    });
    expect([loadNative("oxc-parser", load), loadNative("oxc-parser", load)]).toEqual([undefined, undefined]);
    expect(load).toHaveBeenCalledTimes(1);
    expect(warning.mock.calls).toEqual([[expect.stringMatching(/^The rules follow no imports into other modules, because oxc-parser cannot be loaded \(Cannot find native binding\. npm.{1,170}…\)\. Install the optional dependencies too, or set settings\.tencentcloud\.followImports to false\.$/), { type: "eslint-plugin-tencentcloud" }]]);
  });

  it("that Yarn's Plug'n'Play leaves zipped is told with what to set", () => {
    const warning = vi.spyOn(process, "emitWarning").mockImplementation(() => undefined);
    const versions = process.versions as NodeJS.ProcessVersions & { pnp?: string };
    versions.pnp = "3";
    onTestFinished(() => {
      warning.mockRestore();
      delete versions.pnp;
    });
    loadNative("zipped", () => {
      throw new Error("Cannot find module");
    });
    expect(warning.mock.calls[0]?.[0]).toBe('The rules follow no imports into other modules, because zipped cannot be loaded (Cannot find module). Set dependenciesMeta["zipped"].unplugged to true in the package.json at the root of the project and run "yarn install", or set settings.tencentcloud.followImports to false.');
  });
});
