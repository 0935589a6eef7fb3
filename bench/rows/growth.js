import { mkdirSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";

import { tencentFile, plainFile } from "../corpus/corpus.js";
import { readServices } from "../corpus/services.js";
import { inTurns, milliseconds, root, runScript, times } from "../lib/measure.js";
import { createRandom } from "../lib/random.js";

const script = new URL("../lib/lint.js", import.meta.url);
const megabyte = 1_000_000;

/** Rule time of one file that grows, with one code site and with many. */
export async function lintGrowth({ growthRuns }) {
  const folder = join(root, "bench/dist/growth");
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, "package.json"), "{}");
  const services = await readServices();
  const [small, large] = [0.5, 5].map((size) => size * megabyte);
  const rows = [];
  for (const [what, write] of [["plain code around one site", oneSite], ["sites all over", (size) => manySites(size, services)]]) {
    const names = Object.fromEntries([small, large].map((size) => [size, `${what.replaceAll(" ", "-")}-${size}.ts`]));
    for (const size of [small, large]) writeFileSync(join(folder, names[size]), write(size));
    const measured = inTurns(growthRuns, Object.fromEntries([small, large].map((size) => [size, () => runScript(script, [JSON.stringify({ folder, files: [names[size]], rules: "all" })], ["--max-old-space-size=8192"])])));
    const ratio = measured[large].rules / (10 * measured[small].rules);
    rows.push({ what: `one file of 5 MB, ${what}: rule time`, ours: milliseconds(measured[large].rules), peer: `${milliseconds(measured[small].rules)} (0.5 MB)`, ratio: `${times(ratio)} of linear`, aim: "linear", met: ratio <= 1.5 });
  }
  return rows;
}

function oneSite(size) {
  const random = createRandom(1);
  const site = `import { cbs } from "tencentcloud-sdk-nodejs";\nexport async function attach(client: cbs.v20170312.Client) {\n  try {\n    await client.AttachDisks({});\n  } catch (error) {\n    if (error.code === "InvalidDisk.Busy") return;\n    throw error;\n  }\n}\n`;
  return filled(site, size, (index) => `{\n${plainFile(random, index).replaceAll(/^export /gm, "")}}\n`);
}

function manySites(size, services) {
  const random = createRandom(2);
  const head = tencentFile(random, services, 0, 1);
  return filled(head, size, (index) => `{\n${tencentFile(random, services, index * services.length).replaceAll(/^import .*$/gm, "").replaceAll(/^export /gm, "")}}\n`);
}

function filled(head, size, part) {
  const parts = [head];
  for (let length = head.length, index = 0; length < size; index += 1) {
    parts.push(part(index));
    length += parts.at(-1).length;
  }
  return parts.join("");
}
