import type { RetryClass } from "../../src/codemap/types.js";
import type { CodeDetails } from "../search/engine.js";

/** A rule that looks at comparisons with a code, and what it looks for. */
export interface WatchingRule {
  readonly name: string;
  readonly why: "undocumented" | "retry" | "family" | "common";
}

/** The rules that concern a code, most telling first. */
export function watchingRules({ code, common, family }: CodeDetails, retry: RetryClass): readonly WatchingRule[] {
  const rules: WatchingRule[] = [];
  if (retry === "permanent") rules.push({ name: "no-retry-non-retryable", why: "retry" });
  if (family.name === code && family.codes > 1) rules.push({ name: "prefer-family-match", why: "family" });
  if (common) rules.push({ name: "exhaustive-common-codes", why: "common" });
  return [...rules, { name: "no-undocumented-code", why: "undocumented" }];
}
