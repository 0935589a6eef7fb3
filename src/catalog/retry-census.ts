import type { RetryClass } from "../codemap/types.js";
import { familyOf } from "./model.js";
import { compare, groupBy } from "./order.js";
import type { RetryEntry } from "./retry-entries.js";

/** How many entries a family or a service has, and how many of them have no class. */
export interface RetryCount {
  readonly name: string;
  readonly entries: number;
  readonly unclassified: number;
}

/** A family with the services in which its codes have no class. */
export interface FamilyCount extends RetryCount {
  /** Entries without a class by service, most first. */
  readonly services: readonly { readonly service: string; readonly unclassified: number }[];
}

/** How many entries of the services' tables have which class, and where those stand that have none. */
export interface RetryCensus {
  readonly entries: number;
  readonly classes: Readonly<Record<RetryClass, number>>;
  /** The families with entries without a class, most first. */
  readonly families: readonly FamilyCount[];
  /** The services with entries without a class, most first. */
  readonly services: readonly RetryCount[];
  /** The codes without a class, in order, with the services in which they have none. */
  readonly codes: readonly { readonly code: string; readonly services: readonly string[] }[];
}

/** Counts entries by class, and those without a class by family and by service. */
export function censusOf(entries: readonly RetryEntry[]): RetryCensus {
  const of = (name: RetryClass): number => entries.filter(({ retry }) => retry.class === name).length;
  const byFamily = groupBy(entries, ({ code }) => familyOf(code));
  const unclassified = entries.filter(isUnclassified);
  return {
    entries: entries.length,
    classes: {
      throttled: of("throttled"),
      transient: of("transient"),
      pending: of("pending"),
      renew: of("renew"),
      permanent: of("permanent"),
      unclassified: unclassified.length,
    },
    families: counts(byFamily).map((count) => ({ ...count, services: servicesIn(byFamily.get(count.name) ?? []) })),
    services: counts(groupBy(entries, ({ service }) => service)),
    codes: [...groupBy(unclassified, ({ code }) => code)]
      .map(([code, found]) => ({ code, services: found.map(({ service }) => service) }))
      .sort((a, b) => compare(a.code, b.code)),
  };
}

function counts(groups: ReadonlyMap<string, readonly RetryEntry[]>): readonly RetryCount[] {
  return [...groups]
    .map(([name, found]) => ({ name, entries: found.length, unclassified: found.filter(isUnclassified).length }))
    .filter(({ unclassified }) => unclassified > 0)
    .sort((a, b) => b.unclassified - a.unclassified || compare(a.name, b.name));
}

function servicesIn(entries: readonly RetryEntry[]): FamilyCount["services"] {
  return counts(groupBy(entries, ({ service }) => service)).map(({ name, unclassified }) => ({ service: name, unclassified }));
}

function isUnclassified({ retry }: RetryEntry): boolean {
  return retry.class === "unclassified";
}
