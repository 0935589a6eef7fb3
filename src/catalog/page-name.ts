import type { Language } from "../codemap/types.js";
import { LANGUAGES } from "./language.js";

/** What the name `<service>.<lang>.md` of a page in a catalog says. */
export interface PageName {
  readonly service: string;
  readonly language: Language;
}

/** Whether a text can be the SDK's name of a service: lower-case letters and digits. */
export function isServiceId(text: string): boolean {
  return /^[a-z][a-z0-9]{0,63}$/.test(text);
}

/** Reads `<service>.<lang>.md`, or `<service>.<number>.<lang>.md` for the second page of a service and language and those after it; undefined for any other name. */
export function parsePageName(path: string): PageName | undefined {
  const [, service = "", lang] = /^([^.]+)(?:\.[2-9]|\.[1-9]\d{1,3})?\.([a-z]{2})\.md$/.exec(path.split(/[\\/]/).at(-1) ?? "") ?? [];
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
