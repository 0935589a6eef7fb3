import { describe, expect, it } from "vitest";

import type { RetryPolicy } from "../../src/codemap/retry.js";
import { decideByName, retryClassBy } from "../../src/codemap/retry.js";

const policy: RetryPolicy = {
  codes: { "LimitExceeded.TooOften": "permanent", ResourceBusy: "pending" },
  wording: [
    { class: "throttled", words: ["too often", "rate limit"], unless: ["not support"] },
    { class: "pending", words: ["creating"], unless: [], families: ["InvalidDisk"] },
    { class: "permanent", words: ["not exist*", "ipv6 off"], unless: ["too much*"], families: ["FailedOperation"] },
  ],
  families: { LimitExceeded: "permanent", InternalError: "transient" },
};

describe("decideByName", () => {
  it("goes by the exact code first", () => {
    expect(decideByName("LimitExceeded.TooOften", policy)).toEqual({ class: "permanent", by: "code", match: "LimitExceeded.TooOften" });
  });

  it("goes by the subcode's words before the family", () => {
    expect(decideByName("LimitExceeded.OperationTooOften", policy)).toEqual({ class: "throttled", by: "wording", match: "too often" });
  });

  it("finds words beside acronyms", () => {
    expect(decideByName("FailedOperation.APIRateLimitHit", policy).class).toBe("throttled");
  });

  it("takes a star for the rest of a word, in the words and in what stands beside them", () => {
    const of = (code: string): string => decideByName(`FailedOperation.${code}`, policy).by;
    expect(["DiskNotExisted", "NotExist", "DiskNotExi", "NotExistTooMuchTime"].map(of)).toEqual(["wording", "wording", "nothing", "nothing"]);
  });

  it("keeps IPv6 in one piece", () => {
    expect(decideByName("FailedOperation.IPv6Off", policy).match).toBe("ipv6 off");
  });

  it("goes by whole words", () => {
    expect(decideByName("LimitExceeded.RateLimiter", policy).by).toBe("family");
  });

  it("leaves a line alone where an excluding word stands", () => {
    expect(decideByName("LimitExceeded.RateLimitNotSupport", policy).by).toBe("family");
  });

  it("leaves a line alone outside its families", () => {
    expect(decideByName("LimitExceeded.SnapshotCreating", policy).by).toBe("family");
  });

  it("does not look for words in the family", () => {
    expect(decideByName("RateLimit.Disk", policy).by).toBe("nothing");
  });

  it("goes by the family for the rest", () => {
    expect(decideByName("InternalError.DbError", policy)).toEqual({ class: "transient", by: "family", match: "InternalError" });
  });

  it.each(["__proto__", "constructor", "toString.valueOf"])("says nothing about %s", (code) => {
    expect(decideByName(code, policy)).toEqual({ class: "unclassified", by: "nothing", match: "" });
  });
});

describe("retryClassBy", () => {
  const info = { family: "InternalError", common: false, retry: { class: "permanent", evidence: "" }, descriptions: [] };

  it("goes by the table before the policy", () => {
    expect(retryClassBy(policy, "InternalError.DbError", { "InternalError.DbError": info })).toBe("permanent");
  });

  it("goes by the policy for a code that the table lacks", () => {
    expect(retryClassBy(policy, "InternalError.Other", { "InternalError.DbError": info })).toBe("transient");
  });

  it.each([
    ["an index", 0],
    ["null", null],
    ["a list", ["InternalError.DbError"]],
    ["a row of another form", { "InternalError.DbError": true }],
    ["a proxy that throws", new Proxy({}, { getOwnPropertyDescriptor: () => { throw new Error("trapped"); } })],
  ])("ignores %s in place of a table", (_, table) => {
    expect(retryClassBy(policy, "InternalError.DbError", table)).toBe("transient");
  });

  it("is unclassified for an error without a code", () => {
    expect(retryClassBy(policy, new Error("ResourceBusy"), undefined)).toBe("unclassified");
  });
});
