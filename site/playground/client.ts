import type { Input, Report } from "./lint.js";
import type { FromLinter, ToLinter } from "./messages.js";

/** The page's side of the worker that lints. */
export interface LintClient {
  /** The reports; undefined when a later call has come in between. Rejects with ESLint's message for options that cannot be used, and with `TooSlow`. */
  lint(input: Input): Promise<readonly Report[] | undefined>;
  stop(): void;
}

/** A worker that lints. */
interface LintWorker {
  send(message: ToLinter): void;
  stop(): void;
}

/** Starts a worker, which answers to the first function, and tells the second why it cannot. */
export type StartWorker = (answer: (message: FromLinter) => void, fail: (reason: string) => void) => LintWorker;

/** Linting was stopped after `SECONDS`: options can hold patterns that never come to an end. */
export class TooSlow extends Error {}

/** Loading ESLint and the rules for the first time is part of it. */
export const SECONDS = 30;

/** Starts the worker that lints, and another one in its place when it does not come to an end. */
export function startLinter(start: StartWorker): LintClient {
  /** Of the question that is open: there is one at a time. */
  let settle: ((message: FromLinter | Error) => void) | undefined;
  const begin = (): LintWorker => start((message) => settle?.(message), (reason) => settle?.(new Error(reason)));
  let worker = begin();
  let last = 0;
  let busy: Promise<unknown> = Promise.resolve();
  const ask = (number: number, input: Input): Promise<readonly Report[]> =>
    new Promise((resolve, reject) => {
      const timer = setTimeout(() => {
        worker.stop();
        worker = begin();
        settle?.(new TooSlow());
      }, SECONDS * 1000);
      settle = (message) => {
        if (!(message instanceof Error) && message.number !== number) return;
        clearTimeout(timer);
        settle = undefined;
        if (message instanceof Error) reject(message);
        else if ("failure" in message) reject(new Error(message.failure));
        else resolve(message.reports);
      };
      worker.send({ number, input });
    });
  return {
    async lint(input) {
      last += 1;
      const number = last;
      // One at a time: what was typed while the worker is busy is linted once, in its last state.
      await busy;
      if (number !== last) return undefined;
      const answer = ask(number, input);
      busy = answer.catch(() => undefined);
      const reports = await answer;
      return number === last ? reports : undefined;
    },
    stop: () => worker.stop(),
  };
}
