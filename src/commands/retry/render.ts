import type { RetryCensus, RetryCount } from "../../catalog/retry-census.js";

/** How many rows and names a list shows before it only counts. */
const SHOWN = 20;
const NAMES = 4;

/**
 * A census for a terminal; ends in a line end.
 *
 * @param listCodes whether to list the codes without a class
 */
export function renderCensus({ entries, classes, families, services, codes }: RetryCensus, listCodes: boolean): string {
  const rows = Object.entries(classes).map(([name, count]) => [name, String(count), percent(count, entries)]);
  const lines = [`${String(entries)} entries in the services' own tables, by retry class:`, ...columns(rows)];
  if (classes.unclassified > 0) {
    lines.push("", "Without a class, by family:", ...limited(families.map((family) => [...countCells(family), shorten(family.services.map(({ service, unclassified }) => `${service} ${String(unclassified)}`))])));
    lines.push("", "Without a class, by service:", ...limited(services.map(countCells)));
    const all = codes.map(({ code, services: in_ }) => [code, shorten(in_)]);
    lines.push("", ...(listCodes ? ["Codes without a class:", ...columns(all)] : ["Pass --service or --family to list the codes, or --json for all."]));
  }
  return `${lines.join("\n")}\n`;
}

function countCells({ name, entries, unclassified }: RetryCount): readonly string[] {
  return [name, `${String(unclassified)} of ${String(entries)}`, percent(unclassified, entries)];
}

function limited(rows: readonly (readonly string[])[]): readonly string[] {
  const lines = columns(rows.slice(0, SHOWN));
  return rows.length > SHOWN ? [...lines, `  and ${String(rows.length - SHOWN)} more`] : lines;
}

function columns(rows: readonly (readonly string[])[]): readonly string[] {
  const widths = (rows[0] ?? []).map((_, column) => Math.max(...rows.map((row) => row[column]?.length ?? 0)));
  return rows.map((row) => `  ${row.map((cell, column) => cell.padEnd(widths[column] ?? 0)).join("  ")}`.trimEnd());
}

function shorten(names: readonly string[]): string {
  return names.length <= NAMES ? names.join(", ") : `${names.slice(0, NAMES).join(", ")} and ${String(names.length - NAMES)} more`;
}

function percent(part: number, whole: number): string {
  return whole === 0 ? "0.0 %" : `${((100 * part) / whole).toFixed(1)} %`;
}
