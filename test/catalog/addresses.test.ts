import { describe, expect, it } from "vitest";
import { codePage, codePageOnSite, rulePage } from "../../src/catalog/addresses.js";

const repository = "https://github.com/eslint-plugin-tencentcloud/eslint-plugin-tencentcloud/blob/main";
const site = "https://codes.example/";

describe("addresses", () => {
  it("lead to the repository where the site is published nowhere", () => {
    expect(rulePage("no-blind-retry", "")).toBe(`${repository}/docs/rules/no-blind-retry.md`);
    expect(codePage("InvalidDisk.Busy", "cbs", "")).toBe(`${repository}/generated/src/cbs.ts`);
    expect(codePage("InternalError", undefined, "")).toBe(`${repository}/generated/src/common.ts`);
    expect(codePageOnSite("InternalError", undefined, "")).toBeUndefined();
  });

  it("lead to the site where it has an address", () => {
    expect(rulePage("no-blind-retry", site)).toBe("https://codes.example/rules/no-blind-retry");
    expect(codePage("InvalidDisk.Busy", "cbs", site)).toBe("https://codes.example/codes/#cbs/InvalidDisk.Busy");
    expect(codePage("InternalError", undefined, site)).toBe("https://codes.example/codes/#InternalError");
  });

  it("carry any text that is asked for", () => {
    expect(codePage(`a"b&c`, undefined, site)).toBe("https://codes.example/codes/#a%22b%26c");
  });
});
