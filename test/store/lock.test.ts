import { spawn } from "node:child_process";
import { once } from "node:events";
import { existsSync, readdirSync, readFileSync, renameSync, symlinkSync } from "node:fs";
import { join } from "node:path";

import { describe, expect, it, onTestFinished, vi } from "vitest";

import { fateOf, nameOfThisProcess } from "../../src/catalog/process-name.js";
import { withCatalogLocked } from "../../src/store/write/lock.js";
import { folderWith } from "./catalogs.js";

const [PID = "", START = "", BOOT = "", MACHINE = ""] = nameOfThisProcess().split("-");
const heldBy = (name: string): string => folderWith({ [`.import/held-by-${name}`]: "", ".import/fresh/x": "" });
const onLinux = it.skipIf(process.platform !== "linux");

describe("what is known of a process by its name", () => {
  it("this one is alive", () => {
    expect(fateOf(nameOfThisProcess())).toBe("alive");
  });

  it("one whose id nobody has is gone", () => {
    expect(fateOf(`4194305-${START}-${BOOT}-${MACHINE}`)).toBe("gone");
  });

  onLinux("one whose id another process has by now is gone", () => {
    expect(fateOf(`${PID}-${String(Number(START) - 1)}-${BOOT}-${MACHINE}`)).toBe("gone");
  });

  onLinux("one that has ended, and that nobody has asked about yet, is gone", async () => {
    // What takes the place of the shell does not know that it has a child, which ends later.
    const parent = spawn("sh", ["-c", "sleep 0.3 & echo $!; exec sleep 60"]);
    onTestFinished(() => void parent.kill());
    const [pid] = (await once(parent.stdout.setEncoding("utf8"), "data") as [string])[0].split("\n");
    const [state, start] = [0, 19].map((field) => () => readFileSync(`/proc/${String(pid)}/stat`, "utf8").split(") ")[1]?.split(" ")[field]);
    await vi.waitUntil(() => state?.() === "Z", 10_000);
    expect(fateOf(`${String(pid)}-${String(start?.())}-${BOOT}-${MACHINE}`)).toBe("gone");
  });

  it("one from before the machine was started is gone", () => {
    expect(fateOf(`${PID}-${START}-${BOOT.replace(/^./, (digit) => (digit === "1" ? "2" : "1"))}-${MACHINE}`)).toBe("gone");
  });

  it.each([`${PID}-${START}-${BOOT}-00000000`, `0-${START}-${BOOT}-${MACHINE}`, `4294967295-${START}-${BOOT}-${MACHINE}`, "", "12", "../x", PID])("nothing of %j, which is of another machine or no name", (name) => {
    expect(fateOf(name)).toBe("unknown");
  });
});

describe("a catalog that is locked", () => {
  it("is left to a process that runs", () => {
    const catalog = heldBy(nameOfThisProcess());
    expect(() => withCatalogLocked(catalog, () => 0)).toThrow("Another import is changing the catalog; try again when it has ended. If none is running, remove this folder.");
    expect(readdirSync(catalog)).toEqual([".import"]);
  });

  it("is taken from a process that is gone, and left clean", () => {
    const catalog = heldBy(`4194305-${START}-${BOOT}-${MACHINE}`);
    expect(withCatalogLocked(catalog, () => readdirSync(join(catalog, ".import")))).toEqual([`held-by-${nameOfThisProcess()}`]);
    expect(readdirSync(catalog)).toEqual([]);
  });

  it("is left without what those that are gone have put beside it, and with what others have", () => {
    const beside = (pid: number): string => `.import-${String(pid)}-0-${BOOT}-${MACHINE}`;
    const catalog = folderWith({ [`${beside(process.ppid)}/x`]: "", [`${beside(4194305)}/x`]: "" });
    withCatalogLocked(catalog, () => 0);
    expect(readdirSync(catalog)).toEqual([beside(process.ppid)]);
  });

  it.each([
    ["nobody", {}],
    ["two that are gone", { [`.import/held-by-4194305-${START}-${BOOT}-${MACHINE}`]: "", [`.import/held-by-4194306-${START}-${BOOT}-${MACHINE}`]: "" }],
  ])("is left alone when its folder names %s", (_name, holders) => {
    const catalog = folderWith({ ".import/fresh/x": "", ...holders });
    expect(() => withCatalogLocked(catalog, () => 0)).toThrow("It cannot be told whether the import that uses this folder is still running");
  });

  it("is left alone when it cannot be told by whom", () => {
    const catalog = heldBy(`${PID}-${START}-${BOOT}-00000000`);
    expect(() => withCatalogLocked(catalog, () => 0)).toThrow("It cannot be told whether the import that uses this folder is still running; if none is, remove this folder.");
  });

  it("is freed by renaming a file where removing the folder would lose what it has changed", () => {
    const catalog = folderWith({ [`.import/held-by-${PID}-${START}-${BOOT}-00000000`]: "", ".import/change/before/documents/cbs.en.md": "old" });
    expect(() => withCatalogLocked(catalog, () => 0)).toThrow("if none is, rename the file held-by-… in it to held-by-nobody, and the next import puts back what that one has changed.");
    renameSync(join(catalog, ".import", `held-by-${PID}-${START}-${BOOT}-00000000`), join(catalog, ".import", "held-by-nobody"));
    expect(withCatalogLocked(catalog, () => 0)).toBe(0);
  });

  it("through a link is refused", () => {
    const catalog = folderWith({ "documents/x": "" });
    symlinkSync("documents", join(catalog, ".import"));
    expect(() => withCatalogLocked(catalog, () => 0)).toThrow("It is a symbolic link");
    expect(readdirSync(join(catalog, "documents"))).toEqual(["x"]);
  });

  it("is refused to an action inside an action", () => {
    const catalog = folderWith({});
    expect(() => withCatalogLocked(catalog, () => withCatalogLocked(catalog, () => 0))).toThrow("Another import is changing the catalog");
  });
});

describe("a catalog that is not there", () => {
  it("is there while it is locked, and after that only if something was written", () => {
    const folder = folderWith({});
    const catalog = join(folder, "a", "catalog");
    expect(withCatalogLocked(catalog, () => existsSync(catalog))).toBe(true);
    expect(readdirSync(folder)).toEqual([]);
  });

  it("is not there after an action that failed", () => {
    const folder = folderWith({});
    expect(() => withCatalogLocked(join(folder, "catalog"), () => JSON.parse("{") as unknown)).toThrow();
    expect(readdirSync(folder)).toEqual([]);
  });
});
