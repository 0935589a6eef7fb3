import { spawnSync } from "node:child_process";

import { describe, expect, it } from "vitest";

/** Makes Node answer as if ts-morph were not installed. */
const HIDE = `
import { register } from "node:module";
register("data:text/javascript," + encodeURIComponent(\`export async function resolve(name, context, next) {
  if (name !== "ts-morph") return next(name, context);
  throw Object.assign(new Error("Cannot find package 'ts-morph' imported from " + context.parentURL), { code: "ERR_MODULE_NOT_FOUND" });
}\`));`;

describe("generate without ts-morph", () => {
  it("says in one line how to add it", () => {
    const args = ["--import", `data:text/javascript,${encodeURIComponent(HIDE)}`, "dist/src/bin.js", "generate", "--check"];
    const { status, stderr } = spawnSync(process.execPath, args, { encoding: "utf8" });
    expect(stderr).toBe("generate needs ts-morph: add it with `npm install --save-dev ts-morph@28`.\n");
    expect(status).toBe(2);
  }, 30_000);
});
