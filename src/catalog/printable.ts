/** The longest value that a message repeats, in UTF-16 units. */
const LONGEST_VALUE = 80;

/**
 * Characters that a terminal or an editor obeys or hides instead of showing them: control characters, formats such as the
 * bidirectional ones, line separators, halves of characters, and whatever else has no shape, such as fillers and selectors of variants.
 */
const UNSEEN = /[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}\p{Default_Ignorable_Code_Point}]/gu;

/** A text on one line in which every character can be seen: what cannot stands as JSON writes it, `\u001b`. */
export function printable(text: string): string {
  return text.replace(UNSEEN, escaped);
}

/** As `printable`, for a text of several lines: line feeds stay. */
export function printableLines(text: string): string {
  return text.replace(UNSEEN, (character) => (character === "\n" ? character : escaped(character)));
}

/** A value for a message: in double quotes, printable, at most 80 characters of it. */
export function quoted(value: string): string {
  return `"${excerptOf(value)}"`;
}

/**
 * A text as messages show it: printable, and no longer than `most` UTF-16 units, an ellipsis at the end included where something is
 * left out. No escape and no character is cut in two.
 */
export function excerptOf(text: string, most = LONGEST_VALUE): string {
  if (text.length <= most && text.search(UNSEEN) === -1) return text;
  let whole = "";
  let cut = "";
  for (const character of text) {
    whole += printable(character);
    if (whole.length > most) return `${cut}…`;
    if (whole.length < most) cut = whole;
  }
  return whole;
}

/** A value as JSON as messages show it, as `excerptOf`; what it is called where it is nested too deeply to be written. */
export function excerptOfJson(value: unknown): string {
  try {
    return excerptOf(JSON.stringify(value ?? null));
  } catch {
    return Array.isArray(value) ? "a list" : "an object";
  }
}

/** A value as JSON for a terminal or a program: ends in a line end, and means what `JSON.stringify` means. */
export function printableJson(value: unknown): string {
  return `${printableLines(JSON.stringify(value, null, 2))}\n`;
}

function escaped(character: string): string {
  return Array.from({ length: character.length }, (_, index) => `\\u${character.charCodeAt(index).toString(16).padStart(4, "0")}`).join("");
}
