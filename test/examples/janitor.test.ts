import { isTencentCloudError, isTransportError } from "tencentcloud-error-codes";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import * as before from "../../examples/disk-janitor/before.js";
import { connect } from "../../examples/disk-janitor/clients.js";
import { play, throwEveryCode } from "../../examples/disk-janitor/play.js";
import { scenarios, type Scenario } from "../../examples/disk-janitor/scenarios.js";
import { startEndpoint, type Endpoint } from "../../examples/disk-janitor/server.js";

let endpoint: Endpoint;
beforeAll(async () => {
  endpoint = await startEndpoint();
});
afterAll(() => endpoint.close());

type Told = Pick<Scenario, "action" | "failure" | "times">;

async function played(action: Told["action"], code: string, times = 1): Promise<object> {
  const { calls, renewals, outcome, retryClass } = await play(endpoint, { ...anyScenario, action, failure: { code }, times });
  return { calls, renewals, outcome, retryClass };
}

const anyScenario: Scenario = { action: "TerminateDisks", failure: "hang up", times: 1, retryClass: "unclassified", calls: 1, renewals: 0, outcome: "passed on" };

describe("the janitor, with the real SDK", () => {
  it("returns an idle disk", async () => {
    expect(await play(endpoint, { ...anyScenario, times: 0 })).toMatchObject({ calls: 1, report: { diskId: "disk-1", outcome: "returned" } });
  });

  it("repeats a read on a transient code", async () => {
    expect(await played("DescribeDisks", "InternalError.FailQueryResource")).toEqual({ calls: 2, renewals: 0, outcome: "returned", retryClass: "transient" });
  });

  it("waits while a disk is busy", async () => {
    expect(await played("TerminateDisks", "InvalidDisk.Busy", 2)).toEqual({ calls: 3, renewals: 0, outcome: "returned", retryClass: "pending" });
  });

  it("gives up after four attempts", async () => {
    expect(await played("TerminateDisks", "ResourceBusy", 9)).toEqual({ calls: 4, renewals: 0, outcome: "later", retryClass: "pending" });
  });

  it("slows down when it is throttled", async () => {
    expect(await played("TerminateDisks", "RequestLimitExceeded.IPLimitExceeded")).toEqual({ calls: 2, renewals: 0, outcome: "returned", retryClass: "throttled" });
  });

  it("renews its credentials once", async () => {
    expect(await played("TerminateDisks", "AuthFailure.TokenFailure")).toEqual({ calls: 2, renewals: 1, outcome: "returned", retryClass: "renew" });
    expect(await played("TerminateDisks", "AuthFailure.SignatureExpire", 9)).toEqual({ calls: 2, renewals: 1, outcome: "stop", retryClass: "renew" });
  });

  it("does not repeat what cannot succeed", async () => {
    expect(await played("TerminateDisks", "LimitExceeded", 9)).toEqual({ calls: 1, renewals: 0, outcome: "stop", retryClass: "permanent" });
    expect(await played("TerminateDisks", "AuthFailure.SignatureFailure", 9)).toEqual({ calls: 1, renewals: 0, outcome: "stop", retryClass: "permanent" });
    expect(await played("TerminateDisks", "InvalidDiskId.NotFound", 9)).toEqual({ calls: 1, renewals: 0, outcome: "gone", retryClass: "permanent" });
    expect(await played("TerminateDisks", "InvalidDisk.NotSupportRefund", 9)).toEqual({ calls: 1, renewals: 0, outcome: "kept", retryClass: "permanent" });
  });

  it("returns the disks of a cluster that is gone, and keeps them where nobody knows", async () => {
    expect(await played("DescribeClusters", "ResourceNotFound")).toEqual({ calls: 1, renewals: 0, outcome: "returned", retryClass: "permanent" });
    expect(await played("DescribeClusters", "InternalError", 9)).toEqual({ calls: 4, renewals: 0, outcome: "in use", retryClass: "transient" });
  });

  it("reports the code that decided, narrowed, with advice for common codes", async () => {
    const { report } = await play(endpoint, { ...anyScenario, failure: { code: "UnauthorizedOperation" } });
    expect(report).toEqual({
      diskId: "disk-1",
      outcome: "stop",
      code: "UnauthorizedOperation",
      advice: "Grant this account the permission to describe and to return disks.",
    });
  });

  it("passes on a code that is not documented", async () => {
    const { thrown, calls } = await play(endpoint, { ...anyScenario, failure: { code: "NotDocumented.AtAll" } });
    expect(isTencentCloudError(thrown) && thrown.code).toBe("NotDocumented.AtAll");
    expect(calls).toBe(1);
  });

  it("passes on an error without a code", async () => {
    const { thrown, calls } = await play(endpoint, anyScenario);
    expect(isTransportError(thrown)).toBe(true);
    expect(calls).toBe(1);
  });

  it("narrows every documented code of CBS and TKE", async () => {
    const { cbs, tke } = await throwEveryCode(endpoint);
    expect(cbs.length).toBeGreaterThanOrEqual(77);
    expect(tke.length).toBeGreaterThanOrEqual(58);
    expect([...cbs, ...tke].filter(({ narrowed }) => !narrowed)).toEqual([]);
  });
});

describe("the scenarios that the demonstration shows", () => {
  it.each(scenarios.map((scenario) => [scenario.action, scenario] as const))("%s %#", async (_action, scenario) => {
    const { calls, renewals, outcome, retryClass } = scenario;
    expect(await play(endpoint, scenario)).toMatchObject({ calls, renewals, outcome, retryClass });
  });
});

describe("the janitor as it was before", () => {
  it("spends four calls on a quota, and says nothing", async () => {
    endpoint.reset();
    endpoint.fail("TerminateDisks", { code: "LimitExceeded" }, 9);
    const { cbs } = connect({ credential: { getCredential: () => Promise.resolve({ secretId: "id", secretKey: "key" }) }, region: "ap-guangzhou", standIn: endpoint.host });
    expect(await before.returnDisk(cbs, "disk-1")).toBe("kept");
    expect(endpoint.calls("TerminateDisks")).toBe(4);
  });
});
