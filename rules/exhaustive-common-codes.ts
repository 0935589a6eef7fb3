import type { TSESLint, TSESTree } from "@typescript-eslint/utils";
import { coverageOf, hasDefault, restOf, type Coverage } from "../src/analysis/dispatch/coverage.js";
import { dispatchesOf, type Dispatch } from "../src/analysis/dispatch/dispatches.js";
import { commonErrorCodes, familyOf, isDocumented, isDocumentedFamily } from "../src/analysis/knowledge/documented-codes.js";
import { anyService } from "../src/analysis/knowledge/services.js";
import type { AnalyzedFile } from "../src/analysis/source/file.js";
import { isMeantAsCode, speakOfGateway } from "../src/analysis/code-tests/plausible.js";
import { asksCompiler } from "../src/analysis/dispatch/never-checks.js";
import { codesLeft } from "../src/analysis/dispatch/codes-left.js";
import { followRegion } from "../src/analysis/follow/regions.js";
import type { Followed } from "../src/analysis/follow/follow.js";
import { fateOf, type Fate } from "../src/analysis/dispatch/fate.js";
import { isPredicate } from "../src/analysis/dispatch/roles.js";
import { differInWordsOnly } from "../src/analysis/dispatch/describes-only.js";
import { addMissingCodes } from "./fixes/add-missing-codes.js";
import { codesIn, fold, presets } from "./common/common-code-groups.js";
import { isOfOtherModule } from "../src/analysis/source/linked-modules.js";
import { createRule, type Context as RuleContext } from "./common/create-rule.js";
import { passOn } from "./fixes/pass-on.js";
import type { CodeTest } from "../src/analysis/code-tests/code-test.js";
import { untestedCode } from "../src/analysis/follow/assumed-code.js";

type DefaultCase = "rethrow" | "never" | "always";

interface Options {
  /**
   * The codes to ask for: a preset, or codes, families written as `Family.*`, and presets.
   * @default "gateway"
   */
  codes?: string | string[];
  /**
   * What covers the codes that are not named: a default that passes the error on, none, or any.
   * @default "rethrow"
   */
  defaultCase?: DefaultCase;
  /**
   * Codes, or families written as `Family.*`, not to ask for.
   * @default []
   */
  ignore?: string[];
  /**
   * How many codes have to be told apart for a piece of code to count as a dispatch.
   * @default 2
   */
  minimumTests?: number;
}

type MessageIds = "addMissingCodes" | "almostAllNamed" | "emptyBranch" | "notHandled" | "notNamed" | "passOn";

export default createRule<MessageIds, Options>({
  name: "exhaustive-common-codes",
  meta: {
    type: "problem",
    docs: { description: "require code that tells error codes apart to handle the codes that every service can return", recommended: true },
    hasSuggestions: true,
    messages: {
      notHandled: "{{codes}} not handled, and {{rest}}: {{missing}}.",
      notNamed: "{{codes}} not named here: {{missing}}.",
      emptyBranch: '"{{code}}" is named here but not handled: handle it, or say in a comment why nothing has to be done.',
      almostAllNamed: "{{named}} of {{total}} common error codes are named here. Name the rest too: {{missing}}.",
      passOn: "Pass on the errors whose codes are not named.",
      addMissingCodes: "Add the missing codes, grouped by what can be done about them.",
    },
    schema: [
      {
        type: "object",
        description: "Options of exhaustive-common-codes.",
        additionalProperties: false,
        properties: {
          codes: {
            description: 'The error codes to ask for: "gateway" (all common codes), "credentials", "throttling", "quota", or a list.',
            anyOf: [
              { type: "string", description: "A preset.", enum: presets },
              {
                type: "array",
                description: "Codes, families written as `Family.*`, and names of presets.",
                items: { type: "string", description: "A code, `Family.*` or a preset." },
                minItems: 1,
                uniqueItems: true,
              },
            ],
          },
          defaultCase: {
            type: "string",
            description: 'What covers the codes that are not named: a default that passes the error on ("rethrow"), none ("never"), or any ("always").',
            enum: ["rethrow", "never", "always"],
          },
          ignore: {
            type: "array",
            description: "Codes, or families written as `Family.*`, not to ask for.",
            items: { type: "string", description: "A code, `Family.*` or a preset." },
            uniqueItems: true,
          },
          minimumTests: {
            type: "integer",
            description: "How many codes have to be told apart for a piece of code to count as a dispatch.",
            minimum: 1,
          },
        },
      },
    ],
    defaultOptions: [{ codes: "gateway", defaultCase: "rethrow", ignore: [], minimumTests: 2 }],
  },
  create(context, file, options) {
    return {
      "Program:exit"() {
        const telling = dispatchesOf(file).filter((dispatch) => tellsCodesApart(dispatch, options.minimumTests) && !isPredicate(file, dispatch.region));
        if (telling.length === 0) return;
        const asked = askedFor(options);
        for (const dispatch of telling) check(context, file, dispatch, asked, options);
      },
    };
  },
});

type Context = RuleContext<MessageIds, Options>;

/** Whether tests tell codes of Tencent Cloud apart, rather than ask one question about them. */
function tellsCodesApart({ decisions, form, site, tests }: Dispatch, minimumTests: number): boolean {
  const codes = new Set(tests.flatMap((test) => test.codes.map(({ value }) => value)).filter((code) => code !== "otherwise"));
  if (codes.size < minimumTests) return false;
  if (site.besides !== "nothing" && ![...codes].some((code) => isMeantAsCode(site, code)) && !speakOfGateway([...codes])) return false;
  if (!tests.some(isAboutDocumentedCodes)) return false;
  // One `if` with a list of codes asks a question; two tell codes apart.
  return (form !== "chain" && form !== "ternary") || decisions.length >= Math.min(2, minimumTests);
}

function isAboutDocumentedCodes(test: CodeTest): boolean {
  if (test.codes.some(({ value }) => isDocumented(value, anyService) || isDocumentedFamily(familyOf(value)))) return true;
  for (const code of commonErrorCodes().keys()) if (test.matches(code)) return true;
  return false;
}

function check(context: Context, file: AnalyzedFile, dispatch: Dispatch, asked: readonly string[], options: Required<Options>): void {
  if (file.types !== undefined && isBeyondReproach(file, dispatch, asked, options)) return;
  const wanted = possibleCodes(file, dispatch, asked);
  const rest = restOf(file, dispatch, wanted);
  const coverage = coverageOf(file, dispatch, rest ?? untestedCode);
  reportEmptyBranches(context, dispatch, ignoredCodes(file, dispatch, wanted, coverage));
  const missing = rest === undefined ? [] : wanted.filter((code) => coverage(code) === "untold");
  if (rest === undefined || missing.length === 0) return;
  const fate = fateOf(file, dispatch, rest);
  // The compiler makes sure that every code is named; only types could tell what has been left out.
  const isChecked = codesLeft(file, dispatch.site) === undefined && asksCompiler(file, dispatch);
  if (isChecked) return;
  const left: Left = { missing, fate, isChecked: asksCompiler(file, dispatch, rest) };
  if (!isCovered(file, dispatch, fate, rest, options)) reportMissing(context, file, dispatch, left, options);
  else if (options.defaultCase === "rethrow" && namesAlmostAll(dispatch)) reportForgotten(context, file, dispatch, left);
}

/** Whether there is nothing to report of a dispatch, whatever its type has left of the codes: most need no type for that. */
function isBeyondReproach(file: AnalyzedFile, dispatch: Dispatch, asked: readonly string[], options: Required<Options>): boolean {
  // With fewer codes, another one would stand for the rest.
  if (restOf(file, dispatch, []) !== untestedCode) return false;
  const coverage = coverageOf(file, dispatch, untestedCode);
  if (ignoredCodes(file, dispatch, asked, coverage).length > 0) return false;
  if (asked.every((code) => coverage(code) !== "untold")) return true;
  return isCovered(file, dispatch, fateOf(file, dispatch, untestedCode), untestedCode, options) && !(options.defaultCase === "rethrow" && namesAlmostAll(dispatch));
}

/** Whether a dispatch names so many of the common codes that it means to name them all: three quarters. */
function namesAlmostAll(dispatch: Dispatch): boolean {
  return namedCodes(dispatch).length * 4 >= commonErrorCodes().size * 3;
}

function namedCodes({ tests }: Dispatch): readonly string[] {
  return [...commonErrorCodes().keys()].filter((code) => tests.some((test) => test.kind !== "guard" && test.matches(code)));
}

/** The codes that the options ask for, in order. */
function askedFor({ codes, ignore }: Required<Options>): readonly string[] {
  const ignored = codesIn(ignore);
  return [...codesIn(typeof codes === "string" ? [codes] : codes)].filter((code) => !ignored.has(code)).sort();
}

/** Of the codes asked for, what the type of the site has left: only that can still come, the compiler agrees. */
function possibleCodes(file: AnalyzedFile, { site }: Dispatch, asked: readonly string[]): readonly string[] {
  const left = codesLeft(file, site);
  return left === undefined ? asked : asked.filter((code) => left.includes(code));
}

/** The codes that are named and lost without a word why. */
function ignoredCodes(file: AnalyzedFile, dispatch: Dispatch, wanted: readonly string[], coverage: (code: string) => Coverage): readonly string[] {
  return wanted.filter((code) => coverage(code) === "ignored" && fateOf(file, dispatch, code) !== "passed-on");
}

/** Whether the options let what happens to the codes that are not named stand for handling them. */
function isCovered(file: AnalyzedFile, dispatch: Dispatch, fate: Fate, rest: string, { defaultCase }: Required<Options>): boolean {
  if (defaultCase === "never") return false;
  if (fate === "passed-on" || (defaultCase === "always" && hasDefault(dispatch))) return true;
  return dispatch.form !== "table" && dispatch.form !== "match" && isDescription(file, dispatch, rest);
}

/** Whether a dispatch only finds words for codes, and has words for the rest. */
function isDescription(file: AnalyzedFile, { decisions, region, site: { path }, tests }: Dispatch, rest: string): boolean {
  function* named(): Iterable<Followed> {
    for (const test of tests) {
      const code = [...test.codes.map(({ value }) => value), ...commonErrorCodes().keys()].find((candidate) => test.matches(candidate));
      if (code !== undefined) yield followRegion(file, region, { path, code });
    }
  }
  return differInWordsOnly(file, decisions, named(), followRegion(file, region, { path, code: rest }));
}

function reportEmptyBranches(context: Context, { tests }: Dispatch, codes: readonly string[]): void {
  const named = tests.filter((test) => codes.some((code) => test.matches(code)));
  for (const { node, value } of named.flatMap((test) => test.codes)) {
    if (codes.includes(value)) context.report({ node, messageId: "emptyBranch", data: { code: value } });
  }
}

/** What a dispatch leaves to its rest. */
interface Left {
  readonly missing: readonly string[];
  readonly fate: Fate;
  /** Whether the compiler is to find what is left: then only naming it helps. */
  readonly isChecked: boolean;
}

function reportMissing(context: Context, file: AnalyzedFile, dispatch: Dispatch, left: Left, { defaultCase }: Required<Options>): void {
  const { fate, isChecked, missing } = left;
  const passes = isOfOtherModule(dispatch.node) || defaultCase === "never" || fate === "passed-on" || isChecked ? undefined : passOn(file, dispatch);
  context.report({
    node: dispatch.node,
    loc: headLocation(context.sourceCode, dispatch.node),
    messageId: defaultCase === "never" ? "notNamed" : "notHandled",
    data: {
      codes: missing.length === 1 ? "1 common error code is" : `${String(missing.length)} common error codes are`,
      missing: fold(missing),
      rest: describeRest(dispatch, fate),
    },
    suggest: [...(passes === undefined ? [] : [{ messageId: "passOn" as const, fix: passes }]), ...addingMissing(file, dispatch, left)],
  });
}

/** Where nearly all codes are named, those that are not were forgotten, whatever the rest does. */
function reportForgotten(context: Context, file: AnalyzedFile, dispatch: Dispatch, left: Left): void {
  context.report({
    node: dispatch.node,
    loc: headLocation(context.sourceCode, dispatch.node),
    messageId: "almostAllNamed",
    data: { named: String(namedCodes(dispatch).length), total: String(commonErrorCodes().size), missing: fold(left.missing) },
    suggest: addingMissing(file, dispatch, left),
  });
}

function addingMissing(file: AnalyzedFile, dispatch: Dispatch, { fate, isChecked, missing }: Left): TSESLint.ReportSuggestionArray<MessageIds> {
  // What is written in another file is not for this one's suggestions to change.
  if (isOfOtherModule(dispatch.node) || dispatch.tests.some(({ codes }) => codes.some(({ node }) => isOfOtherModule(node)))) return [];
  const fix = addMissingCodes(file, dispatch, missing, fate === "passed-on" && !isChecked);
  return fix === undefined ? [] : [{ messageId: "addMissingCodes", fix }];
}

/** What a reader finds at the end of the dispatch, and what it does to the error. */
function describeRest(dispatch: Dispatch, fate: Fate): string {
  if (!hasDefault(dispatch)) return fate === "written-down" ? "the rest is only written to a log" : "nothing passes the rest on";
  const names = { chain: "the last `else`", match: "`otherwise`", switch: "`default`", table: "the fallback", ternary: "the last branch" };
  return fate === "written-down" ? `${names[dispatch.form]} only writes the rest to a log` : `${names[dispatch.form]} swallows the rest`;
}

/** The first line of a statement: a report on a whole `switch` would underline a page. */
function headLocation(sourceCode: Readonly<TSESLint.SourceCode>, node: TSESTree.Node): TSESTree.SourceLocation {
  const assumed = node.type === "SwitchStatement" ? node.discriminant : node.type === "IfStatement" ? node.test : undefined;
  const close = assumed === undefined || isOfOtherModule(node) ? null : sourceCode.getTokenAfter(assumed);
  return { start: node.loc.start, end: close?.loc.end ?? node.loc.end };
}
