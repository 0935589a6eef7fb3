import { describe, expect, it } from "vitest";

import { mayDealWithErrors, mayHoldTencentCode } from "../../../src/analysis/source/gate.js";
import { readSettings } from "../../../src/analysis/source/settings.js";

const settings = readSettings({});

describe("mayHoldTencentCode", () => {
  it.each([
    ["an import of the SDK", 'import { cbs } from "tencentcloud-sdk-nodejs";'],
    ["the API's domain", 'fetch("https://cbs.tencentcloudapi.com")'],
    ["a header of the API", 'headers["X-TC-Action"] = "DescribeDisks"'],
    ["the words of a raw answer", "if (body.Response.Error.Code) fail();"],
  ])("lets a file with %s in without types", (_what, text) => {
    expect(mayHoldTencentCode(text, settings, false)).toBe(true);
  });

  it.each([
    ["a family that every service shares", 'if (e.code === "ResourceNotFound") return;'],
    ["a code of one service", 'if (e.code === "InvalidDisk.Busy") return;'],
  ])("lets a file with %s in only where types can tell whose error it is", (_what, text) => {
    expect([mayHoldTencentCode(text, settings, false), mayHoldTencentCode(text, settings, true)]).toEqual([false, true]);
  });

  it.each([
    ["a code of Node", 'if (e.code === "ENOENT") return;'],
    ["a sentence in quotes", 'throw new Error("Not found. Try again");'],
    ["a file name in quotes", 'import x from "./Button.module.css";'],
  ])("keeps a file with %s out", (_what, text) => {
    expect(mayHoldTencentCode(text, settings, true)).toBe(false);
  });

  it("lets a file in that names a module or a guard of the settings", () => {
    const own = readSettings({ tencentcloud: { sdkModules: ["@corp/cloud"], errorGuards: ["isCloudError"] } });
    expect([mayHoldTencentCode('import "@corp/cloud";', own, false), mayHoldTencentCode("isCloudError(e)", own, false)]).toEqual([true, true]);
  });
});

describe("mayDealWithErrors", () => {
  it.each([
    ["a code that is read", "if (isBusy(e.code)) return;"],
    ["a field by its name", 'const code = _.get(e, "code");'],
    ["a code that is taken out", "const { message, code } = e;"],
    ["a code under another name", "const { code: reason, message } = e;"],
    ["a code with a default", 'const { code = "" } = e;'],
    ["a raw answer", "const { Error } = body.Response;"],
    ["an action", "await disks.AttachDisks(request);"],
    ["an action by its name", 'await call("AttachDisks", request);'],
  ])("lets a file with %s in", (_what, text) => {
    expect(mayDealWithErrors(text)).toBe(true);
  });

  it.each([
    ["an object that has a code", 'fail({ status: 422, code: "user.missing" });'],
    ["the type of a code", "interface Failure { code: string; message: string }"],
    ["another word", "const { codec } = options;"],
  ])("keeps a file with %s out", (_what, text) => {
    expect(mayDealWithErrors(text)).toBe(false);
  });
});
