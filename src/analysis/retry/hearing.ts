import type { TSESTree } from "@typescript-eslint/utils";
import type { AssumedCode } from "../follow/assumed-code.js";
import type { FunctionNode } from "../source/file.js";
import { enclosingFunction, isFunction, type Loop } from "../source/syntax.js";

/** What gets an error before a call is made again. */
export interface Hearing {
  /** The parameter or pattern that the error comes in. */
  readonly error: TSESTree.Node | undefined;
  /** The function or the `catch` that it is handed to. */
  readonly owner: FunctionNode | TSESTree.CatchClause;
  /** The loop that repeats: what is done with the error outside of it comes too late. */
  readonly loop: Loop | undefined;
  /** Where the value goes that a rejection handler gives back. */
  readonly after: TSESTree.Node | undefined;
  /** Whether a library decides by what is given back or thrown. */
  readonly answersLibrary: boolean;
  readonly assumed: AssumedCode;
}

/** The function that hears of the error, or in which it is caught. */
export function functionOfHearing({ owner }: Hearing): FunctionNode | undefined {
  return isFunction(owner) ? owner : enclosingFunction(owner);
}
