import { byFamily } from "../codemap/retry.js";
import type { RetryClass, RetryInfo } from "../codemap/types.js";
import type { Catalog } from "./model.js";
import { classify } from "./retry.js";
import type { RetryPolicyTable } from "./retry.js";

const CLASSES: readonly RetryClass[] = ["throttled", "transient", "pending", "renew", "permanent", "unclassified"];

/** A code with a class, why it has it, and the services for which it has it. */
interface Classified {
  readonly code: string;
  readonly class: RetryClass;
  readonly evidence: Set<string>;
  readonly services: string[];
}

/**
 * The report on the retry policy, as Markdown: how many codes each class has, and every subcode whose class is not
 * the default of its family.
 */
export function retryReport(catalog: Catalog, policy: RetryPolicyTable): string {
  const all = classifyAll(catalog, policy);
  const differing = all.filter((row) => row.code.includes(".") && row.class !== byFamily(row.code, policy).class);
  return [
    "# Retry classes",
    "",
    "Written by `tencentcloud-codes generate` from the catalog and `retry.json`. Do not edit.",
    "",
    "## Codes by class",
    "",
    "A code that has two classes in two services counts in both. A common code in a service's own table counts as a common code.",
    "",
    ...table(["class", "common codes", "other codes", "their entries in services' tables"], countRows(all)),
    "",
    "## Subcodes whose class is not their family's default",
    "",
    ...table(["code", "class", "default", "services", "evidence"], differing.map((row) => rowOf(row, policy))),
    "",
  ].join("\n");
}

/** Every class of every code, in order of the codes. The gateway's codes stand under `common`. */
function classifyAll(catalog: Catalog, policy: RetryPolicyTable): readonly Classified[] {
  const found = new Map<string, Classified>();
  const add = (code: string, retry: RetryInfo, service: string): void => {
    const key = `${code} ${retry.class}`;
    const known = found.get(key) ?? { code, class: retry.class, evidence: new Set(), services: [] };
    known.evidence.add(retry.evidence);
    known.services.push(service);
    found.set(key, known);
  };
  for (const entry of catalog.common.values()) add(entry.code, classify(entry, undefined, policy), "common");
  for (const [id, { codes }] of catalog.services) {
    const own = [...codes.values()].filter(({ code }) => !catalog.common.has(code));
    for (const entry of own) add(entry.code, classify(entry, id, policy), id);
  }
  return [...found].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, classified]) => classified);
}

function countRows(all: readonly Classified[]): readonly (readonly string[])[] {
  return CLASSES.map((name) => {
    const given = all.filter((row) => row.class === name);
    const own = given.filter(({ services }) => !services.includes("common"));
    const entries = own.reduce((sum, { services }) => sum + services.length, 0);
    return [name, String(given.length - own.length), String(new Set(own.map(({ code }) => code)).size), String(entries)];
  });
}

function rowOf({ code, class: name, evidence, services }: Classified, policy: RetryPolicyTable): readonly string[] {
  const shown = services.length > 4 ? `${services.slice(0, 4).join(" ")} and ${String(services.length - 4)} more` : services.join(" ");
  return [inlineCode(code), name, byFamily(code, policy).class, shown, [...evidence].sort().join("; ")];
}

function table(head: readonly string[], rows: readonly (readonly string[])[]): readonly string[] {
  return [head, head.map(() => "---"), ...rows].map((cells) => `| ${cells.map(cellText).join(" | ")} |`);
}

function cellText(text: string): string {
  return text.replace(/[\s\u2028\u2029]+/g, " ").replaceAll("|", "\\|");
}

function inlineCode(text: string): string {
  return `\`${text.replaceAll("`", "'")}\``;
}
