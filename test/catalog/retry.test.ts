import { describe, expect, it } from "vitest";

import { loadCatalog } from "../../src/store/read/load.js";
import { groupBy } from "../../src/catalog/order.js";
import { retryEntries } from "../../src/catalog/retry-entries.js";
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
    ["InternalError.QuotaMaxClsLimit", "permanent"],
    ["InternalError.CidrConflictWithOtherCluster", "permanent"],
    ["InternalError.DomainAlreadyExist", "permanent"],
    ["InternalError.DomainTooLong", "permanent"],
    ["InternalError.CrtKeyNotMatch", "permanent"],
    ["InternalError.InsufficientBalance", "permanent"],
    ["InternalError.NotVerified", "permanent"],
    ["InternalError.DuplicateDeviceName", "permanent"],
    ["InternalError.NotEnoughMoneyError", "permanent"],
    ["InternalError.RefTxtEmpty", "permanent"],
    ["InternalError.SigFieldMissing", "permanent"],
    ["InternalError.JsonParseFail", "permanent"],
    ["InternalError.ExceedMaxLimit", "throttled"],
    ["InternalError.QueryReqLimited", "throttled"],
    ["InternalError.CheckQuotaErr", "permanent"],
    ["InternalError.CrtDateInUsing", "permanent"],
    ["InternalError.SigVerificationFail", "permanent"],
    ["InternalError.QuotaSystem", "transient"],
    ["InternalError.ClusterState", "unclassified"],
    ["InternalError.JsonMarshal", "unclassified"],
    ["InternalError.DescribeInstanceStatus", "transient"],
    ["InternalError.CanNotConnConsulServer", "transient"],
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
    ["FailedOperation.CreateBillingPermissionErr", "unclassified"],
    ["FailedOperation.JobConflict", "unclassified"],
    ["FailedOperation.OperationConflict", "pending"],
    ["FailedOperation.SampleNameConflict", "permanent"],
    ["FailedOperation.DeleteDeployingContract", "pending"],
    ["UnsupportedOperation.InstanceLinuxUnixCreatingNotSupportPassword", "permanent"],
    ["UnsupportedOperation.DiskLatestOperationUnfinished", "pending"],
    ["UnsupportedOperation.ClusterStatusNotSupport", "unclassified"],
    ["UnsupportedOperation.DeliveryFailed", "unclassified"],
    ["UnsupportedOperation.AudioFormat", "permanent"],
    ["OperationDenied.InsufficientBalance", "permanent"],
    ["OperationDenied.LoadBalanceStatusNotInOnline", "unclassified"],
    ["FailedOperation.LoadBalancerNotDescribed", "unclassified"],
    ["FailedOperation.RebalanceFailed", "unclassified"],
    ["FailedOperation.DBError", "transient"],
    ["FailedOperation.DBErrorRecordNotFound", "permanent"],
    ["FailedOperation.ServerBusy", "transient"],
    ["FailedOperation.ResourceBusy", "transient"],
    ["FailedOperation.IPv6NotSupport", "permanent"],
    ["FailedOperation.VPCNotFound", "permanent"],
    ["FailedOperation.CaExsit", "permanent"],
    ["FailedOperation.TASK_NOT_EXIST", "permanent"],
    ["FailedOperation.LoginTimeout", "permanent"],
    ["FailedOperation.ExceedSomething", "unclassified"],
    ["ResourceUnavailable.TooManyCreatingSnapshot", "unclassified"],
    ["OperationDenied", "unclassified"],
    ["ResourcesSoldOut.SpecifiedInstanceType", "permanent"],
  ])("gives %s the class %s by its name", (code, expected) => {
    expect(classOf(code)).toBe(expected);
  });

  it("prefers what is known for the service", () => {
    expect([classOf("ResourceUnavailable.ClusterState", "tke"), classOf("ResourceUnavailable.ClusterState", "cbs")]).toEqual(["pending", "unclassified"]);
  });

  it("gives a code another class in the service whose sentence says otherwise", () => {
    const classes = ["cpdp", "apigateway", "eb"].map((service) => classOf("FailedOperation.ServiceError", service));
    expect(classes).toEqual(["transient", "unclassified", "permanent"]);
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

  it("takes the sentence of another service for the same code", () => {
    const { class: name, by, evidence } = classify({ code: "FailedOperation.Odd", laterIn: ["postgres"] }, "cat", policy);
    expect({ name, by, evidence }).toEqual({ name: "transient", by: "sentence", evidence: "a documented sentence says that trying again later helps, in postgres" });
  });

  it("prefers words for permanent over the sentence of another service, and its own sentence over these", () => {
    const of = (tryAgainLater: boolean): RetryClass => classify({ code: "FailedOperation.DiskNotFound", tryAgainLater, laterIn: ["cvm"] }, "cbs", policy).class;
    expect([of(false), of(true)]).toEqual(["permanent", "transient"]);
  });

  it("names the words that decide", () => {
    expect(classify({ code: "FailedOperation.DiskNotFound" }, "cbs", policy)).toMatchObject({ by: "wording", match: "not found" });
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

describe("the classes of the whole catalog", () => {
  const entries = retryEntries(catalog, policy);

  it("are there for at least 85 % of the entries", () => {
    expect(entries.filter(({ retry }) => retry.class === "unclassified").length / entries.length).toBeLessThanOrEqual(0.15);
  });

  it("are the same for the same code, but where a line of one service or a sentence says otherwise", () => {
    const groups = [...groupBy(entries, ({ code }) => code).values()];
    const mixed = groups.filter((found) => new Set(found.map(({ retry }) => retry.class)).size > 1);
    const unexplained = mixed.filter((found) => found.every(({ retry }) => retry.by !== "code" && (retry.by === "sentence" || retry.class !== "permanent")));
    expect(unexplained.map((found) => found[0]?.code)).toEqual([]);
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
    ["no JSON", "{", "The file is not valid JSON: it ends too early."],
    ["a line that is nested deeper than the stack", `{"codes":[{"code":${"[".repeat(100_000)}${"]".repeat(100_000)}}],"wording":[],"families":[]}`, 'needs a text "code" in an object'],
    ["a member that stands twice", '{"codes":[{"code":"A","class":"renew","class":"permanent"}]}', 'The member "class" stands twice in one object.'],
    ["a list", "[]", "needs an object for the file"],
    ["a missing list", "{}", `needs a list "codes"`],
    ["a star inside a run of words", `{"codes":[],"wording":[{"class":"renew","evidence":"x","words":["a * b"],"rare":[],"unless":[]}],"families":[],"sentence":{}}`, "which is no run of lower-case words"],
    ["words of any length", `{"codes":[],"wording":[{"class":"renew","evidence":"x","words":["${"A".repeat(100_000)}"],"rare":[],"unless":[]}],"families":[],"sentence":{}}`, `has "${"A".repeat(79)}…" in "words", which is no run`],
    ["words twice", `{"codes":[],"wording":[{"class":"renew","evidence":"x","words":["a"],"rare":["a"],"unless":[]}],"families":[],"sentence":{}}`, `has the words "a" twice`],
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
