import type { RetryInfo } from "../../codemap/types.js";
import type { Catalog, CodeEntry, Description, ServiceEntry, SourceKind } from "../../catalog/model.js";
import { familyOf } from "../../catalog/model.js";
import { classify, type RetryPolicyTable } from "../../catalog/retry.js";

/** What one service says about a code. */
export interface ServiceExplanation {
  readonly service: string;
  readonly retry: RetryInfo;
  /** The actions that list the code; sorted. */
  readonly actions: readonly string[];
  readonly descriptions: readonly Description[];
  readonly sources: readonly SourceKind[];
}

/** All that is documented about a code. */
export interface Explanation {
  readonly code: string;
  readonly documented: true;
  readonly family: string;
  /** Whether the gateway can return it for any service. */
  readonly common: boolean;
  /** What the gateway's table says, for a common code. */
  readonly commonRetry?: RetryInfo;
  readonly commonDescriptions: readonly Description[];
  /** The services whose own lists have the code; sorted. */
  readonly services: readonly ServiceExplanation[];
}

/**
 * Gathers what is documented about a code.
 *
 * @param service only this service; undefined for all
 * @returns undefined when nobody documents the code
 */
export function explanationOf(
  catalog: Catalog,
  code: string,
  service: string | undefined,
  policy: RetryPolicyTable,
): Explanation | undefined {
  const common = catalog.common.get(code);
  const services = [...catalog.services.values()]
    .filter((entry) => entry.codes.has(code) && (service === undefined || service === entry.id))
    .map((entry) => explainFor(entry, common, code, policy));
  if (common === undefined && services.length === 0) return undefined;
  return {
    code,
    documented: true,
    family: familyOf(code),
    common: common !== undefined,
    ...(common === undefined ? {} : { commonRetry: classify(common, undefined, policy) }),
    commonDescriptions: common?.descriptions ?? [],
    services,
  };
}

function explainFor(service: ServiceEntry, common: CodeEntry | undefined, code: string, policy: RetryPolicyTable): ServiceExplanation {
  const own = service.codes.get(code);
  const retry =
    common === undefined ? classify({ code, tryAgainLater: own?.tryAgainLater ?? false }, service.id, policy) : classify(common, undefined, policy);
  return {
    service: service.id,
    // The gateway's codes mean the same for every service.
    retry,
    actions: [...service.actions].filter(([, codes]) => codes.includes(code)).map(([action]) => action),
    descriptions: own?.descriptions ?? [],
    sources: own?.sources ?? [],
  };
}
