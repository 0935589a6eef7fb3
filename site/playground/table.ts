import type { CodeDescription, ErrorCodeInfo, Language, ServiceTable } from "../../src/codemap/types.js";
import type { ServiceFile } from "../search/index-format.js";

/**
 * The table of a service as the code map has it, made from the file that the site's pages load.
 *
 * @param common the codes that every service can return
 */
export function tableOf(file: ServiceFile, common: Readonly<Record<string, ErrorCodeInfo>>): ServiceTable {
  const codes: Record<string, ErrorCodeInfo> = { ...common };
  for (const [code, place, descriptions = []] of file.codes) {
    codes[code] = {
      family: code.split(".", 1)[0] ?? code,
      common: Object.hasOwn(common, code),
      retry: file.retries[place] ?? { class: "unclassified", by: "nothing", evidence: "" },
      descriptions: descriptions.map(([language, text, table]): CodeDescription => ({ language: language as Language, text, table: table ?? "service" })),
    };
  }
  const actions = Object.entries(file.actions).map(([action, places]) => [action, places.flatMap((place) => file.codes[place]?.[0] ?? [])] as const);
  return { id: file.id, versions: file.versions, codes, actions: Object.fromEntries(actions) };
}
