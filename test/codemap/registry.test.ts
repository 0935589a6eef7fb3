import { actionsWithClientToken, allServiceCodes, catalogStamp, codesInFamily, documentedOn, serviceIds, servicesDocumenting } from "tencentcloud-error-codes/registry";
import { catalogStamp as stampOfTheRoot, commonErrorCodes } from "tencentcloud-error-codes";
import { catalogStamp as stampOfCbs, service } from "tencentcloud-error-codes/cbs";
import { describe, expect, it } from "vitest";

describe("the registry", () => {
  it("names the services that document a code", () => {
    expect(servicesDocumenting("InvalidDisk.Busy")).toEqual(["cbs"]);
  });

  it("names several services in order", () => {
    const services = servicesDocumenting("OperationDenied");
    expect(services.length).toBeGreaterThan(50);
    expect(services).toEqual([...services].sort());
  });

  it("tells the day of the sources of a service, unless one of them is a page", () => {
    expect(documentedOn("cvm")).toMatch(/^20\d\d-\d\d-\d\d$/);
    expect(documentedOn("cbs")).toBeUndefined();
    expect(documentedOn("nosuch")).toBeUndefined();
  });

  it("does not count common codes that no service lists itself", () => {
    expect(servicesDocumenting("RequestLimitExceeded.IPLimitExceeded")).toEqual([]);
  });

  it.each(["InvalidDisk.Bussy", "", "__proto__", "constructor", "toString", "hasOwnProperty"])("names none for %j", (code) => {
    expect(servicesDocumenting(code)).toEqual([]);
  });

  it("agrees with a service's own table", () => {
    const own = Object.keys(service.codes).filter((code) => servicesDocumenting(code).includes("cbs"));
    expect(own.length).toBeGreaterThan(44);
    expect(Object.keys(service.codes).filter((code) => !own.includes(code) && !Object.hasOwn(commonErrorCodes, code))).toEqual([]);
  });

  it("has every code once", () => {
    const codes = [...allServiceCodes()];
    expect(new Set(codes).size).toBe(codes.length);
    expect(codes.length).toBeGreaterThanOrEqual(11_868);
  });

  it("lists the members of a family", () => {
    expect(codesInFamily("InvalidDisk")).toContain("InvalidDisk.Busy");
    expect(codesInFamily("InvalidDisk").filter((code) => !code.startsWith("InvalidDisk."))).toEqual([]);
  });

  it("lists the actions with a token", () => {
    expect(actionsWithClientToken("cbs")).toEqual(["CreateDisks"]);
    expect(actionsWithClientToken("batch")).toEqual(["CreateComputeEnv", "SubmitJob"]);
  });

  it("lists none for a service of whose actions none has a token", () => {
    expect(actionsWithClientToken("sms")).toEqual([]);
  });

  it.each(["unknown", "", "__proto__", "constructor"])("does not say which actions of %j have one", (service) => {
    expect(actionsWithClientToken(service)).toBeUndefined();
  });

  it("lists a service without codes of its own", () => {
    expect(serviceIds).toContain("habo");
  });

  it("has the stamp of the root and of the services", () => {
    expect([catalogStamp, stampOfTheRoot, stampOfCbs]).toEqual(["1", "1", "1"]);
  });
});
