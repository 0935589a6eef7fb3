/**
 * Times `generate` for all services against openapi-typescript turning the same unions (all codes of a service, and
 * each action's codes) into types: each in a process of its own, from start to end, in turns.
 *
 *   npm run build && npm install --prefix bench && node bench/generate.js [runs]
 */
import { execFileSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

import { loadCatalog } from "../dist/src/store/read/load.js";

const RUNS = Number(process.argv[2] ?? 5);
const root = fileURLToPath(new URL("..", import.meta.url));
const folder = mkdtempSync(join(tmpdir(), "bench-generate-"));

try {
  const catalog = loadCatalog(join(root, "catalog"));
  writeFileSync(join(folder, "openapi.json"), JSON.stringify(openApiOf(catalog)));
  const ours = [];
  const theirs = [];
  for (let run = 0; run < RUNS; run += 1) {
    ours.push(time([join(root, "dist/src/bin.js"), "generate", "--catalog", join(root, "catalog"), "--out", join(folder, `out${String(run)}`)]));
    theirs.push(time([join(root, "bench/openapi-typescript.js"), join(folder, "openapi.json"), join(folder, "openapi.ts")]));
  }
  console.log(`generate            ${format(ours)}`);
  console.log(`openapi-typescript  ${format(theirs)}`);
  console.log(`ratio               ${(median(ours) / median(theirs)).toFixed(2)}`);
} finally {
  rmSync(folder, { recursive: true });
}

/** An OpenAPI document whose schemas are the unions of the code map. */
function openApiOf(catalog) {
  const schemas = {};
  for (const [id, { codes, actions }] of catalog.services) {
    const name = id.charAt(0).toUpperCase() + id.slice(1);
    schemas[`${name}ErrorCode`] = { type: "string", enum: [...catalog.common.keys(), ...codes.keys()] };
    for (const [action, listed] of actions) schemas[`${name}${action}ErrorCode`] = { type: "string", enum: listed };
  }
  return { openapi: "3.1.0", info: { title: "Error codes", version: "1" }, paths: {}, components: { schemas } };
}

/** Milliseconds that a process takes. */
function time(args) {
  const start = performance.now();
  execFileSync(process.execPath, args, { stdio: ["ignore", "ignore", "inherit"] });
  return performance.now() - start;
}

function median(times) {
  return [...times].sort((a, b) => a - b)[Math.floor(times.length / 2)];
}

function format(times) {
  return `${median(times).toFixed(0)} ms (${times.map((ms) => ms.toFixed(0)).join(", ")})`;
}
