import { mkdirSync, rmSync, symlinkSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it, onTestFinished } from "vitest";

import { findSources } from "../../src/commands/import/find-sources.js";
import { folderWith, pageWith } from "../store/catalogs.js";

const pages = { "cbs.en.md": pageWith("InvalidDisk.Busy") };

describe("a folder of pages", () => {
  it.each([
    ["a link to itself", "loop", "."],
    ["a link that leads back to itself", "loop", "loop"],
    ["a link with the name of a page that leads back to itself", "cbs.zh.md", "cbs.zh.md"],
  ])("is read with %s in it, which is refused by name", (_name, link, target) => {
    const folder = folderWith(pages);
    symlinkSync(target, join(folder, link));
    const { pages: found, refused } = findSources([folder]);
    expect(found).toEqual([`${folder}/cbs.en.md`]);
    expect(refused.map(({ line }) => line)).toEqual([`${folder}/${link}: It is a symbolic link; only regular files and folders are read.`]);
  });

  it.skipIf(process.platform === "win32")("is not left through backslashes in a name", () => {
    const name = "x\\..\\..\\secret\\cbs.en.md";
    const folder = folderWith({ "pages/x/notes.txt": "", [`pages/${name}`]: "", "secret/cbs.en.md": "" });
    expect(findSources([join(folder, "pages")]).pages).toEqual([`${folder}/pages/x/notes.txt`, `${folder}/pages/${name}`]);
  });

  it.skipIf(process.platform === "win32")("is read where a folder in it cannot be", () => {
    const folder = folderWith(pages);
    const start = process.cwd();
    // A path in the folder that is as long as paths can be; before it stands the folder's own.
    const deep = Array.from({ length: 16 }, () => "a".repeat(254));
    process.chdir(folder);
    onTestFinished(() => {
      process.chdir(folder);
      rmSync(deep[0] ?? "", { recursive: true });
      process.chdir(start);
    });
    mkdirSync(deep.join("/"), { recursive: true });
    process.chdir(start);
    const { pages: found, refused } = findSources([folder]);
    expect(found).toEqual([`${folder}/cbs.en.md`]);
    expect(refused.map(({ message }) => message)).toEqual(["The folder cannot be read: its name is too long."]);
  });
});
