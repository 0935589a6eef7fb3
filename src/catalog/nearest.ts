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
  const lower = code.toLowerCase();
  const wanted = { code, lower, characters: charactersOf(lower) };
  for (const candidate of documented) {
    const score = scoreOf(wanted, candidate);
    if (score !== undefined) scored.push({ candidate, score });
  }
  scored.sort((a, b) => a.score - b.score || compare(a.candidate, b.candidate));
  return scored.slice(0, limit).map(({ candidate }) => candidate);
}

/**
 * The documented codes that differ from a code in case or in one or two characters, best first: what somebody may have
 * meant of whom nothing else is known.
 *
 * @param code what was written
 * @param documented the codes to choose from
 * @param limit how many at most
 */
export function misspelt(code: string, documented: Iterable<string>, limit = 3): readonly string[] {
  const lower = code.toLowerCase();
  const characters = charactersOf(lower);
  const near = [...documented].flatMap((candidate) => {
    const lowerCandidate = candidate.toLowerCase();
    const isFar = Math.abs(code.length - candidate.length) > fewEdits || hasMoreStrangers(characters, lowerCandidate, fewEdits);
    const edits = isFar ? Infinity : distance(lower, lowerCandidate);
    return edits <= fewEdits ? [{ candidate, edits }] : [];
  });
  return near.sort((a, b) => a.edits - b.edits || compare(a.candidate, b.candidate)).slice(0, limit).map(({ candidate }) => candidate);
}

const fewEdits = 2;

/** The smaller the nearer; undefined for a code that nobody would have meant. */
function scoreOf({ code, lower, characters }: { readonly code: string; readonly lower: string; readonly characters: Int16Array }, candidate: string): number | undefined {
  if (code === candidate) return 0;
  const lowerCandidate = candidate.toLowerCase();
  if (lower === lowerCandidate) return 0.25;
  // The detail is what people remember of a code; of several families that have it, the closest comes first.
  if (hasDetailOf(lower, lowerCandidate)) return 0.5 + distance(familyOf(lower), familyOf(lowerCandidate)) / 1000;
  const longest = Math.max(code.length, candidate.length);
  const allowed = Math.max(2, Math.floor(longest / 5));
  if (Math.abs(code.length - candidate.length) > allowed || hasMoreStrangers(characters, lowerCandidate, allowed)) return undefined;
  const edits = distance(lower, lowerCandidate);
  return edits <= allowed ? edits : undefined;
}

function hasDetailOf(code: string, candidate: string): boolean {
  const dot = code.indexOf(".");
  if (dot < 0) return false;
  const other = candidate.indexOf(".");
  return other >= 0 && candidate.length - other === code.length - dot && candidate.endsWith(code.slice(dot));
}

/** How often a text has each character. */
function charactersOf(text: string): Int16Array {
  const counts = new Int16Array(128);
  for (let index = 0; index < text.length; index += 1) counts[text.charCodeAt(index) & 127] = (counts[text.charCodeAt(index) & 127] ?? 0) + 1;
  return counts;
}

const left = new Int16Array(128);

/** Whether a text has more characters than a limit that another lacks: there are at least as many edits, and they are counted sooner. */
function hasMoreStrangers(characters: Int16Array, text: string, limit: number): boolean {
  left.set(characters);
  let strangers = 0;
  for (let index = 0; index < text.length; index += 1) {
    const character = text.charCodeAt(index) & 127;
    const count = left[character] ?? 0;
    if (count <= 0) {
      strangers += 1;
      if (strangers > limit) return true;
    }
    left[character] = count - 1;
  }
  return false;
}
