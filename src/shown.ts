/**
 * Characters that end a line, move a terminal's cursor, or change the order in which a line is read: with them, a text that
 * somebody else wrote can forge a line of a report.
 */
const unsafe = /[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}]/u;

/**
 * A text that somebody else wrote, as messages show it: unsafe characters as `\u{…}`, and no longer than `most`, an ellipsis at
 * the end included where something is left out.
 */
export function shown(text: string, most = 80): string {
  if (text.length <= most && !unsafe.test(text)) return text;
  let whole = "";
  let cut = "";
  for (const character of text) {
    whole += unsafe.test(character) ? `\\u{${(character.codePointAt(0) ?? 0).toString(16)}}` : character;
    if (whole.length > most) return `${cut}…`;
    if (whole.length < most) cut = whole;
  }
  return whole;
}
