import type { TSESTree } from "@typescript-eslint/utils";
import type { AnalyzedFile } from "../source/file.js";
import { isService } from "../knowledge/documented-codes.js";
import { serviceOfCapi } from "../knowledge/sdk.js";
import { partAt } from "../values/constants.js";
import { modulePath } from "../values/import-paths.js";
import type { Client } from "./client.js";
import { nothingSeen, serviceOf } from "./requests.js";
import { textsAt, unknownText, type Text } from "./texts.js";

/**
 * What is known of a client by the name of its package alone: `new CloudApiService({ service: "scf" })`,
 * `ApiFactory({ serviceType: ServiceType.faas, … })`. It sends to a host of the API, whatever else its options say.
 *
 * @param options what it is made with; undefined where that is not seen
 */
export function requestClient(file: AnalyzedFile, options: TSESTree.Node | undefined): Client {
  const services = options === undefined ? [unknownText] : servicesIn(file, options);
  const hosts = services.map((service): Text => [...service, ".tencentcloudapi.com"]);
  return { service: serviceOf({ ...nothingSeen, hosts }), hosts, isOwn: true };
}

function servicesIn(file: AnalyzedFile, options: TSESTree.Node): readonly Text[] {
  const typed = partAt(file, options, ["serviceType"]);
  const named = typed === undefined ? undefined : modulePath(file, typed);
  const service = named === undefined ? undefined : serviceOfCapi(named.module, named.path);
  return service !== undefined && isService(service) ? [[service]] : textsAt(file, options, [typed === undefined ? "service" : "serviceType"]);
}
