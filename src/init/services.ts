import { readFileSync, statSync } from "node:fs";

import { compare } from "../catalog/order.js";
import { writtenFiles } from "./places.js";

const source = /\.(?:[cm]?[jt]s|[jt]sx|vue|svelte)$/;
/** Larger files are bundles, not what somebody wrote. */
const largestSource = 1024 * 1024;

const perServicePackage = /\btencentcloud-sdk-nodejs(?:-intl-en)?-(?<service>[a-z0-9]+)\b/g;
const serviceFolder = /\btencentcloud-sdk-nodejs(?:-intl-en|-[a-z0-9]+)?\/tencentcloud\/services\/(?<service>[a-z0-9]+)\b/g;
const codeMapModule = /["']tencentcloud-error-codes\/(?<service>[a-z0-9]+)["']/g;
const endpoint = /\b(?<service>[a-z0-9]+)(?:\.[a-z0-9-]+)?(?:\.internal)?\.tencentcloudapi\.com\b/g;
const clientPath = /\b(?<service>[a-z][a-z0-9]*)\.v\d{8}\b/g;
const sdkNames = /(?:import|const|let|var)\s*\{(?<names>[^{}]*)\}\s*(?:from|=\s*require\()\s*["']tencentcloud-sdk-nodejs(?:-intl-en)?["']/g;

/** The names that a text gives to services of the SDK: by imports, clients and endpoints. Some may be no services. */
export function servicesIn(text: string): ReadonlySet<string> {
  const found = new Set<string>();
  for (const pattern of [perServicePackage, serviceFolder, codeMapModule, endpoint]) {
    for (const { groups } of text.matchAll(pattern)) if (groups?.["service"] !== undefined) found.add(groups["service"]);
  }
  if (!text.includes("tencentcloud-sdk-nodejs")) return found;
  for (const { groups } of text.matchAll(clientPath)) if (groups?.["service"] !== undefined) found.add(groups["service"]);
  for (const { groups } of text.matchAll(sdkNames)) {
    for (const name of (groups?.["names"] ?? "").split(",")) found.add(/^(?:type\s)?\s*(?<name>[\w$]*)/.exec(name.trim())?.groups?.["name"] ?? "");
  }
  return found;
}

/**
 * The services that the code in a folder uses already.
 *
 * @param dependencies the packages that the project asks for: the SDK has one for each service too
 * @param isService whether a name is that of a service
 */
export function usedServices(folder: string, dependencies: Iterable<string>, isService: (name: string) => boolean): readonly string[] {
  const found = new Set(servicesIn([...dependencies].join("\n")));
  for (const file of sourceFiles(folder)) for (const service of servicesIn(readFileSync(file, "utf8"))) found.add(service);
  return [...found].filter(isService).sort(compare);
}

function sourceFiles(folder: string): readonly string[] {
  return [...writtenFiles(folder)].filter((file) => source.test(file) && statSync(file).size <= largestSource);
}
