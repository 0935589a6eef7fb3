import { compare, sortedEntries } from "./order.js";
import type { Catalog, CodeEntry, Description } from "./model.js";

/** A code that is documented for a service, and in which tables. */
export interface DocumentedCode extends CodeEntry {
  /** Whether the gateway's table lists it. */
  readonly common: boolean;
  /** Whether the service's own table lists it. */
  readonly own: boolean;
}

/**
 * Every code documented for a service: the gateway's and its own, sorted. A code in both tables is
 * one code with both descriptions.
 *
 * @param serviceId the SDK's name; for a service that the catalog does not know, the gateway's codes
 */
export function codesOf(catalog: Catalog, serviceId: string): ReadonlyMap<string, DocumentedCode> {
  const codes = new Map<string, DocumentedCode>();
  for (const [code, entry] of catalog.common) codes.set(code, { ...entry, common: true, own: false });
  for (const [code, entry] of catalog.services.get(serviceId)?.codes ?? []) {
    const common = catalog.common.get(code);
    codes.set(code, common === undefined ? { ...entry, common: false, own: true } : joined(common, entry));
  }
  return new Map(sortedEntries(codes));
}

function joined(common: CodeEntry, own: CodeEntry): DocumentedCode {
  return {
    code: own.code,
    descriptions: [...common.descriptions, ...own.descriptions].sort(byLanguageThenTable),
    tryAgainLater: common.tryAgainLater || own.tryAgainLater,
    laterIn: own.laterIn,
    sources: [...new Set([...common.sources, ...own.sources])].sort(),
    common: true,
    own: true,
  };
}

function byLanguageThenTable(a: Description, b: Description): number {
  return compare(a.language, b.language) || compare(a.table, b.table) || compare(a.text, b.text);
}
