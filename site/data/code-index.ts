import type { ActionIndexFile, CodeIndexFile } from "../search/index-format.js";
import type { CodeFacts } from "../../src/codegen/rows.js";
import type { Facts } from "./catalog.js";
import { packCodes } from "../search/packed-codes.js";
import { RetryList } from "./retries.js";

interface Found {
  /** The numbers of the services, with the place of the class there. */
  readonly owners: Map<number, number>;
  common?: number;
}

/** The file that finds codes and services. */
export function codeIndexOf({ common, services }: Facts): CodeIndexFile {
  const retries = new RetryList();
  const found = new Map<string, Found>();
  const at = (code: string): Found => found.get(code) ?? found.set(code, { owners: new Map() }).get(code) as Found;
  for (const { code, info } of common) at(code).common = retries.placeOf(info.retry);
  services.forEach(({ codes }, service) => {
    for (const { code, info } of codes) at(code).owners.set(service, retries.placeOf(info.retry));
  });
  const sorted = [...found].sort(([a], [b]) => (a < b ? -1 : 1));
  const differing: Record<string, number> = {};
  const retry = sorted.map(([, { owners, common: shared }], number) => {
    const usual = shared ?? mostFrequent([...owners.values()]);
    for (const [service, place] of owners) if (place !== usual) differing[`${number} ${service}`] = place;
    return usual;
  });
  return {
    services: services.map(({ entry }) => entry.id),
    retries: retries.all,
    codes: packCodes(sorted.map(([code]) => code)),
    retry,
    owners: sorted.map(([, { owners }]) => [...owners.keys()].join(" ")).join("\n"),
    common: sorted.flatMap(([, { common: shared }], number) => (shared === undefined ? [] : [number])),
    differing,
  };
}

/** The file that finds actions. */
export function actionIndexOf({ services }: Facts): ActionIndexFile {
  return { actions: services.map(({ entry }) => [...entry.actions.keys()].join(" ")).join("\n") };
}

/** How many different codes are documented. */
export function numberOfCodes({ common, services }: Facts): number {
  const codes = (rows: readonly CodeFacts[]): string[] => rows.map(({ code }) => code);
  return new Set([...codes(common), ...services.flatMap((service) => codes(service.codes))]).size;
}

function mostFrequent(places: readonly number[]): number {
  const counts = new Map<number, number>();
  for (const place of places) counts.set(place, (counts.get(place) ?? 0) + 1);
  return [...counts].sort(([a, times], [b, otherTimes]) => otherTimes - times || a - b)[0]?.[0] ?? 0;
}
