import type { StartWorker } from "./client.js";
import type { FromLinter, ToLinter } from "./messages.js";

/**
 * How the worker that lints is started.
 *
 * @param script its address
 * @param services the address of the folder with the services' files, with a slash at its end
 */
export function workerAt(script: string, services: string): StartWorker {
  return (answer, fail) => {
    const worker = new Worker(script, { type: "module" });
    worker.addEventListener("message", ({ data }: MessageEvent<FromLinter>) => answer(data));
    worker.addEventListener("error", ({ message }) => fail(message));
    const send = (message: ToLinter): void => worker.postMessage(message);
    send({ services: new URL(services, location.href).href });
    return { send, stop: () => worker.terminate() };
  };
}
