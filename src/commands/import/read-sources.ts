import type { SourceStamp } from "../../catalog/facts.js";
import { readGoSdk, type CheckoutFacts } from "../../documents/go-sdk/checkout.js";
import type { CatalogState } from "../../store/read/state.js";
import { StateChange } from "../../store/write/additions.js";
import type { FoundSources } from "./find-sources.js";
import { startProgress } from "./progress.js";
import { readPages, type PagesResult } from "./read-pages.js";
import type { TellService } from "./told-services.js";

export interface ReadOptions {
  readonly service: TellService;
  readonly commit?: string | undefined;
  readonly date?: string | undefined;
  readonly descriptions: boolean;
  /** Whether a service that a checkout no longer has is forgotten. */
  readonly dropServices: boolean;
}

/** What became of the sources. */
export interface ReadResult extends PagesResult {
  readonly state: CatalogState;
  readonly sdks: readonly SourceStamp[];
}

/** Reads all sources into a catalog's state. A page that cannot be read is an error; the others go on. */
export function readSources(found: FoundSources, before: CatalogState, options: ReadOptions): ReadResult {
  const change = new StateChange(before);
  const checkouts = found.checkouts.map((directory) => {
    const read = readCheckout(directory, options);
    for (const facts of read.services) change.addSdk(facts);
    if (options.dropServices) change.dropFromSdk(read.stamp.repository, new Set(read.services.map(({ service }) => service)));
    return read;
  });
  const pages = readPages(found, change, options.service);
  const anomalies = [...checkouts, pages].flatMap((read) => read.anomalies);
  return { ...pages, state: change.state, sdks: checkouts.map(({ stamp }) => stamp), anomalies };
}

function readCheckout(directory: string, { commit, date, descriptions }: ReadOptions): CheckoutFacts {
  const progress = startProgress(process.stderr, "Reading services");
  try {
    return readGoSdk(directory, { stamp: { commit, date }, descriptions, onService: (...step) => progress.step(...step) });
  } finally {
    progress.end();
  }
}
