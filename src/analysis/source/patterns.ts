import { RegExpParser, type AST } from "@eslint-community/regexpp";
import type { AnalyzedFile } from "./file.js";
import { answerOnce } from "./answer-once.js";

/** No code is longer: the longest that is documented has 89 characters. */
const longestText = 100;
const longestPattern = 10_000;
/** The steps that one pattern may take on one text, and all patterns of a file together. */
const mostSteps = 1_000_000;
const mostStepsOfFile = 4_000_000;

/** Whether a text matches a pattern. */
export type Matcher = (text: string) => boolean;

interface FilePatterns {
  readonly matchers: Map<string, Matcher | undefined>;
  stepsLeft: number;
}

/**
 * What a regular expression of the linted code says of error codes.
 *
 * The expression is executed, and a linter must not run what takes a stranger's code minutes. So the number of steps is
 * bounded before the first one: see `costOf`. The bound does not depend on the text, which is at most `longestText` long.
 *
 * @returns undefined for a pattern that could take too long, is no regular expression, or comes after many costly ones in
 * the file. The answer for a text longer than any code is false.
 */
export function matcherOf(file: AnalyzedFile, pattern: string, flags: string): Matcher | undefined {
  const patterns = answerOnce<FilePatterns>(file, matcherOf, file.sourceCode.ast, noPatterns(), noPatterns);
  const key = `${flags}/${pattern}`;
  if (patterns.matchers.has(key)) return patterns.matchers.get(key);
  const steps = stepsOf(pattern, flags);
  const isCheap = steps <= Math.min(mostSteps, patterns.stepsLeft);
  if (isCheap) patterns.stepsLeft -= steps;
  const matcher = isCheap ? executed(pattern, flags) : undefined;
  patterns.matchers.set(key, matcher);
  return matcher;
}

function noPatterns(): FilePatterns {
  return { matchers: new Map(), stepsLeft: mostStepsOfFile };
}

function executed(pattern: string, flags: string): Matcher | undefined {
  let expression: RegExp;
  try {
    expression = new RegExp(pattern, flags.replace("g", ""));
    expression.test(""); // Compiles it: what is nested too deeply for the engine is refused only here.
  } catch {
    return undefined;
  }
  const answers = new Map<string, boolean>();
  return (text) => {
    if (text.length > longestText) return false;
    const answer = answers.get(text) ?? expression.test(text);
    answers.set(text, answer);
    return answer;
  };
}

/**
 * The most steps that a backtracking engine takes to match a pattern with a text of `longestText` characters; `Infinity` for
 * what is not judged: references to groups, sets of strings, sticky patterns.
 */
export function stepsOf(pattern: string, flags: string): number {
  if (pattern.length > longestPattern || /[vy]/.test(flags)) return Infinity;
  try {
    const { alternatives } = new RegExpParser().parsePattern(pattern, 0, pattern.length, { unicode: flags.includes("u") });
    const isAnchored = !flags.includes("m") && alternatives.every(({ elements: [first] }) => first?.type === "Assertion" && first.kind === "start");
    return costOfAll(alternatives, flags).steps * (isAnchored ? 1 : longestText + 1);
  } catch {
    return Infinity; // No regular expression, or nested deeper than the stack is.
  }
}

/**
 * What matching a part of a pattern at one place of a text costs at most.
 *
 * An engine goes through the ways to match in order, and comes back to take the next one when what follows fails. So in a
 * sequence what follows a part is tried once for each of its ways, and the sum of all tries is the number of steps:
 * - a character, a class or an anchor takes one step and matches in one way;
 * - alternatives take the steps, and match in the ways, of all together;
 * - a part that is repeated up to n times matches in the ways of no, one, … n repetitions: w⁰ + w¹ + … + wⁿ. A repetition
 *   in a repetition therefore costs more than any budget, unless both are short;
 * - where only one number of repetitions can be followed by what follows (`\w+\.`, `.*$`), all others fail at the next step.
 */
interface Cost {
  readonly steps: number;
  readonly ways: number;
}

const oneStep: Cost = { steps: 1, ways: 1 };
const unknownCost: Cost = { steps: Infinity, ways: Infinity };

function costOfAll(alternatives: readonly AST.Alternative[], flags: string): Cost {
  let [steps, ways] = [0, 0];
  for (const { elements } of alternatives) {
    const cost = costOfSequence(elements, flags);
    steps += cost.steps + 1;
    ways += cost.ways;
  }
  return { steps, ways };
}

function costOfSequence(elements: readonly AST.Element[], flags: string): Cost {
  let [steps, ways] = [0, 1];
  for (const [index, element] of elements.entries()) {
    const cost = costOf(element, elements[index + 1], flags);
    steps += ways * cost.steps;
    ways *= cost.ways;
  }
  return { steps, ways };
}

function costOf(element: AST.Element, next: AST.Element | undefined, flags: string): Cost {
  switch (element.type) {
    case "Character":
    case "CharacterClass":
    case "CharacterSet":
      return oneStep;
    case "Assertion":
      // What stands in a lookaround is left for good once it has matched.
      return "alternatives" in element ? { steps: costOfAll(element.alternatives, flags).steps, ways: 1 } : oneStep;
    case "CapturingGroup":
    case "Group":
      return costOfAll(element.alternatives, flags);
    case "Quantifier":
      return costOfRepetition(element, next, flags);
    default:
      return unknownCost;
  }
}

function costOfRepetition({ element, max, min }: AST.Quantifier, next: AST.Element | undefined, flags: string): Cost {
  if (min > longestText) return unknownCost;
  const most = Math.min(max, longestText);
  const once = costOf(element, undefined, flags);
  let [steps, ways] = [1, min === 0 ? 1 : 0];
  for (let count = 1, reached = 1; count <= most; count += 1) {
    steps += reached * once.steps;
    reached *= once.ways;
    if (count >= min) ways += reached;
  }
  return endsInOnePlace(element, next, flags) ? { steps: steps + ways, ways: 1 } : { steps, ways };
}

/** Whether what follows a repeated character can only stand behind the last of them. */
function endsInOnePlace(element: AST.QuantifiableElement, next: AST.Element | undefined, flags: string): boolean {
  if (element.type !== "Character" && element.type !== "CharacterClass" && element.type !== "CharacterSet") return false;
  if (next?.type === "Assertion") return next.kind === "end" && !flags.includes("m");
  if (next?.type !== "Character") return false;
  return !new RegExp(`^(?:${element.raw})$`, flags.replace("g", "")).test(String.fromCodePoint(next.value));
}
