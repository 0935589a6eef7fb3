import type { TSESLint, TSESTree } from "@typescript-eslint/utils";
import { untestedCode } from "../src/analysis/dispatches.js";
import { originOf } from "../src/analysis/errors.js";
import { codesOf, familyOf, isDocumented, retryClassOf } from "../src/analysis/facts.js";
import type { AnalyzedFile } from "../src/analysis/file.js";
import { patternPath } from "../src/analysis/modules.js";
import type { ReadPath } from "../src/analysis/paths.js";
import { isMeantAsCode } from "../src/analysis/plausible.js";
import { testsFrom } from "../src/analysis/regions.js";
import { renews } from "../src/analysis/renewal.js";
import { handlerTrace, openness, retryHandlers, type RetryHandler } from "../src/analysis/repeats.js";
import { walk } from "../src/analysis/syntax.js";
import type { CodeTest } from "../src/analysis/tests.js";
import { createRule } from "./create-rule.js";
import { removeCode } from "./remove-code.js";
import { list } from "./text.js";

interface Options {
  /**
   * Codes (`ResourceNotFound.Foo`) or families (`ResourceNotFound.*`) that may be retried whatever their class.
   * @default []
   */
  allow?: string[];
}

type MessageIds = "doNotRetry" | "renewWithoutRenewing" | "retryFamilyHasPermanent" | "retryOnPermanent";

export default createRule<MessageIds, Options>({
  name: "no-retry-non-retryable",
  meta: {
    type: "problem",
    docs: { description: "disallow repeating a call on an error code of which a repeat cannot succeed", recommended: true },
    hasSuggestions: true,
    messages: {
      retryOnPermanent: 'This repeats the call on "{{code}}", which no repeat can mend: {{why}}.',
      retryFamilyHasPermanent: "This repeats the call on {{count}} of {{total}} documented codes of which no repeat can succeed, such as {{examples}}.",
      renewWithoutRenewing: '"{{code}}" can go away after re-signing or refreshing the credentials, but nothing is renewed before this repeats the call.',
      doNotRetry: 'Do not retry on "{{code}}".',
    },
    schema: [
      {
        type: "object",
        description: "Options of no-retry-non-retryable.",
        additionalProperties: false,
        properties: {
          allow: {
            type: "array",
            description: "Codes, or families written as `Family.*`, that may be retried whatever their class.",
            items: { type: "string", description: "A code or `Family.*`." },
            uniqueItems: true,
          },
        },
      },
    ],
    defaultOptions: [{ allow: [] }],
  },
  create(context, file, options) {
    return {
      "Program:exit"() {
        const reported = new Set<TSESTree.Node>();
        for (const handler of retryHandlers(file)) {
          const path = codePath(file, handler.clause);
          if (path !== undefined) checkHandler(context, file, handler, path, options, reported);
        }
      },
    };
  },
});

type Context = Readonly<TSESLint.RuleContext<MessageIds, [Options]>>;

/** Where a `catch` clause's code is read: `e.code`, or the `code` that the clause takes out of the error. */
function codePath(file: AnalyzedFile, { param }: TSESTree.CatchClause): ReadPath | undefined {
  if (param === null) return undefined;
  if (param.type === "Identifier") {
    const variable = file.variableOf(param);
    return variable === undefined ? undefined : { root: variable, names: ["code"] };
  }
  let found: ReadPath | undefined;
  walk(file, param, (node) => {
    if (node.type === "Identifier" && patternPath(param, node)?.join() === "code") {
      const variable = file.variableOf(node);
      if (variable !== undefined) found = { root: variable, names: ["code"] };
    }
    return found === undefined;
  });
  return found;
}

function checkHandler(context: Context, file: AnalyzedFile, handler: RetryHandler, path: ReadPath, options: Required<Options>, reported: Set<TSESTree.Node>): void {
  const tests = testsFrom(file, handler.clause.body, path);
  if (tests.length === 0) return;
  // A repeat that every code comes to is a retry on everything, which is another rule's matter.
  const untested = openness(file, handler, { path, code: untestedCode });
  const origin = "scope" in path.root ? originOf(file, path.root, handler.clause.body) : undefined;
  for (const test of tests) {
    const services = test.site.services ?? origin?.services;
    const repeated = (code: string): boolean => openness(file, handler, { path, code }) > untested;
    if (test.kind === "equality" || test.kind === "membership" || test.kind === "key") {
      for (const { value, node } of test.codes) {
        if (reported.has(node) || isAllowed(value, options) || !isMeantAsCode(test.site, value) || !isDocumented(value, services)) continue;
        const retryClass = retryClassOf(value, services, file.settings);
        if ((retryClass !== "permanent" && retryClass !== "renew") || !repeated(value)) continue;
        if (retryClass === "renew" && renews(file, handlerTrace(file, handler, { path, code: value }))) continue;
        reported.add(node);
        reportCode(context, retryClass, value, node);
      }
    } else if (test.kind !== "guard") reportMembers(context, test, members(file, test, services, options, repeated), reported);
  }
}

function isAllowed(code: string, { allow }: Required<Options>): boolean {
  return allow.includes(code) || allow.includes(`${familyOf(code)}.*`);
}

function reportCode(context: Context, retryClass: "permanent" | "renew", code: string, node: TSESTree.Node): void {
  const fix = removeCode(context.sourceCode, node);
  context.report({
    node,
    messageId: retryClass === "renew" ? "renewWithoutRenewing" : "retryOnPermanent",
    data: { code, why: whyPermanent(code) },
    suggest: fix === undefined ? [] : [{ messageId: "doNotRetry", data: { code }, fix }],
  });
}

const reasons: Readonly<Record<string, string>> = {
  AuthFailure: "the credentials or the signature have to change first",
  DryRunOperation: "the request was only a trial, and would have succeeded",
  InvalidAction: "the action does not exist",
  InvalidParameter: "the request has to change first",
  InvalidParameterValue: "the request has to change first",
  LimitExceeded: "a quota is spent, which is no rate limit",
  MissingParameter: "the request has to change first",
  ResourceInsufficient: "there is not enough of the resource",
  ResourceNotFound: "the resource does not exist",
  UnauthorizedOperation: "a permission has to be granted first",
  UnknownParameter: "the request has to change first",
  UnsupportedOperation: "the operation is not supported",
};

function whyPermanent(code: string): string {
  const family = familyOf(code);
  return (Object.hasOwn(reasons, family) ? reasons[family] : undefined) ?? "something has to change first";
}

interface Members {
  readonly total: number;
  readonly permanent: readonly string[];
}

/** The documented codes that a family, prefix or pattern lets into the repeat. */
function members(file: AnalyzedFile, test: CodeTest, services: readonly string[] | undefined, options: Required<Options>, repeated: (code: string) => boolean): Members {
  const matching = [...codesOf(services)].filter((code) => test.matches(code) !== test.negated);
  const permanent = matching.filter((code) => !isAllowed(code, options) && retryClassOf(code, services, file.settings) === "permanent" && repeated(code));
  return { total: matching.length, permanent: permanent.sort() };
}

function reportMembers(context: Context, test: CodeTest, { total, permanent }: Members, reported: Set<TSESTree.Node>): void {
  const node = test.codes[0]?.node ?? test.node;
  if (permanent.length === 0 || reported.has(node) || !isMeant(test)) return;
  reported.add(node);
  const examples = list(permanent.slice(0, 3).map((code) => `"${code}"`), "and");
  context.report({ node, messageId: "retryFamilyHasPermanent", data: { count: String(permanent.length), total: String(total), examples } });
}

/** A text that is no whole code is taken for one where nothing else can come, or where it names a family and a dot. */
function isMeant(test: CodeTest): boolean {
  return test.site.exclusive || test.codes.some(({ value }) => isMeantAsCode(test.site, `${value.replace(/\.$/, "")}.X`));
}
