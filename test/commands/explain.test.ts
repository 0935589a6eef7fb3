import { describe, expect, it } from "vitest";

import { cli } from "./run-cli.js";

describe("explain", () => {
  it("says what a common code means and whether a repeat can help", async () => {
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
    ["an unknown option", ["explain", "InternalError", "--nonsense"], "error: unknown option '--nonsense'"],
  ])("with %s cannot run", async (_, argv, message) => {
    const { code, stderr } = await cli(...argv);
    expect(code).toBe(2);
    expect(stderr).toContain(message);
    expect(stderr.trimEnd().split("\n")).toHaveLength(1);
  });
});
