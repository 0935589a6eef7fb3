import type { Nodes, RootContent, Table, TableRow } from "mdast";
import { fromMarkdown } from "mdast-util-from-markdown";
import { toString } from "mdast-util-to-string";
import { gfmTable } from "micromark-extension-gfm-table";

import type { Block, Place, Row, TableBlock } from "./blocks.js";
import { chunksOf, dropCode, type Chunk } from "./chunks.js";
import { blankOut, findHtmlTables } from "./html-table.js";
import { tablesFromMarkdown } from "./markdown-tables.js";
import { normalizePage, plainText, shield, type Shielded } from "./text.js";

/**
 * Constructs that the pages do not need: without containers a table is found at any indentation, and
 * without underlined headings, which are told from what they look like, the parser's time is linear.
 */
const DISABLED = ["blockQuote", "codeFenced", "codeIndented", "definition", "htmlFlow", "list", "setextUnderline"];

const OPTIONS = { extensions: [gfmTable(), { disable: { null: DISABLED } }], mdastExtensions: [tablesFromMarkdown()] };

/** A paragraph that is nothing but bold text. */
const BOLD_LINE = /^\s*(?:\*\*|<b>|<strong>)[^\n]*(?:\*\*|<\/b>|<\/strong>)[\s:：]*$/i;
const UNDERLINED = /^([^\n]+)\n[ \t]*=+[ \t]*$/;
/** Longer paragraphs are no headings. */
const LONGEST_HEADING = 200;

/**
 * Reads a page into headings, texts and tables; tables written in HTML come out like the others.
 *
 * @param page the page as published, whatever its line ends
 */
export function parsePage(page: string): readonly Block[] {
  const text = dropCode(normalizePage(page));
  const tables = findHtmlTables(text);
  const blocks: Block[] = [];
  for (const chunk of chunksOf(tables.length === 0 ? text : blankOut(text, tables))) addChunk(blocks, chunk);
  if (tables.length === 0) return blocks;
  return [...blocks, ...tables.map((table) => table.block)].sort((a, b) => a.at.line - b.at.line);
}

function addChunk(blocks: Block[], chunk: Chunk): void {
  const shielded = shield(chunk.text);
  const nodes = fromMarkdown(shielded.text, OPTIONS).children;
  const source = { restore: (part: string) => shielded.restore(part), lineOffset: chunk.lineOffset };
  const read = nodes.flatMap((node, index) => toBlocks(node, nodes[index + 1], source));
  const [first, ...rest] = read;
  const last = blocks.at(-1);
  if (chunk.continuesTable && first?.type === "table" && last?.type === "table") {
    blocks[blocks.length - 1] = { ...last, rows: last.rows.concat(first.rows) };
    blocks.push(...rest);
  } else {
    blocks.push(...read);
  }
}

/** What is needed to get from the parser's nodes back to the page. */
interface Source extends Pick<Shielded, "restore"> {
  readonly lineOffset: number;
}

function toBlocks(node: RootContent, next: RootContent | undefined, source: Source): Block[] {
  const at = placeOf(node, source);
  if (node.type === "heading") return [{ type: "heading", depth: node.depth, text: textOf(node, source), at }];
  if (node.type === "table") return [toTable(node, source)];
  if (node.type !== "paragraph") return [];
  const markup = source.restore(toString(node));
  const text = plainText(markup);
  if (text === "") return [];
  const depth = headingDepth(markup, node, next);
  return [depth === undefined ? { type: "text", depth: 7, text, at } : { type: "heading", depth, text: text.replace(/ =+$/, ""), at }];
}

/** The depth of a paragraph that stands for a heading: underlined, or nothing but bold text. */
function headingDepth(markup: string, node: RootContent, next: RootContent | undefined): number | undefined {
  if (markup.length > LONGEST_HEADING) return undefined;
  if (UNDERLINED.test(markup)) return 1;
  const ruled = next?.type === "thematicBreak" && next.position?.start.line === (node.position?.end.line ?? 0) + 1;
  if (ruled && !markup.includes("\n")) return 2;
  return BOLD_LINE.test(markup) ? 6 : undefined;
}

function toTable(node: Table, source: Source): TableBlock {
  const rows = node.children.map((row) => toRow(row, source));
  const at = placeOf(node, source);
  return { type: "table", header: rows[0] ?? { cells: [], at }, rows: rows.slice(1), at };
}

function toRow(node: TableRow, source: Source): Row {
  // The parser's cell starts at the pipe before it; its first child is where the text starts.
  const cells = node.children.map((cell) => ({ text: textOf(cell, source), at: placeOf(cell.children[0] ?? cell, source) }));
  return { cells, at: placeOf(node, source) };
}

function textOf(node: Nodes, { restore }: Source): string {
  return plainText(restore(toString(node)));
}

function placeOf(node: Nodes, { lineOffset }: Source): Place {
  return { line: (node.position?.start.line ?? 1) + lineOffset, column: node.position?.start.column ?? 1 };
}
