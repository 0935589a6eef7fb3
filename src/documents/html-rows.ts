import type { Cell, Place, Row, TableBlock } from "./blocks.js";
import { oneLine } from "./text.js";

/** A cell that goes on in the rows below it. */
interface Spanning {
  readonly cell: Cell;
  rows: number;
}

/** More columns than any table of a page has, and more rows than a cell spans: what spans reaches no further. */
const WIDEST = 50;
const LONGEST = 1000;

/** Puts the cells of an HTML table into rows; a cell that spans rows or columns stands in each of them. */
export class HtmlTableBuilder {
  readonly #rows: Row[] = [];
  readonly #spanning = new Map<number, Spanning>();
  /** The row being read. It is left out unless a cell begins in it, so that the rows that a cell spans are no more than the page has cells. */
  #row: { readonly at: Place; readonly cells: Cell[]; isOwn: boolean } | undefined;
  #cell: { readonly at: Place; readonly parts: string[]; readonly columns: number; readonly rows: number } | undefined;

  /**
   * @param at where the table starts
   * @param read what is shown of a cell's content
   */
  constructor(
    readonly at: Place,
    readonly read: (content: string) => string = oneLine,
  ) {}

  startRow(at: Place): void {
    this.endRow();
    this.#row = { at, cells: [], isOwn: false };
    this.#addSpanning();
  }

  startCell(at: Place, attributes: Readonly<Record<string, string>>): void {
    this.endCell();
    this.#row ??= { at, cells: [], isOwn: true };
    this.#row.isOwn = true;
    this.#cell = { at, parts: [], columns: spanOf(attributes["colspan"], WIDEST), rows: spanOf(attributes["rowspan"], LONGEST) };
  }

  text(text: string): void {
    this.#cell?.parts.push(text);
  }

  endCell(): void {
    const cell = this.#cell;
    if (cell === undefined || this.#row === undefined) return;
    this.#cell = undefined;
    const read = { text: this.read(cell.parts.join("")), at: cell.at };
    const start = this.#row.cells.length;
    const end = Math.max(start + 1, Math.min(start + cell.columns, WIDEST));
    for (let column = start; column < end; column += 1) {
      if (cell.rows > 1 && column < WIDEST) this.#spanning.set(column, { cell: read, rows: cell.rows - 1 });
      this.#row.cells.push(read);
    }
    this.#addSpanning();
  }

  endRow(): void {
    this.endCell();
    if (this.#row?.isOwn === true) this.#rows.push(this.#row);
    this.#row = undefined;
  }

  finish(): TableBlock {
    this.endRow();
    const [header, ...rows] = this.#rows;
    return { type: "table", header: header ?? { cells: [], at: this.at }, rows, at: this.at };
  }

  /** Adds the cells of rows above that reach the next columns. */
  #addSpanning(): void {
    const cells = this.#row?.cells ?? [];
    for (let above = this.#spanning.get(cells.length); above !== undefined; above = this.#spanning.get(cells.length)) {
      above.rows -= 1;
      if (above.rows === 0) this.#spanning.delete(cells.length);
      cells.push(above.cell);
    }
  }
}

function spanOf(attribute: string | undefined, most: number): number {
  const span = Number.parseInt(attribute ?? "1", 10);
  return span >= 1 ? Math.min(span, most) : 1;
}
