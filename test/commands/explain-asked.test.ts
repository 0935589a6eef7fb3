import fc from "fast-check";
import { describe, expect, it, vi } from "vitest";
import { askedIn } from "../../src/commands/explain/asked.js";

const documented = new Set(["InvalidDisk.Busy", "InternalError", "AuthFailure.SecretIdNotFound"]);
const asked = (text: string): readonly string[] => askedIn(text, (code) => documented.has(code)).map((one) => ("family" in one ? `${one.family}.*` : one.code));

describe("explain is asked about", () => {
  it.each([
    ["a code", "InvalidDisk.Busy", ["InvalidDisk.Busy"]],
    ["a code that nobody documents", "invaliddisk", ["invaliddisk"]],
    ["a family", "AuthFailure.*", ["AuthFailure.*"]],
    ["a line of a log", "code:InvalidDisk.Busy requestId:0f1e", ["InvalidDisk.Busy"]],
    ["the exception of the Java SDK", "[TencentCloudSDKException]code: ResourceInUse message: it is used requestId: 0f1e", ["ResourceInUse"]],
    ["the error of the Go SDK", "[TencentCloudSDKError] Code=InternalError, Message=An error, RequestId=0f1e", ["InternalError"]],
    ["an error as Node prints it", "TencentCloudSDKHttpException: it is busy\n    at parse (http.js:1:1) {\n  code: 'InvalidDisk.Busy',\n  httpCode: 200,\n  requestId: '0f1e'\n}", ["InvalidDisk.Busy"]],
    ["a raw response", '{"Response": {"Error": {"Code": "InvalidDisk.Busy", "Message": "busy"}, "RequestId": "0f1e"}}', ["InvalidDisk.Busy"]],
    ["a Response.Error", '{ "Code": "InternalError", "Message": "An error" }', ["InternalError"]],
    ["an error that was serialised", '{"code":"InternalError","requestId":"0f1e","traceId":""}', ["InternalError"]],
    ["a list of errors", '[{"err": {"code": "InternalError"}}, {"err": {"code": "InvalidDisk.Busy"}}]', ["InternalError", "InvalidDisk.Busy"]],
    ["JSON in a line of a log", '2026-11-21 ERROR {"err":{"code":"InternalError","requestId":"0f1e"}} retried', ["InternalError"]],
    ["JSON in a text of JSON", '{"message": "{\\"Response\\":{\\"Error\\":{\\"Code\\":\\"InternalError\\",\\"Message\\":\\"An error\\"},\\"RequestId\\":\\"0f1e\\"}}"}', ["InternalError"]],
    ["one code of several lines once", "code:InternalError\ncode:InvalidDisk.Busy\ncode:InternalError", ["InternalError", "InvalidDisk.Busy"]],
    ["documented codes in a sentence", "Why does AttachDisks return InvalidDisk.Busy or AuthFailure.*?", ["InvalidDisk.Busy", "AuthFailure.*"]],
  ])("%s", (_what, text, codes) => {
    expect(asked(text)).toEqual(codes);
  });

  it.each([
    ["a sentence", "the Disk is busy. Try again"],
    ["an HTTP status", "httpCode: 500 message: Error"],
    ["a response without an error", '{"Response": {"DiskSet": [{"DiskId": "disk-1"}], "RequestId": "0f1e"}}'],
    ["the status of an item that is well", '{"Response": {"SendStatusSet": [{"Code": "Ok"}], "RequestId": "0f1e"}}'],
    ["an empty text", " \n"],
    ["a word that is longer than any code", "A".repeat(201)],
    ["a name that is longer than any code", `code: ${"A".repeat(201)}`],
    ["a code in JSON that is longer than any", JSON.stringify({ code: "A".repeat(201), requestId: "0f1e" })],
    ["a chain of names that no stack holds", `the A${".A".repeat(8_000_000)}`],
  ])("nothing by %s", (_what, text) => {
    expect(asked(text)).toEqual([]);
  });

  it("reads no line as JSON that can be none", () => {
    const parse = vi.spyOn(JSON, "parse");
    try {
      expect(asked("at {a.b}\ncode: InternalError\n{ code")).toEqual(["InternalError"]);
      // The text as a whole.
      expect(parse).toHaveBeenCalledTimes(1);
    } finally {
      parse.mockRestore();
    }
  });

  it("gives up on JSON in lines after many that were none, and finds what is labelled", () => {
    const parse = vi.spyOn(JSON, "parse");
    try {
      expect(asked(`${'{"code}\n'.repeat(10_500)}{"code":"InternalError"}`)).toEqual(["InternalError"]);
      expect(parse).toHaveBeenCalledTimes(10_001);
    } finally {
      parse.mockRestore();
    }
  });

  it("finds the code in any JSON around an error", () => {
    const around = fc.letrec((tie) => ({ value: fc.oneof({ maxDepth: 5 }, fc.constant({ Error: { Code: "InvalidDisk.Busy", Message: "busy" } }), fc.array(tie("value"), { minLength: 1, maxLength: 2 }), fc.record({ a: tie("value"), n: fc.integer() })) })).value;
    fc.assert(fc.property(around, (value) => {
      expect(asked(`x ${JSON.stringify({ value })}`)).toEqual(["InvalidDisk.Busy"]);
    }), { numRuns: 50 });
  });
});
