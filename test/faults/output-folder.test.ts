import { readdirSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";

import { beforeEach, expect, it, vi } from "vitest";

import { replaceFolder, writeNewFile } from "../../src/codegen/folder.js";
import { stateOf, temporaryFolder } from "./sources.js";

const disk = vi.hoisted(() => ({ takesAway: false, keepsOld: false, isFull: false }));

/** In the moment before the folder gets its other name, another run takes it away; old files cannot be removed; a file is only begun. */
vi.mock("node:fs", async (original) => {
  const fs = await original<typeof import("node:fs")>();
  const renameSync = (from: string, to: string): void => {
    if (disk.takesAway && to.includes(".old-")) fs.rmSync(from, { recursive: true });
    fs.renameSync(from, to);
  };
  const rmSync = (path: string, options?: object): void => {
    if (disk.keepsOld && path.includes(".old-") && fs.existsSync(path)) throw Object.assign(new Error("EIO"), { code: "EIO", syscall: "rm" });
    fs.rmSync(path, options);
  };
  const writeFileSync = (path: string, text: string, options?: object): void => {
    fs.writeFileSync(path, disk.isFull ? "" : text, options);
    if (disk.isFull) throw Object.assign(new Error("ENOSPC"), { code: "ENOSPC", syscall: "write" });
  };
  return { ...fs, renameSync, rmSync, writeFileSync };
});

beforeEach(() => {
  Object.assign(disk, { takesAway: false, keepsOld: false, isFull: false });
});

it("a folder that another run takes away in the same moment is replaced all the same", () => {
  const folder = temporaryFolder();
  const states = { one: new Map([["a.ts", "one"]]), two: new Map([["a.ts", "two"]]) };
  replaceFolder(join(folder, "src"), states.one);
  disk.takesAway = true;
  replaceFolder(join(folder, "src"), states.two);
  expect(stateOf(join(folder, "src"), states)).toBe("two");
  expect(readdirSync(folder)).toEqual(["src"]);
});

it("a folder is replaced where its old files cannot be removed", () => {
  const folder = temporaryFolder();
  replaceFolder(join(folder, "src"), new Map([["a.ts", "one"]]));
  disk.keepsOld = true;
  replaceFolder(join(folder, "src"), new Map([["a.ts", "two"]]));
  expect(readFileSync(join(folder, "src", "a.ts"), "utf8")).toBe("two");
});

it("a new file is not begun on a full disk, so that it can be written later", () => {
  const file = join(temporaryFolder(), "eslint.config.js");
  disk.isFull = true;
  expect(() => writeNewFile(file, "text")).toThrow("It cannot be written: there is no space left on device.");
  expect(readdirSync(dirname(file))).toEqual([]);
  disk.isFull = false;
  writeNewFile(file, "text");
  expect(() => writeNewFile(file, "other")).toThrow("It cannot be written: a file of that name is in the way.");
  expect(readdirSync(dirname(file)).map((name) => readFileSync(join(dirname(file), name), "utf8"))).toEqual(["text"]);
});
