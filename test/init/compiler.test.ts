import { join } from "node:path";

import ts from "typescript";
import { expect, it } from "vitest";

import { inclusionOf } from "../../src/init/compiler.js";
import { folderWith } from "../store/catalogs.js";

it.each([
  ["is nested deeper than the compiler's stack", { "tsconfig.json": `{ "x": ${"[".repeat(50_000)}${"]".repeat(50_000)} }` }],
  ["leads to a file that is", { "tsconfig.json": '{ "files": ["a.ts"] }', "a.ts": `${"(".repeat(50_000)}1${")".repeat(50_000)};` }],
])("a tsconfig.json that %s is refused in one line", (_name, files) => {
  const file = join(folderWith(files), "tsconfig.json");
  expect(() => inclusionOf(ts, file)).toThrow(
    expect.objectContaining({ line: `${file}: TypeScript cannot follow it and the files that it leads to: Maximum call stack size exceeded.` }) as Error,
  );
});
