import { join } from "node:path";

import { byCode, byFamily, byWording, isRetryableClass } from "../codemap/retry.js";
import type { RetryDecision } from "../codemap/retry.js";
import type { RetryInfo } from "../codemap/types.js";
import { withoutMark } from "./encoding.js";
import { pathInside, readText, slashed } from "./files.js";
import type { CodeEntry } from "./model.js";
import { familyOf } from "./model.js";
import { packageRoot } from "./package-root.js";
import { parseRetryPolicy } from "./retry-policy.js";
import type { RetryPolicyTable } from "./retry-policy.js";

export type { RetryPolicyTable } from "./retry-policy.js";

/**
 * Reads `retry.json` of a catalog directory, and where it has none, the one that comes with this package.
 *
 * @throws InputError when the file cannot be read or used
 */
export function loadRetryPolicy(catalogDir: string): RetryPolicyTable {
  const file = pathInside(catalogDir, "retry.json") ?? join(packageRoot(), "catalog", "retry.json");
  return parseRetryPolicy(withoutMark(readText(file)), slashed(file));
}

/** What the sources say about a code, as far as its retry class depends on it. */
export type ClassifiedEntry = Pick<CodeEntry, "code"> & Partial<Pick<CodeEntry, "tryAgainLater" | "laterIn">>;

/** A retry class with the reason, and what it goes by. */
export interface Classification extends RetryInfo {
  /** The code, the words or the family that decided; empty for a sentence and for nothing. */
  readonly match: string;
}

/**
 * The retry class of a code and the evidence for it. The most telling fact decides: the policy's line for exactly
 * this code (of this service, then of all), a documented sentence that says "try again later", the subcode's words,
 * the family's default; else the code is `unclassified`. A sentence counts for the same code of other services as
 * well, unless the words say that no repeat can help.
 *
 * @param entry what is documented about the code
 * @param service the SDK's name of the service whose table the code stands in; undefined for a common code
 */
export function classify(entry: ClassifiedEntry, service: string | undefined, policy: RetryPolicyTable): Classification {
  const { code, tryAgainLater = false, laterIn = [] } = entry;
  const forService = ofService(code, service, policy);
  if (forService !== undefined) return forService;
  const exact = byCode(code, policy);
  if (exact !== undefined) return withEvidence(exact, policy);
  if (tryAgainLater) return bySentence(code, policy.sentence.evidence, policy);
  const worded = bySubcode(code, policy);
  if (laterIn.length > 0 && worded?.class !== "permanent") return bySentence(code, `${policy.sentence.evidence}, in ${laterIn.join(", ")}`, policy);
  return withEvidence(worded ?? byFamily(code, policy), policy);
}

/** What the subcodes' words say, by policy and code: a code stands in many services' tables. */
const wordedCodes = new WeakMap<RetryPolicyTable, Map<string, RetryDecision | undefined>>();

function bySubcode(code: string, policy: RetryPolicyTable): RetryDecision | undefined {
  const known = wordedCodes.get(policy) ?? new Map<string, RetryDecision | undefined>();
  wordedCodes.set(policy, known);
  if (!known.has(code)) known.set(code, byWording(code, policy));
  return known.get(code);
}

function ofService(code: string, service: string | undefined, policy: RetryPolicyTable): Classification | undefined {
  if (service === undefined || !Object.hasOwn(policy.services, service)) return undefined;
  const codes = policy.services[service] ?? {};
  const known = Object.hasOwn(codes, code) ? codes[code] : undefined;
  return known === undefined ? undefined : { class: known, by: "code", match: code, evidence: policy.evidence.get(`code:${code}@${service}`) ?? "" };
}

/** "Later" is all that the sentence says; the code's own words and its family tell what to wait for. */
function bySentence(code: string, evidence: string, policy: RetryPolicyTable): Classification {
  const { families, class: otherwise } = policy.sentence;
  const family = familyOf(code);
  const told = [bySubcode(code, policy)?.class, Object.hasOwn(families, family) ? families[family] : undefined, byFamily(code, policy).class];
  return { class: told.find((name) => name !== undefined && isRetryableClass(name)) ?? otherwise, by: "sentence", match: "", evidence };
}

function withEvidence(decision: RetryDecision, policy: RetryPolicyTable): Classification {
  const { by, match } = decision;
  if (by === "nothing") return { ...decision, evidence: "the sources do not say" };
  const evidence = policy.evidence.get(`${by}:${match}`) ?? "";
  return { ...decision, evidence: by === "family" ? `family ${match}: ${evidence}` : evidence };
}
