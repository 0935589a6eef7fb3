import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";

import { cli } from "./run-cli.js";

let folder: string;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "tencentcloud-codes-"));
  cpSync("catalog", folder, { recursive: true });
});

afterEach(() => rmSync(folder, { recursive: true, force: true }));

function edit(path: string, change: (text: string) => string): void {
  const file = join(folder, path);
  writeFileSync(file, change(readFileSync(file, "utf8")));
}

describe("diff", () => {
  it("of a catalog with itself finds nothing", async () => {
    expect(await cli("diff", "catalog", folder)).toEqual({ code: 0, stdout: "Nothing has changed.\n", stderr: "" });
  });

  it("does not take another commit for a change", async () => {
    edit("services/cbs.json", (text) => text.replace(/"commit": "[^"]*"/, '"commit": "feedbeef"'));
    expect(await cli("diff", "catalog", folder)).toMatchObject({ code: 0 });
  });

  it("puts what breaks first", async () => {
    edit("services/smh.json", (text) => text.replaceAll("InternalError.PostpaidFail", "InternalError.PrepaidFail"));
    const { code, stdout } = await cli("diff", "catalog", folder);
    expect(code).toBe(1);
    expect(stdout).toMatch(/^Breaking changes\n {2}smh: codes removed: InternalError\.PostpaidFail\n/);
    expect(stdout).toContain("Additions\n  smh: codes added: InternalError.PrepaidFail\n");
  });

  it("finds a common code that went from the only page with it", async () => {
    edit("documents/smh.zh.md", (text) => text.replace(/^\| ActionOffline .*\n/m, ""));
    const { stdout } = await cli("diff", "catalog", folder, "--format", "markdown");
    expect(stdout).toBe("### Breaking changes\n\n**common**\n\n- codes removed: `ActionOffline`\n");
  });

  it("finds an action that lost its token", async () => {
    edit("services/cbs.json", (text) => text.replace(/("withClientToken": )\[[^\]]*\]/, "$1[]"));
    const { stdout } = await cli("diff", "catalog", folder);
    expect(stdout).toBe("Breaking changes\n  cbs: actions with a ClientToken removed: CreateDisks\n");
  });

  it("does not compare tokens with facts that do not tell them", async () => {
    edit("services/cbs.json", (text) => text.replace(/,\n {10}"withClientToken": \[[^\]]*\]/, ""));
    expect(await cli("diff", "catalog", folder)).toMatchObject({ code: 0, stdout: "Nothing has changed.\n" });
  });

  it("prints JSON", async () => {
    rmSync(join(folder, "services/yunjing.json"));
    const { stdout } = await cli("diff", "catalog", folder, "--json");
    expect(JSON.parse(stdout)).toMatchObject({ services: { added: [], removed: ["yunjing"] } });
  });

  it("with a folder that does not exist cannot run", async () => {
    expect(await cli("diff", "catalog", "no/such")).toEqual({ code: 2, stdout: "", stderr: "no/such: The catalog directory does not exist.\n" });
  });
});
