import { describe, expect, it } from "vitest";

import { count } from "./count.js";

const BEFORE = `
import { hasErrorCode, inFamily, matchErrorCode, matchSomeErrorCodes } from "tencentcloud-error-codes";
import { cbsErrorCodes, isCbsError } from "tencentcloud-error-codes/cbs";
type Few = "AuthFailure.TokenFailure" | "InternalError" | "InvalidDisk.Busy" | "InvalidDisk.Expire";
declare const code: Few;
declare const error: unknown;
`;

/** What the compiler says about statements. */
function said(statements: string): string {
  return count(BEFORE + statements).errors.join("\n");
}

describe("what the compiler says", { timeout: 30_000 }, () => {
  it("about one missing handler names it", () => {
    expect(said(`matchErrorCode(code, { "AuthFailure.*": () => 1, InternalError: () => 2, "InvalidDisk.Busy": () => 3, otherwise: () => 4 });`)).toContain(
      `Property '"InvalidDisk.Expire"' is missing in type`,
    );
  });

  it("about several missing handlers names them", () => {
    expect(said(`matchErrorCode(code, { "AuthFailure.*": () => 1, InternalError: () => 2, otherwise: () => 3 });`)).toMatch(
      /is missing the following properties from type .*: "InvalidDisk\.Busy", "InvalidDisk\.Expire"$/m,
    );
  });

  it("about a missing arm for the rest names it", () => {
    expect(said(`matchErrorCode(code, { "AuthFailure.*": () => 1, InternalError: () => 2, "InvalidDisk.*": () => 3 });`)).toContain(
      "Property 'otherwise' is missing in type",
    );
  });

  it("about a handler for an undocumented code says so", () => {
    expect(said(`matchErrorCode(code, { "AuthFailure.*": () => 1, InternalError: () => 2, "InvalidDisk.*": () => 3, InvalidDisc: () => 4, otherwise: () => 5 });`)).toContain(
      `'InvalidDisc' is not among the documented codes and families`,
    );
  });

  it("about a handler for an undocumented family says so", () => {
    expect(said(`matchErrorCode(code, { "AuthFailure.*": () => 1, InternalError: () => 2, "InvalidDisk.*": () => 3, "Auth.*": () => 4, otherwise: () => 5 });`)).toContain(
      `'Auth.*' is not among the documented codes and families`,
    );
  });

  it("about a misspelt key of a table suggests the right one", () => {
    expect(said(`cbsErrorCodes["InvalidDisk.Bussy"];`)).toBe(
      `error TS2551: Property 'InvalidDisk.Bussy' does not exist on type 'CbsErrorCodeTable'. Did you mean 'InvalidDisk.Busy'?`,
    );
  });

  it("about a comparison that can never be true names the union", () => {
    expect(said(`if (isCbsError(error) && error.code === "InvalidDisk.Bussy") throw error;`)).toBe(
      `error TS2367: This comparison appears to be unintentional because the types 'CbsErrorCode' and '"InvalidDisk.Bussy"' have no overlap.`,
    );
  });

  it("about a code that an error cannot have names it", () => {
    expect(said(`if (isCbsError(error)) hasErrorCode(error, "InvalidDisk.Bussy");`)).toMatch(/^error TS2345: Argument of type '"InvalidDisk\.Bussy"' is not assignable/);
  });

  it("about a misspelt family names it", () => {
    expect(said(`if (isCbsError(error)) inFamily(error, "AuthFailures");`)).toMatch(/^error TS2345: Argument of type '"AuthFailures"' is not assignable/);
  });

  it("about a misspelt key among some says so", () => {
    expect(said(`if (isCbsError(error)) matchSomeErrorCodes(error, { "InvalidDisk.Bussy": () => 1, otherwise: () => 2 });`)).toContain(
      `'InvalidDisk.Bussy' is not among the documented codes and families`,
    );
  });

  it("about a raw response names what gives its error", () => {
    expect(said(`hasErrorCode({ Code: "InternalError", Message: "" }, "InternalError");`)).toContain("toTencentCloudError gives the error of a raw response");
  });

  it("about an action that the service does not have names it", () => {
    expect(said(`isCbsError(error, "AttachDisk");`)).toContain(`'"AttachDisk"' is not assignable to parameter of type 'keyof CbsActionErrorCodes'`);
  });

  it("about a caught value that was not looked at", () => {
    expect(said(`matchErrorCode(error, { otherwise: () => 1 });`)).toBe(
      `error TS2345: Argument of type 'unknown' is not assignable to parameter of type 'string | TencentCloudError<string> | ApiErrorBody<string> | undefined'.`,
    );
  });
});
