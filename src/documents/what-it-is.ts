/** How files begin that people give for a page, and what to do about them. */
const BEGINNINGS: readonly (readonly [start: RegExp, sentence: string])[] = [
  [/^PK\u0003\u0004/, "The file is an archive or an office document; unpack it, or save it as a web page, and import that."],
  [/^(?:\u001F|Rar!|7z\u00BC|BZh\d|.{257}ustar)/s, "The file is an archive; unpack it and import the folder."],
  [/^%PDF-/, "The file is a PDF; save the page from the browser as HTML instead."],
  [/^(?:From: <Saved by|(?:[A-Za-z-]{1,30}: [^\n]{0,500}\n){0,20}?Content-Type: multipart\/related)/i, 'The file is a page saved as one MHTML file; save it as "Webpage, HTML only" instead.'],
];

/**
 * What a file without a table of error codes is instead of a page, as a full sentence; undefined for what may be a page.
 *
 * @param source its bytes read as UTF-8
 */
export function whatItIs(source: string): string | undefined {
  const start = source.slice(0, 8000);
  const known = BEGINNINGS.find(([pattern]) => pattern.test(start));
  if (known !== undefined) return known[1];
  if (start.includes("\u0000")) return "The file holds binary data, not a page.";
  return isJson(source) ? "The file is JSON, not a page." : undefined;
}

function isJson(source: string): boolean {
  if (!/^\s*[[{]/.test(source)) return false;
  try {
    JSON.parse(source);
    return true;
  } catch {
    return false;
  }
}
