import { readFileSync, symlinkSync } from "node:fs";
import { join } from "node:path";

import { describe, expect, it, onTestFinished, vi } from "vitest";

import { print, printError } from "../../src/commands/print.js";
import { handling } from "../rules/action-handler.js";
import { folderWith, pageWith } from "../store/catalogs.js";
import { cli } from "./run-cli.js";

/** What a terminal obeys: it clears the screen, rings, turns the direction, and begins a line that is none of ours. */
const EVIL = "\u001b[2J\u0007\u202e\u2066\u009b31m";
const FORGED = `${EVIL}\nforged`;
const AS_SOURCE = JSON.stringify(FORGED);

/** The service's codes have a description and a source that are hostile. */
const FACTS = JSON.stringify({
  format: 1,
  service: "cbs",
  sdks: { "a/b": { versions: { "2017-03-12": { codes: ["InvalidDisk.Busy"], actions: {} } }, tryAgainLater: [], descriptions: { "InvalidDisk.Busy": FORGED } } },
});

function expectHarmless(...texts: readonly string[]): void {
  for (const text of texts) {
    expect(text.replaceAll("\n", "")).not.toMatch(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Default_Ignorable_Code_Point}]/u);
    expect(text).not.toMatch(/^forged/m);
  }
}

describe("whatever files say, a terminal obeys nothing", () => {
  it.each([[], ["--json"]])("sites %j", async (...flags) => {
    const name = "disks\nforged.mjs";
    const folder = folderWith({ [name]: handling(`if (e.code === ${AS_SOURCE} || e.code === "\u202eInvalidDisk.Busy") return null;`) });
    const { code, stdout, stderr } = await cli("sites", join(folder, name), ...flags);
    expect(code).toBe(0);
    expect(stdout).toContain("\\u001b[2J");
    expectHarmless(stdout, stderr);
  });

  it.each([
    ["that repeats a name of any length", `const ${"a".repeat(100_000)} = 1; const ${"a".repeat(100_000)} = 2;`, /^\S+:1:\d+: Parsing error: Identifier 'a{200,300}…\n$/],
    ["that ESLint cannot follow", `a${".b".repeat(100_000)};`, /^\S+: ESLint cannot follow the file, which is nested too deeply: [^\n]{1,80}\.\n$/],
  ])("sites of a file %s, in few words", async (_name, source, said) => {
    const folder = folderWith({ "a.mjs": `import "tencentcloud-sdk-nodejs";${source}` });
    const { code, stderr } = await cli("sites", join(folder, "a.mjs"));
    expect({ code, stderr }).toEqual({ code: 2, stderr: expect.stringMatching(said) as string });
  });

  it("sites of a file that cannot be parsed", async () => {
    const folder = folderWith({ [`a${EVIL}.mjs`]: `tencentcloud(${EVIL};` });
    const { code, stderr } = await cli("sites", join(folder, `a${EVIL}.mjs`));
    expect(code).toBe(2);
    expectHarmless(stderr);
  });

  it.each([[], ["--json"]])("explain %j", async (...flags) => {
    const folder = folderWith({ "services/cbs.json": FACTS });
    const { code, stdout } = await cli("explain", "InvalidDisk.Busy", "--catalog", folder, ...flags);
    expect(code).toBe(0);
    expect(stdout).toContain("\\u001b[2J");
    expectHarmless(stdout);
  });

  it("explain of a code, a service and an option that are none", async () => {
    const folder = folderWith({ "services/cbs.json": FACTS });
    for (const argv of [[FORGED], ["InvalidDisk.Busy", "--service", FORGED], ["InvalidDisk.Busy", `--${FORGED}`], [FORGED, "--json"]]) {
      const { code, stdout, stderr } = await cli("explain", ...argv, "--catalog", folder);
      expect(code).toBeGreaterThan(0);
      expectHarmless(stdout, stderr);
    }
  });

  it("of options and values of any length, a few words are repeated", async () => {
    const long = "x".repeat(100_000);
    for (const argv of [[`--${long}`], ["A", "--lang", long], ["A", `--json\n(Did you mean ${long}?)`]]) {
      const { code, stderr } = await cli("explain", ...argv);
      expect({ code, lines: stderr.trimEnd().split("\n").length }).toEqual({ code: 2, lines: 1 });
      expect(stderr.length).toBeLessThan(200);
    }
    expect((await cli("diff", long, long)).stderr).toBe(`${"x".repeat(999)}…: The catalog cannot be read: its name is too long.\n`);
  });

  it.each([[], ["--json"]])("import %j", async (...flags) => {
    const folder = folderWith({
      [`pages/a${FORGED}/cbs.en.md`]: pageWith(`InvalidDisk.Busy${EVIL}`),
      [`pages/b${FORGED}.md`]: pageWith("InvalidDisk.Busy"),
      "pages/cvm.en.md": `${pageWith("InvalidDisk.")}| InvalidDisk. | &#33;&#91;a](//b) &#x202e;&lt;!-- |\n`,
    });
    symlinkSync("cvm.en.md", join(folder, "pages", `${FORGED}.md`));
    const { code, stdout, stderr } = await cli("import", join(folder, "pages"), "--catalog", join(folder, "catalog"), ...flags);
    expect(code).toBe(1);
    const anomalies = readFileSync(join(folder, "catalog", "ANOMALIES.md"), "utf8");
    expect(anomalies).toContain(String.raw`“!\[a\](//b) \u202e\<!--”`);
    expectHarmless(stdout, stderr, anomalies);
  });

  it("generate and import with folders of such names", async () => {
    const folder = folderWith({ "catalog/services/cbs.json": FACTS, "pages/cvm.en.md": pageWith("InvalidDisk.Busy") });
    const [out, catalog] = [join(folder, `out${FORGED}`), join(folder, `catalog${FORGED}`)];
    const generate = ["generate", "--catalog", join(folder, "catalog"), "--out", out];
    for (const argv of [[...generate, "--check"], generate, [...generate, "--check"], ...[[], ["--refresh"]].map((flags) => ["import", join(folder, "pages"), "--catalog", catalog, ...flags])]) {
      const { stdout, stderr } = await cli(...argv);
      expect(stdout + stderr).toContain("\\u001b[2J");
      expectHarmless(stdout, stderr);
    }
  });

  it.each([["stdout", print], ["stderr", printError]] as const)("whatever is printed to %s", (name, write) => {
    const written = vi.spyOn(process[name], "write").mockReturnValue(true);
    onTestFinished(() => {
      written.mockRestore();
    });
    write(EVIL);
    expectHarmless(String(written.mock.calls[0]?.[0]));
  });

  it("retry of a service and a family that are none", async () => {
    const folder = folderWith({ "services/cbs.json": FACTS });
    for (const option of ["--service", "--family"]) {
      const { code, stderr } = await cli("retry", "--catalog", folder, option, FORGED.repeat(100));
      expect({ code, isShort: stderr.length < 200 }).toEqual({ code: 2, isShort: true });
      expectHarmless(stderr);
    }
  });

  it.each(["text", "markdown", "json"])("diff as %s", async (format) => {
    const folder = folderWith({ "one/services/cbs.json": FACTS.replace("InvalidDisk.Busy", "ResourceBusy"), "two/services/cbs.json": FACTS });
    const { code, stdout } = await cli("diff", join(folder, "one"), join(folder, "two"), "--format", format);
    expect(code).toBe(1);
    expectHarmless(stdout);
  });

  it.each([
    ["a code", { codes: [FORGED], actions: {} }],
    ["a code that is long", { codes: ["X".repeat(1_000_000)], actions: {} }],
    ["an action", { codes: [], actions: { [FORGED]: "" } }],
    ["a code with a line end for a space", { codes: ["InvalidDisk.\nBusy"], actions: {} }],
  ])("generate of facts with %s that is none", async (_, version) => {
    const facts = { format: 1, service: "cbs", sdks: { "a/b": { versions: { "2017-03-12": version }, tryAgainLater: [] } } };
    const folder = folderWith({ "services/cbs.json": JSON.stringify(facts) });
    const { code, stderr } = await cli("generate", "--check", "--catalog", folder, "--out", join(folder, "out"));
    expect(code).toBe(2);
    expect(stderr.length).toBeLessThan(300);
    expectHarmless(stderr);
  });
});
