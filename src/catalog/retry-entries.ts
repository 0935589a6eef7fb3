import type { Catalog } from "./model.js";
import { classify, type Classification, type RetryPolicyTable } from "./retry.js";

/** A code in the own table of one service, with its class. */
export interface RetryEntry {
  readonly service: string;
  readonly code: string;
  readonly retry: Classification;
}

/**
 * Every code of every service's own table with its class, in order of the services and of the codes. The gateway's
 * codes are left out: they have the same class everywhere.
 */
export function retryEntries(catalog: Catalog, policy: RetryPolicyTable): readonly RetryEntry[] {
  return [...catalog.services.values()].flatMap(({ id, codes }) =>
    [...codes.values()]
      .filter(({ code }) => !catalog.common.has(code))
      .map((entry) => ({ service: id, code: entry.code, retry: classify(entry, id, policy) })),
  );
}
