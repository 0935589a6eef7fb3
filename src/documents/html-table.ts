import { Tokenizer, type TokenizerCallbacks } from "htmlparser2";
import type { Place, TableBlock } from "./blocks.js";
import { HtmlTableBuilder } from "./html-rows.js";
import { placeFinder } from "./places.js";
import { plainText } from "./text.js";

/** A table written in HTML, and the part of the page that it takes up. */
export interface HtmlTable {
  readonly start: number;
  readonly end: number;
  readonly block: TableBlock;
}

/** Attributes are bounded so that an unclosed tag cannot make the scan quadratic. */
const TABLE = /<table(?:\s[^<>]{0,1000})?>/gi;
const TABLE_END = /<\/table(?:\s[^<>]{0,1000})?>/gi;

/**
 * Finds the tables that are written in HTML in a Markdown page. Unbalanced markup is read as browsers do: a new row or cell
 * ends the one before it, the end of the text ends everything.
 */
export function findHtmlTables(text: string): readonly HtmlTable[] {
  const places = placeFinder(text);
  const tables: HtmlTable[] = [];
  let from = 0;
  for (const { index: start } of text.matchAll(TABLE)) {
    if (start < from || !startsLine(text, start)) continue;
    TABLE_END.lastIndex = start;
    const close = TABLE_END.exec(text);
    from = close === null ? text.length : TABLE_END.lastIndex;
    tables.push({ start, end: from, block: readTable(text.slice(start, from), start, places) });
  }
  return tables;
}

/** Whether only spaces and tags stand before a place in its line: inside a sentence a tag is only mentioned. */
function startsLine(text: string, index: number): boolean {
  const before = text.slice(Math.max(0, index - 300), index);
  return /^(?:\s|<[^<>\n]{1,100}>)*$/.test(before.slice(before.lastIndexOf("\n") + 1));
}

/** The text with the tables replaced by as many spaces and line ends, so that places stay what they are. */
export function blankOut(text: string, tables: readonly HtmlTable[]): string {
  const parts: string[] = [];
  let from = 0;
  for (const { start, end } of tables) {
    parts.push(text.slice(from, start), text.slice(start, end).replace(/[^\n]+/g, ""));
    from = end;
  }
  parts.push(text.slice(from));
  return parts.join("");
}

/** Reads one table; what stands in its cells can be Markdown. */
function readTable(markup: string, offset: number, places: (offset: number) => Place): TableBlock {
  const reader = new TableReader(markup, (index) => places(offset + index));
  const tokenizer = new Tokenizer({ decodeEntities: false }, reader.callbacks);
  tokenizer.write(markup);
  tokenizer.end();
  return reader.table();
}

class TableReader {
  readonly #builder: HtmlTableBuilder;
  /** The tag of a row or a cell that is being read, and where it starts. */
  #tag: { readonly name: string; readonly start: number; readonly attributes: Record<string, string> } | undefined;
  #attribute = "";
  /** Where the content of the cell starts that is being read. */
  #cellStart: number | undefined;

  constructor(
    readonly markup: string,
    readonly places: (index: number) => Place,
  ) {
    this.#builder = new HtmlTableBuilder(places(0), plainText);
  }

  readonly callbacks: TokenizerCallbacks = {
    onopentagname: (start, end) => {
      this.#openTag(this.markup.slice(start, end).toLowerCase(), start - 1);
    },
    onattribname: (start, end) => {
      this.#attribute = this.markup.slice(start, end).toLowerCase();
    },
    onattribdata: (start, end) => {
      if (this.#tag !== undefined) this.#tag.attributes[this.#attribute] = this.markup.slice(start, end);
    },
    onopentagend: (end) => {
      this.#startCell(end + 1);
    },
    onselfclosingtag: (end) => {
      this.#startCell(end + 1);
    },
    onclosetag: (start, end) => {
      const name = this.markup.slice(start, end).toLowerCase();
      if (shapes.has(name)) this.#endCell(start - 2);
      if (name === "tr" || name === "table") this.#builder.endRow();
    },
    onend: () => {
      this.#endCell(this.markup.length);
    },
    onattribend: () => undefined,
    onattribentity: () => undefined,
    oncdata: () => undefined,
    oncomment: () => undefined,
    ondeclaration: () => undefined,
    onprocessinginstruction: () => undefined,
    ontext: () => undefined,
    ontextentity: () => undefined,
  };

  table(): TableBlock {
    return this.#builder.finish();
  }

  #openTag(name: string, start: number): void {
    this.#tag = undefined;
    if (!shapes.has(name)) return;
    this.#endCell(start);
    if (name === "tr") this.#builder.startRow(this.places(start));
    else if (cells.has(name)) this.#tag = { name, start, attributes: {} };
  }

  #startCell(start: number): void {
    if (this.#tag === undefined) return;
    this.#builder.startCell(this.places(start), this.#tag.attributes);
    this.#cellStart = start;
    this.#tag = undefined;
  }

  #endCell(end: number): void {
    if (this.#cellStart === undefined) return;
    this.#builder.text(this.markup.slice(this.#cellStart, end));
    this.#builder.endCell();
    this.#cellStart = undefined;
  }
}

const cells: ReadonlySet<string> = new Set(["td", "th"]);
/** The tags that shape a table: a cell ends at each of them. */
const shapes: ReadonlySet<string> = new Set([...cells, "table", "tbody", "tfoot", "thead", "tr"]);
