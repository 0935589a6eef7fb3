import type { RetryClass } from "../codemap/types.js";
import { familyOf, type Catalog, type CodeEntry, type ServiceEntry } from "./model.js";
import { sortedEntries } from "./order.js";
import { classify, type RetryPolicyTable } from "./retry.js";

/** What came and what went; both sorted. */
export interface Change {
  readonly added: readonly string[];
  readonly removed: readonly string[];
}

/** The retry class of a code on both sides; undefined where the code is not there. */
export interface ClassChange {
  readonly before: RetryClass | undefined;
  readonly after: RetryClass | undefined;
}

/** The codes that came, that went, and whose retry class is another now, with their classes; sorted. */
export type ClassChanges = ReadonlyMap<string, ClassChange>;

/** What changed in one service that both catalogs have. */
export interface ServiceChange {
  readonly codes: Change;
  readonly classes: ClassChanges;
  /** The families of which the service lists the bare code, and that have their first subcode now; sorted. */
  readonly firstSubcodes: readonly string[];
  readonly versions: Change;
  readonly actions: Change;
  /** Actions with the parameter `ClientToken`; no change where one of the catalogs does not tell them. */
  readonly withClientToken: Change;
  /** Codes by action, for actions that both catalogs have. */
  readonly actionCodes: ReadonlyMap<string, Change>;
}

/** How much is documented about a service. */
export interface ServiceSize {
  readonly codes: number;
  readonly actions: number;
}

/** What changed between two catalogs. Removals break users' code; additions do not. */
export interface CatalogDiff {
  readonly common: Change;
  readonly commonClasses: ClassChanges;
  readonly services: Change;
  /** How large the services are that came or went. */
  readonly sizes: ReadonlyMap<string, ServiceSize>;
  /** By service; only those that changed. */
  readonly changed: ReadonlyMap<string, ServiceChange>;
}

/** What is documented, with the policy that gives the codes their retry classes. */
export interface ClassedCatalog {
  readonly catalog: Catalog;
  readonly policy: RetryPolicyTable;
}

/** Compares what two catalogs document; descriptions and sources do not count. */
export function diffCatalogs(before: ClassedCatalog, after: ClassedCatalog): CatalogDiff {
  const [old, now] = [before.catalog, after.catalog];
  const changed = new Map<string, ServiceChange>();
  for (const [id, service] of now.services) {
    const was = old.services.get(id);
    const change = was === undefined ? undefined : diffServices(was, service, classesOf(was, before, service, after));
    if (change !== undefined) changed.set(id, change);
  }
  const services = changeOf(old.services.keys(), now.services.keys());
  const sizes = [...services.removed.map((id) => [id, old] as const), ...services.added.map((id) => [id, now] as const)];
  const commonClass = ({ policy }: ClassedCatalog) => (entry: CodeEntry) => classify(entry, undefined, policy).class;
  return {
    common: changeOf(old.common.keys(), now.common.keys()),
    commonClasses: classChanges(old.common, commonClass(before), now.common, commonClass(after)),
    services,
    sizes: new Map(sizes.map(([id, { services: all }]) => [id, { codes: all.get(id)?.codes.size ?? 0, actions: all.get(id)?.actions.size ?? 0 }])),
    changed: new Map(sortedEntries(changed)),
  };
}

/** Whether two catalogs document the same. */
export function isSame(diff: CatalogDiff): boolean {
  return isNone(diff.common) && diff.commonClasses.size === 0 && isNone(diff.services) && diff.changed.size === 0;
}

/** Whether codes went that were documented, or services with all their codes. */
export function hasVanishedCodes({ common, services, changed }: CatalogDiff): boolean {
  if (common.removed.length > 0 || services.removed.length > 0) return true;
  return [...changed.values()].some(
    ({ codes, actionCodes }) => codes.removed.length > 0 || [...actionCodes.values()].some((change) => change.removed.length > 0),
  );
}

/** The classes of a service's own codes; the gateway's codes mean the same for every service, and are told once. */
function classesOf(was: ServiceEntry, before: ClassedCatalog, service: ServiceEntry, after: ClassedCatalog): ClassChanges {
  const ownClass = ({ catalog, policy }: ClassedCatalog) => (entry: CodeEntry): RetryClass => {
    const common = catalog.common.get(entry.code);
    return common === undefined ? classify(entry, service.id, policy).class : classify(common, undefined, policy).class;
  };
  const changes = classChanges(was.codes, ownClass(before), service.codes, ownClass(after));
  const isToldOnce = (code: string): boolean => before.catalog.common.has(code) && after.catalog.common.has(code) && was.codes.has(code) && service.codes.has(code);
  return new Map([...changes].filter(([code]) => !isToldOnce(code)));
}

type Entries = ReadonlyMap<string, CodeEntry>;
type ClassOf = (entry: CodeEntry) => RetryClass;

function classChanges(before: Entries, classBefore: ClassOf, after: Entries, classAfter: ClassOf): ClassChanges {
  const changes = [...new Set([...before.keys(), ...after.keys()])].sort().map((code) => {
    const [was, is] = [before.get(code), after.get(code)];
    return [code, { before: was && classBefore(was), after: is && classAfter(is) }] as const;
  });
  return new Map(changes.filter(([, change]) => change.before !== change.after));
}

function diffServices(before: ServiceEntry, after: ServiceEntry, classes: ClassChanges): ServiceChange | undefined {
  const actionCodes = new Map<string, Change>();
  for (const [action, codes] of after.actions) {
    const old = before.actions.get(action);
    const change = old === undefined ? undefined : changeOf(old, codes);
    if (change !== undefined && !isNone(change)) actionCodes.set(action, change);
  }
  const codes = changeOf(before.codes.keys(), after.codes.keys());
  const versions = changeOf(before.versions, after.versions);
  const actions = changeOf(before.actions.keys(), after.actions.keys());
  const told = before.withClientToken !== undefined && after.withClientToken !== undefined;
  const withClientToken = told ? changeOf(before.withClientToken, after.withClientToken) : NONE;
  const same = [codes, versions, actions, withClientToken].every(isNone) && actionCodes.size === 0 && classes.size === 0;
  return same ? undefined : { codes, classes, firstSubcodes: firstSubcodes(before, codes.added), versions, actions, withClientToken, actionCodes };
}

function firstSubcodes(before: ServiceEntry, added: readonly string[]): readonly string[] {
  const families = new Set(added.filter((code) => code.includes(".")).map(familyOf).filter((family) => before.codes.has(family)));
  for (const code of before.codes.keys()) if (code.includes(".")) families.delete(familyOf(code));
  return [...families].sort();
}

const NONE: Change = { added: [], removed: [] };

/** Two lists, sorted or not. */
function changeOf(before: Iterable<string>, after: Iterable<string>): Change {
  if (Array.isArray(before) && Array.isArray(after) && before.length === after.length && before.every((item, index) => item === after[index])) return NONE;
  const old = new Set(before);
  const now = new Set(after);
  return {
    added: [...now].filter((item) => !old.has(item)).sort(),
    removed: [...old].filter((item) => !now.has(item)).sort(),
  };
}

export function isNone({ added, removed }: Change): boolean {
  return added.length === 0 && removed.length === 0;
}
