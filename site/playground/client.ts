import type { Input, Report } from "./lint.js";
import type { FromLinter, ToLinter } from "./messages.js";

/** The page's side of the worker that lints. */
export interface LintClient {
  /** The reports; undefined when a later call has come in between. Rejects with ESLint's message for options that cannot be used. */
  lint(input: Input): Promise<readonly Report[] | undefined>;
  stop(): void;
}

/**
 * Starts the worker that lints.
 *
 * @param script its address
 * @param services the address of the folder with the services' files, with a slash at its end
 */
export function startLinter(script: string, services: string): LintClient {
  const worker = new Worker(script, { type: "module" });
  const send = (message: ToLinter): void => worker.postMessage(message);
  send({ services: new URL(services, location.href).href });
  let last = 0;
  let busy: Promise<unknown> = Promise.resolve();
  const ask = (input: Input): Promise<readonly Report[]> =>
    new Promise((resolve, reject) => {
      const number = last;
      worker.addEventListener("error", (event) => reject(new Error(event.message)), { once: true });
      worker.addEventListener("message", function answer({ data }: MessageEvent<FromLinter>) {
        if (data.number !== number) return;
        worker.removeEventListener("message", answer);
        if ("failure" in data) reject(new Error(data.failure));
        else resolve(data.reports);
      });
      send({ number, input });
    });
  return {
    async lint(input) {
      last += 1;
      const number = last;
      // One at a time: what was typed while the worker is busy is linted once, in its last state.
      await busy;
      if (number !== last) return undefined;
      const answer = ask(input);
      busy = answer.catch(() => undefined);
      const reports = await answer;
      return number === last ? reports : undefined;
    },
    stop: () => worker.terminate(),
  };
}
