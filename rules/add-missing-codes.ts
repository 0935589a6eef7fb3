import type { TSESLint, TSESTree } from "@typescript-eslint/utils";
import type { Dispatch } from "../src/analysis/dispatch/dispatches.js";
import { commonErrorCodes, familyOf } from "../src/analysis/facts.js";
import { isVariable } from "../src/analysis/paths.js";
import { addBranches } from "./add-branches.js";
import { addCases } from "./add-cases.js";
import { addEntries } from "./add-entries.js";
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
  throttled: "Throttled: repeat later, with backoff.",
  transient: "Transient: repeat with backoff if the call is idempotent.",
  pending: "Pending: wait for the state of the resource, then repeat.",
  renew: "Renew: repeat once, after re-signing or refreshing the credentials.",
  permanent: "Permanent: repeating cannot help.",
  unclassified: "Unclassified: the documents do not say whether repeating helps.",
};

/**
 * How to add the codes that a dispatch leaves out, each group passing the error on until somebody decides better.
 *
 * @param sharesRest whether what the dispatch does with the rest passes it on, so that named codes can share it
 */
export function addMissingCodes(sourceCode: SourceCode, dispatch: Dispatch, missing: readonly string[], sharesRest: boolean): Fix | undefined {
  const written = dispatch.tests.flatMap((test) => test.codes.map(({ node }) => node)).find((node) => node.type === "Literal" && "raw" in node && /^["']/.test(node.raw));
  const style = styleOf(sourceCode, written);
  const leave = passOn(sourceCode, dispatch, style);
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

/** Groups of families instead of codes: each family once, where its first code stands. */
export function byFamily(groups: readonly CodeGroup[], named: ReadonlySet<string>): readonly CodeGroup[] {
  const written = new Set(named);
  return groups.flatMap((group) => {
    const families = [...new Set(group.codes.map(familyOf))].filter((family) => !written.has(family));
    for (const family of families) written.add(family);
    return families.length === 0 ? [] : [{ ...group, codes: families }];
  });
}

/** `throw e` where there is an error to throw; else a new error that says which code came. */
function passOn(sourceCode: SourceCode, { site }: Dispatch, style: Style): string {
  const { root, names } = site.path;
  if (isVariable(root) && names.at(-1) === "code" && isWhole(root.defs[0]?.name, root.defs[0]?.node)) return `throw ${root.name}${style.semicolon}`;
  return throwNew(readOf(sourceCode, site.node), style);
}

/** A statement that throws an error with the code in it, if there is a short way to read it. */
export function throwNew(read: string | undefined, { quote, semicolon }: Style): string {
  const message = read === undefined || read.length > 60 || /[`\n]/.test(read) ? `${quote}The Tencent Cloud API call failed.${quote}` : `\`The Tencent Cloud API call failed: \${${read}}\``;
  return `throw new Error(${message})${semicolon}`;
}

export function readOf(sourceCode: SourceCode, node: TSESTree.Node): string {
  return sourceCode.getText(node);
}

/** Whether a name holds the whole value that it is declared for, not a part taken out by a pattern. */
function isWhole(name: TSESTree.Node | undefined, declaration: TSESTree.Node | undefined): boolean {
  if (name?.type !== "Identifier" || declaration === undefined) return false;
  if (declaration.type === "CatchClause") return declaration.param === name;
  if (declaration.type === "VariableDeclarator") return declaration.id === name;
  return "params" in declaration && declaration.params.some((parameter) => parameter === name || (parameter.type === "AssignmentPattern" && parameter.left === name));
}
