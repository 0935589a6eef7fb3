import { isServiceId, parsePageName } from "../catalog/page-name.js";

const DOMAIN = /\b([a-z][a-z0-9]{0,63})(?:\.[a-z0-9-]{1,63}){0,2}\.tencentcloudapi\.com\b/g;

/** Services whose names are everyday words in the names of files. */
const EVERYDAY_WORDS: ReadonlySet<string> = new Set(["api", "as", "config", "domain", "es", "ic", "live", "market", "ms", "region"]);

/**
 * The service that a page is about: what its text says, else its file's name, else what the user says.
 *
 * @param known the SDK's names of the services that are known; empty if none are
 * @param told what the user says
 */
export function serviceOfPage(text: string, file: string, known: ReadonlySet<string>, told: string | undefined): string | undefined {
  return serviceInText(text, known) ?? serviceInName(file, known) ?? told;
}

/** A page about one service names one API domain; a page that names several says nothing. */
function serviceInText(text: string, known: ReadonlySet<string>): string | undefined {
  const named = new Set<string>();
  for (const [, service = ""] of text.matchAll(DOMAIN)) if (known.size === 0 || known.has(service)) named.add(service);
  return named.size === 1 ? [...named][0] : undefined;
}

function serviceInName(file: string, known: ReadonlySet<string>): string | undefined {
  const exact = parsePageName(file)?.service;
  if (exact !== undefined) return exact;
  const stem = (file.split(/[\\/]/).at(-1) ?? "").replace(/\.[a-z]{1,8}$/i, "").toLowerCase();
  if (known.has(stem)) return stem;
  const words = stem.split(/[^a-z0-9]+/).filter((word) => isServiceId(word) && known.has(word) && !EVERYDAY_WORDS.has(word));
  return new Set(words).size === 1 ? words[0] : undefined;
}
