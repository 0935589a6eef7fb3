import type { CodeDetails, CodeHit, Results } from "./engine.js";

/** What the page asks of the worker. */
export type Request =
  | { readonly ask: "search"; readonly text: string; readonly limit: number }
  | { readonly ask: "details"; readonly code: string }
  | { readonly ask: "family"; readonly name: string };

/** What each question is answered with. */
export interface Answers {
  readonly search: Results;
  readonly details: CodeDetails;
  readonly family: readonly CodeHit[];
}

/** From the page: where the files are, once; then questions with their numbers. */
export type ToWorker = { readonly data: string } | { readonly number: number; readonly request: Request };

/** From the worker: an answer, the news that actions can be found too, or why there are no answers. */
export type FromWorker =
  | { readonly number: number; readonly answer: Answers[keyof Answers] }
  | { readonly state: "complete" }
  | { readonly state: "failed"; readonly reason: string };
