import { Session } from "node:inspector/promises";
import { describe, expect, it } from "vitest";
import { hostileSources, hostileTexts } from "../../bench/corpus/hostile.js";
import { lintFile } from "../../bench/robustness.js";
import plugin from "../../rules/index.js";
import { servicesIn } from "../../src/init/services.js";

/** How often the functions and branches of the rules and of the analysis are run: a time that is the same on each machine. */
async function stepsOf(work: () => void): Promise<number> {
  const session = new Session();
  session.connect();
  await session.post("Profiler.enable");
  await session.post("Profiler.startPreciseCoverage", { callCount: true, detailed: true });
  work();
  const { result } = await session.post("Profiler.takePreciseCoverage");
  await session.post("Profiler.stopPreciseCoverage");
  session.disconnect();
  const own = result.filter(({ url }) => /\/(?:rules|src)\/[^?]*\.ts/.test(url) && !url.includes("/node_modules/"));
  return own.flatMap(({ functions }) => functions.flatMap(({ ranges }) => ranges.map(({ count }) => count))).reduce((sum, count) => sum + count, 0);
}

const small = 100;

describe("the rules", () => {
  it.each(Object.keys(hostileSources))("take about four times the steps for four times as much of %s", async (name) => {
    const write = hostileSources[name] ?? String;
    const steps = (count: number): Promise<number> => stepsOf(() => expect(lintFile(plugin, "/source.js", { text: write(count) }).thrown).toBeUndefined());
    await steps(2);
    const [less, more] = [await steps(small), await steps(4 * small)];
    expect(less).toBeGreaterThan(100);
    expect(more / less).toBeLessThan(6);
  });
});

describe("the search for services", () => {
  it.each(Object.keys(hostileTexts))("answers on %s", (name) => {
    // Of such a length, anything but linear time ends the test.
    expect(servicesIn((hostileTexts[name] ?? String)(4000)).size).toBeLessThan(10);
  });
});
