import { CodeIndex } from "./code-index.js";
import { detailsOf, familyOf, search } from "./engine.js";
import type { ActionIndexFile, CodeIndexFile } from "./index-format.js";
import type { Answers, FromWorker, Request, ToWorker } from "./messages.js";

let index: Promise<CodeIndex> | undefined;

self.addEventListener("message", ({ data }: MessageEvent<ToWorker>) => {
  if ("data" in data) start(data.data);
  else void answer(data.number, data.request);
});

/** Codes first: actions are many, and few searches are for them. */
function start(folder: string): void {
  index = load<CodeIndexFile>(`${folder}codes.json`).then((file) => new CodeIndex(file));
  index
    .then(async (ready) => {
      // After the questions that wait: what has run before is compiled, and the first keys are as quick as the later ones.
      setTimeout(() => warmUp(ready));
      ready.addActions(await load<ActionIndexFile>(`${folder}actions.json`));
      post({ state: "complete" });
    })
    .catch((error: unknown) => post({ state: "failed", reason: error instanceof Error ? error.message : String(error) }));
}

/** Searches what nobody asked for, a little at a time, so that a question never waits for more than one of them. */
// cspell:disable-next-line
function warmUp(ready: CodeIndex, text = "InvalidParameterVlaue.LimitExceded"): void {
  search(ready, text);
  if (text.length > 2) setTimeout(() => warmUp(ready, text.slice(0, -2)));
}

async function answer(number: number, request: Request): Promise<void> {
  try {
    const ready = await index;
    if (ready !== undefined) post({ number, answer: answerOf(ready, request) });
  } catch {
    // `start` has told that the file cannot be loaded.
  }
}

function answerOf(ready: CodeIndex, request: Request): Answers[keyof Answers] {
  switch (request.ask) {
    case "search":
      return search(ready, request.text, request.limit);
    case "details":
      return detailsOf(ready, request.code);
    case "family":
      return familyOf(ready, request.name);
  }
}

async function load<File>(address: string): Promise<File> {
  const response = await fetch(address);
  if (!response.ok) throw new Error(`${address} cannot be loaded: status ${response.status}`);
  return (await response.json()) as File;
}

function post(message: FromWorker): void {
  self.postMessage(message);
}
