/** The places of a match, best first. */
const EXACT = 0;
const BEGINNING = 1;
const DETAIL = 2;
const DETAIL_BEGINNING = 3;
const WORD = 4;
const INSIDE = 5;
const SCATTERED = 6;

const LENGTHS = 256;

/** Where a search text stands in a code; the smaller the better. */
export function placeOf(wanted: string, code: string, lower: string): number {
  const at = lower.indexOf(wanted);
  if (at === -1) return SCATTERED;
  if (at === 0) return lower.length === wanted.length ? EXACT : BEGINNING;
  const detail = lower.indexOf(".") + 1;
  if (at === detail) return lower.length === detail + wanted.length ? DETAIL : DETAIL_BEGINNING;
  return isWordStart(code, at) ? WORD : INSIDE;
}

/** The best of the numbered codes: by place, then the shorter, then in the order of their numbers. */
export function bestOf(numbers: readonly number[], wanted: string, codes: readonly string[], lower: readonly string[], limit: number): readonly number[] {
  const buckets: number[][] = [];
  for (const number of numbers) {
    const code = codes[number] ?? "";
    const key = placeOf(wanted, code, lower[number] ?? "") * LENGTHS + Math.min(code.length, LENGTHS - 1);
    (buckets[key] ??= []).push(number);
  }
  const best: number[] = [];
  for (const bucket of Object.values(buckets)) {
    best.push(...bucket.slice(0, limit - best.length));
    if (best.length >= limit) break;
  }
  return best;
}

function isWordStart(code: string, at: number): boolean {
  const first = code.charAt(at);
  return first !== first.toLowerCase() || !/[A-Za-z0-9]/.test(code.charAt(at - 1));
}
