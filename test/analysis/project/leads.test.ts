import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { useFiles } from "../../../src/analysis/project/files.js";
import { followingOf } from "../../../src/analysis/project/followed.js";
import { leadsToTencentCloud } from "../../../src/analysis/project/leads.js";
import { readSettings } from "../../../src/analysis/source/settings.js";
import { filesInMemory } from "./memory-files.js";

const text = `import { isGone } from "./helpers";\nexport const check = (e) => isGone(e) && e.code === "InvalidDisk.Gone";`;

function leads(tencentcloud: object): boolean {
  const settings = readSettings({ tencentcloud });
  const following = followingOf(settings, { holds: () => false, names: () => false });
  return following !== undefined && leadsToTencentCloud("/leads/check.ts", text, settings, following);
}

describe("the gate of a file whose import uses a guard of the project's own", () => {
  beforeEach(() => {
    useFiles(filesInMemory(new Map([["/leads/helpers.ts", "export const isGone = (e) => isCloudError(e);"]]), "/leads"));
  });
  afterEach(() => {
    useFiles(undefined);
  });

  it("is shut where no setting names the guard", () => {
    expect(leads({})).toBe(false);
  });

  it("is open where a setting names it, whatever other settings have been asked about before", () => {
    expect(leads({})).toBe(false);
    expect(leads({ errorGuards: ["isCloudError"] })).toBe(true);
    expect(leads({})).toBe(false);
  });
});

describe("the gate of a file whose import exports another module again", () => {
  afterEach(() => {
    useFiles(undefined);
    vi.useRealTimers();
  });

  it("is open once that module, which was missing, is there", () => {
    vi.useFakeTimers({ toFake: ["performance"] });
    vi.advanceTimersByTime(1_000_000);
    const texts = new Map([["/leads/helpers.ts", `export * from "./behind";`]]);
    useFiles(filesInMemory(texts, "/leads"));
    expect(leads({})).toBe(false);
    texts.set("/leads/behind.ts", `export const isGone = (e) => e.code === "InvalidDisk.Gone"; // tencentcloud`);
    vi.advanceTimersByTime(2_000);
    expect(leads({})).toBe(true);
  });
});
