import type { RetryClass } from "../../src/codemap/types.js";
import type { CodeFacts } from "../../src/codegen/rows.js";
import { groupBy } from "../../src/catalog/order.js";
import type { Facts } from "./catalog.js";
import { numberOfCodes } from "./code-index.js";

/** How many codes have each class. */
export type ClassCounts = Readonly<Partial<Record<RetryClass, number>>>;

/** A service or a family, and the classes of its codes. */
export interface Division {
  readonly name: string;
  readonly codes: number;
  readonly classes: ClassCounts;
}

/** The figures that pages show without loading anything. */
export interface Overview {
  /** Different codes over all services. */
  readonly codes: number;
  /** The classes of all codes of all services. */
  readonly classes: ClassCounts;
  /** In the order of their names. */
  readonly services: readonly (Division & { readonly actions: number })[];
  /** The largest first; each code counts once. */
  readonly families: readonly Division[];
  /** How many codes every service can return. */
  readonly common: number;
}

export function overviewOf(facts: Facts): Overview {
  const all = new Map<string, CodeFacts>();
  for (const row of facts.services.flatMap(({ codes }) => codes)) all.set(row.code, row);
  for (const row of facts.common) all.set(row.code, row);
  const families = groupBy([...all.values()], ({ info }) => info.family);
  return {
    codes: numberOfCodes(facts),
    classes: countClasses([...all.values()]),
    services: facts.services.map(({ entry, codes }) => ({ ...divisionOf(entry.id, codes), actions: entry.actions.size })),
    families: [...families].map(([name, rows]) => divisionOf(name, rows)).sort((a, b) => b.codes - a.codes || (a.name < b.name ? -1 : 1)),
    common: facts.common.length,
  };
}

function divisionOf(name: string, rows: readonly CodeFacts[]): Division {
  return { name, codes: rows.length, classes: countClasses(rows) };
}

function countClasses(rows: readonly CodeFacts[]): ClassCounts {
  const counts: Partial<Record<RetryClass, number>> = {};
  for (const { info } of rows) counts[info.retry.class] = (counts[info.retry.class] ?? 0) + 1;
  return counts;
}
