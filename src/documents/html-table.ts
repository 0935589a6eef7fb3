import type { Cell, Place, Row, TableBlock } from "./blocks.js";
import { placeFinder } from "./places.js";
import { plainText } from "./text.js";

/** A table written in HTML, and the part of the page that it takes up. */
export interface HtmlTable {
  readonly start: number;
  readonly end: number;
  readonly block: TableBlock;
}

/** A tag that shapes a table. Attributes are bounded so that an unclosed tag cannot make the scan quadratic. */
const TABLE_TAG = /<(\/?)(table|tr|td|th)(?:\s[^<>]{0,1000})?>/gi;

/**
 * Finds the tables written in HTML. Unbalanced markup is read as browsers do: a new row or cell
 * ends the one before it, the end of the text ends everything.
 */
export function findHtmlTables(text: string): readonly HtmlTable[] {
  const places = placeFinder(text);
  const tables: HtmlTable[] = [];
  let open: TableReader | undefined;
  for (const match of text.matchAll(TABLE_TAG)) {
    const name = (match[2] ?? "").toLowerCase();
    const closing = match[1] === "/";
    if (name === "table" && !closing && open === undefined && startsLine(text, match.index)) {
      open = new TableReader(text, match.index, places);
    } else if (open !== undefined) {
      open.tag(name, closing, match.index, match.index + match[0].length);
      if (name === "table" && closing) {
        tables.push(open.finish(match.index + match[0].length));
        open = undefined;
      }
    }
  }
  if (open !== undefined) tables.push(open.finish(text.length));
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

class TableReader {
  readonly #rows: Row[] = [];
  #cells: Cell[] = [];
  #rowStart: number;
  #cellStart: number | undefined;

  constructor(
    readonly text: string,
    readonly start: number,
    readonly places: (offset: number) => Place,
  ) {
    this.#rowStart = start;
  }

  tag(name: string, closing: boolean, start: number, end: number): void {
    this.#endCell(start);
    if (name === "tr" || name === "table") this.#endRow(start);
    if (name !== "tr" && name !== "table" && !closing) this.#cellStart = end;
  }

  finish(end: number): HtmlTable {
    this.#endCell(end);
    this.#endRow(end);
    const at = this.places(this.start);
    const [header, ...rows] = this.#rows;
    return { start: this.start, end, block: { type: "table", header: header ?? { cells: [], at }, rows, at } };
  }

  #endCell(end: number): void {
    if (this.#cellStart === undefined) return;
    this.#cells.push({ text: plainText(this.text.slice(this.#cellStart, end)), at: this.places(this.#cellStart) });
    this.#cellStart = undefined;
  }

  #endRow(end: number): void {
    if (this.#cells.length > 0) this.#rows.push({ cells: this.#cells, at: this.places(this.#rowStart) });
    this.#cells = [];
    this.#rowStart = end;
  }
}
