import { mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { pathToFileURL } from "node:url";

import ts from "typescript";
import { describe, expect, it, onTestFinished } from "vitest";

import { count } from "./count.js";

/** The TypeScript examples of the page, by the heading above them. */
const examples = new Map(
  readFileSync("generated/README.md", "utf8")
    .split(/^## /m)
    .flatMap((section): [string, string][] => {
      const code = /```ts\n(.*?)```/s.exec(section)?.[1];
      return code === undefined ? [] : [[section.slice(0, section.indexOf("\n")), code]];
    }),
);

/** Loads an example as JavaScript, beside an installed code map. */
async function run<Exports>(heading: string): Promise<Exports> {
  const folder = mkdtempSync(join(tmpdir(), "readme-"));
  onTestFinished(() => {
    rmSync(folder, { recursive: true });
  });
  mkdirSync(join(folder, "node_modules"));
  symlinkSync(resolve("generated"), join(folder, "node_modules", "tencentcloud-error-codes"));
  const { outputText } = ts.transpileModule(examples.get(heading) ?? "", { compilerOptions: { module: ts.ModuleKind.ESNext, target: ts.ScriptTarget.ES2023 } });
  writeFileSync(join(folder, "example.mjs"), outputText);
  return (await import(pathToFileURL(join(folder, "example.mjs")).href)) as Exports;
}

function apiError(code: string): Error {
  return Object.assign(new Error("The call failed."), { code, requestId: "ed93f3cb", traceId: "1" });
}

describe("the examples of the code map's page", { timeout: 30_000 }, () => {
  it("are eight", () => {
    expect([...examples.keys()]).toEqual([
      "From strings to unions",
      "Matching every code",
      "Matching some of many codes",
      "As callbacks",
      "Errors without a code",
      "Raw responses",
      "Where the code is looked for",
      "Retry classes",
    ]);
  });

  it.each([...examples])("type-check: %s", (_, code) => {
    expect(count(code).errors).toEqual([]);
  });

  it("tell what to do after a failed call", async () => {
    const { attach } = await run<{ attach: (call: () => Promise<void>) => Promise<string> }>("From strings to unions");
    const outcome = (code: string): Promise<string> => attach(() => Promise.reject(apiError(code)));
    expect(await outcome("ResourceBusy")).toBe("try later");
    expect(await outcome("AuthFailure.TokenFailure")).toBe("sign in again");
    expect(await outcome("InvalidDiskId.NotFound")).toBe("no disk");
    await expect(outcome("LimitExceeded")).rejects.toThrow("The call failed.");
    await expect(outcome("FailedOperation.RbacForbidden")).rejects.toThrow("The call failed.");
    expect(await attach(() => Promise.resolve())).toBe("attached");
  });

  it("match every code", async () => {
    const { pauseAfter, isGone } = await run<{ pauseAfter: (code: string) => number; isGone: (error: unknown) => boolean }>("Matching every code");
    expect(["RequestLimitExceeded.IPLimitExceeded", "RequestLimitExceeded", "InternalError", "New"].map(pauseAfter)).toEqual([10_000, 1_000, 500, 0]);
    expect([apiError("ResourceNotFound"), apiError("ResourceInUse")].map(isGone)).toEqual([true, false]);
  });

  it("match some of many codes", async () => {
    const { nextStep } = await run<{ nextStep: (error: unknown) => string }>("Matching some of many codes");
    expect(["InvalidInstanceId.NotFound", "AuthFailure.TokenFailure", "InternalError"].map((code) => nextStep(apiError(code)))).toEqual([
      "create another",
      "sign in again",
      "give up",
    ]);
    expect(() => nextStep(apiError("NoSuchCode"))).toThrow("The call failed.");
  });

  it("are handed on as callbacks", async () => {
    const { summary, classes } = await run<{ summary: (errors: readonly unknown[]) => object; classes: readonly string[] }>("As callbacks");
    expect(summary([new TypeError("x"), apiError("ResourceBusy")])).toEqual({ codes: ["ResourceBusy"], canRetry: true });
    expect(classes).toEqual(["transient", "permanent"]);
  });

  it("find the error in what wraps it", async () => {
    const { codeOf } = await run<{ codeOf: (caught: unknown) => string | undefined }>("Where the code is looked for");
    expect(codeOf(new Error("attach", { cause: apiError("InvalidDisk.Busy") }))).toBe("InvalidDisk.Busy (request ed93f3cb)");
    expect(codeOf({ Response: { Error: { Code: "NoSuchCode", Message: "no such code" }, RequestId: "1" } })).toBe("no such code");
    expect(codeOf(new TypeError("x"))).toBeUndefined();
  });

  it("tell errors without a code apart", async () => {
    const { describe: say } = await run<{ describe: (error: unknown) => string }>("Errors without a code");
    const withoutCode = { requestId: "", traceId: "1" };
    expect(say(apiError("InternalError"))).toBe("the API answered InternalError (request ed93f3cb)");
    expect(say(Object.assign(new Error("Bad Gateway"), withoutCode, { httpCode: 502 }))).toBe("HTTP status 502");
    expect(say(Object.assign(new Error("connect ECONNREFUSED"), withoutCode))).toContain("no response");
    expect(say(new TypeError("x"))).toBe("not an error of the SDK");
  });

  it("read raw answers", async () => {
    const { countDisks } = await run<{ countDisks: (body: object) => number }>("Raw responses");
    expect(countDisks({ Response: { TotalCount: 2, RequestId: "1" } })).toBe(2);
    expect(() => countDisks({ Response: { Error: { Code: "InternalError", Message: "" }, RequestId: "1" } })).toThrow("InternalError (request 1)");
  });

  it("know retry classes", async () => {
    expect({ ...(await run<object>("Retry classes")) }).toEqual({ busy: "pending", unknownYet: "throttled" });
  });
});
