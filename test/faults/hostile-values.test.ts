import { describe, expect, it } from "vitest";

import {
  hasErrorCode,
  inFamily,
  isApiError,
  isHttpError,
  isRetryable,
  isTencentCloudError,
  isTransportError,
  matchErrorCode,
  matchSomeErrorCodes,
  retryClassOf,
  toTencentCloudError,
} from "tencentcloud-error-codes";
import { cbsErrorCodes, isCbsError, isCbsErrorCode } from "tencentcloud-error-codes/cbs";
import { servicesDocumenting } from "tencentcloud-error-codes/registry";

function trap(): never {
  throw new Error("trapped");
}

const thrown = (code: string): Error => Object.assign(new Error("text"), { code, requestId: "1", traceId: "2" });
const revoked = Proxy.revocable({}, {});
revoked.revoke();

const looped: Error & { cause?: unknown; error?: unknown } = new Error("x");
looped.cause = looped;
looped.error = looped;

const hostile: readonly (readonly [string, unknown])[] = [
  ["a proxy that throws on everything", new Proxy({}, { get: trap, has: trap, getPrototypeOf: trap, ownKeys: trap, getOwnPropertyDescriptor: trap })],
  ["a revoked proxy", revoked.proxy],
  ["an object whose code throws", Object.defineProperty(thrown("x"), "code", { get: trap })],
  ["an object whose message throws", Object.defineProperty(thrown("x"), "message", { get: trap })],
  ["an object without a prototype", Object.create(null)],
  ["a frozen object", Object.freeze({ code: "InternalError" })],
  ["an object that cannot become a text", { toString: trap, valueOf: trap, [Symbol.toPrimitive]: trap }],
  ["an error whose cause throws", Object.defineProperty(new Error("x"), "cause", { get: trap })],
  ["an error whose cause is a revoked proxy", new Error("x", { cause: revoked.proxy })],
  ["an error that is its own cause", looped],
  ["a context whose error throws", Object.defineProperty({ attemptNumber: 1 }, "error", { get: trap })],
  ["a response whose error throws", { Response: Object.defineProperty({}, "Error", { get: trap }) }],
  ["a response with an error of another form", { Response: { Error: [], RequestId: {} } }],
  ["a list of errors", [thrown("InternalError")]],
  ["a function with an error's fields", Object.assign(() => "x", { message: "", requestId: "", traceId: "", code: "InternalError" })],
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
    expect([isApiError, isHttpError, isTransportError].some((guard) => guard(value))).toBe(false);
    expect(toTencentCloudError(value)).toBeUndefined();
    expect(matchSomeErrorCodes(value, { otherwise: (code) => code })).toBeUndefined();
  });

  it("is ignored as a table and as an action", () => {
    const ask = { retryClassOf, isCbsError } as unknown as Record<"retryClassOf" | "isCbsError", (error: unknown, second: unknown) => unknown>;
    expect(ask.retryClassOf("InternalError", value)).toBe("transient");
    expect(ask.isCbsError(thrown("InternalError"), value)).toBe(true);
  });
});

it.each([
  ["a row that throws", Object.defineProperty({}, "InternalError", { get: trap, enumerable: true })],
  ["a row of another form", { InternalError: { retry: { class: 1 } } }],
])("a table with %s is ignored", (_, table) => {
  expect((retryClassOf as (code: string, table: unknown) => string)("InternalError", table)).toBe("transient");
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
