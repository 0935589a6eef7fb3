import { readdirSync } from "node:fs";
import { join } from "node:path";

import { expect, it, vi } from "vitest";

import { replaceFolder } from "../../src/codegen/folder.js";
import { stateOf, temporaryFolder } from "./sources.js";

/** In the moment before the folder gets its other name, another run takes it away. */
vi.mock("node:fs", async (original) => {
  const fs = await original<typeof import("node:fs")>();
  const renameSync = (from: string, to: string): void => {
    if (to.includes(".old-")) fs.rmSync(from, { recursive: true });
    fs.renameSync(from, to);
  };
  return { ...fs, renameSync };
});

it("a folder that another run takes away in the same moment is replaced all the same", () => {
  const folder = temporaryFolder();
  const states = { one: new Map([["a.ts", "one"]]), two: new Map([["a.ts", "two"]]) };
  replaceFolder(join(folder, "src"), states.one);
  replaceFolder(join(folder, "src"), states.two);
  expect(stateOf(join(folder, "src"), states)).toBe("two");
  expect(readdirSync(folder)).toEqual(["src"]);
});
