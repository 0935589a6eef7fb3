import { execFileSync } from "node:child_process";
import { gzipSync } from "node:zlib";

import { buildSync } from "esbuild";
import { describe, expect, it } from "vitest";

/** A program as a bundler for browsers and the edge makes it, minified. */
function bundle(program: string): Uint8Array {
  const { outputFiles } = buildSync({
    stdin: { contents: program, resolveDir: process.cwd() },
    bundle: true,
    minify: true,
    format: "esm",
    platform: "neutral",
    conditions: ["import"],
    write: false,
    logLevel: "silent",
  });
  return outputFiles[0]?.contents ?? new Uint8Array();
}

function gzipped(program: string): number {
  return gzipSync(bundle(program)).length;
}

const ROOT = `"tencentcloud-error-codes"`;
const CBS = `"tencentcloud-error-codes/cbs"`;

describe("the size of a bundle, minified and gzipped", () => {
  it("is at most 0.4 kB for one guard", () => {
    expect(gzipped(`export { isTencentCloudError } from ${ROOT}`)).toBeLessThanOrEqual(400);
  });

  it("is at most 1.5 kB for all guards of the root", () => {
    const names = "hasErrorCode, inFamily, isApiError, isHttpError, isTencentCloudError, isTransportError, matchErrorCode";
    expect(gzipped(`export { ${names} } from ${ROOT}`)).toBeLessThanOrEqual(1500);
  });

  it("is at most 4.3 kB with the retry policy", () => {
    expect(gzipped(`export { isRetryable, retryClassOf, matchErrorCode, hasErrorCode, inFamily } from ${ROOT}`)).toBeLessThanOrEqual(4300);
  });

  it("is at most 6 kB for the table of a medium service", () => {
    expect(gzipped(`export { cbsErrorCodes } from ${CBS}`)).toBeLessThanOrEqual(6000);
  });

  // It has every code of every service: its page says so.
  it("is at most 106 kB for the whole registry, and 1 kB for the names of the services", () => {
    expect(gzipped(`export * from "tencentcloud-error-codes/registry"`)).toBeLessThanOrEqual(106_000);
    expect(gzipped(`export { serviceIds } from "tencentcloud-error-codes/registry"`)).toBeLessThanOrEqual(1000);
  });

  it("is nothing for what is imported and not used", () => {
    expect(bundle(`import { cbsErrorCodes } from ${CBS}; import { isRetryable } from ${ROOT}; import { servicesDocumenting } from "tencentcloud-error-codes/registry";`)).toHaveLength(0);
  });
});

describe("a bundle", () => {
  const text = (program: string): string => new TextDecoder().decode(bundle(program));

  it("of a table has no codes of actions", () => {
    expect(text(`export { cbsErrorCodes } from ${CBS}`)).not.toContain("AttachDisks");
  });

  it("of a service has no codes of another", () => {
    expect(text(`export * from ${CBS}`)).not.toContain("FailedOperation.RbacForbidden");
  });

  it("of the root has no code of a service", () => {
    expect(text(`export * from ${ROOT}`)).not.toContain("InvalidDisk.NotPortable");
  });

  it("of the registry has no table", () => {
    expect(text(`export * from "tencentcloud-error-codes/registry"`)).not.toContain("descriptions");
  });
});

describe("the package", () => {
  const [packed] = JSON.parse(execFileSync("npm", ["pack", "--dry-run", "--json", "--ignore-scripts", "--loglevel=silent"], { cwd: "generated", encoding: "utf8" })) as [
    { size: number; files: { path: string }[] },
  ];
  const paths = packed.files.map(({ path }) => path);

  it("packs to less than 1.5 MB", () => {
    expect(packed.size).toBeLessThan(1_500_000);
  });

  it("holds code, declarations and what npm always adds", () => {
    expect(paths.filter((path) => !/^dist\/.*\.(js|d\.ts)$/.test(path)).sort()).toEqual(["LICENSE", "README.md", "package.json"]);
  });

  it("has a module for each service of the registry", async () => {
    const { serviceIds } = await import("tencentcloud-error-codes/registry");
    expect(serviceIds.filter((id) => !paths.includes(`dist/${id}.js`))).toEqual([]);
    expect(serviceIds).toHaveLength(258);
  });

  it("can be required", () => {
    const program = `const { isCbsErrorCode } = require("tencentcloud-error-codes/cbs"); console.log(isCbsErrorCode("InvalidDisk.Busy"))`;
    expect(execFileSync(process.execPath, ["-e", program], { encoding: "utf8", stdio: ["ignore", "pipe", "ignore"] }).trim()).toBe("true");
  });
});
