import type { Catalog, CodeEntry, Description, ServiceEntry } from "../catalog/model.js";
import { familyOf } from "../catalog/model.js";
import { codePageOnSite } from "../catalog/addresses.js";
import { COMMON_DOCUMENTATION, documentationOf } from "../catalog/links.js";
import { classify } from "../catalog/retry.js";
import type { RetryPolicyTable } from "../catalog/retry.js";
import type { CodeFacts } from "./rows.js";

/** What the table of the common codes says, in order. */
export function commonFacts(catalog: Catalog, policy: RetryPolicyTable): readonly CodeFacts[] {
  return [...catalog.common.values()].map((entry) => ({
    code: entry.code,
    link: codePageOnSite(entry.code, undefined) ?? COMMON_DOCUMENTATION,
    info: {
      family: familyOf(entry.code),
      common: true,
      retry: classify(entry, undefined, policy),
      descriptions: entry.descriptions,
    },
  }));
}

/** What a service's own table says, in order. A common code in it carries both descriptions. */
export function serviceFacts(service: ServiceEntry, catalog: Catalog, policy: RetryPolicyTable): readonly CodeFacts[] {
  return [...service.codes.values()].map((entry) => {
    const common = catalog.common.get(entry.code);
    return {
      code: entry.code,
      link: codePageOnSite(entry.code, service.id) ?? documentationOf(service),
      info: {
        family: familyOf(entry.code),
        common: common !== undefined,
        // The gateway's codes mean the same for every service; a table that said otherwise could not extend theirs.
        retry: common === undefined ? classify(entry, service.id, policy) : classify(common, undefined, policy),
        descriptions: common === undefined ? entry.descriptions : bothDescriptions(common, entry),
      },
    };
  });
}

function bothDescriptions(common: CodeEntry, own: CodeEntry): readonly Description[] {
  return [...own.descriptions, ...common.descriptions];
}
