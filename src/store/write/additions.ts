import type { PageFacts, ServiceFacts, VersionFacts } from "../../catalog/facts.js";
import type { Fragment } from "../../catalog/model.js";
import { compare, sortedEntries } from "../../catalog/order.js";
import { pageName } from "../../catalog/page-name.js";
import type { CatalogPage, CatalogState } from "../read/state.js";

/** A catalog's state while sources are added to it. */
export class StateChange {
  readonly #pages: Map<string, CatalogPage>;
  readonly #facts: Map<string, ServiceFacts>;
  /** The actions of which pages were added, with service and version. */
  readonly #addedActions = new Set<string>();

  /** The codes that those pages describe, with the service. */
  readonly #describedCodes = new Set<string>();

  readonly #hadFacts: boolean;

  constructor(before: CatalogState) {
    this.#hadFacts = before.facts.size > 0;
    this.#pages = new Map(before.pages);
    this.#facts = new Map(before.facts);
  }

  get state(): CatalogState {
    this.#completeFacts();
    return { pages: new Map(sortedEntries(this.#pages)), facts: new Map(sortedEntries(this.#facts)) };
  }

  /** Replaces the pages of error codes of a service in one language: they are all of the same one. */
  addErrorCodePages(pages: readonly CatalogPage[]): void {
    const [first] = pages;
    if (first === undefined) return;
    const { service, language = "en" } = first.fragment;
    for (const [name, { fragment }] of this.#pages) {
      if (fragment.service === service && fragment.language === language) this.#pages.delete(name);
    }
    pages.forEach((page, index) => this.#pages.set(pageName(service, language, index + 1), page));
    this.#ensureFacts(service);
  }

  /**
   * Adds what the page of one action says. It replaces what the catalog had of that action, and what pages said about
   * trying its codes again later; pages that are added together, in several languages, say it together.
   */
  addApiPage(fragment: Fragment): void {
    const facts: ServiceFacts = this.#ensureFacts(fragment.service) ?? { service: fragment.service, sdks: new Map() };
    this.#facts.set(fragment.service, { ...facts, pages: this.#withApiPage(facts.pages, fragment) });
  }

  /** Adds or replaces what one SDK says about a service. */
  addSdk(added: ServiceFacts): void {
    const before = this.#facts.get(added.service);
    this.#facts.set(added.service, {
      ...before,
      ...added,
      sdks: new Map(sortedEntries(new Map([...(before?.sdks ?? []), ...added.sdks]))),
    });
  }

  /** Forgets what an SDK said about the services that it no longer has. */
  dropFromSdk(repository: string, kept: ReadonlySet<string>): void {
    for (const [service, facts] of this.#facts) {
      if (kept.has(service) || !facts.sdks.has(repository)) continue;
      const sdks = new Map([...facts.sdks].filter(([name]) => name !== repository));
      const paged = [...this.#pages.values()].some((page) => page.fragment.service === service);
      if (sdks.size > 0 || facts.pages !== undefined || paged) this.#facts.set(service, { ...facts, sdks });
      else this.#facts.delete(service);
    }
  }

  /** The first facts of a catalog of pages come with those of the services of its pages. */
  #completeFacts(): void {
    if (this.#hadFacts || this.#facts.size === 0) return;
    for (const { fragment } of this.#pages.values()) this.#ensureFacts(fragment.service);
  }

  /** A catalog that has facts has them for every service, so that a mistyped page is noticed. */
  #ensureFacts(service: string): ServiceFacts | undefined {
    if (this.#facts.size > 0 && !this.#facts.has(service)) this.#facts.set(service, { service, sdks: new Map() });
    return this.#facts.get(service);
  }

  /** Whether something is told for the first time; what is told next adds to it. */
  #isFirst(told: Set<string>, key: string): boolean {
    const isFirst = !told.has(key);
    told.add(key);
    return isFirst;
  }

  #withApiPage(before: PageFacts | undefined, fragment: Fragment): PageFacts {
    const versions = new Map<string, VersionFacts>(before?.versions);
    const later = new Set(before?.tryAgainLater);
    for (const [version, actions] of fragment.actions) {
      const listed = new Map(versions.get(version)?.actions);
      for (const [action, rows] of actions) {
        const key = `${fragment.service} ${version} ${action}`;
        const others = this.#isFirst(this.#addedActions, key) ? [] : (listed.get(action) ?? []);
        listed.set(action, sortedUnique([...others, ...rows.map((row) => row.code)]));
        for (const row of rows) {
          if (row.description !== undefined && this.#isFirst(this.#describedCodes, `${fragment.service} ${row.code}`)) later.delete(row.code);
          if (row.tryAgainLater === true) later.add(row.code);
        }
      }
      versions.set(version, { codes: sortedUnique([...listed.values()].flat()), actions: new Map(sortedEntries(listed)) });
    }
    return { versions: new Map(sortedEntries(versions)), tryAgainLater: [...later].sort(compare) };
  }
}

function sortedUnique(codes: readonly string[]): readonly string[] {
  return [...new Set(codes)].sort(compare);
}
