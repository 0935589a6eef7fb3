import { familyOf } from "../catalog/model.js";
import type { Catalog } from "../catalog/model.js";
import { groupBy } from "../catalog/order.js";
import { classify } from "../catalog/retry.js";
import type { RetryPolicyTable } from "../catalog/retry.js";
import { decideByName, isRetryableClass, type RetryPolicy } from "../codemap/retry.js";
import type { RetryClass } from "../codemap/types.js";
import { commonFacts } from "./facts.js";
import { constant, imports, interfaceOf, lines, slot, STAMP, typeAlias, typeImports } from "./file.js";
import type { CodeFile, Statement } from "./file.js";
import { classRow, typeRow, valueRow } from "./rows.js";
import { list, literal, unionOf, valueKey } from "./text.js";

/** `common.ts`: the gateway's codes. */
export function commonFile(catalog: Catalog, policy: RetryPolicyTable): CodeFile {
  const facts = commonFacts(catalog, policy);
  const retryable = facts.filter(({ info }) => isRetryableClass(info.retry.class));
  const doc = "The common codes after which a repeat of the same call can succeed: throttled, transient and pending.";
  return fileOf("common.ts", ["the common tables of all pages"], {
    declarations: [
      typeImports("./runtime/types.js", ["ErrorCodeInfo"]),
      typeAlias("CommonErrorCode", slot("codes"), "The codes of the API gateway: any service can return them."),
      typeAlias("CommonErrorFamily", slot("families"), "The families of the common codes."),
      typeAlias("RetryableCommonErrorCode", slot("retryable"), doc),
      interfaceOf("CommonErrorCodeTable", slot("tableType"), "The table of the common codes."),
      constant("rows", undefined, `{${slot("table")}} satisfies Record<CommonErrorCode, ErrorCodeInfo>`),
      constant("commonErrorCodes", "CommonErrorCodeTable", "rows", "What is documented about each common code."),
    ],
    rows: {
      codes: unionOf(facts.map(({ code }) => code)),
      families: unionOf([...new Set(facts.map(({ info }) => info.family))]),
      retryable: unionOf(retryable.map(({ code }) => code)),
      tableType: lines(facts.map(typeRow)),
      table: lines(facts.map(valueRow)),
    },
  });
}

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

/** `retry.ts`: the retry policy as far as applications ship it, and the functions that ask it. */
export function retryFile(policy: RetryPolicy): CodeFile {
  const codes = Object.entries(policy.codes).map(([code, name]) => `    ${classRow(code, name)}`);
  const families = Object.entries(policy.families).map(([family, name]) => `    ${classRow(family, name)}`);
  const wording = policy.wording.map(({ class: name, words, unless, families: only }) => {
    const where = only === undefined ? "" : `, families: ${list(only)}`;
    return `    { class: ${literal(name)}, words: ${list(words)}, unless: ${list(unless)}${where} },`;
  });
  return fileOf("retry.ts", ["retry.json"], {
    declarations: [
      imports("./runtime/retry.js", ["isRetryableClass", "retryClassBy"]),
      typeImports("./runtime/retry.js", ["RetryPolicy"]),
      typeImports("./runtime/types.js", ["ErrorCodeInfo", "RetryClass"]),
      constant("policy", "RetryPolicy", `{${slot("policy")}}`),
      RETRY_FUNCTIONS,
    ],
    rows: { policy: lines(["  codes: {", ...codes, "  },", "  wording: [", ...wording, "  ],", "  families: {", ...families, "  },"]) },
  });
}

const RETRY_FUNCTIONS = `/** A table of codes, such as \`cbsErrorCodes\`. */
type Table<Rows> = { readonly [Code in keyof Rows]: ErrorCodeInfo };

/**
 * The retry class of a code, or of the code of an error. A service's table tells it from what the service documents;
 * without a table, and for codes that the table lacks, the code's name has to tell. \`unclassified\` where there is no code.
 *
 * The error can be an exception of the SDK, one that was serialised, one that another error wraps as its \`cause\`, a
 * raw response or the context of a retry library. As a callback (\`codes.map(retryClassOf)\`) it ignores the index.
 */
export function retryClassOf(codeOrError: unknown): RetryClass;
export function retryClassOf<Rows extends object & Table<Rows>>(codeOrError: unknown, table: Rows | undefined): RetryClass;
export function retryClassOf(codeOrError: unknown, table?: unknown): RetryClass {
  return retryClassBy(policy, codeOrError, table);
}

/**
 * Whether a retry of the same call can succeed: the code is \`throttled\`, \`transient\` (retry only what is
 * idempotent, such as actions of which \`actionOnlyReads\` of the registry is true) or \`pending\` (wait for the resource first). False where there is no code. It takes what \`retryClassOf\`
 * takes, and can be a retry library's predicate as it is: \`pRetry(call, { shouldRetry: isRetryable })\`.
 *
 * \`\`\`ts
 * if (!isRetryable(error, cbsErrorCodes)) throw error;
 * \`\`\`
 */
export function isRetryable(codeOrError: unknown): boolean;
export function isRetryable<Rows extends object & Table<Rows>>(codeOrError: unknown, table: Rows | undefined): boolean;
export function isRetryable(codeOrError: unknown, table?: unknown): boolean {
  return isRetryableClass(retryClassBy(policy, codeOrError, table));
}`;

/** \`guards.ts\`: the guards that are told codes or families, for which an editor completes the common ones. */
export function guardsFile(): CodeFile {
  return fileOf("guards.ts", ["the common tables of all pages"], {
    declarations: [
      typeImports("./common.js", ["CommonErrorCode", "CommonErrorFamily"]),
      typeImports("./runtime/asked.js", ["AskedCode", "AskedFamily", "InFamily", "WithCode"]),
      imports("./runtime/guards.js", ["hasOneOf", "isInOneOf"]),
      GUARDS,
    ],
    rows: {},
  });
}

const GUARDS = `/**
 * Whether an exception of the SDK has one of the codes given; then \`error.code\` is their union.
 * Where the type of \`error\` already names its possible codes, only those can be asked for.
 *
 * \`\`\`ts
 * if (hasErrorCode(error, "ResourceNotFound", "InvalidDisk.Busy")) error.code; // "ResourceNotFound" | "InvalidDisk.Busy"
 * \`\`\`
 */
export function hasErrorCode<Thrown, const Code extends AskedCode<Thrown, CommonErrorCode>>(
  error: Thrown | NoInfer<WithCode<Thrown, Code>>,
  ...codes: readonly Code[]
): error is WithCode<Thrown, Code> {
  return hasOneOf(error, codes);
}

/**
 * Whether a code, or the code of an exception of the SDK, belongs to one of the families given: it is the bare
 * family or a subcode of it. \`InvalidParameterValue\` is not in the family \`InvalidParameter\`.
 * Where the type already names the possible codes, only their families can be asked for.
 *
 * \`\`\`ts
 * if (inFamily(error.code, "AuthFailure")) return askForPermission();
 * \`\`\`
 */
export function inFamily<Value, const Family extends AskedFamily<Value, CommonErrorFamily>>(
  codeOrError: Value | NoInfer<InFamily<Value, Family>>,
  ...families: readonly Family[]
): codeOrError is InFamily<Value, Family> {
  return isInOneOf(codeOrError, families);
}`;

/** \`index.ts\`: what the package's root exports; it loads no service's table. */
export function indexFile(): CodeFile {
  return fileOf("index.ts", ["the list of its exports"], { declarations: [EXPORTS, STAMP], rows: {} });
}

const EXPORTS = `export { commonErrorCodes } from "./common.js";
export type { CommonErrorCode, CommonErrorCodeTable, CommonErrorFamily, RetryableCommonErrorCode } from "./common.js";
export { hasErrorCode, inFamily } from "./guards.js";
export { isRetryable, retryClassOf } from "./retry.js";
export { toTencentCloudError } from "./runtime/carried.js";
export type {
  ApiErrorBody,
  ApiFailure,
  ApiResponse,
  ApiSuccess,
  CodeOf,
  TencentCloudApiError,
  TencentCloudError,
  TencentCloudHttpError,
  TencentCloudTransportError,
} from "./runtime/errors.js";
export { familyOf } from "./runtime/families.js";
export type { FamilyMember, FamilyOf } from "./runtime/families.js";
export { isApiError, isHttpError, isTencentCloudError, isTransportError } from "./runtime/guards.js";
export { matchErrorCode, matchSomeErrorCodes } from "./runtime/match.js";
export type { ErrorCodeHandlers, MissingHandlers, OtherwiseHandler, UndocumentedHandlers } from "./runtime/match.js";
export type { CodeDescription, ErrorCodeInfo, Language, RetryableClass, RetryClass, RetryEvidence, RetryInfo, ServiceTable } from "./runtime/types.js";
export type { ServiceId } from "./service-ids.js";`;

function fileOf(
  path: string,
  sources: readonly string[],
  parts: { readonly declarations: readonly Statement[]; readonly rows: Readonly<Record<string, string>> },
): CodeFile {
  return { path, sources, names: {}, ...parts };
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
