import { hostilePages, hostileSources, hostileTexts } from "../corpus/hostile.js";
import { inTurns, milliseconds, runScript, times } from "../lib/measure.js";

const script = new URL("../lib/hostile.js", import.meta.url);
/** In milliseconds. Below this, what an input takes is lost in what the compiler and the collector do. */
const noise = 10;

/** What inputs made to be slow take when they are four times as large. */
export async function hostile({ growthRuns }) {
  return [hostileSources, hostileTexts, hostilePages].flatMap(Object.keys).map((name) => {
    const measured = inTurns(growthRuns, Object.fromEntries([500, 2000].map((count) => [`at${count}`, () => runScript(script, [JSON.stringify({ name, count })])])));
    const [small, large] = [measured.at500.time, measured.at2000.time];
    const ratio = large / (4 * Math.max(small, noise));
    return { what: `hostile: ${name}`, ours: milliseconds(large), peer: `${milliseconds(small)} (a quarter)`, ratio: `${times(ratio)} of linear`, aim: "linear", met: ratio <= 1.5 };
  });
}
