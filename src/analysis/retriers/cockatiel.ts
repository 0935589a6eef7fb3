import type { TSESTree } from "@typescript-eslint/utils";
import type { AnalyzedFile } from "../source/file.js";
import { answerOnce } from "../source/answer-once.js";
import { modulePath } from "../values/import-paths.js";
import { functionOf } from "../source/functions.js";
import { bare, calleeName, nodesOf, propertyName } from "../source/syntax.js";
import { resolveConstant } from "../values/constants.js";
import { decidersInside } from "./attempts.js";
import { directly, type Decider, type LibraryRetry } from "./library-retry.js";

/** The position of the predicate in what builds a policy; where it is left out, every such error is handled. */
const predicates: Readonly<Record<string, number>> = { handleWhen: 0, orWhen: 0, handleType: 1, orType: 1 };
/** Builders that look at results, not at errors. */
const aboutResults = new Set(["handleResultType", "handleWhenResult", "orResultType", "orWhenResult"]);

/** `retry(handleWhen((error) => …), options)` of cockatiel; what it tries are the functions that the policy executes. */
export function cockatielRetry(file: AnalyzedFile, node: TSESTree.CallExpression): LibraryRetry | undefined {
  if (cockatielName(file, node.callee) !== "retry") return undefined;
  const [handled] = node.arguments;
  if (handled === undefined) return undefined;
  const attempts = executedBy(file, node);
  const inside = attempts.flatMap((attempt) => {
    const fn = functionOf(file, attempt);
    return fn === undefined ? [] : decidersInside(file, fn, { stopErrors: [], stopCalls: [] });
  });
  const { deciders, decidedElsewhere } = builtFrom(file, handled);
  return {
    node,
    library: "cockatiel",
    attempts: attempts.map((attempt) => functionOf(file, attempt)?.body ?? attempt),
    deciders: [...deciders, ...inside],
    decidedElsewhere,
    options: undefined,
  };
}

/** Whether an expression is cockatiel's `handleAll`, which handles every error. */
export function isHandleAll(file: AnalyzedFile, node: TSESTree.Node): boolean {
  return cockatielName(file, node) === "handleAll";
}

function cockatielName(file: AnalyzedFile, node: TSESTree.Node): string | undefined {
  const found = modulePath(file, node);
  return found?.module === "cockatiel" ? found.path.at(-1) : undefined;
}

interface Built {
  readonly deciders: readonly Decider[];
  readonly decidedElsewhere: boolean;
}

/** What the chain `handleType(A, (e) => …).orWhen((e) => …)` asks about an error. */
function builtFrom(file: AnalyzedFile, policy: TSESTree.Node): Built {
  if (isHandleAll(file, policy)) return { deciders: [], decidedElsewhere: false };
  const node = resolveConstant(file, policy);
  if (node === undefined) return { deciders: [], decidedElsewhere: true };
  if (node.type !== "CallExpression") return { deciders: [], decidedElsewhere: cockatielName(file, node) === undefined };
  const callee = bare(node.callee);
  const name = calleeName(node) ?? "";
  const before: Built = callee.type === "MemberExpression" && modulePath(file, callee) === undefined ? builtFrom(file, callee.object) : { deciders: [], decidedElsewhere: false };
  if (aboutResults.has(name)) return { ...before, decidedElsewhere: true };
  const position = Object.hasOwn(predicates, name) ? predicates[name] : undefined;
  const argument = position === undefined ? undefined : node.arguments[position];
  // Which errors are of a type is a question about them too.
  if (argument === undefined) return { ...before, decidedElsewhere: true };
  const fn = functionOf(file, argument);
  if (fn === undefined) return { ...before, decidedElsewhere: true };
  const decider: Decider = { fn, error: fn.params[0], ways: directly, repeats: { by: "truth" } };
  return { deciders: [...before.deciders, decider], decidedElsewhere: before.decidedElsewhere };
}

/** What `policy.execute(…)` is handed, for the policy that a call makes, also when it is wrapped with others. */
function executedBy(file: AnalyzedFile, made: TSESTree.CallExpression): readonly TSESTree.Node[] {
  return executions(file).filter(({ policy }) => isMadeBy(file, policy, made)).map(({ attempt }) => attempt);
}

interface Execution {
  readonly policy: TSESTree.Node;
  readonly attempt: TSESTree.Node;
}

function executions(file: AnalyzedFile): readonly Execution[] {
  const { ast } = file.sourceCode;
  return answerOnce<readonly Execution[]>(file, executions, ast, [], () => {
    const found: Execution[] = [];
    for (const node of nodesOf(file, "CallExpression")) {
      const callee = bare(node.callee);
      const [attempt] = node.arguments;
      if (callee.type === "MemberExpression" && propertyName(callee) === "execute" && attempt !== undefined) found.push({ policy: callee.object, attempt });
    }
    return found;
  });
}

function isMadeBy(file: AnalyzedFile, policy: TSESTree.Node, made: TSESTree.Node, depth = 0): boolean {
  const node = resolveConstant(file, policy);
  if (node === made) return true;
  if (node?.type !== "CallExpression" || cockatielName(file, node.callee) !== "wrap" || depth > 4) return false;
  return node.arguments.some((part) => isMadeBy(file, part, made, depth + 1));
}
