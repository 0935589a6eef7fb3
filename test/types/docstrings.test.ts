import { readdirSync, readFileSync } from "node:fs";

import { describe, expect, it } from "vitest";

import { count } from "./count.js";

/** What the examples in the docstrings take for granted. */
const BEFORE = `
import type { ApiResponse, TencentCloudError } from "tencentcloud-error-codes";
import { hasErrorCode, inFamily, isRetryable, matchErrorCode, matchSomeErrorCodes, toTencentCloudError } from "tencentcloud-error-codes";
import { cbsErrorCodes } from "tencentcloud-error-codes/cbs";
declare function askForPermission(): void;
export const used = [hasErrorCode, inFamily, isRetryable, matchErrorCode, matchSomeErrorCodes, toTencentCloudError, cbsErrorCodes];
export type Used = ApiResponse;
type Few = "ResourceNotFound" | "InvalidDisk.Busy" | "AuthFailure.TokenFailure";
export async function example(error: TencentCloudError<Few>, response: { json(): Promise<unknown> }): Promise<unknown> {
`;

const examples = ["generated/src", "generated/src/runtime"].flatMap((folder) => {
  const files = readdirSync(folder).filter((name) => ["retry.ts", "errors.ts", "families.ts", "guards.ts", "match.ts", "carried.ts"].includes(name));
  return files.flatMap((name) => {
    const text = readFileSync(`${folder}/${name}`, "utf8");
    return [...text.matchAll(/```ts\n(.*?)```/gs)].map((found): [string, string] => [`${folder}/${name}`, (found[1] ?? "").replace(/^ \* ?/gm, "")]);
  });
});

describe("the examples in docstrings", () => {
  it("are seven", () => {
    expect(examples).toHaveLength(7);
  });

  it.each(examples)("type-check: %s", (_, code) => {
    expect(count(`${BEFORE}${code}\n  return error;\n}`).errors).toEqual([]);
  }, 30_000);
});
