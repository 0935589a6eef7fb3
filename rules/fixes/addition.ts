import type { TSESLint, TSESTree } from "@typescript-eslint/utils";
import type { Dispatch } from "../../src/analysis/dispatch/dispatches.js";
import { familyOf } from "../../src/analysis/knowledge/documented-codes.js";
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

/** How a dispatch is written, with the quotes that its codes have. */
export function styleOfDispatch(sourceCode: SourceCode, { tests }: Dispatch): Style {
  const codes = tests.flatMap((test) => test.codes.map(({ node }) => node));
  return styleOf(sourceCode, codes.find((node) => node.type === "Literal" && "raw" in node && /^["']/.test(node.raw)));
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
