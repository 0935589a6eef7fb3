import { execFileSync } from "node:child_process";
import { fileURLToPath } from "node:url";

export const root = fileURLToPath(new URL("../..", import.meta.url));

export function median(numbers) {
  const sorted = [...numbers].sort((a, b) => a - b);
  const middle = Math.floor(sorted.length / 2);
  return sorted.length % 2 === 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
}

/**
 * Runs measurements in turns, so that whatever else the machine does meets all of them alike.
 *
 * @param runs how often each of them
 * @param measurements functions by name; each returns an object of numbers
 * @returns the medians of these numbers, by name
 */
export function inTurns(runs, measurements) {
  const names = Object.keys(measurements);
  const results = Object.fromEntries(names.map((name) => [name, []]));
  for (let run = 0; run < runs; run += 1) {
    // Whoever comes second meets warm caches: each goes first as often as the others.
    const order = run % 2 === 0 ? names : [...names].reverse();
    for (const name of order) results[name].push(measurements[name]());
  }
  return Object.fromEntries(names.map((name) => [name, mediansOf(results[name])]));
}

function mediansOf(results) {
  return Object.fromEntries(Object.keys(results[0]).map((key) => [key, median(results.map((result) => result[key]))]));
}

/** Runs a script in a process of its own and returns the JSON that it prints last. */
export function runScript(script, args = [], nodeOptions = []) {
  const output = execFileSync(process.execPath, [...nodeOptions, fileURLToPath(script), ...args.map(String)], {
    cwd: root,
    encoding: "utf8",
    maxBuffer: 1e8,
    stdio: ["ignore", "pipe", "inherit"],
  });
  return JSON.parse(output.trimEnd().split("\n").at(-1));
}

/** Milliseconds that a process takes, from its start to its end. */
export function timeProcess(command, args, options = {}) {
  const start = performance.now();
  execFileSync(command, args, { stdio: ["ignore", "ignore", "inherit"], ...options });
  return performance.now() - start;
}

export const milliseconds = (value) => `${value < 10 ? value.toFixed(1) : value.toFixed(0)} ms`;
export const megabytes = (bytes) => `${(bytes / 1e6).toFixed(1)} MB`;
export const times = (ratio) => `${ratio.toFixed(ratio < 0.1 ? 3 : 2)} ×`;
export const percent = (ratio) => `${(ratio * 100).toFixed(1)} %`;
