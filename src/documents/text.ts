/** Characters that show nothing and only get in the way of comparing. */
const INVISIBLE = /[\u200B-\u200D\u2060\uFEFF]/g;

/** Tags that only format text; anything else in angle brackets may be a placeholder and is kept. */
const FORMATTING_TAG =
  /<\/?(?:br|p|b|strong|i|em|u|a|code|span|font|div|ul|ol|li|sup|sub|pre|small|nobr)(?:\s[^<>]{0,500})?\/?>/gi;

const LINK = /!?\[([^[\]]{0,1000})\]\([^()\s]{0,2000}(?:\s"[^"()]{0,200}")?\)/g;

/**
 * A page's text in the one form that the Markdown parser is given: line feeds only, no byte order
 * mark, no zero-width characters, no-break spaces as spaces, and the ideographic space after the
 * `#` of a heading as a space, which CommonMark would otherwise not read as a heading.
 * Lines keep their numbers.
 */
export function normalizePage(text: string): string {
  return text
    .replace(INVISIBLE, "")
    .replace(/\r\n?/g, "\n")
    .replace(/\u00A0/g, " ")
    .replace(/^(#{1,6})\u3000/gm, "$1 ");
}

/**
 * The words of a cell, a heading or a paragraph without their markup, on one line.
 * Every pattern is bounded, so the time is linear in the length of the text.
 */
export function plainText(markup: string): string {
  return markup
    .replace(/<br\s{0,10}\/?>/gi, " ")
    .replace(FORMATTING_TAG, "")
    .replace(LINK, "$1")
    .replace(/\*\*|__(?=\s|$)|(?<=^|\s)__|`/g, "")
    .replace(/[\s\u0000-\u001F\u007F\u2028\u2029]+/g, " ")
    .trim();
}
