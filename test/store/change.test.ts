import { chmodSync, cpSync, existsSync, mkdirSync, readFileSync, rmSync, statSync, symlinkSync, utimesSync, writeFileSync } from "node:fs";
import { join } from "node:path";

import { describe, expect, it } from "vitest";

import { readFolder } from "../../src/codegen/folder.js";
import { identityOf } from "../../src/store/read/change.js";
import { readState } from "../../src/store/read/state.js";
import { LARGEST } from "../../src/catalog/files.js";
import { nameOfThisProcess } from "../../src/catalog/process-name.js";
import { changeFiles } from "../../src/store/write/change.js";
import { withCatalogLocked } from "../../src/store/write/lock.js";
import { writeTexts } from "../../src/store/write/texts.js";
import { cli } from "../commands/run-cli.js";
import { folderWith, makePipe, pageWith } from "./catalogs.js";

/** No process has this id: it is above the highest that Linux gives. */
const GONE = nameOfThisProcess().replace(/^\d+/, "4194305");
const OLD = pageWith("FailedOperation.Old");
const NEW = pageWith("FailedOperation.New");
/** What a process leaves that was killed when it had put one of two files in its place. */
const KILLED = {
  "catalog/documents/cbs.en.md": NEW,
  "catalog/documents/cvm.en.md": OLD,
  "catalog/documents/tke.en.md": NEW,
  [`catalog/.import/held-by-${GONE}`]: "",
  "catalog/.import/change/files.json": JSON.stringify({ changed: ["documents/cbs.en.md", "documents/cvm.en.md"], added: ["documents/tke.en.md"] }),
  "catalog/.import/change/before/documents/cbs.en.md": OLD,
  "catalog/.import/change/before/documents/cvm.en.md": OLD,
};

/** A folder with these files, in which the change of its catalog was begun. */
function begun(files: Readonly<Record<string, string>>): string {
  const folder = folderWith(files);
  const change = join(folder, "catalog", ".import", "change");
  mkdirSync(join(change, "mark"));
  utimesSync(join(change, "mark"), 1, 1);
  const list = JSON.parse(readFileSync(join(change, "files.json"), "utf8")) as object;
  writeList(join(folder, "catalog"), JSON.stringify({ ...list, begunIn: identityOf(join(change, "mark")) }));
  return folder;
}

/** The list of a change that names a file beside the catalog, with a copy of it. */
const list = (path: string): Record<string, string> => ({
  "precious.ts": "precious",
  "catalog/documents/cbs.en.md": OLD,
  [`catalog/.import/held-by-${GONE}`]: "",
  "catalog/.import/change/files.json": JSON.stringify({ changed: [], added: [path] }),
});

describe("a catalog with a change that nobody finished", () => {
  it("is the one from before the change, and reading changes nothing", () => {
    const folder = begun(KILLED);
    const before = readFolder(folder);
    const texts = [...readState(join(folder, "catalog")).pages].map(([name, { text }]) => [name, text]);
    expect(texts).toEqual([["cbs.en.md", OLD], ["cvm.en.md", OLD]]);
    expect(readFolder(folder)).toEqual(before);
  });

  it("is put back by the next import before that changes anything", () => {
    const catalog = join(begun(KILLED), "catalog");
    withCatalogLocked(catalog, () => 0);
    expect(readFolder(catalog)).toEqual(new Map([["documents/cbs.en.md", OLD], ["documents/cvm.en.md", OLD]]));
  });

  it("a pipe in the place of a copy is refused, and not waited for", (context) => {
    const catalog = join(begun(KILLED), "catalog");
    const copy = join(catalog, ".import/change/before/documents/cvm.en.md");
    rmSync(copy);
    if (!makePipe(copy)) context.skip("There are no named pipes here.");
    expect(() => readState(catalog)).toThrow("It is a named pipe");
    expect(() => withCatalogLocked(catalog, () => 0)).toThrow("It is a named pipe");
  });

  it.each(["generate", "generate --check", "explain", "diff"])("is not changed by %s", async (command) => {
    const folder = begun(KILLED);
    const [catalog, out] = [join(folder, "catalog"), join(folder, "out")];
    const before = readFolder(catalog);
    const [name = "", ...flags] = command.split(" ");
    const options = { generate: ["--catalog", catalog, "--out", out, ...flags], explain: ["FailedOperation.Old", "--catalog", catalog], diff: [catalog, catalog] }[name] ?? [];
    const { stderr } = await cli(name, ...options);
    expect(stderr).toBe("");
    expect(readFolder(catalog)).toEqual(before);
  });
});

describe("a catalog with an unfinished change that came with a checkout or a copy", () => {
  it.each([
    ["without a mark", (): string => folderWith(KILLED)],
    ["copied", (): string => {
      const copy = folderWith({});
      cpSync(begun(KILLED), copy, { recursive: true });
      utimesSync(join(copy, "catalog", ".import", "change", "mark"), 1, 1);
      return copy;
    }],
    ["in a folder of the same number", (): string => {
      const folder = begun(KILLED);
      utimesSync(join(folder, "catalog", ".import", "change", "mark"), 2, 2);
      return folder;
    }],
  ])("%s, is neither read nor changed", (_name, make) => {
    const catalog = join(make(), "catalog");
    const before = [...readFolder(catalog)].filter(([file]) => !file.includes("held-by"));
    const refusal = `This unfinished import was not begun here, but came with a checkout or a copy. Remove the folder ${catalog}/.import; .import/change/before has the files that it found.`;
    expect(() => readState(catalog)).toThrow(refusal);
    expect(() => withCatalogLocked(catalog, () => 0)).toThrow(refusal);
    expect([...readFolder(catalog)].filter(([file]) => !file.includes("held-by"))).toEqual(before);
  });
});

describe("a catalog whose change names what no import writes", () => {
  it.each(["../precious.ts", "documents/../../precious.ts", "/etc/passwd", "documents/cbs.md", "services/index.json", "retry.json", "services/a/b.json", "documents/cbs.en.md/x", "services/cbs.json/x", "documents/..\\..\\cbs.en.md", "services/..\\cbs.json"])("%s: nobody reads or changes it", (path) => {
    const folder = begun(list(path));
    const catalog = join(folder, "catalog");
    const before = readFolder(folder);
    expect(() => readState(catalog)).toThrow(/names ".*", which no import writes; remove the folder .*\.import\./);
    expect(() => withCatalogLocked(catalog, () => 0)).toThrow(/which no import writes/);
    // The import has only put its name in the place of the one that is gone.
    expect([...readFolder(folder)].filter(([file]) => !file.includes("held-by"))).toEqual([...before].filter(([file]) => !file.includes("held-by")));
  });

  it("through a linked folder neither", () => {
    const folder = begun({ ...list("documents/cvm.en.md"), "outside/cvm.en.md": "precious" });
    const catalog = join(folder, "catalog");
    mkdirSync(join(catalog, ".import", "change", "before"));
    symlinkSync(join(folder, "outside"), join(catalog, ".import", "change", "before", "documents"));
    writeList(catalog, JSON.stringify({ begunIn: identityOf(join(catalog, ".import", "change", "mark")), changed: ["documents/cvm.en.md"], added: [] }));
    expect(() => readState(catalog)).toThrow("It is a symbolic link");
    expect(readFileSync(join(folder, "outside", "cvm.en.md"), "utf8")).toBe("precious");
  });
});

function writeList(catalog: string, files: string): void {
  writeFileSync(join(catalog, ".import", "change", "files.json"), files);
}

describe("an import into a catalog with linked folders", () => {
  it("writes nothing through them", () => {
    const folder = folderWith({ "outside/other.txt": "", "catalog/services/x.txt": "" });
    const catalog = join(folder, "catalog");
    symlinkSync(join(folder, "outside"), join(catalog, "documents"));
    expect(() => withCatalogLocked(catalog, () => writeTexts(catalog, new Map(), new Map([["documents/cbs.en.md", NEW]])))).toThrow("It is a symbolic link");
    expect(existsSync(join(folder, "outside", "cbs.en.md"))).toBe(false);
    expect(existsSync(join(catalog, ".import"))).toBe(false);
  });

  it("refuses facts that nobody could read, and leaves none", () => {
    const catalog = join(folderWith({}), "catalog");
    const facts = '{ "format": 1, "service": "cbs", "product": 0 }';
    const texts = new Map([["documents/cbs.en.md", NEW], ["services/cbs.json", facts]]);
    expect(() => withCatalogLocked(catalog, () => writeTexts(catalog, new Map(), texts))).toThrow("The product must be a whole number above 0.");
    expect(existsSync(catalog)).toBe(false);
  });

  it.skipIf(process.platform === "win32")("keeps who may read and write each file, in the copies too", () => {
    const catalog = join(folderWith({ "catalog/documents/cbs.en.md": OLD, "catalog/documents/cvm.en.md": OLD }), "catalog");
    const [cbs, cvm] = [join(catalog, "documents", "cbs.en.md"), join(catalog, "documents", "cvm.en.md")];
    chmodSync(cbs, 0o600);
    chmodSync(cvm, 0o664);
    const modes = (...files: readonly string[]): readonly number[] => files.map((file) => statSync(file).mode & 0o777);
    const changed = [["documents/cbs.en.md", NEW], ["documents/cvm.en.md", NEW]] as const;
    withCatalogLocked(catalog, () => {
      writeFileSync(join(catalog, "services"), "in the way of the third");
      expect(() => changeFiles(catalog, [...changed, ["services/cvm.json", ""]], [])).toThrow("The catalog cannot be written");
      expect([readFileSync(cbs, "utf8"), ...modes(cbs, cvm)]).toEqual([OLD, 0o600, 0o664]);
      changeFiles(catalog, changed, []);
    });
    expect([readFileSync(cbs, "utf8"), ...modes(cbs, cvm)]).toEqual([NEW, 0o600, 0o664]);
  });

  it.each([
    ["note", '{ "format": 1, "service": "cbs",\n "note": "mine" }'],
    ["since", '{ "format": 1, "service": "cbs",\n "sdks": { "a/b": { "since": 1, "versions": {}, "tryAgainLater": [] } } }'],
    ["level", '{ "format": 1, "service": "cbs",\n "pages": { "versions": { "": { "codes": [], "actions": {}, "level": {} } }, "tryAgainLater": [] } }'],
  ])("refuses to write facts anew that somebody has given a member %j", (name, facts) => {
    const catalog = folderWith({ "services/cbs.json": facts });
    const fresh = new Map([["services/cbs.json", '{ "format": 1, "service": "cbs", "sdks": {} }']]);
    expect(() => withCatalogLocked(catalog, () => writeTexts(catalog, new Map(), fresh))).toThrow(`An import would lose the member "${name}", which facts do not have; keep it elsewhere.`);
    expect(readFolder(catalog)).toEqual(new Map([["services/cbs.json", facts]]));
    expect(readState(catalog).facts.size).toBe(1);
  });

  it("refuses a page that is larger than any that is read", () => {
    const catalog = join(folderWith({}), "catalog");
    const texts = new Map([["documents/cbs.en.md", "x".repeat(LARGEST + 1)]]);
    expect(() => withCatalogLocked(catalog, () => writeTexts(catalog, new Map(), texts))).toThrow("The file has 67108865 bytes; the largest that is read has 67108864.");
    expect(existsSync(catalog)).toBe(false);
  });

  it("refuses a path that is none of a catalog", () => {
    const catalog = join(folderWith({}), "catalog");
    expect(() => withCatalogLocked(catalog, () => writeTexts(catalog, new Map(), new Map([["../x.md", ""]])))).toThrow("No import writes such a file");
  });
});
