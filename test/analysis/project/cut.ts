import { parseForESLint } from "@typescript-eslint/parser";
import type { TSESLint, TSESTree } from "@typescript-eslint/utils";

/** A declaration at the top of a module that can stand in another. */
export interface Movable {
  readonly name: string;
  readonly isType: boolean;
  /** Its text, without `export`. */
  readonly text: string;
  /** The names of other declarations that it reads. */
  readonly reads: readonly string[];
}

/** A module cut in two: what is called from elsewhere in it, and what stays. */
export interface Cut {
  readonly imports: readonly string[];
  readonly moved: readonly Movable[];
  /** The rest, without the imports. */
  readonly stays: string;
  /** The names in `stays` that stand for what was moved, the last one first. */
  readonly uses: readonly Use[];
}

export interface Use {
  readonly name: string;
  readonly start: number;
  readonly isShorthand: boolean;
  readonly isExported: boolean;
}

type Variable = TSESLint.Scope.Variable;

interface Declared {
  readonly statement: TSESTree.ProgramStatement;
  readonly variable: Variable;
  readonly canMove: boolean;
}

/** Cuts helpers, clients, constants, classes and enums off a module; undefined where none can stand elsewhere. */
export function cut(code: string): Cut | undefined {
  const { ast, scopeManager, visitorKeys } = parseForESLint(code, { range: true, sourceType: "module", ecmaFeatures: { jsx: false } });
  const program = ast as unknown as TSESTree.Program;
  setParents(program, visitorKeys);
  const scope = scopeManager.scopes.find(({ type }) => type === "module");
  if (scope === undefined) return undefined;
  const variables = scope.variables as unknown as readonly Variable[];
  const declared = variables.flatMap((variable) => declaredBy(program, variable) ?? []);
  const readsOf = (at: TSESTree.Node): Declared[] => declared.filter(({ variable, statement }) => statement !== at && variable.references.some(({ identifier }) => isIn(identifier, at)));
  const moved = new Set(declared.filter(({ canMove, statement, variable }) => canMove && variable.references.some(({ identifier }) => !isIn(identifier, statement) && !isExport(identifier))));
  for (let before = -1; before !== moved.size; ) {
    before = moved.size;
    for (const each of moved) if (readsOf(each.statement).some((other) => !moved.has(other))) moved.delete(each);
  }
  const statements = new Set([...moved].map(({ statement }) => statement));
  if (statements.size === 0 || statements.size !== moved.size) return undefined;
  const imports = program.body.filter(isImport);
  const staying = program.body.filter((statement) => !statements.has(statement) && !imports.includes(statement));
  if (staying.length === 0) return undefined;
  const uses = [...moved].flatMap(({ variable }) => variable.references.map(({ identifier }) => identifier as TSESTree.Identifier).filter((identifier) => staying.some((statement) => isIn(identifier, statement))));
  if (uses.length === 0) return undefined;
  const offsets = new Map<TSESTree.Node, number>();
  let stays = "";
  for (const statement of staying) {
    const { range: [start, end] } = withComments(code, statement);
    offsets.set(statement, stays.length - start);
    stays += `${code.slice(start, end)}\n`;
  }
  return {
    imports: imports.map(({ range }) => code.slice(...range)),
    moved: [...moved].map((each) => ({
      name: each.variable.name,
      isType: each.statement.type.startsWith("TSInterface") || each.statement.type.startsWith("TSType"),
      text: code.slice(...bareDeclaration(each.statement).range),
      reads: readsOf(each.statement).map(({ variable }) => variable.name),
    })),
    stays,
    uses: [...new Set(uses)].map((identifier) => {
      const statement = staying.find((candidate) => isIn(identifier, candidate)) as TSESTree.Node;
      const { parent } = identifier;
      return { name: identifier.name, start: identifier.range[0] + (offsets.get(statement) ?? 0), isShorthand: parent.type === "Property" && parent.shorthand, isExported: isExport(identifier) };
    }).sort((left, right) => right.start - left.start),
  };
}

function setParents(node: TSESTree.Node, visitorKeys: Readonly<Record<string, readonly string[] | undefined>>): void {
  for (const key of visitorKeys[node.type] ?? []) {
    const child = (node as unknown as Record<string, unknown>)[key] as TSESTree.Node | TSESTree.Node[] | null | undefined;
    for (const item of [child ?? []].flat()) {
      if ((item as TSESTree.Node | null) === null) continue;
      item.parent = node;
      setParents(item, visitorKeys);
    }
  }
}

function isImport(statement: TSESTree.ProgramStatement): boolean {
  if (statement.type === "ImportDeclaration") return true;
  if (statement.type !== "VariableDeclaration") return false;
  return statement.declarations.every(({ init }) => init?.type === "CallExpression" && init.callee.type === "Identifier" && init.callee.name === "require");
}

function declaredBy(program: TSESTree.Program, variable: Variable): Declared | undefined {
  const [definition, second] = variable.defs;
  if (definition === undefined || definition.type === "ImportBinding") return undefined;
  const statement = program.body.find((candidate) => isIn(definition.name as TSESTree.Node, candidate));
  if (statement === undefined || isImport(statement)) return undefined;
  const declaration = bareDeclaration(statement);
  const isConstant = declaration.type === "VariableDeclaration" && declaration.kind === "const" && declaration.declarations.length === 1 && declaration.declarations[0]?.id.type === "Identifier";
  const isNamed = ["FunctionDeclaration", "ClassDeclaration", "TSEnumDeclaration", "TSInterfaceDeclaration", "TSTypeAliasDeclaration"].includes(declaration.type);
  return { statement, variable, canMove: second === undefined && (isConstant || isNamed) && !statement.type.startsWith("ExportDefault") };
}

function bareDeclaration(statement: TSESTree.ProgramStatement): TSESTree.Node {
  return statement.type === "ExportNamedDeclaration" && statement.declaration !== null ? statement.declaration : statement;
}

/** Comments in front of a statement stay with it. */
function withComments(code: string, statement: TSESTree.Node): { readonly range: readonly [number, number] } {
  const before = /(?:[ \t]*(?:\/\/[^\n]*|\/\*(?:[^*]|\*(?!\/))*\*\/)\s*\n)*$/.exec(code.slice(0, statement.range[0]))?.[0] ?? "";
  const after = /^[ \t]*\/\/[^\n]*/.exec(code.slice(statement.range[1]))?.[0] ?? "";
  return { range: [statement.range[0] - before.length, statement.range[1] + after.length] };
}

function isExport({ parent }: TSESTree.Node): boolean {
  return parent?.type === "ExportSpecifier" || parent?.type === "ExportDefaultDeclaration";
}

function isIn(node: TSESTree.Node, around: TSESTree.Node): boolean {
  return node.range[0] >= around.range[0] && node.range[1] <= around.range[1];
}
