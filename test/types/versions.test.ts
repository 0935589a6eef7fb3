import { readdirSync, realpathSync } from "node:fs";

import { describe, expect, it } from "vitest";

import type { COMPILERS } from "./tsc.js";
import { tsc } from "./tsc.js";

const VERSIONS: readonly (keyof typeof COMPILERS)[] = ["5.5", "5.9", "6.0", "7.0"];

function filesOf(folder: string, ending: string): readonly string[] {
  return readdirSync(folder, { recursive: true, encoding: "utf8" })
    .filter((name) => name.endsWith(ending))
    .map((name) => `${folder}/${name}`);
}

describe.each(VERSIONS)("TypeScript %s", (version) => {
  // One run of a compiler for both: most of a run is loading.
  it("accepts every declaration file of the code map, and narrows as the fixtures say", () => {
    expect(tsc(version, [...filesOf("generated/dist", ".d.ts"), ...filesOf("test/types/fixtures", ".ts")], { skipLibCheck: false }).errors).toEqual([]);
  }, 180_000);
});

// With 7.0, `npm run typecheck` does it.
describe("TypeScript 5.5", () => {
  it("accepts every generated source", () => {
    expect(tsc("5.5", filesOf("generated/src", ".ts"), { noUncheckedIndexedAccess: true, verbatimModuleSyntax: true, isolatedModules: true }).errors).toEqual([]);
  }, 240_000);
});

describe("the project's own tsc", () => {
  it("is none of the compilers under test", () => {
    expect(realpathSync("node_modules/.bin/tsc")).toBe(realpathSync("node_modules/typescript/bin/tsc"));
  });
});
