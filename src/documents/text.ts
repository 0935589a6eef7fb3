/** Characters that show nothing and only get in the way of comparing, and those that `shield` uses. */
const INVISIBLE = /[\u200B-\u200D\u2060\uFEFF\uFDD0-\uFDEF]/g;

/** Tags that only format text; anything else in angle brackets may be a placeholder and is kept. */
const FORMATTING_TAG =
  /<\/?(?:br|p|b|strong|i|em|u|a|code|span|font|div|ul|ol|li|sup|sub|pre|small|nobr)(?:\s[^<>]{0,500})?\/?>/gi;

const LINK = /!?\[([^[\]]{0,1000})\]\([^()\s]{0,2000}(?:\s"[^"()]{0,200}")?\)/g;

const ENTITIES: Readonly<Record<string, string>> = { amp: "&", lt: "<", gt: ">", quot: '"', apos: "'", nbsp: " " };

/** Characters that start inline markup, in the order of what stands for them. */
const INLINE_MARKS = "[]*_<&!`\\|";
/** No table has as many columns; the parser's time grows with the square of their number. */
const MOST_PIPES = 200;
const FIRST_SHIELD = 0xfdd0;

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
    .replace(/^([ \t]*#{1,6})\u3000/gm, "$1 ");
}

/**
 * Hides inline markup from the Markdown parser, which needs quadratic time for some of it and splits
 * the text at every mark; `plainText` removes it. An escaped pipe stays: it is part of a table's form.
 */
export function shield(text: string): string {
  return text.split("\n").map(hideExcessPipes).join("\n").replace(/\\+\|?|[[\]*_<&!`]/g, (marks) => (marks.endsWith("|") ? marks : [...marks].map(shieldOf).join("")));
}

function hideExcessPipes(line: string): string {
  return line.length > MOST_PIPES && line.split("|").length > MOST_PIPES ? line.replace(/\|/g, shieldOf) : line;
}

function shieldOf(mark: string): string {
  return String.fromCharCode(FIRST_SHIELD + INLINE_MARKS.indexOf(mark));
}

/** The text that `shield` was given. */
export function unshield(text: string): string {
  return text.replace(/[\uFDD0-\uFDD9]/g, (mark) => INLINE_MARKS[mark.charCodeAt(0) - FIRST_SHIELD] ?? "");
}

/**
 * The words of a cell, a heading or a paragraph without their markup, on one line.
 * Every pattern is bounded, so the time is linear in the length of the text.
 */
export function plainText(markup: string): string {
  const text = markup
    .replace(/<br\s{0,10}\/?>/gi, " ")
    .replace(FORMATTING_TAG, "")
    .replace(LINK, "$1")
    .replace(/\*\*|(?<!\\)`/g, "")
    .replace(/^\s*__([^_].{0,500}[^_])__\s*$/, "$1")
    .replace(/\\([!-/:-@[-`{-~])/g, "$1");
  return decodeEntities(text)
    .replace(/[\s\u0000-\u001F\u007F\u2028\u2029]+/g, " ")
    .trim();
}

function decodeEntities(text: string): string {
  return text.replace(/&(?:#(\d{1,6})|([a-z]{2,4}));/gi, (whole, decimal?: string, name?: string) => {
    if (decimal !== undefined) return String.fromCodePoint(Number(decimal));
    return ENTITIES[(name ?? "").toLowerCase()] ?? whole;
  });
}
