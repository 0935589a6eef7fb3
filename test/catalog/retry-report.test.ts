import { readFileSync } from "node:fs";

import { describe, expect, it } from "vitest";

import { loadCatalog } from "../../src/store/read/load.js";
import { loadRetryPolicy } from "../../src/catalog/retry.js";
import { retryReport } from "../../src/catalog/retry-report.js";

describe("the report on the retry policy", () => {
  const report = retryReport(loadCatalog("catalog"), loadRetryPolicy("catalog"));

  it("is the committed one", () => {
    expect(readFileSync("catalog/RETRY.md", "utf8") === report).toBe(true);
  });

  it("lists a subcode that is not of its family's class", () => {
    expect(report).toMatch(/^\| `InvalidDisk\.Busy` \| pending \| unclassified \| cbs \|/m);
  });

  it("does not list a subcode of its family's class", () => {
    expect(report).not.toContain("`InvalidDiskId.NotFound`");
  });
});
