import { spawnSync } from "node:child_process";
import { symlinkSync, truncateSync, writeFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { describe, expect, it } from "vitest";
import { CodeMapFolder } from "../../src/analysis/knowledge/code-map-folder.js";
import { OwnModules } from "../../src/analysis/knowledge/own-modules.js";
import { folderWith, makePipe } from "../store/catalogs.js";

const files = { "registry.ts": 'export const catalogStamp: string = "1";\nconst rows = {};\n' };

/** What reading a module of the folder says. */
function refusal(folder: string, module = "registry"): string {
  try {
    new CodeMapFolder("./codes", folder).read(module, () => undefined);
    return "";
  } catch (error) {
    return `${(error as Error).name}: ${(error as Error).message}`.replaceAll(folder, "<folder>");
  }
}

describe("a folder that others may have filled", () => {
  it("is read where it is a code map", () => {
    expect(refusal(folderWith(files))).toBe("");
  });

  it("is refused where the registry is a link to itself", () => {
    const folder = folderWith({});
    symlinkSync("registry.ts", join(folder, "registry.ts"));
    expect(refusal(folder)).toContain("is no code map: it has no <folder>/registry.ts");
  });

  it("is refused where the registry is a pipe, which nobody waits for", (context) => {
    const folder = folderWith({});
    if (!makePipe(join(folder, "registry.ts"))) context.skip("There are no named pipes here.");
    expect(refusal(folder)).toContain("is no code map: it has no <folder>/registry.ts");
  });

  it("is refused where a file is larger than any code map's, and is not read", () => {
    const folder = folderWith(files);
    truncateSync(join(folder, "registry.ts"), 100_000_000);
    expect(refusal(folder)).toContain("cannot be read: <folder>/registry.ts has 100000000 bytes, more than any code map.");
  });

  it.each([
    ["UTF-16", Buffer.from(`\ufeff${files["registry.ts"]}`, "utf16le"), "<folder>/registry.ts: The file is in UTF-16; save it as UTF-8."],
    ["GB18030", Buffer.concat([Buffer.from(`${files["registry.ts"]}// `), Buffer.from([0xb4, 0xc5, 0xc5, 0xcc, 0xc3, 0xa6])]), "<folder>/registry.ts:3:4: The file is not in UTF-8, but may be in GB18030 (GBK); save it as UTF-8."],
  ])("is refused in %s, by its name", (_name, bytes, line) => {
    const folder = folderWith({});
    writeFileSync(join(folder, "registry.ts"), bytes);
    expect(refusal(folder)).toContain(`"./codes" cannot be read: ${line}`);
  });

  it("is damaged where a table only begins, and is not looked through from each beginning to its end", () => {
    const folder = folderWith({ ...files, "cbs.ts": 'export const catalogStamp: string = "1";\nconst service\nexport const other = { id: "cbs", versions: [] };\n' });
    const read = (): unknown => new CodeMapFolder("./codes", folder).read("cbs", (file) => file.versions((value): value is readonly unknown[] => Array.isArray(value)));
    expect(read).toThrow('the table "service" is expected');
  });

  it("is not left for a service whose name leads out of it", () => {
    const folder = folderWith({ ...files, "inner/registry.ts": files["registry.ts"] });
    expect(refusal(join(folder, "inner"), "../registry")).toContain('is damaged: it names a service "../registry"');
    expect(refusal(join(folder, "inner"), "a\0b")).toContain(String.raw`it names a service "a\u0000b"`);
  });

  it("is refused in few words, and in such as a terminal only shows, whatever its format says", () => {
    const folder = folderWith({});
    writeFileSync(join(folder, "registry.ts"), `export const catalogStamp: string = "\u001b[2J\u202e${"9".repeat(100_000)}";\n`);
    expect(refusal(folder)).toMatch(/is a code map of format \\u001b\[2J\\u202e9{40,70}… instead of 1/);
  });
});

describe("the manifest beside a code map", () => {
  it("tells a package's name, and is not read where it is larger than anybody writes one", () => {
    const nameIn = (more: string): string | undefined => new OwnModules("./codes", folderWith({ "package.json": JSON.stringify({ name: "@own/codes", more }) }), new Set(["cbs"])).nameOf("@own/codes/cbs", "/a.js");
    expect(nameIn("")).toBe("tencentcloud-error-codes/cbs");
    expect(nameIn("x".repeat(600_000))).toBeUndefined();
  });

  it("is no pipe: a package with one is none", (context) => {
    const folder = folderWith({ "node_modules/own/registry.js": "" });
    if (!makePipe(join(folder, "node_modules/own/package.json"))) context.skip("There are no named pipes here.");
    const { status, stderr } = spawnSync(process.execPath, [resolve("dist/src/bin.js"), "explain", "A.B", "--code-map", "own"], { cwd: folder, encoding: "utf8", timeout: 20_000 });
    expect({ status, stderr }).toEqual({ status: 2, stderr: expect.stringMatching(/^--code-map: "own" is neither a folder in \S+ nor an installed code map;/) as string });
  });
});
