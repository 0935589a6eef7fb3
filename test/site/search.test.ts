import { describe, expect, it } from "vitest";
import { actionIndexOf, codeIndexOf } from "../../site/data/code-index.js";
import { loadFacts } from "../../site/data/catalog.js";
import { CodeIndex } from "../../site/search/code-index.js";
import { detailsOf, familyOf, search } from "../../site/search/engine.js";

const facts = loadFacts();
const index = new CodeIndex(codeIndexOf(facts));
index.addActions(actionIndexOf(facts));

const codesFor = (text: string): readonly string[] => search(index, text).codes.map(({ code }) => code);

describe("a search", () => {
  it("finds a code by its name, with its class and its service", () => {
    expect(search(index, "InvalidDisk.Busy").codes).toEqual([
      { code: "InvalidDisk.Busy", retry: { class: "pending", by: "sentence", evidence: "a documented sentence says that trying again later helps" }, common: false, services: 1, service: "cbs" },
    ]);
  });

  it("finds nothing before anything is typed", () => {
    expect(search(index, "  ")).toEqual({ by: "text", codes: [], total: 0, services: [], actions: [], undocumented: [] });
  });

  it("puts the code itself before codes that contain it", () => {
    expect(codesFor("invalidparameter")[0]).toBe("InvalidParameter");
  });

  it("finds words in any order", () => {
    expect(codesFor("busy disk")).toContain("InvalidDisk.Busy");
  });

  it("names the family", () => {
    expect(search(index, "InvalidDisk").family).toEqual({ name: "InvalidDisk", codes: index.families.get("InvalidDisk")?.length });
  });

  it("finds a service and its codes", () => {
    expect(search(index, "cbs").services).toEqual(["cbs"]);
    expect(codesFor("cbs InvalidDisk.Busy")).toEqual(["InvalidDisk.Busy"]);
    expect(codesFor("tke/InvalidDisk.Busy")).not.toContain("InvalidDisk.Busy");
  });

  it.each(["INVALIDDISK_BUSY", "cbs.INVALIDDISK_BUSY"])("finds a code by the constant %s of other SDKs", (constant) => {
    expect(codesFor(constant)).toEqual(["InvalidDisk.Busy"]);
  });

  it("finds an action", () => {
    expect(search(index, "AttachDisks").actions).toContainEqual({ service: "cbs", action: "AttachDisks" });
  });

  it("finds actions of one service only, where the service is named", () => {
    expect(search(index, "emr AttachDisks").actions).toEqual([{ service: "emr", action: "AttachDisks" }]);
  });

  it.each([
    ["InvalidDisk.Bussy", "InvalidDisk.Busy"],
    ["invaliddisk.busi", "InvalidDisk.Busy"],
    ["LimtExceeded", "LimitExceeded"],
    ["InvalidDisk.NotFound", "InvalidDiskId.NotFound"],
    ["VpcRecordNotFound", "InternalError.VpcRecodrNotFound"],
  ])("finds what comes near %s", (text, near) => {
    const found = search(index, text);
    expect(found.by).toBe("nearest");
    expect(found.codes.map(({ code }) => code)).toContain(near);
  });

  it("says that nothing comes near", () => {
    expect(search(index, "Zzyzx.Qqxq")).toEqual({ by: "nearest", codes: [], total: 0, services: [], actions: [], undocumented: [] });
  });

  it("takes __proto__ and constructor for no code", () => {
    expect(detailsOf(index, "__proto__").documented).toBe(false);
    expect(detailsOf(index, "constructor").documented).toBe(false);
  });
});

describe("a pasted text", () => {
  it("is read as the JSON of an answer", () => {
    const found = search(index, `{"Response":{"Error":{"Code":"InvalidDisk.Busy","Message":"The disk is busy."},"RequestId":"a-b"}}`);
    expect(found).toMatchObject({ by: "pasted", codes: [{ code: "InvalidDisk.Busy", service: "cbs" }], undocumented: [] });
  });

  it("is read as a line of a log, with the service of the host and the action", () => {
    const found = search(index, `ERROR POST cbs.ap-guangzhou.tencentcloudapi.com AttachDisks failed: [TencentCloudSDKException] code:ResourceUnavailable message:gone requestId:1f`);
    expect(found).toMatchObject({ by: "pasted", codes: [{ code: "ResourceUnavailable", service: "cbs" }], services: ["cbs"], actions: [{ service: "cbs", action: "AttachDisks" }] });
  });

  it("finds what comes near a misspelt code in it", () => {
    expect(search(index, `{"Code": "InvalidDisk.Bussy"}`)).toMatchObject({ by: "nearest", codes: [{ code: "InvalidDisk.Busy" }], undocumented: ["InvalidDisk.Bussy"] });
  });

  it("takes words that happen to be codes for words", () => {
    expect(search(index, `The Timeout was long, and an "Unknown" thing happened: Error at line 3 of the file`).codes).toEqual([]);
  });

  it("is read in a time that does not grow without end", () => {
    expect(search(index, `{"a.".repeat(9)} ${"InvalidDisk.".repeat(20_000)}`).by).toBe("nearest");
  });
});

describe("the details of a code", () => {
  it("name the services that document it, and similar codes", () => {
    const details = detailsOf(index, "InvalidDiskId.NotFound");
    expect(details).toMatchObject({ documented: true, common: false, retry: { class: "permanent" }, family: { name: "InvalidDiskId" } });
    expect(details.owners.map(({ service }) => service)).toContain("cbs");
    expect(details.near).not.toContain("InvalidDiskId.NotFound");
    expect(details.near.length).toBeGreaterThan(0);
  });

  it("tell a code of the gateway", () => {
    expect(detailsOf(index, "InternalError")).toMatchObject({ documented: true, common: true, retry: { class: "transient" } });
  });

  it("give the class of a service where it differs", () => {
    expect(detailsOf(index, "ResourceUnavailable.ClusterState").owners).toContainEqual({ service: "tke", retry: { class: "pending", by: "code", evidence: "Terraform provider repeats it in 5 calls of this service" } });
  });

  it("name the nearest codes of one that nobody documents", () => {
    expect(detailsOf(index, "InvalidDisk.Bussy")).toMatchObject({ documented: false, owners: [], near: expect.arrayContaining(["InvalidDisk.Busy"]) as string[] });
  });
});

describe("a family", () => {
  it("has its codes with their classes", () => {
    expect(familyOf(index, "InvalidDisk").map(({ code }) => code)).toContain("InvalidDisk.Busy");
    expect(familyOf(index, "NoSuchFamily")).toEqual([]);
  });
});
