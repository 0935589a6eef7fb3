import { Parser } from "htmlparser2";

import { InputError } from "../catalog/input-error.js";
import { HtmlTableBuilder } from "./html-rows.js";
import type { Block, Place } from "./blocks.js";
import { placeFinder } from "./places.js";
import { oneLine } from "./text.js";

/** What a page that was saved from a browser shows. */
export interface HtmlPage {
  readonly blocks: readonly Block[];
  /** All that a reader sees, examples included. */
  readonly text: string;
}

const DOCUMENT = /^\s*(?:<\?xml[^>]{0,200}\?>\s*)?(?:<!--[^>]{0,2000}-->\s*)*<(?:!doctype\s+html|html)[\s>]/i;
/** What a reader of the page does not see, or does not read for the sake of the page. */
const HIDDEN: ReadonlySet<string> = new Set(["head", "nav", "noscript", "script", "style", "svg", "template", "textarea"]);
/** Elements that begin and end a line. */
const LINES: ReadonlySet<string> = new Set(["article", "blockquote", "br", "dd", "div", "dt", "li", "main", "ol", "p", "pre", "section", "td", "th", "tr", "ul"]);
/** The parser looks through all open elements at each end of one; no page needs as many. */
const DEEPEST = 1000;

/** Whether a page is an HTML document; Markdown may hold HTML tables, but does not begin as a document. */
export function isHtmlDocument(page: string): boolean {
  return DOCUMENT.test(page.slice(0, 5000).replace(/^\uFEFF/, ""));
}

/**
 * Reads an HTML document into headings, texts and tables. Places are those in the document.
 *
 * @param file its path, for messages
 * @throws InputError when elements are nested deeper than in any page
 */
export function readHtmlPage(page: string, file: string): HtmlPage {
  const reader = new HtmlReader(placeFinder(page), file);
  const parser: Parser = new Parser({
    onopentag: (name, attributes) => reader.open(name, attributes, parser.startIndex),
    onclosetag: (name) => reader.close(name),
    ontext: (text) => reader.text(text),
  });
  parser.end(page);
  return reader.page();
}

class HtmlReader {
  readonly #blocks: Block[] = [];
  readonly #shown: string[] = [];
  readonly #tables: HtmlTableBuilder[] = [];
  #depth = 0;
  #hidden = 0;
  /** The heading or paragraph being read. */
  #line: { readonly name: string; readonly at: Place; readonly parts: string[]; bold: number; plain: boolean } | undefined;

  constructor(
    readonly placeOf: (offset: number) => Place,
    readonly file: string,
  ) {}

  open(name: string, attributes: Readonly<Record<string, string>>, offset: number): void {
    this.#depth += 1;
    if (this.#depth > DEEPEST) throw new InputError(`The page nests its elements deeper than ${DEEPEST} levels.`, { file: this.file, ...this.placeOf(offset) });
    if (HIDDEN.has(name)) this.#hidden += 1;
    if (this.#hidden > 0) return;
    if (LINES.has(name)) this.text("\n");
    if (name === "table") this.#tables.push(new HtmlTableBuilder(this.placeOf(offset)));
    else if (name === "tr") this.#tables.at(-1)?.startRow(this.placeOf(offset));
    else if (name === "td" || name === "th") this.#tables.at(-1)?.startCell(this.placeOf(offset), attributes);
    else if (this.#tables.length === 0) this.#openLine(name, offset);
  }

  close(name: string): void {
    this.#depth -= 1;
    if (HIDDEN.has(name)) this.#hidden -= 1;
    if (this.#hidden > 0) return;
    if (LINES.has(name)) this.text("\n");
    const table = this.#tables.at(-1);
    if (name === "table" && table !== undefined) {
      this.#tables.pop();
      this.#blocks.push(table.finish());
    } else if (name === "td" || name === "th") table?.endCell();
    else if (name === "tr") table?.endRow();
    else if (name === this.#line?.name) this.#closeLine();
    else if (isBold(name) && this.#line !== undefined) this.#line.bold -= 1;
  }

  text(text: string): void {
    if (this.#hidden > 0) return;
    this.#shown.push(text);
    const table = this.#tables.at(-1);
    if (table !== undefined) table.text(text);
    else if (this.#line !== undefined) {
      this.#line.parts.push(text);
      if (this.#line.bold === 0 && text.trim() !== "") this.#line.plain = true;
    }
  }

  page(): HtmlPage {
    const blocks = this.#blocks.toSorted((a, b) => a.at.line - b.at.line || a.at.column - b.at.column);
    return { blocks, text: this.#shown.join("").split("\n").map((line) => line.trim()).join("\n") };
  }

  #openLine(name: string, offset: number): void {
    if (isBold(name) && this.#line !== undefined) this.#line.bold += 1;
    else if (name === "p" || /^h[1-6]$/.test(name)) this.#line = { name, at: this.placeOf(offset), parts: [], bold: 0, plain: false };
  }

  #closeLine(): void {
    const line = this.#line;
    this.#line = undefined;
    const text = oneLine(line?.parts.join("") ?? "");
    if (line === undefined || text === "") return;
    const level = /^h([1-6])$/.exec(line.name)?.[1];
    // A paragraph that is nothing but bold text stands for a heading.
    if (level !== undefined) this.#blocks.push({ type: "heading", depth: Number(level), text, at: line.at });
    else if (line.plain || text.length > 200) this.#blocks.push({ type: "text", depth: 7, text, at: line.at });
    else this.#blocks.push({ type: "heading", depth: 6, text, at: line.at });
  }
}

function isBold(name: string): boolean {
  return name === "b" || name === "strong";
}
