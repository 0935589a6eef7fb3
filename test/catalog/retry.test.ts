import { describe, expect, it } from "vitest";

import { loadCatalog } from "../../src/store/read/load.js";
import { classify, loadRetryPolicy } from "../../src/catalog/retry.js";
import { parseRetryPolicy } from "../../src/catalog/retry-policy.js";
import type { RetryClass } from "../../src/codemap/types.js";

const catalog = loadCatalog("catalog");
const policy = loadRetryPolicy("catalog");

function classOf(code: string, service?: string, tryAgainLater = false): RetryClass {
  return classify({ code, tryAgainLater }, service, policy).class;
}

describe("the classes of the common codes", () => {
  const expected: Readonly<Record<string, readonly string[]>> = {
    throttled: [
      "RequestLimitExceeded",
      "RequestLimitExceeded.GlobalRegionUinLimitExceeded",
      "RequestLimitExceeded.IPLimitExceeded",
      "RequestLimitExceeded.UinLimitExceeded",
    ],
    transient: ["InternalError", "ServiceUnavailable"],
    pending: ["ResourceInUse", "ResourceUnavailable"],
    renew: ["AuthFailure.SignatureExpire", "AuthFailure.TokenFailure"],
    unclassified: ["FailedOperation"],
  };
  const found = (name: string): string[] => [...catalog.common.keys()].filter((code) => classOf(code) === name);

  it.each(Object.entries(expected))("has %s for the codes of the evidence", (name, codes) => {
    expect(found(name)).toEqual(codes);
  });

  it("has permanent for the other 27", () => {
    expect(found("permanent")).toHaveLength(27);
  });

  it("rests on a line of the policy for each of the 38 codes", () => {
    expect([...catalog.common.keys()].filter((code) => !Object.hasOwn(policy.codes, code))).toEqual([]);
  });
});

describe("classify", () => {
  it.each<[string, RetryClass]>([
    ["LimitExceeded.RateLimitExceeded", "throttled"],
    ["UnsupportedOperation.FrequencyLimit", "throttled"],
    ["FailedOperation.FrequencyLimit", "throttled"],
    ["InternalError.QuotaMaxClsLimit", "unclassified"],
    ["InternalError.CidrConflictWithOtherCluster", "unclassified"],
    ["InternalError.DBError", "transient"],
    ["UnauthorizedOperation.OperationTooOften", "throttled"],
    ["RequestLimitExceeded.SomethingNew", "throttled"],
    ["InvalidParameter.ActionInProgress", "pending"],
    ["InvalidDisk.Busy", "pending"],
    ["InvalidDisk.SnapshotCreating", "pending"],
    ["ResourceBusy", "pending"],
    ["OperationDenied.InstanceTaskRunning", "pending"],
    ["InternalError.DbError", "transient"],
    ["InvalidParameterValue.LimitExceeded", "permanent"],
    ["LimitExceeded.PhoneNumberDailyLimit", "permanent"],
    ["LimitExceeded.TooLargeFileError", "permanent"],
    ["AuthFailure", "permanent"],
    ["InvalidDiskId.NotFound", "permanent"],
    ["ResourceUnavailable.NotReady", "permanent"],
    ["InvalidParameterValue.SiteFailoverNotSupportHostOriginPullRateLimit", "permanent"],
    ["FailedOperation.CreateFlowFailed", "unclassified"],
    ["UnsupportedOperation.InstanceLinuxUnixCreatingNotSupportPassword", "unclassified"],
    ["ResourceUnavailable.TooManyCreatingSnapshot", "unclassified"],
    ["OperationDenied", "unclassified"],
    ["ResourcesSoldOut.SpecifiedInstanceType", "unclassified"],
  ])("gives %s the class %s by its name", (code, expected) => {
    expect(classOf(code)).toBe(expected);
  });

  it("prefers what is known for the service", () => {
    expect([classOf("ResourceUnavailable.ClusterState", "tke"), classOf("ResourceUnavailable.ClusterState", "cbs")]).toEqual(["pending", "unclassified"]);
  });

  it("believes a sentence that says try again later", () => {
    expect([classOf("FailedOperation.Odd", "cbs", true), classOf("FailedOperation.Odd", "cbs", false)]).toEqual(["transient", "unclassified"]);
  });

  it("reads the sentence about a state as waiting for the state", () => {
    expect(classOf("UnsupportedOperation.Odd", "cbs", true)).toBe("pending");
  });

  it("prefers the exact code over the sentence", () => {
    expect(classOf("FailedOperation", "cbs", true)).toBe("unclassified");
  });

  it("names the evidence", () => {
    expect(classify({ code: "InternalError.DbError", tryAgainLater: false }, "cbs", policy).evidence).toMatch(/^family InternalError: Terraform/);
  });

  it("says where nothing is known", () => {
    expect(classify({ code: "Odd", tryAgainLater: false }, "cbs", policy).evidence).toBe("the sources do not say");
  });

  it.each(["__proto__", "constructor"])("is safe for the service and the code %s", (name) => {
    expect(classOf(name, name)).toBe("unclassified");
  });
});

describe("the policy's file", () => {
  it("has evidence for every line", () => {
    expect([...policy.evidence].filter(([, evidence]) => evidence.trim() === "")).toEqual([]);
  });

  it("never goes by the word retry", () => {
    expect(policy.wording.flatMap(({ words }) => words).filter((word) => word.includes("retry"))).toEqual([]);
  });

  it.each([
    ["no JSON", "{", "is not JSON"],
    ["a list", "[]", "needs an object for the file"],
    ["a missing list", "{}", `needs a list "codes"`],
    ["an unknown class", `{"codes":[{"code":"A","class":"often","evidence":"x"}],"wording":[],"families":[],"sentence":{}}`, "needs a retry class"],
    [
      "a code twice",
      `{"codes":[{"code":"A","class":"renew","evidence":"x"},{"code":"A","class":"renew","evidence":"x"}],"wording":[],"families":[],"sentence":{}}`,
      "has a code twice",
    ],
  ])("is refused with %s", (_, text, message) => {
    expect(() => parseRetryPolicy(text, "retry.json")).toThrow(message);
  });
});
