import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { hostileSources, hostileTexts } from "../../bench/corpus/hostile.js";
import { servicesIn } from "../../src/init/services.js";
import { countRules, type CountedRules } from "./counted-rules.js";

/** More than what is known of one value is bounded by: from there on, more of it costs nothing. */
const small = 100;

/** These grow up to a bound that lies higher. */
const boundedLater = new Set([
  "a chain of one handler that throws on",
  "a helper, a list and a predicate that many calls share",
  "a predicate that many handlers ask",
  "a long list, spread into others",
  "blocks in blocks",
  "documented codes that are repeated on, one by one",
  "long chains",
  "objects that double",
  "responses that are chosen from earlier ones",
]);

describe("the rules", () => {
  let counted: CountedRules;
  beforeAll(async () => {
    counted = await countRules();
  });
  afterAll(() => {
    counted.close();
  });

  it.each(Object.keys(hostileSources))("take about four times the steps for four times as much of %s", async (name) => {
    const write = hostileSources[name] ?? String;
    const size = boundedLater.has(name) ? 2 * small : small;
    await counted.stepsOf(write(2));
    const [less, more] = [await counted.stepsOf(write(size)), await counted.stepsOf(write(4 * size))];
    expect(less).toBeGreaterThan(100);
    expect(more / less).toBeLessThan(5);
  });

  // Others take so many more steps that these would not be seen among them.
  it.each([
    ["the tests of a switch once, not once for each of its cases", "src/analysis/code-tests/code-tests.ts", switchOf],
    ["the way up a long condition once, not once for each of its operands", "src/analysis/source/syntax.ts", chainsOf],
    ["the way up a chain of else-if once, not once for each of its links", "src/analysis/dispatch/decisions.ts", chainsOf],
    ["what is known of the last few handlers, not of all before", "src/analysis/follow/known-runs.ts", hostileSources["one handler after the other"] ?? String],
  ])("look through %s", async (_, module, write) => {
    const [less, more] = [await counted.stepsOf(write(2 * small), module), await counted.stepsOf(write(8 * small), module)];
    expect(less).toBeGreaterThan(small);
    expect(more / less).toBeLessThan(5);
  });
});

/** A switch that tells codes apart, so that the ways of many codes through it are followed. */
function switchOf(count: number): string {
  const cases = Array.from({ length: count }, (_, index) => `case "InvalidDisk.A${String(index)}": return ${String(index)};`).join("\n");
  return `import { cbs } from "tencentcloud-sdk-nodejs"; const client = new cbs.v20170312.Client({});
export async function run(r) { try { await client.DescribeDisks(r); } catch (e) { switch (e.code) { case "InvalidParameter": return 1; case "InternalError": return 2;
${cases} } throw e; } }`;
}

function chainsOf(count: number): string {
  return hostileSources["long chains"]?.(count) ?? "";
}

describe("the search for services", () => {
  it.each(Object.keys(hostileTexts))("answers on %s", (name) => {
    // Of such a length, anything but linear time ends the test.
    expect(servicesIn((hostileTexts[name] ?? String)(4000)).size).toBeLessThan(10);
  });
});
