import { isRetryableClass } from "../codemap/retry.js";
import type { CatalogDiff, ClassChange } from "./diff.js";

/** A rule, or the code map's types, and what a change does to it. */
export interface Affected {
  /** The rule's name without the plugin's; "types" for the types of the code map. */
  readonly what: string;
  /** A full sentence without its stop. */
  readonly how: string;
}

/** Whether code that was right by the old class is not by the new one: it goes on to retry, or it no longer does. */
export function breaksRetries({ before, after }: ClassChange): boolean {
  return before !== undefined && after !== undefined && (after === "permanent" || (isRetryableClass(before) && !isRetryableClass(after)));
}

/** Which rules say something else after a change, and what; those that say more come before those that say less. */
export function affectedBy({ common, commonClasses, services, changed, sizes }: CatalogDiff): readonly Affected[] {
  const all = [...changed.values()];
  const classes = [...commonClasses, ...all.flatMap((change) => [...change.classes])];
  const count = (of: Iterable<string>): number => new Set(of).size;
  const isPermanentNow = ([, { before, after }]: readonly [string, ClassChange]): boolean => before !== undefined && before !== "permanent" && after === "permanent";
  const isNoMore = ([, { before, after }]: readonly [string, ClassChange]): boolean => before === "permanent" && after !== undefined && after !== "permanent";
  const removed = common.removed.length + sum(all, ({ codes }) => codes.removed.length) + sum(services.removed, (id) => sizes.get(id)?.codes ?? 0);
  const added = common.added.length + sum(all, ({ codes }) => codes.added.length);
  const lessListed = sum(all, ({ actions, actionCodes }) => actions.removed.length + [...actionCodes.values()].filter((change) => change.removed.length > 0).length);
  const firsts = all.flatMap(({ firstSubcodes }) => firstSubcodes);
  const tokens = all.flatMap(({ withClientToken }) => [...withClientToken.added, ...withClientToken.removed]);
  const permanent = count(classes.filter(isPermanentNow).map(([code]) => code));
  const notPermanent = count(classes.filter(isNoMore).map(([code]) => code));
  const retried = count(classes.filter(([, { before, after }]) => before !== undefined && after !== undefined && isRetryableClass(before) !== isRetryableClass(after)).map(([code]) => code));
  const rows: (Affected | false)[] = [
    removed > 0 && { what: "types", how: `lose ${counted(removed, "code")}; code that names ${removed === 1 ? "it" : "them"} does not compile` },
    removed > 0 && { what: "no-undocumented-code", how: `reports tests of ${counted(removed, "code")}` },
    lessListed > 0 && { what: "no-undocumented-code", how: `with \`scope: "action"\`, reports more tests for ${counted(lessListed, "action")}` },
    common.added.length > 0 && { what: "exhaustive-common-codes", how: `asks for ${counted(common.added.length, "more common code")}` },
    permanent > 0 && { what: "no-retry-non-retryable", how: `reports retries on ${counted(permanent, "more code")}` },
    firsts.length > 0 && { what: "prefer-family-match", how: `reports equality tests on ${firsts.map((family) => `\`${family}\``).join(", ")}` },
    tokens.length > 0 && { what: "no-blind-retry", how: `judges ${counted(tokens.length, "action")} by whether there is a \`ClientToken\` now` },
    services.added.length > 0 && { what: "no-undocumented-code", how: `judges errors of ${counted(services.added.length, "more service")}` },
    added > 0 && { what: "types", how: `gain ${counted(added, "code")}, and \`no-undocumented-code\` accepts ${added === 1 ? "it" : "them"}` },
    retried > 0 && { what: "isRetryable", how: `answers otherwise for ${counted(retried, "code")}` },
    notPermanent > 0 && { what: "no-retry-non-retryable", how: `accepts retries on ${counted(notPermanent, "code")}` },
    common.removed.length > 0 && { what: "exhaustive-common-codes", how: `asks for ${counted(common.removed.length, "common code")} less` },
  ];
  return rows.filter((row) => row !== false);
}

function sum<Item>(items: readonly Item[], of: (item: Item) => number): number {
  return items.reduce((total, item) => total + of(item), 0);
}

function counted(count: number, noun: string): string {
  return `${String(count)} ${noun}${count === 1 ? "" : "s"}`;
}
