import type { TSESLint, TSESTree } from "@typescript-eslint/utils";
import { actionCodes, codesOf, commonErrorCodes, familyFacts, familyOf, gatewaySubcodes, isDocumented, isDocumentedForActions, serviceTable, servicesDocumenting } from "../src/analysis/knowledge/documented-codes.js";
import { anyAction, anyService, listed } from "../src/analysis/knowledge/services.js";
import { isMeantAsCode } from "../src/analysis/code-tests/plausible.js";
import type { CodeSite } from "../src/analysis/code-tests/code-sites.js";
import { codeTestsOf } from "../src/analysis/code-tests/code-tests.js";
import { misspelt, nearestCodes } from "../src/catalog/nearest.js";
import { sameMeaning } from "../src/catalog/same-meaning.js";
import { createRule } from "./common/create-rule.js";
import { list, replaceText } from "./common/text.js";
import type { CodeTest } from "../src/analysis/code-tests/code-test.js";

interface Options {
  /**
   * Codes (`FailedOperation.Foo`) or families (`FailedOperation.*`) to accept although no document lists them.
   * @default []
   */
  allow?: string[];
  /**
   * Whether a code has to be documented for the service or for the actions that are called.
   * @default "service"
   */
  scope?: "service" | "action";
}

type MessageIds = "documentedElsewhere" | "familyWithoutDetail" | "systemErrorCode" | "undocumented" | "undocumentedFamily" | "undocumentedForAction" | "undocumentedPattern" | "useDocumentedCode" | "wrongCase";

export default createRule<MessageIds, Options>({
  name: "no-undocumented-code",
  meta: {
    type: "problem",
    docs: { description: "disallow testing an error against a code that Tencent Cloud does not document for the service", recommended: true },
    hasSuggestions: true,
    messages: {
      undocumented: '"{{code}}" is not a documented error code{{where}}, so this test never matches.{{nearest}}',
      documentedElsewhere: '"{{code}}" is documented for {{others}}, but not for {{services}}.{{nearest}}',
      undocumentedForAction: '"{{code}}" is documented for {{services}}, but not for {{actions}}.',
      familyWithoutDetail: '"{{code}}" never comes without a detail behind it, as in {{subcodes}}, so this test never matches.',
      undocumentedFamily: 'No documented error code{{where}} starts with "{{code}}", so this test never matches.{{nearest}}',
      undocumentedPattern: 'No documented error code{{where}} {{matches}} {{pattern}}, so this test never matches.',
      wrongCase: '"{{code}}" is documented as "{{documented}}"; the comparison is case-sensitive and never matches.',
      systemErrorCode:
        '"{{code}}" is an error code of Node.js, which the Tencent Cloud SDK never sets: after a network failure "code" is undefined. Test for that instead.',
      useDocumentedCode: 'Use the documented code "{{code}}".',
    },
    schema: [
      {
        type: "object",
        description: "Options of no-undocumented-code.",
        additionalProperties: false,
        properties: {
          allow: {
            type: "array",
            description: "Codes, or families written as `Family.*`, to accept although no document lists them.",
            items: { type: "string", description: "A code or `Family.*`." },
            uniqueItems: true,
          },
          scope: {
            type: "string",
            description: "Whether a code has to be documented for the service or for the actions that are called.",
            enum: ["service", "action"],
          },
        },
      },
    ],
    defaultOptions: [{ allow: [], scope: "service" }],
  },
  create(context, file, options) {
    return {
      "Program:exit"() {
        const reported = new Set<TSESTree.Node>();
        for (const test of codeTestsOf(file)) {
          reportPattern(context, test, options, reported);
          for (const { value, node } of testedValues(test)) {
            if (reported.has(node) || isAllowed(value, options.allow)) continue;
            const report = findFault(test, value, options);
            if (report === undefined) continue;
            reported.add(node);
            context.report({ node, usedIn: test.node, messageId: report.messageId, data: report.data, suggest: report.replacements.map((code) => suggestion(node, code, test)) });
          }
        }
      },
    };
  },
});

type Context = Readonly<TSESLint.RuleContext<MessageIds, [Options]>>;

const partKinds: Partial<Record<CodeTest["kind"], string>> = { part: "contains", pattern: "matches", suffix: "ends with" };

/** A pattern or a part of a text that no documented code has in it. */
function reportPattern(context: Context, test: CodeTest, { allow }: Required<Options>, reported: Set<TSESTree.Node>): void {
  const { codes, kind, site } = test;
  const matches = partKinds[kind];
  const [written] = codes;
  if (matches === undefined || written === undefined || reported.has(written.node) || codes.some(({ value }) => allow.includes(value))) return;
  if (!isOnlyCode(site) || [...codesOf(site.services)].some((code) => test.matches(code))) return;
  // Where errors of the network can come along, a pattern can be meant for them.
  const { besides } = site;
  if (typeof besides === "object" && [...besides.texts, ...(besides.network ? networkCodes : [])].some((code) => test.matches(code))) return;
  const pattern = list(codes.map(({ value }) => (kind === "pattern" ? `/${value}/` : `"${value}"`)), "or");
  reported.add(written.node);
  context.report({ node: written.node, messageId: "undocumentedPattern", data: { matches, pattern, where: whereOf(site) } });
}

/** Whether nothing but codes can be here, and errors of the network. */
function isOnlyCode(site: CodeSite): boolean {
  return site.evidence !== "item" && site.besides !== "anything";
}

/** What Node.js and its usual libraries set on errors of the network. */
const networkCodes = [
  "ABORT_ERR", "CERT_HAS_EXPIRED", "DEPTH_ZERO_SELF_SIGNED_CERT", "EAI_AGAIN", "ECONNABORTED", "ECONNREFUSED", "ECONNRESET", "EHOSTUNREACH", "ENETUNREACH", "ENOTFOUND", "EPIPE",
  "ERR_BAD_REQUEST", "ERR_BAD_RESPONSE", "ERR_CANCELED", "ERR_NETWORK", "ESOCKETTIMEDOUT", "ETIMEDOUT", "UND_ERR_CONNECT_TIMEOUT", "UND_ERR_HEADERS_TIMEOUT", "UND_ERR_SOCKET",
];

interface Fault {
  readonly messageId: Exclude<MessageIds, "useDocumentedCode">;
  readonly data: Record<string, string>;
  readonly replacements: readonly string[];
}

const wholeCodeKinds = new Set<CodeTest["kind"]>(["equality", "membership", "key"]);
const codeShape = /^[A-Z][A-Za-z0-9]*(?:\.[A-Za-z0-9_]*)*$/;

/** The strings of a test that stand for a code or a family; keys such as `otherwise` and `default` do not. */
function testedValues(test: CodeTest): CodeTest["codes"] {
  if (test.kind === "pattern" || test.kind === "guard" || test.kind === "part" || test.kind === "suffix") return [];
  return test.kind === "key" ? test.codes.filter(({ value }) => codeShape.test(withoutStar(value))) : test.codes;
}

/** `matchErrorCode` and `matchSomeErrorCodes` take `"AuthFailure.*"` for the family. */
function withoutStar(value: string): string {
  return value.endsWith(".*") ? value.slice(0, -2) : value;
}

function isAllowed(value: string, allow: readonly string[]): boolean {
  return allow.includes(value) || allow.includes(`${familyOf(value)}.*`);
}

function findFault(test: CodeTest, value: string, options: Required<Options>): Fault | undefined {
  const { site } = test;
  if (!isMeantAsCode(site, value)) return undefined;
  if (site.evidence === "item") return itemFault(site, value);
  if (test.kind === "key" && value.endsWith(".*")) return starred(familyFault(site, withoutStar(value), true));
  return wholeCodeKinds.has(test.kind) ? codeFault(test, value, options) : familyFault(site, value, test.kind === "family");
}

function starred(fault: Fault | undefined): Fault | undefined {
  return fault === undefined ? undefined : { ...fault, replacements: fault.replacements.map((family) => `${family}.*`) };
}

/** A status inside a success carries codes of its service, never the gateway's. */
function itemFault(site: CodeSite, value: string): Fault | undefined {
  const services = listed(site.services);
  if (value === "Ok" || servicesDocumenting(value).some((service) => services.includes(service))) return undefined;
  if (value.toLowerCase() === "ok") return { messageId: "wrongCase", data: { code: value, documented: "Ok" }, replacements: ["Ok"] };
  const nearest = nearestCodes(value, [...codesOf(services)].filter((code) => servicesDocumenting(code).some((service) => services.includes(service))));
  return { messageId: "undocumented", data: { code: value, where: ` for a status of ${list(services, "or")}`, nearest: sentence(nearest) }, replacements: nearest };
}

/** Whether a code is a family that is documented with details only: what the test misses is for prefer-family-match to say. */
function isFamilyOfCodes({ kind, site }: CodeTest, value: string): boolean {
  if (kind === "key" || value.includes(".")) return false;
  const facts = familyFacts(value, site.services, site.actions);
  return facts?.form === "subcodes-only";
}

function codeFault(test: CodeTest, value: string, { scope }: Required<Options>): Fault | undefined {
  const { site } = test;
  if (isDocumented(value, site.services)) {
    const { actions } = site;
    if (scope === "service" || actions === anyAction || actions.length === 0 || isDocumentedForActions(value, actions)) return undefined;
    const called = list([...new Set(actions.map(({ action }) => action))], "or");
    // Lists of actions are not complete: what the service documents is no mistake to be replaced.
    return { messageId: "undocumentedForAction", data: { code: value, services: list(listed(site.services), "and"), actions: called }, replacements: [] };
  }
  if (isFamilyOfCodes(test, value)) return undefined;
  if (isSystemErrorCode(value)) return { messageId: "systemErrorCode", data: { code: value }, replacements: [] };
  const candidates = [...codesOf(site.services)];
  const lower = value.toLowerCase();
  const documented = candidates.find((code) => code.toLowerCase() === lower);
  if (documented !== undefined) return { messageId: "wrongCase", data: { code: value, documented }, replacements: [documented] };
  if (gatewaySubcodes(value).length > 0) return { messageId: "familyWithoutDetail", data: { code: value, subcodes: list(gatewaySubcodes(value).slice(0, 2).map((code) => `"${code}"`), "or") }, replacements: [] };
  const others = servicesDocumenting(value);
  if (others.length === 0) return undocumentedFault("undocumented", site, value);
  const nearest = nearestOf(site, value);
  const documenting = list(others.length > 4 ? [...others.slice(0, 3), `${String(others.length - 3)} other services`] : others, "and");
  return {
    messageId: "documentedElsewhere",
    data: { code: value, services: list(listed(site.services), "or"), others: documenting, nearest: sentence(nearest) },
    replacements: nearest,
  };
}

function familyFault(site: CodeSite, value: string, whole: boolean): Fault | undefined {
  const fits = (code: string): boolean => (whole ? code === value || code.startsWith(`${value}.`) : code.startsWith(value));
  const candidates = [...codesOf(site.services)];
  if (candidates.some(fits)) return undefined;
  const lower = value.toLowerCase();
  const families = [...new Set(candidates.map(familyOf))];
  const documented = families.find((family) => family.toLowerCase() === lower.replace(/\.$/, ""));
  if (documented !== undefined) return { messageId: "wrongCase", data: { code: value, documented }, replacements: [value.endsWith(".") ? `${documented}.` : documented] };
  return undocumentedFault("undocumentedFamily", site, value, families);
}

function undocumentedFault(messageId: "undocumented" | "undocumentedFamily", site: CodeSite, value: string, families?: readonly string[]): Fault {
  const nearest = nearestOf(site, value, families);
  return { messageId, data: { code: value, where: whereOf(site), nearest: sentence(nearest) }, replacements: nearest };
}

/** The services of a site that have tables, as a part of a sentence. */
function whereOf({ services }: CodeSite): string {
  const known = listed(services).filter((service) => serviceTable(service) !== undefined);
  return known.length === 0 ? "" : ` for ${list(known, "or")}`;
}

/**
 * What a code may have been meant for: what the actions list comes first. Where the service is not known only a slip of
 * the keyboard is mended: what means the same stands in somebody else's list.
 */
function nearestOf({ actions, services }: CodeSite, value: string, families?: readonly string[]): readonly string[] {
  if (services === anyService) return misspelt(value, families ?? codesOf(services));
  const near = nearestCodes(value, families ?? codesOf(services));
  if (near.length > 0 || families !== undefined) return near;
  const own = (codes: readonly string[] | undefined): readonly string[] => (codes ?? []).filter((code) => !commonErrorCodes().has(code));
  const meant = sameMeaning(value, own(actionCodes(actions)));
  return meant.length > 0 ? meant : sameMeaning(value, own(codesOf(services)));
}

function sentence(nearest: readonly string[]): string {
  return nearest.length === 0 ? "" : ` Did you mean ${list(nearest.map((code) => `"${code}"`), "or")}?`;
}

/** `ENOENT`, `ECONNRESET`, `ERR_INVALID_ARG_TYPE`: what Node sets on errors of its own. */
function isSystemErrorCode(value: string): boolean {
  return /^E[A-Z0-9_]{2,}$/.test(value) && !commonErrorCodes().has(value);
}

function suggestion(node: TSESTree.Node, code: string, test: CodeTest): TSESLint.SuggestionReportDescriptor<MessageIds> {
  return {
    messageId: "useDocumentedCode",
    data: { code },
    fix: (fixer) => replaceText(fixer, node, code, test.kind === "key"),
  };
}
