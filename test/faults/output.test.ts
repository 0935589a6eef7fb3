import { spawnSync } from "node:child_process";
import { existsSync, mkdirSync } from "node:fs";
import { join, resolve } from "node:path";

import { describe, expect, it } from "vitest";

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

it("a configuration that is a folder is said on one line", () => {
  const folder = temporaryFolder();
  writeFiles(folder, new Map([["package.json", "{}"]]));
  mkdirSync(join(folder, "eslint.config.js"));
  const { status, stderr } = spawnSync(process.execPath, [resolve("dist/src/bin.js"), "init"], { cwd: folder, encoding: "utf8" });
  expect({ status, stderr }).toEqual({ status: 2, stderr: `${join(folder, "eslint.config.js")}: It is a folder, not a file.\n` });
});
