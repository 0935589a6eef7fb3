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
import type { SourceFolder } from "../layout.js";
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

/** Answers about codes from one reading of a catalog directory. */
export interface CatalogSearch {
  /** @throws InputError when a file that mentions the code cannot be used */
  lookUp(code: string): Lookup;
  /**
   * Every code that the files mention, found without parsing them: good enough to choose suggestions from.
   *
   * @param service only in this service's files; undefined for all
   */
  mentioned(service?: string): ReadonlySet<string>;
}

/** A file of a catalog with its text. */
interface LoadedFile extends Pick<CatalogFile, "name" | "path"> {
  readonly content: string;
}

interface LoadedFiles {
  readonly documents: readonly LoadedFile[];
  readonly services: readonly LoadedFile[];
  /** Facts that were parsed for one code, for the next ones. */
  readonly facts: Map<string, Members>;
}

type Members = Readonly<Record<string, unknown>>;

/**
 * Reads the files of a catalog directory to find codes in. A catalog of hundreds of services would take too long to
 * parse for one answer: only files that mention a code are parsed, and pages only for this code.
 *
 * @throws InputError when a file cannot be read
 */
export function openSearch(directory: string): CatalogSearch {
  const files = readCatalog(directory, (catalog): LoadedFiles => ({ documents: loaded(catalog, "documents"), services: loaded(catalog, "services"), facts: new Map() }));
  return { lookUp: (code) => lookUpIn(files, code), mentioned: (service) => mentionedIn(files, (file) => service === undefined || serviceOf(file) === service) };
}

function loaded(catalog: CatalogFolder, folder: SourceFolder): readonly LoadedFile[] {
  return catalog.files(folder).map((file) => ({ name: file.name, path: file.path, content: file.text() }));
}

function lookUpIn({ documents, services: ofFacts, facts: known }: LoadedFiles, code: string): Lookup {
  const services = new Set<string>();
  const fragments: Fragment[] = [];
  for (const file of documents) {
    services.add(serviceOf(file));
    if (file.content.includes(code)) fragments.push(readRowsOf(code, file.content, file.path));
  }
  const pages = mergeFragments(fragments);
  const findings: ServiceFinding[] = [];
  const files = new Map(ofFacts.map((file) => [serviceOf(file), file]));
  for (const service of [...new Set([...services, ...files.keys()])].sort(compare)) {
    services.add(service);
    const file = files.get(service);
    const text = file === undefined ? "" : withoutMark(file.content);
    const facts = file === undefined ? undefined : findInFacts(code, text, file.path, known);
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

function mentionedIn({ documents, services }: LoadedFiles, isAsked: (file: LoadedFile) => boolean): ReadonlySet<string> {
  const codes = new Set<string>();
  for (const file of services.filter(isAsked)) {
    for (const [, code = ""] of file.content.matchAll(/^ {2,}"([A-Z][A-Za-z0-9_.]*)",?$/gm)) codes.add(code);
  }
  for (const file of documents.filter(isAsked)) {
    for (const [, code = ""] of file.content.matchAll(/^\|? *([A-Z][A-Za-z0-9_.]*) *\|/gm)) codes.add(code);
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

function findInFacts(code: string, text: string, file: string, known: Map<string, Members>): FactsFinding | undefined {
  // Every code stands in a list of its own service, in quotes.
  if (!text.includes(JSON.stringify(code))) return undefined;
  const facts = known.get(file) ?? parseLoosely(text, file);
  known.set(file, facts);
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
function parseLoosely(text: string, file: string): Members {
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

function members(value: unknown): Members {
  return typeof value === "object" && value !== null ? (value as Members) : {};
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
function serviceOf({ name, path }: LoadedFile): string {
  const service = name.split(".")[0] ?? name;
  const problem = problemOfServiceId(service);
  if (problem !== undefined) throw new InputError(problem, { file: path });
  return service;
}
