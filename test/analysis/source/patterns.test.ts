import { describe, expect, it, vi } from "vitest";
import { Answers } from "../../../src/analysis/source/answer-once.js";
import type { AnalyzedFile } from "../../../src/analysis/source/file.js";
import { matcherOf, stepsOf } from "../../../src/analysis/source/patterns.js";
import { sitesIn } from "../sites-in.js";

const caught = (handler: string): string => `import { cbs } from "tencentcloud-sdk-nodejs"; const client = new cbs.v20170312.Client({});
export async function run() { try { await client.DescribeDisks({}); } catch (e) { ${handler} } }`;

/** Whether a test of a code against a pattern is understood. */
function isUnderstood(pattern: string): boolean {
  return sitesIn(caught(`if (${pattern}.test(e.code)) return;`)).some(({ tests }) => tests.some((test) => test.kind === "pattern"));
}

describe("a pattern that codes are tested against", () => {
  it.each([
    String.raw`/^AuthFailure/`,
    String.raw`/\.NotFound$/`,
    String.raw`/^(?:InternalError|ServiceUnavailable)(?:\.|$)/`,
    String.raw`/LimitExceeded/gi`,
    String.raw`/Limit.*Exceeded/`,
    String.raw`/(?:Limit|Quota|Frequency).*(?:Exceeded|Reached)$/i`,
    String.raw`/.+\.NotFound/`,
    String.raw`/^InvalidParameter(Value)?\b/`,
    String.raw`/^(AuthFailure|UnauthorizedOperation)(\..+)?$/`,
    String.raw`/^(\w+)\.(\w+)$/`,
    String.raw`/^[A-Z]\w+\.[A-Z]\w+\.\w+$/`,
    String.raw`/^(?!InvalidParameter).*Exceeded$/`,
    String.raw`/(?<=^FailedOperation\.).*Failed/u`,
  ])("is understood: %s", (pattern) => {
    expect(isUnderstood(pattern)).toBe(true);
  });

  it.each([
    [String.raw`/^(([A-Za-z]+)\.?)+_$/`],
    [String.raw`/^(\w?){40}!$/`],
    [`/${String.raw`\w*`.repeat(12)}!/`],
    [String.raw`/^(?:\w|\w)*!$/`],
    [String.raw`/^((\w+))+!$/`],
    [String.raw`/(?=(\w+)+!)/`],
    [String.raw`/(\w)\1/`],
    [String.raw`/[\q{ab|a}]{20}/v`],
    ["/Limit/y"],
    ["/a{1000000000}/"],
    [`/${"(".repeat(4000)}${")".repeat(4000)}/`],
    [String.raw`/${String.raw`\(`.repeat(64_000)}/`],
    [`/^${"A".repeat(10_000)}/`],
    [`/${Array.from({ length: 10_000 }, (_, index) => `A${String(index)}`).join("|")}/`],
  ])("is left open where it could take long: %#", (pattern) => {
    expect(isUnderstood(pattern)).toBe(false);
  });

  it("is left open after many other costly ones in the same file", () => {
    const costly = Array.from({ length: 10 }, (_, index) => `/(?:Limit|Quota|A${String(index)}).*(?:Exceeded|Reached)$/`);
    const understood = (patterns: readonly string[]): number => sitesIn(caught(patterns.map((pattern) => `if (${pattern}.test(e.code)) return;`).join("\n"))).flatMap(({ tests }) => tests.filter(({ kind }) => kind === "pattern")).length;
    expect(understood(costly)).toBeGreaterThan(3);
    expect(understood(costly)).toBeLessThan(10);
    expect(understood(costly.map(() => costly[0] ?? ""))).toBe(10);
  });
});

describe("whether a text matches", () => {
  const matches = (): ((text: string) => boolean | undefined) => {
    const file = { answers: new Answers(), sourceCode: { ast: {} } } as unknown as AnalyzedFile;
    return (text) => matcherOf(file, "A$", "")?.(text);
  };

  it("is said of what can be a code, and is no of anything longer, which is not looked at", () => {
    expect(["A", "B", "A".repeat(100), "A".repeat(101)].map(matches())).toEqual([true, false, true, false]);
  });

  it("is looked at once", () => {
    const ask = matches();
    ask("A");
    const looks = vi.spyOn(RegExp.prototype, "test");
    ["A", "B", "B"].forEach(ask);
    const texts = looks.mock.calls.flat();
    looks.mockRestore();
    expect(texts).toEqual(["B"]);
  });
});

describe("the bound of a pattern's steps", () => {
  it.each([
    ["^Auth", 6],
    ["^(?:A|B)", 6],
    ["Auth", 5 * 101],
  ])("counts each character and branch of %s once for each place that it can begin at", (pattern, steps) => {
    expect(stepsOf(pattern, "")).toBe(steps);
  });

  it("counts every place where lines can begin", () => {
    expect(stepsOf("^Auth", "m")).toBe(6 * 101);
  });

  it("grows with a repetition by as many ways as it can end in, unless what follows leaves one", () => {
    expect(stepsOf(String.raw`^\w*A`, "") / stepsOf(String.raw`^\w*\.`, "")).toBeCloseTo(1, 0);
    expect(stepsOf(String.raw`^\w*\w*\w*A`, "")).toBeGreaterThan(1_000_000);
    expect(stepsOf(String.raw`^\w*\.\w*\.\w*\.A`, "")).toBeLessThan(1000);
    expect(stepsOf(String.raw`^\w*A\w*A\w*A\w*A`, "")).toBeGreaterThan(1_000_000);
  });
});
