import type { TSESTree } from "@typescript-eslint/utils";
import type { KnownString } from "../values/constants.js";
import type { CodeSite } from "./code-sites.js";

/**
 * How a site is tested:
 *
 * - `equality`, `membership`, `key`: against whole codes
 * - `family`: against what stands before the first dot, or a family with its subcodes
 * - `prefix`, `suffix`, `part`, `pattern`: against a part of the text
 * - `guard`: by a function of the code map
 */
export type TestKind = "equality" | "family" | "guard" | "key" | "membership" | "part" | "pattern" | "prefix" | "suffix";

/** A place where a code site is tested against something known. */
export interface CodeTest {
  /** The expression that decides, or the `case`. */
  readonly node: TSESTree.Node;
  readonly site: CodeSite;
  readonly kind: TestKind;
  /** The strings that it is tested against, with where they are written. */
  readonly codes: readonly KnownString[];
  /** Whether `node` comes out true when the code does not match. */
  readonly negated: boolean;
  /** Whether a code passes the test, `negated` left aside. */
  matches(code: string): boolean;
}
