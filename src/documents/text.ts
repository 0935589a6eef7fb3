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
/** Longer runs of text are put aside while the parser works. */
const LONG_RUN = 2000;
const STASH_MARK = "\uFDEF";
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

/** A text for the Markdown parser, and the way back for the parts of it that the parser gives. */
export interface Shielded {
  readonly text: string;
  /** The text as it was before it was shielded. */
  restore(part: string): string;
}

/**
 * Hides from the Markdown parser what it needs much time or memory for: inline markup, for some of
 * which its time is quadratic, lines of nothing but pipes, and very long runs of text, for which it
 * needs hundreds of bytes a character. `plainText` removes the markup later. An escaped pipe stays:
 * it is part of a table's form.
 */
export function shield(text: string): Shielded {
  const stash: string[] = [];
  const shielded = text
    .split("\n")
    .map((line) => (line.length < LONG_RUN ? line : hideLongRuns(line, stash)))
    .map(hideExcessPipes)
    .join("\n")
    .replace(/\\+\|?|[[\]*_<&!`]/g, (marks) => (marks.endsWith("|") ? marks : Array.from(marks, shieldOf).join("")));
  const restore = (part: string): string =>
    part
      .replace(/[\uFDD0-\uFDD9]/g, (mark) => INLINE_MARKS[mark.charCodeAt(0) - FIRST_SHIELD] ?? "")
      .replace(/\uFDEF(\d+)\uFDEF/g, (_, index: string) => stash[Number(index)] ?? "");
  return { text: shielded, restore };
}

function hideLongRuns(line: string, stash: string[]): string {
  const runs = line.split("|").map((run) => {
    if (run.length < LONG_RUN) return run;
    // A backslash before the pipe belongs to the pipe.
    const escape = /(?<!\\)(?:\\\\){0,9}\\$/.test(run.slice(-20)) ? "\\" : "";
    stash.push(run.slice(0, run.length - escape.length));
    return `${STASH_MARK}${stash.length - 1}${STASH_MARK}${escape}`;
  });
  return runs.join("|");
}

function hideExcessPipes(line: string): string {
  return line.length > MOST_PIPES && line.split("|").length > MOST_PIPES ? line.replace(/\|/g, shieldOf) : line;
}

function shieldOf(mark: string): string {
  return String.fromCharCode(FIRST_SHIELD + INLINE_MARKS.indexOf(mark));
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
  return oneLine(decodeEntities(text));
}

/** A text as it is shown, on one line and without control characters. */
export function oneLine(text: string): string {
  return text
    .replace(INVISIBLE, "")
    .replace(/[\s\u0000-\u001F\u007F\u2028\u2029]+/g, " ")
    .trim();
}

function decodeEntities(text: string): string {
  return text.replace(/&(?:#(\d{1,6})|#x([0-9a-f]{1,5})|([a-z]{2,4}));/gi, (whole, decimal?: string, hex?: string, name?: string) => {
    if (decimal !== undefined) return String.fromCodePoint(Number(decimal));
    if (hex !== undefined) return String.fromCodePoint(Number.parseInt(hex, 16));
    return ENTITIES[(name ?? "").toLowerCase()] ?? whole;
  });
}
