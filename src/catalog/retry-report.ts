import { byFamily } from "../codemap/retry.js";
import type { RetryClass } from "../codemap/types.js";
import type { Catalog } from "./model.js";
import { compare, groupBy } from "./order.js";
import { printableLines } from "./printable.js";
import { classify } from "./retry.js";
import { censusOf } from "./retry-census.js";
import { retryEntries, type RetryEntry } from "./retry-entries.js";
import type { RetryPolicyTable } from "./retry.js";

type Row = readonly string[];

/**
 * The report on the retry policy, as Markdown: how many codes each class has, what each line of the policy decides,
 * every subcode that stands apart from its family, and where codes without a class are.
 */
export function retryReport(catalog: Catalog, policy: RetryPolicyTable): string {
  const entries = retryEntries(catalog, policy);
  const lines = [
    "# Retry classes",
    "",
    "Written by `tencentcloud-codes generate` from the catalog and `retry.json`. Do not edit.",
    "",
    "The most telling fact decides: the line of `retry.json` for exactly this code (of one service, then of all), a documented sentence that says that trying again later helps, the first line of words that stand in the subcode, the family's default. What none of them tells is `unclassified`. A sentence counts for the same code of other services too, unless words say that no repeat can help.",
    "",
    "## Codes by class",
    "",
    "An entry is a code in the own table of one service. The gateway's codes are counted apart.",
    "",
    ...table(["class", "common codes", "other codes", "their entries", "share"], classRows(catalog, entries, policy)),
    "",
    "## Words of the subcode",
    "",
    "In this order. A star stands for the rest of a word; the number is how many entries the words decide.",
    "",
    ...policy.wording.flatMap((line, index) => wordingLines(line, index, entries)),
    "## Defaults of families",
    "",
    ...table(["family", "class", "entries decided", "evidence"], familyRows(entries, policy)),
    "",
    "## Codes that stand apart",
    "",
    "Subcodes of which a repeat can succeed, or which a line or a sentence decides, where that is not the default of the family.",
    "",
    ...table(["code", "class", "default", "services", "evidence"], apartRows(entries, policy)),
    "",
    "## Without a class",
    "",
    "`tencentcloud-codes retry --family NAME` lists the codes.",
    "",
    ...table(["family", "entries without a class", "of", "most of them in"], gapRows(entries)),
    "",
  ];
  return printableLines(lines.join("\n"));
}

function classRows(catalog: Catalog, entries: readonly RetryEntry[], policy: RetryPolicyTable): readonly Row[] {
  const common = [...catalog.common.values()].map((entry) => classify(entry, undefined, policy).class);
  const { classes } = censusOf(entries);
  return Object.entries(classes).map(([name, count]) => {
    const codes = new Set(entries.filter(({ retry }) => retry.class === name).map(({ code }) => code));
    const share = `${((100 * count) / Math.max(1, entries.length)).toFixed(1)} %`;
    return [name, String(common.filter((of) => of === name).length), String(codes.size), String(count), share];
  });
}

function wordingLines(line: RetryPolicyTable["wording"][number], index: number, entries: readonly RetryEntry[]): readonly string[] {
  const own = new Set(line.words);
  const decided = groupBy(entries.filter(({ retry }) => retry.by === "wording" && own.has(retry.match)), ({ retry }) => retry.match);
  const words = line.words.map((word) => `\`${word}\` ${String(decided.get(word)?.length ?? 0)}`);
  return [
    `${String(index + 1)}. **${line.class}**: ${cellText(line.evidence)}.`,
    `   - ${words.join(", ")}`,
    ...(line.unless.length === 0 ? [] : [`   - not beside ${line.unless.map((word) => `\`${word}\``).join(", ")}`]),
    ...(line.families === undefined ? [] : [`   - in ${line.families.map((family) => `\`${family}\``).join(", ")}`]),
    "",
  ];
}

function familyRows(entries: readonly RetryEntry[], policy: RetryPolicyTable): readonly Row[] {
  const decided = groupBy(entries.filter(({ retry }) => retry.by === "family"), ({ retry }) => retry.match);
  return Object.entries(policy.families).map(([family, name]) => [inlineCode(family), name, String(decided.get(family)?.length ?? 0), policy.evidence.get(`family:${family}`) ?? ""]);
}

/** Permanent codes are too many to list one by one: the words tell them. */
function apartRows(entries: readonly RetryEntry[], policy: RetryPolicyTable): readonly Row[] {
  const isApart = ({ code, retry }: RetryEntry): boolean =>
    code.includes(".") && retry.class !== byFamily(code, policy).class && (retry.by !== "wording" || (retry.class !== "permanent" && retry.class !== "unclassified"));
  const groups = groupBy(entries.filter(isApart), ({ code, retry }) => `${code} ${retry.class}`);
  return [...groups]
    .sort(([a], [b]) => compare(a, b))
    .map(([, found]) => rowOf(found, policy));
}

function rowOf(found: readonly RetryEntry[], policy: RetryPolicyTable): Row {
  const code = found[0]?.code ?? "";
  const retryClass: RetryClass | undefined = found[0]?.retry.class;
  const services = found.map(({ service }) => service);
  const shown = services.length > 4 ? `${services.slice(0, 4).join(" ")} and ${String(services.length - 4)} more` : services.join(" ");
  const evidence = [...new Set(found.map(({ retry }) => retry.evidence))].sort(compare).join("; ");
  return [inlineCode(code), retryClass ?? "", byFamily(code, policy).class, shown, evidence];
}

function gapRows(entries: readonly RetryEntry[]): readonly Row[] {
  return censusOf(entries).families.map(({ name, entries: all, unclassified, services }) => [
    inlineCode(name),
    String(unclassified),
    String(all),
    services.slice(0, 4).map(({ service, unclassified: own }) => `${service} ${String(own)}`).join(", "),
  ]);
}

function table(head: Row, rows: readonly Row[]): readonly string[] {
  return [head, head.map(() => "---"), ...rows].map((cells) => `| ${cells.map(cellText).join(" | ")} |`);
}

function cellText(text: string): string {
  return text.replace(/[\s\u2028\u2029]+/g, " ").replaceAll("|", "\\|");
}

function inlineCode(text: string): string {
  return `\`${text.replaceAll("`", "'")}\``;
}
