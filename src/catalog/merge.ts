import type { Anomaly, Catalog, CodeEntry, CodeRow, Description, Fragment, ServiceEntry, SourceKind } from "./model.js";
import { compare, sortedEntries } from "./order.js";

/** A code while its sources are being put together. */
interface OpenEntry {
  readonly descriptions: Map<string, Description>;
  readonly sources: Set<SourceKind>;
  tryAgainLater: boolean;
}

interface OpenService {
  readonly versions: Set<string>;
  readonly codes: Map<string, OpenEntry>;
  readonly actions: Map<string, readonly string[]>;
  readonly files: Set<string>;
  /** The actions of which a source tells whether they have the parameter `ClientToken`, and what it tells. */
  readonly clientTokens: Map<string, boolean>;
  /** The actions of which a source tells whether they may do more than they are named for, and what it tells. */
  readonly moreThanNamed: Map<string, boolean>;
  product: number | undefined;
  /** The days of the sources; "" for one that does not tell its day. */
  readonly dates: Set<string>;
}

/**
 * Puts what the sources say into one catalog: the union, with the kinds of source of every code.
 * The order of the fragments does not matter.
 */
export function mergeFragments(fragments: readonly Fragment[]): Catalog {
  const common = new Map<string, OpenEntry>();
  const services = new Map<string, OpenService>();
  for (const fragment of fragments) {
    for (const row of fragment.common) addRow(common, row, fragment, "common");
    addToService(openService(services, fragment.service), fragment);
  }
  const later = servicesByLaterCode(services);
  return {
    common: closeEntries(common, later),
    services: new Map(sortedEntries(services).map(([id, open]) => [id, closeService(id, open, later)])),
    anomalies: fragments.flatMap(({ anomalies }) => anomalies).sort(byPlace),
  };
}

function openService(services: Map<string, OpenService>, id: string): OpenService {
  const known = services.get(id);
  if (known !== undefined) return known;
  const opened = { versions: new Set<string>(), codes: new Map(), actions: new Map(), files: new Set<string>(), clientTokens: new Map(), moreThanNamed: new Map(), product: undefined, dates: new Set<string>() };
  services.set(id, opened);
  return opened;
}

function addToService(service: OpenService, fragment: Fragment): void {
  service.files.add(fragment.file);
  service.product ??= fragment.product;
  service.dates.add(fragment.date ?? "");
  for (const version of fragment.versions) service.versions.add(version);
  for (const row of fragment.codes) addRow(service.codes, row, fragment, "service");
  // Most actions list rows of the service's own table, which are there already.
  const own = new Set(fragment.codes);
  for (const actions of fragment.actions.values()) {
    for (const [action, rows] of actions) addAction(service, action, rows, fragment, own);
    if (fragment.withClientToken !== undefined) addMarks(service.clientTokens, actions.keys(), new Set(fragment.withClientToken));
    if (fragment.moreThanNamed !== undefined) addMarks(service.moreThanNamed, actions.keys(), new Set(fragment.moreThanNamed));
  }
}

/** One source, or one API version, that says so is enough. */
function addMarks(marks: Map<string, boolean>, actions: Iterable<string>, having: ReadonlySet<string>): void {
  for (const action of actions) marks.set(action, marks.get(action) === true || having.has(action));
}

/** The marked actions, sorted; undefined unless it is known of all actions. */
function marked(marks: ReadonlyMap<string, boolean>, actions: ReadonlyMap<string, unknown>): readonly string[] | undefined {
  if (marks.size === 0 || marks.size !== actions.size) return undefined;
  return [...marks].flatMap(([action, has]) => (has ? [action] : [])).sort();
}

function addAction(service: OpenService, action: string, rows: readonly CodeRow[], fragment: Fragment, own: ReadonlySet<CodeRow>): void {
  const codes = rows.map((row) => row.code);
  const before = service.actions.get(action);
  service.actions.set(action, before === undefined ? codes : [...before, ...codes]);
  for (const row of rows) if (!own.has(row)) addRow(service.codes, row, fragment, "service");
}

function addRow(entries: Map<string, OpenEntry>, row: CodeRow, fragment: Fragment, table: Description["table"]): void {
  let entry = entries.get(row.code);
  if (entry === undefined) {
    entry = { descriptions: new Map(), sources: new Set(), tryAgainLater: false };
    entries.set(row.code, entry);
  }
  entry.sources.add(fragment.kind);
  entry.tryAgainLater ||= row.tryAgainLater ?? false;
  if (row.description === undefined || fragment.language === undefined) return;
  const description = { text: row.description, language: fragment.language, table };
  entry.descriptions.set(JSON.stringify(description), description);
}

/** The services whose sources say of a code that trying again later helps, by code. */
function servicesByLaterCode(services: ReadonlyMap<string, OpenService>): ReadonlyMap<string, readonly string[]> {
  const found = new Map<string, string[]>();
  for (const [id, { codes }] of sortedEntries(services)) {
    for (const [code, { tryAgainLater }] of codes) if (tryAgainLater) found.set(code, [...(found.get(code) ?? []), id]);
  }
  return found;
}

function closeService(id: string, open: OpenService, later: ReadonlyMap<string, readonly string[]>): ServiceEntry {
  const withClientToken = marked(open.clientTokens, open.actions);
  const moreThanNamed = marked(open.moreThanNamed, open.actions);
  return {
    id,
    versions: [...open.versions].sort(),
    ...(open.product === undefined ? {} : { product: open.product }),
    codes: closeEntries(open.codes, later),
    actions: new Map(sortedEntries(open.actions).map(([action, codes]) => [action, sortedUnique(codes)])),
    ...(withClientToken === undefined ? {} : { withClientToken }),
    ...(moreThanNamed === undefined ? {} : { moreThanNamed }),
    ...(open.dates.has("") ? {} : { date: [...open.dates].sort().at(-1) ?? "" }),
    sources: [...open.files].sort(),
  };
}

function closeEntries(entries: ReadonlyMap<string, OpenEntry>, later: ReadonlyMap<string, readonly string[]>): ReadonlyMap<string, CodeEntry> {
  return new Map(
    sortedEntries(entries).map(([code, open]) => [
      code,
      {
        code,
        descriptions: [...open.descriptions.values()].sort(byLanguage),
        tryAgainLater: open.tryAgainLater,
        laterIn: later.get(code) ?? [],
        sources: [...open.sources].sort(),
      },
    ]),
  );
}

/** Most lists come sorted from the facts, and are kept as they are. */
function sortedUnique(codes: readonly string[]): readonly string[] {
  if (codes.every((code, index) => index === 0 || (codes[index - 1] ?? "") < code)) return codes;
  return [...codes].sort().filter((code, index, sorted) => code !== sorted[index - 1]);
}

function byLanguage(a: Description, b: Description): number {
  return compare(a.language, b.language) || compare(a.table, b.table) || compare(a.text, b.text);
}

function byPlace(a: Anomaly, b: Anomaly): number {
  return compare(a.at.file, b.at.file) || a.at.line - b.at.line || a.at.column - b.at.column || compare(a.kind, b.kind);
}
