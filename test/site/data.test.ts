import { readFileSync } from "node:fs";
import { join } from "node:path";
import { deflateRawSync } from "node:zlib";
import fc from "fast-check";
import { commonErrorCodes, type ServiceTable } from "tencentcloud-error-codes";
import { allServiceCodes } from "tencentcloud-error-codes/registry";
import { afterEach, describe, expect, it, vi } from "vitest";
import { loadFacts } from "../../site/data/catalog.js";
import { actionIndexOf, codeIndexOf } from "../../site/data/code-index.js";
import { overviewOf } from "../../site/data/overview.js";
import { serviceFileOf } from "../../site/data/service-file.js";
import { addressOf } from "../../site/markdown/links.js";
import { examplesOf } from "../../site/playground/examples.js";
import { SECONDS, startLinter, TooSlow } from "../../site/playground/client.js";
import { readState, TooLarge, writeState } from "../../site/playground/state.js";
import { packCodes, unpackCodes } from "../../site/search/packed-codes.js";
import { tableOf } from "../../site/playground/table.js";
import { evidenceInChinese } from "../../site/text/evidence-zh-cn.js";
import { readCodeAddress } from "../../site/theme/code-address.js";
import { root } from "../packages/project.js";

const facts = loadFacts();

describe("the files of the site", () => {
  it.each(facts.services.map((service) => [service.entry.id, service] as const))("hold the table of %s as the code map has it", async (id, service) => {
    const { service: table } = (await import(`tencentcloud-error-codes/${id}`)) as { service: ServiceTable };
    expect(tableOf(JSON.parse(JSON.stringify(serviceFileOf(service))) as ReturnType<typeof serviceFileOf>, { ...commonErrorCodes })).toEqual(table);
  });

  it("count what the services' own tables and the gateway's have", () => {
    expect(overviewOf(facts).codes).toBe(new Set([...allServiceCodes(), ...Object.keys(commonErrorCodes)]).size);
  });

  it("count each code once", () => {
    const overview = overviewOf(facts);
    const codes = unpackCodes(codeIndexOf(facts).codes);
    expect(new Set(codes).size).toBe(codes.length);
    expect(overview.codes).toBe(codes.length);
    expect(overview.families.reduce((sum, family) => sum + family.codes, 0)).toBe(codes.length);
    expect(Object.values(overview.classes).reduce((sum, number) => sum + number, 0)).toBe(codes.length);
  });

  it("name the actions of every service, in the order of the services", () => {
    const lines = actionIndexOf(facts).actions.split("\n");
    expect(lines.length).toBe(facts.services.length);
    expect(lines[facts.services.findIndex(({ entry }) => entry.id === "cbs")]).toContain("AttachDisks");
  });
});

describe("the pages about the code map", () => {
  it.each([["generated/README.md", "all ", " service codes"], ["docs/zh-CN/code-map.md", "全部 ", " 个产品错误码"]])("%s says how many service codes there are", (file, before, after) => {
    const codes = [...allServiceCodes()].length.toLocaleString("en");
    expect(readFileSync(join(root, file), "utf8")).toContain(before + codes + after);
  });
});

describe("the evidence of a retry class", () => {
  it("is there in Chinese for more than nine codes of ten", () => {
    const codes = facts.services.flatMap((service) => service.codes);
    const inEnglish = codes.filter(({ info }) => evidenceInChinese(info.retry.evidence) === undefined);
    expect(inEnglish.length / codes.length).toBeLessThan(0.1);
    expect(evidenceInChinese("family LimitExceeded: quota: 11 of 704 descriptions mention a repeat")).toBe("错误码族 LimitExceeded：属于配额：704 条说明里只有 11 条提到可以再试");
  });
});

describe("packed codes", () => {
  it("are the codes that were packed", () => {
    const code = fc.stringMatching(/^[!-~]{1,30}$/);
    fc.assert(
      fc.property(fc.array(code, { minLength: 1, maxLength: 30 }), (codes) => {
        expect(unpackCodes(packCodes(codes))).toEqual(codes);
      }),
      { numRuns: 200 },
    );
  });
});

describe("an address of the page of codes", () => {
  it.each([
    ["", {}],
    ["#InvalidDisk.Busy", { code: "InvalidDisk.Busy" }],
    ["#cbs/InvalidDisk.Busy", { service: "cbs", code: "InvalidDisk.Busy" }],
    ["#InvalidDisk.*", { family: "InvalidDisk" }],
    ["#100%", { code: "100%" }],
  ])("%s is read", (hash, address) => {
    expect(readCodeAddress(hash)).toEqual(address);
  });
});

describe("a link of a page", () => {
  it.each([
    ["docs/oxlint.md", "../README.md#start-in-60-seconds", "/guide/#start-in-60-seconds"],
    ["README.md", "docs/rules/no-blind-retry.md", "/rules/no-blind-retry"],
    ["README.md", "CONTRIBUTING.md", "https://github.com/eslint-plugin-tencentcloud/eslint-plugin-tencentcloud/blob/main/CONTRIBUTING.md"],
    ["README.zh-CN.md", "docs/oxlint.md", "/zh-CN/guide/oxlint"],
    ["docs/zh-CN/rules/no-blind-retry.md", "no-retry-non-retryable.md", "/zh-CN/rules/no-retry-non-retryable"],
  ])("of %s to %s", (source, href, address) => {
    expect(addressOf(href, source, root)).toBe(address);
  });
});

describe("the examples of a rule's page", () => {
  it("are its blocks under Incorrect and Correct, with their options", () => {
    const page = ["### Incorrect", "```ts option='{ \"a\": 1 }'", "x();", "```", "```json", "{}", "```", "### Correct", "```js", "y();", "```", "## Options", "```js", "z();", "```", ""].join("\n");
    expect(examplesOf("r", page)).toEqual([
      { rule: "r", incorrect: true, number: 1, language: "ts", source: "x();\n", options: { a: 1 } },
      { rule: "r", incorrect: false, number: 1, language: "js", source: "y();\n" },
    ]);
  });

  it("are found on a page", () => {
    expect(examplesOf("no-undocumented-code", readFileSync(join(root, "docs/rules/no-undocumented-code.md"), "utf8")).length).toBeGreaterThan(4);
  });
});

describe("the state of a playground", () => {
  const input = { source: "const a = '错误码 – é';\n", language: "ts", config: "strict", rules: { "tencentcloud/no-undocumented-code": ["error", { scope: "action" }] }, settings: { services: ["cbs"] } } as const;

  it("comes back out of its address", async () => {
    const written = await writeState({ ...input, rules: { "tencentcloud/no-undocumented-code": ["error", { scope: "action" }] } });
    expect(written).toMatch(/^[\w-]+$/);
    expect(await readState(written)).toEqual(input);
  });

  it.each(["", "cut", "bm90IGRlZmxhdGVk", "__proto__"])("is undefined for the address %j", async (text) => {
    expect(await readState(text)).toBeUndefined();
  });

  it("is undefined for anything else that is compressed well", async () => {
    expect(await readState(await writeState({ source: 1 } as unknown as Parameters<typeof writeState>[0]))).toBeUndefined();
  });

  it("is refused where it is longer than anybody's code, however few letters stand for it", async () => {
    const long = { ...input, rules: {}, source: "a".repeat(1_000_001) };
    const address = deflateRawSync(JSON.stringify(long)).toString("base64url");
    expect(address.length).toBeLessThan(2000);
    await expect(readState(address)).rejects.toThrow(TooLarge);
    await expect(writeState(long)).rejects.toThrow(TooLarge);
  });
});

describe("the playground's linter", () => {
  const input = { source: "", language: "ts", config: "strict", rules: {}, settings: {} } as const;

  afterEach(() => {
    vi.useRealTimers();
  });

  it("is stopped and started anew when it does not come to an end", async () => {
    vi.useFakeTimers();
    const did: string[] = [];
    let started = 0;
    const linter = startLinter((answer) => {
      started += 1;
      const name = `worker ${String(started)}`;
      const send = (message: object): void => {
        did.push(`${name} is asked`);
        if (name !== "worker 1" && "number" in message) answer({ number: Number(message.number), reports: [] });
      };
      return { send, stop: () => void did.push(`${name} is stopped`) };
    });
    const first = expect(linter.lint(input)).rejects.toThrow(TooSlow);
    await vi.advanceTimersByTimeAsync(SECONDS * 1000);
    await first;
    expect(await linter.lint(input)).toEqual([]);
    linter.stop();
    expect(did).toEqual(["worker 1 is asked", "worker 1 is stopped", "worker 2 is asked", "worker 2 is stopped"]);
  });
});
