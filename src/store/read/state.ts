import { readErrorCodePage } from "../../documents/error-code-page.js";
import { factsToFragments } from "../../catalog/facts-fragments.js";
import { parseFacts } from "../../catalog/facts-read.js";
import type { ServiceFacts } from "../../catalog/facts.js";
import { slashed } from "../../catalog/files.js";
import { InputError } from "../../catalog/input-error.js";
import { mergeFragments } from "../../catalog/merge.js";
import type { Catalog, Fragment } from "../../catalog/model.js";
import { nearestCodes } from "../../catalog/nearest.js";
import { compare } from "../../catalog/order.js";
import { parsePageName } from "../../catalog/page-name.js";
import { quoted } from "../../catalog/printable.js";
import type { SourceFolder } from "../layout.js";
import { readCatalog, type CatalogFolder } from "./folder.js";

/** A page of a catalog. */
export interface CatalogPage {
  readonly text: string;
  readonly fragment: Fragment;
}

/** What a catalog directory holds, file by file. */
export interface CatalogState {
  /** Pages by file name. */
  readonly pages: ReadonlyMap<string, CatalogPage>;
  /** Facts by service. */
  readonly facts: ReadonlyMap<string, ServiceFacts>;
}

/**
 * Reads the files of a catalog directory; an empty state where it has none.
 *
 * @throws InputError with file, line and column when a file cannot be used
 */
export function readState(directory: string): CatalogState {
  return readCatalog(directory, (catalog) => stateOf(catalog));
}

/** As `readState`, for a catalog that is open already, and only some of its folders. */
export function stateOf(catalog: CatalogFolder, folders: readonly SourceFolder[] = ["documents", "services"]): CatalogState {
  const pages = new Map<string, CatalogPage>();
  for (const file of folders.includes("documents") ? catalog.files("documents") : []) {
    const { name, path } = file;
    if (parsePageName(name) === undefined) {
      const message = `A page in a catalog must be named "<service>.<lang>.md", with the SDK's name of the service and en, zh, ja or ko.`;
      throw new InputError(message, { file: path });
    }
    const text = file.text();
    pages.set(name, { text, fragment: readErrorCodePage(text, path) });
  }
  const facts = new Map<string, ServiceFacts>();
  for (const file of folders.includes("services") ? catalog.files("services") : []) {
    const of = parseFacts(file.text(), file.path);
    facts.set(of.service, of);
  }
  return { pages, facts };
}

/**
 * Puts a state into one catalog.
 *
 * @param directory what positions of facts start with
 * @throws InputError when a page is of a service that the facts do not know
 */
export function toCatalog(state: CatalogState, directory: string): Catalog {
  refuseUnknownServices(state);
  return mergeState(state, directory);
}

/** As `toCatalog`, for a state of which only some files were read. */
export function mergeState(state: CatalogState, directory: string): Catalog {
  const ofPages = [...state.pages.values()].map((page) => page.fragment);
  const ofFacts = [...state.facts].flatMap(([service, facts]) => factsToFragments(facts, `${slashed(directory).replace(/\/$/, "")}/services/${service}.json`));
  return mergeFragments([...ofPages, ...ofFacts]);
}

/** With a list of services at hand, a page of another service has a mistyped name. */
function refuseUnknownServices({ pages, facts }: CatalogState): void {
  if (facts.size === 0) return;
  for (const { fragment } of pages.values()) {
    if (facts.has(fragment.service)) continue;
    const nearest = nearestCodes(fragment.service, facts.keys());
    const hint = nearest.length === 0 ? "" : ` Did you mean ${nearest.map((id) => `"${id}"`).join(" or ")}?`;
    throw new InputError(`The catalog's services have no ${quoted(fragment.service)}.${hint}`, { file: fragment.file, line: 1, column: 1 });
  }
}

/** The services that a state knows; sorted. */
export function servicesOf(state: CatalogState): ReadonlySet<string> {
  const pages = [...state.pages.values()].map((page) => page.fragment.service);
  return new Set([...state.facts.keys(), ...pages].sort(compare));
}

/** Services by the number of their documentation, without the numbers that several share. */
export function productsOf({ facts }: CatalogState): ReadonlyMap<number, string> {
  const products = new Map<number, string | undefined>();
  for (const { product, service } of facts.values()) {
    if (product !== undefined) products.set(product, products.has(product) ? undefined : service);
  }
  return new Map([...products].flatMap(([product, service]) => (service === undefined ? [] : [[product, service]])));
}
