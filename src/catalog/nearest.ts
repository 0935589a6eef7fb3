import { distance } from "fastest-levenshtein";

import { compare } from "./order.js";
import { familyOf } from "./model.js";

/**
 * The documented codes that a misspelt one may stand for: another case, the same detail under
 * another family, or a small edit distance; best first.
 *
 * @param code what was written
 * @param documented the codes to choose from
 * @param limit how many at most
 */
export function nearestCodes(code: string, documented: Iterable<string>, limit = 3): readonly string[] {
  const scored: { readonly candidate: string; readonly score: number }[] = [];
  for (const candidate of documented) {
    const score = scoreOf(code, candidate);
    if (score !== undefined) scored.push({ candidate, score });
  }
  scored.sort((a, b) => a.score - b.score || compare(a.candidate, b.candidate));
  return scored.slice(0, limit).map(({ candidate }) => candidate);
}

/** The smaller the nearer; undefined for a code that nobody would have meant. */
function scoreOf(code: string, candidate: string): number | undefined {
  if (code === candidate) return 0;
  const lower = code.toLowerCase();
  const lowerCandidate = candidate.toLowerCase();
  if (lower === lowerCandidate) return 0.25;
  const longest = Math.max(code.length, candidate.length);
  const allowed = Math.max(2, Math.floor(longest / 5));
  const edits = Math.abs(code.length - candidate.length) > allowed ? Infinity : distance(lower, lowerCandidate);
  const sameDetail = code.includes(".") && detailOf(lower) === detailOf(lowerCandidate);
  // The detail is what people remember of a code; of several families that have it, the closest comes first.
  if (sameDetail) return 0.5 + distance(familyOf(lower), familyOf(lowerCandidate)) / 1000;
  return edits <= allowed ? edits : undefined;
}

function detailOf(code: string): string {
  return code.slice(familyOf(code).length);
}
