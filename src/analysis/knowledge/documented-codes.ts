import type { ErrorCodeInfo, RetryClass, ServiceTable } from "tencentcloud-error-codes";
import { retryClassByName } from "./code-map.js";
import { familyOf } from "../../codemap/families.js";
import { factsInUse } from "./in-use.js";
import { anyAction, anyService, type Actions, type ActionRef, type Service, type Services } from "./services.js";

export { familyOf };

/** The gateway's codes, which any service can return. */
export function commonErrorCodes(): ReadonlyMap<string, ErrorCodeInfo> {
  return factsInUse().commonCodes();
}

export function isService(id: string): boolean {
  return factsInUse().serviceIds().has(id);
}

/** The table of one service; undefined for a name that no service has. */
export function serviceTable(id: string): ServiceTable | undefined {
  return isService(id) ? factsInUse().codeMap.table(id) : undefined;
}

/** The services whose own tables list a code; not told for common codes, which all can return. */
export function servicesDocumenting(code: string): readonly string[] {
  return factsInUse().codeMap.servicesDocumenting(code);
}

/** The services that document an action of a name. */
export function servicesWithAction(action: string): readonly string[] {
  return factsInUse().servicesWithAction(action);
}

/** Every code of every service, the common ones included. */
export function allCodes(): readonly string[] {
  return factsInUse().allCodes();
}

/** Whether any documented code is this family or stands in it. */
export function isDocumentedFamily(family: string): boolean {
  return factsInUse().families().has(family);
}

/** The services, where all of them have tables: one that is newer than the catalog may document anything. */
function withTables(services: Services): Services {
  return services !== anyService && services.length > 0 && services.every(isService) ? services : anyService;
}

/**
 * Whether a code is documented for at least one of the services; for any at all when they are not known.
 *
 * @example
 * isDocumented("InvalidDisk.Busy", ["cbs"]); // true
 * isDocumented("InvalidDisk.Bsy", anyService); // false
 */
export function isDocumented(code: string, services: Services): boolean {
  if (commonErrorCodes().has(code)) return true;
  const known = withTables(services);
  if (known === anyService) return servicesDocumenting(code).length > 0;
  return known.some((service) => Object.hasOwn(serviceTable(service)?.codes ?? {}, code));
}

/** Whether a code is documented for at least one of the actions; true where an action's list is not known. */
export function isDocumentedForActions(code: string, actions: readonly ActionRef[]): boolean {
  if (commonErrorCodes().has(code)) return true;
  return actions.some(({ service, action }) => {
    const lists = serviceTable(service)?.actions;
    const list = lists !== undefined && Object.hasOwn(lists, action) ? lists[action] : undefined;
    return list === undefined || list.length === 0 || list.includes(code);
  });
}

/** The codes that can come from the services, the common ones included; every code when they are not known. */
export function codesOf(services: Services): readonly string[] {
  const known = withTables(services);
  return known === anyService ? allCodes() : factsInUse().codesOf(known);
}

/**
 * How a family is documented: the bare family and the codes below it.
 *
 * - `alone`: only the bare family
 * - `with-subcodes`: the bare family and codes below it
 * - `subcodes-only`: only codes below it
 * - `not`: nothing of it
 */
export type FamilyForm = "alone" | "not" | "subcodes-only" | "with-subcodes";

export interface FamilyFacts {
  readonly form: FamilyForm;
  /** In plain order. */
  readonly subcodes: readonly string[];
}

/** How the services document a family; for given actions, how their lists do. Undefined where no document can be asked. */
export function familyFacts(family: string, services: Services, actions: Actions): FamilyFacts | undefined {
  const known = withTables(services);
  if (known === anyService) return undefined;
  const codes = new Set(actionCodes(actions) ?? codesOf(known));
  const subcodes = [...codes].filter((code) => code.startsWith(`${family}.`)).sort();
  if (subcodes.length === 0) return { form: codes.has(family) ? "alone" : "not", subcodes };
  return { form: codes.has(family) ? "with-subcodes" : "subcodes-only", subcodes };
}

/** The subcodes of a family that the gateway answers with, whatever the service. */
export function gatewaySubcodes(family: string): readonly string[] {
  return [...commonErrorCodes().keys()].filter((code) => code.startsWith(`${family}.`)).sort();
}

/** Whether an action has the parameter `ClientToken`; undefined where the code map does not tell, or does not know the action. */
export function takesClientToken(service: Service, action: string): boolean | undefined {
  return service !== anyService && isService(service) ? factsInUse().codeMap.takesClientToken(service, action) : undefined;
}

/** Whether an action only looks something up; undefined where the code map does not tell, or does not know the action. */
export function onlyReads(service: Service, action: string): boolean | undefined {
  return service !== anyService && isService(service) ? factsInUse().codeMap.onlyReads(service, action) : undefined;
}

/** The codes that the actions list, the common ones included; undefined where one of the lists is not known. */
export function actionCodes(actions: Actions): readonly string[] | undefined {
  if (actions === anyAction || actions.length === 0) return undefined;
  const codes = new Set(commonErrorCodes().keys());
  for (const { service, action } of actions) {
    const lists = serviceTable(service)?.actions;
    const list = lists !== undefined && Object.hasOwn(lists, action) ? lists[action] : undefined;
    if (list === undefined || list.length === 0) return undefined;
    for (const code of list) codes.add(code);
  }
  return [...codes];
}

/** The services that document all of the codes; empty where no service documents one of them that is not common. */
export function servicesOfMembers(codes: readonly string[]): readonly string[] {
  const lists = codes.filter((code) => !commonErrorCodes().has(code)).map(servicesDocumenting);
  const [first, ...others] = lists;
  return first?.filter((service) => others.every((list) => list.includes(service))) ?? [];
}

/** Retry classes that overrule the tables, by code or by family (`ResourceNotFound.*`). */
export interface RetryClassSettings {
  readonly retryClasses: Readonly<Record<string, string>>;
}

/** What a code's retry class is for the services: theirs where they agree, "unclassified" where they do not. */
export function retryClassOf(code: string, services: Services, settings: RetryClassSettings): RetryClass {
  const set = settingFor(code, settings);
  if (set !== undefined) return set;
  const known = withTables(services);
  if (known === anyService) return factsInUse().classAnywhere(code);
  const classes = new Set<RetryClass>();
  for (const service of known) {
    const codes = serviceTable(service)?.codes ?? {};
    const info = Object.hasOwn(codes, code) ? codes[code] : undefined;
    if (info !== undefined) classes.add(info.retry.class);
  }
  const [only, second] = classes;
  if (only === undefined) return retryClassByName(code);
  return second === undefined ? only : "unclassified";
}

const retryClasses: ReadonlySet<string> = new Set<RetryClass>(["throttled", "transient", "pending", "renew", "permanent", "unclassified"]);

function settingFor(code: string, { retryClasses: set }: RetryClassSettings): RetryClass | undefined {
  const named = Object.hasOwn(set, code) ? set[code] : set[`${familyOf(code)}.*`];
  return named !== undefined && retryClasses.has(named) ? (named as RetryClass) : undefined;
}
