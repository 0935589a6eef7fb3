import { readErrorCodePage } from "../../documents/error-code-page.js";
import { FACTS_FORMAT } from "../../catalog/facts.js";
import { parseFacts } from "../../catalog/facts-read.js";
import { withoutMark } from "../../catalog/encoding.js";
import { InputError } from "../../catalog/input-error.js";
import { detectLanguage } from "../../catalog/language.js";
import { mergeFragments } from "../../catalog/merge.js";
import type { CodeEntry, Fragment, SourceKind } from "../../catalog/model.js";
import { compare } from "../../catalog/order.js";
import { problemOfServiceId } from "../../catalog/page-name.js";
import { readCatalog, type CatalogFile, type CatalogFolder } from "./folder.js";

/** What a service's sources say about one code. */
export interface ServiceFinding {
  readonly service: string;
  readonly entry: CodeEntry;
  /** The actions that list the code; sorted. */
  readonly actions: readonly string[];
  /** The number of the product's documentation. */
  readonly product?: number;
}

/** What a catalog directory says about one code. */
export interface Lookup {
  readonly common: CodeEntry | undefined;
  /** Sorted by service. */
  readonly findings: readonly ServiceFinding[];
  /** The services of the whole catalog; sorted. */
  readonly services: readonly string[];
}

/**
 * Finds a code in a catalog directory. A catalog of hundreds of services would take too long to read
 * for one answer: only files that mention the code are parsed, and only for this code.
 *
 * @throws InputError when a file that mentions the code cannot be used
 */
export function lookUp(directory: string, code: string): Lookup {
  return readCatalog(directory, (catalog) => lookUpIn(catalog, code));
}

function lookUpIn(catalog: CatalogFolder, code: string): Lookup {
  const services = new Set<string>();
  const fragments: Fragment[] = [];
  for (const file of catalog.files("documents")) {
    services.add(serviceOf(file));
    const text = file.text();
    if (text.includes(code)) fragments.push(readRowsOf(code, text, file.path));
  }
  const pages = mergeFragments(fragments);
  const findings: ServiceFinding[] = [];
  const files = new Map(catalog.files("services").map((file) => [serviceOf(file), file]));
  for (const service of [...new Set([...services, ...files.keys()])].sort(compare)) {
    services.add(service);
    const file = files.get(service);
    const text = file === undefined ? "" : withoutMark(file.text());
    const facts = file === undefined ? undefined : findInFacts(code, text, file.path);
    const finding = join(service, code, pages.services.get(service)?.codes.get(code), facts);
    const product = productIn(text);
    if (finding !== undefined) findings.push(product === undefined ? finding : { ...finding, product });
  }
  const laterIn = findings.filter(({ entry }) => entry.tryAgainLater).map(({ service }) => service);
  return {
    common: pages.common.get(code),
    findings: findings.map((finding) => ({ ...finding, entry: { ...finding.entry, laterIn } })),
    services: [...services].sort(compare),
  };
}

/**
 * Every code that a catalog directory mentions, found without parsing its files: good enough to
 * choose suggestions from.
 *
 * @param service only in this service's files; undefined for all
 */
export function mentionedCodes(directory: string, service?: string): ReadonlySet<string> {
  return readCatalog(directory, (catalog) => mentionedIn(catalog, (file) => service === undefined || serviceOf(file) === service));
}

function mentionedIn(catalog: CatalogFolder, isAsked: (file: CatalogFile) => boolean): ReadonlySet<string> {
  const codes = new Set<string>();
  for (const file of catalog.files("services").filter(isAsked)) {
    for (const [, code = ""] of file.text().matchAll(/^ {2,}"([A-Z][A-Za-z0-9_.]*)",?$/gm)) codes.add(code);
  }
  for (const file of catalog.files("documents").filter(isAsked)) {
    for (const [, code = ""] of file.text().matchAll(/^\|? *([A-Z][A-Za-z0-9_.]*) *\|/gm)) codes.add(code);
  }
  return codes;
}

/** A page without the table rows that do not mention the code; the whole page if a row cannot be read, so that the message has its place. */
function readRowsOf(code: string, text: string, file: string): Fragment {
  const lines = text.split("\n");
  const kept = lines.filter((line, index) => !/^\s*\|/.test(line) || line.includes(code) || isDelimiter(line) || isDelimiter(lines[index + 1] ?? ""));
  try {
    return readErrorCodePage(kept.join("\n"), file);
  } catch (error) {
    if (error instanceof InputError) return readErrorCodePage(text, file);
    throw error;
  }
}

function isDelimiter(line: string): boolean {
  return /^[\s|:-]+$/.test(line) && line.includes("-");
}

interface FactsFinding {
  readonly actions: readonly string[];
  readonly sources: readonly SourceKind[];
  readonly tryAgainLater: boolean;
  readonly descriptions: CodeEntry["descriptions"];
}

function findInFacts(code: string, text: string, file: string): FactsFinding | undefined {
  // Every code stands in a list of its own service, in quotes.
  if (!text.includes(JSON.stringify(code))) return undefined;
  const facts = parseLoosely(text, file);
  const sources = new Set<SourceKind>();
  const actions = new Set<string>();
  let tryAgainLater = false;
  const sections: [SourceKind, unknown][] = Object.values(members(facts["sdks"])).map((sdk) => ["go-sdk", sdk]);
  for (const [kind, section] of [...sections, ["api-page", facts["pages"]] as [SourceKind, unknown]]) {
    const { versions, tryAgainLater: later } = members(section);
    tryAgainLater ||= Array.isArray(later) && later.includes(code);
    for (const version of Object.values(members(versions))) {
      const { codes, actions: listed } = members(version);
      if (Array.isArray(codes) && codes.includes(code)) sources.add(kind);
      for (const [action, list] of Object.entries(members(listed))) if (lists(list, code)) actions.add(action);
    }
  }
  const texts = sections.map(([, sdk]) => members(members(sdk)["descriptions"])[code]).filter((description) => typeof description === "string");
  const descriptions = texts.map((description) => ({ text: description, language: detectLanguage(description), table: "service" as const }));
  return { actions: [...actions].sort(compare), sources: [...sources], tryAgainLater, descriptions };
}

/** The file as it is, if it is of the format; else the message that a full reading gives. */
function parseLoosely(text: string, file: string): Readonly<Record<string, unknown>> {
  try {
    const facts = members(JSON.parse(text));
    if (facts["format"] === FACTS_FORMAT) return facts;
  } catch {
    // The full reading below tells where the file is broken.
  }
  parseFacts(text, file);
  return {};
}

function lists(list: unknown, code: string): boolean {
  if (Array.isArray(list)) return list.includes(code);
  return typeof list === "string" && list.includes(code) && list.split(" ").includes(code);
}

function members(value: unknown): Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null ? (value as Readonly<Record<string, unknown>>) : {};
}

function join(service: string, code: string, page: CodeEntry | undefined, facts: FactsFinding | undefined): ServiceFinding | undefined {
  const sources = [...new Set([...(page?.sources ?? []), ...(facts?.sources ?? [])])].sort();
  if (sources.length === 0) return undefined;
  const tryAgainLater = (page?.tryAgainLater ?? false) || (facts?.tryAgainLater ?? false);
  const descriptions = [...(page?.descriptions ?? []), ...(facts?.descriptions ?? [])];
  return { service, entry: { code, descriptions, tryAgainLater, laterIn: [], sources }, actions: facts?.actions ?? [] };
}

/** The number of the product's documentation in a file of facts. */
function productIn(text: string): number | undefined {
  const product = /^ {2}"product": (\d{1,9}),$/m.exec(text)?.[1];
  return product === undefined ? undefined : Number(product);
}

/** The service that a file is of. Throws InputError where the name of the file is of none: it stands in addresses that are opened. */
function serviceOf({ name, path }: CatalogFile): string {
  const service = name.split(".")[0] ?? name;
  const problem = problemOfServiceId(service);
  if (problem !== undefined) throw new InputError(problem, { file: path });
  return service;
}
