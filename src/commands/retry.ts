import { requireCatalog } from "../catalog/files.js";
import { familyOf } from "../catalog/model.js";
import { loadRetryPolicy } from "../catalog/retry.js";
import { censusOf } from "../catalog/retry-census.js";
import { retryEntries } from "../catalog/retry-entries.js";
import { printableJson } from "../catalog/printable.js";
import { unknownName } from "../catalog/unknown-name.js";
import { loadCatalog } from "../store/read/load.js";
import { catalogToRead } from "./paths.js";
import { print } from "./print.js";
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
  if (service !== undefined && !catalog.services.has(service)) throw unknownName("The catalog", "service", service, catalog.services.keys());
  const families = new Set(all.map(({ code }) => familyOf(code)));
  if (family !== undefined && !families.has(family)) throw unknownName("The catalog", "family", family, families);
  const entries = all.filter((entry) => (service ?? entry.service) === entry.service && (family ?? familyOf(entry.code)) === familyOf(entry.code));
  const census = censusOf(entries);
  print(json === true ? printableJson(census) : renderCensus(census, service !== undefined || family !== undefined));
  return 0;
}
