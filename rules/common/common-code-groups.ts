import { commonErrorCodes, familyOf } from "../../src/analysis/knowledge/documented-codes.js";

/** Groups of common codes that go together in what has to be done about them, as codes and families. */
const groups = {
  /** The key, its signature, and what it may do: nothing works until somebody looks. */
  credentials: ["AuthFailure.*", "UnauthorizedOperation", "IpInBlacklist", "IpNotInWhitelist"],
  /** Too many calls in too short a time: the same call succeeds later. */
  throttling: ["RequestLimitExceeded.*"],
  /** What the account may hold, or the region has: more has to be asked for, or less used. */
  quota: ["LimitExceeded", "ResourceInsufficient"],
} as const;

export const presets = ["gateway", ...Object.keys(groups)];

/** The codes that `codes` and `ignore` stand for: codes, families written as `Family.*`, and names of presets. */
export function codesIn(items: readonly string[]): Set<string> {
  return new Set(items.flatMap(codesOfItem));
}

function codesOfItem(item: string): readonly string[] {
  const common = [...commonErrorCodes().keys()];
  if (item === "gateway") return common;
  if (Object.hasOwn(groups, item)) return groups[item as keyof typeof groups].flatMap(codesOfItem);
  return item.endsWith(".*") ? common.filter((code) => `${familyOf(code)}.*` === item) : [item];
}

/** The order in which codes are told: what stops everything first, then what the call itself is to blame for. */
const urgency = [...groups.credentials, ...groups.throttling, ...groups.quota, "ServiceUnavailable", "InternalError"].map(withoutStar);

function withoutStar(item: string): string {
  return item.replace(/\.\*$/, "");
}

const mostWords = 8;

/** `AuthFailure.* (7), RequestLimitExceeded and 3 subcodes, … and 12 more`: families with several codes in one word. */
export function fold(codes: readonly string[]): string {
  const families = new Map<string, string[]>();
  for (const code of codes) families.set(familyOf(code), [...(families.get(familyOf(code)) ?? []), code]);
  const sorted = [...families].sort(([left], [right]) => rank(left) - rank(right) || (left < right ? -1 : 1));
  const told = sorted.length > mostWords + 1 ? sorted.slice(0, mostWords) : sorted;
  const words = told.map(([family, members]) => word(family, members));
  const more = sorted.slice(told.length).reduce((sum, [, members]) => sum + members.length, 0);
  if (more > 0) words.push(`${String(more)} more`);
  const last = words.at(-1) ?? "";
  return words.length < 2 ? last : `${words.slice(0, -1).join(", ")} and ${last}`;
}

function rank(family: string): number {
  const place = urgency.indexOf(family);
  return place === -1 ? urgency.length : place;
}

function word(family: string, members: readonly string[]): string {
  const [only, second] = members;
  if (only !== undefined && second === undefined) return only;
  if (!members.includes(family)) return `${family}.* (${String(members.length)})`;
  const subcodes = members.length - 1;
  return `${family} and ${String(subcodes)} ${subcodes === 1 ? "subcode" : "subcodes"}`;
}
