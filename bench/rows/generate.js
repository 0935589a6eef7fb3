import { cpSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

import { loadCatalog } from "../../dist/src/store/read/load.js";
import { inTurns, milliseconds, root, timeProcess, times } from "../lib/measure.js";
import { peerScript } from "../lib/peers.js";

const command = join(root, "dist/src/bin.js");

/** Writing the code map, and openapi-typescript turning the same unions into types. */
export async function generate({ runs }) {
  const folder = mkdtempSync(join(tmpdir(), "bench-generate-"));
  const peer = peerScript({ "openapi-typescript": "7.13.0", typescript: "5.9.3" }, "openapi.js", openapiScript);
  const catalog = loadCatalog(join(root, "catalog"));
  writeFileSync(join(folder, "openapi.json"), JSON.stringify(openApiOf(catalog)));
  let run = 0;
  const { ours, theirs } = inTurns(runs, {
    ours: () => ({ time: timeProcess(process.execPath, [command, "generate", "--catalog", join(root, "catalog"), "--out", join(folder, `out${run++}`)]) }),
    theirs: () => ({ time: timeProcess(process.execPath, [peer, join(folder, "openapi.json"), join(folder, "openapi.ts")]) }),
  });
  rmSync(folder, { recursive: true });
  const ratio = ours.time / theirs.time;
  return [{ what: `generate, ${catalog.services.size} services`, ours: milliseconds(ours.time), peer: `${milliseconds(theirs.time)} (openapi-typescript)`, ratio: times(ratio), aim: "≤ 1.00 ×", met: ratio <= 1 }];
}

const openapiScript = `import { readFileSync, writeFileSync } from "node:fs";
import openapiTS, { astToString } from "openapi-typescript";
const [document, types] = process.argv.slice(2);
writeFileSync(types, astToString(await openapiTS(JSON.parse(readFileSync(document, "utf8")), { silent: true })));
`;

/** An OpenAPI document whose schemas are the unions of the code map. */
function openApiOf(catalog) {
  const schemas = {};
  for (const [id, { codes, actions }] of catalog.services) {
    const name = id.charAt(0).toUpperCase() + id.slice(1);
    schemas[`${name}ErrorCode`] = { type: "string", enum: [...new Set([...catalog.common.keys(), ...codes.keys()])] };
    for (const [action, listed] of actions) schemas[`${name}${action}ErrorCode`] = { type: "string", enum: [...listed] };
  }
  return { openapi: "3.1.0", info: { title: "Error codes", version: "1" }, paths: {}, components: { schemas } };
}

/** Time for one code, from today's catalog to ten times as many codes. */
export async function generateGrowth({ growthRuns }) {
  const folder = mkdtempSync(join(tmpdir(), "bench-growth-"));
  for (const factor of [1, 5, 10]) writeManifold(join(folder, String(factor)), factor);
  const measurements = Object.fromEntries(
    [1, 5, 10].map((factor) => [factor, () => {
      const out = mkdtempSync(join(folder, "out-"));
      return { time: timeProcess(process.execPath, [command, "generate", "--catalog", join(folder, String(factor)), "--out", join(out, "src")]) };
    }]),
  );
  const results = inTurns(growthRuns, measurements);
  rmSync(folder, { recursive: true });
  const ratio = results[10].time / (10 * results[1].time);
  return [{ what: "generate, ten times the catalog", ours: milliseconds(results[10].time), peer: `${milliseconds(results[1].time)} (today's), ${milliseconds(results[5].time)} (five times)`, ratio: `${times(ratio)} of linear`, aim: "linear", met: ratio <= 1.2 }];
}

/** A catalog with each service of today's `factor` times, under other names and with other codes. */
function writeManifold(folder, factor) {
  mkdirSync(join(folder, "services"), { recursive: true });
  cpSync(join(root, "catalog/retry.json"), join(folder, "retry.json"));
  for (const name of readdirSync(join(root, "catalog/services"))) {
    const id = name.replace(".json", "");
    const text = readFileSync(join(root, "catalog/services", name), "utf8");
    writeFileSync(join(folder, "services", name), text);
    for (let copy = 2; copy <= factor; copy += 1) {
      const service = `${id}x${copy}`;
      const renamed = text.replace(`"service": "${id}"`, `"service": "${service}"`).replaceAll(/(\.[A-Z]\w*)(?=[" ])/g, `$1X${copy}`);
      writeFileSync(join(folder, "services", `${service}.json`), renamed);
    }
  }
}
