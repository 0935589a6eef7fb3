import type { Dispatch } from "../../src/analysis/dispatch/dispatches.js";
import { commonErrorCodes } from "../../src/analysis/knowledge/documented-codes.js";
import type { AnalyzedFile } from "../../src/analysis/source/file.js";
import { addBranches } from "./add-branches.js";
import { addCases } from "./add-cases.js";
import { addEntries } from "./add-entries.js";
import { statementThatPassesOn } from "./leaving-statement.js";
import { styleOfDispatch, type Addition, type CodeGroup, type Fix } from "./addition.js";

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

function groupsOf(codes: readonly string[]): CodeGroup[] {
  const classes = commonErrorCodes();
  return Object.entries(advice)
    .map(([retryClass, comment]) => ({ comment, codes: codes.filter((code) => (classes.get(code)?.retry.class ?? "unclassified") === retryClass) }))
    .filter((group) => group.codes.length > 0);
}

