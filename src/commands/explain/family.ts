import type { RetryClass } from "../../codemap/types.js";
import { COMMON_DOCUMENTATION } from "../../catalog/links.js";
import { familyOf, type Catalog } from "../../catalog/model.js";
import { compare, groupBy } from "../../catalog/order.js";
import type { OwnFindings } from "./explanation.js";
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
 * The subcodes of a family, by a catalog and by one's own code map.
 *
 * @param service only what this service can return; undefined for all
 * @returns undefined when there are none
 */
export function familyExplanation(family: string, catalog: Catalog, service: string | undefined, policy: RetryPolicyTable, own: OwnFindings): FamilyExplanation | undefined {
  const isMember = (code: string): boolean => code !== family && familyOf(code) === family;
  const isAsked = (id: string): boolean => service === undefined || id === service;
  const ofOwn = [...new Set(own.codes())].filter(isMember).flatMap((code) => own.explain(code).map(({ service: id, retry }) => ({ id, code, retry: retry.class })));
  const owned = new Set(ofOwn.map(({ id, code }) => `${id} ${code}`));
  const ofCatalog = [...catalog.services.values()].flatMap(({ id, codes }) =>
    [...codes.values()].filter(({ code }) => isMember(code) && !owned.has(`${id} ${code}`)).map((entry) => ({ id, code: entry.code, retry: classify(entry, id, policy).class })),
  );
  const byCode = groupBy([...ofCatalog, ...ofOwn].filter(({ id }) => isAsked(id)), ({ code }) => code);
  const codes = new Set([...[...catalog.common.keys()].filter(isMember), ...own.codes().filter((code) => isMember(code) && own.common(code) !== undefined), ...byCode.keys()]);
  if (codes.size === 0) return undefined;
  const subcodes = [...codes].map((code) => subcodeOf(code, byCode.get(code) ?? [], commonRetry(code, catalog, policy, own)));
  subcodes.sort((a, b) => Number(b.common) - Number(a.common) || b.services.length - a.services.length || compare(a.code, b.code));
  const documentation = subcodes.some(({ common }) => common) ? { commonDocumentation: COMMON_DOCUMENTATION } : {};
  return { code: `${family}.*`, documented: true, family, subcodes, ...documentation };
}

type Listed = { readonly id: string; readonly retry: RetryClass };

function commonRetry(code: string, catalog: Catalog, policy: RetryPolicyTable, own: OwnFindings): RetryClass | undefined {
  const common = catalog.common.get(code);
  return (common === undefined ? own.common(code)?.retry : classify(common, undefined, policy))?.class;
}

function subcodeOf(code: string, listed: readonly Listed[], common: RetryClass | undefined): Subcode {
  const classes = common === undefined ? listed.map(({ retry }) => retry) : [common];
  return { code, common: common !== undefined, services: listed.map(({ id }) => id).sort(compare), retry: [...new Set(classes)].sort() };
}
