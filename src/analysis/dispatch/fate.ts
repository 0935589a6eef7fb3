import type { TSESTree } from "@typescript-eslint/utils";
import type { AnalyzedFile, Variable } from "../source/file.js";
import type { Dispatch } from "./dispatches.js";
import type { End } from "../follow/ends.js";
import { regionOf, followRegion, type Region } from "../follow/regions.js";
import { callersOf, roleOf } from "./roles.js";
import type { CodeSite } from "../code-tests/code-sites.js";
import { isWritingDown } from "../follow/hand-over.js";
import { functionOf } from "../source/functions.js";
import { bare, isFunction, isInside, isLoop, returnedExpressions, type Loop } from "../source/syntax.js";
import { followStatements } from "../follow/follow.js";
import { entriesOf } from "../values/constants.js";
import { plainMessage, type AssumedCode, type Truth } from "../follow/assumed-code.js";

/**
 * What becomes of an error:
 *
 * - `passed-on`: thrown, rejected, returned or handed over, whichever way control takes
 * - `written-down`: where it is not passed on, a log at least has it
 * - `swallowed`: on some way nobody hears of it
 */
export type Fate = "passed-on" | "written-down" | "swallowed";

/** What becomes of an error with this code from a dispatch on. */
export function fateOf(file: AnalyzedFile, { form, node, region, site }: Dispatch, code: string): Fate {
  if (form === "match" && node.type === "CallExpression") return fateInMatch(file, node, code);
  return fateIn(file, region, site, node, code, 0);
}

function fateIn(file: AnalyzedFile, region: Region, site: CodeSite, from: TSESTree.Node, code: string, depth: number): Fate {
  const role = roleOf(file, region, site);
  if (role === "answering") return "passed-on";
  // Who looks for a text in the message as well means some errors only: what becomes of the others is the question.
  const assumed: AssumedCode = { path: site.path, code, others: plainMessage };
  const { ends, reached } = followRegion(file, region, assumed, from);
  let open: readonly End[] = ends.filter((end) => end.passedWaypoint === true && isOpen(end));
  if (region.owner.type === "CatchClause") {
    const { parent } = region.owner;
    open = endsBeyond(file, region.owner, { ...assumed, flags: (variable) => stillUnset(variable, parent, reached) }, open);
  }
  if (open.length === 0) return "passed-on";
  if (role === "handler" && isFunction(region.owner) && depth < 2) {
    const callers = callersOf(file, region.owner, site.path);
    const fates = callers?.map(({ call, path }) => fateIn(file, regionOf(file, call), { ...site, path }, call, code, depth + 1));
    if (fates?.every((fate) => fate === "passed-on") === true) return "passed-on";
  }
  return open.every((end) => end.writtenDown) ? "written-down" : "swallowed";
}

/**
 * Of a variable that the `try` would have set, or another branch of its handler: false, as it was before. So
 * `let disks; try { disks = await … } catch (e) { … } if (!disks) throw …` lets nothing through.
 */
function stillUnset(variable: Variable, attempt: TSESTree.TryStatement, reached: ReadonlySet<TSESTree.Node>): Truth {
  const definition = variable.defs[0];
  if (definition?.type !== "Variable" || definition.node.id.type !== "Identifier") return "open";
  const { init } = definition.node;
  if (init !== null && !isNoResult(init) && !(init.type === "Literal" && init.value === false)) return "open";
  const writes = variable.references.filter((reference) => reference.isWrite() && reference.init !== true).map(({ identifier }) => identifier as TSESTree.Identifier);
  const isElsewhere = (write: TSESTree.Identifier): boolean => isInside(write, attempt.block) || (attempt.handler !== null && isInside(write, attempt.handler) && !reached.has(write));
  return writes.length > 0 && writes.every(isElsewhere) ? false : "open";
}

/** What the `otherwise` of `matchErrorCode(error, { … })` does: its answer is the caller's, unless it is none. */
function fateInMatch(file: AnalyzedFile, call: TSESTree.CallExpression, code: string): Fate {
  const [, handlers] = call.arguments;
  const otherwise = handlers === undefined ? undefined : entriesOf(file, handlers)?.find(({ key }) => key.value === "otherwise")?.value;
  const fn = otherwise == null ? undefined : functionOf(file, otherwise);
  if (fn === undefined) return "passed-on";
  const [parameter] = fn.params;
  const variable = parameter?.type === "Identifier" ? file.variableOf(parameter) : undefined;
  const path = variable === undefined ? { root: fn, names: [] } : { root: variable, names: [] };
  if (returnedExpressions(file, fn).some((value) => !isNoResult(value))) return "passed-on";
  if (fn.body.type !== "BlockStatement") return "swallowed";
  const open = followStatements(file, fn.body.body, { path, code }).ends.filter(isOpen);
  if (open.length === 0) return "passed-on";
  return open.every((end) => end.writtenDown) ? "written-down" : "swallowed";
}

/** `undefined`, `null`, `void 0`, or what a log returns. */
function isNoResult(expression: TSESTree.Node): boolean {
  const node = bare(expression);
  if (node.type === "Identifier") return node.name === "undefined";
  if (node.type === "CallExpression") return isWritingDown(node);
  return (node.type === "Literal" && node.value === null) || (node.type === "UnaryExpression" && node.operator === "void");
}

/** Whether nobody heard of the error when control leaves this way. */
function isOpen({ handedOver, kind }: End): boolean {
  return !handedOver && kind !== "throw" && kind !== "exit";
}

/** Of the ways out of a `catch`, those on which nobody hears of the error until the end of the function around it. */
function endsBeyond(file: AnalyzedFile, clause: TSESTree.CatchClause, assumed: AssumedCode, ends: readonly End[]): readonly End[] {
  const lost = ends.filter(({ kind }) => kind === "return");
  let going = ends.filter(({ kind }) => kind !== "return");
  let at: TSESTree.Node = clause.parent;
  while (going.length > 0 && at.parent != null && !isFunction(at)) {
    const { parent }: TSESTree.Node = at;
    if (parent === undefined || isFunction(parent)) break;
    const siblings = statementsIn(parent);
    if (siblings !== undefined) {
      const after = follow(file, siblings.slice(siblings.indexOf(at as TSESTree.Statement) + 1), assumed, going);
      lost.push(...after.filter(({ kind }) => kind === "return"));
      going = after.filter(({ kind }) => kind !== "return");
    } else if (isLoop(parent) && parent.body === at) going = afterTurn(parent, going);
    else if (parent.type === "SwitchStatement") going = going.map((end) => (end.kind === "break" ? { ...end, kind: "normal" } : end));
    else if (parent.type === "LabeledStatement") going = going.map((end) => (end.kind.endsWith(` ${parent.label.name}`) ? { ...end, kind: "normal" } : end));
    at = parent;
  }
  return [...lost, ...going];
}

function statementsIn(node: TSESTree.Node): readonly TSESTree.Statement[] | undefined {
  if (node.type === "BlockStatement" || node.type === "StaticBlock") return node.body;
  if (node.type === "Program") return node.body;
  return node.type === "SwitchCase" ? node.consequent : undefined;
}

/** What the ways become that go on with more statements, where nobody hears of the error. */
function follow(file: AnalyzedFile, statements: readonly TSESTree.Statement[], assumed: AssumedCode, ends: readonly End[]): End[] {
  const others = ends.filter(({ kind }) => kind !== "normal");
  const normal = ends.filter(({ kind }) => kind === "normal");
  if (normal.length === 0 || statements.length === 0) return [...ends];
  const written = normal.every((end) => end.writtenDown === true);
  const further = followStatements(file, statements, assumed).ends.filter(isOpen);
  return [...others, ...further.map((end) => ({ ...end, writtenDown: written || end.writtenDown === true }))];
}

/** A loop without an end makes the call again until it succeeds: the error is not lost, it comes again. */
function afterTurn(loop: Loop, ends: readonly End[]): End[] {
  const test = loop.type === "ForStatement" || loop.type === "WhileStatement" || loop.type === "DoWhileStatement" ? loop.test : undefined;
  const isEndless = test === null || (test?.type === "Literal" && test.value === true);
  return ends
    .filter(({ kind }) => !isEndless || (kind !== "normal" && kind !== "continue"))
    .map((end) => (end.kind === "normal" || end.kind === "continue" || end.kind === "break" ? { ...end, kind: "normal" } : end));
}
