/**
 * Prints the processor time that the rules, the search of `init` or the reader of pages take for one hostile input, as JSON:
 * `node bench/lib/hostile.js '{"name":"…","count":1000}'`.
 */
import plugin from "../../dist/rules/index.js";
import { servicesIn } from "../../dist/src/init/services.js";
import { readPage } from "../../dist/src/documents/read-page.js";
import { hostilePages, hostileSources, hostileTexts } from "../corpus/hostile.js";
import { lintFile } from "../robustness.js";

const { name, count } = JSON.parse(process.argv[2]);
const write = { ...hostileSources, ...hostileTexts, ...hostilePages }[name];
const text = write(count);
const work = workOn(name);
// Without rules, for what ESLint itself takes; with them once on a small file, which loads what is loaded once. The parser is
// warm for both: it has read the whole text before.
const without = name in hostileSources ? (source) => lintFile({ rules: {} }, "/source.js", { text: source }) : () => undefined;
work(write(2));
without(text);
const base = least(() => without(text));
console.log(JSON.stringify({ time: Math.max(0, least(() => work(text)) - base) }));

/** The shorter of two times: whatever else the machine and the collector do only adds to one. */
function least(run) {
  return Math.min(timeOf(run), timeOf(run));
}

function timeOf(run) {
  const before = process.cpuUsage().user;
  run();
  return (process.cpuUsage().user - before) / 1000;
}

function workOn(input) {
  if (input in hostileSources) return (source) => lintFile(plugin, "/source.js", { text: source });
  return input in hostileTexts ? servicesIn : answerTo;
}

/** A page that is refused in one line is answered too. */
function answerTo(page) {
  try {
    return readPage(page, `cbs.en.${page.startsWith("<") ? "html" : "md"}`, { services: new Set(), products: new Map() });
  } catch (error) {
    if (error.name !== "InputError") throw error;
    return error;
  }
}
