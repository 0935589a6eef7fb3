import type { ImportDeclarationStructure, StatementStructures, TypeAliasDeclarationStructure, VariableStatementStructure } from "ts-morph";
import { StructureKind, VariableDeclarationKind } from "ts-morph";

import { HEADER } from "./header.js";
import { commentText, unionOf } from "./text.js";

/** A statement as a structure, or as its text. */
export type Statement = StatementStructures | string;

/**
 * One file of the code map, before it is text. The declarations are ts-morph's; their many rows are kept apart and put in
 * where the declarations hold a placeholder: ts-morph looks at every character it prints, and rows are nearly all there is.
 */
export class CodeFile {
  private readonly rows: string[] = [];

  /**
   * @param path relative to the output folder, with forward slashes
   * @param sources what the file is made from, for its first line
   * @param statements builds the declarations
   */
  constructor(
    readonly path: string,
    private readonly sources: readonly string[],
    private readonly build: (file: CodeFile) => readonly Statement[],
  ) {}

  get statements(): readonly Statement[] {
    this.rows.length = 0;
    return this.build(this);
  }

  /** A placeholder for rows of one line each, which stand between line ends. */
  lines(rows: readonly string[]): string {
    return this.text(rows.length === 0 ? "" : `\n${rows.join("\n")}\n`);
  }

  /** A placeholder for text as it is. */
  text(text: string): string {
    this.rows.push(text);
    return `/*rows:${String(this.rows.length - 1)}*/`;
  }

  /** A placeholder for a union of string literals, one a line. */
  union(members: readonly string[]): string {
    return this.text(unionOf(members, "  "));
  }

  /** The file's text, from the text of its declarations: one empty line before each of them. */
  fill(declarations: string): string {
    const spaced = declarations.replace(/\n+(?=\/\*\*|const |export \{)/g, "\n\n");
    const body = spaced.replace(/( ?)\/\*rows:(\d+)\*\//g, (_, space: string, index: string) => {
      const text = this.rows[Number(index)] ?? "";
      return text.startsWith("\n") ? text : space + text;
    });
    return `${header(this.sources)}\n${body.trimStart()}`;
  }
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
