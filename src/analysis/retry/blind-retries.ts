import type { TSESTree } from "@typescript-eslint/utils";
import { answerOnce, pairOf } from "../source/answer-once.js";
import type { AnalyzedFile } from "../source/file.js";
import { sdkCallOf } from "../origins/api-calls.js";
import { callsIn } from "../origins/calls.js";
import type { SdkCall } from "../origins/call.js";
import { outcomesOf, outcomesOfBlock, variablesOf } from "./outcomes.js";
import type { ReadPath } from "../values/access-path.js";
import { handlersOf, type Handler } from "./repeat-handlers.js";
import { opennessBy } from "./library-openness.js";
import { handlerRepeat } from "./repeats.js";
import { libraryRetries, type Decider, type LibraryRetry } from "../retriers/libraries.js";
import { hasSay } from "./error-influences-repeat.js";
import { calleeName, isFunction, nearestAround, walk } from "../source/syntax.js";
import { type AssumedCode, untestedCode } from "../follow/assumed-code.js";

/** A construct that repeats calls of the SDK whatever the error was. */
export type BlindRetry =
  | { readonly kind: "handler"; readonly handler: Handler; readonly calls: readonly SdkCall[] }
  | { readonly kind: "library"; readonly retry: LibraryRetry; readonly calls: readonly SdkCall[] };

export function blindRetries(file: AnalyzedFile): readonly BlindRetry[] {
  const retries = libraryRetries(file);
  const attempts = new Set(retries.flatMap((retry) => retry.attempts));
  const attemptAround = nearestAround((node): node is TSESTree.Node => attempts.has(node));
  const handlers = handlersOf(file).filter(({ node }) => !attempts.has(node) && attemptAround(node) === undefined);
  return [...handlers.flatMap((handler) => blindHandler(file, handler) ?? []), ...retries.flatMap((retry) => blindLibrary(file, retry) ?? [])];
}

function blindHandler(file: AnalyzedFile, handler: Handler): BlindRetry | undefined {
  const repeat = handlerRepeat(file, handler);
  if (repeat === undefined || repeat.calls.length === 0) return undefined;
  const { after, error, node } = handler;
  const assumed = untested(file, node, error);
  if (repeat.openness(assumed) === 0 || hasSay(file, { error, owner: node, loop: repeat.loop, after, answersLibrary: false, assumed })) return undefined;
  return { kind: "handler", handler, calls: repeat.calls };
}

function blindLibrary(file: AnalyzedFile, retry: LibraryRetry): BlindRetry | undefined {
  const calls = retry.attempts.flatMap((attempt) => callsOfAttempt(file, attempt));
  if (calls.length === 0 || retry.decidedElsewhere) return undefined;
  const { deciders } = retry;
  if (deciders.some((decider) => asksOrStops(file, decider))) return undefined;
  // Nothing repeats in these but what hands the error to their own function.
  const onlyWhenAsked = retry.library === "promise-retry" || retry.library === "retry";
  if (onlyWhenAsked && deciders.length === 0 && forwarded(file, retry) === undefined) return undefined;
  return { kind: "library", retry, calls };
}

/** The calls of an attempt, also those whose errors it hands to the library itself. */
function callsOfAttempt(file: AnalyzedFile, attempt: TSESTree.Node): readonly SdkCall[] {
  const calls = [...callsIn(file, attempt).sdk];
  if (calls.length > 0) return calls;
  walk(file, attempt, (node) => {
    const call = sdkCallOf(file, node);
    if (call !== undefined) calls.push(call);
    return true;
  });
  return calls;
}

function asksOrStops(file: AnalyzedFile, { fn, clause, error, repeats }: Decider): boolean {
  const owner = clause ?? fn;
  // Many calls can hand over one function.
  return answerOnce<boolean>(file, asksOrStops, pairOf(file, pairOf(file, owner, repeats), error), true, () => {
    const assumed = untested(file, fn, error);
    if (hasSay(file, { error, owner, loop: undefined, after: undefined, answersLibrary: true, assumed })) return true;
    return opennessBy(file, repeats, clause === undefined ? outcomesOf(file, fn, assumed) : outcomesOfBlock(file, clause.body.body, assumed), assumed) === 0;
  });
}

/** The argument of `.catch(retry)`, which hands every error to the function that repeats. */
export function forwarded(file: AnalyzedFile, { attempts }: LibraryRetry): TSESTree.Identifier | undefined {
  let found: TSESTree.Identifier | undefined;
  for (const attempt of attempts) {
    const [parameter] = isFunction(attempt.parent) ? attempt.parent.params : [];
    if (parameter?.type !== "Identifier") continue;
    walk(file, attempt, (node) => {
      const [argument] = node.type === "CallExpression" && calleeName(node) === "catch" ? node.arguments : [];
      if (argument?.type === "Identifier" && argument.name === parameter.name) found = argument;
      return found === undefined;
    });
  }
  return found;
}

function untested(file: AnalyzedFile, owner: TSESTree.Node, error: TSESTree.Node | undefined): AssumedCode {
  const [root] = variablesOf(file, error);
  const path: ReadPath = { root: root ?? owner, names: ["code"] };
  return { path, code: untestedCode };
}
