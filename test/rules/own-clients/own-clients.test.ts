import { beforeAll, describe, expect, it } from "vitest";
import { lintUntyped, typedLinter, type Finding } from "../../analysis/linting.js";
import { across, acrossRight } from "./across.js";
import { errors } from "./errors.js";
import { innocent } from "./innocent.js";
import { requests } from "./requests.js";
import { sdkDresses } from "./sdk-dresses.js";
import { retries } from "./retries.js";
import { elsewhere, type Snippet } from "./snippet.js";

const faults: Readonly<Record<string, Snippet>> = { ...errors, ...requests, ...across };
const twins = Object.fromEntries(Object.entries(faults).map(([name, { code }]) => [`${name}, of somebody else's API`, { code: elsewhere(code), reports: [] }]));
const snippets: Readonly<Record<string, Snippet>> = { ...faults, ...twins, ...sdkDresses, ...retries, ...innocent, ...acrossRight };

const asked = ["no-blind-retry", "no-retry-non-retryable", "no-undocumented-code", "prefer-family-match", "require-response-error-check"];
const rules = Object.fromEntries(asked.map((rule) => [`tencentcloud/${rule}`, "error" as const]));

function told(findings: readonly Finding[]): readonly string[] {
  return findings.map(({ rule, text }) => `${rule}: ${text}`).sort();
}

describe("clients that an application writes itself", () => {
  let typed: ReturnType<typeof typedLinter>;
  beforeAll(() => {
    typed = typedLinter(Object.fromEntries(Object.entries(snippets).map(([name, { code }]) => [name, code])));
  }, 120_000);

  it.each(Object.entries(snippets))("%s, without types", (_, { code, reports }) => {
    expect(told(lintUntyped(code, rules))).toEqual([...reports].sort());
  });

  it.each(Object.entries(snippets))("%s, with types", (name, { reports }) => {
    expect(told(typed(name, rules))).toEqual([...reports].sort());
  });
});
