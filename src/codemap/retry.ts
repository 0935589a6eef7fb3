import { codeIn } from "./carried.js";
import { familyOf } from "./families.js";
import { asObject, safely } from "./shape.js";
import type { RetryClass, RetryEvidence } from "./types.js";

/** The retry policy: which class a code has, from the most telling fact to the least. */
export interface RetryPolicy {
  /** Codes whose class is known. */
  readonly codes: Readonly<Record<string, RetryClass>>;
  /** Words of a subcode that tell its class; the first line that applies decides. */
  readonly wording: readonly RetryWording[];
  /** The class of a family's subcodes when nothing else tells. */
  readonly families: Readonly<Record<string, RetryClass>>;
}

/** Words in a subcode, such as `FrequencyLimit`, that tell its class whatever the family. */
export interface RetryWording {
  readonly class: RetryClass;
  /**
   * Runs of words, any of which applies: lower case, with spaces between (`too often` for `OperationTooOften`). A star
   * stands for the rest of the last word: `not support*` applies to `NotSupported` as well.
   */
  readonly words: readonly string[];
  /** Runs of words with which the line does not apply. */
  readonly unless: readonly string[];
  /** The only families in which the line applies; all where absent. */
  readonly families?: readonly string[];
}

/** What the policy says about a code, and which of its lines says so. */
export interface RetryDecision {
  readonly class: RetryClass;
  readonly by: Exclude<RetryEvidence, "sentence">;
  /** The code, the word or the family that decided; empty for `nothing`. */
  readonly match: string;
}

/** What the policy says about a code by its name: exact code, then the subcode's words, then the family. */
export function decideByName(code: string, policy: RetryPolicy): RetryDecision {
  return byCode(code, policy) ?? byWording(code, policy) ?? byFamily(code, policy);
}

/** The policy's line for exactly this code. */
export function byCode(code: string, policy: RetryPolicy): RetryDecision | undefined {
  const known = own(policy.codes, code);
  return known === undefined ? undefined : { class: known, by: "code", match: code };
}

/** The first line whose words stand in the subcode. */
export function byWording(code: string, policy: RetryPolicy): RetryDecision | undefined {
  const family = familyOf(code);
  if (family === code) return undefined;
  const words = wordsOf(code.slice(family.length + 1));
  const has = (phrase: string): boolean => words.includes(phrase.endsWith("*") ? ` ${phrase.slice(0, -1)}` : ` ${phrase} `);
  for (const line of policy.wording) {
    if (line.families?.includes(family) === false || line.unless.some(has)) continue;
    const match = line.words.find(has);
    if (match !== undefined) return { class: line.class, by: "wording", match };
  }
  return undefined;
}

/** The family's default. */
export function byFamily(code: string, policy: RetryPolicy): RetryDecision {
  const family = familyOf(code);
  const known = own(policy.families, family);
  return known === undefined ? { class: "unclassified", by: "nothing", match: "" } : { class: known, by: "family", match: family };
}

/**
 * Lower-case words between spaces, with one at either end: `TooOftenQPS` is ` too often qps `, `DBNotFound` is
 * ` db not found `, and `IPv6Disabled` is ` ipv6 disabled `.
 */
function wordsOf(name: string): string {
  const words = name.replace(/IPv(?=\d)/g, "Ipv").replace(/([a-z\d])(?=[A-Z])|([A-Z])(?=[A-Z][a-z])|[^A-Za-z\d]+/g, "$1$2 ");
  return ` ${words.trim().toLowerCase()} `;
}

/**
 * The class of a code, or of an error with a code: in a service's table if one is given, else by the policy. What is no
 * table is ignored: as a callback of `map` or of a retry library, a look-up is handed an index or a context there.
 */
export function retryClassBy(policy: RetryPolicy, codeOrError: unknown, table: unknown): RetryClass {
  const code = codeIn(codeOrError);
  if (code === undefined) return "unclassified";
  return safely(() => classIn(table, code)) ?? decideByName(code, policy).class;
}

function classIn(table: unknown, code: string): RetryClass | undefined {
  const rows = asObject(table) ?? {};
  const row = Object.hasOwn(rows, code) ? asObject(rows[code]) : undefined;
  const found = asObject(row?.["retry"])?.["class"];
  return typeof found === "string" ? (found as RetryClass) : undefined;
}

/** Whether a retry of the same call can succeed: the classes `throttled`, `transient` and `pending`. */
export function isRetryableClass(retryClass: RetryClass): boolean {
  return retryClass === "throttled" || retryClass === "transient" || retryClass === "pending";
}

function own<Value>(record: Readonly<Record<string, Value>>, key: string): Value | undefined {
  return Object.hasOwn(record, key) ? record[key] : undefined;
}
