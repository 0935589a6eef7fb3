import { describe, expect, it } from "vitest";

import type { TencentCloudError } from "../../src/codemap/errors.js";
import { matchErrorCode } from "../../src/codemap/match.js";

const handlers = {
  "AuthFailure.*": (code: string) => `family ${code}`,
  "AuthFailure.TokenFailure": () => "token",
  InternalError: () => "internal",
  otherwise: (code: string | undefined) => `rest ${String(code)}`,
};

function match(code: string | undefined): string {
  return matchErrorCode(code, handlers);
}

describe("matchErrorCode", () => {
  it("takes the handler of the code before that of its family", () => {
    expect(match("AuthFailure.TokenFailure")).toBe("token");
  });

  it("takes the handler of the family for its other codes", () => {
    expect(match("AuthFailure.SignatureExpire")).toBe("family AuthFailure.SignatureExpire");
  });

  it("takes the handler of the family for the bare family", () => {
    expect(match("AuthFailure")).toBe("family AuthFailure");
  });

  it("takes the handler of the family for subcodes that are not documented yet", () => {
    expect(match("AuthFailure.New")).toBe("family AuthFailure.New");
  });

  it("does not take the handler of a bare code for its subcodes", () => {
    expect(match("InternalError.DbError")).toBe("rest InternalError.DbError");
  });

  it("takes the rest for undefined", () => {
    expect(match(undefined)).toBe("rest undefined");
  });

  it.each(["__proto__", "constructor", "toString", "hasOwnProperty", ""])("takes the rest for the code %j", (code) => {
    expect(match(code)).toBe(`rest ${code}`);
  });

  it("takes the code out of an exception", () => {
    const error: TencentCloudError = Object.assign(new Error("x"), { requestId: "1", traceId: "2", code: "InternalError" });
    expect(matchErrorCode(error, handlers)).toBe("internal");
  });

  it("takes the rest for an exception without a code", () => {
    const error: TencentCloudError = Object.assign(new Error("x"), { requestId: "", traceId: "" });
    expect(matchErrorCode(error, handlers)).toBe("rest undefined");
  });

  it("lets an error of a handler pass", () => {
    expect(() =>
      matchErrorCode("InternalError", {
        InternalError: () => {
          throw new RangeError("from the handler");
        },
        otherwise: () => 0,
      }),
    ).toThrow("from the handler");
  });
});
