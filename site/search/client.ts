import type { Answers, FromWorker, Request, ToWorker } from "./messages.js";

/** The page's side of the search worker. */
export interface SearchClient {
  ask<Asked extends Request>(request: Asked): Promise<Answers[Asked["ask"]]>;
  /** Calls back once actions can be found too, or at once where they can be already. */
  whenComplete(callback: () => void): void;
  /** Calls back with the reason when the index cannot be loaded. */
  whenFailed(callback: (reason: string) => void): void;
}

let client: SearchClient | undefined;

/**
 * The search worker; started by the first call.
 *
 * @param data the address of the folder with the files, with a slash at its end
 */
export function searchClient(data: string): SearchClient {
  client ??= startWorker(new URL(data, location.href).href);
  return client;
}

function startWorker(data: string): SearchClient {
  const worker = new Worker(new URL("./worker.ts", import.meta.url), { type: "module" });
  const waiting = new Map<number, (answer: never) => void>();
  const complete: (() => void)[] = [];
  const failed: ((reason: string) => void)[] = [];
  let last = 0;
  let isComplete = false;
  let reason: string | undefined;
  worker.addEventListener("message", ({ data: message }: MessageEvent<FromWorker>) => {
    if ("number" in message) {
      waiting.get(message.number)?.(message.answer as never);
      waiting.delete(message.number);
    } else if (message.state === "complete") {
      isComplete = true;
      for (const callback of complete) callback();
    } else {
      reason = message.reason;
      for (const callback of failed) callback(message.reason);
    }
  });
  const send = (message: ToWorker): void => worker.postMessage(message);
  send({ data });
  return {
    ask: (request) =>
      new Promise((resolve) => {
        last += 1;
        waiting.set(last, resolve);
        send({ number: last, request });
      }),
    whenComplete(callback) {
      complete.push(callback);
      if (isComplete) callback();
    },
    whenFailed(callback) {
      failed.push(callback);
      if (reason !== undefined) callback(reason);
    },
  };
}
