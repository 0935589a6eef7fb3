import type { TSESTree } from "@typescript-eslint/utils";
import type { AnalyzedFile, FunctionNode, Variable } from "../source/file.js";
import { codePathsOf, outcomesOf, variablesOf } from "./outcomes.js";
import { isVariable, type ReadPath } from "../values/access-path.js";
import { regionOf } from "../follow/regions.js";
import { nameOf } from "../retriers/retry-callbacks.js";
import { opennessBy } from "./library-openness.js";
import { retryFlagOf } from "../retriers/retry-flags.js";
import { predicateSays } from "../retriers/retry-names.js";
import { bare, isFunction, nodesOf } from "../source/syntax.js";
import { testsInside } from "../code-tests/code-tests.js";
import { followStatements, truthOf } from "../follow/follow.js";
import type { Repeat } from "./repeat.js";

/** What says by its name that its answer is about repeating: predicates, and flags such as `retryable`. */
export function namedRepeats(file: AnalyzedFile): readonly Repeat[] {
  const repeats: Repeat[] = [];
  for (const node of nodesOf(file, "ArrowFunctionExpression", "AssignmentExpression", "FunctionDeclaration", "FunctionExpression", "Property", "VariableDeclarator")) {
    if (isFunction(node)) {
      const name = nameOf(node);
      if (name !== undefined && predicateSays(file, name) === "repeat" && node.params.length > 0) repeats.push(predicateRepeat(file, node));
      continue;
    }
    const flag = retryFlagOf(file, node);
    const repeat = flag === undefined ? undefined : flagRepeat(file, flag);
    if (repeat !== undefined) repeats.push(repeat);
  }
  return repeats;
}

const nothingKnown = { calls: [], tried: undefined, loop: undefined, once: false, isNamed: true } as const;

function predicateRepeat(file: AnalyzedFile, fn: FunctionNode): Repeat {
  const [error] = fn.params;
  return {
    ...nothingKnown,
    region: fn.body,
    paths: codePathsOf(file, error, [["code"], ["error", "code"], []]),
    variables: variablesOf(file, error),
    openness: (assumed) => opennessBy(file, { by: "truth" }, outcomesOf(file, fn, assumed), assumed),
    reached: (assumed) => outcomesOf(file, fn, assumed).reached,
  };
}

function flagRepeat(file: AnalyzedFile, value: TSESTree.Expression): Repeat | undefined {
  const isTrue = isLiteral(value, true);
  const { owner, statements } = regionOf(file, value);
  const region = isTrue ? owner : value;
  const paths = new Map<Variable, ReadPath>();
  for (const { site } of testsInside(file, region)) if (isVariable(site.path.root)) paths.set(site.path.root, site.path);
  if (paths.size === 0 || (isTrue && statements.length === 0)) return undefined;
  return {
    ...nothingKnown,
    region,
    paths: [...paths.values()],
    variables: new Set(paths.keys()),
    openness(assumed) {
      if (isTrue) return followStatements(file, statements, assumed).reached.has(value) ? 2 : 0;
      const truth = truthOf(file, value, assumed);
      return truth === "open" ? 1 : truth ? 2 : 0;
    },
    reached: (assumed) => followStatements(file, statements, assumed).reached,
  };
}

function isLiteral(node: TSESTree.Node, value: boolean): boolean {
  const inner = bare(node);
  return inner.type === "Literal" && inner.value === value;
}
