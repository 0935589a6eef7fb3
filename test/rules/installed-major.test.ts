import { execFileSync } from "node:child_process";
import { mkdirSync, mkdtempSync, realpathSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { installedMajor } from "../../rules/fixes/installed-major.js";

let folder: string;

beforeEach(() => {
  folder = realpathSync(mkdtempSync(join(tmpdir(), "installed-")));
  mkdirSync(join(folder, "node_modules/p-retry"), { recursive: true });
});

afterEach(() => {
  rmSync(folder, { recursive: true });
});

/** What is seen from a file of the project, with a manifest that is put at a path. */
function majorWith(put: (manifest: string) => void): number | undefined {
  put(join(folder, "node_modules/p-retry/package.json"));
  return installedMajor("p-retry", join(folder, "src/main.ts"));
}

describe("the installed major version of a package", () => {
  it("is read in the nearest manifest", () => {
    expect(majorWith((manifest) => writeFileSync(manifest, '{ "version": "6.2.1" }'))).toBe(6);
  });

  it.each([
    ["no object", "null"],
    ["no JSON", "{"],
    ["without a version", "{}"],
    ["larger than anybody writes", `{ "version": "6.2.1", "x": "${"a".repeat(600_000)}" }`],
  ])("is unknown where the manifest is %s", (_, text) => {
    expect(majorWith((manifest) => writeFileSync(manifest, text))).toBeUndefined();
  });

  // A device is read, and a pipe waited for, without end.
  it.skipIf(process.platform === "win32").each([
    ["a folder", (manifest: string) => mkdirSync(manifest)],
    ["a circle of links", (manifest: string) => symlinkSync("package.json", manifest)],
    ["a link to a device", (manifest: string) => symlinkSync("/dev/zero", manifest)],
    ["a pipe", (manifest: string) => execFileSync("mkfifo", [manifest])],
  ])("is unknown where the manifest is %s", (_, put) => {
    expect(majorWith(put)).toBeUndefined();
  });
});
