import type { ListedSite, ListedTest } from "../../analysis/code-tests/site-list.js";
import { groupBy } from "../../catalog/order.js";
import { printable, quoted } from "../../catalog/printable.js";
import type { Skipped } from "./files.js";

/** What one file holds. */
export interface FileSites {
  readonly file: string;
  readonly sites: readonly ListedSite[];
}

const headings = ["place", "reads", "evidence", "services", "actions", "tested"];

/** The sites of files as a table for a terminal; ends in a line end. */
export function renderSites(files: readonly FileSites[]): string {
  const rows = files.flatMap(({ file, sites }) => sites.flatMap((site) => rowsOf(file, site))).map((row) => row.map(printable));
  if (rows.length === 0) return `No code sites in ${files.length === 1 ? "this file" : `these ${String(files.length)} files`}.\n`;
  const table = [headings, ...rows];
  const widths = headings.map((_heading, column) => Math.max(...table.map((row) => row[column]?.length ?? 0)));
  return table.map((row) => `${row.map((cell, column) => cell.padEnd(widths[column] ?? 0)).join("  ").trimEnd()}\n`).join("");
}

/** How many paths a line lists before it only counts. */
const SHOWN = 5;

/** A line for each reason to skip something. */
export function renderSkipped(skipped: readonly Skipped[]): readonly string[] {
  return [...groupBy(skipped, ({ reason }) => reason)].map(([reason, of]) => {
    const more = of.length > SHOWN ? ` and ${String(of.length - SHOWN)} more` : "";
    return `Skipped: ${of.slice(0, SHOWN).map(({ path }) => printable(path)).join(", ")}${more} (${reason}).`;
  });
}

/** One row a test; what they have in common stands in the first. */
function rowsOf(file: string, site: ListedSite): string[][] {
  const { line, column, reads, exclusive, services, actions, tests, through = [] } = site;
  const evidence = [site.evidence, ...through.map(({ name, path }) => `through ${name === undefined ? "" : `${name} of `}${path}`)].join(", ");
  const first = [`${file}:${String(line)}:${String(column)}`, shorten(reads), exclusive ? evidence : `${evidence}, with others`, services.join(", ") || "any", actions.join(", ") || "any"];
  const [test, ...others] = tests;
  return [[...first, test === undefined ? "not tested" : describe(test)], ...others.map((other) => ["", "", "", "", "", describe(other)])];
}

function describe({ line, kind, negated, values }: ListedTest): string {
  const shown = values.slice(0, 4).map(quoted);
  const rest = values.length > 4 ? `, and ${String(values.length - 4)} more` : "";
  return `line ${String(line)}: ${negated ? "not " : ""}${kind} ${shown.join(", ")}${rest}`.trimEnd();
}

function shorten(text: string): string {
  return text.length > 40 ? `${text.slice(0, 37)}...` : text;
}
