import type { RetryClass } from "../../codemap/types.js";
import { COMMON_DOCUMENTATION } from "../../catalog/links.js";
import { familyOf, type Catalog } from "../../catalog/model.js";
import { compare, groupBy } from "../../catalog/order.js";
import { classify, type RetryPolicyTable } from "../../catalog/retry.js";

/** One subcode of a family. */
export interface Subcode {
  readonly code: string;
  /** Whether the gateway can return it for any service. */
  readonly common: boolean;
  /** The services whose own lists have it; sorted. */
  readonly services: readonly string[];
  /** Its class; several where the services' lists differ. */
  readonly retry: readonly RetryClass[];
}

/** All that is documented about a family. */
export interface FamilyExplanation {
  /** Written as the handlers of the code map write it: `AuthFailure.*`. */
  readonly code: string;
  readonly documented: true;
  readonly family: string;
  /** The common ones first, then those that most services have. */
  readonly subcodes: readonly Subcode[];
  /** The address of the page about the gateway's codes, for a family that has some. */
  readonly commonDocumentation?: string;
}

/**
 * The subcodes of a family.
 *
 * @param service only what this service can return; undefined for all
 * @returns undefined when there are none
 */
export function familyExplanation(family: string, catalog: Catalog, service: string | undefined, policy: RetryPolicyTable): FamilyExplanation | undefined {
  const isMember = (code: string): boolean => code !== family && familyOf(code) === family;
  const listed = [...catalog.services.values()].filter(({ id }) => service === undefined || id === service).flatMap(({ id, codes }) => [...codes.values()].filter(({ code }) => isMember(code)).map((entry) => ({ id, entry })));
  const byCode = groupBy(listed, ({ entry }) => entry.code);
  const codes = new Set([...[...catalog.common.keys()].filter(isMember), ...byCode.keys()]);
  if (codes.size === 0) return undefined;
  const subcodes = [...codes].map((code) => subcodeOf(code, byCode.get(code) ?? [], catalog, policy));
  subcodes.sort((a, b) => Number(b.common) - Number(a.common) || b.services.length - a.services.length || compare(a.code, b.code));
  const documentation = subcodes.some(({ common }) => common) ? { commonDocumentation: COMMON_DOCUMENTATION } : {};
  return { code: `${family}.*`, documented: true, family, subcodes, ...documentation };
}

type Listed = { readonly id: string; readonly entry: Parameters<typeof classify>[0] };

function subcodeOf(code: string, listed: readonly Listed[], catalog: Catalog, policy: RetryPolicyTable): Subcode {
  const common = catalog.common.get(code);
  const classes = common === undefined ? listed.map(({ id, entry }) => classify(entry, id, policy).class) : [classify(common, undefined, policy).class];
  return { code, common: common !== undefined, services: listed.map(({ id }) => id).sort(compare), retry: [...new Set(classes)].sort() };
}
