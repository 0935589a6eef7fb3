import type { ErrorCodeInfo, RetryClass, ServiceTable } from "tencentcloud-error-codes";
import { hasAction, type CodeMap } from "./code-map.js";

/**
 * The package's code map and one's own as one. A code that either documents is documented. Where both speak of the same code
 * or action, the newer one is right: the one with the later API version of the service, else the one of the later day.
 * Where one of them tells no day, as maps made of pages do not, the own map counts.
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
    if (table !== undefined) return withCommon(commonCodes, joinTables(ofPackage.table(id), table, isOlder(id)));
    return hasOwnCommonCodes ? withCommon(commonCodes, ofPackage.table(id)) : ofPackage.table(id);
  };
  /** Whether the package is known to have newer facts about a service than the own map. */
  const isOlder = (id: string): boolean => {
    const [ownLatest, latest] = [own.table(id).versions.at(-1), ofPackage.table(id).versions.at(-1)];
    if (ownLatest !== undefined && latest !== undefined && ownLatest !== latest) return ownLatest < latest;
    const [ownDay, day] = [own.documentedOn(id), ofPackage.documentedOn(id)];
    return ownDay !== undefined && day !== undefined && ownDay < day;
  };
  /** Who knows of the action, the one that is right first. */
  const mapsOf = (service: string, action: string): readonly CodeMap[] =>
    (ownIds.has(service) && packageIds.has(service) && isOlder(service) ? [ofPackage, own] : [ownIds.has(service) ? own : undefined, packageIds.has(service) ? ofPackage : undefined]).filter((map) => map !== undefined && hasAction(map.table(service), action)) as readonly CodeMap[];
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
    servicesWithAction: (action) => [...new Set([...ofPackage.servicesWithAction(action), ...own.servicesWithAction(action)])].sort(),
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
    documentedOn: (service) => [ownIds.has(service) ? own.documentedOn(service) : undefined, packageIds.has(service) ? ofPackage.documentedOn(service) : undefined].filter((day) => day !== undefined).sort().at(-1),
    onlyReads: (service, action) => firstAnswer(service, action, (map) => map.onlyReads(service, action)),
  };
  return codeMap;
}

function withCommon(commonCodes: Readonly<Record<string, ErrorCodeInfo>>, table: ServiceTable): ServiceTable {
  return { ...table, codes: { ...commonCodes, ...table.codes } };
}

function joinTables(ofPackage: ServiceTable, own: ServiceTable, isOwnOlder: boolean): ServiceTable {
  const [older, newer] = isOwnOlder ? [own, ofPackage] : [ofPackage, own];
  return {
    id: own.id,
    versions: [...new Set([...ofPackage.versions, ...own.versions])].sort(),
    codes: { ...older.codes, ...newer.codes },
    // A list that is empty is not known.
    actions: { ...older.actions, ...Object.fromEntries(Object.entries(newer.actions).filter(([action, codes]) => codes.length > 0 || !hasAction(older, action))) },
  };
}
