import type { TSESLint, TSESTree } from "@typescript-eslint/utils";

type SourceCode = Readonly<TSESLint.SourceCode>;

/** How the code around a suggestion is written. */
export interface Style {
  readonly quote: '"' | "'";
  readonly semicolon: ";" | "";
  readonly newline: "\n" | "\r\n";
  /** One level of indentation. */
  readonly step: string;
}

/** @param written a string literal whose quotes are to be matched */
export function styleOf(sourceCode: SourceCode, written: TSESTree.Node | undefined): Style {
  return {
    quote: written?.type === "Literal" && written.raw.startsWith("'") ? "'" : '"',
    semicolon: hasSemicolons(sourceCode) ? ";" : "",
    newline: sourceCode.text.includes("\r\n") ? "\r\n" : "\n",
    step: stepOf(sourceCode),
  };
}

/** Whether more lines end in a semicolon than statements do without. */
function hasSemicolons({ lines }: SourceCode): boolean {
  const ended = lines.filter((line) => /;\s*(?:\/\/.*)?$/.test(line)).length;
  const open = lines.filter((line) => /^\s*(?:return|throw|const|let|import|break|continue)\b.*[^\s;{([,]\s*$/.test(line)).length;
  return ended > 0 && ended >= open;
}

function stepOf({ lines }: SourceCode): string {
  const indentations = lines.map((line) => /^[\t ]+(?=\S)/.exec(line)?.[0]).filter((found) => found !== undefined);
  if (indentations.some((found) => found.startsWith("\t"))) return "\t";
  const widths = indentations.map((found) => found.length).filter((width) => width > 1);
  return " ".repeat(widths.length === 0 ? 2 : Math.min(8, ...widths));
}

export function indentationOf(sourceCode: SourceCode, place: TSESTree.Node | TSESTree.Token): string {
  return /^\s*/.exec(sourceCode.lines[place.loc.start.line - 1] ?? "")?.[0] ?? "";
}

/** Where the line begins that a node, a token or a comment is the first of. */
export function startOfLine(sourceCode: SourceCode, place: TSESTree.Node | TSESTree.Token): number | undefined {
  const start = place.range[0] - place.loc.start.column;
  return /^\s*$/.test(sourceCode.text.slice(start, place.range[0])) ? start : undefined;
}

/** Whether a place is the first on its line. */
export function startsLine(sourceCode: SourceCode, place: TSESTree.Node | TSESTree.Token): boolean {
  return startOfLine(sourceCode, place) !== undefined;
}
