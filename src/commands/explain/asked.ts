import { linesOf } from "../../catalog/lines.js";
import { codeIn } from "../../codemap/carried.js";

/** A code or a family that somebody asks about, such as `InvalidDisk.Busy` or `AuthFailure.*`. */
export type Asked = { readonly code: string } | { readonly family: string };

const ONE_WORD = /^[^\s{}[\]()"':=,;]+$/;
/** Longer words are no codes. */
const LONGEST = 200;
const CODE = /^[A-Z][A-Za-z0-9]*(?:\.[A-Za-z0-9_]+)*$/;
/** As the SDKs of all languages print their exceptions, and as loggers and consoles print objects. */
const NAMED = /\bcode["']?\s{0,20}[:=]\s{0,20}["']?([A-Z][A-Za-z0-9]{0,199}(?:\.[A-Za-z0-9_]{1,199}){0,9})(?!\w)/gi;
const WORD = /(?<![\w.])[A-Z][A-Za-z0-9]{0,199}(?:\.(?:[A-Za-z0-9_]{1,199}|\*)){0,9}(?!\w)/g;
/** What a status says of an item that is well, such as each of `SendStatusSet`. */
const GOOD = /^(?:ok|success)$/i;
/** After so many lines that looked like JSON and were none, only what is labelled as a code is looked for. */
const MOST_REFUSED = 10_000;
/** How deep codes are looked for in JSON. */
const DEEPEST = 20;

/**
 * What a text asks about: one code or family; or else each that stands in JSON (a raw response, an error that was
 * serialised) or in lines of a log.
 *
 * @param isDocumented whether the catalog has a code; in running text, other words are no codes
 */
export function askedIn(text: string, isDocumented: (code: string) => boolean): readonly Asked[] {
  const trimmed = text.trim();
  if (ONE_WORD.test(trimmed)) return trimmed.length > LONGEST ? [] : [named(trimmed)];
  const json = parsed(trimmed);
  const words = json === undefined ? wordsOfLines(trimmed, isDocumented) : codesIn(json.value, DEEPEST);
  return [...new Set(words)].map(named);
}

/** One at a time: a log of tens of megabytes has millions of them. */
function* wordsOfLines(text: string, isDocumented: (code: string) => boolean): Generator<string> {
  let refused = 0;
  for (const line of linesOf(text)) {
    // The parser takes long to refuse what is no JSON, as most lines of a log are none.
    const mayBeJson = refused < MOST_REFUSED && line.includes("}") && /code/i.test(line);
    const json = mayBeJson ? parsed(line.slice(Math.max(line.indexOf("{"), 0), line.lastIndexOf("}") + 1)) : undefined;
    if (mayBeJson && json === undefined) refused += 1;
    yield* wordsOf(line, json?.value, isDocumented);
  }
}

function named(word: string): Asked {
  return word.endsWith(".*") ? { family: word.slice(0, -2) } : { code: word };
}

/** @param json the value in the line; undefined where it holds no JSON */
function* wordsOf(line: string, json: unknown, isDocumented: (code: string) => boolean): Generator<string> {
  const inJson = json === undefined ? [] : codesIn(json, DEEPEST);
  if (inJson.length > 0) return yield* inJson;
  let isLabelled = false;
  for (const code of labelled(line)) {
    isLabelled = true;
    yield code;
  }
  if (isLabelled) return;
  for (const [word] of line.matchAll(WORD)) if (word.endsWith(".*") || isDocumented(word)) yield word;
}

/** The codes that a text calls so. */
function* labelled(text: string): Generator<string> {
  for (const [, code = ""] of text.matchAll(NAMED)) if (code.length <= LONGEST && CODE.test(code)) yield code;
}

function parsed(text: string): { readonly value: unknown } | undefined {
  try {
    return { value: JSON.parse(text) };
  } catch {
    return undefined;
  }
}

/** The codes of errors in JSON, also in JSON that stands in its texts. */
function codesIn(value: unknown, depth: number): readonly string[] {
  if (depth === 0) return [];
  if (typeof value === "string") return codesInText(value, depth);
  if (typeof value !== "object" || value === null) return [];
  const code = codeIn(value);
  if (code !== undefined) return code.length > LONGEST ? [] : [code];
  return Object.entries(value).flatMap(([key, member]) => (isCode(key, member) ? [member] : codesIn(member, depth - 1)));
}

function codesInText(text: string, depth: number): readonly string[] {
  const json = /^\s*[{[]/.test(text) ? parsed(text) : undefined;
  return json === undefined ? [...labelled(text)] : codesIn(json.value, depth - 1);
}

function isCode(key: string, value: unknown): value is string {
  return key.toLowerCase() === "code" && typeof value === "string" && value.length <= LONGEST && CODE.test(value) && !GOOD.test(value);
}
