import fc from "fast-check";
import { describe, expect, it } from "vitest";

import { InputError } from "../../src/catalog/input-error.js";
import { runs } from "../properties/runs.js";
import { compiled, problemsOf } from "./compile.js";
import { catalogOf, filesOf } from "./hand-made.js";

/** Text that has ended comments, strings, templates and lines before. */
const DANGEROUS = [
  "*/", "/*", "`", "${", "\\", "'", '"', "\n", "\r\n", "\u2028", "\u2029", "\ufeff", "\0", "@deprecated", "{@link x}", "</script>", "//", "/*rows:0*/",
  "__proto__", "constructor", "toString", "hasOwnProperty", "../x", "\ud800", "\udc00", "错误码", " ", ".", "|",
];

const anyUnits = fc.array(fc.integer({ min: 0, max: 0xffff }), { maxLength: 8 }).map((units) => String.fromCharCode(...units));
const text = fc.array(fc.oneof(fc.constantFrom(...DANGEROUS), anyUnits), { maxLength: 5 }).map((parts) => parts.join(""));
const codes = fc.uniqueArray(text, { minLength: 1, maxLength: 12 });

describe("whatever the sources say", { timeout: 120_000 }, () => {
  it("the generated code type-checks and holds exactly the codes", async () => {
    await fc.assert(
      fc.asyncProperty(codes, text, codes, async (ownCodes, description, actionNames) => {
        const described = new Map(ownCodes.map((code) => [code, description]));
        const actions = new Map(actionNames.map((name) => [name, ownCodes]));
        const files = filesOf(catalogOf({ InternalError: description }, { cbs: { codes: described, actions } }));
        expect(problemsOf(files)).toEqual([]);
        const { service } = (await compiled(files)("cbs.js")) as { service: { codes: object; actions: Record<string, readonly string[]> } };
        expect(Object.keys(service.codes).sort()).toEqual([...new Set([...ownCodes, "InternalError"])].sort());
        expect(Object.entries(service.actions).sort()).toEqual(actionNames.map((name) => [name, ownCodes]).sort());
      }),
      runs(8),
    );
  });

  it("the registry finds exactly the codes", async () => {
    await fc.assert(
      fc.asyncProperty(codes, text, async (ownCodes, other) => {
        const files = filesOf(catalogOf({}, { cbs: { codes: new Map(ownCodes.map((code) => [code, ""])) } }));
        const { servicesDocumenting } = (await compiled(files)("registry.js")) as { servicesDocumenting: (code: string) => readonly string[] };
        expect(ownCodes.map(servicesDocumenting)).toEqual(ownCodes.map(() => ["cbs"]));
        expect(servicesDocumenting(other)).toEqual(ownCodes.includes(other) ? ["cbs"] : []);
      }),
      runs(8),
    );
  });

  it("descriptions reach the table unchanged", async () => {
    const description = DANGEROUS.join(" and ");
    const files = filesOf(catalogOf({}, { cbs: { codes: { "A.B": description } } }));
    const { cbsErrorCodes } = (await compiled(files)("cbs.js")) as { cbsErrorCodes: Record<string, { descriptions: { text: string }[] }> };
    expect(cbsErrorCodes["A.B"]?.descriptions[0]?.text).toBe(description);
  });

  it("descriptions make one line of docstring without tags", () => {
    const line = filesOf(catalogOf({}, { cbs: { codes: { "A.B": DANGEROUS.join(" and ") } } })).get("cbs.ts")?.split("\n").find((row) => row.includes("ErrorCodeInfo<"));
    expect(line).toMatch(/^ {2}\/\*\* .* \*\/ readonly "A\.B": ErrorCodeInfo<"unclassified">;$/);
    expect(line).not.toContain("@");
  });

  it("descriptions make docstrings without pictures, links and elements: editors show Markdown", () => {
    const description = "![a](https://a.example/b.png) [c](command:d) <img src=e> </f> <!-- g < 1 > h";
    const line = filesOf(catalogOf({}, { cbs: { codes: { "A.B": description } } })).get("cbs.ts")?.split("\n").find((row) => row.includes("ErrorCodeInfo<"));
    expect(line).toContain("![a]&#40;https://a.example/b.png) [c]&#40;command:d) &lt;img src=e> &lt;/f> &lt;!-- g < 1 > h");
  });

  it("a code and an action called __proto__ stand in the tables", async () => {
    const files = filesOf(catalogOf({}, { cbs: { codes: new Map([["__proto__", ""]]), actions: new Map([["__proto__", ["__proto__"]]]) } }));
    const { service } = (await compiled(files)("cbs.js")) as { service: { codes: object; actions: object } };
    expect([Object.keys(service.codes), Object.keys(service.actions)]).toEqual([["__proto__"], ["__proto__"]]);
  });

  it("codes and actions that are called as members of every object type-check, described or not", () => {
    const names = ["__proto__", "constructor", "hasOwnProperty", "toString", "valueOf"];
    const catalog = catalogOf({}, { cbs: { codes: new Map([...names, "A.B"].map((name) => [name, ""])), actions: new Map(names.map((name) => [name, names])) } });
    const cbs = catalog.services.get("cbs");
    if (cbs === undefined) throw new Error("The catalog lacks the service.");
    const codes = new Map([...cbs.codes].map(([code, entry]) => [code, code === "A.B" ? entry : { ...entry, descriptions: [], tryAgainLater: true }]));
    expect(problemsOf(filesOf({ ...catalog, services: new Map([["cbs", { ...cbs, codes }]]) }))).toEqual([]);
  });

  it("no character that an editor would hide or obey stands in a file", () => {
    const marks = "a\u202eb\u2066c\u2069\u200e\u200f\u061c\u200b\u00ad\ufeff\u{e0041}\u{e0100}\ufe0f\u3164\u034f\u2028\u0085\u001bd";
    const file = filesOf(catalogOf({ InternalError: marks }, { cbs: { codes: { "A.B": marks }, actions: new Map([["Do", ["A.B"]]]) } })).get("cbs.ts") ?? "";
    expect(file).toContain("\\u202e");
    expect(file.replaceAll("\n", "")).not.toMatch(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Default_Ignorable_Code_Point}]/u);
  });

  it("a very long description is cut in the docstring only", () => {
    const file = filesOf(catalogOf({}, { cbs: { codes: { A: "x".repeat(100_000) } } })).get("cbs.ts") ?? "";
    expect(file.split("x".repeat(401)).length - 1).toBe(249);
  });

  it.each(["__proto__", "../x", "Cbs", "a b", "", "1a", "a.b", "a/b", "cbs.js", "index", "registry", "common", "guards", "retry", "runtime", "con", "prn", "aux", "nul", "com1", "lpt9"])(
    "a service called %j is refused",
    (id) => {
      const service = { id, versions: [], codes: new Map(), actions: new Map(), sources: [] };
      expect(() => filesOf({ common: new Map(), services: new Map([[id, service]]), anomalies: [] })).toThrow(InputError);
    },
  );

  it("services called as members of every object or words of the language are fine", () => {
    const ids = ["constructor", "as", "ai3d", "domain", "region", "import", "default"];
    expect(problemsOf(filesOf(catalogOf({}, Object.fromEntries(ids.map((id) => [id, { codes: { A: "" } }])))))).toEqual([]);
  });
});
