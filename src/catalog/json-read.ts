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
  const value = parsed(text);
  if (value === undefined) {
    const offset = findJsonError(text);
    const found = offset >= text.length ? "it ends too early" : `there is an unexpected ${excerptOfJson(text.slice(offset, offset + 1))}`;
    throw jsonErrorAt(`The file is not valid JSON: ${found}.`, text, file, offset);
  }
  const repeated = findRepeatedMember(text);
  if (repeated !== undefined) throw jsonErrorAt(`The member ${quoted(repeated.name)} stands twice in one object.`, text, file, repeated.offset);
  return value;
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
  const before = text.slice(0, offset);
  return new InputError(message, { file, line: before.split("\n").length, column: offset - before.lastIndexOf("\n") });
}
