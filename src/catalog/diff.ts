import type { Catalog, ServiceEntry } from "./model.js";
import { sortedEntries } from "./order.js";

/** What came and what went; both sorted. */
export interface Change {
  readonly added: readonly string[];
  readonly removed: readonly string[];
}

/** What changed in one service that both catalogs have. */
export interface ServiceChange {
  readonly codes: Change;
  readonly versions: Change;
  readonly actions: Change;
  /** Actions with the parameter `ClientToken`; no change where one of the catalogs does not tell them. */
  readonly withClientToken: Change;
  /** Codes by action, for actions that both catalogs have. */
  readonly actionCodes: ReadonlyMap<string, Change>;
}

/** What changed between two catalogs. Removals break users' code; additions do not. */
export interface CatalogDiff {
  readonly common: Change;
  readonly services: Change;
  /** By service; only those that changed. */
  readonly changed: ReadonlyMap<string, ServiceChange>;
}

/** Compares what two catalogs document; descriptions and sources do not count. */
export function diffCatalogs(before: Catalog, after: Catalog): CatalogDiff {
  const changed = new Map<string, ServiceChange>();
  for (const [id, service] of after.services) {
    const old = before.services.get(id);
    const change = old === undefined ? undefined : diffServices(old, service);
    if (change !== undefined) changed.set(id, change);
  }
  return {
    common: changeOf(before.common.keys(), after.common.keys()),
    services: changeOf(before.services.keys(), after.services.keys()),
    changed: new Map(sortedEntries(changed)),
  };
}

/** Whether two catalogs document the same. */
export function isSame(diff: CatalogDiff): boolean {
  return isNone(diff.common) && isNone(diff.services) && diff.changed.size === 0;
}

/** Whether codes went that were documented, or services with all their codes. */
export function hasVanishedCodes({ common, services, changed }: CatalogDiff): boolean {
  if (common.removed.length > 0 || services.removed.length > 0) return true;
  return [...changed.values()].some(
    ({ codes, actionCodes }) => codes.removed.length > 0 || [...actionCodes.values()].some((change) => change.removed.length > 0),
  );
}

function diffServices(before: ServiceEntry, after: ServiceEntry): ServiceChange | undefined {
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
  const same = [codes, versions, actions, withClientToken].every(isNone) && actionCodes.size === 0;
  return same ? undefined : { codes, versions, actions, withClientToken, actionCodes };
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
