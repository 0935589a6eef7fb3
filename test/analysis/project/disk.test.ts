import * as typescriptParser from "@typescript-eslint/parser";
import { Linter } from "eslint";
import { execFileSync } from "node:child_process";
import { mkdirSync, mkdtempSync, realpathSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { afterEach, describe, expect, it } from "vitest";
import plugin from "../../../rules/index.js";
import { filesOnDisk, useFiles } from "../../../src/analysis/project/files.js";

const folders: string[] = [];

/** Writes files in a folder of their own, and lints one of them. */
function project(files: Readonly<Record<string, Buffer | string>>): { readonly folder: string; write(path: string, text: Buffer | string): void; lint(path: string, settings?: object): readonly string[] } {
  const folder = realpathSync(mkdtempSync(join(tmpdir(), "imports-")));
  folders.push(folder);
  const write = (path: string, text: Buffer | string): void => {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), text);
  };
  for (const [path, text] of Object.entries(files)) write(path, text);
  const lint = (path: string, settings: object = {}): readonly string[] =>
    new Linter({ cwd: folder })
      .verify(
        String(files[path]),
        [{ files: ["**"], plugins: { tencentcloud: plugin }, languageOptions: { parser: typescriptParser }, rules: { "tencentcloud/no-undocumented-code": "error" }, settings: { tencentcloud: settings } }],
        { filename: join(folder, path) },
      )
      .map(({ message }) => message.replace(/^"([^"]*)".*?(?: This is seen through (.*)\.)?$/s, (_, code: string, way: string | undefined) => (way === undefined ? code : `${code} through ${way}`)));
  return { folder, write, lint };
}

const client = (code = "InvalidDisk.Busy"): string => `import { cbs } from "tencentcloud-sdk-nodejs";
const client = new cbs.v20170312.Client({});
export const attach = (request) => client.AttachDisks(request);
export const isBusy = (error) => error.code === "${code}";
`;

const handler = (from: string): string => `import { attach, isBusy } from "${from}";
export async function run() { try { return await attach({}); } catch (e) { if (e.code === "InvalidDisk.Bsy" || isBusy(e)) return null; throw e; } }
`;

afterEach(() => {
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true });
});

describe("what an import leads to", () => {
  it.each([
    ["a file without its extension", "./client", "client.ts"],
    ["a TypeScript file by the name that it is compiled to", "./client.js", "client.ts"],
    ["a module of ECMAScript", "./client.mjs", "client.mts"],
    ["the index of a folder", "./client", "client/index.ts"],
    ["JavaScript", "./client.js", "client.js"],
  ])("is %s", (_, source, path) => {
    expect(project({ "main.ts": handler(source), [path]: client() }).lint("main.ts")).toEqual(["InvalidDisk.Bsy"]);
  });

  it("is what an alias of tsconfig.json stands for", () => {
    const files = { "src/main.ts": handler("@lib/client"), "src/lib/client.ts": client(), "tsconfig.json": `{ "compilerOptions": { "paths": { "@lib/*": ["./src/lib/*"] } } } // a comment` };
    expect(project(files).lint("src/main.ts")).toEqual(["InvalidDisk.Bsy"]);
  });

  it.each([
    ["cannot be read", "{ \"compilerOptions\": "],
    ["extends one that is missing", `{ "extends": "./nowhere.json" }`],
    ["refers to one that is missing", `{ "references": [{ "path": "./nowhere" }] }`],
  ])("needs no tsconfig.json: one that %s", (_, text) => {
    expect(project({ "main.ts": handler("./client"), "client.ts": client(), "tsconfig.json": text }).lint("main.ts")).toEqual(["InvalidDisk.Bsy"]);
  });

  it("is a member of the workspace, through its exports", () => {
    const { folder, lint } = project({
      "apps/web/main.ts": handler("@acme/cloud/client"),
      "packages/cloud/package.json": `{ "name": "@acme/cloud", "exports": { "./client": { "types": "./src/client.d.ts", "default": "./src/client.ts" } } }`,
      "packages/cloud/src/client.ts": client(),
    });
    mkdirSync(join(folder, "node_modules/@acme"), { recursive: true });
    symlinkSync(join(folder, "packages/cloud"), join(folder, "node_modules/@acme/cloud"));
    expect(lint("apps/web/main.ts", { services: ["cbs"] })).toEqual(["InvalidDisk.Bsy"]);
  });

  it.each([
    ["by its name", "cloud.ts", `export { cbs } from "tencentcloud-sdk-nodejs";`],
    ["as another", "cloud.ts", `export { cbs as cbs } from "tencentcloud-sdk-nodejs";\nexport { other } from "./other.js";`],
    ["with all else", "cloud.ts", `export * from "./other.js";\nexport * from "tencentcloud-sdk-nodejs";`],
    ["through a barrel", "cloud/index.ts", `export * from "./sdk.js";`],
    ["in CommonJS", "cloud.js", `exports.cbs = require("tencentcloud-sdk-nodejs").cbs;`],
    ["in CommonJS, all of it", "cloud.js", `module.exports = require("tencentcloud-sdk-nodejs");`],
  ])("is the SDK where a module hands it on %s, and nothing where that is of somebody else", (_, path, text) => {
    const main = `import { cbs } from "./cloud";\nconst client = new cbs.v20170312.Client({});\nexport async function run() { try { return await client.AttachDisks({}); } catch (e) { if (e.code === "InvalidDisk.Bsy") return null; throw e; } }`;
    const files = { "main.ts": main, [path]: text, "cloud/sdk.ts": `export { cbs } from "tencentcloud-sdk-nodejs";` };
    expect(project(files).lint("main.ts")).toEqual(["InvalidDisk.Bsy"]);
    const others = Object.fromEntries(Object.entries(files).map(([name, code]) => [name, `// tencentcloud\n${code.replace("tencentcloud-sdk-nodejs", "disks-of-somebody")}`]));
    expect(project(others).lint("main.ts")).toEqual([]);
  });

  it("is a small package that names Tencent Cloud, and another where the settings name it", () => {
    const wrapper = `exports.attach = (client) => client.request("AttachDisks");`;
    const files = {
      "main.ts": `import { cbs } from "tencentcloud-sdk-nodejs";\nimport { attach } from "wrapper";\nconst client = new cbs.v20170312.Client({});\nexport async function run() { try { return await attach(client); } catch (e) { if (e.code === "Busy") return null; throw e; } }`,
      "node_modules/wrapper/package.json": `{ "name": "wrapper", "main": "index.js" }`,
      "node_modules/wrapper/index.js": wrapper,
    };
    expect(project(files).lint("main.ts")).toEqual([]);
    expect(project(files).lint("main.ts", { followImports: ["wrapper"] })).toEqual(["Busy"]);
    expect(project({ ...files, "node_modules/wrapper/index.js": `// for tencentcloudapi.com\n${wrapper}` }).lint("main.ts")).toEqual(["Busy"]);
  });
});

describe("what is known of another module", () => {
  it("is seen anew when the module has changed, in the same process", () => {
    const { lint, write } = project({ "main.ts": handler("./client.js"), "client.ts": client() });
    expect(lint("main.ts")).toEqual(["InvalidDisk.Bsy"]);
    write("client.ts", client("InvalidDisk.VeryBsy"));
    expect(lint("main.ts")).toEqual(["InvalidDisk.Bsy", "InvalidDisk.VeryBsy through `isBusy` of client.ts"]);
    write("client.ts", client());
    expect(lint("main.ts")).toEqual(["InvalidDisk.Bsy"]);
  });

  it.skipIf(process.platform === "win32")("is named without characters that a terminal obeys", () => {
    const name = "client\u001b[31m\u202e\n.js";
    const main = `import { isBusy } from ${JSON.stringify(`./${name}`)};\n${client()}export const run = () => attach({}).catch((e) => { if (isBusy(e)) return null; throw e; });\n`;
    expect(project({ "main.ts": main.replace("export const isBusy", "export const isFree"), [name]: client("InvalidDisk.Bsy") }).lint("main.ts")).toEqual(["InvalidDisk.Bsy through `isBusy` of client\\u001b[31m\\u202e\\u000a.js"]);
  });

  it("is seen anew when a module behind the module has changed, in the same process", () => {
    const codes = (code: string): string => `export const CODES = ["${code}"];`;
    const { lint, write } = project({ "main.ts": handler("./client.js"), "client.ts": `import { CODES } from "./codes.js";\n${client().replace(/=> error.*/, "=> CODES.includes(error.code);")}`, "codes.ts": codes("InvalidDisk.Busy") });
    expect(lint("main.ts")).toEqual(["InvalidDisk.Bsy"]);
    write("codes.ts", codes("InvalidDisk.VeryBsy"));
    expect(lint("main.ts")).toEqual(["InvalidDisk.Bsy", "InvalidDisk.VeryBsy through `CODES` of codes.ts"]);
  });

  it("is reported where it is used as soon as linting the module no longer says it", () => {
    const main = `import { report } from "./client.js";\n${client().replace("isBusy", "isFree")}export async function run() { try { return await attach({}); } catch (e) { return report(e); } }`;
    const own = `import { attach } from "./calls.js";\nexport async function busy() { try { return await attach({}); } catch (e) { return report(e); } }\nexport function report(error) { return error.code === "InvalidDisk.Wrong"; }`;
    const { lint, write } = project({ "main.ts": main, "client.ts": own, "calls.ts": client() });
    expect(lint("main.ts")).toEqual([]);
    expect(lint("main.ts")).toEqual([]);
    write("calls.ts", `// tencentcloud\nexport const attach = (request) => request.nothing;`);
    expect(lint("main.ts")).toEqual(["InvalidDisk.Wrong through `report` of client.ts"]);
  });

  it.skipIf(process.platform === "win32").each([
    ["a circle of links", "lib/client.ts", (path: string) => symlinkSync("client.ts", path)],
    ["a pipe", "lib/client.ts", (path: string) => execFileSync("mkfifo", [path])],
    ["a folder", "lib/client.ts", (path: string) => mkdirSync(path)],
    ["a device", "lib/client.ts", (path: string) => symlinkSync("/dev/zero", path)],
    ["below a file", "lib", (path: string) => writeFileSync(path, "")],
    ["below a circle of links", "lib", (path: string) => symlinkSync("lib", path)],
  ])("is nothing more where the module is %s the next moment", (_, path, put) => {
    const { folder, lint } = project({ "main.ts": handler("./barrel"), "barrel.ts": `export * from "./lib/client";`, "lib/client.ts": client() });
    expect(lint("main.ts")).toEqual(["InvalidDisk.Bsy"]);
    rmSync(join(folder, path), { recursive: true });
    put(join(folder, path));
    expect(lint("main.ts")).toEqual([]);
  });

  it("is not asked for where the settings say so", () => {
    expect(project({ "main.ts": handler("./client.js"), "client.ts": client() }).lint("main.ts", { followImports: false })).toEqual([]);
  });

  it.each([
    ["is missing", {}],
    ["is a declaration", { "client.d.ts": "export declare function attach(request: object): Promise<object>; // tencentcloud" }],
    ["does not parse", { "client.ts": `${client()} const = ;` }],
    ["is no text", { "client.ts": Buffer.from([...Buffer.from(client()), 0xff, 0xfe, 0x80]) }],
    ["is larger than anybody writes", { "client.ts": `${client()}//${" ".repeat(300_000)}` }],
  ])("is nothing where the module %s", (_, files: Readonly<Record<string, Buffer | string>>) => {
    expect(project({ "main.ts": handler("./client.js"), ...files }).lint("main.ts")).toEqual([]);
  });

  it.each([
    ["brackets", `export const x = ${"[".repeat(100_000)}${"]".repeat(100_000)};`],
    ["elements, with brackets in texts beside them", `export const x = ${"<a>({\"(\"}<i b=')' />".repeat(7_000)};`],
    ["functions in one expression, with brackets hidden in comments and patterns", `export const x = ${"(/*)*/a/*)*/=/[)]/)=>".repeat(9_000)}1;`],
    ["branches", `${"if (a) b(); else ".repeat(14_000)};`],
    ["types in lists", `type X = ${"A<B,".repeat(50_000)}`],
  ])("is nothing where the module nests %s deeper than its parser can follow, and the process goes on", (_, text) => {
    expect(project({ "main.ts": handler("./client"), [text.includes("type") ? "client.ts" : "client.jsx"]: `${client()}${text}` }).lint("main.ts")).toEqual([]);
  });

  it.each([
    ["functions", "client.ts", Array.from({ length: 2_000 }, (_, index) => `export function f${String(index)}(a) { return [a, { b: (a) }, \`(\${a}\`, /[(]/.test(a)]; }`).join("\n")],
    ["elements", "client.jsx", `export const page = <a>${"<b c='(' {...d}>it's</b><i/>".repeat(2_000)}</a>;`],
    ["values in a list", "client.ts", `export const list = [${"[1], { a: 2 }, ".repeat(5_000)}];`],
  ])("is all that follows where a module is long with %s, not deep", (_, path, long) => {
    expect(project({ "main.ts": handler("./client"), [path]: `${client()}${long}` }).lint("main.ts").slice(0, 1)).toEqual(["InvalidDisk.Bsy"]);
  });

  it("is looked for twice where it is exported again without a name, for its imports and its exports, however many names are asked for", () => {
    const count = 30;
    const names = Array.from({ length: count }, (_, index) => `h${String(index)}`);
    const { lint } = project({
      "main.ts": `import { ${names.join(", ")} } from "./client";\nexport async function run() { try { return await h0({}); } catch (e) { ${names.map((name) => `${name}(e.code);`).join(" ")} } }`,
      "client.ts": `// tencentcloud\n${names.map((name) => `export * from "./${name}";`).join("\n")}`,
    });
    const disk = filesOnDisk();
    const asked: string[] = [];
    useFiles({ ...disk, resolve: (from, specifier) => (from.endsWith("client.ts") && asked.push(specifier), disk.resolve(from, specifier)) });
    expect(lint("main.ts")).toEqual([]);
    useFiles(undefined);
    expect(asked).toHaveLength(2 * count);
  });

  it.each(["package.json", "lib/package.json"])("is not looked for by an alias where %s is a FIFO, too large or nested too deep", (path) => {
    const files = { "main.ts": handler("@lib/client"), "lib/client.ts": client(), "tsconfig.json": `{ "compilerOptions": { "paths": { "@lib/*": ["./lib/*"] } } }` };
    const said = (spoil: (manifest: string) => void): readonly string[] => {
      const made = project(files);
      spoil(join(made.folder, path));
      return made.lint("main.ts");
    };
    expect(said((manifest) => writeFileSync(manifest, `{ "name": "a", "x": "${"a".repeat(600_000)}" }`))).toEqual([]);
    expect(said((manifest) => writeFileSync(manifest, `{ "name": "a", "exports": ${'{ "default": '.repeat(200)}"./x.js"${" }".repeat(200)} }`))).toEqual([]);
    expect(said((manifest) => writeFileSync(manifest, `{ "name": "a", "exports": { "default": { "default": "./x.js" } } }`))).toEqual(["InvalidDisk.Bsy"]);
    // Last: whoever reads one waits for ever.
    expect(said((manifest) => execFileSync("mkfifo", [manifest]))).toEqual([]);
  });

  it("needs no manifest where it is a file beside the one that imports it", () => {
    const made = project({ "main.ts": handler("./lib/client"), "lib/client.ts": client() });
    execFileSync("mkfifo", [join(made.folder, "package.json"), join(made.folder, "lib/package.json")]);
    expect(made.lint("main.ts")).toEqual(["InvalidDisk.Bsy"]);
  });

  it("ends where modules import each other in a circle", () => {
    const files = { "main.ts": handler("./a.js"), "a.ts": `export * from "./b.js";\nexport { attach } from "./b.js";`, "b.ts": `export * from "./a.js";\nimport { isBusy } from "./a.js";\nexport { isBusy };\n${client().replace(/export const isBusy.*/, "")}` };
    expect(project(files).lint("main.ts")).toEqual(["InvalidDisk.Bsy"]);
  });

  it("is said of the linted file itself where a module imports it back", () => {
    const back = `import { attach } from "./client.js";\nexport const isBusy = (e) => e.code === "InvalidDisk.Busy";\nexport async function run() { try { return await attach({}); } catch (e) { if (e.code === "InvalidDisk.Bsy") return null; throw e; } }`;
    expect(project({ "main.ts": back, "client.ts": `import { isBusy } from "./main.js";\n${client()}export const again = (e) => isBusy(e);` }).lint("main.ts")).toEqual(["InvalidDisk.Bsy"]);
  });

  it("comes through five modules and no more", () => {
    const through = (count: number): Record<string, string> => Object.fromEntries([...Array.from({ length: count - 1 }, (_, index) => [`m${String(index)}.ts`, `// tencentcloud\nexport * from "./m${String(index + 1)}.js";`] as const), [`m${String(count - 1)}.ts`, client()]]);
    expect(project({ "main.ts": handler("./m0.js"), ...through(5) }).lint("main.ts")).toEqual(["InvalidDisk.Bsy"]);
    expect(project({ "main.ts": handler("./m0.js"), ...through(6) }).lint("main.ts")).toEqual([]);
  });

  it("is reported once: not where linting the other module says it", () => {
    const own = client().replace("};", "}") + `export async function busy() { try { return await attach({}); } catch (e) { return report(e); } }\nfunction report(error) { return error.code === "InvalidDisk.Wrong"; }\nexport { report };`;
    const { lint } = project({ "main.ts": `import { attach, report } from "./client.js";\nexport async function run() { try { return await attach({}); } catch (e) { if (e.code === "InvalidDisk.Busy") return null; return report(e); } }`, "client.ts": own });
    expect(lint("client.ts")).toEqual(["InvalidDisk.Wrong"]);
    expect(lint("main.ts")).toEqual([]);
  });
});

it("of helpers that ask each other without end, as many are looked at as anybody calls", () => {
  const helpers = Array.from({ length: 100 }, (_, index) => `export function is${String(index)}(e) { return e.code === "InvalidDisk.No${String(index)}" || is${String(index + 1)}(e); }`);
  const { lint } = project({
    "a.ts": 'import { cbs } from "tencentcloud-sdk-nodejs";\nimport { is0 } from "./helpers";\nconst client = new cbs.v20170312.Client({});\nexport async function run() { try { await client.AttachDisks({}); } catch (e) { if (is0(e)) return; throw e; } }',
    "helpers.ts": `${helpers.join("\n")}\nexport function is100(e) { return false; }`,
  });
  const codes = lint("a.ts");
  expect(codes).toHaveLength(60);
});
