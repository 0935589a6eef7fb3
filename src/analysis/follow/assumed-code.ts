import type { Variable } from "../source/file.js";
import type { ReadPath } from "../values/access-path.js";
import type { CodeTest } from "../code-tests/code-test.js";

/** What a condition comes out as: open where that depends on something else. */
export type Truth = boolean | "open";

export function negated(truth: Truth): Truth {
  return truth === "open" ? "open" : !truth;
}

/** The value that all have, open where they differ. */
export function agreed(truths: readonly Truth[]): Truth {
  const [first = "open"] = truths;
  return truths.every((truth) => truth === first) ? first : "open";
}

/** A code that no document has: what it meets is what every code meets that is not tested for. */
export const untestedCode = "\u{0}untested";

/** A code that is assumed to be held at a path. */
export interface AssumedCode {
  readonly path: ReadPath;
  readonly code: string;
  /** What is known about variables that are set on the way. */
  readonly flags?: (variable: Variable) => Truth;
  /** Where the tests that were asked about the code are written down, with what they said. */
  readonly answers?: Map<CodeTest, boolean>;
  /** What is assumed about everything else of the same error; without it, that stays open. */
  readonly others?: Assumption;
}

/** Answers a question about an error, where that does not stay open. That a text stands in the message is always denied. */
export interface Assumption {
  answer(question: string): Truth;
}

/** For following an error whose message holds none of the texts that are looked for, with everything else about it open. */
export const plainMessage: Assumption = { answer: () => "open" };

/** Whether the assumed code passes a test, `negated` left aside. */
export function passes(test: CodeTest, { answers, code }: AssumedCode): boolean {
  const answer = test.matches(code);
  answers?.set(test, answer);
  return answer;
}

/**
 * Answers to all else that is asked about an error than its code: a status, a class, what a function says of it that is
 * not of this file. Questions of the same words have the same answer. That a text stands in the message is always denied:
 * who asks for it beside the code means some errors with that code only.
 */
export class Assumed implements Assumption {
  /** The questions that could be answered in another way. */
  readonly asked = new Set<string>();

  constructor(private readonly yes: ReadonlySet<string> | "all") {}

  answer(question: string): boolean {
    this.asked.add(question);
    return this.yes === "all" || this.yes.has(question);
  }
}
