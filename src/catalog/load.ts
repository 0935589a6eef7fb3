import { readErrorCodePage } from "../documents/error-code-page.js";
import { parsePageName } from "../documents/file-name.js";
import { factsToFragments } from "./facts-fragments.js";
import { parseFacts } from "./facts-read.js";
import type { ServiceFacts } from "./facts.js";
import { catalogFiles, readText, requireCatalog } from "./files.js";
import { InputError } from "./input-error.js";
import { mergeFragments } from "./merge.js";
import type { Catalog, Fragment } from "./model.js";
import { nearestCodes } from "./nearest.js";

/**
 * Reads a catalog directory: `documents/<service>.<lang>.md` and `services/<service>.json`.
 *
 * @param directory as the user gave it; positions in messages start with it
 * @throws InputError with file, line and column when anything in it cannot be used
 */
export function loadCatalog(directory: string): Catalog {
  requireCatalog(directory);
  const facts = readFacts(directory);
  const pages = readPages(directory);
  if (facts.size === 0 && pages.length === 0) {
    throw new InputError("The catalog holds no documents/<service>.<lang>.md and no services/<service>.json.", { file: directory });
  }
  refuseUnknownServices(pages, facts);
  return mergeFragments([...pages, ...[...facts].flatMap(([file, of]) => factsToFragments(of, file))]);
}

/** The pages of a catalog directory, read. Throws as `loadCatalog` does. */
export function readPages(directory: string): readonly Fragment[] {
  return catalogFiles(directory, "documents").map((file) => {
    requirePageName(file);
    return readErrorCodePage(readText(file), file);
  });
}

/** The facts files of a catalog directory by path, read. Throws as `loadCatalog` does. */
export function readFacts(directory: string): ReadonlyMap<string, ServiceFacts> {
  const files = catalogFiles(directory, "services").filter((file) => file.endsWith(".json"));
  return new Map(files.map((file) => [file, parseFacts(readText(file), file)]));
}

function requirePageName(file: string): void {
  if (parsePageName(file) !== undefined) return;
  const message = `A page in a catalog must be named "<service>.<lang>.md", with the SDK's name of the service and en, zh, ja or ko.`;
  throw new InputError(message, { file });
}

/** With a list of services at hand, a page of another service has a mistyped name. */
function refuseUnknownServices(pages: readonly Fragment[], facts: ReadonlyMap<string, ServiceFacts>): void {
  if (facts.size === 0) return;
  const known = new Set([...facts.values()].map(({ service }) => service));
  for (const { service, file } of pages) {
    if (known.has(service)) continue;
    const nearest = nearestCodes(service, known);
    const hint = nearest.length === 0 ? "" : ` Did you mean ${nearest.map((id) => `"${id}"`).join(" or ")}?`;
    throw new InputError(`The catalog's services have no "${service}".${hint}`, { file, line: 1, column: 1 });
  }
}
