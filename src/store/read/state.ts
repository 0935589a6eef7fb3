import { finishChange } from "../write/change.js";
import { readErrorCodePage } from "../../documents/error-code-page.js";
import { factsToFragments } from "../../catalog/facts-fragments.js";
import { parseFacts } from "../../catalog/facts-read.js";
import type { ServiceFacts } from "../../catalog/facts.js";
import { catalogFiles, readText, reasonOf } from "../../catalog/files.js";
import { InputError } from "../../catalog/input-error.js";
import { mergeFragments } from "../../catalog/merge.js";
import type { Catalog, Fragment } from "../../catalog/model.js";
import { nearestCodes } from "../../catalog/nearest.js";
import { compare } from "../../catalog/order.js";
import { parsePageName } from "../../catalog/page-name.js";

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

/** Which files of a catalog directory to read; all of them by default. */
export interface StateFilter {
  /** @param path the file's path, @param text its text */
  (path: string, text: string): boolean;
}

/**
 * Reads the files of a catalog directory; an empty state where it has none.
 *
 * @throws InputError with file, line and column when a file cannot be used
 */
export function readState(directory: string, filter: StateFilter = () => true): CatalogState {
  completeChange(directory);
  const pages = new Map<string, CatalogPage>();
  for (const path of catalogFiles(directory, "documents")) {
    if (parsePageName(path) === undefined) {
      const message = `A page in a catalog must be named "<service>.<lang>.md", with the SDK's name of the service and en, zh, ja or ko.`;
      throw new InputError(message, { file: path });
    }
    const text = readText(path);
    if (filter(path, text)) pages.set(baseName(path), { text, fragment: readErrorCodePage(text, path) });
  }
  const facts = new Map<string, ServiceFacts>();
  for (const path of catalogFiles(directory, "services").filter((file) => file.endsWith(".json"))) {
    const text = readText(path);
    if (!filter(path, text)) continue;
    const of = parseFacts(text, path);
    facts.set(of.service, of);
  }
  return { pages, facts };
}

function completeChange(directory: string): void {
  try {
    finishChange(directory);
  } catch (error) {
    throw error instanceof InputError ? error : new InputError(`An import of which a part is missing cannot be completed: ${reasonOf(error)}.`, { file: directory });
  }
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
  const fragments = [...state.pages.values()].map((page) => page.fragment);
  for (const [service, facts] of state.facts) fragments.push(...factsToFragments(facts, `${slashed(directory)}/services/${service}.json`));
  return mergeFragments(fragments);
}

/** With a list of services at hand, a page of another service has a mistyped name. */
function refuseUnknownServices({ pages, facts }: CatalogState): void {
  if (facts.size === 0) return;
  for (const { fragment } of pages.values()) {
    if (facts.has(fragment.service)) continue;
    const nearest = nearestCodes(fragment.service, facts.keys());
    const hint = nearest.length === 0 ? "" : ` Did you mean ${nearest.map((id) => `"${id}"`).join(" or ")}?`;
    throw new InputError(`The catalog's services have no "${fragment.service}".${hint}`, { file: fragment.file, line: 1, column: 1 });
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

function baseName(path: string): string {
  return path.split("/").at(-1) ?? path;
}

function slashed(path: string): string {
  return path.replaceAll("\\", "/").replace(/\/$/, "");
}
