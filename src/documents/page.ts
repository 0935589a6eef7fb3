import { isHtmlDocument, readHtmlPage } from "./html-page.js";
import type { Block } from "./blocks.js";
import { parsePage } from "./markdown.js";

/** A page of documentation in the one form that the readers take. */
export interface Page {
  readonly blocks: readonly Block[];
  /** What a reader sees, examples included. */
  readonly text: string;
  readonly file: string;
  readonly isHtml: boolean;
  /** The number of the product's documentation that the page was saved from. */
  readonly product?: number;
}

const SAVED_FROM = /(?:saved from url=\(\d{1,5}\)|rel="?canonical"?\s[^>]{0,100}href="|property="?og:url"?\s[^>]{0,100}content=")https?:\/\/[a-z0-9.-]{1,100}\/(?:[a-z]{2}\/)?document\/(?:product|api)\/(\d{1,9})\b/i;
/** What stands before the first visible text; tools that save pages put whole style sheets there. */
const LONGEST_HEAD = 2_000_000;

/**
 * Reads a page: an HTML document as it was saved from a browser, or Markdown as it is published.
 *
 * @param source the file's text
 * @param file its path, for messages
 * @throws InputError when the page cannot be read at all
 */
export function openPage(source: string, file: string): Page {
  if (!isHtmlDocument(source)) return { blocks: parsePage(source), text: source, file, isHtml: false };
  const product = SAVED_FROM.exec(source.slice(0, LONGEST_HEAD))?.[1];
  return { ...readHtmlPage(source, file), file, isHtml: true, ...(product === undefined ? {} : { product: Number(product) }) };
}
