/**
 * Lints the files of a folder, and prints as JSON what the rules took. Our rules and the peers' run in one process, file by
 * file and in turns, so that whatever else the machine does meets all of them alike. Times are those of the processor, with
 * what the garbage collector and the compiler take beside the main thread. Each file is parsed once for all of them.
 *
 *   node --expose-gc bench/lib/project.js '{"folder":"…","peers":"…"}'
 *
 * `peers` is the folder in which the peers are installed. `typed` asks for types and takes the typed peer instead of the
 * untyped ones. `before` is the built plugin of another checkout, measured beside ours. `only` limits the run to `"ours"` or
 * to `"none"`: one plugin alone, for what it adds to memory, and for what ours takes when a file is linted again.
 */
import { readFileSync, readdirSync, statSync } from "node:fs";
import { createRequire } from "node:module";
import { join, relative } from "node:path";

import typescriptEslint from "@typescript-eslint/eslint-plugin";
import typescriptParser from "@typescript-eslint/parser";
import { Linter } from "eslint";

import { median } from "./measure.js";

const { folder, peers, typed = false, before, only } = JSON.parse(process.argv[2]);
const unicornRules = ["catch-error-name", "prefer-includes", "error-message", "throw-new-error", "prefer-switch", "no-useless-switch-case", "prefer-string-starts-ends-with"];
/** A bundle of somebody else's code says nothing about a project. */
const largestFile = 1_000_000;

/** ESLint times its rules by this clock. */
process.hrtime = (since) => {
  const { system, user } = process.cpuUsage();
  const time = [Math.floor((system + user) / 1e6), ((system + user) % 1e6) * 1e3];
  if (since === undefined) return time;
  const passed = (time[0] - since[0]) * 1e9 + time[1] - since[1];
  return [Math.floor(passed / 1e9), passed % 1e9];
};

const ours = (await import("../../dist/rules/index.js")).default;
const plugins = { none: {}, ours: { plugins: { tencentcloud: ours }, rules: strict("tencentcloud", ours) } };
// Another copy of ours: one would find what the other remembers.
const copy = only === undefined ? (await import("../../dist/rules/index.js?alone")).default : ours;
plugins.alone = { plugins: { tencentcloud: copy }, rules: strict("tencentcloud", copy), settings: { tencentcloud: { followImports: false } } };
if (before !== undefined) {
  const plugin = (await import(before)).default;
  plugins.before = { plugins: { tencentcloud: plugin }, rules: strict("tencentcloud", plugin) };
}
if (typed) plugins.peer = { plugins: { "@typescript-eslint": typescriptEslint }, rules: { "@typescript-eslint/switch-exhaustiveness-check": "error" } };
else {
  const unicorn = (await import(createRequire(join(peers, "package.json")).resolve("eslint-plugin-unicorn"))).default;
  plugins.peer = { plugins: { unicorn }, rules: Object.fromEntries(unicornRules.map((name) => [`unicorn/${name}`, "error"])) };
}
const names = only === undefined ? Object.keys(plugins) : [only];

/** What was parsed last, and how long that took, in milliseconds. */
let parsed = { text: "", path: "", result: undefined, time: 0 };
let isParsedNow = false;
const parser = {
  meta: typescriptParser.meta,
  parseForESLint(text, options) {
    if (parsed.text !== text || parsed.path !== options.filePath) {
      isParsedNow = true;
      const start = process.hrtime();
      const result = typescriptParser.parseForESLint(text, options);
      parsed = { text, path: options.filePath, result, time: millisecondsSince(start) };
    }
    return parsed.result;
  },
};

const files = filesBelow(folder);
const linters = Object.fromEntries(names.map((name) => [name, { linter: new Linter({ cwd: folder }), config: configOf(plugins[name]), rules: 0, all: 0, reports: 0, crashes: 0 }]));
const slowest = [];
let faults = 0;
for (const [index, file] of files.entries()) {
  const text = readFileSync(file, "utf8");
  // Whoever comes first parses with cold caches: each does as often as the others.
  const order = [...names.slice(index % names.length), ...names.slice(0, index % names.length)];
  for (const name of order) if (!lint(name, file, text)) break;
}
globalThis.gc?.();
const { heapUsed, external } = process.memoryUsage();
const again = only === "ours" ? timesAgain() : [];
console.log(
  JSON.stringify({
    files: files.length,
    faults,
    heap: heapUsed + external,
    again,
    plugins: Object.fromEntries(names.map((name) => [name, { rules: linters[name].rules, all: linters[name].all, reports: linters[name].reports, crashes: linters[name].crashes }])),
    slowest: slowest.sort((a, b) => b.rules - a.rules).slice(0, 5),
  }),
);

/** @returns false for a file that cannot be parsed */
function lint(name, file, text) {
  const measured = linters[name];
  isParsedNow = false;
  const start = process.hrtime();
  let messages;
  try {
    // Times are kept only here, and for nothing but this.
    ({ messages } = measured.linter.verifyAndFix(text, measured.config, { filename: file, fix: false, stats: true }));
  } catch (error) {
    measured.crashes += 1;
    console.error(`${file}: ${error.message.split("\n")[0]}`);
    return true;
  }
  measured.all += millisecondsSince(start) + (isParsedNow ? 0 : parsed.time);
  if (messages.some(({ fatal }) => fatal === true)) {
    faults += 1;
    return false;
  }
  const rules = timeOfRules(measured.linter);
  measured.rules += rules;
  measured.reports += messages.filter(({ ruleId }) => ruleId !== null && ruleId !== "no-debugger").length;
  if (name === "ours") slowest.push({ file: relative(folder, file), rules });
  return true;
}

/** What the rules took in the last lint of a linter, in milliseconds. */
function timeOfRules(linter) {
  const passes = linter.getTimes()?.passes ?? [];
  return passes.reduce((sum, pass) => sum + Object.entries(pass.rules ?? {}).reduce((all, [rule, { total }]) => all + (rule === "no-debugger" ? 0 : total), 0), 0);
}

/** What the rules take when a file is linted again after each key, as in an editor, for 60 of the files: the median of ten times each, after ten others. */
function timesAgain() {
  const { linter, config } = linters.ours;
  const step = Math.ceil(files.length / 60);
  return files.filter((_, index) => index % step === 0).flatMap((file) => {
    const text = readFileSync(file, "utf8");
    const times = Array.from({ length: 20 }, (_, key) => {
      const { messages } = linter.verifyAndFix(`${text}\n//${"k".repeat(key)}`, config, { filename: file, fix: false, stats: true });
      return messages.some(({ fatal }) => fatal === true) ? undefined : timeOfRules(linter);
    });
    return times.includes(undefined) ? [] : [median(times.slice(10))];
  });
}

function millisecondsSince(start) {
  const [seconds, nanoseconds] = process.hrtime(start);
  return seconds * 1e3 + nanoseconds / 1e6;
}

/** Without any rule ESLint leaves out much of its own work: a rule that finds nothing is on in every run. */
function configOf({ plugins: used = {}, rules = {}, settings = {} }) {
  const language = { parser, parserOptions: typed ? { projectService: true, tsconfigRootDir: folder } : {} };
  const ofFiles = (patterns, jsx) => ({
    files: patterns,
    plugins: used,
    linterOptions: { noInlineConfig: true, reportUnusedDisableDirectives: "off" },
    languageOptions: { ecmaVersion: "latest", sourceType: "module", ...language, parserOptions: { ...language.parserOptions, ecmaFeatures: { jsx } } },
    rules: { "no-debugger": "error", ...rules },
    settings,
  });
  return [ofFiles(["**/*.{js,cjs,mjs,jsx,tsx}"], true), ofFiles(["**/*.{ts,cts,mts}"], false)];
}

function strict(prefix, { rules }) {
  return Object.fromEntries(Object.keys(rules).map((name) => [`${prefix}/${name}`, "error"]));
}

function filesBelow(start) {
  const found = [];
  const open = [start];
  for (const at of open) {
    for (const entry of readdirSync(at, { withFileTypes: true })) {
      const path = join(at, entry.name);
      if (entry.isDirectory()) {
        if (!/^(?:node_modules|\.git|\.next|dist|coverage)$/.test(entry.name)) open.push(path);
      } else if (entry.isFile() && (typed ? /\.tsx?$/ : /\.[cm]?[jt]sx?$/).test(entry.name) && !/\.d\.[cm]?ts$|\.min\.js$/.test(entry.name) && statSync(path).size < largestFile) found.push(path);
    }
  }
  return found.sort();
}
