import type { AnalyzedFile, FunctionNode } from "../source/file.js";
import type { TSESTree } from "@typescript-eslint/utils";
import { entryOf } from "../source/entry-of.js";
import { callsIn } from "../origins/calls.js";
import type { SdkCall } from "../origins/call.js";
import { codePathsOf, outcomesOf, outcomesOfBlock, variablesOf } from "./outcomes.js";
import { isVariable, samePath, type ReadPath } from "../values/access-path.js";
import { opennessBy } from "./library-openness.js";
import { answerRepeats } from "./repeat-answers.js";
import { handedTo, handlersOf, statementAround, type Handler } from "./repeat-handlers.js";
import { mostTurns, retryLoopAround } from "./repeat-loops.js";
import { repeatsIn } from "./repeat-calls.js";
import { turnOpenness } from "./repeat-turns.js";
import { libraryRetries, type Decider, type LibraryRetry } from "../retriers/libraries.js";
import { namedRepeats } from "./retry-predicates.js";
import type { Followed } from "../follow/follow.js";
import { reachedIn, followStatements } from "../follow/follow.js";
import type { AssumedCode } from "../follow/assumed-code.js";
import { assumedInside } from "../follow/code-inside.js";
import type { Repeat } from "./repeat.js";

/** The places in a file that decide about a repeat. */
export function repeatsOf(file: AnalyzedFile): readonly Repeat[] {
  return [
    ...handlersOf(file).flatMap((handler) => handlerRepeat(file, handler) ?? []),
    ...libraryRetries(file).flatMap((retry) => retry.deciders.map((decider) => libraryRepeat(file, retry, decider))),
    ...namedRepeats(file),
    ...answerRepeats(file),
  ];
}

/** A handler that makes the failed call again, or after which a loop does; undefined for other handlers. */
export function handlerRepeat(file: AnalyzedFile, handler: Handler): Repeat | undefined {
  const { node, tried, after } = handler;
  const made = (): readonly SdkCall[] => handler.calls;
  const from = statementAround(after);
  const loop = from === undefined ? undefined : retryLoopAround(file, node.type === "CatchClause" ? tried : from, node);
  const again = repeatsIn(file, node.body, tried, made, "handler");
  const helpers = repeatsInHelpers(file, handler, made);
  if (loop === undefined && again.size === 0 && helpers.length === 0) return undefined;
  const followed = (assumed: AssumedCode): Followed => followHandler(file, handler, assumed);
  return {
    region: node.body,
    paths: codePathsOf(file, handler.error, [["code"]]),
    variables: variablesOf(file, handler.error),
    calls: handler.calls,
    tried,
    loop,
    once: loop === undefined ? [again, ...helpers.map(({ repeats }) => repeats)].every((some) => [...some.values()].every((form) => form === "once")) : (mostTurns(loop) ?? Infinity) <= 2,
    openness(assumed) {
      const here = followed(assumed);
      let open = 0;
      for (const repeat of again.keys()) if (here.reached.has(repeat)) open += 1;
      for (const { call, fn, repeats } of helpers) {
        const inside = here.reached.has(call) ? assumedInside(file, call, fn, assumed) : undefined;
        if (inside === undefined) continue;
        const { reached } = outcomesOf(file, fn, inside);
        for (const repeat of repeats.keys()) if (reached.has(repeat)) open += 1;
      }
      return loop === undefined || from === undefined ? open : open + turnOpenness(file, loop, from, here, assumed);
    },
    reached: (assumed) => followed(assumed).reached,
  };
}

interface RepeatingHelper {
  readonly call: TSESTree.CallExpression;
  readonly fn: FunctionNode;
  readonly repeats: ReturnType<typeof repeatsIn>;
}

/** The calls in a handler that hand the error to a function of this file which repeats what failed. */
function repeatsInHelpers(file: AnalyzedFile, { node, tried }: Handler, made: () => readonly SdkCall[]): readonly RepeatingHelper[] {
  const known = new Map<FunctionNode, ReturnType<typeof repeatsIn>>();
  return handedTo(file, node).flatMap(({ call, fn }) => {
    const repeats = entryOf(known, fn, () => repeatsIn(file, fn.body, tried, made, "helper"));
    return repeats.size === 0 ? [] : [{ call, fn, repeats }];
  });
}

function followHandler(file: AnalyzedFile, { statements, expression, node }: Handler, assumed: AssumedCode): Followed {
  if (expression !== undefined) return { ends: [{ kind: "normal", handedOver: false }], reached: reachedIn(file, expression, assumed) };
  const followed = followStatements(file, statements, assumed);
  if (node.type === "CatchClause") return followed;
  // What a rejection handler returns is the value that control goes on with.
  return { reached: followed.reached, ends: followed.ends.map((end) => (end.kind === "return" ? { ...end, kind: "normal" } : end)) };
}

function libraryRepeat(file: AnalyzedFile, retry: LibraryRetry, decider: Decider): Repeat {
  const { fn, clause, error, ways, repeats } = decider;
  const outcomes = (assumed: AssumedCode): ReturnType<typeof outcomesOf> => (clause === undefined ? outcomesOf(file, fn, assumed) : outcomesOfBlock(file, clause.body.body, assumed));
  return {
    region: clause?.body ?? fn.body,
    paths: codePathsOf(file, error, ways),
    variables: variablesOf(file, error),
    calls: retry.attempts.flatMap((attempt) => callsIn(file, attempt).sdk),
    tried: retry.attempts[0],
    loop: undefined,
    once: false,
    openness: (assumed) => opennessBy(file, repeats, outcomes(assumed), assumed),
    reached: (assumed) => outcomes(assumed).reached,
  };
}

/** The distinct paths of a repeat's error that are tested for codes. */
export function testedPaths(repeat: Repeat, tested: Iterable<ReadPath>): readonly ReadPath[] {
  const paths: ReadPath[] = [];
  const add = (path: ReadPath): void => {
    if (!paths.some((known) => samePath(known, path))) paths.push(path);
  };
  repeat.paths.forEach(add);
  for (const path of tested) if (isVariable(path.root) && repeat.variables.has(path.root)) add(path);
  return paths;
}
