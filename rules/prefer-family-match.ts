import type { TSESTree } from "@typescript-eslint/utils";
import { commonErrorCodes, familyFacts, gatewaySubcodes, type FamilyFacts } from "../src/analysis/knowledge/documented-codes.js";
import { listed } from "../src/analysis/knowledge/services.js";
import type { AnalyzedFile } from "../src/analysis/source/file.js";
import { importedName, importsOf } from "../src/analysis/values/import-paths.js";
import { isRetriedInVain } from "../src/analysis/retry/retried-codes.js";
import { isCommonFamily, isMeantAsCode, speakOfGateway } from "../src/analysis/code-tests/plausible.js";
import type { CodeSite } from "../src/analysis/code-tests/code-sites.js";
import { entryOf } from "../src/analysis/source/entry-of.js";
import { enclosingHandler } from "../src/analysis/source/syntax.js";
import { codeTestsOf } from "../src/analysis/code-tests/code-tests.js";
import { isOfOtherModule } from "../src/analysis/source/linked-modules.js";
import { createRule, type Context as RuleContext } from "./common/create-rule.js";
import { addSubcodes, familyComparison } from "./fixes/family-fixes.js";
import { list } from "./common/text.js";
import type { CodeTest } from "../src/analysis/code-tests/code-test.js";

interface Options {
  /**
   * Families of which the bare code may be tested for alone.
   * @default []
   */
  ignore?: string[];
}

type MessageIds = "addSubcodes" | "bareFamily" | "subcodesOnly" | "testFamily";

export default createRule<MessageIds, Options>({
  name: "prefer-family-match",
  meta: {
    type: "problem",
    docs: { description: "disallow an equality test on a bare family where Tencent Cloud documents subcodes of it", recommended: true },
    hasSuggestions: true,
    messages: {
      bareFamily: 'This matches only "{{family}}". It misses {{missed}}, documented for {{source}}.',
      subcodesOnly: '"{{family}}" is documented for {{source}} only with subcodes, such as {{missed}}, so this test never matches.',
      testFamily: 'Test for the family: "{{family}}" and its subcodes.',
      addSubcodes: 'Name the documented subcodes of "{{family}}" too.',
    },
    schema: [
      {
        type: "object",
        description: "Options of prefer-family-match.",
        additionalProperties: false,
        properties: {
          ignore: {
            type: "array",
            description: "Families of which the bare code may be tested for alone.",
            items: { type: "string", description: "A family, such as `LimitExceeded`." },
            uniqueItems: true,
          },
        },
      },
    ],
    defaultOptions: [{ ignore: [] }],
  },
  create(context, file, { ignore }) {
    return {
      "Program:exit"() {
        const tests = codeTestsOf(file);
        const groups = new Groups(tests);
        const reported = new Set<TSESTree.Node>();
        for (const test of tests) {
          const group = groups.of(test);
          for (const { value, node } of bareFamilies(file, test, group)) {
            if (reported.has(node) || ignore.includes(value)) continue;
            const facts = group.factsOf(test.site, value);
            if (facts === undefined || facts.subcodes.length === 0) continue;
            if (group.handlesSubcodes(facts)) continue;
            // What should not be retried at all should not be retried with all its subcodes either.
            if (isRetriedInVain(file, node)) continue;
            reported.add(node);
            report(context, file, test, node, value, facts);
          }
        }
      },
    };
  },
});

type Context = RuleContext<MessageIds, Options>;

/** The strings of an equality test that are families without a detail, where they are surely meant as codes. */
function bareFamilies(file: AnalyzedFile, test: CodeTest, group: Group): CodeTest["codes"] {
  if ((test.kind !== "equality" && test.kind !== "membership") || test.site.evidence === "item") return [];
  return test.codes.filter(({ value }) => !value.includes(".") && (isMeantAsCode(test.site, value) || isBesideGateway(file, value, group)));
}

/** Whether a family of the gateway stands in a chain in which another branch names a code that only the gateway of Tencent Cloud has. */
function isBesideGateway(file: AnalyzedFile, family: string, group: Group): boolean {
  return isCommonFamily(family) && !importsOf(file).otherCloud && group.speaksOfGateway;
}

/** The tests of one path in one handler, and what they come to together: each of thousands of tests asks for it. */
class Group {
  readonly tests: CodeTest[] = [];
  private gateway: boolean | undefined;
  private common: boolean | undefined;
  private readonly handled = new Map<string, boolean>();
  private readonly facts = new Map<string, Map<string, FamilyFacts | undefined>>();

  get speaksOfGateway(): boolean {
    return (this.gateway ??= this.tests.some(({ codes }) => speakOfGateway(codes.map(({ value }) => value))));
  }

  /** How a family is documented for a site; the gateway's own hold for any service. */
  factsOf({ actions, services }: CodeSite, family: string): FamilyFacts | undefined {
    const known = entryOf(this.facts, JSON.stringify([services, actions]), () => new Map<string, FamilyFacts | undefined>());
    if (!known.has(family)) known.set(family, familyFacts(family, services, actions) ?? gatewayFacts(family));
    return known.get(family);
  }

  /** Whether the code around a test takes care of the codes below the family: by a family test, or by all their names. */
  handlesSubcodes({ subcodes }: FamilyFacts): boolean {
    const key = subcodes.join(" ");
    const known = this.handled.get(key) ?? this.looksForSubcodes(subcodes);
    this.handled.set(key, known);
    return known;
  }

  private looksForSubcodes(subcodes: readonly string[]): boolean {
    const partial = this.tests.filter(({ kind }) => kind === "family" || kind === "guard" || kind === "pattern" || kind === "prefix");
    if (subcodes.some((code) => partial.some((other) => other.matches(code)))) return true;
    if (subcodes.every((code) => this.tests.some((other) => other.matches(code)))) return true;
    return (this.common ??= listsCommonCodes(this.tests));
  }
}

class Groups {
  private readonly groups = new Map<unknown, Map<unknown, Map<string, Group>>>();

  constructor(tests: readonly CodeTest[]) {
    for (const test of tests) this.of(test).tests.push(test);
  }

  of({ node, site: { path } }: CodeTest): Group {
    const byRoot = entryOf(this.groups, enclosingHandler(node), () => new Map<unknown, Map<string, Group>>());
    const byNames = entryOf(byRoot, path.root, () => new Map<string, Group>());
    return entryOf(byNames, path.names.join("."), () => new Group());
  }
}

function gatewayFacts(family: string): FamilyFacts | undefined {
  const subcodes = gatewaySubcodes(family);
  if (subcodes.length === 0) return undefined;
  return { form: commonErrorCodes().has(family) ? "with-subcodes" : "subcodes-only", subcodes };
}

/** A dispatch that lists the gateway's codes names the bare ones because they are on the list, and has a branch for the rest. */
function listsCommonCodes(tests: readonly CodeTest[]): boolean {
  const common = [...commonErrorCodes().keys()];
  return common.filter((code) => tests.some((test) => test.matches(code))).length * 2 > common.length;
}

function report(context: Context, file: AnalyzedFile, test: CodeTest, node: TSESTree.Node, family: string, { form, subcodes }: FamilyFacts): void {
  const shown = subcodes.slice(0, 3).map((code) => `"${code}"`);
  const missed = subcodes.length > 3 ? `${list(shown, "and").replace(" and ", ", ")} and ${String(subcodes.length - 3)} more` : list(shown, "and");
  const isElsewhere = isOfOtherModule(node) || isOfOtherModule(test.node);
  const comparison = isElsewhere ? undefined : familyComparison(file.sourceCode, test, family, importedName(file, "tencentcloud-error-codes", "inFamily"));
  const addition = isElsewhere ? undefined : addSubcodes(file.sourceCode, node, subcodes);
  context.report({
    node,
    usedIn: test.node,
    messageId: form === "subcodes-only" ? "subcodesOnly" : "bareFamily",
    data: { family, missed, source: sourceOf(test.site, subcodes) },
    suggest: [
      ...(comparison === undefined ? [] : [{ messageId: "testFamily" as const, data: { family }, fix: comparison }]),
      ...(addition === undefined ? [] : [{ messageId: "addSubcodes" as const, data: { family }, fix: addition }]),
    ],
  });
}

function sourceOf({ services, actions }: CodeSite, subcodes: readonly string[]): string {
  if (subcodes.every((code) => commonErrorCodes().has(code))) return "every service";
  const names = [...new Set(listed(actions).map(({ action }) => action))];
  const by = list(listed(services), "or");
  return names.length === 0 || names.length > 3 ? by : `${list(names, "or")} of ${by}`;
}
