import { printableJson } from "./printable.js";
import { isSame, type CatalogDiff, type Change, type ServiceChange } from "./diff.js";

/** The forms in which a difference can be printed. */
export type DiffFormat = "text" | "markdown" | "json";

/** One sentence of a difference: which service it is about, what happened, and to which names. */
interface Entry {
  readonly scope: string;
  readonly what: string;
  readonly names: readonly string[];
}

/** A difference for people or programs, breaking changes first; ends in a line end. */
export function renderDiff(diff: CatalogDiff, format: DiffFormat): string {
  if (format === "json") return printableJson(toJson(diff));
  if (isSame(diff)) return "Nothing has changed.\n";
  const sections = [
    { title: "Breaking changes", entries: entriesOf(diff, "removed") },
    { title: "Additions", entries: entriesOf(diff, "added") },
  ].filter((section) => section.entries.length > 0);
  return sections.map(({ title, entries }) => (format === "markdown" ? markdown(title, entries) : plain(title, entries))).join("\n");
}

function entriesOf(diff: CatalogDiff, side: keyof Change): readonly Entry[] {
  const verb = side === "added" ? "added" : "removed";
  const entries: Entry[] = [
    { scope: "", what: `services ${verb}`, names: diff.services[side] },
    { scope: "common", what: `codes ${verb}`, names: diff.common[side] },
  ];
  for (const [service, change] of diff.changed) {
    entries.push({ scope: service, what: `codes ${verb}`, names: change.codes[side] });
    entries.push({ scope: service, what: `API versions ${verb}`, names: change.versions[side] });
    entries.push({ scope: service, what: `actions ${verb}`, names: change.actions[side] });
    entries.push({ scope: service, what: `actions with a ClientToken ${verb}`, names: change.withClientToken[side] });
    for (const [action, codes] of change.actionCodes) {
      entries.push({ scope: service, what: `${action}: codes ${verb}`, names: codes[side] });
    }
  }
  return entries.filter((entry) => entry.names.length > 0);
}

function plain(title: string, entries: readonly Entry[]): string {
  const lines = entries.map(({ scope, what, names }) => `  ${scope === "" ? "" : `${scope}: `}${what}: ${names.join(", ")}`);
  return `${title}\n${lines.join("\n")}\n`;
}

function markdown(title: string, entries: readonly Entry[]): string {
  const lines: string[] = [`### ${title}`];
  let scope: string | undefined;
  for (const entry of entries) {
    if (entry.scope !== scope) lines.push("", entry.scope === "" ? "**All services**" : `**${entry.scope}**`, "");
    scope = entry.scope;
    lines.push(`- ${entry.what}: ${entry.names.map((name) => `\`${name}\``).join(", ")}`);
  }
  return `${lines.join("\n")}\n`;
}

function toJson({ common, services, changed }: CatalogDiff): unknown {
  return { common, services, changed: Object.fromEntries([...changed].map(([id, change]) => [id, changeToJson(change)])) };
}

function changeToJson({ actionCodes, ...change }: ServiceChange): unknown {
  return { ...change, actionCodes: Object.fromEntries(actionCodes) };
}
