import { Answers } from "../source/answer-once.js";
import type { AnalyzedFile } from "../source/file.js";
import { askingWords, denyingWords, mayHoldRetryWord, retryableOpposites, retryableWords, retryWords } from "../knowledge/retry-words.js";
import { matchesStars } from "../knowledge/stars.js";
import { wordsOf } from "../knowledge/words.js";

/** What a name says about the errors that it stands for. */
export type NameSays = "repeat" | "do-not-repeat" | undefined;

/** What the name of a predicate says: `isRetryable`, `shouldRetry`, `retryIf`. */
export function predicateSays(file: AnalyzedFile, name: string): NameSays {
  if (isGivenName(file, name)) return "repeat";
  if (!mayHoldRetryWord(name)) return undefined;
  const words = wordsOf(name);
  if (!words.some((word) => retryableWords.has(word)) && !(words.some((word) => retryWords.has(word)) && words.some((word) => askingWords.has(word)))) return undefined;
  return words.some((word) => denyingWords.has(word)) ? "do-not-repeat" : "repeat";
}

/** What the name of a list of codes says: `RETRYABLE_CODES`, `retryableErrors`, `retryOn`. */
export function listSays(file: AnalyzedFile, name: string): NameSays {
  if (isGivenName(file, name)) return "repeat";
  if (!mayHoldRetryWord(name)) return undefined;
  const words = wordsOf(name);
  if (words.some((word) => retryableOpposites.has(word))) return "do-not-repeat";
  if (!words.some((word) => retryableWords.has(word) || retryWords.has(word))) return undefined;
  return words.some((word) => denyingWords.has(word)) ? "do-not-repeat" : "repeat";
}

/** What the name of a flag says: `retryable: true`, `shouldRetry = false`. */
export function flagSays(file: AnalyzedFile, name: string): NameSays {
  return predicateSays(file, name) ?? (name.toLowerCase() === "retry" ? "repeat" : undefined);
}

/**
 * The same file for somebody for whom names of a project's own say as well that a code is retried; `*` stands for any
 * characters. It has answers of its own: nobody else's depend on these names.
 */
export function withRetryNames(file: AnalyzedFile, names: readonly string[]): AnalyzedFile {
  return names.length === 0 ? file : { ...file, retryNames: names, answers: new Answers() };
}

function isGivenName({ retryNames }: AnalyzedFile, name: string): boolean {
  return retryNames.some((pattern) => matchesStars(pattern, name));
}
