/** How a text in the place of a code looks. */
export type CodeShape =
  | { readonly kind: "code" }
  /** Documented, but not in the usual form; kept as it stands. `why` completes "The code … ". */
  | { readonly kind: "malformed"; readonly why: string }
  | { readonly kind: "none" };

const USUAL = /^[A-Z][A-Za-z0-9]*(?:\.[A-Za-z0-9_]+)*$/;
const LOOSE = /^[A-Za-z_][A-Za-z0-9_]*(?:[.-][A-Za-z0-9_]+)*$/;
/** Longer than any code. */
export const LONGEST = 200;

/**
 * Tells codes, codes with a documented oddity and other texts apart.
 *
 * @param text a cell's plain text
 */
export function shapeOf(text: string): CodeShape {
  if (text === "" || text.length > LONGEST) return { kind: "none" };
  if (USUAL.test(text)) return { kind: "code" };
  if (isNumeric(text)) return malformed("is a number, as the older API used them");
  if (/\.$/.test(text) && USUAL.test(text.slice(0, text.search(/(?<!\.)\.+$/)))) return malformed("ends in a point");
  if (text.includes(" ")) return shapeWithSpaces(text);
  if (LOOSE.test(text) && /[A-Z._]/.test(text)) return malformed("is not in the usual form `Family.Detail`");
  return { kind: "none" };
}

/** Whether a text is a code of the older API, which had numbers. */
export function isNumeric(text: string): boolean {
  return /^-?\d{1,9}$/.test(text);
}

function shapeWithSpaces(text: string): CodeShape {
  const joined = text.replace(/ +/g, "");
  const words = text.split(/ +/).length;
  const looksLikeCode = USUAL.test(joined) && words <= 3 && (joined.includes(".") || (words === 2 ? /[a-z][A-Z]/.test(joined) : /^(?:[A-Z][a-z]+){3}/.test(text)));
  return looksLikeCode ? malformed("has a space in it") : { kind: "none" };
}

function malformed(why: string): CodeShape {
  return { kind: "malformed", why };
}
