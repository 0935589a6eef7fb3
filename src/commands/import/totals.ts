import type { ServiceFacts } from "../../catalog/facts.js";

/** How much an SDK documents. */
export interface SdkTotals {
  readonly services: number;
  readonly versions: number;
  /** Codes, counted once for each API version that lists them. */
  readonly codeEntries: number;
  readonly distinctCodes: number;
  /** Actions, counted once for each API version. */
  readonly actions: number;
  readonly actionsWithCodes: number;
  readonly actionCodePairs: number;
  /** Pairs of an action and a code that the same API version does not list. */
  readonly pairsOutside: number;
  /** Actions with the parameter `ClientToken`, counted once for each API version. */
  readonly actionsWithClientToken: number;
}

/** Counts what one SDK says in the facts of services. */
export function countSdk(facts: Iterable<ServiceFacts>, repository: string): SdkTotals {
  const distinct = new Set<string>();
  const totals = { services: 0, versions: 0, codeEntries: 0, actions: 0, actionsWithCodes: 0, actionCodePairs: 0, pairsOutside: 0, actionsWithClientToken: 0 };
  for (const { sdks } of facts) {
    const sdk = sdks.get(repository);
    if (sdk === undefined) continue;
    totals.services += 1;
    for (const { codes, actions, withClientToken } of sdk.versions.values()) {
      const own = new Set(codes);
      totals.versions += 1;
      totals.codeEntries += own.size;
      totals.actions += actions.size;
      totals.actionsWithClientToken += withClientToken?.length ?? 0;
      for (const code of own) distinct.add(code);
      for (const listed of actions.values()) {
        if (listed.length > 0) totals.actionsWithCodes += 1;
        totals.actionCodePairs += listed.length;
        totals.pairsOutside += listed.filter((code) => !own.has(code)).length;
      }
    }
  }
  return { ...totals, distinctCodes: distinct.size };
}

/** The totals in one sentence. */
export function describeTotals(totals: SdkTotals): string {
  const { services, versions, codeEntries, distinctCodes, actions, actionsWithCodes, actionCodePairs, pairsOutside, actionsWithClientToken } = totals;
  const n = (count: number): string => count.toLocaleString("en-US");
  return (
    `${n(services)} services, ${n(versions)} API versions, ${n(codeEntries)} code entries, ${n(distinctCodes)} distinct codes, ` +
    `${n(actions)} actions of which ${n(actionsWithCodes)} list codes, ${n(actionCodePairs)} action-code pairs, ` +
    `${n(pairsOutside)} pairs outside the service's own list, ${n(actionsWithClientToken)} actions with the parameter ClientToken`
  );
}
