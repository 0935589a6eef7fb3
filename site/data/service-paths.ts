import { loadFacts } from "./catalog.js";

/** A page of a service, with what stands in its file before anything is loaded. */
export interface ServicePath {
  readonly params: { readonly service: string };
  readonly content: string;
}

/**
 * One page for each service. Its codes stand in the file, for those who search the web and for those without scripts.
 * `SITE_SERVICES=cbs,tke` leaves the pages of all others out, which makes a build to try something with take half the time.
 */
export function servicePaths(): ServicePath[] {
  const chosen = process.env["SITE_SERVICES"]?.split(",");
  const services = loadFacts().services.filter(({ entry }) => chosen?.includes(entry.id) ?? true);
  return services.map(({ entry, codes }) => ({
    params: { service: entry.id },
    content: `<ul class="tags" v-pre>${codes.map(({ code }) => `<li><code>${escaped(code)}</code></li>`).join("")}</ul>`,
  }));
}

function escaped(text: string): string {
  return text.replaceAll("&", "&amp;").replaceAll("<", "&lt;");
}
