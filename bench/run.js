/**
 * Measures everything and prints one table.
 *
 *   npm run bench                     all rows, written to bench/RESULTS.md
 *   npm run bench -- start memory     only these, printed
 *   npm run bench -- site --write     only these, which take the place of theirs in bench/RESULTS.md
 *   npm run bench -- hostile --named="a long" --write    of the hostile inputs, those with these words in their names
 *   npm run bench -- --quick          few files and runs, printed: to try a script, not to quote
 *   npm run bench -- --project DIR... real code: our rules and the peers' on these folders, written to bench/RESULTS.md;
 *                                     DIR:typed with types, --before FILE for the built plugin of another checkout
 */
import { readFileSync, writeFileSync } from "node:fs";
import { availableParallelism, totalmem } from "node:os";
import { join } from "node:path";

import { root } from "./lib/measure.js";
import { generate, generateGrowth } from "./rows/generate.js";
import { lintGrowth } from "./rows/growth.js";
import { hostile } from "./rows/hostile.js";
import { project, projectsHead } from "./rows/projects.js";
import { memory, plainFiles, typedRules, untypedRules } from "./rows/rules.js";
import { site } from "./rows/site.js";
import { runtime, start } from "./rows/start.js";
import { types } from "./rows/types.js";

const rows = { typedRules, untypedRules, plainFiles, start, memory, generate, types, runtime, lintGrowth, generateGrowth, hostile, site };
const usual = { files: 300, typedRuns: 3, runs: 5, startRuns: 15, memoryRuns: 3, typesRuns: 11, growthRuns: 1, siteRuns: 5 };
const quick = { files: 40, typedRuns: 1, runs: 1, startRuns: 3, memoryRuns: 1, typesRuns: 1, growthRuns: 1, siteRuns: 1 };

const words = process.argv.slice(2);
const resultsPath = join(root, "bench/RESULTS.md");
const projectsStart = "## Real projects";

if (words[0] === "--project") {
  measureProjects(words.slice(1));
  process.exit();
}

const chosen = words.filter((word) => !word.startsWith("--"));
const unknown = chosen.find((name) => !Object.hasOwn(rows, name));
if (unknown !== undefined) throw new Error(`There is no row "${unknown}"; there are ${Object.keys(rows).join(", ")}.`);
const named = words.find((word) => word.startsWith("--named="))?.slice("--named=".length) ?? "";
const counts = words.includes("--quick") ? quick : usual;

const heads = ["| what | ours | peer | ratio | aim | met |", "| --- | --- | --- | --- | --- | --- |"];
const results = [];
console.log(heads.join("\n"));
for (const name of chosen.length > 0 ? chosen : Object.keys(rows)) {
  for await (const row of await rows[name]({ ...counts, named })) {
    console.log(lineOf(row));
    results.push(row);
  }
}
if (chosen.length === 0 && counts === usual) writeFileSync(resultsPath, `${page()}${projectsPart()}`);
else if (words.includes("--write")) writeFileSync(resultsPath, withRows(readFileSync(resultsPath, "utf8")));

function lineOf({ what, ours, peer, ratio, aim, met }) {
  return `| ${[what, ours, peer, ratio, aim, met ? "yes" : "no"].join(" | ")} |`;
}

/** What an earlier run wrote about real projects: these are measured by themselves. */
function projectsPart() {
  const text = readFileSync(resultsPath, "utf8");
  const start = text.indexOf(projectsStart);
  return start === -1 ? "" : `\n${text.slice(start)}`;
}

function measureProjects(given) {
  const place = given.indexOf("--before");
  const before = place === -1 ? undefined : given[place + 1];
  const folders = given.filter((_, index) => place === -1 || (index !== place && index !== place + 1));
  if (folders.length === 0) throw new Error("--project wants a folder.");
  console.log(projectsHead);
  const measured = folders.map((folder) => {
    const result = project(folder, before);
    console.log([result.line, ...result.notes].join("\n"));
    return result;
  });
  const text = readFileSync(resultsPath, "utf8");
  const start = text.indexOf(projectsStart);
  const own = (start === -1 ? text : text.slice(0, start)).trimEnd();
  writeFileSync(resultsPath, `${own}\n\n${projectsStart}\n\nRule time is the sum over all files, all rules on; the peers are seven rules of unicorn's, with types typescript-eslint's switch-exhaustiveness-check. File by file and in turns, in one process; times are those of the processor, all threads together. Single files: \`followImports: false\`.\n\n${projectsHead}\n${measured.map(({ line }) => line).join("\n")}\n`);
}

/** The page with the rows that were measured in the place of those about the same, and at the table's end where there are none. */
function withRows(text) {
  const lines = text.split("\n");
  const head = lines.findIndex((line) => line.startsWith("| what |"));
  for (const row of results) {
    const at = lines.findIndex((line) => subjectOf(line.split(" | ")[0]) === subjectOf(`| ${row.what}`));
    const end = lines.findIndex((line, number) => number > head && !line.startsWith("|"));
    lines.splice(at === -1 ? end : at, at === -1 ? 0 : 1, lineOf(row));
  }
  return lines.join("\n");
}

/** What a row is about, without the size at which it was measured. */
function subjectOf(what) {
  return what.replace(/ \(\d+\)$/, "");
}

const limits = `(1) Half of these files use the SDK, and hold what the rules are about; of the real projects below, few do. What is left is the search for what each error comes from: the typed peer looks at \`switch\` statements only.

(2) Node reads and compiles 116 kB: which codes cvm documents, and which of them each of its actions. An empty module that imports the same two files takes 1 ms more than one without imports.`;

function page() {
  return `# Results

Medians of runs in turns, each in a process of its own; of the hostile rows, the shortest times of the processor. Written by \`npm run bench\` on a machine with ${availableParallelism()} processors and ${(totalmem() / 2 ** 30).toFixed(0)} GiB of memory, with Node ${process.version.slice(1)} on ${process.platform}.

${heads.join("\n")}
${results.map(lineOf).join("\n")}

${limits}
`;
}
