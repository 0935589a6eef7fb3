import { chmodSync, existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

import { afterEach, beforeEach, describe, expect, it } from "vitest";

import { nameOfThisProcess } from "../../src/catalog/process-name.js";
import { readFolder, replaceFolder, writeFile } from "../../src/codegen/folder.js";

/** No process has this id: it is above the highest that Linux gives. */
const NOBODY = nameOfThisProcess().replace(/^\d+/, "4194305");
/** A process that runs, of which the start is not known. */
const PARENT = nameOfThisProcess().replace(/^\d+-\d+/, `${String(process.ppid)}-0`);
/** A process of another machine, or of a container. */
const ELSEWHERE = NOBODY.replace(/[^-]+$/, "00000000");

let parent: string;
let target: string;

beforeEach(() => {
  parent = mkdtempSync(join(tmpdir(), "folder-"));
  target = join(parent, "src");
});

afterEach(() => {
  rmSync(parent, { recursive: true });
});

const files = (text: string): ReadonlyMap<string, string> => new Map([["a.ts", text], ["runtime/b.ts", text]]);

describe("replaceFolder", () => {
  it("writes files and subfolders", () => {
    replaceFolder(target, files("new"));
    expect(readFolder(target)).toEqual(files("new"));
  });

  it("creates the folders above", () => {
    replaceFolder(join(parent, "x", "y", "src"), files("new"));
    expect(readdirSync(join(parent, "x", "y"))).toEqual(["src"]);
  });

  it.skipIf(process.platform === "win32")("keeps the permissions of the folder and of its files", () => {
    replaceFolder(target, files("old"));
    chmodSync(target, 0o750);
    chmodSync(join(target, "a.ts"), 0o660);
    replaceFolder(target, files("new"));
    expect([target, join(target, "a.ts")].map((path) => statSync(path).mode & 0o777)).toEqual([0o750, 0o660]);
  });

  it("leaves nothing of the old files", () => {
    replaceFolder(target, new Map([["old.ts", "old"]]));
    replaceFolder(target, files("new"));
    expect([...readFolder(target).keys()]).toEqual(["a.ts", "runtime/b.ts"]);
  });

  it("leaves nothing beside the folder", () => {
    replaceFolder(target, files("old"));
    replaceFolder(target, files("new"));
    expect(readdirSync(parent)).toEqual(["src"]);
  });

  it("clears what a killed run has left", () => {
    replaceFolder(target, files("old"));
    mkdirSync(join(parent, `src.new-${NOBODY}`));
    replaceFolder(target, files("new"));
    expect(readdirSync(parent)).toEqual(["src"]);
  });

  it("leaves the folders of runs that are still going, or may be", () => {
    for (const name of [PARENT, ELSEWHERE]) mkdirSync(join(parent, `src.new-${name}`));
    replaceFolder(target, files("new"));
    expect(readdirSync(parent)).toEqual(["src", ...[PARENT, ELSEWHERE].map((name) => `src.new-${name}`).sort()]);
  });

  it("leaves other folders with a similar name", () => {
    const theirs = ["src.new-1", "src.old", "src.old-2024", "src.old-99999999"];
    for (const name of theirs) mkdirSync(join(parent, name));
    replaceFolder(target, files("new"));
    expect(readdirSync(parent)).toEqual(["src", ...theirs]);
  });

  it("keeps the old files when the new ones cannot be written", () => {
    replaceFolder(target, files("old"));
    expect(() => {
      replaceFolder(target, new Map([["a.ts", "new"], ["a.ts/b.ts", "a file cannot be a folder"]]));
    }).toThrow(/cannot be written/);
    expect(readFolder(target)).toEqual(files("old"));
    expect(readdirSync(parent)).toEqual(["src"]);
  });

  it("refuses a folder below a file", () => {
    writeFileSync(join(parent, "file"), "");
    expect(() => {
      replaceFolder(join(parent, "file", "src"), files("new"));
    }).toThrow(/cannot be written: (?:a part of its path is no folder|a file of that name is in the way)\.$/);
  });
});

describe("writeFile", () => {
  it("replaces a file and leaves nothing beside it, of a killed run neither", () => {
    writeFileSync(join(parent, `RETRY.md.new-${NOBODY}`), "half");
    writeFile(join(parent, "RETRY.md"), "old");
    writeFile(join(parent, "RETRY.md"), "new");
    expect(readFolder(parent)).toEqual(new Map([["RETRY.md", "new"]]));
  });

  it("refuses a folder's place", () => {
    mkdirSync(join(parent, "RETRY.md", "x"), { recursive: true });
    expect(() => {
      writeFile(join(parent, "RETRY.md"), "new");
    }).toThrow(/cannot be written/);
    expect(existsSync(join(parent, "RETRY.md", "x"))).toBe(true);
  });
});
