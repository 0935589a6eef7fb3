import type { Language } from "../../codemap/types.js";
import { codePage } from "../../catalog/addresses.js";
import { familyOf, type Catalog } from "../../catalog/model.js";
import { nearestCodes } from "../../catalog/nearest.js";
import { excerptOf } from "../../catalog/printable.js";
import { unknownName } from "../../catalog/unknown-name.js";
import type { RetryPolicyTable } from "../../catalog/retry.js";
import type { CatalogSearch, Lookup } from "../../store/read/lookup.js";
import { explanationOf, type Explanation } from "./explanation.js";
import { familyExplanation, type FamilyExplanation } from "./family.js";
import { renderExplanation, renderFamily, shorten } from "./render.js";
import type { OwnFindings } from "./explanation.js";
import { wordsIn } from "./words.js";

/** What there is to say about a code or a family. */
export interface Answer {
  readonly documented: boolean;
  /** For `--json`. */
  readonly data: object;
  /** For a terminal; ends in a line end. */
  readonly text: string;
  /** The address of the page about a code that is documented. */
  readonly page?: string;
}

/** What answers are found in. */
interface Sources {
  search(): CatalogSearch;
  /** Every code that the catalog and one's own code map name, in all services or in one. */
  mentioned(service?: string): ReadonlySet<string>;
  readonly policy: RetryPolicyTable;
  /** Only this service; undefined for all. */
  readonly service: string | undefined;
  readonly language: Language | undefined;
  /** What one's own code map says beside the catalog. */
  readonly own: OwnFindings;
  /** For families: all of a catalog takes longer to read than one code of it. */
  catalog(): Catalog;
}

const NEAREST = 5;

/**
 * What is documented about a code, and about the subcodes where it is the name of a family.
 *
 * @throws InputError when the catalog cannot be used or has no such service
 */
export function answerCode(code: string, sources: Sources): Answer {
  const { policy, service, language, own } = sources;
  const found = sources.search().lookUp(code);
  if (service !== undefined) requireService(service, [...found.services, ...own.services]);
  const explanation = explanationOf(code, found, service, policy, own);
  const family = hasSubcodes(code, sources) ? familyExplanation(code, sources.catalog(), service, policy, own) : undefined;
  if (explanation === undefined) return family === undefined ? unknownCode(code, found, sources) : familyAnswer(family, language);
  const text = renderExplanation(explanation, language);
  const page = codePage(code, serviceToShow(explanation, service));
  if (family === undefined) return { documented: true, data: explanation, text, page };
  return { documented: true, data: { ...explanation, subcodes: family.subcodes }, text: `${text}\n${renderFamily(family, language)}`, page };
}

/** The service whose page is shown: the one asked for, else the first that documents the code; none for a common code. */
function serviceToShow({ common, services }: Explanation, wanted: string | undefined): string | undefined {
  return wanted ?? (common ? undefined : services[0]?.service);
}

/**
 * The subcodes of a family.
 *
 * @throws InputError when the catalog cannot be used or has no such service
 */
export function answerFamily(family: string, sources: Sources): Answer {
  const { policy, service, language, own } = sources;
  const catalog = sources.catalog();
  if (service !== undefined) requireService(service, [...catalog.services.keys(), ...own.services]);
  const explanation = familyExplanation(family, catalog, service, policy, own);
  if (explanation !== undefined) return familyAnswer(explanation, language);
  const families = [...sources.mentioned(service)].filter((code) => code.includes(".")).map(familyOf);
  const nearest = nearestCodes(family, new Set(families), NEAREST).map((near) => `${near}.*`);
  const text = `${wordsIn(language).noSubcodes(excerptOf(family), service)}${hint(nearest, language)}\n`;
  return { documented: false, data: { code: `${family}.*`, documented: false, nearest }, text };
}

function familyAnswer(family: FamilyExplanation, language: Language | undefined): Answer {
  return { documented: true, data: family, text: renderFamily(family, language) };
}

function hasSubcodes(code: string, sources: Sources): boolean {
  return !code.includes(".") && [...sources.mentioned()].some((other) => other.startsWith(`${code}.`));
}

/** Of a code that others document than the service asked for, they are named, and the nearest codes are the service's own. */
function unknownCode(code: string, { findings }: Lookup, sources: Sources): Answer {
  const { service, language, own } = sources;
  const words = wordsIn(language);
  const documentedBy = [...new Set([...findings, ...own.explain(code)].map((finding) => finding.service))].sort();
  const candidates = sources.mentioned(documentedBy.length > 0 ? service : undefined);
  const nearest = nearestCodes(code, candidates, NEAREST).filter((candidate) => candidate !== code);
  const said = service === undefined ? words.undocumented(excerptOf(code)) : words.undocumentedFor(excerptOf(code), service);
  const elsewhere = documentedBy.length === 0 ? "" : words.elsewhere(documentedBy.length, shorten(documentedBy, words));
  const data = { code, documented: false, nearest, ...(service === undefined ? {} : { service, documentedBy }) };
  return { documented: false, data, text: `${said}${elsewhere}${hint(nearest, language)}\n` };
}

function requireService(service: string, services: readonly string[]): void {
  if (services.includes(service)) return;
  throw unknownName("The catalog", "service", service, services);
}

function hint(nearest: readonly string[], language: Language | undefined): string {
  return nearest.length === 0 ? "" : wordsIn(language).nearest(nearest.join(", "));
}
