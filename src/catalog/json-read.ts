import { InputError } from "./input-error.js";
import { findJsonError, findRepeatedMember } from "./json-error.js";
import { excerptOfJson, quoted } from "./printable.js";

/**
 * The value of a JSON text in which no object has a member twice.
 *
 * @param text without a byte order mark
 * @param file its path, for messages
 * @throws InputError with line and column
 */
export function readJson(text: string, file: string): unknown {
  const value = parsedJson(text, file);
  const repeated = findRepeatedMember(text);
  if (repeated !== undefined) throw jsonErrorAt(`The member ${quoted(repeated.name)} stands twice in one object.`, text, file, repeated.offset);
  return value;
}

/** As `readJson`, for a file whose objects may have a member twice, of which the last counts. */
export function parsedJson(text: string, file: string): unknown {
  const value = parsed(text);
  if (value !== undefined) return value;
  const offset = findJsonError(text);
  const found = offset >= text.length ? "it ends too early" : `there is an unexpected ${excerptOfJson(text.slice(offset, offset + 1))}`;
  throw jsonErrorAt(`The file is not valid JSON: ${found}.`, text, file, offset);
}

/** JSON has no value that is undefined. */
function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** An error at a place in a text. */
export function jsonErrorAt(message: string, text: string, file: string, offset: number): InputError {
  const lines = text.slice(0, offset).split(/\r\n?|\n/);
  return new InputError(message, { file, line: lines.length, column: (lines.at(-1)?.length ?? 0) + 1 });
}
