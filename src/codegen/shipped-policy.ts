import type { Catalog } from "../catalog/model.js";
import { classify, type RetryPolicyTable } from "../catalog/retry.js";
import { decideByName, type RetryPolicy } from "../codemap/retry.js";
import type { RetryClass } from "../codemap/types.js";

/**
 * The part of the policy that applications ship: the words that many codes have. What it cannot tell is
 * `unclassified`. Common codes and codes about whose repeat it would be wrong have a line of their own; a code of
 * one service that is `permanent` in place of `unclassified`, or the other way round, has its class in the tables only.
 */
export function shippedPolicy(catalog: Catalog, policy: RetryPolicyTable): RetryPolicy {
  const wording = policy.wording
    .filter(({ common }) => common.length > 0)
    .map(({ class: name, common, unless, families }) => ({ class: name, words: common, unless, ...(families === undefined ? {} : { families }) }));
  const byName: RetryPolicy = { codes: {}, wording, families: policy.families };
  const known = Object.entries(policy.codes).filter(([code, name]) => decideByName(code, byName).class !== name);
  const told = [...new Map([...misleading(catalog, policy, byName), ...known])];
  const codes = told.filter(([code, name]) => catalog.common.has(code) || !(givesNoRepeat(name) && givesNoRepeat(decideByName(code, byName).class)));
  return { ...byName, codes: Object.fromEntries(codes.sort(([a], [b]) => (a < b ? -1 : 1))) };
}

/** Whether the class leaves a repeat out, for want of a reason or for a reason against it. */
function givesNoRepeat(name: RetryClass): boolean {
  return name === "permanent" || name === "unclassified";
}

/** The codes that the shipped words would give another class than all words together do. */
function misleading(catalog: Catalog, policy: RetryPolicyTable, byName: RetryPolicy): readonly [string, RetryClass][] {
  const codes = new Set([...catalog.services.values()].flatMap(({ codes }) => [...codes.keys()]));
  return [...codes].flatMap((code): [string, RetryClass][] => {
    const shipped = decideByName(code, byName).class;
    const told = classify({ code }, undefined, policy).class;
    return shipped === "unclassified" || shipped === told ? [] : [[code, told]];
  });
}
