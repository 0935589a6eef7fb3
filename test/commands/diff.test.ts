import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";

import { cli } from "./run-cli.js";

let folder: string;
let before: string;
let after: string;

/** A few services of the catalog, on both sides. */
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "tencentcloud-codes-"));
  [before, after] = [join(folder, "before"), join(folder, "after")];
  for (const side of [before, after]) {
    for (const file of ["retry.json", "documents/cbs.en.md", "documents/smh.zh.md", "services/cbs.json", "services/smh.json", "services/yunjing.json"]) {
      mkdirSync(join(side, file, ".."), { recursive: true });
      cpSync(join("catalog", file), join(side, file));
    }
  }
});

afterEach(() => rmSync(folder, { recursive: true, force: true }));

function edit(path: string, change: (text: string) => string): void {
  const file = join(after, path);
  const text = readFileSync(file, "utf8");
  const changed = change(text);
  expect(changed).not.toBe(text);
  writeFileSync(file, changed);
}

const diff = (...options: readonly string[]): ReturnType<typeof cli> => cli("diff", before, after, ...options);

describe("diff", () => {
  it("of a catalog with itself finds nothing", async () => {
    expect(await diff()).toEqual({ code: 0, stdout: "Nothing has changed.\n", stderr: "" });
  });

  it("does not take another commit for a change", async () => {
    edit("services/cbs.json", (text) => text.replace(/"commit": "[^"]*"/, '"commit": "feedbeef"'));
    expect(await diff()).toMatchObject({ code: 0 });
  });

  it("puts what breaks first, with the classes of the codes, and says what it does to rules and types", async () => {
    edit("services/smh.json", (text) => text.replaceAll("InternalError.PostpaidFail", "InternalError.PrepaidFail"));
    expect(await diff()).toEqual({
      code: 1,
      stdout: `Breaking changes
  smh: codes removed: InternalError.PostpaidFail (transient)
  smh: CreateLibrary: codes removed: InternalError.PostpaidFail

Additions
  smh: codes added: InternalError.PrepaidFail (transient)
  smh: CreateLibrary: codes added: InternalError.PrepaidFail

Rules and types affected
  types: lose 1 code; code that names it does not compile
  no-undocumented-code: reports tests of 1 code
  no-undocumented-code: with scope: "action", reports more tests for 1 action
  types: gain 1 code, and no-undocumented-code accepts it
`,
      stderr: "",
    });
  });

  it("finds a common code that went from the only page with it", async () => {
    edit("documents/smh.zh.md", (text) => text.replace(/^\| ActionOffline .*\n/m, ""));
    const { stdout } = await diff("--format", "markdown");
    expect(stdout).toBe(`### Breaking changes

**common**

- codes removed: \`ActionOffline\` (permanent)

### Rules and types affected

- the types: lose 1 code; code that names it does not compile
- \`no-undocumented-code\`: reports tests of 1 code
- \`exhaustive-common-codes\`: asks for 1 common code less
`);
  });

  it("finds a retry class that another sentence in a page gives, and one that breaks retries", async () => {
    edit("documents/cbs.en.md", (text) => text.replace(/(\| InvalidDisk\.Expire\s*\|)[^|\n]*/, "$1 The disk is busy. Please try again later. "));
    const later = await diff();
    expect(later.stdout).toContain("Other changes\n  cbs: retry classes changed: InvalidDisk.Expire (permanent → pending)\n");
    expect(later.stdout).toContain("  isRetryable: answers otherwise for 1 code\n  no-retry-non-retryable: accepts retries on 1 code\n");
    [before, after] = [after, before];
    const never = await diff();
    expect(never.stdout).toContain("Breaking changes\n  cbs: retry classes changed: InvalidDisk.Expire (pending → permanent)\n");
    expect(never.stdout).toContain("  no-retry-non-retryable: reports retries on 1 more code\n");
  });

  it("finds classes that another policy gives", async () => {
    edit("retry.json", (text) => text.replace('{"code": "ResourceInUse", "class": "pending"', '{"code": "ResourceInUse", "class": "permanent"'));
    expect((await diff()).stdout).toMatch(/^Breaking changes\n {2}common: retry classes changed: ResourceInUse \(pending → permanent\)\n\nRules and types affected\n {2}no-retry-non-retryable: reports retries on 1 more code\n/);
  });

  it("finds the first subcode of a family", async () => {
    edit("services/yunjing.json", (text) => text.replace(/("codes": \[\n *)"/, '$1"ResourceBusy",\n          "'));
    const added = await diff();
    expect(added.stdout).toContain("yunjing: codes added: ResourceBusy (pending)\n");
    cpSync(after, before, { recursive: true });
    edit("services/yunjing.json", (text) => text.replace('"ResourceBusy",', '"ResourceBusy",\n          "ResourceBusy.Machine",'));
    expect((await diff()).stdout).toContain("  prefer-family-match: reports equality tests on ResourceBusy\n");
  });

  it("finds an action that lost its token", async () => {
    edit("services/cbs.json", (text) => text.replace(/("withClientToken": )\[[^\]]*\]/, "$1[]"));
    expect((await diff()).stdout).toBe(`Breaking changes
  cbs: actions with a ClientToken removed: CreateDisks

Rules and types affected
  no-blind-retry: judges 1 action by whether there is a ClientToken now
`);
  });

  it("does not compare tokens with facts that do not tell them", async () => {
    edit("services/cbs.json", (text) => text.replace(/,\n {10}"withClientToken": \[[^\]]*\]/, ""));
    expect(await diff()).toMatchObject({ code: 0, stdout: "Nothing has changed.\n" });
  });

  it("says how large a service is that came", async () => {
    rmSync(join(before, "services/yunjing.json"));
    expect((await diff("--format", "markdown")).stdout).toMatch(/^### Additions\n\n\*\*All services\*\*\n\n- services added: `yunjing` \(\d+ codes, \d+ actions\)\n/);
  });

  it("with a folder that is empty finds that all came", async () => {
    rmSync(before, { recursive: true });
    mkdirSync(before);
    expect((await diff()).stdout).toMatch(/^Additions\n {2}services added: cbs \(\d+ codes, \d+ actions\), smh /);
  });

  it("prints JSON", async () => {
    rmSync(join(after, "services/yunjing.json"));
    const { stdout } = await diff("--json");
    expect(JSON.parse(stdout)).toMatchObject({ services: { added: [], removed: ["yunjing"] }, affected: [{ what: "types" }, { what: "no-undocumented-code" }] });
  });

  it("with a folder that does not exist cannot run", async () => {
    expect(await cli("diff", before, "no/such")).toEqual({ code: 2, stdout: "", stderr: "no/such: The catalog directory does not exist.\n" });
  });
});
