import { InputError } from "../catalog/input-error.js";
import type { Fragment } from "../catalog/model.js";
import { parsePageName } from "../catalog/page-name.js";
import { identifyApi, readApiBlocks } from "./api-page.js";
import { announcesServiceCodes, assignRoles, findCodeTables, readErrorCodeBlocks } from "./error-code-page.js";
import { parsePage } from "./markdown.js";
import { serviceOfPage } from "./service-of-page.js";

/** What became of a page: its facts, or why it holds none. */
export type PageResult =
  | { readonly kind: "read"; readonly fragment: Fragment }
  /** `reason` is a full sentence. */
  | { readonly kind: "skipped"; readonly reason: string };

export interface PageContext {
  /** The SDK's names of the services that are known. */
  readonly services: ReadonlySet<string>;
  /** What the user says about pages that do not tell their service. */
  readonly service?: string | undefined;
}

/**
 * Recognises what a page is and reads it.
 *
 * @throws InputError when a page about error codes cannot be read, or its service cannot be known
 */
export function readPage(text: string, file: string, context: PageContext): PageResult {
  const blocks = parsePage(text);
  const service = serviceOfPage(text, file, context.services, context.service);
  const api = identifyApi(blocks);
  if (api !== undefined) {
    return { kind: "read", fragment: readApiBlocks(blocks, text, file, { ...api, service: requireService(service, file, context) }) };
  }
  const tables = findCodeTables(blocks);
  if (tables.length === 0) return skipped("The page has no table of error codes.");
  if (tables.every(({ codeTable }) => codeTable.numeric)) return skipped("The page lists the numeric codes of the older API.");
  const roles = new Set(assignRoles(tables).map(({ role }) => role));
  const named = parsePageName(file) !== undefined;
  if (!roles.has("service") && !announcesServiceCodes(blocks) && !named) {
    return skipped("The page lists only the common error codes and says nothing about a service.");
  }
  if (!roles.has("common") && service === undefined) {
    return skipped("The page has no table of the gateway's codes, so it is not about error codes of API 3.0.");
  }
  return { kind: "read", fragment: readErrorCodeBlocks(blocks, text, file, { service: requireService(service, file, context) }) };
}

function requireService(service: string | undefined, file: string, { services, service: told }: PageContext): string {
  if (service === undefined) {
    throw new InputError(
      'The page does not say which service it is of; name the file "<service>.<lang>.md" or pass --service.',
      { file, line: 1, column: 1 },
    );
  }
  if (services.size > 0 && !services.has(service) && service !== told) {
    throw new InputError(`The service "${service}" is not among the ${services.size} that the catalog knows; pass --service ${service} if it is new.`, { file, line: 1, column: 1 });
  }
  return service;
}

function skipped(reason: string): PageResult {
  return { kind: "skipped", reason };
}
