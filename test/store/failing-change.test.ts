import { join } from "node:path";

import { beforeEach, expect, it, vi } from "vitest";

import { bytesOf } from "../../src/analysis/knowledge/regular-file.js";
import { readText } from "../../src/catalog/files.js";
import { readFolder } from "../../src/codegen/folder.js";
import { nameOfThisProcess } from "../../src/catalog/process-name.js";
import { readState } from "../../src/store/read/state.js";
import { withCatalogLocked } from "../../src/store/write/lock.js";
import { writeTexts } from "../../src/store/write/texts.js";
import { folderWith, makePipe, pageWith } from "./catalogs.js";

/**
 * While `isBroken`, no file can be put into the folder `services` of a catalog; while `isForeign`, `/proc` is another container's.
 * Until files are opened, the one at `before` stands in the place of all.
 */
const disk = vi.hoisted(() => ({ isBroken: false, isForeign: false, before: undefined as string | undefined, unflushed: [] as string[] }));

vi.mock("node:fs", async (original) => {
  const fs = await original<typeof import("node:fs")>();
  const renameSync = (from: string, to: string): void => {
    if (disk.isBroken && /services[\\/]\w+\.json$/.test(to)) throw Object.assign(new Error("EACCES"), { code: "EACCES", syscall: "rename" });
    fs.renameSync(from, to);
  };
  const writeFileSync = (path: string, text: string, options?: { readonly flush?: boolean }): void => {
    if (options?.flush !== true) disk.unflushed.push(path);
    fs.writeFileSync(path, text, options);
  };
  const readlinkSync = (path: string): string => (disk.isForeign && path === "/proc/self" ? "1" : fs.readlinkSync(path));
  const statSync = (path: string, options?: object): unknown => fs.statSync(disk.before ?? path, options);
  return { ...fs, readlinkSync, renameSync, statSync, writeFileSync };
});

beforeEach(() => {
  disk.isBroken = false;
  disk.isForeign = false;
  disk.before = undefined;
});

it("a pipe that takes the place of a file before that is opened is refused, and not waited for", (context) => {
  const folder = folderWith({ "page.md": "A" });
  const pipe = join(folder, "pipe.md");
  if (!makePipe(pipe)) context.skip("There are no named pipes here.");
  disk.before = join(folder, "page.md");
  expect(() => readText(pipe)).toThrow("It is a named pipe");
  expect(bytesOf(pipe, 100)).toBeUndefined();
});

it("the start of a process is not read where the system's list is of other processes", () => {
  disk.isForeign = true;
  expect(nameOfThisProcess().split("-")[1]).toBe("0");
});

const OLD = pageWith("FailedOperation.Old");
const NEW = pageWith("FailedOperation.New");
const FACTS = '{ "format": 1, "service": "cvm" }\n';
const changed = new Map([["documents/cbs.en.md", NEW], ["documents/tke.en.md", NEW], ["services/cvm.json", FACTS.replace("}", ', "product": 7 }')]]);

function write(catalog: string): void {
  withCatalogLocked(catalog, () => writeTexts(catalog, new Map([["documents/cbs.en.md", OLD]]), changed));
}

it("a change that fails halfway leaves every file as it was, and nothing is applied later", () => {
  const catalog = folderWith({ "documents/cbs.en.md": OLD, "services/cvm.json": FACTS });
  const before = readFolder(catalog);
  disk.isBroken = true;
  expect(() => write(catalog)).toThrow("The catalog cannot be written: permission is denied.");
  expect(readFolder(catalog)).toEqual(before);
  readState(catalog);
  expect(readFolder(catalog)).toEqual(before);
});

it("what a change writes is on the disk before it gets its name", () => {
  const catalog = folderWith({ "documents/cbs.en.md": OLD, "services/cvm.json": FACTS });
  disk.unflushed = [];
  write(catalog);
  // Of the lock only the name counts.
  expect(disk.unflushed.filter((path) => !path.includes("held-by-"))).toEqual([]);
});

it("the same change succeeds when the disk is whole", () => {
  const catalog = folderWith({ "documents/cbs.en.md": OLD, "services/cvm.json": FACTS });
  write(catalog);
  expect(readFolder(catalog)).toEqual(changed);
});
