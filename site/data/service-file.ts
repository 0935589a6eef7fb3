import { COMMON_DOCUMENTATION } from "../../src/catalog/links.js";
import type { CodeRow, DescriptionRow, ServiceFile } from "../search/index-format.js";
import type { CodeFacts } from "../../src/codegen/rows.js";
import type { Facts, ServiceFacts } from "./catalog.js";
import { RetryList } from "./retries.js";

/** The page that lists the gateway's codes. */
const COMMON_ID = "common";

/** What a service's page shows. */
export function serviceFileOf({ entry, link, codes }: ServiceFacts): ServiceFile {
  const places = new Map(codes.map(({ code }, place) => [code, place]));
  const actions = [...entry.actions].map(([action, listed]) => [action, listed.flatMap((code) => places.get(code) ?? [])] as const);
  return {
    ...rowsOf(entry.id, link, codes),
    versions: entry.versions,
    actions: Object.fromEntries(actions),
    ...(entry.withClientToken === undefined ? {} : { withClientToken: entry.withClientToken }),
  };
}

/** What is documented about the gateway's codes. */
export function commonFileOf({ common }: Facts): ServiceFile {
  return rowsOf(COMMON_ID, COMMON_DOCUMENTATION, common);
}

function rowsOf(id: string, link: string, facts: readonly CodeFacts[]): ServiceFile {
  const retries = new RetryList();
  const codes = facts.map(({ code, info }): CodeRow => {
    const descriptions = info.descriptions.map(({ language, text, table }): DescriptionRow => (table === "common" ? [language, text, table] : [language, text]));
    return descriptions.length === 0 ? [code, retries.placeOf(info.retry)] : [code, retries.placeOf(info.retry), descriptions];
  });
  return { id, versions: [], link, retries: retries.all, codes, actions: {} };
}
