import { existsSync } from "node:fs";
import { basename, resolve } from "node:path";

import { megabytes, milliseconds, percent, runScript, times } from "../lib/measure.js";
import { peerFolder } from "../lib/peers.js";

const script = new URL("../lib/project.js", import.meta.url);
/** The newest that runs on the oldest Node that the project supports. */
const peers = { "eslint-plugin-unicorn": "65.0.0" };

/**
 * Our rules on a folder of real code, beside seven rules of unicorn's; with types beside one typed rule of typescript-eslint.
 *
 * @param folder any folder; `folder:typed` asks for types, with the folder's own `tsconfig.json` and `node_modules`
 * @param before the built plugin of another checkout, if one is to be compared with
 * @returns the lines of a table, and the slowest files
 */
export function project(folder, before) {
  const typed = folder.endsWith(":typed");
  const path = resolve(typed ? folder.slice(0, -":typed".length) : folder);
  if (!existsSync(path)) throw new Error(`There is no folder "${path}".`);
  const options = { folder: path, peers: peerFolder(peers), typed };
  const run = (more) => runScript(script, [JSON.stringify({ ...options, ...more })], ["--expose-gc", "--max-old-space-size=8192"]);
  const { files, faults, plugins, slowest } = run(before === undefined ? {} : { before: resolve(before) });
  const [alone, without] = [run({ only: "ours" }), run({ only: "none" })];
  const { none, ours, alone: single, peer, before: old } = plugins;
  const added = ({ all }) => percent((all - none.all) / none.all);
  const cells = [
    `${basename(path)}${typed ? ", typed" : ""}`,
    faults === 0 ? files : `${files} (${faults} cannot be parsed)`,
    ours.reports,
    old === undefined ? "–" : milliseconds(old.rules),
    milliseconds(ours.rules),
    times(ours.rules / single.rules),
    milliseconds(peer.rules),
    old === undefined ? "–" : times(old.rules / peer.rules),
    times(ours.rules / peer.rules),
    milliseconds(none.all),
    added(ours),
    added(peer),
    megabytes(alone.heap - without.heap),
    typed ? "–" : `${milliseconds(quantile(alone.again, 0.5))}, ${milliseconds(quantile(alone.again, 0.95))}`,
  ];
  const crashes = ours.crashes > 0 ? [`${ours.crashes} files end in an exception.`] : [];
  return { line: `| ${cells.join(" | ")} |`, notes: [...crashes, ...slowest.map(({ file, rules }) => `${file}: ${milliseconds(rules)}`)] };
}

export const projectsHead = `| project | files | reports | rule time before | rule time | of that of single files | peers' rule time | before / peers | ours / peers | whole run without them | added by ours | added by the peers | memory added | linted again: median, 95th percentile |
| --- | --- | --- | --- | --- | --- | --- | --- | --- | --- | --- | --- | --- | --- |`;

function quantile(numbers, part) {
  const sorted = [...numbers].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(part * sorted.length))] ?? 0;
}
