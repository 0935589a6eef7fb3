/**
 * Measures everything and prints one table.
 *
 *   npm run bench                     all rows, written to bench/RESULTS.md
 *   npm run bench -- start memory     only these, printed
 *   npm run bench -- --quick          few files and runs, printed: to try a script, not to quote
 */
import { writeFileSync } from "node:fs";
import { availableParallelism, totalmem } from "node:os";
import { join } from "node:path";

import { root } from "./lib/measure.js";
import { generate, generateGrowth } from "./rows/generate.js";
import { lintGrowth } from "./rows/growth.js";
import { hostile } from "./rows/hostile.js";
import { memory, plainFiles, typedRules, untypedRules } from "./rows/rules.js";
import { runtime, start } from "./rows/start.js";
import { types } from "./rows/types.js";

const rows = { typedRules, untypedRules, plainFiles, start, memory, generate, types, runtime, lintGrowth, generateGrowth, hostile };
const usual = { files: 300, typedRuns: 3, runs: 5, startRuns: 15, memoryRuns: 3, typesRuns: 11, growthRuns: 1 };
const quick = { files: 40, typedRuns: 1, runs: 1, startRuns: 3, memoryRuns: 1, typesRuns: 1, growthRuns: 1 };

const words = process.argv.slice(2);
const chosen = words.filter((word) => !word.startsWith("--"));
const unknown = chosen.find((name) => !Object.hasOwn(rows, name));
if (unknown !== undefined) throw new Error(`There is no row "${unknown}"; there are ${Object.keys(rows).join(", ")}.`);
const counts = words.includes("--quick") ? quick : usual;

const results = [];
for (const name of chosen.length > 0 ? chosen : Object.keys(rows)) {
  const measured = await rows[name](counts);
  for (const row of measured) console.log(lineOf(row));
  results.push(...measured);
}
if (chosen.length === 0 && counts === usual) writeFileSync(join(root, "bench/RESULTS.md"), page());

function lineOf({ what, ours, peer, ratio, aim, met }) {
  return `| ${[what, ours, peer, ratio, aim, met ? "yes" : "no"].join(" | ")} |`;
}

function page() {
  return `# Results

Medians of runs in turns, each in a process of its own. Written by \`npm run bench\` on a machine with ${availableParallelism()} processors and ${(totalmem() / 2 ** 30).toFixed(0)} GiB of memory, with Node ${process.version.slice(1)} on ${process.platform}.

| what | ours | peer | ratio | aim | met |
| --- | --- | --- | --- | --- | --- |
${results.map(lineOf).join("\n")}
`;
}
