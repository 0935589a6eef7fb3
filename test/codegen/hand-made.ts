import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";

import type { Catalog, CodeEntry, Description, ServiceEntry } from "../../src/catalog/model.js";
import { loadRetryPolicy } from "../../src/catalog/retry.js";
import { emitCodeMap } from "../../src/codegen/emit.js";

/** A service by hand: its codes with their texts, and the codes of its actions. */
export interface HandMade {
  readonly codes?: Readonly<Record<string, string>> | ReadonlyMap<string, string>;
  readonly actions?: ReadonlyMap<string, readonly string[]>;
  readonly withClientToken?: readonly string[];
  readonly moreThanNamed?: readonly string[];
}

/** A catalog by hand, sorted as the loader sorts it. */
export function catalogOf(common: Readonly<Record<string, string>>, services: Readonly<Record<string, HandMade>>): Catalog {
  const entries = Object.entries(services).map(([id, service]): [string, ServiceEntry] => [id, serviceOf(id, service)]);
  return { common: entriesOf(Object.entries(common), "common"), services: sorted(entries), anomalies: [] };
}

/** The files of a catalog by hand. */
export function filesOf(catalog: Catalog): ReadonlyMap<string, string> {
  return emitCodeMap(catalog, loadRetryPolicy("catalog"), runtime());
}

function runtime(): ReadonlyMap<string, string> {
  const folder = join("src", "codemap");
  return new Map(readdirSync(folder).map((name) => [name, readFileSync(join(folder, name), "utf8")]));
}

function serviceOf(id: string, { codes = {}, actions = new Map(), withClientToken, moreThanNamed }: HandMade): ServiceEntry {
  const pairs = codes instanceof Map ? [...codes] : Object.entries(codes);
  const marks = { ...(withClientToken === undefined ? {} : { withClientToken }), ...(moreThanNamed === undefined ? {} : { moreThanNamed }) };
  return { id, versions: ["2017-03-12"], codes: entriesOf(pairs, "service"), actions: sorted([...actions]), ...marks, sources: [`catalog/documents/${id}.en.md`] };
}

function entriesOf(pairs: Iterable<[string, string]>, table: Description["table"]): ReadonlyMap<string, CodeEntry> {
  const entries = [...pairs].map(([code, text]): [string, CodeEntry] => [
    code,
    { code, descriptions: [{ text, language: "en", table }], tryAgainLater: false, laterIn: [], sources: ["error-code-page"] },
  ]);
  return sorted(entries);
}

function sorted<Value>(entries: readonly [string, Value][]): ReadonlyMap<string, Value> {
  return new Map([...entries].sort(([a], [b]) => (a < b ? -1 : 1)));
}
