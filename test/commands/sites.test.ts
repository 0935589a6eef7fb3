import { existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
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
  mkdirSync(dirname(path), { recursive: true });
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

  it("says through which other module it is known", async () => {
    write("attach.mjs", `import { cbs } from "tencentcloud-sdk-nodejs";\nconst client = new cbs.v20170312.Client({});\nexport const attach = (request) => client.AttachDisks(request);\n`);
    const path = write("main.mjs", `import { attach } from "./attach.mjs";\nexport async function run() { try { await attach({}); } catch (e) { if (e.code === "InvalidDisk.Busy") return; throw e; } }\n`);
    const { stdout } = await cli("sites", path);
    expect(stdout).toMatch(/main\.mjs:2:73 +e\.code +call, through attach of \S*attach\.mjs +cbs +cbs\.AttachDisks/);
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

  it("looks at all sources in folders, and says what it skipped", async () => {
    const source = handling(`if (e.code === "InvalidDisk.Busy") return null;`);
    for (const path of ["app/a.mjs", "app/deep/b.ts", "app/deep/b.d.ts", "app/page.vue", "app/notes.md", "app/node_modules/c/index.js"]) write(path, source);
    const { code, stdout, stderr } = await cli("sites", join(folder, "app"), join(folder, "app/a.mjs"), "--json");
    expect(code).toBe(0);
    expect((JSON.parse(stdout) as { file: string; sites: unknown[] }[]).map(({ file, sites }) => [file.slice(-4), sites.length])).toEqual([[".mjs", 1], ["b.ts", 1]]);
    expect(stderr.replaceAll(folder, "")).toBe(
      "Skipped: /app/deep/b.d.ts (a declaration file runs no code).\nSkipped: /app/node_modules (packages are not looked into).\nSkipped: /app/page.vue (the ESLint configuration has no parser for it).\n",
    );
  });

  it("shows the other files where one of a folder cannot be parsed, and exits with 2", async () => {
    write("some/broken.mjs", "tencentcloud(;");
    write("some/disks.mjs", handling(`if (e.code === "InvalidDisk.Busy") return null;`));
    const { code, stdout, stderr } = await cli("sites", join(folder, "some"));
    expect(code).toBe(2);
    expect(stdout).toContain("disks.mjs:7:9");
    expect(stderr).toMatch(/^\S*broken\.mjs:1:14: Parsing error[^\n]*\n$/);
  });

  it("leaves out what the ESLint configuration ignores", async () => {
    write("own/eslint.config.mjs", 'export default [{ ignores: ["written/", "**/*.gen.mjs"] }];');
    for (const path of ["own/a.mjs", "own/b.gen.mjs", "own/written/c.mjs"]) write(path, "export {};");
    const here = process.cwd();
    process.chdir(join(folder, "own"));
    try {
      const { stdout, stderr } = await cli("sites", ".", "--json");
      expect((JSON.parse(stdout) as { file: string }[]).map(({ file }) => file)).toEqual(["a.mjs", "eslint.config.mjs"]);
      expect(stderr).toBe("Skipped: b.gen.mjs, written (the ESLint configuration ignores it).\n");
    } finally {
      process.chdir(here);
    }
  });

  it("refuses settings that the rules refuse, in the same words", async () => {
    write("wrong/package.json", '{ "type": "module" }');
    write("wrong/eslint.config.js", 'export default [{ settings: { tencentcloud: { services: ["CBS"] } } }];\n');
    write("wrong/disks.mjs", handling(`if (e.code === "InvalidDisk.Busy") return null;`));
    const here = process.cwd();
    process.chdir(join(folder, "wrong"));
    try {
      expect(await cli("sites", "disks.mjs")).toEqual({ code: 2, stdout: "", stderr: 'Key "settings": Key "tencentcloud": Key "services": Key "0": There is no service "CBS". Did you mean "cbs"?\n' });
    } finally {
      process.chdir(here);
    }
  });

  it("runs no configuration of a folder that is elsewhere", async () => {
    write("theirs/package.json", '{ "type": "module" }');
    const config = write("theirs/eslint.config.js", 'import { writeFileSync } from "node:fs";\nwriteFileSync(new URL("ran", import.meta.url), "");\nexport default [];\n');
    const path = write("theirs/disks.mjs", handling(`if (e.code === "InvalidDisk.Busy") return null;`));
    const { code, stdout, stderr } = await cli("sites", path);
    expect({ code, stderr, ran: existsSync(join(folder, "theirs", "ran")) }).toEqual({
      code: 0,
      stderr: `${config}: It is not run, as it stands outside the working folder; its parser and settings do not count. If you trust it, run the command there.\n`,
      ran: false,
    });
    expect(stdout).toContain('equality "InvalidDisk.Busy"');
  });

  it("cannot run on a folder without sources", async () => {
    write("empty/notes.md", "");
    const { code, stderr } = await cli("sites", join(folder, "empty"));
    expect(code).toBe(2);
    expect(stderr).toMatch(/empty: There are no JavaScript or TypeScript files in it to look at\.\n$/);
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
