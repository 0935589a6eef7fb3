import { service } from "tencentcloud-error-codes/cbs";
import { service as vpc } from "tencentcloud-error-codes/vpc";
import { describe, expect, it } from "vitest";

import { count } from "./count.js";
import { tscOnText } from "./tsc.js";

const EMPTY = "export {};";

/** How many instantiations a program that must compile costs more than an empty one. */
function added(text: string): number {
  const { instantiations, errors } = count(text);
  expect(errors).toEqual([]);
  return instantiations - count(EMPTY).instantiations;
}

/** The memory, in MB, that the compiler says it holds in the end. */
function memoryOf(text: string): number {
  return (tscOnText("6.0", text, { types: ["node"], extendedDiagnostics: true }).numbers["Memory used"] ?? Infinity) / 1000;
}

const IMPORTS = {
  cvm: `
import type { CvmErrorCode, CvmErrorCodeOf } from "tencentcloud-error-codes/cvm";
import { cvmErrorCodes } from "tencentcloud-error-codes/cvm";
export const code: CvmErrorCode = "InternalError";
export const ofAction: CvmErrorCodeOf<"RunInstances"> = "InternalError";
export const row = cvmErrorCodes["InvalidInstanceId.NotFound"].retry.class;`,
  vpc: `
import type { VpcErrorCode, VpcErrorCodeOf } from "tencentcloud-error-codes/vpc";
import { vpcErrorCodes } from "tencentcloud-error-codes/vpc";
export const code: VpcErrorCode = "InternalError";
export const ofAction: VpcErrorCodeOf<"CreateVpc"> = "InternalError";
export const row = vpcErrorCodes["InvalidVpcId.NotFound"].retry.class;`,
};

describe("importing a large service, types and table", () => {
  it.each(Object.entries(IMPORTS))("adds at most 100 instantiations for %s", (_, text) => {
    expect(added(text)).toBeLessThanOrEqual(100);
  }, 30_000);

  it("adds at most 5 MB for the largest", () => {
    expect(memoryOf(IMPORTS.vpc) - memoryOf(EMPTY)).toBeLessThanOrEqual(5);
  }, 120_000);

  it("is counted at all: a conditional type over the codes costs more", () => {
    expect(added(`${IMPORTS.cvm}\ntype Each<C> = C extends string ? [C] : never;\nexport declare const each: Each<CvmErrorCode>;`)).toBeGreaterThan(100);
  }, 30_000);
});

describe("narrowing adds at most 100 instantiations", () => {
  it("by a switch over all codes of cbs with never at the end", () => {
    const cases = Object.keys(service.codes).map((code) => `    case ${JSON.stringify(code)}:`);
    const text = `
import { isCbsError } from "tencentcloud-error-codes/cbs";
export function f(error: unknown): string {
  if (!isCbsError(error)) return "";
  switch (error.code) {
${cases.join("\n")}
      return "documented";
    default:
      return error.code satisfies never;
  }
}`;
    expect(added(text)).toBeLessThanOrEqual(100);
  }, 30_000);

  it("by actions of cvm", () => {
    const text = `
import { isCvmError } from "tencentcloud-error-codes/cvm";
export function f(error: unknown): string {
  if (isCvmError(error, "RunInstances")) return error.code;
  return isCvmError(error, "TerminateInstances") ? error.code : "";
}`;
    expect(added(text)).toBeLessThanOrEqual(100);
  }, 30_000);
});

// What is asked for is checked against all codes of the union: the cost grows with them, and no faster.
describe("asking for some of the codes of vpc, the largest union, adds at most 12 instantiations for each", () => {
  const most = 12 * Object.keys(vpc.codes).length;

  it("by family over its codes", () => {
    const text = `
import { inFamily } from "tencentcloud-error-codes";
import { isVpcError } from "tencentcloud-error-codes/vpc";
export function f(error: unknown): string {
  if (isVpcError(error) && inFamily(error.code, "ResourceInUse", "UnsupportedOperation")) return error.code;
  return "";
}`;
    expect(added(text)).toBeLessThanOrEqual(most);
  }, 30_000);

  it("by family over an error", () => {
    const text = `
import { inFamily } from "tencentcloud-error-codes";
import { isVpcError } from "tencentcloud-error-codes/vpc";
export function f(error: unknown): string {
  return isVpcError(error) && inFamily(error, "UnsupportedOperation", "LimitExceeded") ? error.code : "";
}`;
    expect(added(text)).toBeLessThanOrEqual(most);
  }, 30_000);

  it("by matching some of them", () => {
    const text = `
import { matchSomeErrorCodes } from "tencentcloud-error-codes";
import { isVpcError } from "tencentcloud-error-codes/vpc";
export function f(error: unknown): string {
  return isVpcError(error) ? matchSomeErrorCodes(error, { "ResourceInUse.*": () => "wait", otherwise: () => "" }) : "";
}`;
    expect(added(text)).toBeLessThanOrEqual(most);
  }, 30_000);
});
