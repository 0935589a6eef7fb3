import { spawnSync } from "node:child_process";
import { describe, expect, it } from "vitest";

import { cli } from "./run-cli.js";

describe("explain", () => {
  it("says what a common code means and whether a retry can help", async () => {
    const { code, stdout } = await cli("explain", "RequestLimitExceeded.IPLimitExceeded");
    expect(code).toBe(0);
    expect(stdout).toContain("common code: the API gateway can return it for any service");
    expect(stdout).toContain("retry: throttled");
    expect(stdout).toContain("evidence: ");
  });

  it("says who documents a service's code and which actions return it", async () => {
    const { stdout } = await cli("explain", "InvalidDisk.Busy");
    expect(stdout).toContain("in the lists of 1 service: cbs");
    expect(stdout).toContain("retry: pending");
    expect(stdout).toContain("en: The cloud disk is busy. Try again later.");
    expect(stdout).toContain("returned by 12 actions: ApplyDiskBackup,");
  });

  it("names the services that document a code and shows none of many in detail", async () => {
    const { stdout } = await cli("explain", "FailedOperation");
    expect(stdout).toMatch(/in the lists of \d+ services: .* and \d+ more\n/);
    expect(stdout).toContain("Pass --service to see one service's actions and descriptions.");
    expect(stdout).not.toContain("returned by");
  });

  it("says that no description is known, and where the service is documented", async () => {
    const { stdout } = await cli("explain", "InvalidInstanceId.NotFound", "--service", "cvm");
    expect(stdout).toContain("description: none is known");
    expect(stdout).toContain("documentation: https://cloud.tencent.com/document/product/213 ");
  });

  it("does not say so of a code with a description", async () => {
    const { stdout } = await cli("explain", "InvalidDisk.Busy");
    expect(stdout).not.toContain("none is known");
  });

  it("suggests the nearest codes for one that nobody documents", async () => {
    expect(await cli("explain", "FailedOperaton")).toEqual({
      code: 1,
      stdout: "FailedOperaton is documented by no service. Did you mean FailedOperation?\n",
      stderr: "",
    });
  });

  it("keeps to one service when told to", async () => {
    const { code, stdout } = await cli("explain", "InvalidDisk.Busy", "--service", "tke");
    expect(code).toBe(1);
    expect(stdout).toContain("InvalidDisk.Busy is documented neither by tke nor as a common code.");
  });

  it("prefers descriptions in the language asked for", async () => {
    const { stdout } = await cli("explain", "InternalError", "--lang", "zh", "--service", "smh");
    expect(stdout).toContain("zh: 内部错误。");
    expect(stdout).not.toContain("en: Internal error");
  });

  it("speaks Chinese when told to, of codes and of families", async () => {
    const { stdout } = await cli("explain", "InternalError", "InvalidDisk.Busy", "NoSuchCodeAtAll", "--lang", "zh");
    expect(stdout).toContain("公共错误码：API 网关对任何产品都可能返回");
    expect(stdout).toContain("重试：transient（调用幂等时退避重试）");
    expect(stdout).toMatch(/该族共 \d+ 个子错误码/);
    expect(stdout).toContain("12 个接口会返回它：");
    expect(stdout).toContain("没有产品的文档列出 NoSuchCodeAtAll。");
    expect(stdout).not.toMatch(/^ *(?:family|retry|evidence|documentation|returned|in the lists)\b/m);
  });

  it("says which services document a code that the one asked for does not", async () => {
    const { code, stdout } = await cli("explain", "ResourceNotFound.Function", "--service", "cvm");
    expect(code).toBe(1);
    expect(stdout).toContain("ResourceNotFound.Function is documented neither by cvm nor as a common code. In the lists of 2 services: eb, scf.");
  });

  it("lists the subcodes of a family, those of any service first, then by number of services", async () => {
    const { code, stdout } = await cli("explain", "AuthFailure.*");
    expect(code).toBe(0);
    expect(stdout).toMatch(/^AuthFailure\.\*\n {2}family of \d+ subcodes/);
    expect(stdout).toMatch(/AuthFailure\.SignatureExpire +renew +any service\n/);
    const counts = stdout.split("\n").flatMap((line) => (/^ {4}AuthFailure\./.test(line) ? [line.endsWith("any service") ? Infinity : Number(/(\d+) services?$/.exec(line)?.[1])] : []));
    expect(counts.length).toBeGreaterThan(10);
    expect(counts).toEqual([...counts].sort((a, b) => b - a));
  });

  it("lists the subcodes of a code that names a family", async () => {
    const { stdout } = await cli("explain", "ResourceNotFound", "--service", "scf");
    expect(stdout).toMatch(/^ResourceNotFound\n {2}family: ResourceNotFound\n/);
    expect(stdout).toMatch(/ {4}ResourceNotFound\.Function +permanent +1 service\n/);
    expect(stdout).not.toContain("ResourceNotFound.DiskIdNotFound");
  });

  it("suggests the nearest families for one that nobody documents", async () => {
    const { code, stdout } = await cli("explain", "AuthFailures.*");
    expect(code).toBe(1);
    expect(stdout).toMatch(/^AuthFailures\.\* has no subcodes that any service documents\. Did you mean AuthFailure\.\*/);
  });

  it("explains each of several codes, and tells that one is not documented", async () => {
    const { code, stdout } = await cli("explain", "InvalidDisk.Busy", "code:ResourceInUse.NoSuch requestId:0f1e", "--json");
    expect(code).toBe(1);
    expect(JSON.parse(stdout)).toMatchObject([{ code: "InvalidDisk.Busy", documented: true }, { code: "ResourceInUse.NoSuch", documented: false }]);
  });

  it("explains the first hundred of more codes, and says so", async () => {
    const codes = Array.from({ length: 102 }, (_, index) => `InvalidDisk.No${String(index)}`);
    const { code, stdout, stderr } = await cli("explain", codes.map((one) => `code: ${one}`).join("\n"), "--json");
    expect({ code, stderr }).toEqual({ code: 1, stderr: "The input holds 102 codes; the first 100 were explained.\n" });
    expect(JSON.parse(stdout)).toHaveLength(100);
  });

  it("reads no standard input that is larger than any file that is read", () => {
    const { status, stderr } = spawnSync(process.execPath, ["dist/src/bin.js", "explain", "-"], { input: Buffer.alloc(64 * 1024 * 1024 + 1, "A "), encoding: "utf8" });
    expect({ status, stderr }).toEqual({ status: 2, stderr: "standard input: It holds more than 67108864 bytes, which is the most that is read.\n" });
  });

  it.each([
    ["UTF-16", Buffer.from("\ufeffInvalidDisk.Busy", "utf16le"), { status: 2, stderr: "standard input: It is in UTF-16; pass it as UTF-8.\n" }],
    ["another encoding, of which a code is ASCII", Buffer.from("caf\u00e9: InvalidDisk.Busy", "latin1"), { status: 0, stderr: "" }],
  ])("reads a standard input in %s, or names it", (_name, input, expected) => {
    const { status, stderr } = spawnSync(process.execPath, ["dist/src/bin.js", "explain", "-"], { input, encoding: "utf8" });
    expect({ status, stderr }).toEqual(expected);
  });

  it("reads the standard input", () => {
    const input = '{"Response":{"Error":{"Code":"InvalidDisk.Busy","Message":"busy"},"RequestId":"0f1e"}}';
    const { stdout, status } = spawnSync(process.execPath, ["dist/src/bin.js", "explain", "-"], { input, encoding: "utf8" });
    expect(stdout).toMatch(/^InvalidDisk\.Busy\n/);
    expect(status).toBe(0);
  });

  it("prints JSON", async () => {
    const { stdout } = await cli("explain", "InvalidDisk.Busy", "--json");
    expect(JSON.parse(stdout)).toMatchObject({ code: "InvalidDisk.Busy", common: false, services: [{ service: "cbs", retry: { class: "pending" } }] });
  });

  it("knows the members of every object for no codes", async () => {
    expect(await cli("explain", "__proto__")).toMatchObject({ code: 1, stderr: "" });
  });

  it.each([
    ["an unknown service", ["explain", "InternalError", "--service", "cbss"], 'The catalog has no service "cbss". Did you mean cbs'],
    ["a catalog that does not exist", ["explain", "InternalError", "--catalog", "no/such"], "no/such: The catalog directory does not exist."],
    ["a text without a code", ["explain", "it is busy"], 'There is no error code in "it is busy"; give a code'],
    ["an unknown option", ["explain", "InternalError", "--nonsense"], "error: unknown option '--nonsense'"],
  ])("with %s cannot run", async (_, argv, message) => {
    const { code, stderr } = await cli(...argv);
    expect(code).toBe(2);
    expect(stderr).toContain(message);
    expect(stderr.trimEnd().split("\n")).toHaveLength(1);
  });
});
