import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { handling } from "../rules/action-handler.js";
import { cli } from "./run-cli.js";

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "sites-"));
});
afterAll(() => {
  rmSync(folder, { recursive: true });
});

function write(name: string, text: string): string {
  const path = join(folder, name);
  writeFileSync(path, text);
  return path;
}

describe("sites", () => {
  it("says where a code comes from and what it is tested against", async () => {
    const path = write("disks.mjs", handling(`if (e.code === "InvalidDisk.Busy") return null; if (e.code !== "ResourceBusy") throw e;`));
    const { code, stdout } = await cli("sites", path);
    expect(code).toBe(0);
    expect(stdout).toMatch(/disks\.mjs:7:9 +e\.code +call +cbs +cbs\.AttachDisks +line 7: equality "InvalidDisk\.Busy"\n/);
    expect(stdout).toMatch(/\n +line 7: not equality "ResourceBusy"\n/);
  });

  it("tells the same as JSON", async () => {
    const path = write("disks.mjs", handling(`if (e.code.startsWith("InvalidDisk")) return null;`));
    const { stdout } = await cli("sites", path, "--json");
    const [file] = JSON.parse(stdout) as { sites: unknown[] }[];
    expect(file?.sites).toEqual([
      {
        line: 7,
        column: 9,
        reads: "e.code",
        evidence: "call",
        exclusive: true,
        services: ["cbs"],
        actions: ["cbs.AttachDisks"],
        tests: [{ line: 7, kind: "prefix", negated: false, values: ["InvalidDisk"] }],
      },
    ]);
  });

  it("reads TypeScript", async () => {
    const path = write("disks.ts", handling(`const { code } = e as { code?: string }; if (code === "InvalidDisk.Busy") return null;`));
    const { stdout } = await cli("sites", path);
    expect(stdout).toContain('equality "InvalidDisk.Busy"');
  });

  it("shows a site that nothing is tested against", async () => {
    const { stdout } = await cli("sites", write("log.mjs", handling(`console.error(e.code);`)));
    expect(stdout).toContain("not tested");
  });

  it("says so when there is nothing", async () => {
    expect(await cli("sites", write("empty.mjs", "export {};"))).toEqual({ code: 0, stdout: "No code sites in this file.\n", stderr: "" });
  });

  it("cannot run on a file that is not there", async () => {
    const { code, stderr } = await cli("sites", join(folder, "nothing.js"));
    expect(code).toBe(2);
    expect(stderr).toMatch(/nothing\.js: There is no such file\.\n$/);
  });

  it("names the place where a file cannot be parsed", async () => {
    const { code, stderr } = await cli("sites", write("broken.mjs", "tencentcloud(;"));
    expect(code).toBe(2);
    expect(stderr).toMatch(/broken\.mjs:1:14: Parsing error/);
  });
});
