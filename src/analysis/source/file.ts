import type { TSESLint, TSESTree } from "@typescript-eslint/utils";
import type { TypeInfo } from "./checker.js";
import type { Settings } from "./settings.js";

export type Variable = TSESLint.Scope.Variable;
export type FunctionNode =
  | TSESTree.ArrowFunctionExpression
  | TSESTree.FunctionDeclaration
  | TSESTree.FunctionExpression;

/** One parsed file with what the questions about it share. Made once per parse, whatever the number of rules. */
export interface AnalyzedFile {
  readonly sourceCode: Readonly<TSESLint.SourceCode>;
  readonly settings: Settings;
  /** Absent without type information: under an untyped configuration, in oxlint. */
  readonly types: TypeInfo | undefined;
  /** Answers that later questions ask for again, by question and node. */
  readonly caches: Map<unknown, Map<object, unknown>>;
  /** The variable that an identifier refers to or declares. */
  variableOf(identifier: TSESTree.Identifier | TSESTree.JSXIdentifier): Variable | undefined;
}

/** Questions that lead to questions: generated code nests expressions deeper than the stack is. */
const maximumDepth = 150;
let depth = 0;

/**
 * Remembers `compute(node)` for the life of the file, under `question`. A question that comes back to itself
 * while it is being answered (a cycle of constants, mutual recursion), or that is asked too far down, gets
 * `whileAnswering`.
 */
export function remember<Answer>(
  file: AnalyzedFile,
  question: unknown,
  node: object,
  whileAnswering: Answer,
  compute: () => Answer,
): Answer {
  let answers = file.caches.get(question);
  if (answers === undefined) {
    answers = new Map();
    file.caches.set(question, answers);
  }
  const known = answers.get(node);
  if (known !== undefined || answers.has(node)) return known as Answer;
  if (depth >= maximumDepth) return whileAnswering;
  answers.set(node, whileAnswering);
  depth += 1;
  try {
    const answer = compute();
    answers.set(node, answer);
    return answer;
  } finally {
    depth -= 1;
  }
}

/** Finds the variables of a file by their names, with the table of them made at the first question. */
export function createVariableLookup(
  sourceCode: Readonly<TSESLint.SourceCode>,
): (identifier: TSESTree.Identifier | TSESTree.JSXIdentifier) => Variable | undefined {
  let names: VariableNames | undefined;
  return (identifier) => {
    names ??= collectNames(sourceCode);
    const place = names.at.get(identifier.range[0]);
    return place?.identifier === identifier ? place.variable : names.others.get(identifier);
  };
}

/** The variables by where their names stand: numbers are found faster than nodes. */
interface VariableNames {
  readonly at: Map<number, VariableName>;
  /** Names of which two stand in one place. */
  readonly others: Map<TSESTree.Node, Variable>;
}

interface VariableName {
  readonly identifier: TSESTree.Node;
  readonly variable: Variable;
}

function collectNames(sourceCode: Readonly<TSESLint.SourceCode>): VariableNames {
  const at = new Map<number, VariableName>();
  const others = new Map<TSESTree.Node, Variable>();
  const add = (identifier: TSESTree.Node, variable: Variable): void => {
    const [start] = identifier.range;
    const known = at.get(start);
    if (known === undefined || known.identifier === identifier) at.set(start, { identifier, variable });
    else others.set(identifier, variable);
  };
  for (const scope of sourceCode.scopeManager?.scopes ?? []) {
    for (const variable of scope.variables) for (const identifier of variable.identifiers) add(identifier, variable);
    for (const { identifier, resolved } of scope.references) if (resolved !== null) add(identifier, resolved);
  }
  return { at, others };
}
