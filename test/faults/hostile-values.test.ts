import { describe, expect, it } from "vitest";

import { hasErrorCode, inFamily, isRetryable, isTencentCloudError, matchErrorCode, retryClassOf } from "tencentcloud-error-codes";
import { cbsErrorCodes, isCbsError, isCbsErrorCode } from "tencentcloud-error-codes/cbs";
import { servicesDocumenting } from "tencentcloud-error-codes/registry";

function trap(): never {
  throw new Error("trapped");
}

const thrown = (code: string): Error => Object.assign(new Error("text"), { code, requestId: "1", traceId: "2" });
const revoked = Proxy.revocable({}, {});
revoked.revoke();

const hostile: readonly (readonly [string, unknown])[] = [
  ["a proxy that throws on everything", new Proxy({}, { get: trap, has: trap, getPrototypeOf: trap, ownKeys: trap, getOwnPropertyDescriptor: trap })],
  ["a revoked proxy", revoked.proxy],
  ["an object whose code throws", Object.defineProperty(thrown("x"), "code", { get: trap })],
  ["an object whose message throws", Object.defineProperty(thrown("x"), "message", { get: trap })],
  ["an object without a prototype", Object.create(null)],
  ["a frozen object", Object.freeze({ code: "InternalError" })],
  ["an object that cannot become a text", { toString: trap, valueOf: trap, [Symbol.toPrimitive]: trap }],
  ["a symbol", Symbol("code")],
  ["a big integer", 1n],
];

describe.each(hostile)("%s", (_, value) => {
  it("is no error, is in no family and is not retried, and nothing throws", () => {
    expect(isTencentCloudError(value)).toBe(false);
    expect(isCbsError(value)).toBe(false);
    expect(isCbsErrorCode(value)).toBe(false);
    expect(hasErrorCode(value, "InternalError")).toBe(false);
    expect(inFamily(value, "InternalError")).toBe(false);
    expect(isRetryable(value)).toBe(false);
    expect(retryClassOf(value, cbsErrorCodes)).toBe("unclassified");
  });
});

describe.each(["__proto__", "constructor", "toString", "hasOwnProperty", "__proto__.x", "", "."])("the code %j", (code) => {
  it("is documented by nobody, and goes to the arm for the rest", () => {
    expect(isCbsErrorCode(code)).toBe(false);
    expect(isCbsError(thrown(code))).toBe(false);
    expect(servicesDocumenting(code)).toEqual([]);
    expect(retryClassOf(code)).toBe("unclassified");
    expect(retryClassOf(code, cbsErrorCodes)).toBe("unclassified");
    expect(matchErrorCode(code, { otherwise: (rest) => rest })).toBe(code);
  });
});

it("a code that changes between two readings is read once", () => {
  let readings = 0;
  const error = Object.defineProperty(thrown("x"), "code", {
    get: () => {
      readings += 1;
      return "InternalError";
    },
  });
  expect(isCbsError(error)).toBe(true);
  expect(readings).toBe(1);
});
