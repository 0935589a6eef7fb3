import { describe, expect, it } from "vitest";
import type { AnalyzedFile } from "../../../src/analysis/source/file.js";
import { listSays, predicateSays, withRetryNames } from "../../../src/analysis/retriers/retry-names.js";

/** As much of a file as is asked about names. */
function emptyFile(): AnalyzedFile {
  return { retryNames: [] } as unknown as AnalyzedFile;
}

describe("what the name of a predicate says", () => {
  it.each(["isRetryable", "isRetriableError", "shouldRetry", "should_retry", "canRetry", "retryIf", "retryOn", "isTransient", "retryCondition", "needsRetry"])("%s says that a repeat can help", (name) => {
    expect(predicateSays(emptyFile(), name)).toBe("repeat");
  });

  it.each(["isNonRetryable", "shouldNotRetry", "stopRetryIf", "isNotTransient", "skipRetryWhen"])("%s says the opposite", (name) => {
    expect(predicateSays(emptyFile(), name)).toBe("do-not-repeat");
  });

  it.each(["retry", "withRetry", "retryDelay", "maxRetries", "isQuota", "isDone", "isentropic", "entry"])("%s says nothing", (name) => {
    expect(predicateSays(emptyFile(), name)).toBeUndefined();
  });
});

describe("what the name of a list says", () => {
  it.each(["RETRYABLE_CODES", "retryableErrors", "RETRY_CODES", "codesToRetry", "TRANSIENT_ERRORS", "retriableCodes"])("%s says that a repeat can help", (name) => {
    expect(listSays(emptyFile(), name)).toBe("repeat");
  });

  it.each(["NON_RETRYABLE_CODES", "unretryableErrors", "NO_RETRY_CODES", "neverRetry", "nonretryable"])("%s says the opposite", (name) => {
    expect(listSays(emptyFile(), name)).toBe("do-not-repeat");
  });

  it.each(["CODES", "QUOTA_CODES", "countries", "entries", "registry"])("%s says nothing", (name) => {
    expect(listSays(emptyFile(), name)).toBeUndefined();
  });
});

describe("names that a project gives", () => {
  it("are taken as they stand, with a star for any characters", () => {
    const file = withRetryNames(emptyFile(), ["TRY_LATER", "later*"]);
    expect(["TRY_LATER", "laterCodes", "TRY_LATER_2", "much.later"].map((name) => listSays(file, name))).toEqual(["repeat", "repeat", undefined, undefined]);
  });

  it.each([
    ["*", ["", "a"], []],
    ["a*", ["a", "ab"], ["ba", ""]],
    ["*a", ["a", "ba"], ["ab"]],
    ["a*a", ["aa", "aba"], ["a"]],
    ["a*b*c", ["abc", "a-b-b-c"], ["acb", "ac", "ab-c-"]],
    ["a*b-c*c", ["ab-c-c"], ["ab-c"]],
    ["**b**", ["b", "abc"], ["a"]],
  ])("match %s as a whole", (pattern, right, wrong) => {
    const file = withRetryNames(emptyFile(), [pattern]);
    expect([...right, ...wrong].filter((name) => predicateSays(file, name) !== undefined)).toEqual(right);
  });

  it("take no time that doubles with each star: a comment of the linted code can set them", () => {
    const file = withRetryNames(emptyFile(), [`${"*a".repeat(1000)}b`]);
    expect(predicateSays(file, "a".repeat(100_000))).toBeUndefined();
  });

  it("are not taken for patterns", () => {
    const file = withRetryNames(emptyFile(), ["again$", "a.c"]);
    expect(["again$", "abc"].map((name) => predicateSays(file, name))).toEqual(["repeat", undefined]);
  });
});
