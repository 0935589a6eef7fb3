import type { Answers } from "./answer-once.js";

/**
 * Takes from what a file may spend on a question whose cost is a product, such as each handler with each test of a helper that all
 * of them call. Without a bound, a file twice as long would take four times as long.
 *
 * @param most more than any file needs that somebody wrote
 * @returns false once all is spent: nothing more is known then
 */
export function spend({ answers }: { readonly answers: Answers }, question: object, amount: number, most: number): boolean {
  const left = answers.to(spend);
  const rest = ((left.get(question) as number | undefined) ?? most) - amount;
  left.set(question, rest);
  // Another file that comes to the same module may have more left.
  if (rest < 0) answers.leanOnFile();
  return rest >= 0;
}
