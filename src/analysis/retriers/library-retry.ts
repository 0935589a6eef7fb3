import type { TSESTree } from "@typescript-eslint/utils";
import type { AnalyzedFile, FunctionNode } from "../source/file.js";
import { isNewOf, opennessOf, verdictOfTruth, type Outcomes } from "../retry/outcomes.js";
import { calleeName } from "../source/syntax.js";
import type { Subject } from "../follow/condition.js";

/** How open the way to a repeat is when a function comes out so: between 0 (never) and 2 (always). */
export type Judge = (file: AnalyzedFile, outcomes: Outcomes, subject: Subject) => number;

/** A function that a library asks about an error. */
export interface Decider {
  readonly fn: FunctionNode;
  /** The statements that decide, where that is only a part of the function: the body of a `catch`. */
  readonly clause?: TSESTree.CatchClause;
  /** Where the error is handed over. */
  readonly error: TSESTree.Node | undefined;
  /** The properties that lead from there to the code. */
  readonly ways: readonly (readonly string[])[];
  readonly judge: Judge;
}

/** A call of a library that repeats. */
export interface LibraryRetry {
  readonly node: TSESTree.Node;
  readonly library: string;
  /** What is tried again and again: functions, or an expression that makes what is subscribed to. */
  readonly attempts: readonly TSESTree.Node[];
  readonly deciders: readonly Decider[];
  /** Whether something that cannot be seen here decides too. */
  readonly decidedElsewhere: boolean;
  /** The object literal with the options, if there is one in this file. */
  readonly options: TSESTree.ObjectExpression | undefined;
}

/** The paths from an error of the SDK, or from what wraps it, to its code. */
export const directly: readonly (readonly string[])[] = [["code"]];
export const directlyOrInContext: readonly (readonly string[])[] = [["code"], ["error", "code"]];

/** What is truthy repeats. */
export const truthRepeats: Judge = (file, { outcomes }, subject) => opennessOf(outcomes.map((outcome) => verdictOfTruth(file, outcome, subject)));

/** A `throw` stops, and so does a call of one of the functions named; all else repeats. */
export function throwStops(stopCalls: readonly string[]): Judge {
  return (_file, { outcomes, reached }) => (calls(reached, stopCalls) ? 0 : opennessOf(outcomes.map(({ how }) => (how === "throw" ? "stop" : "repeat"))));
}

/** A `throw` repeats unless it throws one of the errors named; a call of one of the functions named stops. */
export function throwRepeats(stopErrors: readonly string[], stopCalls: readonly string[]): Judge {
  return (_file, { outcomes, reached }) =>
    calls(reached, stopCalls) ? 0 : opennessOf(outcomes.map(({ how, node }) => (how === "throw" && !isNewOf(node, stopErrors) ? "repeat" : "stop")));
}

/** Only a call of the function named repeats. */
export function callRepeats(name: string): Judge {
  return (_file, { reached }) => (calls(reached, [name]) ? 2 : 0);
}

function calls(reached: ReadonlySet<TSESTree.Node>, names: readonly string[]): boolean {
  for (const node of reached) if (node.type === "CallExpression" && names.includes(calleeName(node) ?? "")) return true;
  return false;
}
