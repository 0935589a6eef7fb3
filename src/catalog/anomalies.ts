import { shapeOf } from "./code-shape.js";
import type { Anomaly, Catalog, CodeEntry, Description, ServiceEntry } from "./model.js";
import { compare, groupBy } from "./order.js";

/** One kind of oddity with everything that shows it. */
export interface AnomalyGroup {
  readonly title: string;
  /** What it means, for a person who reads the report. */
  readonly meaning: string;
  readonly items: readonly AnomalyItem[];
}

export interface AnomalyItem {
  /** The service, or "common". */
  readonly scope: string;
  /** Markdown. */
  readonly text: string;
}

/** Everything in a catalog that a person should look at: what is odd inside a source, and where sources differ. */
export function findAnomalies(catalog: Catalog): readonly AnomalyGroup[] {
  return [
    group("Codes that the SDK does not list", "A page documents the code; the SDK's list of the service has none such.", catalog, onlyInPages),
    group("Codes that the page does not list", "The SDK lists the code; the service's page of error codes does not.", catalog, onlyInSdk),
    group("Two texts in one language", "The sources describe the code differently in the same language.", withCommon(catalog), twoTexts),
    group("Codes that differ only in case", "Both spellings are documented, and are different codes.", withCommon(catalog), caseTwins),
    spelledOtherwise(catalog),
    group("Codes in an unusual form", "Kept exactly as documented, because the API returns them so.", withCommon(catalog), malformed),
    sourceGroup(catalog.anomalies),
  ].filter((found) => found.items.length > 0);
}

type Finder = (service: ServiceEntry) => readonly string[];

function group(title: string, meaning: string, catalog: Catalog, find: Finder): AnomalyGroup {
  const items = [...catalog.services.values()].flatMap((service) => find(service).map((text) => ({ scope: service.id, text })));
  return { title, meaning, items };
}

/** The gateway's codes as if they were a service's, for oddities that can occur in both. */
function withCommon(catalog: Catalog): Catalog {
  const common: ServiceEntry = { id: "common", versions: [], codes: catalog.common, actions: new Map(), sources: [] };
  return { ...catalog, services: new Map([["common", common], ...catalog.services]) };
}

function onlyInPages(service: ServiceEntry): readonly string[] {
  if (!hasSource(service, "go-sdk")) return [];
  return codes(service, (entry) => !entry.sources.includes("go-sdk"));
}

function onlyInSdk(service: ServiceEntry): readonly string[] {
  if (!hasSource(service, "error-code-page")) return [];
  return codes(service, (entry) => entry.sources.includes("go-sdk") && !entry.sources.includes("error-code-page"));
}

function twoTexts(service: ServiceEntry): readonly string[] {
  return [...service.codes.values()].flatMap(({ code, descriptions }) => {
    const byLanguage = groupBy(descriptions, (description) => description.language);
    return [...byLanguage.values()].filter((texts) => distinct(texts).length > 1).map((texts) => `\`${code}\`: ${distinct(texts).join(" / ")}`);
  });
}

function caseTwins(service: ServiceEntry): readonly string[] {
  const spellings = groupBy(service.codes.keys(), (code) => code.toLowerCase());
  return [...spellings.values()].filter((twins) => twins.length > 1).map((twins) => twins.map((code) => `\`${code}\``).join(", "));
}

/** Codes of which another service documents another case; inside one service they are twins already. */
function spelledOtherwise(catalog: Catalog): AnomalyGroup {
  const services = new Map<string, string[]>();
  for (const service of withCommon(catalog).services.values()) {
    for (const code of service.codes.keys()) services.set(code, [...(services.get(code) ?? []), service.id]);
  }
  const spellings = [...groupBy([...services.keys()].sort(compare), (code) => code.toLowerCase()).values()];
  const items = spellings.filter((twins) => twins.length > 1).map((twins) => ({
    scope: twins[0]?.split(".")[0] ?? "",
    text: twins.map((code) => `\`${code}\` (${someOf(services.get(code) ?? [])})`).join(", "),
  }));
  const meaning = "Services spell the same words in different cases; a code of one is not a code of the other.";
  return { title: "Codes that another service spells in another case", meaning, items };
}

function someOf(names: readonly string[]): string {
  return names.length <= 3 ? names.join(", ") : `${names.slice(0, 3).join(", ")} and ${names.length - 3} more`;
}

function malformed(service: ServiceEntry): readonly string[] {
  return [...service.codes.keys()].flatMap((code) => {
    const shape = shapeOf(code);
    return shape.kind === "malformed" ? [`\`${code}\` ${shape.why}`] : [];
  });
}

function sourceGroup(anomalies: readonly Anomaly[]): AnomalyGroup {
  const items = anomalies.map(({ message, at }) => ({ scope: `${fileName(at.file)}:${at.line}`, text: message }));
  return { title: "Oddities inside a page", meaning: "What a page's reader noticed.", items };
}

function codes(service: ServiceEntry, matches: (entry: CodeEntry) => boolean): readonly string[] {
  return [...service.codes.values()].filter(matches).map((entry) => `\`${entry.code}\``);
}

function hasSource(service: ServiceEntry, kind: CodeEntry["sources"][number]): boolean {
  return [...service.codes.values()].some((entry) => entry.sources.includes(kind));
}

/** Texts that differ by more than their final point. */
function distinct(descriptions: readonly Description[]): readonly string[] {
  const texts = new Map(descriptions.map(({ text }) => [withoutFinalPoint(text), text]));
  return [...texts.values()].sort(compare).map((text) => `“${escaped(text)}”`);
}

/** A text as Markdown shows it, whatever it says: no picture, no link, no markup, and no comment that hides what follows. */
function escaped(text: string): string {
  return text.replace(/[\\`*_~<&[\]]/g, "\\$&");
}

function withoutFinalPoint(text: string): string {
  let end = text.length;
  while (end > 0 && /[\s.。]/.test(text.charAt(end - 1))) end -= 1;
  return text.slice(0, end);
}

function fileName(path: string): string {
  return path.split("/").at(-1) ?? path;
}
