import { describe, expect, it } from "vitest";

import { codeIn, toTencentCloudError } from "../../src/codemap/carried.js";
import { isApiError } from "../../src/codemap/guards.js";

const body = { Code: "InvalidDisk.Busy", Message: "busy" };
const thrown = Object.assign(new Error("busy"), { code: "InvalidDisk.Busy", requestId: "1", traceId: "2" });
const looped: Error & { cause?: unknown } = new Error("looped");
looped.cause = new Error("inner", { cause: looped });

/** An error inside of others. */
function wrapped(times: number): unknown {
  return times === 0 ? thrown : new Error(`level ${String(times)}`, { cause: wrapped(times - 1) });
}

describe("codeIn", () => {
  it.each([
    ["a code", "InvalidDisk.Busy"],
    ["an exception of the SDK", thrown],
    ["the error of a raw response", body],
    ["the `Response` of a raw response", { Error: body, RequestId: "1" }],
    ["a raw response", { Response: { Error: body, RequestId: "1" } }],
    ["an exception after JSON.stringify, which leaves the message out", JSON.parse(JSON.stringify(thrown))],
    ["a serialised exception", { name: "Error", message: "busy", stack: "…", code: "InvalidDisk.Busy", requestId: "1" }],
    ["an error that wraps it", new Error("attach", { cause: thrown })],
    ["an error that wraps the error of a raw response", new Error("attach", { cause: body })],
    ["an error with a code of its own that wraps it", Object.assign(new Error("attach", { cause: thrown }), { code: "E_ATTACH" })],
    ["an error of a class of one's own", Object.assign(new Error("attach", { cause: thrown }), { name: "CloudError", retryable: false })],
    ["the context of p-retry", { error: thrown, attemptNumber: 1, retriesLeft: 2, retriesConsumed: 0 }],
    ["the reason of cockatiel", { error: thrown }],
    ["seven levels of wrapping", wrapped(7)],
  ])("finds the code of %s", (_, value) => {
    expect(codeIn(value)).toBe("InvalidDisk.Busy");
  });

  it("prefers the code of an exception to that of its cause", () => {
    const outer = Object.assign(new Error("x", { cause: thrown }), { code: "InternalError", requestId: "1", traceId: "2" });
    expect(codeIn(outer)).toBe("InternalError");
  });

  it("takes an exception without a code for what it is, whatever its cause", () => {
    const transport = Object.assign(new Error("x", { cause: thrown }), { requestId: "", traceId: "2" });
    expect(codeIn(transport)).toBeUndefined();
  });

  it.each([
    ["another vendor's error", Object.assign(new Error("x"), { code: "ENOENT" })],
    ["the error of another vendor's raw response", { Code: "InvalidParameter", Message: "x", RequestId: "1", HostId: "h" }],
    ["an error of AWS's query API", { Error: { Type: "Sender", Code: "Throttling", Message: "x" }, RequestId: "1" }],
    ["a serialised error of AWS", { message: "x", code: "Throttling", requestId: "1", statusCode: 400 }],
    ["a success", { Response: { RequestId: "1", TotalCount: 0 } }],
    ["a code that is no text", { Code: 4000, Message: "x" }],
    ["eight levels of wrapping", wrapped(8)],
    ["an error that is its own cause", looped],
    ["a code as a cause", new Error("x", { cause: "InternalError" })],
    ["null", null],
  ])("finds none in %s", (_, value) => {
    expect(codeIn(value)).toBeUndefined();
  });
});

describe("toTencentCloudError", () => {
  it("returns an exception itself", () => {
    expect(toTencentCloudError(thrown)).toBe(thrown);
  });

  it("returns the exception that an error wraps", () => {
    expect(toTencentCloudError(wrapped(3))).toBe(thrown);
  });

  it("makes an exception of a raw response, with its message and its RequestId", () => {
    const raw = { Response: { Error: body, RequestId: "77" } };
    const error = toTencentCloudError(raw);
    expect(error).toMatchObject({ name: "Error", message: "busy", code: "InvalidDisk.Busy", requestId: "77", cause: raw });
    expect(error).toBeInstanceOf(Error);
    expect(isApiError(error)).toBe(true);
  });

  it("has an empty requestId where only the error of the response is there", () => {
    expect(toTencentCloudError(body)?.requestId).toBe("");
  });

  it("takes the code for the message where that was lost", () => {
    expect(toTencentCloudError(JSON.parse(JSON.stringify(thrown)))).toMatchObject({ message: "InvalidDisk.Busy", code: "InvalidDisk.Busy", requestId: "1" });
  });

  it.each([["a code", "InternalError"], ["another error", new TypeError("x")], ["undefined", undefined]])("gives nothing for %s", (_, value) => {
    expect(toTencentCloudError(value)).toBeUndefined();
  });
});
