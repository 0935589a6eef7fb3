/** What `npm run demo` shows: the code map being generated, the mistakes that ESLint finds, and a program without them. */
import { ESLint } from "eslint";
import { spawnSync } from "node:child_process";
import { readdirSync } from "node:fs";
import { join, relative } from "node:path";

const example = join(import.meta.dirname, "..");
const root = join(example, "..", "..");
const goodFiles = ["advice.ts", "clients.ts", "janitor.ts", "retry.ts", "verdict.ts"];
const rules = ["tencentcloud/exhaustive-common-codes", "tencentcloud/no-retry-non-retryable", "tencentcloud/no-undocumented-code"];

function heading(text: string): void {
  console.log(`\n${text}\n${"-".repeat(text.length)}\n`);
}

/** Runs a program of this repository with Node, and ends the demonstration when it fails. */
function run(...args: readonly string[]): void {
  const { status } = spawnSync(process.execPath, args, { cwd: root, stdio: "inherit" });
  if (status !== 0) fail(`\`node ${args.join(" ")}\` failed.`);
}

function fail(sentence: string): never {
  console.error(`\nThe demonstration failed: ${sentence}`);
  process.exit(1);
}

heading("1. The code map, from the documentation");
const pages = readdirSync(join(root, "catalog", "documents")).filter((name) => name.endsWith(".md"));
console.log(`\`tencentcloud-codes generate\` reads ${String(pages.length)} documentation pages, and facts from the SDK's sources for what has no page:\n`);
for (const page of pages.sort()) console.log(`  catalog/documents/${page}`);
console.log();
run(join("dist", "src", "bin.js"), "generate");
run(join("node_modules", "typescript", "bin", "tsc"), "-p", "generated");

heading("2. What ESLint finds in before.ts");
const eslint = new ESLint({ cwd: example });
const found = await eslint.lintFiles(["before.ts"]);
const stylish = await eslint.loadFormatter("stylish");
// The formatter pads every message to the longest one.
console.log((await stylish.format(found)).replaceAll(/(?<=\S) {3,}/g, "  ").replaceAll(`${root}/`, "").trim());
const reported = new Set(found.flatMap(({ messages }) => messages.map(({ ruleId }) => ruleId)));
const silent = rules.filter((rule) => !reported.has(rule));
if (silent.length > 0) fail(`${silent.join(" and ")} found nothing in before.ts.`);

heading("3. What ESLint finds in the good program");
const clean = await eslint.lintFiles(goodFiles);
const remaining = clean.flatMap(({ filePath, messages }) => messages.map(({ line, message }) => `${relative(root, filePath)}:${String(line)} ${message}`));
for (const text of remaining) console.log(text);
if (remaining.length > 0) fail("there are findings in the good program.");
console.log(`Nothing, in ${clean.map(({ filePath }) => relative(example, filePath)).join(", ")}.`);

heading("4. The good program, against an endpoint on loopback");
run(join("examples", "disk-janitor", "dist", "run.js"));
