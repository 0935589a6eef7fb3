import { distance } from "fastest-levenshtein";

import { InputError } from "../catalog/input-error.js";
import { isServiceId, parsePageName } from "../catalog/page-name.js";
import type { Page } from "./page.js";

/** In examples the question mark can be missing: `cbs.tencentcloudapi.comAction=…`. */
const DOMAIN = /\b([a-z][a-z0-9]{0,63})(?:\.[a-z0-9-]{1,63}){0,2}\.tencentcloudapi\.com(?:\b|(?=Action=))/g;

/** Services whose names are everyday words in the names of files. */
const EVERYDAY_WORDS: ReadonlySet<string> = new Set(["api", "as", "config", "domain", "es", "ic", "live", "market", "ms", "region"]);

/** What is known about services besides what a page says. */
export interface KnownServices {
  /** The SDK's names of them; empty if none are. */
  readonly services: ReadonlySet<string>;
  /** Services by the number of their documentation, where no other service has the same. */
  readonly products?: ReadonlyMap<number, string>;
  /** What the user says about pages that do not tell their service. */
  readonly service?: string | undefined;
}

/**
 * The service of an API page: that of the first API domain in its text, which is the one that it tells to call.
 * A domain in an example may be another service's by mistake.
 */
export function serviceOfApiPage({ text, product }: Page, { products, service }: KnownServices): string | undefined {
  return text.matchAll(DOMAIN).next().value?.[1] ?? products?.get(product ?? 0) ?? service;
}

/**
 * The service of a page of error codes: by the one API domain in its text, by where it was saved from, by its file's
 * name, or as the user says. A page that names the domains of several services is about none of them.
 *
 * @throws InputError when the file's name misspells a service
 */
export function serviceOfCodePage({ text, file, product }: Page, known: KnownServices): string | undefined {
  return serviceInText(text, known.services) ?? known.products?.get(product ?? 0) ?? serviceInName(file, known) ?? known.service;
}

function serviceInText(text: string, known: ReadonlySet<string>): string | undefined {
  const named = new Set<string>();
  for (const [, service = ""] of text.matchAll(DOMAIN)) if (known.size === 0 || known.has(service)) named.add(service);
  return named.size === 1 ? [...named][0] : undefined;
}

function serviceInName(file: string, { services, service }: KnownServices): string | undefined {
  const exact = parsePageName(file)?.service;
  if (exact !== undefined) {
    if (exact !== service) refuseMisspelt(exact, file, services);
    return exact;
  }
  const stem = (file.split(/[\\/]/).at(-1) ?? "").replace(/\.[a-z]{1,8}$/i, "").toLowerCase();
  if (services.has(stem)) return stem;
  const words = stem.split(/[^a-z0-9]+/).filter((word) => isServiceId(word) && services.has(word) && !EVERYDAY_WORDS.has(word));
  return new Set(words).size === 1 ? words[0] : undefined;
}

/** A name that no service has is a new service's, unless it is a longer name that is one letter away from one: short names often are. */
function refuseMisspelt(name: string, file: string, services: ReadonlySet<string>): void {
  if (services.has(name) || name.length < 4) return;
  const meant = [...services].find((service) => distance(service, name) === 1);
  if (meant === undefined) return;
  throw new InputError(`No service is called "${name}", but one is called "${meant}"; name the file after that, or pass --service ${name} if it is new.`, { file, line: 1, column: 1 });
}
