import { Session } from "node:inspector/promises";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { hostileSources, hostileTexts } from "../../bench/corpus/hostile.js";
import { lintFile } from "../../bench/robustness.js";
import plugin from "../../rules/index.js";
import { servicesIn } from "../../src/init/services.js";

/** More than what is known of one value is bounded by: from there on, more of it costs nothing. */
const small = 200;

describe("the rules", () => {
  const session = new Session();

  beforeAll(async () => {
    session.connect();
    await session.post("Profiler.enable");
    await session.post("Profiler.startPreciseCoverage", { callCount: true, detailed: true });
  });

  afterAll(() => session.disconnect());

  /** How often the functions and branches of the rules and of the analysis are run: nearly the same on each machine, whatever else it does. */
  async function stepsOf(text: string): Promise<number> {
    await session.post("Profiler.takePreciseCoverage");
    expect(lintFile(plugin, "/source.js", { text }).thrown).toBeUndefined();
    const { result } = await session.post("Profiler.takePreciseCoverage");
    const own = result.filter(({ url }) => /\/(?:rules|src)\/[^?]*\.ts/.test(url) && !url.includes("/node_modules/"));
    return own.flatMap(({ functions }) => functions.flatMap(({ ranges }) => ranges.map(({ count }) => count))).reduce((sum, count) => sum + count, 0);
  }

  it.each(Object.keys(hostileSources))("take about four times the steps for four times as much of %s", async (name) => {
    const write = hostileSources[name] ?? String;
    await stepsOf(write(2));
    const [less, more] = [await stepsOf(write(small)), await stepsOf(write(4 * small))];
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
