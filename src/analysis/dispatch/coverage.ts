import type { TSESTree } from "@typescript-eslint/utils";
import type { AnalyzedFile } from "../source/file.js";
import type { Dispatch } from "./dispatches.js";
import { regionOf, followRegion, type Region } from "../follow/regions.js";
import { callersOf } from "./roles.js";
import { isFunction, isInside, sourceCodeAt } from "../source/syntax.js";
import type { Followed } from "../follow/follow.js";
import type { ReadPath } from "../values/access-path.js";
import { untestedCode } from "../follow/assumed-code.js";

/**
 * What a dispatch does about a code:
 *
 * - `handled`: its way differs from that of a code that nobody tests for: by its name, its family, a pattern, a guard
 * - `ignored`: it is named, and nothing happens, and nothing says why
 * - `untold`: nothing tells it apart
 */
export type Coverage = "handled" | "ignored" | "untold";

/**
 * A code that stands for all those that come to a dispatch and that it does not name: one that nobody tests for, or
 * where a guard lets only some codes through, the first of them. Undefined where no such code comes.
 */
export function restOf(file: AnalyzedFile, dispatch: Dispatch, codes: readonly string[]): string | undefined {
  const { node, region, site, tests } = dispatch;
  const comes = (code: string): boolean => followRegion(file, region, { path: site.path, code }, node).ends.some((end) => end.passedWaypoint);
  return [untestedCode, ...codes].find((code) => !tests.some((test) => test.matches(code)) && comes(code));
}

/**
 * Answers for one code after the other what a dispatch does about it.
 *
 * @param rest the code that stands for those that are not named
 */
export function coverageOf(file: AnalyzedFile, dispatch: Dispatch, rest: string): (code: string) => Coverage {
  const { form, region, site, tests } = dispatch;
  const named = (code: string): boolean => tests.some((test) => test.matches(code));
  const here = compared(file, region, site.path, dispatch, rest, dispatch.node);
  const callers = isFunction(region.owner) ? (callersOf(file, region.owner, site.path) ?? []) : [];
  const around = callers.map(({ call, path }) => compared(file, regionOf(file, call), path, dispatch, rest));
  return (code) => {
    if ((form === "match" || form === "table") && named(code)) return "handled";
    const found = here(code);
    if (found !== "untold" || around.length === 0) return found;
    return around.every((caller) => caller(code) === "handled") ? "handled" : "untold";
  };
}

/**
 * Compares the way of a code through a region with that of the rest.
 *
 * @param waypoint makes no difference here; with the one that other questions about the region have, their runs are used again
 */
function compared(file: AnalyzedFile, region: Region, path: ReadPath, dispatch: Dispatch, restCode: string, waypoint?: TSESTree.Node): (code: string) => Coverage {
  const rest = followRegion(file, region, { path, code: restCode }, waypoint);
  const known = new Map<Followed, Coverage>([[rest, "untold"]]);
  return (code) => {
    const own = followRegion(file, region, { path, code }, waypoint);
    const found = known.get(own) ?? comparison(file, dispatch, own, rest);
    known.set(own, found);
    return found;
  };
}

function comparison(file: AnalyzedFile, dispatch: Dispatch, own: Followed, rest: Followed): Coverage {
  const only = difference(own, rest).filter((node) => isTelling(dispatch, node));
  if (only.length === 0) return difference(rest, own).some((node) => isTelling(dispatch, node)) ? "handled" : "untold";
  return only.every((node) => isHollow(file, node)) ? "ignored" : "handled";
}

function difference(left: Followed, right: Followed): TSESTree.Node[] {
  return [...left.reached].filter((node) => !right.reached.has(node));
}

/** Whether reaching a node makes a difference: outside of the dispatch, a label that is chosen by the code makes none. */
function isTelling({ decisions }: Dispatch, node: TSESTree.Node): boolean {
  if (node.type === "SwitchCase" || node.type === "CallExpression" || node.type.endsWith("Statement")) return true;
  return decisions.some((decision) => decision.type === "ConditionalExpression" && isInside(node, decision));
}

/** Whether nothing is done at a node, and nobody says why. */
function isHollow(file: AnalyzedFile, node: TSESTree.Node): boolean {
  switch (node.type) {
    case "BreakStatement":
      return node.label === null;
    case "EmptyStatement":
      return true;
    case "BlockStatement":
      return node.body.length === 0 && sourceCodeAt(file, node).getCommentsInside(node).length === 0;
    case "SwitchCase":
      return isEmptyCase(file, node);
    default:
      return false;
  }
}

/** `case "X": break;` without a word why: the code was forgotten, or copied. */
export function isEmptyCase(file: AnalyzedFile, node: TSESTree.SwitchCase): boolean {
  const { cases } = node.parent;
  for (const item of cases.slice(cases.indexOf(node))) {
    if (hasComment(file, item)) return false;
    const [only, second] = item.consequent;
    if (only === undefined) continue;
    return second === undefined && only.type === "BreakStatement" && only.label === null;
  }
  return true;
}

/** Whether a comment stands in a case, above it, or behind its `break` or its colon. */
function hasComment(file: AnalyzedFile, item: TSESTree.SwitchCase): boolean {
  const sourceCode = sourceCodeAt(file, item);
  if (sourceCode.getCommentsInside(item).length > 0) return true;
  const after = sourceCode.getTokenAfter(item, { includeComments: true });
  if (after !== null && (after.type === "Line" || after.type === "Block") && after.loc.start.line === item.loc.end.line) return true;
  const before = sourceCode.getTokenBefore(item);
  return sourceCode.getCommentsBefore(item).some((comment) => comment.loc.start.line !== before?.loc.end.line);
}

/** Whether a dispatch has a branch of its own for codes that no test names: `default`, a last `else`, `otherwise`. */
export function hasDefault({ form, node, tests }: Dispatch): boolean {
  if (form === "match") return tests.some((test) => test.codes.some(({ value }) => value === "otherwise"));
  if (node.type === "SwitchStatement") return node.cases.some((item) => item.test === null);
  let last: TSESTree.Node = node;
  while (last.type === "IfStatement" || last.type === "ConditionalExpression") {
    if (last.alternate === null) return false;
    last = last.alternate;
  }
  return last !== node;
}
