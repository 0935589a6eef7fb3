import { hostilePages, hostileSources, hostileTexts } from "../corpus/hostile.js";
import { inTurns, milliseconds, runScript, times } from "../lib/measure.js";

const script = new URL("../lib/hostile.js", import.meta.url);
/** In milliseconds. Below this, what an input takes is lost in what the compiler and the collector do: it is asked of a larger input. */
const telling = 50;
/** In milliseconds. What is quicker than this at the largest size says nothing. */
const noise = 10;

/** What inputs made to be slow take when they are four times as large. */
export async function hostile({ growthRuns }) {
  return [hostileSources, hostileTexts, hostilePages].flatMap(Object.keys).map((name) => {
    const { count, small, large } = measure(name, growthRuns);
    const ratio = large / (4 * Math.max(small, noise));
    return { what: `hostile: ${name} (${4 * count})`, ours: milliseconds(large), peer: `${milliseconds(small)} (a quarter)`, ratio: `${times(ratio)} of linear`, aim: "linear", met: ratio <= 1.5 };
  });
}

/** The smallest of the sizes of which a quarter takes a while, or the largest that the parser reads. */
function measure(name, runs) {
  let measured;
  for (const count of [500, 2000, 8000]) {
    const at = inTurns(runs, { small: () => timeOf(name, count), large: () => timeOf(name, 4 * count) });
    if (at.large.unread > 0) break;
    measured = { count, small: at.small.time, large: at.large.time };
    if (measured.small >= telling) break;
  }
  if (measured === undefined) throw new Error(`The parser does not read 2,000 of "${name}".`);
  return measured;
}

function timeOf(name, count) {
  try {
    return runScript(script, [JSON.stringify({ name, count })], ["--max-semi-space-size=64"]);
  } catch (error) {
    // Node ends where it has to compile a regular expression of the parser's with hardly any stack left.
    if (error.signal !== "SIGABRT" || isRead(name, count)) throw error;
    return { time: 0, unread: 1 };
  }
}

/** Whether ESLint gets through an input without our rules. */
function isRead(name, count) {
  try {
    return runScript(script, [JSON.stringify({ name, count, withoutRules: true })], ["--max-semi-space-size=64"]).unread === 0;
  } catch {
    return false;
  }
}
