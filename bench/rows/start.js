import { pathToFileURL } from "node:url";
import { join } from "node:path";

import { inTurns, milliseconds, root, runScript, times } from "../lib/measure.js";

const script = new URL("../lib/import.js", import.meta.url);
const importOf = (specifier) => () => runScript(script, [specifier]);

/** Importing the plugin, and importing typescript-eslint's. */
export async function start({ startRuns }) {
  const plugin = pathToFileURL(join(root, "dist/rules/index.js")).href;
  const { ours, peer } = inTurns(startRuns, { ours: importOf(plugin), peer: importOf("@typescript-eslint/eslint-plugin") });
  const ratio = ours.time / peer.time;
  return [{ what: "importing the plugin", ours: milliseconds(ours.time), peer: `${milliseconds(peer.time)} (@typescript-eslint/eslint-plugin)`, ratio: times(ratio), aim: "≤ 0.12 ×", met: ratio <= 0.12 }];
}

/** Importing one service's table in an application, beside what Node takes for a module without content; and looking codes up in it. */
export async function runtime({ startRuns }) {
  const { ours, empty } = inTurns(startRuns, { ours: importOf("tencentcloud-error-codes/cvm"), empty: importOf(new URL("../../generated/dist/runtime/types.js", import.meta.url).href) });
  const lookups = runScript(new URL("../lib/lookups.js", import.meta.url), [], ["--expose-gc"]);
  return [
    { what: "importing tencentcloud-error-codes/cvm", ours: milliseconds(ours.time), peer: `${milliseconds(empty.time)} (a module of it without content)`, ratio: `+${milliseconds(ours.time - empty.time)}`, aim: "≤ +4 ms (2)", met: ours.time - empty.time <= 4 },
    { what: "looking up a code (isCvmError, retryClassOf, inFamily, table)", ours: `${lookups.bytes.toFixed(2)} bytes, ${lookups.nanoseconds.toFixed(0)} ns`, peer: "–", ratio: "–", aim: "no allocation", met: lookups.bytes < 1 },
  ];
}
