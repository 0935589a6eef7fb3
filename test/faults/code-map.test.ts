import { cpSync, mkdirSync, symlinkSync } from "node:fs";
import { join, resolve } from "node:path";
import { pathToFileURL } from "node:url";

import { Linter } from "eslint";
import { describe, expect, it } from "vitest";

import type rulesOfPlugin from "../../rules/index.js";
import { temporaryFolder, writeFiles } from "./sources.js";

const application = `import { cbs } from "tencentcloud-sdk-nodejs";
export async function attach() {
  try {
    await new cbs.v20170312.Client({}).AttachDisks({});
  } catch (error) {
    if (error.code === "NoSuchCode.AtAll") return;
    throw error;
  }
}
`;

/** What linting says with a copy of the built plugin that finds another code map beside it. */
async function lintWith(codeMap: Readonly<Record<string, string>> | "its own", code = application, rules: Linter.RulesRecord = {}): Promise<string> {
  const modules = join(temporaryFolder(), "node_modules");
  const place = join(modules, "eslint-plugin-tencentcloud");
  mkdirSync(place, { recursive: true });
  for (const part of ["package.json", "dist/chunks", "dist/rules"]) cpSync(part, join(place, part), { recursive: true });
  for (const name of ["@eslint-community", "@typescript-eslint", "fastest-levenshtein", "js-tokens"]) symlinkSync(resolve("node_modules", name), join(modules, name), "junction");
  if (codeMap === "its own") symlinkSync(resolve("generated"), join(modules, "tencentcloud-error-codes"), "junction");
  else writeFiles(join(modules, "tencentcloud-error-codes"), new Map(Object.entries({ "package.json": manifest, ...codeMap })));
  // Each copy is a module of its own, and loads the code map that stands beside it.
  const { default: plugin } = (await import(pathToFileURL(join(place, "dist/rules/index.js")).href)) as { readonly default: typeof rulesOfPlugin };
  try {
    const messages = new Linter().verify(code, [plugin.configs.recommended, { rules }], { filename: "a.js" });
    return messages.map(({ message }) => message).join("\n");
  } catch (error) {
    const { message, stack = "" } = error as Error;
    return /\n\s+at /.test(stack) ? "a stack trace" : (message.split("\n", 1)[0] ?? "");
  }
}

const manifest = JSON.stringify({ name: "tencentcloud-error-codes", version: "0.0.1", type: "module", exports: { ".": "./index.js", "./*": "./*.js" } });
const remedy = "Install both packages in the same version.";

const root = (stamp: string): string => `export const catalogStamp = ${stamp};\nexport const commonErrorCodes = {};\nexport const retryClassOf = () => "unclassified";\n`;
const registry = (stamp: string): string =>
  `export const catalogStamp = ${stamp};\nexport const serviceIds = ["cbs"];\nexport const servicesDocumenting = () => [];\nexport const allServiceCodes = () => [];\nexport const retryClassUnlikeName = () => undefined;\n`;

describe("a plugin beside a code map", () => {
  it("of its own version reports", async () => {
    expect(await lintWith("its own")).toContain('"NoSuchCode.AtAll"');
  });

  it("of an older format gives one clear message and no report", async () => {
    expect(await lintWith({ "index.js": root('"0"'), "registry.js": registry('"0"') })).toBe(
      `eslint-plugin-tencentcloud cannot use the installed package tencentcloud-error-codes, because its tables are of format 0 instead of 1. ${remedy}`,
    );
  });

  it("from before there were formats gives one clear message", async () => {
    expect(await lintWith({ "index.js": root("undefined"), "registry.js": registry("undefined") })).toContain("its tables are of format undefined instead of 1");
  });

  it("from before it told which actions have a ClientToken lets every token pass, and reports what sends none", async () => {
    const info = '{ family: "InternalError", common: false, retry: { class: "transient", evidence: "" }, descriptions: [] }';
    const table = `export const catalogStamp = "1";\nexport const service = { id: "cbs", versions: [], codes: { InternalError: ${info} }, actions: { CreateSnapshot: [] } };`;
    const repeating = (request: string): string => `import { cbs } from "tencentcloud-sdk-nodejs";
      const client = new cbs.v20170312.Client({});
      export const run = () => client.CreateSnapshot(${request}).catch((error) => { if (error.code === "InternalError") return client.CreateSnapshot(${request}); throw error; });`;
    const older = { "index.js": root('"1"'), "registry.js": registry('"1"'), "cbs.js": table };
    const rules: Linter.RulesRecord = { "tencentcloud/no-retry-non-retryable": ["error", { requireIdempotency: true }] };
    expect(await lintWith(older, repeating("{ ClientToken: token }"), rules)).toBe("");
    expect(await lintWith(older, repeating("{}"), rules)).toContain("send one if the action has that parameter, else look before you retry.");
    expect(await lintWith("its own", repeating("{ ClientToken: token }"), rules)).toContain('the action has no parameter "ClientToken"');
  });

  it("that is cut off gives one clear message", async () => {
    expect(await lintWith({ "index.js": 'export const catalogStamp = "1', "registry.js": registry('"1"') })).toMatch(/because it cannot be loaded: .+\. Install both packages/);
  });

  it("that this Node.js cannot require says which can", async () => {
    const refused = `throw Object.assign(new Error("require() of ES Module /a/index.js from /b.js not supported."), { code: "ERR_REQUIRE_ESM" });`;
    expect(await lintWith({ "index.js": refused, "registry.js": registry('"1"') })).toBe(
      `eslint-plugin-tencentcloud cannot load its code map, because this Node.js (${process.version}) lets nothing \`require\` ES modules. Use Node.js 20.19 or later, of 22 at least 22.12, without --no-experimental-require-module.`,
    );
  });

  it("whose failure is a sentence gives a message with one full stop", async () => {
    expect(await lintWith({ "index.js": 'throw new Error("It is broken.");' })).toBe(
      `eslint-plugin-tencentcloud cannot use the installed package tencentcloud-error-codes, because it cannot be loaded: It is broken. ${remedy}`,
    );
  });

  it("without a file of it gives one clear message", async () => {
    expect(await lintWith({ "index.js": root('"1"') })).toMatch(/because it cannot be loaded: .+\. Install both packages/);
  });

  it("with a damaged table gives one clear message", async () => {
    expect(await lintWith({ "index.js": root('"1"'), "registry.js": registry('"1"'), "cbs.js": `export const catalogStamp = "1";\nexport const service = { id: "cbs" };` })).toBe(
      `eslint-plugin-tencentcloud cannot use the installed package tencentcloud-error-codes, because its table of the service "cbs" is damaged. ${remedy}`,
    );
  });

  it("with one table of another format gives one clear message", async () => {
    expect(await lintWith({ "index.js": root('"1"'), "registry.js": registry('"1"'), "cbs.js": `export const catalogStamp = "2";\nexport const service = { id: "cbs", codes: {}, actions: {} };` })).toBe(
      `eslint-plugin-tencentcloud cannot use the installed package tencentcloud-error-codes, because its tables are of format 2 instead of 1. ${remedy}`,
    );
  });

  it("that is not installed gives one clear message", async () => {
    expect(await lintWith({ "package.json": "{}" })).toMatch(/cannot use the installed package tencentcloud-error-codes, because it cannot be loaded: Cannot find /);
  });
});
