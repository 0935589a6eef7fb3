import { chmodSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { delimiter, join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { openPage } from "../../src/commands/explain/open-page.js";
import { cli } from "./run-cli.js";

const path = process.env["PATH"] ?? "";
let folder = "";

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "open-"));
});

afterEach(() => {
  process.env["PATH"] = path;
  rmSync(folder, { recursive: true, force: true });
});

/** A program in the place of the one that opens pages. */
function putOpener(): string {
  const opened = join(folder, "opened");
  for (const name of ["xdg-open", "open"]) {
    writeFileSync(join(folder, name), `#!/bin/sh\nprintf %s "$1" > "${opened}.part" && mv "${opened}.part" "${opened}"\n`);
    chmodSync(join(folder, name), 0o755);
  }
  process.env["PATH"] = [folder, path].join(delimiter);
  return opened;
}

const repository = "https://github.com/eslint-plugin-tencentcloud/eslint-plugin-tencentcloud/blob/main";

describe.skipIf(process.platform === "win32")("explain --open", () => {
  it("opens the page about the code, and says so apart from what it prints", async () => {
    const opened = putOpener();
    const { code, stdout, stderr } = await cli("explain", "InvalidDisk.Busy", "--open", "--json");
    expect(code).toBe(0);
    expect(JSON.parse(stdout)).toMatchObject({ code: "InvalidDisk.Busy" });
    expect(stderr).toBe(`Opened ${repository}/generated/src/cbs.ts\n`);
    await expect.poll(() => existsSync(opened)).toBe(true);
    expect(readFileSync(opened, "utf8")).toBe(`${repository}/generated/src/cbs.ts`);
  });

  it("gives the address where nothing opens pages", async () => {
    process.env["PATH"] = folder;
    const { code, stderr } = await cli("explain", "InternalError", "--open");
    expect(code).toBe(0);
    expect(stderr).toBe(`There is no program here that opens pages. Open ${repository}/generated/src/common.ts in a browser.\n`);
  });

  it("opens no address that a name of a file has made up", async () => {
    const opened = putOpener();
    mkdirSync(join(folder, "services"));
    writeFileSync(join(folder, "services", "x^&calc.json"), '{"format":1,"service":"x","sdks":{},"pages":{"versions":{"2017-03-12":{"codes":["InvalidDisk.Busy"],"actions":{}}}}}');
    const { code, stderr } = await cli("explain", "InvalidDisk.Busy", "--open", "--catalog", folder);
    expect([code, stderr]).toEqual([2, expect.stringContaining('"x^&calc" is no name of a service')]);
    expect(await openPage("https://x/?a=x^&calc")).toBe(false);
    expect(existsSync(opened)).toBe(false);
  });

  it("opens nothing for a code that nobody documents", async () => {
    const opened = putOpener();
    expect((await cli("explain", "InvalidDisk.Bussy", "--open")).code).toBe(1);
    expect(existsSync(opened)).toBe(false);
  });
});
