import type { TSESTree } from "@typescript-eslint/utils";
import type { AnalyzedFile } from "./file.js";
import { regionOf, type Region } from "./regions.js";
import type { ReadPath } from "./paths.js";
import { samePath } from "./paths.js";
import type { CodeSite } from "./sites.js";
import { codeTestsOf, type CodeTest } from "./tests.js";

/** A place that goes different ways for different codes: all tests of one site in one region. */
export interface Dispatch {
  readonly site: CodeSite;
  readonly region: Region;
  readonly tests: readonly CodeTest[];
  /** What a report is put on: the `switch`, the first `if`, the object or `Map`, the call of `matchErrorCode`. */
  readonly node: TSESTree.Node;
  readonly form: "chain" | "switch" | "table" | "match";
}

/** The dispatches of a file, in the order of the source. */
export function dispatchesOf(file: AnalyzedFile): readonly Dispatch[] {
  const groups: { path: ReadPath; region: Region; tests: CodeTest[] }[] = [];
  const dispatches: Dispatch[] = [];
  for (const test of codeTestsOf(file)) {
    if (test.site.evidence === "item") continue;
    if (test.kind === "key") {
      dispatches.push({ site: test.site, region: regionOf(file, test.node), tests: [test], node: test.node, form: isMatch(test.node) ? "match" : "table" });
      continue;
    }
    const region = regionOf(file, test.node);
    const group = groups.find((candidate) => candidate.region.owner === region.owner && samePath(candidate.path, test.site.path));
    if (group === undefined) groups.push({ path: test.site.path, region, tests: [test] });
    else group.tests.push(test);
  }
  for (const { region, tests } of groups) {
    const [first] = tests;
    if (first === undefined) continue;
    const switched = tests.find((test) => test.node.type === "SwitchCase");
    const node = switched?.node.parent ?? statementOf(first.node);
    dispatches.push({ site: first.site, region, tests, node, form: switched === undefined ? "chain" : "switch" });
  }
  return dispatches;
}

function isMatch(node: TSESTree.Node): boolean {
  return node.type === "CallExpression" && node.callee.type === "Identifier";
}

/** The `if` or the expression that a test decides. */
function statementOf(test: TSESTree.Node): TSESTree.Node {
  for (let at: TSESTree.Node | undefined = test; at !== undefined; at = at.parent) {
    if (at.type === "IfStatement" || at.type === "SwitchStatement" || at.type === "ConditionalExpression") return at;
    if (at.type.endsWith("Statement") || at.type === "VariableDeclaration") return test;
  }
  return test;
}

/** A code that no document has: what it meets is what every code meets that is not tested for. */
export const untestedCode = "\u{0}untested";
