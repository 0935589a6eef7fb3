import { describe, expect, it } from "vitest";

import { familyOf } from "../../src/codemap/families.js";
import { isInOneOf } from "../../src/codemap/guards.js";

describe("familyOf", () => {
  it("is what stands before the first dot", () => {
    expect(familyOf("InvalidParameter.Disk.Size")).toBe("InvalidParameter");
  });

  it("is the whole code without a dot", () => {
    expect(familyOf("ResourceBusy")).toBe("ResourceBusy");
  });
});

describe("isInOneOf", () => {
  it("holds for the bare family", () => {
    expect(isInOneOf("InvalidParameter", ["InvalidParameter"])).toBe(true);
  });

  it("holds for a subcode", () => {
    expect(isInOneOf("InvalidParameter.ActionInProgress", ["AuthFailure", "InvalidParameter"])).toBe(true);
  });

  it("does not hold for a family whose name begins alike", () => {
    expect(isInOneOf("InvalidParameterValue", ["InvalidParameter"])).toBe(false);
  });

  it("does not hold for a subcode given in place of a family", () => {
    expect(isInOneOf("AuthFailure.TokenFailure", ["AuthFailure.TokenFailure"])).toBe(false);
  });

  it("looks at the code of an exception", () => {
    const error = Object.assign(new Error("x"), { requestId: "1", traceId: "2", code: "AuthFailure.TokenFailure" });
    expect(isInOneOf(error, ["AuthFailure"])).toBe(true);
  });

  it("does not hold for an exception without a code", () => {
    expect(isInOneOf(Object.assign(new Error("x"), { requestId: "", traceId: "" }), ["AuthFailure"])).toBe(false);
  });

  it("does not hold for undefined", () => {
    expect(isInOneOf(undefined, ["undefined"])).toBe(false);
  });
});
