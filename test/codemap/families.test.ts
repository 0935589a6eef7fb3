import { describe, expect, it } from "vitest";

import { familyOf, inFamily } from "../../src/codemap/families.js";

describe("familyOf", () => {
  it("is what stands before the first dot", () => {
    expect(familyOf("InvalidParameter.Disk.Size")).toBe("InvalidParameter");
  });

  it("is the whole code without a dot", () => {
    expect(familyOf("ResourceBusy")).toBe("ResourceBusy");
  });
});

describe("inFamily", () => {
  it("holds for the bare family", () => {
    expect(inFamily("InvalidParameter", "InvalidParameter")).toBe(true);
  });

  it("holds for a subcode", () => {
    expect(inFamily("InvalidParameter.ActionInProgress", "AuthFailure", "InvalidParameter")).toBe(true);
  });

  it("does not hold for a family whose name begins alike", () => {
    expect(inFamily("InvalidParameterValue", "InvalidParameter")).toBe(false);
  });

  it("does not hold for a subcode given in place of a family", () => {
    expect(inFamily("AuthFailure.TokenFailure", "AuthFailure.TokenFailure")).toBe(false);
  });

  it("looks at the code of an exception", () => {
    const error = Object.assign(new Error("x"), { requestId: "1", traceId: "2", code: "AuthFailure.TokenFailure" });
    expect(inFamily(error, "AuthFailure")).toBe(true);
  });

  it("does not hold for an exception without a code", () => {
    expect(inFamily(Object.assign(new Error("x"), { requestId: "", traceId: "" }), "AuthFailure")).toBe(false);
  });

  it("does not hold for undefined", () => {
    expect(inFamily(undefined, "undefined")).toBe(false);
  });
});
