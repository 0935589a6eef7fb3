import type { AnalyzedFile } from "../source/file.js";
import { spend } from "../source/allowance.js";
import { entryOf } from "../source/entry-of.js";
import type { ReadPath } from "../values/access-path.js";
import type { CodeTest } from "../code-tests/code-test.js";
import { Assumed, untestedCode } from "../follow/assumed-code.js";
import type { Repeat } from "./repeat.js";

/**
 * Tells whether the way to a repeat is more open for a code than for one that nothing asks about: as it stands, or for two
 * errors that are alike in everything else. `attempt < 3 && (code === "X" || /timeout/.test(message))` leaves the way half
 * open for both codes; of two errors whose message does not fit, only the one with the code gets there.
 */
export function createLets(file: AnalyzedFile, repeat: Repeat, path: ReadPath, tests: readonly CodeTest[]): (code: string) => boolean {
  // Codes that all tests answer alike meet the same fate: one of each sort is followed.
  const bySort = new Map<string, boolean>();
  const byCode = new Map<string, boolean>();
  const [start, end] = repeat.region.range;
  const cost = tests.length + Math.ceil((end - start) / charactersOfStatement);
  let untested: Fate | undefined;
  const letsSort = (code: string): boolean => {
    if (!spend(file, createLets, cost, mostFollowed)) return false;
    untested ??= new Fate(repeat, path, untestedCode);
    return goesFurther(new Fate(repeat, path, code), untested);
  };
  return (code) =>
    entryOf(byCode, code, () => {
      if (!spend(file, matching, tests.length, mostMatched)) return false;
      const sort = tests.flatMap((test, index) => (test.matches(code) ? [index] : [])).join();
      return sort !== "" && entryOf(bySort, sort, () => letsSort(code));
    });
}

/** What a file spends on asking which tests match which codes: ten families in each of twenty handlers, of 14,000 codes each. */
const matching = {};
const mostMatched = 3_000_000;
/** Each code that is told from the others is followed by itself: two hundred in one handler, or fifty in each of ten. */
const mostFollowed = 100_000;
const charactersOfStatement = 50;

/** How open the way to a repeat is for one code. */
class Fate {
  readonly open: number;
  /** What else was asked about the error on the way. */
  readonly asked = new Set<string>();
  private readonly known = new Map<string, number>();

  constructor(
    private readonly repeat: Repeat,
    private readonly path: ReadPath,
    private readonly code: string,
  ) {
    this.open = repeat.openness({ path, code });
  }

  /** Under the assumption that just the questions named are answered with yes. */
  openWith(yes: ReadonlySet<string> | "all"): number {
    const key = yes === "all" ? yes : JSON.stringify([...yes]);
    let open = this.known.get(key);
    if (open === undefined) {
      const assumed = new Assumed(yes);
      open = this.repeat.openness({ path: this.path, code: this.code, others: assumed });
      this.known.set(key, open);
      for (const question of assumed.asked) this.asked.add(question);
    }
    return open;
  }
}

function goesFurther(fate: Fate, untested: Fate): boolean {
  if (fate.open > untested.open) return true;
  if (fate.open === 0) return false;
  const goesFurtherWith = (yes: ReadonlySet<string> | "all"): boolean => fate.openWith(yes) > untested.openWith(yes);
  // With no other reason to repeat, most conditions come down to the code. With all of them, the rest of the questions comes up.
  if (goesFurtherWith(new Set()) || goesFurtherWith("all")) return true;
  return combinationsOf([...new Set([...fate.asked, ...untested.asked])]).some(goesFurtherWith);
}

/** More questions than these are not answered in every combination, or not one by one. */
const maximumCombined = 4;
const maximumSingle = 16;

function combinationsOf(questions: readonly string[]): readonly ReadonlySet<string>[] {
  if (questions.length > maximumCombined) return questions.slice(0, maximumSingle).map((question) => new Set([question]));
  return questions.reduce<Set<string>[]>((sets, question) => [...sets, ...sets.map((set) => new Set([...set, question]))], [new Set()]).slice(1);
}
