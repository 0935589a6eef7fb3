import uFuzzy from "@leeoniya/ufuzzy";
import type { RetryInfo } from "../../src/codemap/types.js";
import type { CodeIndex, Owner } from "./code-index.js";
import { near } from "./near.js";
import { looksPasted, readPasted, type Pasted } from "./pasted.js";
import { bestOf } from "./ranking.js";

/** A code that was found. */
export interface CodeHit {
  readonly code: string;
  readonly retry: RetryInfo;
  readonly common: boolean;
  /** How many services' own lists have it. */
  readonly services: number;
  /** The service that the search was about, or the only one that has the code. */
  readonly service?: string;
}

/** What a search found. */
export interface Results {
  /** How the codes were found: as typed, as the nearest to what was typed, or in a pasted text. */
  readonly by: "text" | "nearest" | "pasted";
  readonly codes: readonly CodeHit[];
  /** How many codes match in all. */
  readonly total: number;
  readonly services: readonly string[];
  readonly family?: { readonly name: string; readonly codes: number };
  readonly actions: readonly { readonly service: string; readonly action: string }[];
  /** What a pasted text calls codes although nobody documents them. */
  readonly undocumented: readonly string[];
}

/** All that the index tells about one code. */
export interface CodeDetails {
  readonly code: string;
  readonly documented: boolean;
  readonly common: boolean;
  readonly retry?: RetryInfo;
  readonly owners: readonly Owner[];
  readonly family: { readonly name: string; readonly codes: number };
  /** Codes that are spelt alike, share the detail, or are of the family. */
  readonly near: readonly string[];
}

const NONE: Results = { by: "text", codes: [], total: 0, services: [], actions: [], undocumented: [] };

const CONSTANT = /^[A-Z][A-Z0-9]*_[A-Z0-9_]+$/;

/** How many similar codes are named. */
const NEAR = 8;

const ONE_MISTAKE: object = { intraMode: 1, intraIns: 1, intraSub: 1, intraTrn: 1, intraDel: 1 };

/** Finds words with one mistake each. */
const misspelt = new uFuzzy(ONE_MISTAKE);

/**
 * Searches codes, families, services and actions.
 *
 * @param text a code, a part of one, several words, a service before them, or a pasted text
 * @param limit how many codes at most
 */
export function search(index: CodeIndex, text: string, limit = 50): Results {
  const wanted = text.trim();
  if (wanted === "") return NONE;
  const pasted = looksPasted(wanted) ? readPasted(wanted, index) : undefined;
  return pasted === undefined ? searchTyped(index, wanted.slice(0, 200), limit) : searchPasted(index, pasted, limit);
}

/** What the index tells about a code, and which codes come near it. */
export function detailsOf(index: CodeIndex, code: string): CodeDetails {
  const number = index.numberOf(code);
  const family = code.split(".", 1)[0] ?? code;
  return {
    code,
    documented: number !== undefined,
    common: number !== undefined && index.isCommon(number),
    ...(number === undefined ? {} : { retry: index.retryOf(number) }),
    owners: number === undefined ? [] : index.ownersOf(number),
    family: { name: family, codes: index.families.get(family)?.length ?? 0 },
    near: alike(index, code, family),
  };
}

/** Codes that are spelt alike or share the detail, then others of the family, in the order of their names. */
function alike(index: CodeIndex, code: string, family: string): readonly string[] {
  const siblings = (index.families.get(family) ?? []).map((number) => index.codes[number] ?? "");
  const all = new Set([...near(index, code, NEAR + 1), ...siblings]);
  all.delete(code);
  return [...all].slice(0, NEAR);
}

/** The codes of a family with their classes. */
export function familyOf(index: CodeIndex, name: string): readonly CodeHit[] {
  return (index.families.get(name) ?? []).map((number) => hitOf(index, number));
}

function searchTyped(index: CodeIndex, typed: string, limit: number): Results {
  const { service, rest } = splitService(index, typed);
  const lower = rest.toLowerCase();
  const services = service === undefined ? index.services.filter((name) => name.startsWith(lower)).slice(0, 4) : [service];
  const family = index.families.get(rest) ?? index.families.get(capitalised(rest));
  const ofService = (number: number): boolean => service === undefined || index.isOf(number, service);
  const actions = actionsLike(index, lower, service);
  const matching = matchingCodes(index, rest).filter(ofService);
  // Who types the name of an action has not misspelt the words of a code.
  const numbers = matching.length > 0 ? bestOf(matching, lower, index.codes, index.lower, limit) : nearCodes(index, rest, actions.length === 0).filter(ofService);
  return {
    by: matching.length > 0 ? "text" : "nearest",
    codes: numbers.map((number) => hitOf(index, number, service)),
    total: Math.max(matching.length, numbers.length),
    services,
    ...(family === undefined || family.length < 2 ? {} : { family: { name: index.codes[family[0] ?? 0]?.split(".", 1)[0] ?? rest, codes: family.length } }),
    actions,
    undocumented: [],
  };
}

function searchPasted(index: CodeIndex, { codes, services, actions }: Pasted, limit: number): Results {
  const undocumented = codes.filter((code) => index.numberOf(code) === undefined);
  const known = codes.flatMap((code) => index.numberOf(code) ?? []);
  const near = known.length > 0 ? [] : undocumented.flatMap((code) => nearCodes(index, code));
  return {
    by: known.length > 0 || near.length === 0 ? "pasted" : "nearest",
    codes: [...known, ...near].slice(0, limit).map((number) => hitOf(index, number, services.find((service) => index.isOf(number, service)))),
    total: known.length + near.length,
    services,
    actions: index.actions.filter(({ service, action }) => actions.includes(action) && (services.length === 0 || services.includes(service))).slice(0, 5).map(({ service, action }) => ({ service, action })),
    undocumented,
  };
}

/** A service's name before the rest: `cbs busy`, `cbs/InvalidDisk.Busy`, and the constant `cbs.INVALIDDISK_BUSY`. */
function splitService(index: CodeIndex, typed: string): { readonly service?: string; readonly rest: string } {
  const [, name = "", rest = ""] = /^([A-Za-z][A-Za-z0-9]*)\s*(?:[\s/:#]\s*|\.(?=[A-Z0-9_]+$))(\S.*)$/.exec(typed) ?? [];
  const service = name.toLowerCase();
  return index.hasService(service) ? { service, rest } : { rest: typed };
}

function matchingCodes(index: CodeIndex, text: string): readonly number[] {
  if (CONSTANT.test(text)) return numbersOfConstant(index, text.toLowerCase());
  const whole = containing(index, [text.toLowerCase()]);
  // One word with a dot is meant for a code: where it is none, what has its parts is only near.
  return whole.length > 0 || !/\s/.test(text) ? whole : containing(index, wordsOf(text));
}

/** The SDKs for Go, Java and Python name their constants so: the code in capitals, its dots as underscores. */
function numbersOfConstant(index: CodeIndex, lower: string): readonly number[] {
  const numbers: number[] = [];
  index.lower.forEach((code, number) => {
    if (code.length === lower.length && code.replaceAll(".", "_") === lower) numbers.push(number);
  });
  return numbers;
}

/** The codes that contain all of the words, in any order. */
function containing(index: CodeIndex, words: readonly string[]): readonly number[] {
  const found: number[] = [];
  if (words.length === 0) return found;
  index.lower.forEach((code, number) => {
    if (words.every((word) => code.includes(word))) found.push(number);
  });
  return found;
}

function wordsOf(text: string): readonly string[] {
  return text.toLowerCase().split(/[^a-z0-9]+/).filter((word) => word !== "");
}

function nearCodes(index: CodeIndex, text: string, withMistakes = true): readonly number[] {
  const lower = text.toLowerCase();
  const spelt = near(index, text, 8).flatMap((code) => index.numberOf(code) ?? []);
  const parts = bestOf(containing(index, wordsOf(text)), lower, index.codes, index.lower, 8);
  const found = [...new Set([...spelt, ...parts])];
  return found.length > 0 || !withMistakes ? found : bestOf(withMisspeltWords(index, text), lower, index.codes, index.lower, 8);
}

/** The codes that contain all of the words, each with at most one mistake. */
function withMisspeltWords(index: CodeIndex, text: string): readonly number[] {
  const words = wordsOf(text).filter((word) => word.length > 2);
  let left: readonly number[] | undefined;
  for (const word of words) left = misspelt.filter(index.codes as string[], word, left as number[] | undefined) ?? [];
  return left ?? [];
}

function actionsLike(index: CodeIndex, lower: string, service: string | undefined): Results["actions"] {
  if (lower.length < 3) return [];
  const begins: { service: string; action: string }[] = [];
  const contains: { service: string; action: string }[] = [];
  for (const { service: owner, action, lower: name } of index.actions) {
    if (service !== undefined && owner !== service) continue;
    const at = name.indexOf(lower);
    if (at === 0) begins.push({ service: owner, action });
    else if (at > 0) contains.push({ service: owner, action });
  }
  begins.sort((a, b) => a.action.length - b.action.length);
  return [...begins, ...contains].slice(0, 5);
}

function hitOf(index: CodeIndex, number: number, service?: string): CodeHit {
  const owners = index.ownersOf(number);
  const only = service ?? (owners.length === 1 && !index.isCommon(number) ? owners[0]?.service : undefined);
  const retry = owners.find((owner) => owner.service === only)?.retry ?? index.retryOf(number);
  return {
    code: index.codes[number] ?? "",
    retry,
    common: index.isCommon(number),
    services: owners.length,
    ...(only === undefined ? {} : { service: only }),
  };
}

function capitalised(word: string): string {
  return word.charAt(0).toUpperCase() + word.slice(1);
}
