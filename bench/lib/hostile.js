/**
 * Prints the processor time that the rules, the search of `init` or the reader of pages take for one hostile input, as JSON:
 * `node bench/lib/hostile.js '{"name":"…","count":1000}'`. With `withoutRules`, only whether ESLint gets through it.
 */
import plugin from "../../dist/rules/index.js";
import { servicesIn } from "../../dist/src/init/services.js";
import { readPage } from "../../dist/src/documents/read-page.js";
import { hostilePages, hostileSources, hostileTexts } from "../corpus/hostile.js";
import { lintFile } from "../robustness.js";

/** What takes long, with the parser and ESLint, is done less often; but the compiler makes code fast that has run some times. */
const mostRuns = 8;
/** In milliseconds. */
const enough = 1500;

const { name, count, fewestRuns = 2, withoutRules = false } = JSON.parse(process.argv[2]);
const write = { ...hostileSources, ...hostileTexts, ...hostilePages }[name];
const text = write(count);
const timed = workOn(name);
// Once on a small input, which loads what is loaded once.
timed(write(2));
// The shortest time: whatever else the machine and the collector do only adds to one.
let time = Infinity;
/** 1 for an input that the parser or ESLint refuses: code that nests deeper than their stack. */
let unread = 0;
const started = performance.now();
for (let runs = 0; runs < mostRuns && (runs < fewestRuns || performance.now() - started < enough); runs += 1) time = Math.min(time, timed(text));
console.log(JSON.stringify({ time, unread }));

/** What takes the time of one piece of work on an input. */
function workOn(input) {
  if (input in hostileSources) return timeOfRules;
  const work = input in hostileTexts ? servicesIn : answerTo;
  return (source) => timeOf(() => work(source));
}

/** The time in the rules alone: the parser and ESLint take many times as long, so that little would be left of a difference. */
function timeOfRules(source) {
  let time = 0;
  const measured = (run) => (...given) => {
    let result;
    time += timeOf(() => (result = run(...given)));
    return result;
  };
  const rules = Object.entries(withoutRules ? {} : plugin.rules).map(([id, rule]) => {
    const create = (context) => Object.fromEntries(Object.entries(measured(rule.create)(context)).map(([selector, listener]) => [selector, measured(listener)]));
    return [id, { meta: rule.meta, create }];
  });
  const { skipped, thrown } = lintFile({ rules: Object.fromEntries(rules) }, "/source.js", { text: source });
  if (skipped || isStackOf(thrown)) unread = 1;
  else if (thrown !== undefined) throw thrown;
  return time;
}

/** ESLint's own walk through code that nests deeper than its stack. */
function isStackOf(thrown) {
  return thrown instanceof RangeError && !/[/\\]dist[/\\](?:rules|chunks)[/\\]/.test(thrown.stack);
}

function timeOf(run) {
  const before = process.cpuUsage().user;
  run();
  return (process.cpuUsage().user - before) / 1000;
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
