import type { PageFacts, ServiceFacts, VersionFacts } from "../../catalog/facts.js";
import type { Fragment } from "../../catalog/model.js";
import { compare, sortedEntries } from "../../catalog/order.js";
import { pageName } from "../../catalog/page-name.js";
import type { CatalogPage, CatalogState } from "../read/state.js";

/** A catalog's state while sources are added to it. */
export class StateChange {
  readonly #pages: Map<string, CatalogPage>;
  readonly #facts: Map<string, ServiceFacts>;

  constructor(before: CatalogState) {
    this.#pages = new Map(before.pages);
    this.#facts = new Map(before.facts);
  }

  get state(): CatalogState {
    return { pages: new Map(sortedEntries(this.#pages)), facts: new Map(sortedEntries(this.#facts)) };
  }

  /** Adds or replaces a service's page of error codes. */
  addErrorCodePage(text: string, fragment: Fragment): void {
    this.#pages.set(pageName(fragment.service, fragment.language ?? "en"), { text, fragment });
    this.#ensureFacts(fragment.service);
  }

  /** Adds or replaces what the page of one action says. */
  addApiPage(fragment: Fragment): void {
    const facts: ServiceFacts = this.#ensureFacts(fragment.service) ?? { service: fragment.service, sdks: new Map() };
    this.#facts.set(fragment.service, { ...facts, pages: withApiPage(facts.pages, fragment) });
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

  /** A catalog that has facts has them for every service, so that a mistyped page is noticed. */
  #ensureFacts(service: string): ServiceFacts | undefined {
    if (this.#facts.size > 0 && !this.#facts.has(service)) this.#facts.set(service, { service, sdks: new Map() });
    return this.#facts.get(service);
  }
}

function withApiPage(before: PageFacts | undefined, fragment: Fragment): PageFacts {
  const versions = new Map<string, VersionFacts>(before?.versions);
  const later = new Set(before?.tryAgainLater);
  for (const [version, actions] of fragment.actions) {
    const known = versions.get(version);
    const codes = new Set(known?.codes);
    const listed = new Map(known?.actions);
    for (const [action, rows] of actions) {
      listed.set(action, [...new Set(rows.map((row) => row.code))].sort(compare));
      for (const row of rows) {
        codes.add(row.code);
        if (row.tryAgainLater === true) later.add(row.code);
      }
    }
    versions.set(version, { codes: [...codes].sort(compare), actions: new Map(sortedEntries(listed)) });
  }
  return { versions: new Map(sortedEntries(versions)), tryAgainLater: [...later].sort(compare) };
}
