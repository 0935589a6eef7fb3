import { hostilePages, hostileSources, hostileTexts } from "../corpus/hostile.js";
import { milliseconds, runScript, times } from "../lib/measure.js";

const script = new URL("../lib/hostile.js", import.meta.url);
/** In milliseconds. Below this, what an input takes is lost in what the compiler and the collector do: it is asked of a larger input. */
const telling = 50;
/** In milliseconds. What is quicker than this at the largest size says nothing. */
const noise = 10;

/** How much more than linear may be the collector's doing, or the compiler's. */
const allowed = 1.5;
/** What looks worse is measured again, so often in all, and longer: the shortest times count. */
const attempts = 3;
const runsOfAnother = 8;

/** What inputs made to be slow take when they are four times as large: row by row, as the whole takes a while. */
export function* hostile({ named }) {
  for (const name of [hostileSources, hostileTexts, hostilePages].flatMap(Object.keys)) {
    if (!name.includes(named)) continue;
    const { count, small, large } = measure(name);
    const ratio = ratioOf({ small, large });
    yield { what: `hostile: ${name} (${4 * count})`, ours: milliseconds(large), peer: `${milliseconds(small)} (a quarter)`, ratio: `${times(ratio)} of linear`, aim: "linear", met: ratio <= allowed };
  }
}

/** The smallest of the sizes of which a quarter takes a while, or the largest that the parser reads. */
function measure(name) {
  let measured;
  let quarter = timeOf(name, 500);
  for (const count of [500, 2000, 8000]) {
    const whole = timeOf(name, 4 * count);
    if (whole.unread > 0) break;
    measured = { count, small: quarter.time, large: whole.time };
    if (measured.small >= telling) break;
    quarter = whole;
  }
  if (measured === undefined) throw new Error(`The parser does not read 2,000 of "${name}".`);
  for (let attempt = 1; attempt < attempts && ratioOf(measured) > allowed; attempt += 1) {
    measured.small = Math.min(measured.small, timeOf(name, measured.count, runsOfAnother).time);
    measured.large = Math.min(measured.large, timeOf(name, 4 * measured.count, runsOfAnother).time);
  }
  return measured;
}

function ratioOf({ small, large }) {
  return large / (4 * Math.max(small, noise));
}

function timeOf(name, count, fewestRuns) {
  try {
    return runScript(script, [JSON.stringify({ name, count, fewestRuns })], ["--max-semi-space-size=64"]);
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
