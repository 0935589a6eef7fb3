import { join } from "node:path";

import { expect, it } from "vitest";

import { readFolder } from "../../src/codegen/folder.js";

/** What the files of a folder import, as paths below `src/`. */
function importsOf(folder: string): readonly string[] {
  return [...readFolder(join("src", folder))].flatMap(([path, text]) => {
    const from = [...text.matchAll(/from "(\.{1,2}\/[^"]+)"/g)].map(([, target = ""]) => join(folder, path, "..", target).replaceAll("\\", "/"));
    return from.filter((target) => !target.startsWith(`${folder}/`));
  });
}

it("what reads the catalog's folder never imports what writes it", () => {
  expect(importsOf("store/read").filter((path) => path.startsWith("store/"))).toEqual(importsOf("store/read").filter((path) => path === "store/layout.js"));
});

it("what reads documents knows nothing of the catalog's folder", () => {
  expect([...new Set(importsOf("documents").map((path) => path.split("/")[0]))].sort()).toEqual(["catalog", "codemap"]);
});

it("what reads a catalog's folder changes no file", () => {
  const text = [...readFolder("src/store/read").values()].join("\n");
  expect(text.match(/\b(?:write|rename|rm|mkdir|copyFile|unlink|append|open)\w*Sync|node:child_process/g)).toBeNull();
});
