import type { TSESLint, TSESTree } from "@typescript-eslint/utils";
import type { Answers } from "./answer-once.js";
import type { TypeInfo } from "./checker.js";
import type { LinkedModules } from "./linked-modules.js";
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
  /** What names match that say, beside the usual ones, that a code is retried. */
  readonly retryNames: readonly string[];
  /** Answers that later questions ask for again. */
  readonly answers: Answers;
  /** What a module goes by that is imported at a node: those of one's own code map by the names that the package has for them. */
  moduleNamed(source: string, at: TSESTree.Node): string;
  /** The modules that it imports from. */
  readonly linked: LinkedModules;
  /** The variable that an identifier refers to or declares; for an import the variable of the module that exports it. */
  variableOf(identifier: TSESTree.Identifier | TSESTree.JSXIdentifier): Variable | undefined;
}

/** Finds the variables of a module by their names, with the table of them made at the first question. */
export function createVariableLookup(scopes: () => readonly TSESLint.Scope.Scope[]): (identifier: TSESTree.Node) => Variable | undefined {
  let names: VariableNames | undefined;
  return (identifier) => {
    names ??= collectNames(scopes());
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

function collectNames(scopes: readonly TSESLint.Scope.Scope[]): VariableNames {
  const at = new Map<number, VariableName>();
  const others = new Map<TSESTree.Node, Variable>();
  const add = (identifier: TSESTree.Node, variable: Variable): void => {
    const [start] = identifier.range;
    const known = at.get(start);
    if (known === undefined || known.identifier === identifier) at.set(start, { identifier, variable });
    else others.set(identifier, variable);
  };
  for (const scope of scopes) {
    for (const variable of scope.variables) for (const identifier of variable.identifiers) add(identifier, variable);
    for (const { identifier, resolved } of scope.references) if (resolved !== null) add(identifier, resolved);
  }
  return { at, others };
}
