import type { ErrorCodeInfo, RetryClass, ServiceTable } from "tencentcloud-error-codes";
import { hasAction, type CodeMap } from "./code-map.js";

/**
 * The package's code map and one's own as one. A code that either documents is documented. Where both speak of the same
 * code or action, the own map is right, unless the package knows a later API version of the service.
 */
export function joinCodeMaps(ofPackage: CodeMap, own: CodeMap): CodeMap {
  const packageIds = new Set(ofPackage.serviceIds());
  const ownIds = new Set(own.serviceIds());
  const tables = new Map<string, ServiceTable>();
  const commonCodes = { ...ofPackage.commonCodes(), ...own.commonCodes() };
  const hasOwnCommonCodes = Object.keys(commonCodes).length > Object.keys(ofPackage.commonCodes()).length;

  const join = (id: string): ServiceTable => {
    const table = ownIds.has(id) ? own.table(id) : undefined;
    if (!packageIds.has(id)) return withCommon(commonCodes, table ?? { id, versions: [], codes: {}, actions: {} });
    if (table !== undefined) return withCommon(commonCodes, joinTables(ofPackage.table(id), table));
    return hasOwnCommonCodes ? withCommon(commonCodes, ofPackage.table(id)) : ofPackage.table(id);
  };
  /** Who knows of the action, the one that is right first. */
  const mapsOf = (service: string, action: string): readonly CodeMap[] =>
    [ownIds.has(service) ? own : undefined, packageIds.has(service) ? ofPackage : undefined].filter((map) => map !== undefined && hasAction(map.table(service), action)) as readonly CodeMap[];
  const firstAnswer = (service: string, action: string, ask: (map: CodeMap) => boolean | undefined): boolean | undefined =>
    mapsOf(service, action).map(ask).find((answer) => answer !== undefined);

  const codeMap: CodeMap = {
    serviceIds: () => [...new Set([...packageIds, ...ownIds])],
    commonCodes: () => commonCodes,
    table(id) {
      const table = tables.get(id) ?? join(id);
      tables.set(id, table);
      return table;
    },
    servicesDocumenting: (code) => [...new Set([...ofPackage.servicesDocumenting(code), ...own.servicesDocumenting(code)])].sort(),
    *serviceCodes() {
      yield* ofPackage.serviceCodes();
      yield* own.serviceCodes();
    },
    classAnywhere(code) {
      const owners = own.servicesDocumenting(code);
      if (owners.length === 0) return ofPackage.classAnywhere(code);
      const classes = new Set<RetryClass | undefined>(owners.map((id) => codeMap.table(id).codes[code]?.retry.class));
      if (ofPackage.servicesDocumenting(code).some((id) => !owners.includes(id))) classes.add(ofPackage.classAnywhere(code));
      const [only, second] = classes;
      return second === undefined && only !== undefined ? only : "unclassified";
    },
    takesClientToken: (service, action) => firstAnswer(service, action, (map) => map.takesClientToken(service, action)),
    onlyReads: (service, action) => firstAnswer(service, action, (map) => map.onlyReads(service, action)),
  };
  return codeMap;
}

function withCommon(commonCodes: Readonly<Record<string, ErrorCodeInfo>>, table: ServiceTable): ServiceTable {
  return { ...table, codes: { ...commonCodes, ...table.codes } };
}

function joinTables(ofPackage: ServiceTable, own: ServiceTable): ServiceTable {
  const [older, newer] = isOlder(own, ofPackage) ? [own, ofPackage] : [ofPackage, own];
  return {
    id: own.id,
    versions: [...new Set([...ofPackage.versions, ...own.versions])].sort(),
    codes: { ...older.codes, ...newer.codes },
    // A list that is empty is not known.
    actions: { ...older.actions, ...Object.fromEntries(Object.entries(newer.actions).filter(([action, codes]) => codes.length > 0 || !hasAction(older, action))) },
  };
}

/** Whether the package knows a later API version; a map that names none is not older. */
function isOlder(own: ServiceTable, ofPackage: ServiceTable): boolean {
  const [ownLatest, latest] = [own.versions.at(-1), ofPackage.versions.at(-1)];
  return ownLatest !== undefined && latest !== undefined && ownLatest < latest;
}
