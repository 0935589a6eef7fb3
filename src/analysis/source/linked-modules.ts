import type { TSESLint, TSESTree } from "@typescript-eslint/utils";

type Variable = TSESLint.Scope.Variable;

/** A module that a linted file imports, read and parsed. Its nodes stand before those of the linted file: see `range` of `program`. */
export interface LinkedModule {
  /** Absolute. */
  readonly path: string;
  readonly text: string;
  /**
   * All ranges in it are shifted by `start`, so that no two nodes of different modules share a place, and none of another module stands
   * inside or after a node of the linted file.
   */
  readonly program: TSESTree.Program;
  readonly start: number;
  readonly end: number;
  readonly scopes: readonly TSESLint.Scope.Scope[];
  /** What was found out about its syntax alone, by question and node: it holds for all files that are linked to the module. */
  readonly syntaxAnswers: Map<unknown, unknown>;
  /** It has no tokens: those are for what changes a file. */
  readonly sourceCode: Readonly<TSESLint.SourceCode>;
  /** The variable that an identifier in it refers to or declares, imports not followed. */
  ownVariableOf(identifier: TSESTree.Node): Variable | undefined;
}

/**
 * The modules that a file is linked to. A question about a node leads on into other modules through the variables: what an
 * import stands for is the exporting module's own variable, with its declaration there.
 */
export interface LinkedModules {
  /** The variable that one stands for which an import or `require` declares; the same one for all others, and where nothing can be read. */
  behind(variable: Variable): Variable;
  /** The name for what `namespace.name` stands for, where a variable holds all that a module exports. */
  memberOf(namespace: Variable, name: string): TSESTree.Identifier | undefined;
  /** The variable that an identifier of another module refers to or declares. */
  variableOf(identifier: TSESTree.Node): Variable | undefined;
  /** The module that a node stands in; undefined for the linted file itself. */
  moduleOf(node: TSESTree.Node): LinkedModule | undefined;
  /** The expressions that stand for a variable: its own names, and in the modules that import it the names that they give it. */
  placesOf(variable: Variable): readonly TSESTree.Node[];
  /** The declarations in other modules that the linted file reaches, none inside another. */
  declarations(): readonly TSESTree.Node[];
  /** The first name in the linted file through which a node of another module is reached. */
  placeLeadingTo(node: TSESTree.Node): TSESTree.Node | undefined;
  /** The modules that these declarations stand in. */
  modules(): readonly LinkedModule[];
  /** Tells later whether all imports that were followed so far still lead to the same files, unchanged. */
  watch(): () => boolean;
  /** Whether the file, or a module that it can be linked to, may import from one of which the name passes: no more than a look at texts. */
  importsFrom(isNamed: (source: string) => boolean): boolean;
}

/** Of a file that is looked at alone. */
export const notLinked: LinkedModules = {
  behind: (variable) => variable,
  memberOf: () => undefined,
  variableOf: () => undefined,
  moduleOf: () => undefined,
  placesOf: ({ references }) => references.map(({ identifier }) => identifier as TSESTree.Node),
  declarations: () => [],
  placeLeadingTo: () => undefined,
  modules: () => [],
  importsFrom: () => true,
  watch: () => () => true,
};

/** Whether a node stands in another module than the linted one. */
export function isOfOtherModule(node: TSESTree.Node): boolean {
  return node.range[0] < 0;
}
