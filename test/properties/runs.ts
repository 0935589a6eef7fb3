import type { Parameters } from "fast-check";

/** How often a property is tried: few times among the tests, and `LONG_RUNS` times in the long mode. */
export function runs(short: number): Parameters<unknown> {
  const long = Number(process.env["LONG_RUNS"] ?? "0");
  return { numRuns: Number.isInteger(long) && long > short ? long : short };
}
