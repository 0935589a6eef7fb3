import type { TSESTree } from "@typescript-eslint/utils";
import type { AnalyzedFile } from "../source/file.js";
import { decisionsOf, dispatching, headOf, type Decision } from "./decisions.js";
import { isVariable, type ReadPath } from "../values/access-path.js";
import { spend } from "../source/allowance.js";
import { entryOf } from "../source/entry-of.js";
import { regionOf, type Region } from "../follow/regions.js";
import { callersOf } from "./roles.js";
import type { CodeSite } from "../code-tests/code-sites.js";
import { isFunction } from "../source/syntax.js";
import { handlerTableOf, type HandlerTable } from "./tables.js";
import { codeTestsOf } from "../code-tests/code-tests.js";
import type { CodeTest } from "../code-tests/code-test.js";

/** A place that goes different ways for different codes: all tests of one site in one region. */
export interface Dispatch {
  readonly site: CodeSite;
  readonly region: Region;
  /** The tests that tell codes apart, those of predicates that the region asks included. */
  readonly tests: readonly CodeTest[];
  readonly decisions: readonly Decision[];
  /** What a report is put on: the `switch`, the first `if` or `?:`, the look-up, the call of `matchErrorCode`. */
  readonly node: TSESTree.Node;
  readonly form: "chain" | "match" | "switch" | "table" | "ternary";
  /** Of the form `table`. */
  readonly table?: HandlerTable;
}

interface Group {
  readonly path: ReadPath;
  readonly region: Region;
  readonly tests: CodeTest[];
}

/**
 * The dispatches of a file, in the order of the source.
 *
 * @example
 * // try { await cbsClient.CreateDisks(request); }
 * // catch (e) { switch (e.code) { case "LimitExceeded": …; case "InvalidParameter": … } }
 * dispatchesOf(file); // [{ form: "switch", node: the switch, tests: [LimitExceeded's, InvalidParameter's], region: the catch, … }]
 */
export function dispatchesOf(file: AnalyzedFile): readonly Dispatch[] {
  const groups = new Groups();
  const dispatches: Dispatch[] = [];
  for (const test of codeTestsOf(file)) {
    if (test.site.evidence === "item" || test.site.evidence === "name") continue;
    const region = regionOf(file, test.node);
    if (isMatch(test)) {
      dispatches.push({ site: test.site, region, tests: [test], decisions: [], node: test.node, form: "match" });
      continue;
    }
    for (const asked of [test, ...askedFrom(file, test, region)]) groups.add(asked, regionOf(file, asked.node));
  }
  for (const group of groups.all) {
    const dispatch = dispatchOf(file, group);
    if (dispatch !== undefined) dispatches.push(dispatch);
  }
  return dispatches;
}

/** Tests by their region and by what they read. A file can have many of all three: none looks through all others. */
class Groups {
  readonly all: Group[] = [];
  private readonly byRegion = new Map<unknown, Map<unknown, Map<string, Group>>>();

  add(test: CodeTest, region: Region): void {
    const { path } = test.site;
    const byNames = entryOf(entryOf(this.byRegion, region.owner, () => new Map<unknown, Map<string, Group>>()), path.root, () => new Map<string, Group>());
    const group = entryOf(byNames, JSON.stringify(path.names), () => {
      const added = { path, region, tests: [] };
      this.all.push(added);
      return added;
    });
    group.tests.push(test);
  }
}

function isMatch({ kind, node }: CodeTest): boolean {
  if (kind !== "key" || node.type !== "CallExpression") return false;
  return node.arguments[1]?.type === "ObjectExpression" && node.callee.type !== "MemberExpression";
}

/** Two hundred callers of a function of a hundred tests. */
const mostAsked = 20_000;

/** A test in a function, as seen by those that hand the function an error and decide on its answer. */
function askedFrom(file: AnalyzedFile, test: CodeTest, { owner }: Region): CodeTest[] {
  if (!isFunction(owner)) return [];
  const callers = callersOf(file, owner, test.site.path) ?? [];
  if (!spend(file, askedFrom, callers.length, mostAsked)) return [];
  return callers.map(({ call, path }) => ({ ...test, node: call, negated: false, site: { ...test.site, node: call, path } }));
}

function dispatchOf(file: AnalyzedFile, { path, region, tests }: Group): Dispatch | undefined {
  const [first] = tests;
  if (first === undefined) return undefined;
  const all = tests.map((test) => ({ test, decisions: test.kind === "key" ? [] : decisionsOf(file, test) }));
  const telling = dispatching(file, [...new Set(all.flatMap(({ decisions }) => decisions))], path).toSorted((left, right) => left.range[0] - right.range[0]);
  const isTelling = new Set(telling);
  const used = all.filter(({ decisions }) => decisions.some((decision) => isTelling.has(decision))).map(({ test }) => test);
  const [decision] = telling;
  const [site] = used;
  if (decision !== undefined && site !== undefined) {
    const switched = telling.find((item) => item.type === "SwitchCase")?.parent;
    const form = switched !== undefined ? "switch" : decision.type === "IfStatement" ? "chain" : "ternary";
    const node = switched ?? headOf(decision);
    const inSwitch = used.find((test) => test.node.type === "SwitchCase")?.site;
    return { site: inSwitch ?? ownSite(used, path) ?? site.site, region, tests: used, decisions: telling, node, form };
  }
  return tableOf(file, region, tests);
}

/** A site that reads the code where the dispatch stands, rather than a call that was handed the error. */
function ownSite(tests: readonly CodeTest[], path: ReadPath): CodeSite | undefined {
  return tests.find((test) => test.node !== test.site.node && isVariable(path.root))?.site;
}

function tableOf(file: AnalyzedFile, region: Region, tests: readonly CodeTest[]): Dispatch | undefined {
  for (const test of tests) {
    const table = test.kind === "key" || test.kind === "family" ? handlerTableOf(file, test) : undefined;
    if (table !== undefined) return { site: test.site, region, tests: [test], decisions: [], node: test.node, form: "table", table };
  }
  return undefined;
}
