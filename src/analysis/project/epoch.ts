/** In milliseconds. A run goes from one file to the next without a pause; in an editor somebody types. */
const longestPause = 1_000;
/** What may be out of date for so long, in milliseconds, where one run follows the other without a pause. */
const longest = 30_000;

let current = 0;
let began = 0;
let asked = 0;
/** The files that were linted since it began. */
const linted = new Set<string>();

/**
 * The number of the time in which what was found on disk is taken for unchanged, so that one run looks at each folder once. It
 * ends with a pause, and when a file is linted that was linted in it before more than a second ago, as an editor does.
 */
export function epoch(): number {
  const now = performance.now();
  if (now - asked > longestPause || now - began > longest) begin(now);
  asked = now;
  return current;
}

/** Says that a file is linted whose imports are followed. */
export function startLint(path: string): void {
  epoch();
  if (linted.has(path) && asked - began > longestPause) begin(asked);
  linted.add(path);
}

function begin(now: number): void {
  current += 1;
  began = now;
  linted.clear();
}
