import type { TSESLint, TSESTree } from "@typescript-eslint/utils";
import { handles, hasDefault, restOf } from "../src/analysis/coverage.js";
import { dispatchesOf, type Dispatch } from "../src/analysis/dispatches.js";
import { commonErrorCodes, familyOf, isDocumented } from "../src/analysis/facts.js";
import type { AnalyzedFile } from "../src/analysis/file.js";
import { isMeantAsCode } from "../src/analysis/plausible.js";
import { addMissingCodes } from "./add-missing-codes.js";
import { createRule } from "./create-rule.js";
import { list } from "./text.js";

type DefaultCase = "rethrow" | "never" | "always";

interface Options {
  /**
   * The common error codes to ask for.
   * @default all of them
   */
  codes?: string[];
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

type MessageIds = "addMissingCodes" | "notHandled" | "notNamed";

export default createRule<MessageIds, Options>({
  name: "exhaustive-common-codes",
  meta: {
    type: "suggestion",
    docs: { description: "require code that tells error codes apart to deal with the codes that every service can return", recommended: true },
    hasSuggestions: true,
    messages: {
      notHandled: "{{count}} common error codes that any service can return are not handled, and {{rest}}: {{missing}}.",
      notNamed: "{{count}} common error codes that any service can return are not named here: {{missing}}.",
      addMissingCodes: "Add the missing codes, grouped by what can be done about them.",
    },
    schema: [
      {
        type: "object",
        description: "Options of exhaustive-common-codes.",
        additionalProperties: false,
        properties: {
          codes: {
            type: "array",
            description: "The common error codes to ask for; all of them when left out or empty.",
            items: { type: "string", description: "A common error code." },
            uniqueItems: true,
          },
          defaultCase: {
            type: "string",
            description: 'What covers the codes that are not named: a default that passes the error on ("rethrow"), none ("never"), or any ("always").',
            enum: ["rethrow", "never", "always"],
          },
          ignore: {
            type: "array",
            description: "Codes, or families written as `Family.*`, not to ask for.",
            items: { type: "string", description: "A code or `Family.*`." },
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
    defaultOptions: [{ codes: [], defaultCase: "rethrow", ignore: [], minimumTests: 2 }],
  },
  create(context, file, options) {
    return {
      "Program:exit"() {
        for (const dispatch of dispatchesOf(file)) {
          if (isDispatch(dispatch, options.minimumTests)) checkDispatch(context, file, dispatch, options);
        }
      },
    };
  },
});

type Context = Readonly<TSESLint.RuleContext<MessageIds, [Options]>>;

/** Whether tests tell codes of Tencent Cloud apart, rather than ask one question about them. */
function isDispatch({ form, site, tests }: Dispatch, minimumTests: number): boolean {
  const positive = tests.filter((test) => !test.negated);
  const codes = new Set(positive.flatMap((test) => test.codes.map(({ value }) => value)));
  if (codes.size < minimumTests) return false;
  if (!site.exclusive && ![...codes].some((code) => isMeantAsCode(site, code))) return false;
  if (![...codes].some((code) => isDocumented(code.replace(/\.\*$/, ""), undefined))) return false;
  if (form !== "chain") return true;
  // One `if` with a list of codes asks a question; two tell codes apart.
  return new Set(positive.map((test) => decision(test.node))).size >= Math.min(2, minimumTests) && positive.every((test) => decision(test.node) !== undefined);
}

/** The `if` or the `?:` whose condition a test is part of. */
function decision(test: TSESTree.Node): TSESTree.Node | undefined {
  for (let child = test; child.parent !== undefined; child = child.parent) {
    const { parent } = child;
    if ((parent.type === "IfStatement" || parent.type === "ConditionalExpression") && parent.test === child) return parent;
    if (parent.type === "SwitchCase") return parent.parent;
    if (parent.type !== "LogicalExpression" && parent.type !== "UnaryExpression" && parent.type !== "ChainExpression") return undefined;
  }
  return undefined;
}

function checkDispatch(context: Context, file: AnalyzedFile, dispatch: Dispatch, options: Required<Options>): void {
  if (dispatch.form === "match" || (dispatch.form === "table" && options.defaultCase !== "never")) return;
  if (dispatch.region.statements.length === 0) return;
  const isHandled = handles(file, dispatch);
  const missing = wantedCodes(options).filter((code) => !isHandled(code));
  if (missing.length === 0) return;
  const swallows = restOf(file, dispatch) === "swallowed";
  if (options.defaultCase === "rethrow" && !swallows) return;
  if (options.defaultCase === "always" && (hasDefault(dispatch) || !swallows)) return;
  const fix = addMissingCodes(context.sourceCode, dispatch, missing);
  context.report({
    node: dispatch.node,
    loc: headLocation(context.sourceCode, dispatch.node),
    messageId: options.defaultCase === "never" ? "notNamed" : "notHandled",
    data: {
      count: String(missing.length),
      missing: fold(missing),
      rest: hasDefault(dispatch) ? "the default branch swallows them" : "nothing passes them on",
    },
    suggest: fix === undefined ? [] : [{ messageId: "addMissingCodes", fix }],
  });
}

function wantedCodes({ codes, ignore }: Required<Options>): string[] {
  const wanted = codes.length === 0 ? [...commonErrorCodes().keys()] : codes;
  return wanted.filter((code) => !ignore.includes(code) && !ignore.includes(`${familyOf(code)}.*`)).sort();
}

/** The first line of a statement: a report on a whole `switch` would underline a page. */
function headLocation(sourceCode: Readonly<TSESLint.SourceCode>, node: TSESTree.Node): TSESTree.SourceLocation {
  const subject = node.type === "SwitchStatement" ? node.discriminant : node.type === "IfStatement" ? node.test : undefined;
  const close = subject === undefined ? null : sourceCode.getTokenAfter(subject);
  return { start: node.loc.start, end: close?.loc.end ?? node.loc.end };
}

/** `AuthFailure.* (7), RequestLimitExceeded and 3 subcodes, …`: families with several codes in one word. */
export function fold(codes: readonly string[]): string {
  const families = new Map<string, string[]>();
  for (const code of codes) families.set(familyOf(code), [...(families.get(familyOf(code)) ?? []), code]);
  const words = [...families].map(([family, members]) => {
    const [only, second] = members;
    if (only !== undefined && second === undefined) return only;
    if (!members.includes(family)) return `${family}.* (${String(members.length)})`;
    const subcodes = members.length - 1;
    return `${family} and ${String(subcodes)} ${subcodes === 1 ? "subcode" : "subcodes"}`;
  });
  return list(words, "and");
}
