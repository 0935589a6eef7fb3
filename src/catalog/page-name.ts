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

/** Reads `<service>.<lang>.md`; undefined for any other name. */
export function parsePageName(path: string): PageName | undefined {
  const [service, lang, extension, ...rest] = (path.split(/[\\/]/).at(-1) ?? "").split(".");
  const language = LANGUAGES.find((known) => known === lang);
  if (service === undefined || language === undefined || extension !== "md" || rest.length > 0) return undefined;
  return isServiceId(service) ? { service, language } : undefined;
}

/** The name of a page in a catalog. */
export function pageName(service: string, language: Language): string {
  return `${service}.${language}.md`;
}
