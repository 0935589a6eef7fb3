import { Session } from "node:inspector/promises";
import { expect, it } from "vitest";
import { lintFile } from "../../bench/robustness.js";
import plugin from "../../rules/index.js";

/** A switch that tells codes apart, so that the ways of many codes through it are followed. */
const switchOf = (count: number): string => `import { cbs } from "tencentcloud-sdk-nodejs"; const client = new cbs.v20170312.Client({});
export async function run(r) { try { await client.DescribeDisks(r); } catch (e) { switch (e.code) { case "InvalidParameter": return 1; case "InternalError": return 2;
${Array.from({ length: count }, (_, index) => `case "InvalidDisk.A${String(index)}": return ${String(index)};`).join("\n")} } throw e; } }`;

it("the tests of a switch are looked through once, not once for each of its cases", async () => {
  const session = new Session();
  session.connect();
  await session.post("Profiler.enable");
  await session.post("Profiler.startPreciseCoverage", { callCount: true, detailed: true });
  /** How often the functions are run that find tests. Others take so many more steps that these would not be seen among them. */
  const stepsFor = async (count: number): Promise<number> => {
    await session.post("Profiler.takePreciseCoverage");
    expect(lintFile(plugin, "/source.js", { text: switchOf(count) })).not.toHaveProperty("thrown");
    const { result } = await session.post("Profiler.takePreciseCoverage");
    const functions = result.filter(({ url }) => url.includes("/src/analysis/code-tests/code-tests.ts")).flatMap((script) => script.functions);
    return functions.reduce((sum, { ranges }) => sum + (ranges[0]?.count ?? 0), 0);
  };
  await stepsFor(2);
  const [less, more] = [await stepsFor(200), await stepsFor(800)];
  session.disconnect();
  expect(less).toBeGreaterThan(200);
  expect(more / less).toBeLessThan(5);
});
