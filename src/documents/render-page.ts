import { findCodeTables } from "./error-code-page.js";
import type { Block, Cell, Place, TableBlock } from "./blocks.js";

/** Characters that Markdown gives a meaning to; in a cell they are written as numbers. */
const MARKS = /[\\|<&*`[\]]|_(?=_)|(?<=_)_/g;

/**
 * Writes the headings and the tables of error codes of a page as Markdown: what a catalog keeps of a page that was
 * saved from a browser, or of which a row cannot be read.
 *
 * @param without the places of rows to leave out
 */
export function renderPage(blocks: readonly Block[], without: readonly Place[]): string {
  const tables = new Set(findCodeTables(blocks).map(({ codeTable }) => codeTable.table));
  const left = new Set(without.map(keyOf));
  const parts = blocks.flatMap((block) => {
    if (block.type === "heading") return [`${"#".repeat(block.depth)} ${escaped(block.text)}`];
    return block.type === "table" && tables.has(block) ? [renderTable(block, left)] : [];
  });
  return `${parts.join("\n\n")}\n`;
}

function renderTable({ header, rows }: TableBlock, left: ReadonlySet<string>): string {
  const kept = rows.filter((row) => ![row.at, ...row.cells.map((cell) => cell.at)].some((at) => left.has(keyOf(at))));
  return [renderRow(header.cells), `|${" --- |".repeat(header.cells.length)}`, ...kept.map((row) => renderRow(row.cells))].join("\n");
}

function renderRow(cells: readonly Cell[]): string {
  return `| ${cells.map((cell) => escaped(cell.text)).join(" | ")} |`;
}

function escaped(text: string): string {
  return text.replace(MARKS, (mark) => `&#${mark.charCodeAt(0)};`);
}

function keyOf({ line, column }: Place): string {
  return `${line}:${column}`;
}
