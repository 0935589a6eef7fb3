import { InputError } from "./input-error.js";
import { printable } from "./printable.js";

/** What the first bytes of a text say, where they are the mark of an encoding. */
const MARKS: readonly (readonly [string, readonly number[]])[] = [
  ["UTF-32", [0xff, 0xfe, 0, 0]],
  ["UTF-32", [0, 0, 0xfe, 0xff]],
  ["UTF-16", [0xff, 0xfe]],
  ["UTF-16", [0xfe, 0xff]],
];
/** How a page in HTML names its encoding. */
const DECLARED = /charset\s{0,9}=\s{0,9}["']?([\w-]{1,40})/i;
const LINE_FEED = 10;

/**
 * A file's text. Bytes that are no UTF-8 are refused rather than replaced, since codes and texts would be lost.
 *
 * @throws InputError with the encoding's name, and the place of the first byte that is none of UTF-8
 */
export function decode(bytes: Buffer, file: string): string {
  const fault = encodingFault(bytes);
  if (fault === undefined) return bytes.toString("utf8");
  throw new InputError(fault.says, { file, ...fault.at });
}

/** Why bytes are no text in UTF-8, and where the first of them is that cannot be one; undefined where they are. */
export function encodingFault(bytes: Buffer): { readonly says: string; readonly at?: { readonly line: number; readonly column: number } } | undefined {
  const wide = wideEncoding(bytes);
  if (wide !== undefined) return { says: `The file is in ${wide}; save it as UTF-8.` };
  if (isUtf8(bytes)) return undefined;
  if (isBinary(bytes)) return { says: "The file is binary, not text." };
  return { says: `The file is not in UTF-8${guess(bytes)}; save it as UTF-8.`, at: firstForeign(bytes) };
}

/** Whether a file is no text in any encoding. */
export function isBinary(bytes: Buffer): boolean {
  return bytes.includes(0) && !isUtf8(bytes) && wideEncoding(bytes) === undefined;
}

/** A JSON text without the byte order mark that some editors write before it. */
export function withoutMark(text: string): string {
  return text.startsWith("\ufeff") ? text.slice(1) : text;
}

/** The name of an encoding of two or four bytes for each letter; undefined for all others. */
export function wideEncoding(bytes: Buffer): string | undefined {
  const marked = MARKS.find(([, mark]) => mark.every((byte, index) => bytes[index] === byte));
  if (marked !== undefined) return marked[0];
  // Without a mark, text of Latin letters and line ends has a zero in every other byte.
  const sample = bytes.subarray(0, 2000);
  const zeros = [0, 0];
  sample.forEach((byte, index) => {
    if (byte === 0) zeros[index % 2] = (zeros[index % 2] ?? 0) + 1;
  });
  const [even = 0, odd = 0] = zeros;
  return sample.length >= 4 && Math.max(even, odd) * 5 > sample.length && Math.min(even, odd) * 20 < sample.length ? "UTF-16" : undefined;
}

/** As Node's own, which a browser does not have: the rules read code maps with it. */
function isUtf8(bytes: Buffer): boolean {
  try {
    new TextDecoder("utf-8", { fatal: true }).decode(bytes);
    return true;
  } catch {
    return false;
  }
}

function guess(bytes: Buffer): string {
  const declared = DECLARED.exec(bytes.subarray(0, 2000).toString("latin1"))?.[1];
  if (declared !== undefined && !/^utf-?8$/i.test(declared)) return ` but, as it says, in ${printable(declared)}`;
  return isGb18030(bytes) ? ", but may be in GB18030 (GBK)" : "";
}

function isGb18030(bytes: Buffer): boolean {
  try {
    return /\p{Script=Han}/u.test(new TextDecoder("gb18030", { fatal: true }).decode(bytes));
  } catch {
    return false;
  }
}

/** One-based; no line end of UTF-8 is a part of another character. */
function firstForeign(bytes: Buffer): { readonly line: number; readonly column: number } {
  let start = 0;
  for (let line = 1; ; line += 1) {
    const end = bytes.indexOf(LINE_FEED, start);
    const content = bytes.subarray(start, end === -1 ? bytes.length : end);
    if (!isUtf8(content)) return { line, column: content.toString("utf8").indexOf("\ufffd") + 1 };
    start = end + 1;
  }
}
