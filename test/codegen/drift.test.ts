import { describe, expect, it } from "vitest";

import { driftOf } from "../../src/codegen/drift.js";

const files = (entries: Readonly<Record<string, string>>): ReadonlyMap<string, string> => new Map(Object.entries(entries));

describe("driftOf", () => {
  it("is empty for the same files", () => {
    expect(driftOf(files({ "a.ts": "1\n" }), files({ "a.ts": "1\n" }))).toEqual([]);
  });

  it("shows the lines that differ", () => {
    expect(driftOf(files({ "a.ts": "1\n2\n3\n" }), files({ "a.ts": "1\n3\n4\n" }))).toEqual(["different: a.ts", "  - 2", "  + 4"]);
  });

  it("counts a line as often as it stands there", () => {
    expect(driftOf(files({ "a.ts": "x\nx" }), files({ "a.ts": "x" }))).toEqual(["different: a.ts", "  - x"]);
  });

  it("says when only the order differs", () => {
    expect(driftOf(files({ "a.ts": "1\n2" }), files({ "a.ts": "2\n1" }))).toEqual(["different: a.ts", "  the order of the lines differs"]);
  });

  it("says when only the line ends differ", () => {
    expect(driftOf(files({ "a.ts": "1\r\n2\r\n" }), files({ "a.ts": "1\n2\n" }))).toEqual(["other line ends: a.ts"]);
  });

  it("names files that are missing and too many", () => {
    expect(driftOf(files({ "old.ts": "" }), files({ "new.ts": "" }))).toEqual(["missing: new.ts", "not from the catalog: old.ts"]);
  });

  it("shows at most twenty lines of a file", () => {
    const many = Array.from({ length: 30 }, (_, index) => String(index)).join("\n");
    expect(driftOf(files({ "a.ts": "" }), files({ "a.ts": many })).at(-1)).toBe("  and 11 more lines");
  });
});
