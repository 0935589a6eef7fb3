import type { TSESTree } from "@typescript-eslint/utils";
import type { Variable } from "../source/file.js";
import type { LinkedModule } from "../source/linked-modules.js";
import { isFunction } from "../source/syntax.js";
import type { Imported } from "./imports.js";

/**
 * What is exported without a name, and a module as an object, is told as if a constant held it: questions follow variables.
 * The nodes that are made here stand in no tree, and where the module begins.
 */

interface Scoped extends LinkedModule {
  /** By their names. */
  readonly made: Map<TSESTree.Node, Variable>;
}

/** The constant that holds `value`: `export default <value>` as `const name = <value>`. */
export function variableOfValue(module: Scoped, name: string, value: TSESTree.Node): Variable {
  const id = identifierIn(module, name);
  if ((value.type === "FunctionDeclaration" || value.type === "ClassDeclaration") && (value.id) === null) {
    value.id = id;
    Object.assign(id, { parent: value });
    return variable(module, id, { type: value.type === "ClassDeclaration" ? "ClassName" : "FunctionName", name: id, node: value }, []);
  }
  const declarator = { type: "VariableDeclarator", id, init: value, range: id.range, loc: id.loc };
  const declaration = { type: "VariableDeclaration", kind: "const", declarations: [declarator], range: id.range, loc: id.loc, parent: module.program };
  Object.assign(declarator, { parent: declaration });
  Object.assign(id, { parent: declarator });
  // Who calls a function is found by the name that it is declared with.
  if (isFunction(value)) Object.assign(value, { parent: declarator });
  const reference = { identifier: id, init: true, writeExpr: value, resolved: undefined, isWrite: () => true, isRead: () => false, isWriteOnly: () => true, isReadOnly: () => false, isReadWrite: () => false };
  return variable(module, id, { type: "Variable", name: id, node: declarator, parent: declaration }, [reference]);
}

/** The variable that `import { name } from "source"` declares, the same one each time. */
export function variableOfImport(module: Scoped, { name, source }: Imported): Variable {
  const known = (module.syntaxAnswers.get(variableOfImport) ?? new Map<string, Variable>()) as Map<string, Variable>;
  module.syntaxAnswers.set(variableOfImport, known);
  const key = `${source}\n${name}`;
  const variable = known.get(key) ?? madeImport(module, { name, source });
  known.set(key, variable);
  return variable;
}

function madeImport(module: Scoped, { name, source }: Imported): Variable {
  const id = identifierIn(module, name);
  const declaration = { type: "ImportDeclaration", source: { type: "Literal", value: source, raw: JSON.stringify(source), ...placeIn(module) }, specifiers: [], ...placeIn(module), parent: module.program };
  const isAll = name === "*" || name === "=" || name === "default";
  const specifier = { type: isAll ? "ImportNamespaceSpecifier" : "ImportSpecifier", imported: identifierIn(module, name), local: id, ...placeIn(module), parent: declaration };
  Object.assign(id, { parent: specifier });
  return variable(module, id, { type: "ImportBinding", name: id, node: specifier, parent: declaration }, []);
}

function variable({ made, scopes }: Scoped, id: TSESTree.Identifier, definition: object, references: readonly object[]): Variable {
  const variable = { name: id.name, identifiers: [id], defs: [definition], references, scope: scopes[0] } as unknown as Variable;
  made.set(id, variable);
  return variable;
}

/** An object literal with these names as shorthand properties. */
export function objectOfNames(module: LinkedModule, names: readonly string[]): { readonly object: TSESTree.ObjectExpression; readonly identifiers: ReadonlyMap<string, TSESTree.Identifier> } {
  const identifiers = new Map(names.map((name) => [name, identifierIn(module, name)]));
  const object = { type: "ObjectExpression", ...placeIn(module), properties: [] as object[] };
  for (const [name, value] of identifiers) {
    const property = { type: "Property", ...placeIn(module), key: identifierIn(module, name), value, kind: "init", computed: false, method: false, shorthand: false, parent: object };
    Object.assign(value, { parent: property });
    object.properties.push(property);
  }
  return { object: object as unknown as TSESTree.ObjectExpression, identifiers };
}

export function identifierIn(module: LinkedModule, name: string): TSESTree.Identifier {
  return { type: "Identifier", name, decorators: [], optional: false, typeAnnotation: undefined, ...placeIn(module), parent: module.program } as unknown as TSESTree.Identifier;
}

function placeIn({ program, start }: LinkedModule): { readonly range: TSESTree.Range; readonly loc: TSESTree.SourceLocation } {
  return { range: [start, start], loc: program.loc };
}
