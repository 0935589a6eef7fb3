import type { TSESTree } from "@typescript-eslint/utils";
import { codesOf, familyOf, retryClassOf } from "../src/analysis/knowledge/documented-codes.js";
import { spend } from "../src/analysis/source/allowance.js";
import { answerOnce, pairOf } from "../src/analysis/source/answer-once.js";
import type { AnalyzedFile } from "../src/analysis/source/file.js";
import { repeatableTwice, type RepeatableCall } from "../src/analysis/retry/idempotency.js";
import { looksBefore } from "../src/analysis/retry/looking.js";
import { isMeantAsCode } from "../src/analysis/code-tests/plausible.js";
import { renews, repeatsUnlimited } from "../src/analysis/retry/renewal.js";
import { isWholeCodes, placeOf, repeatedTests, type RepeatedTest } from "../src/analysis/retry/repeated-tests.js";
import { documentedClass, retriedCodes, type RetriedCode } from "../src/analysis/retry/retried-codes.js";
import { withRetryNames } from "../src/analysis/retriers/retry-names.js";
import { isWaiting } from "../src/analysis/retry/waiting.js";
import { isOfOtherModule } from "../src/analysis/source/linked-modules.js";
import { createRule, type Context } from "./common/create-rule.js";
import { removeCode } from "./fixes/remove-code.js";
import { list } from "./common/text.js";
import { whyPermanent } from "./common/why-permanent.js";
import type { CodeTest } from "../src/analysis/code-tests/code-test.js";
import { anyService, type Services } from "../src/analysis/knowledge/services.js";
import { mutatingVerbs } from "../src/analysis/knowledge/action-names.js";

interface Options {
  /**
   * Codes (`ResourceNotFound.Foo`) or families (`ResourceNotFound.*`) that may be retried whatever their class.
   * @default []
   */
  allow?: string[];
  /**
   * What the names of actions start with that do something once more when they are called once more.
   * @default the verbs of `src/analysis/retry/idempotency.ts`
   */
  mutatingVerbs?: string[];
  /**
   * Whether to report a retry on a transient code of an action that is not idempotent.
   * @default false
   */
  requireIdempotency?: boolean;
  /**
   * Further names of functions, lists and flags that say which codes are retried; `*` stands for any characters.
   * @default []
   */
  retryNames?: string[];
}

type MessageIds = "doNotRetry" | "renewWithoutRenewing" | "repeatedTwice" | "retryFamilyHasPermanent" | "retryOnPermanent";

const strings = (description: string, item: string): { type: "array"; description: string; items: { type: "string"; description: string }; uniqueItems: true } => ({
  type: "array",
  description,
  items: { type: "string", description: item },
  uniqueItems: true,
});

export default createRule<MessageIds, Options>({
  name: "no-retry-non-retryable",
  meta: {
    type: "problem",
    docs: { description: "disallow retrying a call on an error code that a retry cannot fix", recommended: true },
    hasSuggestions: true,
    messages: {
      retryOnPermanent: 'This retries on "{{code}}", which a retry cannot fix: {{why}}.',
      retryFamilyHasPermanent: "This retries on {{total}} documented codes, {{count}} of which a retry cannot fix, such as {{examples}}.",
      renewWithoutRenewing: '"{{code}}" needs a new signature or new credentials before a retry, but {{fault}}.',
      repeatedTwice: '"{{action}}" can be executed twice: on "{{code}}" the first call may have gone through, and {{remedy}}.',
      doNotRetry: 'Do not retry on "{{code}}".',
    },
    schema: [
      {
        type: "object",
        description: "Options of no-retry-non-retryable.",
        additionalProperties: false,
        properties: {
          allow: strings("Codes, or families written as `Family.*`, that may be retried whatever their class.", "A code or `Family.*`."),
          mutatingVerbs: strings("What the names of actions start with that do something once more when they are called once more.", "A verb such as `Create`."),
          requireIdempotency: { type: "boolean", description: "Whether to report a retry on a transient code of an action that is not idempotent." },
          retryNames: strings("Further names of functions, lists and flags that say which codes are retried.", "A name; `*` stands for any characters."),
        },
      },
    ],
    defaultOptions: [{ allow: [], mutatingVerbs: [...mutatingVerbs], requireIdempotency: false, retryNames: [] }],
  },
  create(context, analyzed, options) {
    const file = withRetryNames(analyzed, options.retryNames);
    return {
      "Program:exit"() {
        const report = createReport(context);
        for (const retried of retriedCodes(file)) {
          if (!isAllowed(retried.code, options)) reportCode(file, retried, report);
        }
        for (const repeated of repeatedTests(file)) {
          if (!isWholeCodes(repeated.test) && repeated.test.kind !== "guard") checkMembers(file, repeated, options, report);
          if (options.requireIdempotency) checkIdempotency(file, repeated, options, report);
        }
      },
    };
  },
});

interface Report {
  permanent(retried: RetriedCode): void;
  renew(retried: RetriedCode, fault: string): void;
  family(node: TSESTree.Node, total: number, permanent: readonly string[]): void;
  twice(node: TSESTree.Node, code: string, call: RepeatableCall): void;
}

/** Reports each place once, however many repeats it lets in. */
function createReport(context: Context<MessageIds, Options>): Report {
  const reported = new Set<TSESTree.Node>();
  const send = (node: TSESTree.Node, messageId: MessageIds, data: Record<string, string>, code?: string, usedIn?: TSESTree.Node): void => {
    if (reported.has(node)) return;
    reported.add(node);
    const fix = code === undefined || isOfOtherModule(node) ? undefined : removeCode(context.sourceCode, node);
    context.report({ node, usedIn, messageId, data, suggest: fix === undefined ? [] : [{ messageId: "doNotRetry", data: { code: code ?? "" }, fix }] });
  };
  return {
    permanent: ({ node, code, namedBy }) => send(node, "retryOnPermanent", { code, why: whyPermanent(code) }, code, namedBy === "list" ? undefined : namedBy.test.node),
    renew: ({ node, code, namedBy }, fault) => send(node, "renewWithoutRenewing", { code, fault }, code, namedBy === "list" ? undefined : namedBy.test.node),
    twice: (node, code, call) => send(node, "repeatedTwice", { code, action: call.action, remedy: remedyFor(call) }),
    family(node, total, permanent) {
      const examples = list(permanent.slice(0, 3).map((code) => `"${code}"`), "and");
      send(node, "retryFamilyHasPermanent", { count: String(permanent.length), total: String(total), examples });
    },
  };
}

function isAllowed(code: string, { allow }: Required<Options>): boolean {
  return allow.includes(code) || allow.includes(`${familyOf(code)}.*`);
}

function reportCode(file: AnalyzedFile, retried: RetriedCode, report: Report): void {
  const { code, namedBy, retryClass } = retried;
  if (retryClass === "permanent" || namedBy === "list") {
    report.permanent(retried);
    return;
  }
  const { path, repeat } = namedBy;
  const assumed = { path, code };
  if (!renews(file, repeat, assumed)) report.renew(retried, "nothing is renewed before this retries");
  else if (repeatsUnlimited(file, repeat, assumed)) report.renew(retried, "this retries more than once");
}

/** Families, prefixes and patterns, by the documented codes that they let in. */
function checkMembers(file: AnalyzedFile, { repeat, test, services, lets }: RepeatedTest, options: Required<Options>, report: Report): void {
  const members = membersOf(file, test, services);
  if (!spend(file, checkMembers, 1 + members.length, mostMembers) || !isMeant(test)) return;
  const matching = members.filter(lets);
  const permanent = matching.filter((code) => !isAllowed(code, options) && retryClassOf(code, services, file.settings) === "permanent" && !isWaiting(file, repeat, code));
  // Of all services together a family nearly always has a permanent code somewhere: that says nothing about the one that is called.
  if (services === anyService && permanent.length * 2 < matching.length) return;
  if (permanent.length > 0) report.family(placeOf(test), matching.length, permanent.sort());
}

/** How many documented codes are followed through the handlers of a file: many handlers can share many such tests. */
const mostMembers = 500_000;

/** The documented codes that a test lets in. */
function membersOf(file: AnalyzedFile, test: CodeTest, services: Services): readonly string[] {
  return answerOnce<readonly string[]>(file, membersOf, pairOf(file, test, services), [], () => [...codesOf(services)].filter((code) => test.matches(code) !== test.negated));
}

/** The documented codes that a test names, whether it lets them in or keeps them out. */
function namedBy(file: AnalyzedFile, test: CodeTest, services: Services): readonly string[] {
  return answerOnce<readonly string[]>(file, namedBy, pairOf(file, test, services), [], () => [...codesOf(services)].filter((code) => test.matches(code)));
}

/** A text that is no whole code is taken for one where nothing else can come, or where it names a family and a dot. */
function isMeant({ codes, kind, site }: CodeTest): boolean {
  const texts = codes.flatMap(({ value }) => (kind === "pattern" ? alternativesOf(value) : [value.replace(/\.$/, "")]));
  return site.besides === "nothing" || texts.some((text) => isMeantAsCode(site, `${text}.X`));
}

/** What the alternatives of a regular expression begin with: `RequestLimitExceeded` and `LimitExceeded` of `^(?:RequestLimitExceeded|LimitExceeded\.)`. */
function alternativesOf(pattern: string): readonly string[] {
  return pattern.split("|").flatMap((part) => /[A-Z][A-Za-z\d]*/.exec(part)?.[0] ?? []);
}

function checkIdempotency(file: AnalyzedFile, { repeat, test, path, services, lets }: RepeatedTest, options: Required<Options>, report: Report): void {
  const call = repeatableTwice(file, repeat.calls, options.mutatingVerbs);
  if (call === undefined) return;
  const named = isWholeCodes(test) ? test.codes : namedBy(file, test, services).map((value) => ({ value, node: placeOf(test) }));
  const transient = named.find(({ value }) => !isAllowed(value, options) && documentedClass(file, value, services) === "transient" && lets(value));
  if (transient !== undefined && !looksBefore(file, repeat, call, { path, code: transient.value })) report.twice(transient.node, transient.value, call);
}

function remedyFor({ takesToken }: RepeatableCall): string {
  if (takesToken === true) return 'the request has no "ClientToken": send one, the same with each retry';
  if (takesToken === false) return 'the action has no parameter "ClientToken": look whether it went through before you retry';
  return 'the request has no "ClientToken": send one if the action has that parameter, else look before you retry';
}
