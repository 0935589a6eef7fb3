import { spawn } from "node:child_process";
import { once } from "node:events";
import { resolve } from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import { pathToFileURL } from "node:url";

/** The address of a built module, for programs that run in processes of their own. */
export function built(path: string): string {
  return JSON.stringify(pathToFileURL(resolve("dist/src", path)).href);
}

/**
 * Runs a program that repeats its work for ever, and kills it in the midst of it.
 *
 * @param program a module; it writes `ready` to file descriptor 1 when its work is about to begin
 * @param delay milliseconds from then on
 */
export async function runAndKill(program: string, delay: number): Promise<void> {
  const child = spawn(process.execPath, ["--input-type=module", "--eval", program], { stdio: ["ignore", "pipe", "inherit"] });
  const ended = once(child, "exit");
  await Promise.race([once(child.stdout, "data"), ended]);
  await wait(delay);
  child.kill("SIGKILL");
  const [, signal] = (await ended) as [number | null, NodeJS.Signals | null];
  if (signal !== "SIGKILL") throw new Error("The program ended before it was killed.");
}
