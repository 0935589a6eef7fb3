import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import { isSafeToResolve } from "../../../src/analysis/project/manifests.js";

const folders: string[] = [];

/** Whether the resolver may be asked from `main.ts` in a folder with these files. */
function isSafe(specifier: string, files: Readonly<Record<string, string>>): boolean {
  const folder = mkdtempSync(join(tmpdir(), "manifests-"));
  folders.push(folder);
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), text);
  }
  return isSafeToResolve(join(folder, "main.ts"), specifier);
}

afterAll(() => {
  for (const folder of folders) rmSync(folder, { recursive: true });
});

/** What the native reader of JSON does not survive when it is deep enough. */
const deep = `{ "a": ${"[".repeat(200)}${"]".repeat(200)} }`;

/** A chain of configurations, each of which extends the next one. */
function chain(length: number): Record<string, string> {
  return Object.fromEntries(Array.from({ length }, (_, index) => [index === 0 ? "tsconfig.json" : `${String(index)}.json`, index === length - 1 ? "{}" : `{ "extends": "./${String(index + 1)}.json" }`]));
}

describe("a manifest that the resolver cannot be trusted with", () => {
  it.each([
    ["a configuration that another one extends", "./a.js", { "tsconfig.json": `{ "extends": "./base" }` }, "base.json"],
    ["one of a package", "./a.js", { "tsconfig.json": `{ "extends": "@acme/base/strict" }` }, "node_modules/@acme/base/strict.json"],
    ["one whose key is escaped, behind a quote in a comment", "./a.js", { "tsconfig.json": String.raw`{ /* " */ "extend\u0073": "./\u0062ase.json" }` }, "base.json"],
    ["one that is referred to", "./a.js", { "tsconfig.json": `{ "references": [{ "path": "./packages/a" }] }` }, "packages/a/tsconfig.json"],
    ["a package.json where an alias leads", "@lib/a.js", { "tsconfig.json": `{ "compilerOptions": { "paths": { "@lib/*": ["./lib/*"] } } }` }, "lib/package.json"],
    ["one where an import of the package leads", "#lib", { "package.json": `{ "imports": { "#lib": { "default": "./src/lib/index.js" } } }` }, "src/package.json"],
    ["one where a package's entry point stands", "acme", { "node_modules/acme/package.json": `{ "main": "dist/index.js" }` }, "node_modules/acme/dist/package.json"],
    ["one where a package's exports lead", "acme", { "node_modules/acme/package.json": `{ "exports": { ".": [{ "import": "./esm/index.js" }] } }` }, "node_modules/acme/esm/package.json"],
  ])("is %s", (_, specifier, files: Record<string, string>, path) => {
    expect(isSafe(specifier, { ...files, [path]: deep })).toBe(false);
    expect(isSafe(specifier, { ...files, [path]: "{}" })).toBe(true);
  });

  it("is the last of a longer chain than anybody writes", () => {
    expect(isSafe("./a.js", chain(60))).toBe(false);
    expect(isSafe("./a.js", chain(40))).toBe(true);
  });

  it("is one of more names than anybody writes", () => {
    const paths = (count: number): Record<string, string> => ({ "tsconfig.json": JSON.stringify({ compilerOptions: { paths: Object.fromEntries(Array.from({ length: count }, (_, index) => [`@a${String(index)}/*`, [`./a${String(index)}/*`]])) } }) });
    expect(isSafe("./a.js", paths(1_100))).toBe(false);
    expect(isSafe("./a.js", paths(300))).toBe(true);
  });
});
