import type { TSESTree } from "@typescript-eslint/utils";
import type { FunctionNode } from "../source/file.js";

/**
 * By what a function that a library asks says that the call is to be made again:
 *
 * - `truth`: it returns something truthy
 * - `delay`: it returns something else than 0
 * - `call`: it calls this function; with `of`, this method of that variable
 * - `no-throw`: it neither throws nor calls one of `stopCalls`
 * - `throw`: it throws something else than one of `stopErrors`, and calls none of `stopCalls`
 * - `notifier`: it returns an observable of rxjs that neither fails nor ends the stream
 * - `source`: it returns the observable that this parameter holds, or one that is made from it
 */
export type RepeatsBy =
  | { readonly by: "truth" | "delay" | "notifier" }
  | { readonly by: "call"; readonly name: string; readonly of?: string }
  | { readonly by: "no-throw"; readonly stopCalls: readonly string[] }
  | { readonly by: "throw"; readonly stopErrors: readonly string[]; readonly stopCalls: readonly string[] }
  | { readonly by: "source"; readonly name: string };

/** A function that a library asks about an error. */
export interface Decider {
  readonly fn: FunctionNode;
  /** The statements that decide, where that is only a part of the function: the body of a `catch`. */
  readonly clause?: TSESTree.CatchClause;
  /** Where the error is handed over. */
  readonly error: TSESTree.Node | undefined;
  /** The properties that lead from there to the code. */
  readonly ways: readonly (readonly string[])[];
  readonly repeats: RepeatsBy;
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
