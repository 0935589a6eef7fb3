import type { TSESTree } from "@typescript-eslint/utils";
import type { AnalyzedFile } from "../source/file.js";
import { askedByTest } from "./repeat-loops.js";
import { bare, isInside, type Loop } from "../source/syntax.js";
import { followStatements, type EndKind, type Followed, truthOf } from "../follow/follow.js";
import type { AssumedCode } from "../follow/assumed-code.js";

/**
 * How open the way from a handler to a loop's next turn is: 2 where every way out of the handler comes to it, 1 where
 * some do, 0 where none does.
 *
 * @param from the statement in the loop after which control goes on when the handler is through
 */
export function turnOpenness(file: AnalyzedFile, loop: Loop, from: TSESTree.Node, followed: Followed, assumed: AssumedCode): number {
  const { some, all } = turns(file, loop, from, followed.ends.map(({ kind }) => kind), assumed);
  if (!some) return 0;
  const stopped = stopsLoop(file, loop, followed, assumed);
  if (stopped === "always") return 0;
  return all && stopped === "never" ? 2 : 1;
}

/** Whether a loop comes to its next turn after a statement in it, wherever that ends the turn or goes on. */
export function alwaysTurns(file: AnalyzedFile, loop: Loop, statement: TSESTree.Node, assumed: AssumedCode): boolean {
  const { some, all } = turns(file, loop, statement, ["continue", "normal"], assumed);
  return some && all;
}

function turns(file: AnalyzedFile, loop: Loop, from: TSESTree.Node, kinds: readonly EndKind[], assumed: AssumedCode): { some: boolean; all: boolean } {
  const label = loop.parent.type === "LabeledStatement" ? loop.parent.label.name : undefined;
  let some = false;
  let all = true;
  let ends = kinds;
  for (let at = from; ; at = at.parent as TSESTree.Node) {
    for (const kind of ends) {
      if (kind === "continue" || (label !== undefined && kind === `continue ${label}`)) some = true;
      else if (kind !== "normal") all = false;
    }
    if (!ends.includes("normal")) break;
    if (at === loop.body) {
      some = true;
      break;
    }
    const siblings = statementsAround(at);
    ends = siblings === undefined ? ["normal"] : followStatements(file, siblings.slice(siblings.indexOf(at as TSESTree.Statement) + 1), assumed).ends.map(({ kind }) => kind);
  }
  return { some, all };
}

function statementsAround(node: TSESTree.Node): readonly TSESTree.Statement[] | undefined {
  const { parent } = node;
  if (parent?.type === "BlockStatement") return parent.body;
  return parent?.type === "SwitchCase" ? parent.consequent : undefined;
}

/** Whether what a handler assigns makes the loop's condition fail: `done = true` under `while (!done)`. */
function stopsLoop(file: AnalyzedFile, loop: Loop, { reached }: Followed, assumed: AssumedCode): "always" | "sometimes" | "never" {
  const asked = askedByTest(file, loop);
  if (asked.size === 0 || loop.type === "ForOfStatement" || loop.type === "ForInStatement" || loop.test == null) return "never";
  let stopped: "always" | "sometimes" | "never" = "never";
  for (const node of reached) {
    if (node.type !== "AssignmentExpression" || node.operator !== "=" || node.left.type !== "Identifier" || !asked.has(file.variableOf(node.left))) continue;
    if (!failsWith(file, loop.test, file.variableOf(node.left), node.right, assumed)) continue;
    if (isCertain(file, node, loop.body, assumed)) return "always";
    stopped = "sometimes";
  }
  return stopped;
}

/** Whether a condition fails when a flag that it reads is set to a value. */
function failsWith(file: AnalyzedFile, test: TSESTree.Node, flag: unknown, value: TSESTree.Expression, assumed: AssumedCode): boolean {
  const node = bare(test);
  if (node.type === "LogicalExpression" && node.operator === "&&") return failsWith(file, node.left, flag, value, assumed) || failsWith(file, node.right, flag, value, assumed);
  const negated = node.type === "UnaryExpression" && node.operator === "!";
  const read = negated ? bare(node.argument) : node;
  if (read.type !== "Identifier" || file.variableOf(read) !== flag) return false;
  const truth = truthOf(file, value, assumed);
  return truth === negated;
}

/** Whether nothing but the assumed code decides if a reached node runs. */
function isCertain(file: AnalyzedFile, node: TSESTree.Node, root: TSESTree.Node, assumed: AssumedCode): boolean {
  for (let at = node; at.parent != null && isInside(at, root) && at !== root; at = at.parent) {
    const { parent } = at;
    if (parent.type === "IfStatement" && at !== parent.test && truthOf(file, parent.test, assumed) === "open") return false;
    if (parent.type === "CatchClause") return true;
  }
  return true;
}
