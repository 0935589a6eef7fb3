import { mkdirSync, mkdtempSync, realpathSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { ResolverFactory } from "oxc-resolver";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { startLint } from "../../../src/analysis/project/epoch.js";
import { looksNow } from "../../../src/analysis/project/looks.js";
import { extensions, packageNamed, relativeFile, writtenFrom } from "../../../src/analysis/project/shortcuts.js";

const files: Readonly<Record<string, string>> = {
  "package.json": `{ "name": "acme", "exports": { "./own": "./src/a.ts" } }`,
  "src/main.ts": "",
  "src/a.ts": "",
  "src/a.js": "",
  "src/a/index.ts": "",
  "src/b.js": "",
  "src/b.jsx": "",
  "src/c.test.ts": "",
  "src/c.tsx": "",
  "src/plain": "",
  "src/plain.ts": "",
  "src/types.d.ts": "",
  "src/data.json": "{}",
  "src/both/index.js": "",
  "src/folder/index.js": "",
  "src/folder.js/index.js": "",
  "src/odd/index": "",
  "src/odd/index.ts": "",
  "src/packed/package.json": `{ "main": "lib.js" }`,
  "src/packed/lib.js": "",
  "src/packed/index.js": "",
  "src/empty/text.md": "",
  "src/deep/.hidden.js": "",
  "src/deep/$id.ts": "",
  "src/deep/[slug].tsx": "",
  "src/deep/main.ts": "",
  "based/tsconfig.json": `{ "compilerOptions": { "baseUrl": "./lib" } }`,
  "based/main.ts": "",
  "based/lib/tools/one.ts": "",
  "based/lib/react.ts": "",
  "aliased/tsconfig.json": `{ "extends": "@configs/base" }`,
  "aliased/main.ts": "",
  "aliased/lib/one.ts": "",
  "any/tsconfig.json": `{ "compilerOptions": { "paths": { "*": ["./lib/*"] } } }`,
  "any/main.ts": "",
  "any/lib/missing.ts": "",
  "node_modules/@configs/base/package.json": `{ "exports": { ".": "./configs/strict.json" } }`,
  "node_modules/@configs/base/configs/strict.json": `{ "compilerOptions": { "paths": { "@one": ["../../../../aliased/lib/one.ts"] } } }`,
  "node_modules/react/package.json": `{ "main": "index.js" }`,
  "node_modules/react/index.js": "",
  "node_modules/@scope/pkg/index.js": "",
  "node_modules/single.js": "",
  "packages/disks/package.json": `{ "name": "@acme/disks", "main": "index.ts" }`,
  "packages/disks/index.ts": "",
};
const links: Readonly<Record<string, string>> = {
  "src/link.ts": "../based/lib/react.ts",
  "src/linked": "folder",
  "src/both.ts": "a.ts",
  "node_modules/@acme/disks": "../../packages/disks",
  "node_modules/.pnpm/zod/node_modules/zod": "../../../react",
  "node_modules/zod": ".pnpm/zod/node_modules/zod",
};

let folder = "";
const resolver = new ResolverFactory({ tsconfig: "auto", extensions, extensionAlias: writtenFrom as Record<string, string[]>, conditionNames: ["node", "import", "require", "default"], mainFields: ["module", "main"] });
const resolved = (from: string, specifier: string): string | undefined => resolver.resolveFileSync(join(folder, from), specifier).path?.slice(folder.length + 1);

beforeAll(() => {
  folder = realpathSync(mkdtempSync(join(tmpdir(), "shortcuts-")));
  for (const path of [...Object.keys(files), ...Object.keys(links)]) mkdirSync(dirname(join(folder, path)), { recursive: true });
  for (const [path, text] of Object.entries(files)) writeFileSync(join(folder, path), text);
  for (const [path, target] of Object.entries(links)) symlinkSync(target, join(folder, path));
  startLint(join(folder, "src/main.ts"));
});

afterAll(() => {
  rmSync(folder, { recursive: true });
});

describe("a relative import that a look at its folder answers", () => {
  const found = (from: string, specifier: string): string | undefined => relativeFile(join(folder, dirname(from)), specifier, looksNow())?.slice(folder.length + 1);

  it.each([
    ["./a", "src/a.ts"],
    ["./a.js", "src/a.ts"],
    ["./b.js", "src/b.js"],
    ["./b", "src/b.js"],
    ["./c.test", "src/c.test.ts"],
    ["./c.jsx", "src/c.tsx"],
    ["./plain", "src/plain"],
    ["./data.json", "src/data.json"],
    ["./folder", "src/folder/index.js"],
    ["./folder.js", "src/folder.js/index.js"],
    ["./deep/.hidden", "src/deep/.hidden.js"],
    ["./linked/index", "src/folder/index.js"],
    ["./deep/$id", "src/deep/$id.ts"],
    ["./deep/[slug]", "src/deep/[slug].tsx"],
    ["../src/deep/../a", "src/a.ts"],
  ])("of %s leads where the resolver finds it", (specifier, path) => {
    expect(found("src/main.ts", specifier)).toBe(path);
    expect(resolved("src/main.ts", specifier)).toBe(path);
  });

  it.each(["./a/", ".", "./link", "./linked", "./both", "./packed", "./odd", "./empty", "./types", "./missing", "./a?raw", "./a#b", "react"])("is not %s", (specifier) => {
    expect(found("src/main.ts", specifier)).toBeUndefined();
  });
});

describe("the name of a package that a look at the folders of packages answers", () => {
  const told = (from: string, specifier: string): string | undefined => packageNamed(join(folder, dirname(from)), specifier, looksNow());

  it.each([
    ["src/main.ts", "lodash"],
    ["src/main.ts", "@scope/other"],
    ["src/main.ts", "@nobody/pkg/lib"],
    ["based/main.ts", "lodash"],
    ["aliased/main.ts", "@two/x"],
  ])("in %s is %s, which is missing", (from, specifier) => {
    expect(told(from, specifier)).toBe("missing");
    expect(resolved(from, specifier)).toBeUndefined();
  });

  it.each([
    ["src/main.ts", "react"],
    ["src/main.ts", "@scope/pkg"],
    ["src/main.ts", "zod"],
    ["aliased/main.ts", "react/index.js"],
  ])("in %s is %s, which is installed", (from, specifier) => {
    expect(told(from, specifier)).toBe("installed");
    expect(resolved(from, specifier)).toMatch(/^node_modules\//);
  });

  it.each([
    ["what a workspace links to", "src/main.ts", "@acme/disks", "packages/disks/index.ts"],
    ["the package that the module belongs to", "src/main.ts", "acme/own", "src/a.ts"],
    ["a file of the base folder", "based/main.ts", "tools/one", "based/lib/tools/one.ts"],
    ["a file of the base folder, though a package has the name", "based/main.ts", "react", "based/lib/react.ts"],
    ["an alias of a configuration that is extended by the name of a package", "aliased/main.ts", "@one", "aliased/lib/one.ts"],
    ["what an alias for any name leads to", "any/main.ts", "missing", "any/lib/missing.ts"],
    ["a file among packages", "src/main.ts", "single", "node_modules/single.js"],
  ])("is not %s", (_, from, specifier, path) => {
    expect(told(from, specifier)).toBeUndefined();
    expect(resolved(from, specifier)).toBe(path);
  });
});
