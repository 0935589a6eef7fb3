import { mkdirSync, rmSync, symlinkSync, truncateSync, utimesSync, writeFileSync } from "node:fs";
import { join } from "node:path";

import { expect, it } from "vitest";

import { LARGEST } from "../../src/catalog/files.js";
import { loadRetryPolicy } from "../../src/catalog/retry.js";
import { readCatalog } from "../../src/store/read/folder.js";
import { loadCatalog } from "../../src/store/read/load.js";
import { openSearch } from "../../src/store/read/lookup.js";
import { folderWith, makePipe, pageWith } from "./catalogs.js";

const PAGE = pageWith("FailedOperation.Old");

it.each([
  ["documents/cvm.en.md", "a symbolic link"],
  ["services/cvm.json", "a symbolic link"],
])("a link in the place of %s is refused by name", (path, kind) => {
  const catalog = folderWith({ "documents/cbs.en.md": PAGE, "services/x.txt": "", outside: PAGE });
  symlinkSync(join(catalog, "outside"), join(catalog, path));
  expect(() => loadCatalog(catalog)).toThrow(expect.objectContaining({ line: `${join(catalog, path)}: It is ${kind}; only regular files and folders are read.` }) as Error);
});

it.skipIf(process.platform === "win32")("a file with backslashes in its name is itself, not another one that they would lead to", () => {
  const name = "x\\..\\..\\..\\secret.json";
  const catalog = join(folderWith({ "secret.json": '{ "format": "secret" }', "catalog/services/x/y.txt": "", [`catalog/services/${name}`]: "?" }), "catalog");
  expect(() => loadCatalog(catalog)).toThrow(expect.objectContaining({ line: `${join(catalog, "services", name)}:1:1: The file is not valid JSON: there is an unexpected "?".` }) as Error);
});

it("a linked folder is refused by name", () => {
  const catalog = folderWith({ "documents/cbs.en.md": PAGE });
  symlinkSync("documents", join(catalog, "services"));
  expect(() => loadCatalog(catalog)).toThrow("It is a symbolic link");
});

it("a pipe in the place of a page is refused, and not waited for", (context) => {
  const catalog = folderWith({ "documents/cbs.en.md": PAGE });
  if (!makePipe(join(catalog, "documents", "cvm.en.md"))) context.skip("There are no named pipes here.");
  expect(() => loadCatalog(catalog)).toThrow("It is a named pipe");
});

it("a page that is larger than any file that is read is refused, and not read", () => {
  const catalog = folderWith({ "documents/cbs.en.md": PAGE });
  truncateSync(join(catalog, "documents", "cbs.en.md"), LARGEST + 1);
  expect(() => loadCatalog(catalog)).toThrow("The file has 67108865 bytes; the largest that is read has 67108864.");
});

it("codes are found in what was read once", () => {
  const catalog = folderWith({ "documents/cbs.en.md": PAGE });
  const { lookUp, mentioned } = openSearch(catalog);
  rmSync(join(catalog, "documents"), { recursive: true });
  expect(lookUp("FailedOperation.Old").findings.map(({ service }) => service)).toEqual(["cbs"]);
  expect([...mentioned("cbs")]).toContain("FailedOperation.Old");
});

it("a linked retry policy is refused", () => {
  const catalog = folderWith({ outside: "{}" });
  symlinkSync(join(catalog, "outside"), join(catalog, "retry.json"));
  expect(() => loadRetryPolicy(catalog)).toThrow("It is a symbolic link");
});

it("a catalog behind a link that the user names is read", () => {
  const folder = folderWith({ "real/documents/cbs.en.md": PAGE });
  symlinkSync("real", join(folder, "catalog"));
  expect([...loadCatalog(join(folder, "catalog")).services.keys()]).toEqual(["cbs"]);
});

it("files that change while they are read are read again", () => {
  const catalog = folderWith({ "documents/cbs.en.md": PAGE });
  let reads = 0;
  const names = readCatalog(catalog, ({ files }) => {
    const found = files("documents").map(({ name }) => name);
    reads += 1;
    if (reads === 1) writeFileSync(join(catalog, "documents", "cvm.en.md"), PAGE);
    return found;
  });
  expect(names).toEqual(["cbs.en.md", "cvm.en.md"]);
});

it("what is wrong with files that change while they are read is looked at again", () => {
  const catalog = folderWith({ "documents/cbs.en.md": PAGE });
  const names = readCatalog(catalog, ({ files }) => {
    const found = files("documents").map(({ name }) => name);
    if (found.length > 1) return found;
    writeFileSync(join(catalog, "documents", "cvm.en.md"), PAGE);
    throw new Error("There is only one.");
  });
  expect(names).toEqual(["cbs.en.md", "cvm.en.md"]);
});

it("files that never rest are not read", () => {
  const catalog = folderWith({});
  mkdirSync(join(catalog, "documents"));
  let time = 1;
  const change = (): void => {
    utimesSync(join(catalog, "documents"), time, time);
    time += 1;
  };
  expect(() => readCatalog(catalog, change)).toThrow("The catalog was changed again and again while it was read");
});
