import type { TSESTree } from "@typescript-eslint/utils";
import { answerOnce } from "../source/answer-once.js";
import { entryOf } from "../source/entry-of.js";
import type { AnalyzedFile, FunctionNode } from "../source/file.js";
import { outcomesOf } from "./outcomes.js";
import { isVariable, samePath, type ReadPath } from "../values/access-path.js";
import { isRetryLoop, loopOrFunctionAround, mostTurns } from "./repeat-loops.js";
import { turnOpenness } from "./repeat-turns.js";
import { calledFunction } from "../source/functions.js";
import { enclosingFunction, isFunction, isInside, walk, type Loop } from "../source/syntax.js";
import { codeTestsOf, testsInside } from "../code-tests/code-tests.js";
import { followStatements, type Followed } from "../follow/follow.js";
import type { AssumedCode } from "../follow/assumed-code.js";
import type { Repeat } from "./repeat.js";

/** Repeats decided by a raw answer rather than by an error: `if (body.Response.Error?.Code === "…") continue;`. */
export function answerRepeats(file: AnalyzedFile): readonly Repeat[] {
  const repeats: Repeat[] = [];
  const seen = new Map<unknown, Map<unknown, Set<string>>>();
  for (const { site, node } of codeTestsOf(file)) {
    const { path } = site;
    if (site.evidence !== "envelope") continue;
    const owner = loopOrFunctionAround(node);
    if (owner === undefined) continue;
    // A function can ask about many answers.
    const names = entryOf(entryOf(seen, owner, () => new Map<unknown, Set<string>>()), path.root, () => new Set<string>());
    const key = JSON.stringify(path.names);
    if (names.has(key)) continue;
    names.add(key);
    const repeat = isFunction(owner) ? recursion(file, owner, path) : loopRepeat(file, owner, path);
    if (repeat !== undefined) repeats.push(repeat);
  }
  return repeats;
}

const nothingKnown = { calls: [], tried: undefined } as const;

/** The answer comes anew with each turn, and the loop ends with a good one. */
function loopRepeat(file: AnalyzedFile, loop: Loop, path: ReadPath): Repeat | undefined {
  const { body } = loop;
  if (body.type !== "BlockStatement" || !isRetryLoop(file, loop, body, loop) || !isMadeIn(path, body)) return undefined;
  const statements = body.body.flatMap((statement) => (bringsAnswer(file, statement, path) ? [...statement.block.body, ...(statement.finalizer?.body ?? [])] : [statement]));
  const followed = (assumed: AssumedCode): Followed => followStatements(file, statements, assumed);
  return {
    ...nothingKnown,
    region: body,
    paths: [path],
    variables: new Set(isVariable(path.root) ? [path.root] : []),
    loop,
    once: (mostTurns(loop) ?? Infinity) <= 2,
    openness: (assumed) => turnOpenness(file, loop, body, followed(assumed), assumed),
    reached: (assumed) => followed(assumed).reached,
  };
}

/** `try { answer = await call(); } catch { continue; }`: where there is an answer to ask about, nothing was caught. */
function bringsAnswer(file: AnalyzedFile, statement: TSESTree.Statement, path: ReadPath): statement is TSESTree.TryStatement {
  return statement.type === "TryStatement" && isMadeIn(path, statement.block) && !testsInside(file, statement).some(({ site }) => samePath(site.path, path));
}

/** Whether what a path starts from is made in a piece of code, so that each run of it has an answer of its own. */
function isMadeIn({ root }: ReadPath, code: TSESTree.Node): boolean {
  if (!isVariable(root)) return isInside(root, code);
  return root.references.some((reference) => reference.isWrite() && isInside(reference.identifier, code));
}

/** The function that gets the answer calls itself. */
function recursion(file: AnalyzedFile, fn: FunctionNode, path: ReadPath): Repeat | undefined {
  const again = callsOfItself(file, fn);
  if (again.length === 0 || !isMadeIn(path, fn.body)) return undefined;
  return {
    ...nothingKnown,
    region: fn.body,
    paths: [path],
    variables: new Set(isVariable(path.root) ? [path.root] : []),
    loop: undefined,
    once: false,
    openness(assumed) {
      const { reached } = outcomesOf(file, fn, assumed);
      return again.filter((node) => reached.has(node)).length;
    },
    reached: (assumed) => outcomesOf(file, fn, assumed).reached,
  };
}

/** A function can ask about many answers. */
function callsOfItself(file: AnalyzedFile, fn: FunctionNode): readonly TSESTree.Node[] {
  return answerOnce<readonly TSESTree.Node[]>(file, callsOfItself, fn, [], () => {
    const again: TSESTree.Node[] = [];
    walk(file, fn.body, (node) => {
      if (node.type === "CallExpression" && calledFunction(file, node) === fn && enclosingFunction(node) === fn) again.push(node);
      return true;
    });
    return again;
  });
}
