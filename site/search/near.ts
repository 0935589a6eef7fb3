import { nearestCodes } from "../../src/catalog/nearest.js";
import type { CodeIndex } from "./code-index.js";

/**
 * The documented codes that a misspelt one may stand for, best first. Comparing it with every code takes longer than a
 * keystroke may; most are ruled out by the letters that they have.
 */
export function near(index: CodeIndex, code: string, limit: number): readonly string[] {
  const lower = code.toLowerCase();
  const letters = lettersIn(lower);
  const dot = lower.indexOf(".");
  const detail = dot === -1 ? undefined : lower.slice(dot);
  const candidates = index.codes.filter((candidate, number) => {
    if (detail !== undefined && (index.lower[number] ?? "").endsWith(detail)) return true;
    const allowed = editsAllowed(code, candidate);
    if (Math.abs(code.length - candidate.length) > allowed) return false;
    const letterSet = index.letters[number] ?? 0;
    return countOf(letters & ~letterSet) <= allowed && countOf(letterSet & ~letters) <= allowed;
  });
  return nearestCodes(code, candidates, limit);
}

/** The letters and digits of a text as bits: an edit adds or takes away one at most. */
export function lettersIn(lower: string): number {
  let letters = 0;
  for (let at = 0; at < lower.length; at += 1) letters |= 1 << (lower.charCodeAt(at) & 31);
  return letters;
}

/** As many as `nearestCodes` allows. */
function editsAllowed(code: string, candidate: string): number {
  return Math.max(2, Math.floor(Math.max(code.length, candidate.length) / 5));
}

function countOf(bits: number): number {
  let left = bits;
  let count = 0;
  for (; left !== 0; left &= left - 1) count += 1;
  return count;
}
