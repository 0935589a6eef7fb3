import { printable } from "../catalog/printable.js";

/** The longest description, in UTF-16 units, that a docstring repeats; the table holds it in full. */
const LONGEST_DOC = 400;

/**
 * A TypeScript string literal of any text. Besides what JSON escapes, every character is escaped that an editor would hide
 * or obey: line separators, which some take for line ends, and the marks that turn the direction of text around.
 */
export function literal(text: string): string {
  if (/^[\w .:\-/]*$/.test(text)) return `"${text}"`;
  return printable(JSON.stringify(text));
}

/**
 * Text for the inside of a one-line docstring: it can neither end the comment nor begin a tag or a new line. Editors read
 * docstrings as Markdown: nothing in it is a link, or a picture that they would load.
 */
export function docText(text: string): string {
  const line = oneLine(text);
  const short = line.length > LONGEST_DOC ? `${line.slice(0, LONGEST_DOC).replace(/[\ud800-\udbff]$/, "")}…` : line;
  return short.replaceAll("@", "&#64;").replaceAll("*/", "*&#47;").replaceAll("](", "]&#40;").replace(/<(?=[a-z/!?])/gi, "&lt;");
}

/** Text for the rest of a line comment. */
export function commentText(text: string): string {
  return oneLine(text);
}

/** The text without what ends lines, and without what cannot be seen: no comment holds a mark that turns the code beside it around. */
function oneLine(text: string): string {
  return text
    .replace(/[\s\p{Cc}\p{Cs}\p{Zl}\p{Zp}]+/gu, " ")
    .replace(/[\p{Cf}\p{Default_Ignorable_Code_Point}]/gu, "")
    .trim();
}

/** The key of a member of a type. Codes stand in quotes always, so that a search finds them as in applications. */
export function typeKey(name: string): string {
  return literal(name);
}

/** The key of a property of an object; `"__proto__"` without brackets would set the prototype instead. */
export function valueKey(name: string): string {
  return name === "__proto__" ? `["__proto__"]` : literal(name);
}

/** A union of string literals, one a line; `never` for none. */
export function unionOf(members: readonly string[]): string {
  return members.length === 0 ? "never" : unionRows(members, "  ");
}

/** The members of a union of string literals, one a line; empty for none. */
export function unionRows(members: readonly string[], indent: string): string {
  return members.map((member) => `\n${indent}| ${literal(member)}`).join("");
}

/** A list of string literals on one line. */
export function list(members: readonly string[]): string {
  return `[${members.map(literal).join(", ")}]`;
}
