import { spawn } from "node:child_process";
import type { ChildProcess } from "node:child_process";
import { cpSync, existsSync, mkdtempSync, readdirSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";

import { afterEach, beforeEach, describe, expect, it } from "vitest";

import { readFolder } from "../../src/codegen/folder.js";

let folder: string;
let out: string;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "concurrent-"));
  out = join(folder, "src");
  cpSync("catalog/documents", join(folder, "catalog", "documents"), { recursive: true });
});

afterEach(() => {
  rmSync(folder, { recursive: true });
});

/** Starts the command line as it is built. */
function generate(...options: readonly string[]): ChildProcess {
  const args = ["dist/src/bin.js", "generate", "--catalog", join(folder, "catalog"), "--out", out, ...options];
  return spawn(process.execPath, args, { stdio: "ignore" });
}

function exitOf(child: ChildProcess): Promise<number | null> {
  return new Promise((done) => {
    child.on("exit", done);
  });
}

describe("generate", () => {
  it("leaves one whole code map when several run at once", async () => {
    const runs = [generate(), generate("--services", "cbs"), generate("--services", "tke"), generate()];
    expect(await Promise.all(runs.map(exitOf))).toEqual([0, 0, 0, 0]);
    const services = [...readFolder(out).keys()].filter((path) => /^(cbs|emr|smh|sqlserver|tke)\.ts$/.test(path)).join(" ");
    expect(["cbs.ts emr.ts smh.ts sqlserver.ts tke.ts", "cbs.ts", "tke.ts"]).toContain(services);
    expect(readdirSync(folder).sort()).toEqual(["catalog", "src"]);
  }, 60_000);

  it("leaves the old code map or the new one when it is killed, and clears up on the next run", async () => {
    await exitOf(generate("--services", "cbs"));
    const old = readFolder(out);
    const child = generate();
    const exit = exitOf(child);
    // The moment when the new files are being written, which is the longest that something is half done.
    while (!readdirSync(folder).some((name) => name.startsWith("src.new-")) && child.exitCode === null) await sleep(1);
    child.kill("SIGKILL");
    await exit;
    if (existsSync(join(out, "tke.ts"))) expect(readFolder(out).size).toBeGreaterThan(old.size);
    else expect(readFolder(out)).toEqual(old);
    expect(await exitOf(generate("--services", "emr"))).toBe(0);
    expect(readdirSync(folder).sort()).toEqual(["catalog", "src"]);
    expect(readdirSync(out)).toContain("emr.ts");
  }, 60_000);
});
