import { spawnSync } from "node:child_process";
import { existsSync, mkdirSync, readdirSync, symlinkSync } from "node:fs";
import { join, resolve } from "node:path";

import { describe, expect, it } from "vitest";

import { makePipe } from "../store/catalogs.js";
import { temporaryFolder, writeFiles } from "./sources.js";

const PROGRAM = `"${process.execPath}" "${resolve("dist/src/bin.js")}"`;

/** Runs a line of a shell; the exit code is that of the program, not of what reads from it. */
function shell(line: string, cwd = process.cwd()): { readonly status: number | null; readonly stderr: string } {
  const { status, stderr } = spawnSync("bash", ["-o", "pipefail", "-c", line], { cwd, encoding: "utf8" });
  return { status, stderr };
}

const onUnix = describe.skipIf(process.platform === "win32");

onUnix("an output that nobody reads to its end", () => {
  it("ends nothing and says nothing", () => {
    expect(shell(`${PROGRAM} explain InternalError --catalog catalog | head -c 1 >/dev/null`)).toEqual({ status: 0, stderr: "" });
  });

  it("leaves the exit code what it is", () => {
    expect(shell(`${PROGRAM} explain NoSuchCode --catalog catalog | true`)).toEqual({ status: 1, stderr: "" });
  });
});

describe.skipIf(!existsSync("/dev/full"))("an output that cannot be written", () => {
  it("is said on one line", () => {
    expect(shell(`${PROGRAM} explain InternalError --catalog catalog > /dev/full`)).toEqual({ status: 2, stderr: "The output cannot be written: there is no space left on device.\n" });
  });

  it("is no fault when it is the standard error", () => {
    expect(shell(`${PROGRAM} explain InternalError --service nosuch --catalog catalog 2> /dev/full`)).toEqual({ status: 2, stderr: "" });
  });
});

/** Runs a command in a folder with these files; one that hangs is ended. */
function runIn(files: ReadonlyMap<string, string>, prepare: (folder: string) => void, ...argv: readonly string[]): { readonly status: number | null; readonly stderr: string } {
  const folder = temporaryFolder();
  writeFiles(folder, files);
  prepare(folder);
  const { status, stderr } = spawnSync(process.execPath, [resolve("dist/src/bin.js"), ...argv], { cwd: folder, encoding: "utf8", timeout: 20_000 });
  return { status, stderr: stderr.replaceAll(folder, "<folder>") };
}

describe("a configuration that cannot be read is said on one line", () => {
  it("a folder, to init", () => {
    const { status, stderr } = runIn(new Map([["package.json", "{}"]]), (folder) => mkdirSync(join(folder, "eslint.config.js")), "init");
    expect({ status, stderr }).toEqual({ status: 2, stderr: "<folder>/eslint.config.js: It is a folder, not a file.\n" });
  });

  onUnix("a pipe", () => {
    it("to explain", () => {
      const { status, stderr } = runIn(new Map(), (folder) => makePipe(join(folder, "eslint.config.js")), "explain", "InternalError");
      expect({ status, stderr }).toEqual({ status: 2, stderr: "<folder>/eslint.config.js: It is a named pipe; only regular files and folders are read.\n" });
    });

    it("that tsconfig.json extends or includes, to init, which goes without", () => {
      const tsconfig = JSON.stringify({ extends: "./base.json", files: ["src/a.ts"] });
      const files = new Map([["package.json", "{}"], ["tsconfig.json", tsconfig], ["src/a.ts", 'import "./b.js";']]);
      const pipes = (folder: string): void => ["base.json", "src/b.ts"].forEach((name) => makePipe(join(folder, name)));
      expect(runIn(files, pipes, "init")).toEqual({ status: 0, stderr: "" });
    });
  });

  it("one that throws, to sites and to explain", () => {
    const files = new Map([["package.json", '{ "type": "module" }'], ["eslint.config.js", 'throw new Error("codeMap\\nforged\\u001b[31m".repeat(100));'], ["a.js", ""]]);
    for (const argv of [["sites", "a.js"], ["explain", "InternalError"]]) {
      const { status, stderr } = runIn(files, () => undefined, ...argv);
      expect(status).toBe(0);
      expect(stderr).toMatch(/^<folder>\/eslint\.config\.js: It cannot be loaded, so [^\n]*: codeMap\\u000aforged\\u001b\[31m[^\n]{1,400}\n$/);
    }
  });
});

describe("init --write, where a link leads out of the project, writes nothing", () => {
  it.each([
    ["the folder of the sources", "src"],
    ["the configuration, which leads to nothing", "eslint.config.js"],
  ])("%s", (_, name) => {
    const outside = temporaryFolder();
    const target = name === "src" ? outside : join(outside, "none");
    const { status, stderr } = runIn(new Map([["package.json", "{}"]]), (folder) => symlinkSync(target, join(folder, name)), "init", "--write");
    expect({ status, stderr }).toEqual({ status: 2, stderr: `<folder>/${name}: It is a symbolic link; only regular files and folders are read.\n` });
    expect(readdirSync(outside)).toEqual([]);
  });
});
