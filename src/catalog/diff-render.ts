import { affectedBy, breaksRetries, type Affected } from "./diff-affected.js";
import { printableJson } from "./printable.js";
import { isSame, type CatalogDiff, type Change, type ClassChange, type ClassChanges, type ServiceChange } from "./diff.js";

/** The forms in which a difference can be printed. */
export type DiffFormat = "text" | "markdown" | "json";

/** One sentence of a difference: which service it is about, what happened, and to which names. */
interface Entry {
  readonly scope: string;
  readonly what: string;
  readonly names: readonly Named[];
}

/** A name, and what is said about it. */
interface Named {
  readonly name: string;
  readonly note?: string;
}

/** A difference for people or programs, breaking changes first; ends in a line end. */
export function renderDiff(diff: CatalogDiff, format: DiffFormat): string {
  if (format === "json") return printableJson(toJson(diff));
  if (isSame(diff)) return "Nothing has changed.\n";
  const render = format === "markdown" ? { section: markdown, affected: affectedInMarkdown } : { section: plain, affected: affectedInText };
  const sections = [
    { title: "Breaking changes", entries: [...entriesOf(diff, "removed"), ...classEntries(diff, breaksRetries)].sort(byScope) },
    { title: "Additions", entries: entriesOf(diff, "added") },
    { title: "Other changes", entries: classEntries(diff, (change) => !breaksRetries(change)) },
  ].filter((section) => section.entries.length > 0);
  const affected = affectedBy(diff);
  return [...sections.map(({ title, entries }) => render.section(title, entries)), ...(affected.length === 0 ? [] : [render.affected(affected)])].join("\n");
}

function entriesOf(diff: CatalogDiff, side: keyof Change): readonly Entry[] {
  const verb = side === "added" ? "added" : "removed";
  const named = (names: readonly string[]): readonly Named[] => names.map((name) => ({ name }));
  const classed = (names: readonly string[], classes: ClassChanges): readonly Named[] =>
    names.map((name) => {
      const retry = classes.get(name)?.[side === "added" ? "after" : "before"];
      return retry === undefined ? { name } : { name, note: retry };
    });
  const sized = (names: readonly string[]): readonly Named[] =>
    names.map((name) => {
      const { codes, actions } = diff.sizes.get(name) ?? { codes: 0, actions: 0 };
      return { name, note: `${counted(codes, "code")}, ${counted(actions, "action")}` };
    });
  const entries: Entry[] = [
    { scope: "", what: `services ${verb}`, names: sized(diff.services[side]) },
    { scope: "common", what: `codes ${verb}`, names: classed(diff.common[side], diff.commonClasses) },
  ];
  for (const [service, change] of diff.changed) {
    entries.push({ scope: service, what: `codes ${verb}`, names: classed(change.codes[side], change.classes) });
    entries.push({ scope: service, what: `API versions ${verb}`, names: named(change.versions[side]) });
    entries.push({ scope: service, what: `actions ${verb}`, names: named(change.actions[side]) });
    entries.push({ scope: service, what: `actions with a ClientToken ${verb}`, names: named(change.withClientToken[side]) });
    for (const [action, codes] of change.actionCodes) {
      entries.push({ scope: service, what: `${action}: codes ${verb}`, names: named(codes[side]) });
    }
  }
  return entries.filter((entry) => entry.names.length > 0);
}

/** The codes of both sides whose retry class is another now. */
function classEntries(diff: CatalogDiff, isAsked: (change: ClassChange) => boolean): readonly Entry[] {
  const entryOf = (scope: string, classes: ClassChanges): Entry => ({
    scope,
    what: "retry classes changed",
    names: [...classes].flatMap(([name, change]) => (change.before !== undefined && change.after !== undefined && isAsked(change) ? [{ name, note: `${change.before} → ${change.after}` }] : [])),
  });
  return [entryOf("common", diff.commonClasses), ...[...diff.changed].map(([service, { classes }]) => entryOf(service, classes))].filter(({ names }) => names.length > 0);
}

/** What is said of one service stands together; all services and the common codes come first. */
function byScope(a: Entry, b: Entry): number {
  const rank = ({ scope }: Entry): string => (scope === "" ? "" : scope === "common" ? " " : scope);
  return rank(a) < rank(b) ? -1 : Number(rank(a) > rank(b));
}

function plain(title: string, entries: readonly Entry[]): string {
  const lines = entries.map(({ scope, what, names }) => `  ${scope === "" ? "" : `${scope}: `}${what}: ${names.map(({ name, note }) => (note === undefined ? name : `${name} (${note})`)).join(", ")}`);
  return `${title}\n${lines.join("\n")}\n`;
}

function markdown(title: string, entries: readonly Entry[]): string {
  const lines: string[] = [`### ${title}`];
  let scope: string | undefined;
  for (const entry of entries) {
    if (entry.scope !== scope) lines.push("", entry.scope === "" ? "**All services**" : `**${entry.scope}**`, "");
    scope = entry.scope;
    lines.push(`- ${entry.what}: ${entry.names.map(({ name, note }) => (note === undefined ? `\`${name}\`` : `\`${name}\` (${note})`)).join(", ")}`);
  }
  return `${lines.join("\n")}\n`;
}

const AFFECTED = "Rules and types affected";

function affectedInText(affected: readonly Affected[]): string {
  return `${AFFECTED}\n${affected.map(({ what, how }) => `  ${what}: ${how.replaceAll("`", "")}`).join("\n")}\n`;
}

function affectedInMarkdown(affected: readonly Affected[]): string {
  return `### ${AFFECTED}\n\n${affected.map(({ what, how }) => `- ${what === "types" ? "the types" : `\`${what}\``}: ${how}`).join("\n")}\n`;
}

function toJson(diff: CatalogDiff): unknown {
  const { common, commonClasses, services, sizes, changed } = diff;
  return {
    common,
    commonClasses: Object.fromEntries(commonClasses),
    services,
    sizes: Object.fromEntries(sizes),
    changed: Object.fromEntries([...changed].map(([id, change]) => [id, changeToJson(change)])),
    affected: affectedBy(diff),
  };
}

function changeToJson({ actionCodes, classes, ...change }: ServiceChange): unknown {
  return { ...change, classes: Object.fromEntries(classes), actionCodes: Object.fromEntries(actionCodes) };
}

function counted(count: number, noun: string): string {
  return `${String(count)} ${noun}${count === 1 ? "" : "s"}`;
}
