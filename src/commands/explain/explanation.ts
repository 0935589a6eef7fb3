import type { Lookup, ServiceFinding } from "../../store/read/lookup.js";
import type { CodeEntry, Description, SourceKind } from "../../catalog/model.js";
import { COMMON_DOCUMENTATION, documentationOf } from "../../catalog/links.js";
import { familyOf } from "../../catalog/model.js";
import { classify, type Classification, type RetryPolicyTable } from "../../catalog/retry.js";

/** What one service says about a code. */
export interface ServiceExplanation {
  readonly service: string;
  readonly retry: Classification;
  /** The actions that list the code; sorted. */
  readonly actions: readonly string[];
  readonly descriptions: readonly Description[];
  readonly sources: readonly SourceKind[];
  /** The address of the product's documentation. */
  readonly documentation: string;
}

/** All that is documented about a code. */
export interface Explanation {
  readonly code: string;
  readonly documented: true;
  readonly family: string;
  /** Whether the gateway can return it for any service. */
  readonly common: boolean;
  /** What the gateway's table says, for a common code. */
  readonly commonRetry?: Classification;
  readonly commonDescriptions: readonly Description[];
  /** The address of the page about the gateway's codes, for a common code. */
  readonly commonDocumentation?: string;
  /** The services whose own lists have the code; sorted. */
  readonly services: readonly ServiceExplanation[];
}

/**
 * Adds the retry class to what a catalog says about a code.
 *
 * @param service only this service; undefined for all
 * @returns undefined when nobody documents the code
 */
export function explanationOf(
  code: string,
  { common, findings }: Lookup,
  service: string | undefined,
  policy: RetryPolicyTable,
): Explanation | undefined {
  const services = findings
    .filter((finding) => service === undefined || service === finding.service)
    .map((finding) => explainFor(finding, common, policy));
  if (common === undefined && services.length === 0) return undefined;
  return {
    code,
    documented: true,
    family: familyOf(code),
    common: common !== undefined,
    ...(common === undefined ? {} : { commonRetry: classify(common, undefined, policy), commonDocumentation: COMMON_DOCUMENTATION }),
    commonDescriptions: common?.descriptions ?? [],
    services,
  };
}

function explainFor({ service, entry, actions, product }: ServiceFinding, common: CodeEntry | undefined, policy: RetryPolicyTable): ServiceExplanation {
  return {
    service,
    // The gateway's codes mean the same for every service.
    retry: common === undefined ? classify(entry, service, policy) : classify(common, undefined, policy),
    actions,
    descriptions: entry.descriptions,
    sources: entry.sources,
    documentation: documentationOf({ id: service, ...(product === undefined ? {} : { product }) }),
  };
}
