import type { Language } from "../codemap/types.js";
import { LANGUAGES } from "./language.js";
import { quoted } from "./printable.js";

/** What the name `<service>.<lang>.md` of a page in a catalog says. */
export interface PageName {
  readonly service: string;
  readonly language: Language;
}

/** Files that the code map has beside the services'. */
const CODE_MAP_FILES: ReadonlySet<string> = new Set(["common", "guards", "index", "registry", "retry", "runtime"]);
/** Names of devices, which no file can have on Windows, whatever its extension. */
const DEVICE = /^(?:con|prn|aux|nul|(?:com|lpt)\d)$/;

/** Whether a text can be the SDK's name of a service, and the name of its files. */
export function isServiceId(text: string): boolean {
  return problemOfServiceId(text) === undefined;
}

/** Why a text cannot be the name of a service, as one sentence; undefined when it can. */
export function problemOfServiceId(text: string): string | undefined {
  if (!looksLikeServiceId(text)) return `${quoted(text)} is no name of a service; names have lower-case letters and digits only, such as "cbs".`;
  if (CODE_MAP_FILES.has(text)) return `${quoted(text)} cannot be the name of a service: the code map has a file of that name.`;
  return DEVICE.test(text) ? `${quoted(text)} cannot be the name of a service: Windows has no file of that name.` : undefined;
}

/** Whether a text has the form of a service's name, be it taken or not. */
export function looksLikeServiceId(text: string): boolean {
  return /^[a-z][a-z0-9]{0,63}$/.test(text);
}

/**
 * Reads `<service>.<lang>.md`, or `<service>.<number>.<lang>.md` for the second page of a service and language and those after it; undefined for any other name.
 *
 * @param path with forward slashes
 */
export function parsePageName(path: string): PageName | undefined {
  const [, service = "", lang] = /^([^.]+)(?:\.[2-9]|\.[1-9]\d{1,3})?\.([a-z]{2})\.md$/.exec(path.split("/").at(-1) ?? "") ?? [];
  const language = LANGUAGES.find((known) => known === lang);
  return language !== undefined && isServiceId(service) ? { service, language } : undefined;
}

/**
 * The name of a page in a catalog.
 *
 * @param number which of the service's pages in that language it is, from 1
 */
export function pageName(service: string, language: Language, number = 1): string {
  return number === 1 ? `${service}.${language}.md` : `${service}.${number}.${language}.md`;
}
