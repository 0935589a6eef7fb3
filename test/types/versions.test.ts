import { readdirSync, realpathSync } from "node:fs";

import { describe, expect, it } from "vitest";

import type { COMPILERS } from "./tsc.js";
import { tsc } from "./tsc.js";

/** Which files of the code map each version reads: the oldest and the fastest all of them, those between them a sample, as all services are alike. */
const VERSIONS: readonly (readonly [version: keyof typeof COMPILERS, files: (all: readonly string[]) => readonly string[]])[] = [
  ["5.5", (all) => all],
  ["5.9", sample],
  ["6.0", sample],
  ["7.0", (all) => all],
];

/** The modules that are written by hand or stand for all services, those that the fixtures import, and every twentieth of the others. */
function sample(files: readonly string[]): readonly string[] {
  return files.filter((file, index) => index % 20 === 0 || /\/(?:index|common|registry|retry|runtime|cbs|cvm|tke)\b/.test(file));
}

function filesOf(folder: string, ending: string): readonly string[] {
  return readdirSync(folder, { recursive: true, encoding: "utf8" })
    .filter((name) => name.endsWith(ending))
    .map((name) => `${folder}/${name}`);
}

describe.each(VERSIONS)("TypeScript %s", (version, some) => {
  // One run of a compiler for both: most of a run is loading.
  it("accepts the declaration files of the code map, and narrows as the fixtures say", () => {
    expect(tsc(version, [...some(filesOf("generated/dist", ".d.ts")), ...filesOf("test/types/fixtures", ".ts")], { skipLibCheck: false }).errors).toEqual([]);
  }, 180_000);
});

// With 7.0, `npm run typecheck` does it.
describe("TypeScript 5.5", () => {
  it("accepts the generated sources", () => {
    expect(tsc("5.5", sample(filesOf("generated/src", ".ts")), { noUncheckedIndexedAccess: true, verbatimModuleSyntax: true, isolatedModules: true }).errors).toEqual([]);
  }, 240_000);
});

describe("the project's own tsc", () => {
  it("is none of the compilers under test", () => {
    expect(realpathSync("node_modules/.bin/tsc")).toBe(realpathSync("node_modules/typescript/bin/tsc"));
  });
});
