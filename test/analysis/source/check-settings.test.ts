import { runInNewContext } from "node:vm";
import { ESLint } from "eslint";
import { describe, expect, it } from "vitest";
import plugin from "../../../rules/index.js";
import { checkSettings } from "../../../src/analysis/source/check-settings.js";

function refusal(tencentcloud: unknown): string | undefined {
  try {
    checkSettings({ tencentcloud }, process.cwd());
    return undefined;
  } catch (error) {
    return (error as Error).message;
  }
}

function revoked(): object {
  const { proxy, revoke } = Proxy.revocable({}, {});
  revoke();
  return proxy;
}

const start = 'Key "settings": Key "tencentcloud": ';

describe("settings", () => {
  it.each([
    ["none", undefined],
    ["an empty object", {}],
    ["all of them", { services: ["cbs", "tke"], sdkModules: ["@acme/cloud"], errorGuards: ["isCloudError"], errorClasses: ["CloudError"], retryClasses: { "ResourceNotFound.*": "pending", LimitExceeded: "throttled" }, followImports: true, codeMap: "./generated/src" }],
    ["folders to follow imports into", { followImports: ["src/**"] }],
    ["one that is left open", { services: undefined }],
  ])("are right: %s", (_name, settings) => {
    expect(refusal(settings)).toBeUndefined();
  });

  it.each([
    ["cbs", 'Expected a plain object, but got "cbs".'],
    [["cbs"], 'Expected a plain object, but got ["cbs"].'],
    [{ service: ["cbs"] }, 'Unexpected key "service" found. Did you mean "services"?'],
    [{ "\u001b[0m": 1 }, String.raw`Unexpected key "\u001b[0m" found.`],
    [{ services: "cbs" }, 'Key "services": Expected an array of strings, but got "cbs".'],
    [{ services: ["CBS"] }, 'Key "services": Key "0": There is no service "CBS". Did you mean "cbs"?'],
    [{ services: ["cbs", "nothing-like-it"] }, 'Key "services": Key "1": There is no service "nothing-like-it".'],
    [{ services: [1] }, 'Key "services": Key "0": Expected a string, but got 1.'],
    [{ sdkModules: { "@acme/cloud": true } }, 'Key "sdkModules": Expected an array of strings, but got {"@acme/cloud":true}.'],
    [{ errorGuards: [null] }, 'Key "errorGuards": Key "0": Expected a string, but got null.'],
    [{ errorClasses: "CloudError" }, 'Key "errorClasses": Expected an array of strings, but got "CloudError".'],
    [{ retryClasses: ["LimitExceeded"] }, 'Key "retryClasses": Expected a plain object, but got ["LimitExceeded"].'],
    [{ retryClasses: { LimitExceeded: "never" } }, 'Key "retryClasses": Key "LimitExceeded": Expected one of "throttled", "transient", "pending", "renew", "permanent", "unclassified", but got "never".'],
    [{ followImports: "yes" }, 'Key "followImports": Expected true, false or an array of strings, but got "yes".'],
    [{ codeMap: ["./codes"] }, 'Key "codeMap": Expected a string, but got ["./codes"].'],
  ])("are refused: %j", (settings, message) => {
    expect(refusal(settings)).toBe(start + message);
  });

  it.each([
    ["a map", { retryClasses: new Map([["LimitExceeded", "pending"]]) }, 'Key "retryClasses": Expected a plain object, but got an instance of Map.'],
    ["a date", { retryClasses: new Date(0) }, 'Key "retryClasses": Expected a plain object, but got an instance of Date.'],
    ["an instance of a class", new (class Settings { readonly services = ["cbs"]; })(), "Expected a plain object, but got an instance of Settings."],
    ["a set", { services: new Set(["cbs"]) }, 'Key "services": Expected an array of strings, but got an instance of Set.'],
    ["a string object", { codeMap: new String("./codes") }, 'Key "codeMap": Expected a string, but got an instance of String.'],
    ["a function", { services: () => ["cbs"] }, 'Key "services": Expected an array of strings, but got a function.'],
    ["a symbol", { sdkModules: [Symbol("x")] }, 'Key "sdkModules": Key "0": Expected a string, but got a symbol.'],
    ["a key that is a symbol", { [Symbol("x")]: 1 }, 'Unexpected key "Symbol(x)" found.'],
    ["no number", { errorGuards: [Number.NaN] }, 'Key "errorGuards": Key "0": Expected a string, but got NaN.'],
    ["an array with a hole", { errorClasses: Array.from({ length: 1 }).concat(["A"]) }, 'Key "errorClasses": Key "0": Expected a string, but got undefined.'],
    ["an array of a great length", { errorClasses: new Array<string>(4_294_967_295) }, 'Key "errorClasses": Key "0": Expected a string, but got undefined.'],
    ["a getter that throws", { get services() { throw new Error("no services\nhere"); } }, String.raw`Key "services": It cannot be read: no services\u000ahere.`],
    ["a getter of the code map that throws", { get codeMap() { throw 1 as unknown as Error; } }, "It cannot be read: it throws 1."],
    ["a proxy that is revoked", revoked(), "It cannot be read: Cannot perform 'IsArray' on a proxy that has been revoked."],
  ])("are refused where they are no plain data: %s", (_name, settings, message) => {
    expect(refusal(settings)).toBe(start + message);
  });

  it("are right where another realm, or a module, made the object", () => {
    expect(refusal(runInNewContext('({ services: ["cbs"], retryClasses: { LimitExceeded: "pending" } })'))).toBeUndefined();
    expect(refusal(Object.assign(Object.create(null) as object, { services: ["cbs"] }))).toBeUndefined();
  });

  it.each(["tencentCloud", "tencent-cloud", "TencentCloud"])("are refused under the key %s", (key) => {
    expect(() => {
      checkSettings({ [key]: { services: ["cbs"] } }, process.cwd());
    }).toThrow(`Key "settings": Unexpected key "${key}" found. Did you mean "tencentcloud"?`);
  });

  it("are nobody's where other plugins have keys of their own", () => {
    expect(() => {
      checkSettings({ react: {}, "tencentcloud-sdk": {}, alicloud: {} }, process.cwd());
    }).not.toThrow();
  });

  it("are refused where JSON has no form for the value", () => {
    const circle: unknown[] = [];
    circle.push(circle);
    expect(refusal({ services: [1n] })).toBe(`${start}Key "services": Key "0": Expected a string, but got a bigint.`);
    expect(refusal({ services: circle })).toBe(`${start}Key "services": Key "0": Expected a string, but got an array.`);
  });

  it.each(["a\0b", "a".repeat(100_000)])("are refused in few words where a code map's name can be none of a folder", (codeMap) => {
    expect(refusal({ codeMap })).toMatch(/^Key "settings": .{1,200} is neither a folder in /);
  });

  it("are told once by oxlint, which goes on with the next rule and the next file", () => {
    const create = (filename: string, rule = "no-message-match"): unknown => plugin.rules[rule]?.create({ id: `tencentcloud/${rule}`, settings: { tencentcloud: { sdkModules: "told once" } }, cwd: "/", filename, languageOptions: { parser: { name: "oxlint" } } } as never);
    const told = 'Expected an array of strings, but got "told once".';
    expect(() => create("a.js")).toThrow(told);
    expect(create("a.js", "no-blind-retry")).toEqual({});
    expect(create("b.js")).toEqual({});
    expect(() => create("a.js")).toThrow(told);
  });

  it("are refused as long as they are wrong, with a value of any length", () => {
    const settings = { codeMap: ["A".repeat(100_000)] };
    expect(refusal(settings)).toBe(refusal(settings));
    expect(refusal(settings)?.length).toBeLessThan(200);
  });

  it("end ESLint's run with one clear line, whatever the files hold", async () => {
    const eslint = new ESLint({ overrideConfigFile: true, overrideConfig: [plugin.configs.recommended, { settings: { tencentcloud: { service: ["cbs"] } } }] });
    const error = await eslint.lintText("export const a = 1;").then(() => undefined, (reason: unknown) => reason as Error);
    expect(error?.message).toContain('Unexpected key "service" found. Did you mean "services"?');
    expect(error?.stack).not.toMatch(/\n\s+at /);
  });
});
