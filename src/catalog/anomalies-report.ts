import { findAnomalies, type AnomalyGroup, type AnomalyItem } from "./anomalies.js";
import type { Catalog } from "./model.js";
import { groupBy } from "./order.js";
import { printableLines } from "./printable.js";

const HEAD = `# Anomalies

What in the sources a person should look at. Nothing is repaired: every code stays as documented.
Written by \`tencentcloud-codes import\`; do not edit.
`;

/** The anomalies of a catalog as a Markdown page; the same catalog gives the same bytes. */
export function renderAnomalies(catalog: Catalog): string {
  const groups = findAnomalies(catalog);
  if (groups.length === 0) return `${HEAD}\nThere are none.\n`;
  const table = groups.map(({ title, items }) => `| ${title} | ${items.length} | ${new Set(items.map(({ scope }) => scope)).size} |`);
  const summary = ["| kind | count | places |", "| --- | ---: | ---: |", ...table].join("\n");
  return printableLines([HEAD, `${summary}\n`, ...groups.map(section)].join("\n"));
}

function section({ title, meaning, items }: AnomalyGroup): string {
  const lines = [...groupBy(items, ({ scope }) => scope)].map(([scope, of]) => `- **${scope}** (${of.length}): ${list(of)}`);
  return `## ${title} (${items.length})\n\n${meaning}\n\n${lines.join("\n")}\n`;
}

function list(items: readonly AnomalyItem[]): string {
  return items.map(({ text }) => text.replace(/\n/g, " ")).join("; ");
}
