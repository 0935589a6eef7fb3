import type { CodeIndex } from "./code-index.js";

/** What a pasted log line or answer of the API names. */
export interface Pasted {
  /** Codes in the order of the text, documented ones first; those that are not documented stand where a code must stand. */
  readonly codes: readonly string[];
  /** Services of which the text names the host, the SDK's package or the signature's scope. */
  readonly services: readonly string[];
  readonly actions: readonly string[];
}

const HOST = /\b([a-z][a-z0-9]*)\.(?:[a-z0-9-]+\.){0,3}tencentcloudapi\.com\b/g;
const SDK = /\btencentcloud-sdk-(?:nodejs|go|python|php|java)[-/]([a-z][a-z0-9]*)/g;
const SCOPE = /\/([a-z][a-z0-9]*)\/tc3_request\b/g;
const NAMED = /\bservice["']?\s*[:=]\s*["']?([a-z][a-z0-9]*)/gi;
const TOKEN = /[A-Za-z][A-Za-z0-9_]*(?:\.[A-Za-z0-9_]+)*/g;
/** Where a code stands in an answer, in a printed exception, and in a line of the SDK for Go or Python. */
const PLACE = /\bcode["']?\s*[:=]\s*["']?([A-Z][A-Za-z0-9]*(?:\.[A-Za-z0-9_]+)*)/gi;

/** In characters. A log can be long; what matters stands near its beginning. */
export const LONGEST = 20_000;

/** Whether a text is more than somebody would type to find something. */
export function looksPasted(text: string): boolean {
  return /["'{}\n\r=]|:\s|\/\//.test(text) || text.length > 80 || text.split(/\s+/).length > 5;
}

/** Reads a pasted text; undefined where it names neither a code nor an action. */
export function readPasted(text: string, index: CodeIndex): Pasted | undefined {
  const read = text.slice(0, LONGEST);
  const tokens = [...new Set(read.match(TOKEN) ?? [])];
  const placed = [...read.matchAll(PLACE)].map(([, code = ""]) => code);
  // A word such as "Timeout" can be a code and can be a word: only a place or a dot tells.
  const documented = tokens.filter((token) => index.numberOf(token) !== undefined && (placed.includes(token) || /[a-z][A-Z.]/.test(token)));
  const misspelt = placed.filter((code) => index.numberOf(code) === undefined);
  const services = [HOST, SDK, SCOPE, NAMED].flatMap((pattern) => [...read.matchAll(pattern)].map(([, name = ""]) => name.toLowerCase()));
  const named = new Set(tokens);
  const actions = index.actions.filter(({ action }) => named.has(action)).map(({ action }) => action);
  const codes = [...new Set([...documented.filter((code) => placed.includes(code)), ...documented, ...misspelt])];
  if (codes.length === 0 && actions.length === 0) return undefined;
  return { codes, services: [...new Set(services)].filter((name) => index.hasService(name)), actions: [...new Set(actions)] };
}
