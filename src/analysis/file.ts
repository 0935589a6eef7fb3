import type { ParserServicesWithTypeInformation, TSESLint, TSESTree } from "@typescript-eslint/utils";
import { readSettings, type Settings } from "./settings.js";
import { mayHoldTencentCode } from "./gate.js";
import { createTypeInfo, type TypeInfo } from "./types.js";

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

type RuleContext = Readonly<TSESLint.RuleContext<string, readonly unknown[]>>;

/**
 * The file that was asked about last, also where it holds nothing for the rules: each rule asks anew, and all rules see one
 * file after the other. A `WeakMap` of all files costs the garbage collector dearly: while it is old and its entries are
 * young, they count as being in use, and every syntax tree is moved into the old generation.
 */
let last: Last | undefined;

interface Last {
  readonly sourceCode: object;
  readonly filename: string;
  readonly text: string;
  /** What was parsed; not asked for where the file holds nothing, since oxlint makes it when it is first asked for. */
  readonly ast: object | undefined;
  readonly file: AnalyzedFile | undefined;
}

/**
 * The analysis of the file that `context` is about.
 *
 * @returns undefined when a cheap look at the text shows that the file holds nothing for the rules
 */
export function analyzedFile(context: RuleContext): AnalyzedFile | undefined {
  if (last !== undefined && isAbout(last, context)) return last.file;
  const { filename, sourceCode } = context;
  const file = analyze(context);
  last = { sourceCode, filename, text: sourceCode.text, ast: file === undefined ? undefined : sourceCode.ast, file };
  return file;
}

/** Whether a rule asks about the same parse once more. oxlint hands over one and the same `sourceCode` for all files. */
function isAbout({ sourceCode, filename, text, ast }: Last, context: RuleContext): boolean {
  if (sourceCode !== context.sourceCode || filename !== context.filename) return false;
  return ast === undefined ? text === context.sourceCode.text : ast === context.sourceCode.ast;
}

function analyze({ settings: shared, sourceCode }: RuleContext): AnalyzedFile | undefined {
  const settings = readSettings(shared);
  const program = typedServices(sourceCode);
  if (!mayHoldTencentCode(sourceCode.text, settings, program !== undefined)) return undefined;
  return {
    sourceCode,
    settings,
    types: program === undefined ? undefined : createTypeInfo(program),
    caches: new Map(),
    variableOf: createVariableLookup(sourceCode),
  };
}

function typedServices(sourceCode: Readonly<TSESLint.SourceCode>): ParserServicesWithTypeInformation | undefined {
  const services = sourceCode.parserServices;
  // oxlint hands over an empty frozen object here, an untyped parse a null program.
  return services?.program == null ? undefined : (services as ParserServicesWithTypeInformation);
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

function createVariableLookup(
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
