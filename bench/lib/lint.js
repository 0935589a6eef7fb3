/**
 * Lints files once and prints what it took, as JSON. One process, one measurement: the rule that first asks for types pays
 * for them, and no warm code is inherited.
 *
 *   node --expose-gc bench/lib/lint.js '{"folder":"…","typed":true,"rules":"recommended"}'
 *
 * `rules`: "none", "installed" (the plugin is loaded, no rule is on), "all" (all rules of the plugin), "peer", or the
 * name of one rule. `base` turns on a rule of ESLint's own besides: without any rule, ESLint leaves out much of its work.
 */
import { join } from "node:path";

import typescriptEslint from "@typescript-eslint/eslint-plugin";
import typescriptParser from "@typescript-eslint/parser";
import { ESLint } from "eslint";

const { folder, files = ["**/*.ts"], typed = false, rules = "none", base = false } = JSON.parse(process.argv[2]);

// What takes part is loaded before the clock starts: loading is a row of its own.
const tencentcloud = ["none", "peer"].includes(rules) ? undefined : (await import("../../dist/rules/index.js")).default;

const eslint = new ESLint({
  cwd: folder,
  overrideConfigFile: true,
  ignore: false,
  stats: true,
  overrideConfig: {
    files: ["**/*.ts"],
    languageOptions: { parser: typescriptParser, ...(typed ? { parserOptions: { project: join(folder, "tsconfig.json") } } : {}) },
    plugins: { ...(tencentcloud === undefined ? {} : { tencentcloud }), ...(rules === "peer" ? { "@typescript-eslint": typescriptEslint } : {}) },
    rules: { ...(base ? { "no-debugger": "error" } : {}), ...chosenRules() },
  },
});

globalThis.gc?.();
const cpuBefore = process.cpuUsage();
const start = performance.now();
const results = await eslint.lintFiles(files);
const wall = performance.now() - start;
const cpu = process.cpuUsage(cpuBefore);
globalThis.gc?.();
const { heapUsed, external, rss } = process.memoryUsage();
console.log(JSON.stringify({
  wall,
  cpu: (cpu.user + cpu.system) / 1000,
  rules: sumOf(results, (pass) => Object.entries(pass.rules ?? {}).reduce((sum, [name, { total }]) => sum + (name === "no-debugger" ? 0 : total), 0)),
  parse: sumOf(results, (pass) => pass.parse.total),
  heap: heapUsed + external,
  rss,
  files: results.length,
  reports: results.reduce((sum, { messages }) => sum + messages.filter(({ ruleId }) => ruleId !== null).length, 0),
  faults: results.reduce((sum, { fatalErrorCount }) => sum + fatalErrorCount, 0),
}));

function chosenRules() {
  if (rules === "none" || rules === "installed") return {};
  if (rules === "peer") return { "@typescript-eslint/switch-exhaustiveness-check": "error" };
  const names = rules === "all" ? Object.keys(tencentcloud.rules) : [rules];
  return Object.fromEntries(names.map((name) => [`tencentcloud/${name}`, "error"]));
}

function sumOf(lintResults, ofPass) {
  return lintResults.reduce((sum, { stats }) => sum + stats.times.passes.reduce((passes, pass) => passes + ofPass(pass), 0), 0);
}
