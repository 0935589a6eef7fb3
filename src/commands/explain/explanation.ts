import type { Lookup, ServiceFinding } from "../../store/read/lookup.js";
import type { CodeEntry, Description, SourceKind } from "../../catalog/model.js";
import { COMMON_DOCUMENTATION, documentationOf } from "../../catalog/links.js";
import { familyOf } from "../../catalog/model.js";
import { compare } from "../../catalog/order.js";
import { classify, type Classification, type RetryPolicyTable } from "../../catalog/retry.js";

/** What one service says about a code. */
export interface ServiceExplanation {
  readonly service: string;
  readonly retry: Classification;
  /** The actions that list the code; sorted. */
  readonly actions: readonly string[];
  readonly descriptions: readonly Description[];
  readonly sources: readonly (SourceKind | "code map")[];
  /** The address of the product's documentation. */
  readonly documentation: string;
}

/** What is said about a code of the gateway. */
export interface CommonExplanation {
  readonly retry: Classification;
  readonly descriptions: readonly Description[];
}

/** What one's own code map and the package's say together about the services that the own one has. */
export interface OwnFindings {
  /** Sorted. */
  readonly services: readonly string[];
  /** What the own map says about a code of the gateway. */
  common(code: string): CommonExplanation | undefined;
  /** The services of the own map that document a code. */
  explain(code: string): readonly ServiceExplanation[];
  /** The codes in the own lists of the services, or of one of them. */
  codes(service?: string): readonly string[];
}

/** What counts without a code map of one's own. */
export const nothingOwn: OwnFindings = { services: [], common: () => undefined, explain: () => [], codes: () => [] };

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
 * Adds the retry class, and what one's own code map says, to what a catalog says about a code.
 *
 * @param service only this service; undefined for all
 * @returns undefined when nobody documents the code
 */
export function explanationOf(
  code: string,
  { common, findings }: Lookup,
  service: string | undefined,
  policy: RetryPolicyTable,
  own: OwnFindings,
): Explanation | undefined {
  const explained = findings.map((finding) => explainFor(finding, common, policy));
  const services = withOwn(explained, own.explain(code)).filter((one) => service === undefined || service === one.service);
  const ofGateway = common === undefined ? own.common(code) : { retry: classify(common, undefined, policy), descriptions: common.descriptions };
  if (ofGateway === undefined && services.length === 0) return undefined;
  return {
    code,
    documented: true,
    family: familyOf(code),
    common: ofGateway !== undefined,
    ...(ofGateway === undefined ? {} : { commonRetry: ofGateway.retry, commonDocumentation: COMMON_DOCUMENTATION }),
    commonDescriptions: ofGateway?.descriptions ?? [],
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

/** What one's own code map says of a service stands in the place of what the catalog says; both are sources. */
function withOwn(explained: readonly ServiceExplanation[], own: readonly ServiceExplanation[]): readonly ServiceExplanation[] {
  const ofCatalog = new Map(explained.map((one) => [one.service, one]));
  const joined = own.map((one) => {
    const other = ofCatalog.get(one.service);
    if (other === undefined) return one;
    const texts = new Set(one.descriptions.map(({ text }) => text));
    return { ...one, sources: [...other.sources, ...one.sources], documentation: other.documentation, descriptions: [...one.descriptions, ...other.descriptions.filter(({ text }) => !texts.has(text))] };
  });
  const names = new Set(joined.map(({ service }) => service));
  return [...explained.filter(({ service }) => !names.has(service)), ...joined].sort((a, b) => compare(a.service, b.service));
}
