import type { Linter, Rule } from "eslint";
import { createRequire } from "node:module";
import exhaustiveCommonCodes from "./exhaustive-common-codes.js";
import noBlindRetry from "./no-blind-retry.js";
import noMessageMatch from "./no-message-match.js";
import noRetryNonRetryable from "./no-retry-non-retryable.js";
import noUndocumentedCode from "./no-undocumented-code.js";
import preferFamilyMatch from "./prefer-family-match.js";
import requireResponseErrorCheck from "./require-response-error-check.js";

const { name, version } = createRequire(import.meta.url)("eslint-plugin-tencentcloud/package.json") as { name: string; version: string };

const ruleModules = {
  "exhaustive-common-codes": exhaustiveCommonCodes,
  "no-blind-retry": noBlindRetry,
  "no-message-match": noMessageMatch,
  "no-retry-non-retryable": noRetryNonRetryable,
  "no-undocumented-code": noUndocumentedCode,
  "prefer-family-match": preferFamilyMatch,
  "require-response-error-check": requireResponseErrorCheck,
};

/** What the recommended configuration asks for less than the rules' defaults. */
const recommendedOptions: Readonly<Record<string, object>> = {
  "no-blind-retry": { actions: "mutating" },
};

/** What the strict configuration asks for beyond the rules' defaults. */
const strictOptions: Readonly<Record<string, object>> = {
  "exhaustive-common-codes": { defaultCase: "never" },
  "no-undocumented-code": { scope: "action" },
};

interface Plugin {
  readonly meta: { readonly name: string; readonly version: string; readonly namespace: string };
  readonly rules: Record<string, Rule.RuleModule>;
  readonly configs: { recommended: Linter.Config; strict: Linter.Config };
}

const plugin: Plugin = {
  meta: { name, version, namespace: "tencentcloud" },
  // The types of typescript-eslint's rules and of ESLint's own differ in details that ESLint does not use.
  rules: ruleModules as unknown as Record<string, Rule.RuleModule>,
  configs: {} as Plugin["configs"],
};

plugin.configs.recommended = config(
  "recommended",
  Object.entries(ruleModules).filter(([, rule]) => rule.meta.docs?.recommended === true).map(([id]) => entry(id, recommendedOptions)),
);
plugin.configs.strict = config(
  "strict",
  Object.keys(ruleModules).map((id) => entry(id, strictOptions)),
);

function entry(id: string, options: Readonly<Record<string, object>>): readonly [string, Linter.RuleEntry] {
  return [`tencentcloud/${id}`, Object.hasOwn(options, id) ? ["error", options[id]] : "error"];
}

function config(id: string, rules: readonly (readonly [string, Linter.RuleEntry])[]): Linter.Config {
  return { name: `tencentcloud/${id}`, plugins: { tencentcloud: plugin }, rules: Object.fromEntries(rules) };
}

export default plugin;

export const { meta, rules, configs } = plugin;
