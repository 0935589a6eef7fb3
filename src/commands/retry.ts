import { requireCatalog } from "../catalog/files.js";
import { InputError } from "../catalog/input-error.js";
import { familyOf } from "../catalog/model.js";
import { nearestCodes } from "../catalog/nearest.js";
import { quoted } from "../catalog/printable.js";
import { loadRetryPolicy } from "../catalog/retry.js";
import { censusOf } from "../catalog/retry-census.js";
import { retryEntries } from "../catalog/retry-entries.js";
import { loadCatalog } from "../store/read/load.js";
import { catalogToRead } from "./paths.js";
import { renderCensus } from "./retry/render.js";

/** What the user asked of `retry`. */
export interface RetryOptions {
  readonly catalog?: string;
  readonly service?: string;
  readonly family?: string;
  readonly json?: boolean;
}

/**
 * Prints how many entries of the services' tables have which retry class, and by family and by service those that
 * have none; for one service or one family, their codes as well.
 *
 * @returns the exit code, 0
 * @throws InputError when the catalog cannot be used, or has no such service or family
 */
export async function runRetry({ catalog: told, service, family, json }: RetryOptions): Promise<number> {
  const directory = catalogToRead(told);
  requireCatalog(directory);
  const catalog = loadCatalog(directory);
  const all = retryEntries(catalog, loadRetryPolicy(directory));
  if (service !== undefined && !catalog.services.has(service)) throw unknown("service", service, catalog.services.keys());
  const families = new Set(all.map(({ code }) => familyOf(code)));
  if (family !== undefined && !families.has(family)) throw unknown("family", family, families);
  const entries = all.filter((entry) => (service ?? entry.service) === entry.service && (family ?? familyOf(entry.code)) === familyOf(entry.code));
  const census = censusOf(entries);
  process.stdout.write(json === true ? `${JSON.stringify(census, null, 2)}\n` : renderCensus(census, service !== undefined || family !== undefined));
  return 0;
}

function unknown(what: string, name: string, known: Iterable<string>): InputError {
  const nearest = nearestCodes(name, [...known]);
  return new InputError(`The catalog has no ${what} ${quoted(name)}.${nearest.length === 0 ? "" : ` Did you mean ${nearest.join(", ")}?`}`);
}
