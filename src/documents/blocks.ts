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

/** What a page consists of, in its order. Fenced code and comments are left out. */
export type Block = TableBlock | TextBlock;
