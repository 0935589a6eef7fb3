/**
 * Prints the processor time that the rules, or the search of `init`, take for one hostile input, as JSON:
 * `node bench/lib/hostile.js '{"name":"…","count":1000}'`.
 */
import plugin from "../../dist/rules/index.js";
import { servicesIn } from "../../dist/src/init/services.js";
import { hostileSources, hostileTexts } from "../corpus/hostile.js";
import { lintFile } from "../robustness.js";

const { name, count } = JSON.parse(process.argv[2]);
const text = (hostileSources[name] ?? hostileTexts[name])(count);
const work = name in hostileSources ? (source) => lintFile(plugin, "/source.js", { text: source }) : servicesIn;
// Without rules, for what ESLint itself takes; with them once on a small file, which loads what is loaded once.
const without = name in hostileSources ? (source) => lintFile({ rules: {} }, "/source.js", { text: source }) : () => undefined;
work((hostileSources[name] ?? hostileTexts[name])(2));
const base = timeOf(() => without(text));
console.log(JSON.stringify({ time: Math.max(0, timeOf(() => work(text)) - base) }));

function timeOf(run) {
  const before = process.cpuUsage().user;
  run();
  return (process.cpuUsage().user - before) / 1000;
}
