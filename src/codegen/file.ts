import type {
  ImportDeclarationStructure,
  StatementStructures,
  TypeAliasDeclarationStructure,
  VariableStatementStructure,
} from "ts-morph";
import { StructureKind, VariableDeclarationKind } from "ts-morph";

import { HEADER } from "./header.js";
import { commentText } from "./text.js";

/** One file of the code map, before it is text. */
export interface FileStructure {
  /** Relative to the output folder, with forward slashes. */
  readonly path: string;
  readonly statements: readonly Statement[];
}

/** A statement as a structure, or as its text. */
export type Statement = StatementStructures | string;


/** The first line of a file. */
export function header(sources: readonly string[]): string {
  return `${HEADER} from ${commentText(sources.join(", ")) || "the catalog"}. Do not edit.\n`;
}

/** The sources of a service as they stand in the catalog, wherever the catalog is: `documents/cbs.en.md`. */
export function sourceNames(files: readonly string[]): readonly string[] {
  return files.map((file) => file.split(/[\\/]/).slice(-2).join("/"));
}

/** `import type { … } from "…"`, or an import of values. */
export function imports(from: string, names: readonly string[], isTypeOnly: boolean): ImportDeclarationStructure {
  return { kind: StructureKind.ImportDeclaration, moduleSpecifier: from, namedImports: [...names], isTypeOnly };
}

/** `export type Name = type;` */
export function typeAlias(name: string, type: string, doc: string, typeParameters: readonly string[] = []): TypeAliasDeclarationStructure {
  return {
    kind: StructureKind.TypeAlias,
    isExported: true,
    name,
    type,
    docs: [doc],
    typeParameters: [...typeParameters],
    leadingTrivia: "\n",
  };
}

/** `export interface Name { … }` with a body that is text: a structure per row would cost more than all the rest. */
export function interfaceText(name: string, rows: readonly string[], doc: string, heritage = ""): string {
  return `\n/** ${doc} */\nexport interface ${name}${heritage} {\n${rows.join("\n")}\n}`;
}

/** `export const name: type = initializer;`, or one for the file only where there is no docstring. */
export function constant(name: string, type: string | undefined, initializer: string, doc?: string): VariableStatementStructure {
  return {
    kind: StructureKind.VariableStatement,
    declarationKind: VariableDeclarationKind.Const,
    isExported: doc !== undefined,
    declarations: [{ name, initializer, ...(type === undefined ? {} : { type }) }],
    docs: doc === undefined ? [] : [doc],
    leadingTrivia: "\n",
  };
}

