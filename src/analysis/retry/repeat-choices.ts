import type { TSESTree } from "@typescript-eslint/utils";
import { sdkCallOf } from "../origins/api-calls.js";
import type { AnalyzedFile } from "../source/file.js";
import { calledFunction } from "../source/functions.js";
import { bare, enclosingFunction, isInside, walk } from "../source/syntax.js";
import { isAnswer, isNote, isNoted, isWait, onlyWaits, throwsOrCalls } from "./harmless-calls.js";
import { functionOfHearing, type Hearing } from "./hearing.js";
import { aroundJump } from "./repeat-loops.js";
import { alwaysTurns } from "./repeat-turns.js";

/** Some pieces of code of which something made from the error says which run, or whether they do. */
interface Choice {
  /** What chooses: an `if`, a `switch`, a loop, an operator. */
  readonly chosen: TSESTree.Node;
  readonly pieces: readonly (TSESTree.Node | null)[];
}

/** Whether an answer about the error decides where the pieces leave it. */
interface Answered {
  /** In a variable or a property that is set in one piece and not in another. */
  readonly written: (target: TSESTree.Node) => boolean;
  /** In what a function gives back. */
  readonly givenBack: (node: TSESTree.Node) => boolean;
}

/**
 * Whether it depends on a choice that a call is made again: a piece of it leaves the repeat, does something else than to
 * write down and to wait, or leaves an answer that decides.
 *
 * @example
 * // if (e.code === "LimitExceeded") throw e;
 * isChoiceOfRepeat(file, hearing, { chosen: the if, pieces: [throw e] }, answered); // true
 * // if (e.code === "LimitExceeded") console.warn("busy");
 * isChoiceOfRepeat(file, hearing, { chosen: the if, pieces: [console.warn("busy")] }, answered); // false
 */
export function isChoiceOfRepeat(file: AnalyzedFile, hearing: Hearing, { chosen, pieces }: Choice, answered: Answered): boolean {
  let found = false;
  for (const piece of pieces) {
    if (piece === null || found) continue;
    walk(file, piece, (node) => {
      found ||= matters(file, hearing, node, chosen, answered);
      return !found;
    });
  }
  return found;
}

function matters(file: AnalyzedFile, hearing: Hearing, node: TSESTree.Node, chosen: TSESTree.Node, { givenBack, written }: Answered): boolean {
  switch (node.type) {
    case "ThrowStatement":
    case "YieldExpression":
      return true;
    case "ReturnStatement": {
      const fn = enclosingFunction(node);
      if (fn === undefined || fn === functionOfHearing(hearing)) return true;
      return !isInside(fn, chosen) && givenBack(node.argument ?? node);
    }
    case "BreakStatement":
      return node.label !== null || !isInside(aroundJump(node), chosen);
    case "ContinueStatement":
      return !staysInTurn(file, hearing, node, chosen);
    case "AssignmentExpression":
      return written(node.left);
    case "UpdateExpression":
      return written(node.argument);
    case "CallExpression":
      return !isHarmless(file, hearing, node);
    default:
      return false;
  }
}

/** Whether `continue` leads where the other ways lead as well. */
function staysInTurn(file: AnalyzedFile, { assumed, loop }: Hearing, node: TSESTree.ContinueStatement, chosen: TSESTree.Node): boolean {
  if (node.label !== null) return false;
  const target = aroundJump(node);
  return isInside(target, chosen) || (target === loop && alwaysTurns(file, loop, chosen, assumed));
}

function isHarmless(file: AnalyzedFile, { owner }: Hearing, call: TSESTree.CallExpression): boolean {
  if (sdkCallOf(file, call) !== undefined) return false;
  const called = calledFunction(file, call);
  if (called !== undefined && (isInside(owner, called) || throwsOrCalls(file, called))) return false;
  const callee = bare(call.callee);
  if (callee.type === "Identifier" && file.variableOf(callee)?.defs[0]?.type === "Parameter") return isWait(call) || isNoted(call);
  return isNote(call) || isAnswer(call) || isNoted(call) || (isWait(call) && onlyWaits(file, call));
}
