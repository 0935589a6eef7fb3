import type { Nodes, RootContent, Table, TableRow } from "mdast";
import { fromMarkdown } from "mdast-util-from-markdown";
import { gfmTableFromMarkdown } from "mdast-util-gfm-table";
import { toString } from "mdast-util-to-string";
import { gfmTable } from "micromark-extension-gfm-table";

import { blankOut, findHtmlTables } from "./html-table.js";
import { normalizePage, plainText } from "./text.js";

/** One-based line and column in a page. */
export interface Place {
  readonly line: number;
  readonly column: number;
}

export interface Cell {
  /** Without markup, on one line. */
  readonly text: string;
  readonly at: Place;
}

export interface Row {
  readonly cells: readonly Cell[];
  readonly at: Place;
}

export interface TableBlock {
  readonly type: "table";
  readonly header: Row;
  readonly rows: readonly Row[];
  readonly at: Place;
}

export interface TextBlock {
  /** A heading, or a paragraph of bold text that stands for one, or any other text. */
  readonly type: "heading" | "text";
  /** 1 to 6; bold text that stands for a heading counts as 6, any other text as 7. */
  readonly depth: number;
  readonly text: string;
  readonly at: Place;
}

/** What a page consists of, in its order. Fenced code is left out. */
export type Block = TableBlock | TextBlock;

/**
 * Constructs that the pages do not need. Without containers a table is found at any indentation;
 * without inline markup, which `plainText` removes, the parser's time is linear in the length of
 * the page, whatever stands in it.
 */
const DISABLED = [
  "attention",
  "autolink",
  "blockQuote",
  "codeIndented",
  "codeText",
  "definition",
  "hardBreakEscape",
  "htmlText",
  "labelEnd",
  "labelStartImage",
  "labelStartLink",
  "list",
];

/** A paragraph that is nothing but bold text. */
const BOLD_LINE = /^\s*(?:\*\*|<b>|<strong>)[^\n]*(?:\*\*|<\/b>|<\/strong>)[\s:：]*$/i;

/**
 * Reads a page into headings, texts and tables; tables written in HTML come out like the others.
 *
 * @param page the page as published, whatever its line ends
 */
export function parsePage(page: string): readonly Block[] {
  const text = normalizePage(page);
  const root = parse(text);
  if (!root.some((node) => node.type === "html" && /<table/i.test(node.value))) return root.flatMap(toBlocks);
  // An HTML table swallows what follows it up to the next empty line: read it apart, then the rest without it.
  const tables = findHtmlTables(text);
  const rest = parse(blankOut(text, tables)).flatMap(toBlocks);
  return [...rest, ...tables.map((table) => table.block)].sort((a, b) => a.at.line - b.at.line);
}

function parse(text: string): readonly RootContent[] {
  return fromMarkdown(text, {
    extensions: [gfmTable(), { disable: { null: DISABLED } }],
    mdastExtensions: [gfmTableFromMarkdown()],
  }).children;
}

function toBlocks(node: RootContent): Block[] {
  switch (node.type) {
    case "heading":
      return [{ type: "heading", depth: node.depth, text: plainText(toString(node)), at: placeOf(node) }];
    case "table":
      return [toTable(node)];
    case "paragraph":
    case "html": {
      const markup = toString(node, { includeHtml: true });
      const text = plainText(markup);
      if (text === "") return [];
      const bold = markup.length < 200 && BOLD_LINE.test(markup);
      return [{ type: bold ? "heading" : "text", depth: bold ? 6 : 7, text, at: placeOf(node) }];
    }
    default:
      return [];
  }
}

function toTable(node: Table): TableBlock {
  const rows = node.children.map(toRow);
  const header = rows[0] ?? { cells: [], at: placeOf(node) };
  return { type: "table", header, rows: rows.slice(1), at: placeOf(node) };
}

function toRow(node: TableRow): Row {
  const cells = node.children.map((cell) => ({ text: plainText(toString(cell)), at: contentPlace(cell) }));
  return { cells, at: placeOf(node) };
}

/** Where a cell's text starts; the parser's cell starts at the pipe before it. */
function contentPlace(node: Nodes): Place {
  const first = "children" in node ? node.children[0] : undefined;
  return placeOf(first ?? node);
}

function placeOf(node: Nodes): Place {
  return { line: node.position?.start.line ?? 1, column: node.position?.start.column ?? 1 };
}
