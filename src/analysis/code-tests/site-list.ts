import type { TSESTree } from "@typescript-eslint/utils";
import type { AnalyzedFile } from "../source/file.js";
import { listed } from "../knowledge/services.js";
import { isVariable, samePath } from "../values/access-path.js";
import { codeSiteOf, type CodeSite } from "./code-sites.js";
import { nodesOf, propertyName, textOf } from "../source/syntax.js";
import { codeTestsOf } from "./code-tests.js";
import type { Evidence } from "../origins/origin.js";
import { waysOf, type Way } from "./ways.js";
import type { TestKind } from "./code-test.js";

/** A test of a code, as the debug view shows it. */
export interface ListedTest {
  readonly line: number;
  readonly kind: TestKind;
  readonly negated: boolean;
  readonly values: readonly string[];
}

/** A place that holds a code, as the debug view shows it. */
export interface ListedSite {
  readonly line: number;
  readonly column: number;
  /** The text of the expression. */
  readonly reads: string;
  readonly evidence: Evidence;
  /** Whether nothing but errors of Tencent Cloud can be here. */
  readonly exclusive: boolean;
  /** Empty means any. */
  readonly services: readonly string[];
  /** As `service.Action`; empty where not all of the calls are known. */
  readonly actions: readonly string[];
  /** The declarations in other modules through which it is known; absent where this file shows it alone. */
  readonly through?: readonly Way[];
  readonly tests: readonly ListedTest[];
}

/** The code sites of a file in the order of the source, each with what it is tested against. */
export function listSites(file: AnalyzedFile): readonly ListedSite[] {
  const groups: { site: CodeSite; tests: ListedTest[] }[] = [];
  const groupOf = (site: CodeSite): { site: CodeSite; tests: ListedTest[] } => {
    const known = groups.find((group) => samePath(group.site.path, site.path) && isSameOrigin(group.site, site));
    if (known !== undefined) return known;
    const group = { site, tests: [] };
    groups.push(group);
    return group;
  };
  for (const { site, node, kind, negated, codes } of codeTestsOf(file)) {
    groupOf(site).tests.push({ line: placeOf(file, node).start.line, kind, negated, values: codes.map(({ value }) => value) });
  }
  for (const node of nodesOf(file, "MemberExpression")) {
    const site = readsCode(node) ? codeSiteOf(file, node) : undefined;
    if (site !== undefined && isVariable(site.path.root)) groupOf(site);
  }
  return groups.sort((left, right) => left.site.node.range[0] - right.site.node.range[0]).map(({ site, tests }) => listedSite(file, site, tests));
}

/** Where a node stands, or where the file first names what leads to it in another module. */
function placeOf(file: AnalyzedFile, node: TSESTree.Node): TSESTree.SourceLocation {
  return (file.linked.placeLeadingTo(node) ?? node).loc;
}

function readsCode(node: TSESTree.MemberExpression): boolean {
  return /^[Cc]ode$/.test(propertyName(node) ?? "");
}

function isSameOrigin(left: CodeSite, right: CodeSite): boolean {
  return left.evidence === right.evidence && listed(left.services).join() === listed(right.services).join();
}

function listedSite(file: AnalyzedFile, site: CodeSite, tests: readonly ListedTest[]): ListedSite {
  const { node, evidence, besides, services, actions } = site;
  const { line, column } = placeOf(file, node).start;
  const through = waysOf(file, site);
  return {
    line,
    column: column + 1,
    reads: textOf(file, node).replace(/\s+/g, " "),
    evidence,
    exclusive: besides === "nothing",
    services: listed(services),
    ...(through.length === 0 ? {} : { through }),
    actions: [...new Set(listed(actions).map(({ service, action }) => `${service}.${action}`))],
    tests,
  };
}
