import type { ImportDeclarationStructure, StatementStructures, TypeAliasDeclarationStructure, VariableStatementStructure } from "ts-morph";
import { StructureKind, VariableDeclarationKind } from "ts-morph";

import { catalogStamp } from "../catalog/stamp.js";
import { HEADER } from "./header.js";
import { commentText, literal } from "./text.js";

/** A statement as a structure, or as its text. */
export type Statement = StatementStructures | string;

/**
 * One file of the code map, before it is text. The declarations are ts-morph's; names and rows are put in where they hold a
 * slot: the files of all services have the same declarations, and ts-morph looks at every character that it prints.
 */
export interface CodeFile {
  /** Relative to the output folder, with forward slashes. */
  readonly path: string;
  /** What the file is made from, for its first line. */
  readonly sources: readonly string[];
  readonly declarations: readonly Statement[];
  /** What comes in for `$name$`, which is the beginning of an identifier as well. */
  readonly names: Readonly<Record<string, string>>;
  /** What comes in for `slot("name")`. */
  readonly rows: Readonly<Record<string, string>>;
}

/** A file without names. */
export function fileOf(
  path: string,
  sources: readonly string[],
  parts: { readonly declarations: readonly Statement[]; readonly rows: Readonly<Record<string, string>> },
): CodeFile {
  return { path, sources, names: {}, ...parts };
}

/** Where rows come in. */
export function slot(name: string): string {
  return `/*${name}*/`;
}

/** Rows between line ends; nothing for no rows. */
export function lines(rows: readonly string[]): string {
  return rows.length === 0 ? "" : `\n${rows.join("\n")}\n`;
}

/** The text of a file, from the printed declarations, with one empty line before each of them. */
export function fill(declarations: string, { sources, names, rows }: CodeFile): string {
  const spaced = declarations.replace(/(?<!\n)\n+(?=\/\*\*|const |export \{)/g, "\n\n").trimStart();
  const named = spaced.replace(/\$([A-Za-z]+)\$/g, (match, name: string) => names[name] ?? match);
  const filled = named.replace(/( ?)\/\*([A-Za-z]+)\*\//g, (match, space: string, name: string) => {
    const text = rows[name];
    if (text === undefined) return match;
    return text.startsWith("\n") ? text : space + text;
  });
  return `${header(sources)}\n${filled}`;
}

/** The first line of a file. */
export function header(sources: readonly string[]): string {
  return `${HEADER} from ${commentText(sources.join(", ")) || "the catalog"}. Do not edit.\n`;
}

/** The sources of a service as they stand in the catalog, wherever the catalog is: `documents/cbs.en.md`. */
export function sourceNames(files: readonly string[]): readonly string[] {
  return files.map((file) => file.split(/[\\/]/).slice(-2).join("/"));
}

/** `import { … } from "…"`. */
export function imports(from: string, names: readonly string[]): ImportDeclarationStructure {
  return { kind: StructureKind.ImportDeclaration, moduleSpecifier: from, namedImports: [...names] };
}

/** `import type { … } from "…"`. */
export function typeImports(from: string, names: readonly string[]): ImportDeclarationStructure {
  return { ...imports(from, names), isTypeOnly: true };
}

/** `export type Name = type;` */
export function typeAlias(name: string, type: string, doc: string, typeParameters: readonly string[] = []): TypeAliasDeclarationStructure {
  return { kind: StructureKind.TypeAlias, isExported: true, name, type, docs: [doc], typeParameters: [...typeParameters] };
}

/** `export interface Name { … }` with a body of rows. */
export function interfaceOf(name: string, body: string, doc: string): string {
  return `/** ${doc} */\nexport interface ${name} {${body}}\n`;
}

/** `export const name: type = initializer;` with a docstring, or without one, for the file only. */
export function constant(name: string, type: string | undefined, initializer: string, doc?: string): VariableStatementStructure {
  return {
    kind: StructureKind.VariableStatement,
    declarationKind: VariableDeclarationKind.Const,
    isExported: doc !== undefined,
    declarations: [{ name, initializer, ...(type === undefined ? {} : { type }) }],
    docs: doc === undefined ? [] : [doc],
  };
}

/** The format of a module's tables. Each module has its own, so that a mixture of two code maps can be told. */
export const STAMP = constant("catalogStamp", "string", literal(catalogStamp), "The format of the tables. It changes when a reader of an older format could misread a newer one.");
