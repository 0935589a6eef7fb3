import { InputError } from "../catalog/input-error.js";
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

/** The most UTF-16 units of a page; the longest that are published have a tenth of it. */
const LONGEST = 4 * 1024 * 1024;
/** The most lines of a page in Markdown: whatever they hold, the parser needs some time for each. */
const MOST_LINES = 50_000;

/**
 * Reads a page: an HTML document as it was saved from a browser, or Markdown as it is published.
 *
 * @param source the file's text
 * @param file its path, for messages
 * @throws InputError when the page cannot be read at all
 */
export function openPage(source: string, file: string): Page {
  if (source.length > LONGEST) throw new InputError(`The page has ${String(source.length)} characters; the longest that is read has ${String(LONGEST)}.`, { file });
  if (!isHtmlDocument(source)) {
    const lines = countLines(source);
    if (lines > MOST_LINES) throw new InputError(`The page has ${String(lines)} lines; the longest that is read has ${String(MOST_LINES)}.`, { file });
    return { blocks: parsePage(source), text: source, file, isHtml: false };
  }
  const product = SAVED_FROM.exec(source.slice(0, LONGEST_HEAD))?.[1];
  return { ...readHtmlPage(source, file), file, isHtml: true, ...(product === undefined ? {} : { product: Number(product) }) };
}

function countLines(text: string): number {
  let count = 1;
  for (let at = text.indexOf("\n"); at !== -1; at = text.indexOf("\n", at + 1)) count += 1;
  return count;
}
