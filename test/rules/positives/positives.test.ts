import { beforeAll, describe, expect, it } from "vitest";
import { lintUntyped, typedLinter, type Finding } from "../../analysis/linting.js";
import { evidence } from "./evidence.js";
import { judgements } from "./judgements.js";
import { shapes } from "./shapes.js";
import type { Positive } from "./snippet.js";

const positives: Readonly<Record<string, Positive>> = { ...evidence, ...shapes, ...judgements };
const own = ["no-message-match", "no-undocumented-code", "prefer-family-match", "require-response-error-check"];
const rules = Object.fromEntries(own.map((rule) => [`tencentcloud/${rule}`, "error" as const]));

function told(findings: readonly Finding[]): string[] {
  return findings.map(({ rule, text }) => `${rule}: ${text}`).sort();
}

describe("code that gets Tencent Cloud's errors wrong", () => {
  let typed: ReturnType<typeof typedLinter>;
  beforeAll(() => {
    typed = typedLinter(Object.fromEntries(Object.entries(positives).map(([name, { code }]) => [name, code])));
  }, 120_000);

  it("comes in at least 120 snippets", () => {
    expect(Object.keys(positives).length).toBeGreaterThanOrEqual(120);
  });

  it.each(Object.entries(positives))("%s is reported without types", (_name, { code, reports }) => {
    expect(told(lintUntyped(code, rules))).toEqual([...reports].sort());
  });

  it.each(Object.entries(positives))("%s is reported with types", (name, { reports }) => {
    expect(told(typed(name, rules))).toEqual([...reports].sort());
  });

  it.each(Object.entries(positives))("%s has every report of all rules without types also with types", (name, { code }) => {
    expect(told(typed(name))).toEqual(expect.arrayContaining(told(lintUntyped(code))));
  });
});
