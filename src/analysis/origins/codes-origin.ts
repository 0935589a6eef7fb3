import type { AnalyzedFile } from "../source/file.js";
import { actionsOf, anyAction, anyService, servicesOf, unionOfActions, unionOfServices, type Services } from "../knowledge/services.js";
import { importsOf } from "../values/import-paths.js";
import type { Calls, Part, SdkCall } from "./call.js";
import type { Origin } from "./origin.js";
import { rawCallsOf } from "./raw-calls.js";
import { isOfApi } from "./sent.js";

/** What is known of an error by its class, and of the calls that it can come from. */
export function narrowed(declared: Origin | undefined, byClass: Origin | undefined): Origin | undefined {
  if (byClass === undefined || declared === undefined || declared.services === anyService) return byClass;
  return { ...byClass, services: declared.services, actions: declared.actions };
}

/** The origin of the codes that stand at the end of the path to them. */
export function originOfParts(file: AnalyzedFile, parts: readonly Part[], along: Pick<Calls, "network" | "others"> = { network: false, others: false }): Origin | undefined {
  const here = parts.filter(({ names }) => names.length === 0);
  const found = here.flatMap(({ holds }) => ("codeOf" in holds ? [holds.codeOf] : []));
  const codes = found.flatMap<SdkCall | "unseen call">((code) => (code === "unseen call" ? (isNamedByFile(file) ? [code] : []) : code !== "call of others" && isOfApi(code) ? [code] : []));
  return codes.length === 0 ? undefined : originOfCodes(file, codes, { ...along, others: along.others || found.includes("call of others"), texts: here.flatMap(({ holds }) => ("text" in holds ? [holds.text] : [])) });
}

/** Whether a file names the API, so that a response which nothing but its form tells is the API's. */
export function isNamedByFile(file: AnalyzedFile): boolean {
  const { codeMap, sdk } = importsOf(file);
  return sdk || codeMap || rawCallsOf(file).seen;
}

/**
 * The origin of the codes of several calls.
 *
 * @param calls what else comes along with them
 */
export function originOfCodes(file: AnalyzedFile, codes: readonly (SdkCall | "unseen call")[], { network, others, texts }: Pick<Calls, "network" | "others" | "texts">): Origin {
  const seen = codes.filter((call) => call !== "unseen call");
  const isAllSeen = seen.length === codes.length;
  const services = seen.map(({ service }): Services => servicesOf(service));
  // Of a response of which only the name is seen, the file tells the service.
  if (!isAllSeen) services.push(rawCallsOf(file).services);
  const isClient = seen.every(({ isOwn, request }) => isOwn === true && request !== undefined);
  return {
    evidence: isClient ? "client" : "call",
    services: unionOfServices(services),
    actions: isAllSeen ? unionOfActions(seen.map(({ service, action }) => actionsOf(service, action))) : anyAction,
    besides: others ? "anything" : network || texts.length > 0 ? { texts, network } : "nothing",
  };
}
