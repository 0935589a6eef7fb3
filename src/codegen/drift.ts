/** How the line of a file begins of which only the line ends differ. */
export const OTHER_LINE_ENDS = "other line ends: ";
/** The most lines of one file that are shown. */
const SHOWN = 20;

/**
 * What differs between two code maps, for people: a line for each file that is missing, too many or different, and
 * for the latter the lines that differ, unless only their ends do. Empty when they are the same.
 *
 * @param present the files that are there, text by path
 * @param expected the files that the catalog gives
 */
export function driftOf(present: ReadonlyMap<string, string>, expected: ReadonlyMap<string, string>): readonly string[] {
  const paths = [...new Set([...present.keys(), ...expected.keys()])].sort();
  return paths.flatMap((path) => {
    const old = present.get(path);
    const fresh = expected.get(path);
    if (old === fresh) return [];
    if (old === undefined) return [`missing: ${path}`];
    if (fresh === undefined) return [`not from the catalog: ${path}`];
    if (old.replaceAll("\r\n", "\n") === fresh) return [`${OTHER_LINE_ENDS}${path}`];
    return [`different: ${path}`, ...differingLines(old, fresh)];
  });
}

/** Lines of one text only. Most lines hold one code and stand in plain order, so that no alignment is needed. */
function differingLines(old: string, fresh: string): readonly string[] {
  const removed = linesOnlyIn(old, fresh).map((line) => `  - ${line}`);
  const added = linesOnlyIn(fresh, old).map((line) => `  + ${line}`);
  const lines = [...removed, ...added];
  if (lines.length === 0) return ["  the order of the lines differs"];
  return lines.length > SHOWN ? [...lines.slice(0, SHOWN), `  and ${String(lines.length - SHOWN)} more lines`] : lines;
}

function linesOnlyIn(text: string, other: string): readonly string[] {
  const counts = new Map<string, number>();
  for (const line of other.split("\n")) counts.set(line, (counts.get(line) ?? 0) + 1);
  return text.split("\n").filter((line) => {
    const left = counts.get(line) ?? 0;
    counts.set(line, left - 1);
    return left <= 0;
  });
}
