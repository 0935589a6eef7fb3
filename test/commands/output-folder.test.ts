import { mkdirSync, mkdtempSync, readdirSync, readFileSync, readlinkSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

import { beforeAll, describe, expect, it } from "vitest";

import { nameOfThisProcess } from "../../src/catalog/process-name.js";
import { readFolder } from "../../src/codegen/folder.js";
import { folderWith, makePipe, pageWith } from "../store/catalogs.js";
import { cli, type CliResult } from "./run-cli.js";

const PAGE = pageWith("FailedOperation.Old");
const catalogs = { "catalog/documents/cbs.en.md": PAGE };
const generate = (folder: string, ...flags: readonly string[]): Promise<CliResult> => cli("generate", "--catalog", join(folder, "catalog"), "--out", join(folder, "out"), ...flags);

let codeMap: ReadonlyMap<string, string>;
beforeAll(async () => {
  const folder = mkdtempSync(join(tmpdir(), "output-folder-"));
  mkdirSync(join(folder, "catalog", "documents"), { recursive: true });
  writeFileSync(join(folder, "catalog", "documents", "cbs.en.md"), PAGE);
  await generate(folder);
  codeMap = readFolder(join(folder, "out"));
  rmSync(folder, { recursive: true });
});

/** A catalog and the code map of it, with the line ends given. */
function generated(lineEnd = "\n"): string {
  return folderWith({ ...catalogs, ...Object.fromEntries([...codeMap].map(([path, text]) => [`out/${path}`, text.replaceAll("\n", lineEnd)])) });
}

describe("generate --out", () => {
  it.each([[], ["--check"]])("a link is refused, its target left alone %j", async (...flags) => {
    const folder = folderWith({ ...catalogs, "real/x.ts": "mine" });
    symlinkSync("real", join(folder, "out"));
    const { code, stderr } = await generate(folder, ...flags);
    expect({ code, stderr }).toEqual({ code: 2, stderr: `${join(folder, "out")}: The output folder is a symbolic link; name the folder that it leads to.\n` });
    expect(readlinkSync(join(folder, "out"))).toBe("real");
    expect(readFileSync(join(folder, "real", "x.ts"), "utf8")).toBe("mine");
  });

  it("a folder with a link in it is refused", async () => {
    const folder = generated();
    symlinkSync("cbs.ts", join(folder, "out", "mine.ts"));
    const { code, stderr } = await generate(folder);
    expect({ code, stderr }).toEqual({ code: 2, stderr: `${join(folder, "out", "mine.ts")}: It is a symbolic link; only regular files and folders are read.\n` });
  });

  it.each(["services", "documents/new", ".import"])("a folder %s of the catalog is refused", async (path) => {
    const folder = folderWith(catalogs);
    const { code, stderr } = await cli("generate", "--catalog", join(folder, "catalog"), "--out", join(folder, "catalog", path));
    expect({ code, stderr }).toEqual({ code: 2, stderr: expect.stringMatching(/: The folder "[.a-z]+" of a catalog is the catalog's own; choose another folder\.\n$/) as string });
  });

  it("a folder with an empty folder in it is refused", async () => {
    const folder = generated();
    mkdirSync(join(folder, "out", "mine"));
    const { code, stderr } = await generate(folder);
    expect({ code, stderr }).toEqual({ code: 2, stderr: `${join(folder, "out", "mine")}: The output folder holds an empty folder, which generate has not written; remove it.\n` });
    expect(readdirSync(join(folder, "out"))).toContain("mine");
  });

  it("a folder of something else is left at the first file that shows it", async () => {
    const folder = folderWith({ ...catalogs, "out/a.ts": "mine", "out/b/c.ts": "mine" });
    symlinkSync("nowhere", join(folder, "out", "d"));
    expect(await generate(folder)).toEqual({ code: 2, stdout: "", stderr: `${join(folder, "out")}: The output folder holds "a.ts", which generate has not written; choose another folder.\n` });
  });

  it("a folder with a pipe in it is refused", async (context) => {
    const folder = generated();
    if (!makePipe(join(folder, "out", "mine.ts"))) context.skip("There are no named pipes here.");
    expect(await generate(folder)).toMatchObject({ code: 2, stderr: expect.stringContaining("It is a named pipe") as string });
  });
});

describe("generate", () => {
  it("clears what a killed run has left, also where nothing has changed", async () => {
    const folder = generated();
    mkdirSync(join(folder, `out.old-${nameOfThisProcess().replace(/^\d+/, "4194305")}`));
    expect(await generate(folder, "--check")).toMatchObject({ code: 0 });
    expect(readdirSync(folder)).toHaveLength(3);
    expect(await generate(folder)).toMatchObject({ code: 0, stdout: expect.stringContaining("nothing has changed") as string });
    expect(readdirSync(folder)).toEqual(["catalog", "out"]);
  });
});

describe("generate --check", () => {
  it("says when git has changed the line ends only", async () => {
    const { code, stdout } = await generate(generated("\r\n"), "--check");
    expect(code).toBe(1);
    expect(stdout).toContain("other line ends: cbs.ts\n");
    expect(stdout).toContain("`*.ts text eol=lf`");
    expect(stdout).not.toContain("  - ");
  });

  it("is content with what was generated", async () => {
    expect(await generate(generated(), "--check")).toMatchObject({ code: 0 });
  });
});
