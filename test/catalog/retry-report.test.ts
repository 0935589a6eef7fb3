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
    expect(report).toMatch(/^\| `InvalidDisk\.Busy` \| pending \| permanent \| cbs \|/m);
  });

  it("counts what each run of words decides", () => {
    expect(report).toMatch(/^ {3}- .*`duplicat\*` \d+/m);
  });

  it("says in which families codes have no class", () => {
    expect(report).toMatch(/^\| `FailedOperation` \| \d+ \| \d+ \| /m);
  });

  it("shows what an editor would obey or hide, and keeps the evidence of a line on one line", () => {
    const { wording, ...policy } = loadRetryPolicy("catalog");
    const hostile = retryReport(loadCatalog("catalog"), { ...policy, wording: wording.map((line) => ({ ...line, evidence: "\u202e\u001b[2J\n# forged" })) });
    expect(hostile).toContain(String.raw`\u202e\u001b[2J # forged.`);
    expect(hostile.replaceAll("\n", "")).not.toMatch(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Default_Ignorable_Code_Point}]/u);
  });

  it("does not list a subcode of its family's class", () => {
    expect(report).not.toContain("`InvalidDiskId.NotFound`");
  });
});
