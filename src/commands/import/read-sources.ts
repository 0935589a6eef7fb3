import type { SourceStamp } from "../../catalog/facts.js";
import { readText } from "../../catalog/files.js";
import { InputError } from "../../catalog/input-error.js";
import type { Anomaly, Fragment } from "../../catalog/model.js";
import { pageName } from "../../catalog/page-name.js";
import { servicesOf, type CatalogState } from "../../store/read/state.js";
import { StateChange } from "../../store/write/additions.js";
import { readGoSdk } from "../../documents/go-sdk/checkout.js";
import { readPage } from "../../documents/read-page.js";
import type { FoundSources } from "./find-sources.js";
import { startProgress } from "./progress.js";

export interface ReadOptions {
  readonly service?: string | undefined;
  readonly commit?: string | undefined;
  readonly date?: string | undefined;
  readonly descriptions: boolean;
  /** Whether a service that a checkout no longer has is forgotten. */
  readonly dropServices: boolean;
}

/** What became of the sources. */
export interface ReadResult {
  readonly state: CatalogState;
  readonly sdks: readonly SourceStamp[];
  readonly errorCodePages: number;
  readonly apiPages: number;
  readonly skipped: readonly { readonly file: string; readonly reason: string }[];
  readonly errors: readonly InputError[];
  readonly anomalies: readonly Anomaly[];
}

/** Reads all sources into a catalog's state. A page that cannot be read is an error; the others go on. */
export function readSources(found: FoundSources, before: CatalogState, options: ReadOptions): ReadResult {
  const change = new StateChange(before);
  const anomalies: Anomaly[] = [];
  const sdks = found.checkouts.map((directory) => {
    const progress = startProgress(process.stderr, "Reading services");
    const stamp = { commit: options.commit, date: options.date };
    const read = readGoSdk(directory, { stamp, descriptions: options.descriptions, onService: (...step) => progress.step(...step) });
    progress.end();
    for (const facts of read.services) change.addSdk(facts);
    if (options.dropServices) change.dropFromSdk(read.stamp.repository, new Set(read.services.map(({ service }) => service)));
    anomalies.push(...read.anomalies);
    return read.stamp;
  });
  const pages = readPages(found.pages, change, options.service);
  return { ...pages, state: change.state, sdks, anomalies: [...anomalies, ...pages.anomalies] };
}

type PagesResult = Omit<ReadResult, "state" | "sdks">;

function readPages(files: readonly string[], change: StateChange, service: string | undefined): PagesResult {
  const services = servicesOf(change.state);
  const progress = startProgress(process.stderr, "Reading pages");
  const skipped: { file: string; reason: string }[] = [];
  const errors: InputError[] = [];
  const anomalies: Anomaly[] = [];
  const written = new Map<string, { file: string; text: string }>();
  let apiPages = 0;
  files.forEach((file, index) => {
    try {
      const text = readText(file);
      const result = readPage(text, file, { services, service });
      if (result.kind === "skipped") skipped.push({ file, reason: result.reason });
      else {
        if (result.fragment.kind === "api-page") change.addApiPage(result.fragment);
        else addErrorCodePage(change, written, text, result.fragment);
        if (result.fragment.kind === "api-page") apiPages += 1;
        anomalies.push(...result.fragment.anomalies);
      }
    } catch (error) {
      if (!(error instanceof InputError)) throw error;
      errors.push(error);
    }
    progress.step(index + 1, files.length, file);
  });
  progress.end();
  return { errorCodePages: written.size, apiPages, skipped, errors, anomalies };
}

/** One page for each service and language: a second one of another text in the same run is an error. */
function addErrorCodePage(
  change: StateChange,
  written: Map<string, { file: string; text: string }>,
  text: string,
  fragment: Fragment,
): void {
  const name = pageName(fragment.service, fragment.language ?? "en");
  const earlier = written.get(name);
  if (earlier !== undefined && earlier.text !== text) {
    throw new InputError(`The page is another "${name}"; ${earlier.file} was read as that already.`, { file: fragment.file, line: 1, column: 1 });
  }
  written.set(name, { file: fragment.file, text });
  change.addErrorCodePage(text, fragment);
}
