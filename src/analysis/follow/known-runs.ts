import type { TSESTree } from "@typescript-eslint/utils";
import type { AnalyzedFile } from "../source/file.js";
import { answerOnce } from "../source/answer-once.js";
import { samePath, type ReadPath } from "../values/access-path.js";
import type { CodeTest } from "../code-tests/code-test.js";
import type { AssumedCode } from "./assumed-code.js";

/** What following a piece of code for one code came to, and what the tests said on which that depends. */
interface Followed<Result> {
  readonly answers: ReadonlyMap<CodeTest, boolean>;
  readonly result: Result;
}

interface Known<Result> {
  readonly code: object;
  readonly path: ReadPath;
  readonly waypoint: TSESTree.Node | undefined;
  readonly followed: Followed<Result>[];
}

/** Questions about one piece of code come one after the other: what is long past need not be kept. */
const maximumPieces = 8;

/**
 * Remembers what following a piece of code comes to. It is followed again only for a code that one of the tests
 * on the way answers in another way: all codes that nobody tests for go the same way.
 *
 * @param follow has to ask about the assumed code by `passes` alone
 */
export function rememberFollowed<Result>(
  file: AnalyzedFile,
  question: object,
  { code, assumed, waypoint }: { readonly code: object; readonly assumed: AssumedCode; readonly waypoint?: TSESTree.Node | undefined },
  follow: (assumed: AssumedCode) => Result,
): Result {
  // What a caller knows about variables, or assumes, is known to it alone.
  if (assumed.flags !== undefined || assumed.others !== undefined) return follow(assumed);
  const { followed } = knownAbout<Result>(file, question, code, assumed.path, waypoint);
  let found = followed.find(({ answers }) => answersAlike(answers, assumed.code));
  if (found === undefined) {
    const answers = new Map<CodeTest, boolean>();
    found = { answers, result: follow({ path: assumed.path, code: assumed.code, answers }) };
    followed.push(found);
  }
  if (assumed.answers !== undefined) for (const [test, answer] of found.answers) assumed.answers.set(test, answer);
  return found.result;
}

function knownAbout<Result>(file: AnalyzedFile, question: object, code: object, path: ReadPath, waypoint: TSESTree.Node | undefined): Known<Result> {
  const pieces = answerOnce<Known<Result>[]>(file, knownAbout, question, [], () => []);
  let known = pieces.find((piece) => piece.code === code && piece.waypoint === waypoint && samePath(piece.path, path));
  if (known === undefined) {
    known = { code, path, waypoint, followed: [] };
    if (pieces.push(known) > maximumPieces) pieces.shift();
  }
  return known;
}

function answersAlike(answers: ReadonlyMap<CodeTest, boolean>, code: string): boolean {
  for (const [test, answer] of answers) if (test.matches(code) !== answer) return false;
  return true;
}
