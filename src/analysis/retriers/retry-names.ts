import { Answers } from "../source/answer-once.js";
import type { AnalyzedFile } from "../source/file.js";

/** What a name says about the errors that it stands for. */
export type NameSays = "repeat" | "do-not-repeat" | undefined;

/** Words that say that a repeat can help. */
const retryable = new Set(["retryable", "retriable", "retryables", "transient", "transients", "repeatable"]);
const retry = new Set(["retry", "retries", "retrying", "retried"]);
/** Words before or after `retry` that make a question of it: `shouldRetry`, `retryIf`, `canRetry`. */
const asking = new Set(["allow", "allowed", "can", "condition", "do", "does", "filter", "if", "is", "may", "must", "need", "needs", "on", "predicate", "should", "to", "want", "wants", "when", "worth", "would"]);
/** Words that turn the meaning around: `NON_RETRYABLE_CODES`, `stopRetryOn`, `skipRetry`. */
const denying = new Set(["abort", "avoid", "cannot", "cant", "don", "dont", "except", "exclude", "excluded", "fatal", "forbid", "never", "no", "non", "not", "permanent", "prevent", "skip", "stop", "un", "unless", "without"]);
const retryableOpposites = new Set(["nonretryable", "nonretriable", "unretryable", "unretriable"]);

/** Every word that says so has one of these in it: most names need not be taken apart. */
const inAnyWord = /retr[iy]|transient|repeatable/i;

/** What the name of a predicate says: `isRetryable`, `shouldRetry`, `retryIf`. */
export function predicateSays(file: AnalyzedFile, name: string): NameSays {
  if (isGivenName(file, name)) return "repeat";
  if (!inAnyWord.test(name)) return undefined;
  const words = wordsOf(name);
  if (!words.some((word) => retryable.has(word)) && !(words.some((word) => retry.has(word)) && words.some((word) => asking.has(word)))) return undefined;
  return words.some((word) => denying.has(word)) ? "do-not-repeat" : "repeat";
}

/** What the name of a list of codes says: `RETRYABLE_CODES`, `retryableErrors`, `retryOn`. */
export function listSays(file: AnalyzedFile, name: string): NameSays {
  if (isGivenName(file, name)) return "repeat";
  if (!inAnyWord.test(name)) return undefined;
  const words = wordsOf(name);
  if (words.some((word) => retryableOpposites.has(word))) return "do-not-repeat";
  if (!words.some((word) => retryable.has(word) || retry.has(word))) return undefined;
  return words.some((word) => denying.has(word)) ? "do-not-repeat" : "repeat";
}

/** What the name of a flag says: `retryable: true`, `shouldRetry = false`. */
export function flagSays(file: AnalyzedFile, name: string): NameSays {
  return predicateSays(file, name) ?? (retry.has(name.toLowerCase()) && name.toLowerCase() === "retry" ? "repeat" : undefined);
}

function wordsOf(name: string): readonly string[] {
  return name
    .replace(/([a-z\d])(?=[A-Z])|([A-Z])(?=[A-Z][a-z])|[^A-Za-z\d]+/g, "$1$2 ")
    .toLowerCase()
    .split(" ")
    .filter((word) => word !== "");
}

/**
 * The same file for somebody for whom names of a project's own say as well that a code is retried; `*` stands for any
 * characters. It has answers of its own: nobody else's depend on these names.
 */
export function withRetryNames(file: AnalyzedFile, names: readonly string[]): AnalyzedFile {
  if (names.length === 0) return file;
  const retryNames = names.map((name) => new RegExp(`^${name.replace(/[.+?^${}()|[\]\\]/g, String.raw`\$&`).replaceAll("*", ".*")}$`));
  return { ...file, retryNames, answers: new Answers() };
}

function isGivenName({ retryNames }: AnalyzedFile, name: string): boolean {
  return retryNames.some((pattern) => pattern.test(name));
}
