import type { AnalyzedFile } from "../source/file.js";
import { actionsOf, anyAction, anyService, servicesOf, unionOfActions, unionOfServices, type Services } from "../knowledge/services.js";
import type { Calls, Part, SdkCall } from "./call.js";
import type { Origin } from "./origin.js";
import { namedServices, namesApi } from "./file-evidence.js";
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
  const codes = found.flatMap<SdkCall | "unseen call">((code) => (code === "unseen call" ? (namesApi(file) ? [code] : []) : code !== "call of others" && isOfApi(code) ? [code] : []));
  return codes.length === 0 ? undefined : originOfCodes(file, codes, { ...along, others: along.others || found.includes("call of others"), texts: here.flatMap(({ holds }) => ("text" in holds ? [holds.text] : [])) });
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
  if (!isAllSeen) services.push(namedServices(file));
  const isClient = seen.every(({ isOwn, request }) => isOwn === true && request !== undefined);
  return {
    evidence: isClient ? "client" : "call",
    services: unionOfServices(services),
    actions: isAllSeen ? unionOfActions(seen.map(({ service, action }) => actionsOf(service, action))) : anyAction,
    besides: others ? "anything" : network || texts.length > 0 ? { texts, network } : "nothing",
  };
}
