/**
 * Reads the pages below folders with the readers and counts them by their lines, and prints both numbers by language
 * and form, and every page on which the two differ. Build first: `node test/tools/compare-counts.js <folder>...`.
 */
import { readFileSync } from "node:fs";
import { relative } from "node:path";
import process from "node:process";

import { readPage } from "../../dist/src/documents/read-page.js";
import { countPage, pagesBelow } from "./count-pages.js";

/** What the readers say of a page, in the form of the count. */
function readAs(/** @type {string} */ path) {
  let result;
  try {
    result = readPage(readFileSync(path, "utf8"), path, { services: new Set() });
  } catch (error) {
    return { problem: String(error) };
  }
  if (result.kind === "skipped") return undefined;
  const { fragment, badRows } = result;
  const [[version, actions] = ["", new Map()]] = fragment.actions;
  const [[action, rows] = ["", []]] = actions;
  const codes = [...new Set([...fragment.common, ...fragment.codes, ...rows].map((row) => row.code))].sort();
  const isApi = fragment.kind === "api-page";
  return { kind: isApi ? "api" : "codes", action, version, service: isApi ? fragment.service : "", language: fragment.language, codes, badRows };
}

function differences(/** @type {any} */ read, /** @type {any} */ counted) {
  if (read === undefined && counted === undefined) return [];
  if (read === undefined || counted === undefined) return [read === undefined ? "only counted" : "only read"];
  if (read.problem !== undefined) return [read.problem];
  const fields = ["kind", "action", "version", "service", "language"].filter((field) => read[field] !== counted[field]);
  const lines = fields.map((field) => `${field}: read ${read[field]}, counted ${counted[field]}`);
  const onlyRead = read.codes.filter((/** @type {string} */ code) => !counted.codes.includes(code));
  const onlyCounted = counted.codes.filter((/** @type {string} */ code) => !read.codes.includes(code));
  if (onlyRead.length > 0) lines.push(`codes only read: ${onlyRead.join(", ")}`);
  if (onlyCounted.length > 0) lines.push(`codes only counted: ${onlyCounted.join(", ")}`);
  return [...lines, ...read.badRows.map((/** @type {{ line: string }} */ error) => `bad row: ${error.line}`)];
}

/** @type {Map<string, { read: number; counted: number; codes: number }>} */
const totals = new Map();
const add = (/** @type {string} */ key, /** @type {"read" | "counted"} */ side, /** @type {number} */ codes) => {
  const total = totals.get(key) ?? { read: 0, counted: 0, codes: 0 };
  total[side] += 1;
  total.codes += codes;
  totals.set(key, total);
};
let differing = 0;
for (const folder of process.argv.slice(2)) {
  for (const path of pagesBelow(folder)) {
    const read = readAs(path);
    const counted = countPage(path);
    const form = counted?.form ?? "not counted";
    if (read !== undefined && read.problem === undefined) add(`${read.language}\t${read.kind}\t${form}`, "read", read.codes?.length ?? 0);
    if (counted !== undefined) add(`${counted.language}\t${counted.kind}\t${form}`, "counted", 0);
    const lines = differences(read, counted);
    if (lines.length === 0) continue;
    differing += 1;
    process.stdout.write(`${relative(folder, path)}\n${lines.map((line) => `    ${line}\n`).join("")}`);
  }
}
for (const [key, { read, counted, codes }] of [...totals].sort()) process.stdout.write(`${key}\tread ${read}\tcounted ${counted}\tcodes ${codes}\n`);
process.stdout.write(`${differing} pages differ.\n`);
process.exitCode = differing > 0 ? 1 : 0;
