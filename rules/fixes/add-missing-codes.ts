import type { TSESLint, TSESTree } from "@typescript-eslint/utils";
import type { Dispatch } from "../../src/analysis/dispatch/dispatches.js";
import { commonErrorCodes, familyOf } from "../../src/analysis/knowledge/documented-codes.js";
import type { AnalyzedFile } from "../../src/analysis/source/file.js";
import { addBranches } from "./add-branches.js";
import { addCases } from "./add-cases.js";
import { addEntries } from "./add-entries.js";
import { statementThatPassesOn } from "./leaving-statement.js";
import { styleOf, type Style } from "./surrounding-style.js";

type SourceCode = Readonly<TSESLint.SourceCode>;
export type Fix = (fixer: TSESLint.RuleFixer) => TSESLint.RuleFix[];

/** Codes that a reader can do the same thing about, and what that is. */
export interface CodeGroup {
  readonly comment: string;
  readonly codes: readonly string[];
}

/** What is added, and how it is written. */
export interface Addition {
  readonly sourceCode: SourceCode;
  readonly dispatch: Dispatch;
  readonly groups: readonly CodeGroup[];
  readonly style: Style;
  /** The statement that passes the error on where the dispatch stands. */
  readonly leave: string;
  /** Whether what the dispatch does with the rest passes it on, so that named codes can share it. */
  readonly sharesRest: boolean;
}

/** What a reader should do about the codes of a class, in the order in which the groups are written. */
const advice: Readonly<Record<string, string>> = {
  throttled: "Throttled: retry later, with backoff.",
  transient: "Transient: retry with backoff if the call is idempotent.",
  pending: "Pending: wait for the state of the resource, then retry.",
  renew: "Renew: retry once, after re-signing or refreshing the credentials.",
  permanent: "Permanent: retrying cannot help.",
  unclassified: "Unclassified: the documents do not say whether retrying helps.",
};

/**
 * How to add the codes that a dispatch leaves out, each group passing the error on until somebody decides better.
 *
 * @param sharesRest whether what the dispatch does with the rest passes it on, so that named codes can share it
 */
export function addMissingCodes(file: AnalyzedFile, dispatch: Dispatch, missing: readonly string[], sharesRest: boolean): Fix | undefined {
  const { sourceCode } = file;
  const style = styleOfDispatch(sourceCode, dispatch);
  const leave = statementThatPassesOn(file, dispatch, style);
  const addition: Addition = { sourceCode, dispatch, groups: groupsOf(missing), style, leave, sharesRest };
  switch (dispatch.form) {
    case "switch":
      return addCases(addition);
    case "chain":
      return addBranches(addition);
    case "match":
    case "table":
      return addEntries(addition);
    case "ternary":
      // An expression cannot throw.
      return undefined;
  }
}

/** How a dispatch is written, with the quotes that its codes have. */
export function styleOfDispatch(sourceCode: SourceCode, { tests }: Dispatch): Style {
  const codes = tests.flatMap((test) => test.codes.map(({ node }) => node));
  return styleOf(sourceCode, codes.find((node) => node.type === "Literal" && "raw" in node && /^["']/.test(node.raw)));
}

function groupsOf(codes: readonly string[]): CodeGroup[] {
  const classes = commonErrorCodes();
  return Object.entries(advice)
    .map(([retryClass, comment]) => ({ comment, codes: codes.filter((code) => (classes.get(code)?.retry.class ?? "unclassified") === retryClass) }))
    .filter((group) => group.codes.length > 0);
}

/** Groups of families instead of codes: each family once, where its first code stands. */
export function byFamily(groups: readonly CodeGroup[], named: ReadonlySet<string>): readonly CodeGroup[] {
  const written = new Set(named);
  return groups.flatMap((group) => {
    const families = [...new Set(group.codes.map(familyOf))].filter((family) => !written.has(family));
    for (const family of families) written.add(family);
    return families.length === 0 ? [] : [{ ...group, codes: families }];
  });
}

export function readOf(sourceCode: SourceCode, node: TSESTree.Node): string {
  return sourceCode.getText(node);
}
