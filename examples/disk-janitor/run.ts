/** Runs the janitor against the endpoint on loopback, once for each scenario, and prints what it made of each code. */
import { isTencentCloudError } from "tencentcloud-error-codes";
import { play, throwEveryCode, type Narrowed, type Played } from "./play.js";
import { scenarios, type Scenario } from "./scenarios.js";
import { startEndpoint } from "./server.js";

const widths = [18, 45, 14, 7, 0];

function line(...cells: readonly string[]): string {
  return `  ${cells.map((cell, index) => cell.padEnd(widths[index] ?? 0)).join("")}`.trimEnd();
}

function describeFailure({ failure, times }: Scenario): string {
  const what = failure === "hang up" ? "(connection breaks, no code)" : failure.code;
  return times === 1 ? what : `${what}, ${String(times)} times`;
}

function describeOutcome({ outcome, renewals, report, thrown }: Played): string {
  const renewed = renewals === 0 ? "" : `, credentials renewed ${renewals === 1 ? "once" : `${String(renewals)} times`}`;
  if (outcome !== "passed on") return `${outcome}${renewed}${report?.advice === undefined ? "" : `. ${report.advice}`}`;
  const code = isTencentCloudError(thrown) ? (thrown.code ?? "no code") : "not from the SDK";
  return `${outcome} (${code})${renewed}`;
}

function isAsExpected(played: Played, expected: Scenario): boolean {
  return played.retryClass === expected.retryClass && played.calls === expected.calls && played.renewals === expected.renewals && played.outcome === expected.outcome;
}

function summary(service: string, seen: readonly Narrowed[]): string {
  const classes = new Map<string, number>();
  for (const { retryClass } of seen) classes.set(retryClass, (classes.get(retryClass) ?? 0) + 1);
  const narrowed = seen.filter((item) => item.narrowed).length;
  const counts = [...classes].map(([retryClass, count]) => `${String(count)} ${retryClass}`).sort();
  return `  ${service}: ${String(narrowed)} of ${String(seen.length)} (${counts.join(", ")})`;
}

const endpoint = await startEndpoint();
const wrong: string[] = [];
try {
  console.log("Each code is returned by the endpoint and thrown by the SDK; the janitor narrows it and acts on it.\n");
  console.log(line("action", "the endpoint answers", "class", "calls", "outcome"));
  for (const scenario of scenarios) {
    const played = await play(endpoint, scenario);
    console.log(line(scenario.action, describeFailure(scenario), played.retryClass, String(played.calls), describeOutcome(played)));
    if (!isAsExpected(played, scenario)) {
      const { retryClass, calls, renewals, outcome } = scenario;
      wrong.push(`${scenario.action}, ${describeFailure(scenario)}: expected ${retryClass}, ${String(calls)} calls, ${String(renewals)} renewals and "${outcome}".`);
    }
  }
  const seen = await throwEveryCode(endpoint);
  console.log("\nEvery documented code, thrown by the SDK and narrowed by the service's guard:\n");
  for (const [service, codes] of Object.entries(seen)) {
    console.log(summary(service, codes));
    wrong.push(...codes.filter(({ narrowed }) => !narrowed).map(({ code }) => `${service} does not narrow ${code}.`));
  }
} finally {
  await endpoint.close();
}
for (const sentence of wrong) console.error(sentence);
process.exitCode = wrong.length === 0 ? 0 : 1;
