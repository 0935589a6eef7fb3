import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { afterAll, afterEach, describe, expect, it, vi } from "vitest";
import { startLint } from "../../../src/analysis/project/epoch.js";
import { isSafeToResolve } from "../../../src/analysis/project/manifests.js";

const folders: string[] = [];

/** A folder with these files. */
function folderOf(files: Readonly<Record<string, string>>): string {
  const folder = mkdtempSync(join(tmpdir(), "manifests-"));
  folders.push(folder);
  write(folder, files);
  return folder;
}

function write(folder: string, files: Readonly<Record<string, string>>): void {
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), text);
  }
}

/** Whether the resolver may be asked from `main.ts` in a folder with these files. */
function isSafe(specifier: string, files: Readonly<Record<string, string>>): boolean {
  return isSafeToResolve(join(folderOf(files), "main.ts"), specifier);
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
    ["one where a folder of a package is named", "@acme/a/sub/x", { "node_modules/@acme/a/package.json": "{}" }, "node_modules/@acme/a/sub/package.json"],
    ["one of a package with a dot before its name", ".acme/x", {}, "node_modules/.acme/package.json"],
    ["one before a query that goes up again", "./lib/x?/../../y", {}, "lib/package.json"],
    ["one before a fragment that goes up again", "acme/lib/x#/../../..", { "node_modules/acme/package.json": "{}" }, "node_modules/acme/lib/package.json"],
    ["one where baseUrl leads", "lib/x", { "tsconfig.json": `{ "compilerOptions": { "baseUrl": "." } }` }, "lib/package.json"],
    ["one where the * of an alias leads", "@lib/sub/x", { "tsconfig.json": `{ "compilerOptions": { "paths": { "@lib/*": ["./lib/*"] } } }` }, "lib/sub/package.json"],
    ["one where a * with something behind it leads", "@sub/x", { "tsconfig.json": `{ "compilerOptions": { "paths": { "@*/x": ["./lib/*/y"] } } }` }, "lib/sub/package.json"],
    ["one behind a comment with a quote in it", "@lib/sub/x", { "tsconfig.json": `{ # " \\\n"compilerOptions": { "paths": { "@lib/*": ["./lib/*"] } } # "\n}` }, "lib/sub/package.json"],
    ["one where an alias leads from the folder of the configuration that extends its own", "@lib", { "tsconfig.json": `{ "extends": "./base/base.json" }`, "base/base.json": `{ "compilerOptions": { "paths": { "@lib": ["\${configDir}/lib/x"] } } }` }, "lib/package.json"],
    ["one where an alias leads from the baseUrl of another configuration", "@lib/sub/x", { "tsconfig.json": `{ "extends": "./base/base.json", "compilerOptions": { "baseUrl": "src" } }`, "base/base.json": `{ "compilerOptions": { "paths": { "@lib/*": ["lib/*"] } } }` }, "src/lib/sub/package.json"],
    ["one in another one of rootDirs", "./src/sub/x", { "tsconfig.json": `{ "compilerOptions": { "rootDirs": ["./src", "\${configDir}/made"] } }` }, "made/sub/package.json"],
    ["one of a package that an import of the package names", "#lib", { "package.json": `{ "imports": { "#lib": "acme" } }` }, "node_modules/acme/package.json"],
    ["one where the * of such an import leads", "#lib/sub/x", { "package.json": `{ "imports": { "#lib/*": { "node": ["./lib/*.js"] } } }` }, "lib/sub/package.json"],
    ["one where it leads through another package", "#lib/sub/x", { "package.json": `{ "imports": { "#lib/*": "acme/a/*" } }`, "node_modules/acme/package.json": `{ "exports": { "./a/*": "./b/*.js" } }` }, "node_modules/acme/b/sub/package.json"],
    ["one where the * of a package's exports leads", "acme/sub/x.js", { "node_modules/acme/package.json": `{ "exports": { "./*.js": { "import": "./lib/*.js" } } }` }, "node_modules/acme/lib/sub/package.json"],
    ["one where a folder of its exports leads", "acme/a/sub/x.js", { "node_modules/acme/package.json": `{ "exports": { "./a/": "./lib/" } }` }, "node_modules/acme/lib/sub/package.json"],
    ["one where the exports of its own package lead", "me/sub/x.js", { "package.json": `{ "name": "me", "exports": { "./*": "./lib/*" } }` }, "lib/sub/package.json"],
    ["one before the query of an entry point", "acme", { "node_modules/acme/package.json": `{ "exports": "./lib/x.js?/../../y" }` }, "node_modules/acme/lib/package.json"],
    ["one whose name is escaped and not Latin", "./a.js", { "tsconfig.json": String.raw`{ "extends": "./b\u0142se" }` }, "b\u0142se.json"],
    ["a configuration behind one with another extension", "./a.js", { "tsconfig.json": `{ "references": [{ "path": "./a.js" }] }`, "a.js": `{ "extends": "./base" }` }, "base.json"],
    ["one behind the * of a package's exports", "./a.js", { "tsconfig.json": `{ "extends": "acme/base" }`, "node_modules/acme/package.json": `{ "exports": { "./*": "./conf/*.conf" } }`, "node_modules/acme/conf/base.conf": `{ "extends": "./strict" }` }, "node_modules/acme/conf/strict.json"],
    ["one behind the exports of a package that is extended", "./a.js", { "tsconfig.json": `{ "extends": "acme" }`, "node_modules/acme/package.json": `{ "exports": { "import": "./base.conf" } }`, "node_modules/acme/base.conf": `{ "extends": "./strict" }` }, "node_modules/acme/strict.json"],
    ["one behind its entry point", "./a.js", { "tsconfig.json": `{ "extends": "acme" }`, "node_modules/acme/package.json": `{ "main": "conf/base" }`, "node_modules/acme/conf/base.json": `{ "extends": "./strict" }` }, "node_modules/acme/conf/strict.json"],
    ["one behind an import of the package", "./a.js", { "tsconfig.json": `{ "extends": "#base" }`, "package.json": `{ "imports": { "#*": "./*.conf" } }`, "base.conf": `{ "extends": "./strict" }` }, "strict.json"],
  ])("is %s", (_, specifier, files: Record<string, string>, path) => {
    expect(isSafe(specifier, { ...files, [path]: deep })).toBe(false);
    expect(isSafe(specifier, { ...files, [path]: "{}" })).toBe(true);
  });

  it("is one that a module's own path leads to, of which the resolver takes a part for a query", () => {
    const folder = folderOf({ "a/tsconfig.json": `{ "extends": "./base" }`, "a/base.json": deep });
    expect(isSafeToResolve(join(folder, "a#b/main.ts"), "./a.js")).toBe(false);
    expect(isSafeToResolve(join(folder, "b#b/main.ts"), "./a.js")).toBe(true);
  });

  it.each([
    ["the address of a file", "file:///lib/a.js", "/lib/a.js"],
    ["an escaped character", "./a\0#b", "./a#b"],
    ["a way out of a package", "acme/../../lib/a.js", "acme/lib/a.js"],
    ["longer than any path", `./${"a/".repeat(3_000)}b`, `./${"a/".repeat(300)}b`],
    ["in more folders than anybody has", `acme${"/a".repeat(60)}`, `acme${"/a".repeat(30)}`],
  ])("is not looked for where an import names %s", (_, specifier, twin) => {
    expect(isSafe(specifier, { "package.json": "{}" })).toBe(false);
    expect(isSafe(twin, { "package.json": "{}" })).toBe(true);
  });

  it("is where an import stands for more than anybody writes", () => {
    const imports = (count: number): Record<string, string> => ({ "package.json": JSON.stringify({ imports: { "#*": Array.from({ length: count }, (_, index) => `./${String(index)}/*`) } }) });
    expect(isSafe("#a", imports(600))).toBe(false);
    expect(isSafe("#a", imports(200))).toBe(true);
  });

  it("is where an alias stands for more than anybody writes, or there are more rootDirs", () => {
    const options = (name: string, of: (list: readonly string[]) => object) => (count: number): Record<string, string> => ({ "tsconfig.json": JSON.stringify({ compilerOptions: { [name]: of(Array.from({ length: count }, (_, index) => `./${String(index)}/*`)) } }) });
    for (const files of [options("paths", (list) => ({ "@*": list })), options("rootDirs", (list) => list)]) {
      expect(isSafe("@a", files(60))).toBe(false);
      expect(isSafe("@a", files(40))).toBe(true);
    }
  });

  it("is the last of a longer chain through packages than anybody writes", () => {
    const behind = (count: number): Record<string, string> => ({ "tsconfig.json": `{ "extends": "acme/0" }`, "node_modules/acme/package.json": `{ "exports": { "./*": "./*.conf" } }`, ...Object.fromEntries(Array.from({ length: count }, (_, index) => [`node_modules/acme/${String(index)}.conf`, `{ "extends": "acme/${String(index + 1)}" }`])) });
    expect(isSafe("./a.js", behind(60))).toBe(false);
    expect(isSafe("./a.js", behind(40))).toBe(true);
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

describe("what was seen of manifests", () => {
  afterEach(() => {
    vi.useRealTimers();
  });

  /** The clock never goes back. */
  let lasted = 0;

  /** Whether the resolver may be asked before files are written, right after it, and once `wait` is over. */
  function askedThrice(files: Readonly<Record<string, string>>, written: Readonly<Record<string, string>>, wait: (main: string) => void): readonly boolean[] {
    vi.useFakeTimers({ toFake: ["performance"] });
    vi.advanceTimersByTime(lasted += 100_000);
    const folder = folderOf(files);
    const main = join(folder, "main.ts");
    startLint(main);
    const ask = (): boolean => isSafeToResolve(main, "./a.js");
    vi.advanceTimersByTime(1);
    const before = ask();
    write(folder, written);
    const after = ask();
    wait(main);
    return [before, after, ask()];
  }

  const pause = (): void => {
    vi.advanceTimersByTime(1_001);
  };

  it.each([
    ["in a manifest", { "package.json": "{}" }, "package.json"],
    ["in one that is named", { "tsconfig.json": `{ "extends": "./base" }`, "base.json": "{}" }, "base.json"],
    ["where a named one was missing", { "tsconfig.json": `{ "extends": "./base" }` }, "base.json"],
    ["in a folder that was missing", { "tsconfig.json": `{ "extends": "acme/base" }` }, "node_modules/acme/base.json"],
    ["where many were missing", { "package.json": `{ "files": ["a", "b", "c", "d", "e", "f", "lib/index.js"] }` }, "lib/package.json"],
    ["where many were missing that are named alike", { "package.json": `{ "files": ["a", "b", "c", "d", "e", "f", "Lib/index.js"] }` }, "Lib/package.json"],
  ])("is looked at anew after a pause: %s", (_, files: Record<string, string>, path) => {
    expect(askedThrice(files, { [path]: deep }, pause)).toEqual([true, true, false]);
  });

  it("is looked at anew where a file is linted once more, and not where another is", () => {
    const goOn = (path: (main: string) => string) => (main: string) => {
      for (let at = 0; at < 4; at += 1) {
        vi.advanceTimersByTime(400);
        isSafeToResolve(main, "./b.js");
      }
      startLint(path(main));
    };
    const files = { "package.json": "{}" };
    expect(askedThrice(files, { "package.json": deep }, goOn((main) => main))).toEqual([true, true, false]);
    expect(askedThrice(files, { "package.json": deep }, goOn((main) => `${main}x`))).toEqual([true, true, true]);
  });

  it("is looked at anew after half a minute without a pause", () => {
    const goOn = (main: string): void => {
      for (let at = 0; at < 40; at += 1) {
        vi.advanceTimersByTime(800);
        isSafeToResolve(main, "./b.js");
      }
    };
    expect(askedThrice({ "package.json": "{}" }, { "package.json": deep }, goOn)).toEqual([true, true, false]);
  });
});
