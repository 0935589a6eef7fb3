import { familyOf } from "../catalog/model.js";
import type { Catalog } from "../catalog/model.js";
import { groupBy } from "../catalog/order.js";
import { classify } from "../catalog/retry.js";
import type { RetryPolicyTable } from "../catalog/retry.js";
import { decideByName, type RetryPolicy } from "../codemap/retry.js";
import type { RetryClass } from "../codemap/types.js";
import { constant, fileOf, imports, lines, slot, STAMP, typeAlias, typeImports } from "./file.js";
import type { CodeFile } from "./file.js";
import { classRow } from "./rows.js";
import { literal, unionOf, valueKey } from "./text.js";

/** `registry.ts`: which services there are, which of them document a code and which of their actions have a token, without any service's table. */
export function registryFile(catalog: Catalog, policy: RetryPolicyTable, shipped: RetryPolicy): CodeFile {
  const services = [...groupBy([...servicesByCode(catalog)].sort(([a], [b]) => (a < b ? -1 : 1)), ([code]) => familyOf(code))];
  return fileOf("registry.ts", ["the own tables of all services"], {
    declarations: [
      imports("./runtime/reading.js", ["isNamedAsReading"]),
      imports("./runtime/registry.js", ["allCodesOf", "classIn", "codesOf", "finderIn", "keyWith", "namesIn"]),
      typeImports("./runtime/registry.js", ["CodesByFamily"]),
      typeImports("./runtime/types.js", ["RetryClass"]),
      typeImports("./service-ids.js", ["ServiceId"]),
      STAMP,
      `export type { ServiceId } from "./service-ids.js";`,
      constant("serviceIds", "readonly ServiceId[]", `[${slot("ids")}]`, "Every service of the code map, in order."),
      constant("services", "CodesByFamily", `{${slot("services")}}`),
      constant("classes", "Readonly<Record<string, RetryClass>>", `{${slot("classes")}}`),
      constant("clientTokens", "Readonly<Record<string, string>>", `{${slot("clientTokens")}}`),
      constant("moreThanNamed", "Readonly<Record<string, string>>", `{${slot("moreThanNamed")}}`),
      constant("days", "Readonly<Record<string, string>>", `{${slot("days")}}`),
      REGISTRY_FUNCTIONS,
    ],
    rows: {
      ids: lines([...catalog.services.keys()].map((id) => `  ${literal(id)},`)),
      classes: lines([...unlikeTheirNames(catalog, policy, shipped)].map(([code, name]) => `  ${classRow(code, name)}`)),
      clientTokens: lines(actionsWithClientToken(catalog).map(([id, actions]) => `  ${valueKey(id)}: ${literal(actions.join(" "))},`)),
      moreThanNamed: lines([...catalog.services.values()].flatMap(({ id, moreThanNamed: actions }) => (actions === undefined ? [] : [`  ${valueKey(id)}: ${literal(actions.join(" "))},`]))),
      days: lines(servicesByDay(catalog).map(([day, ids]) => `  ${valueKey(day)}: ${literal(ids.join(" "))},`)),
      services: lines(services.flatMap(([family, rows]) => [`  ${valueKey(family)}: [`, ...rows.map((row) => registryRow(family, row)), "  ],"])),
    },
  });
}

/** The services by the day that what is documented about them is of. */
function servicesByDay({ services }: Catalog): readonly (readonly [string, readonly string[]])[] {
  const dated = [...services.values()].flatMap(({ id, date }) => (date === undefined ? [] : [{ id, date }]));
  return [...groupBy(dated, ({ date }) => date)].sort(([a], [b]) => (a < b ? -1 : 1)).map(([day, of]) => [day, of.map(({ id }) => id)]);
}

/** A code without its family, and the services that document it. */
function registryRow(family: string, [code, ids]: readonly [string, readonly string[]]): string {
  return `    ${literal(`${code.slice(family.length)} ${ids.join(",")}`)},`;
}

const REGISTRY_FUNCTIONS = `const find = /* @__PURE__ */ finderIn(services);

/** The services whose own table has a code, in order; none for a code that only the gateway has, or nobody. */
export function servicesDocumenting(code: string): readonly string[] {
  return find(code);
}

/**
 * The class on which the services that document a code agree (\`unclassified\` where they do not), if it is another
 * than the code's name tells; undefined where the name tells it.
 */
export function retryClassUnlikeName(code: string): RetryClass | undefined {
  return classIn(classes, code);
}

/**
 * The actions of a service that have the parameter \`ClientToken\` in any API version, in order; undefined where it is
 * not known of all its actions.
 */
export function actionsWithClientToken(service: string): readonly string[] | undefined {
  return namesIn(clientTokens, service);
}

/**
 * Whether an action only looks something up, so that a repeat does no harm; undefined where it is not known of the
 * service's actions. The name of the action has to be one of the service's.
 */
export function actionOnlyReads(service: string, action: string): boolean | undefined {
  const others = namesIn(moreThanNamed, service);
  return others && isNamedAsReading(action) && !others.includes(action);
}

/** The day of the sources of what is documented about a service, \`YYYY-MM-DD\`; undefined where one of them does not tell it. */
export function documentedOn(service: string): string | undefined {
  return keyWith(days, service);
}

/** Every code of every service's own table, once each, family by family in order. */
export function allServiceCodes(): Iterable<string> {
  return allCodesOf(services);
}

/** The codes of a family in all services' own tables, the bare family included where it is documented, in order. */
export function codesInFamily(family: string): readonly string[] {
  return codesOf(services, family);
}`;

/** `service-actions.ts`: which services document an action, without any service's table. */
export function serviceActionsFile(catalog: Catalog): CodeFile {
  const services = [...catalog.services.values()].filter(({ actions }) => actions.size > 0);
  return fileOf("service-actions.ts", ["the actions of all services"], {
    declarations: [
      imports("./runtime/registry.js", ["keysWith"]),
      STAMP,
      constant("actions", "Readonly<Record<string, string>>", `{${slot("actions")}}`),
      `/** The services that document an action of this name, in order. */
export function servicesWithAction(action: string): readonly string[] {
  return keysWith(actions, action);
}`,
    ],
    rows: { actions: lines(services.map(({ id, actions }) => `  ${valueKey(id)}: ${literal([...actions.keys()].join(" "))},`)) },
  });
}

/** `service-ids.ts`: the names of the services, as a type. */
export function serviceIdsFile(catalog: Catalog): CodeFile {
  const doc = "The services of the code map, by the SDK's names.";
  return fileOf("service-ids.ts", ["the names of all services"], {
    declarations: [typeAlias("ServiceId", slot("ids"), doc)],
    rows: { ids: unionOf([...catalog.services.keys()]) },
  });
}

/** The codes whose class in the services' tables is not the one that their name tells by the shipped policy, in order. */
function unlikeTheirNames(catalog: Catalog, policy: RetryPolicyTable, shipped: RetryPolicy): ReadonlyMap<string, RetryClass> {
  const found = new Map<string, RetryClass>();
  for (const service of catalog.services.values()) {
    for (const entry of service.codes.values()) {
      if (catalog.common.has(entry.code)) continue;
      const { class: own } = classify(entry, service.id, policy);
      found.set(entry.code, (found.get(entry.code) ?? own) === own ? own : "unclassified");
    }
  }
  const unlike = [...found].filter(([code, agreed]) => agreed !== decideByName(code, shipped).class);
  return new Map(unlike.sort(([a], [b]) => (a < b ? -1 : 1)));
}

function actionsWithClientToken(catalog: Catalog): readonly [string, readonly string[]][] {
  return [...catalog.services.values()].flatMap(({ id, withClientToken }): [string, readonly string[]][] => (withClientToken === undefined ? [] : [[id, withClientToken]]));
}

function servicesByCode(catalog: Catalog): ReadonlyMap<string, readonly string[]> {
  const found = new Map<string, string[]>();
  for (const [id, { codes }] of catalog.services) {
    for (const code of codes.keys()) found.set(code, [...(found.get(code) ?? []), id]);
  }
  return found;
}
