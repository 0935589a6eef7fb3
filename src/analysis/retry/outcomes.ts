import type { TSESTree } from "@typescript-eslint/utils";
import type { AnalyzedFile, FunctionNode, Variable } from "../source/file.js";
import { patternPath } from "../values/import-paths.js";
import type { ReadPath } from "../values/access-path.js";
import { bare, isFunction, propertyName, walk } from "../source/syntax.js";
import { reachedIn, followStatements, truthOf } from "../follow/follow.js";
import type { AssumedCode } from "../follow/assumed-code.js";

/** One way out of a function: an expression that it gives back or throws, or its end. */
export interface Outcome {
  readonly how: "return" | "throw" | "end";
  readonly node: TSESTree.Node | undefined;
}

/** What an outcome means to whoever repeats. */
export type Verdict = "repeat" | "stop" | "maybe";

export interface Outcomes {
  readonly outcomes: readonly Outcome[];
  readonly reached: ReadonlySet<TSESTree.Node>;
}

/** The ways out of a function when it is handed the assumed code. */
export function outcomesOf(file: AnalyzedFile, fn: FunctionNode, assumed: AssumedCode): Outcomes {
  if (fn.body.type !== "BlockStatement") {
    const reached = reachedIn(file, fn.body, assumed);
    return { outcomes: leavesOf(fn.body, reached).map(returned), reached };
  }
  return outcomesOfBlock(file, fn.body.body, assumed);
}

/** The ways out of some statements of a function. */
export function outcomesOfBlock(file: AnalyzedFile, statements: readonly TSESTree.Statement[], assumed: AssumedCode): Outcomes {
  const { ends, reached } = followStatements(file, statements, assumed);
  const outcomes: Outcome[] = [];
  for (const node of reached) {
    if (node.type === "ReturnStatement") {
      if (node.argument === null) outcomes.push({ how: "return", node: undefined });
      else for (const leaf of leavesOf(node.argument, reached)) outcomes.push(returned(leaf));
    } else if (node.type === "ThrowStatement") outcomes.push({ how: "throw", node: node.argument });
  }
  if (ends.some(({ kind }) => kind === "normal")) outcomes.push({ how: "end", node: undefined });
  return { outcomes, reached };
}

/** A rejected promise that is given back is as good as a `throw`. */
function returned(node: TSESTree.Node): Outcome {
  const call = bare(node);
  if (call.type === "CallExpression" && call.callee.type === "MemberExpression") {
    const { object } = call.callee;
    const name = propertyName(call.callee);
    if (object.type === "Identifier" && object.name === "Promise" && name === "reject") return { how: "throw", node: call.arguments[0] };
    if (object.type === "Identifier" && object.name === "Promise" && name === "resolve") return { how: "return", node: call.arguments[0] };
  }
  return { how: "return", node: call };
}

/** The expressions that `test ? a : b` can come to. */
function leavesOf(expression: TSESTree.Node, reached: ReadonlySet<TSESTree.Node>): TSESTree.Node[] {
  const node = bare(expression);
  if (node.type === "AwaitExpression") return leavesOf(node.argument, reached);
  if (node.type === "SequenceExpression") return leavesOf(node.expressions.at(-1) ?? node, reached);
  if (node.type !== "ConditionalExpression") return [node];
  return [node.consequent, node.alternate].filter((part) => reached.has(part)).flatMap((part) => leavesOf(part, reached));
}

/** Answers with a truth value, as predicates do: what is truthy repeats. */
export function verdictOfTruth(file: AnalyzedFile, { how, node }: Outcome, assumed: AssumedCode): Verdict {
  if (how !== "return" || node === undefined) return "stop";
  const truth = truthOf(file, node, assumed);
  if (truth !== "open") return truth ? "repeat" : "stop";
  if (node.type === "Literal") return node.value === null || node.value === 0 || node.value === "" ? "stop" : "repeat";
  return node.type === "Identifier" && node.name === "undefined" ? "stop" : "maybe";
}

/** Between 0, where every way stops, and 2, where every way repeats. */
export function opennessOf(verdicts: readonly Verdict[]): number {
  const weights = { repeat: 2, maybe: 1, stop: 0 } as const;
  const sum = verdicts.reduce((total, verdict) => total + weights[verdict], 0);
  return verdicts.length === 0 ? 0 : sum / verdicts.length;
}

/**
 * Where the code of an error is that a function gets: for each property path that leads from the parameter to the
 * code (`["code"]`, `["error", "code"]`), the variable that holds the start of it.
 */
export function codePathsOf(file: AnalyzedFile, pattern: TSESTree.Node | null | undefined, ways: readonly (readonly string[])[]): readonly ReadPath[] {
  if (pattern == null) return [];
  const paths: ReadPath[] = [];
  walk(file, pattern, (node) => {
    if (isFunction(node)) return false;
    const names = node.type === "Identifier" ? patternPath(pattern, node) : undefined;
    const variable = node.type === "Identifier" && names !== undefined ? file.variableOf(node) : undefined;
    if (names === undefined || variable === undefined) return true;
    for (const way of ways) if (names.every((name, index) => name === way[index])) paths.push({ root: variable, names: way });
    return true;
  });
  return paths;
}

/** The variables that a pattern declares. */
export function variablesOf(file: AnalyzedFile, pattern: TSESTree.Node | null | undefined): ReadonlySet<Variable> {
  const variables = new Set<Variable>();
  if (pattern == null) return variables;
  walk(file, pattern, (node) => {
    const variable = node.type === "Identifier" && patternPath(pattern, node) !== undefined ? file.variableOf(node) : undefined;
    if (variable !== undefined) variables.add(variable);
    return !isFunction(node);
  });
  return variables;
}
