import { resolve } from "node:path";

import { decode, isBinary } from "../../catalog/encoding.js";
import { readBytes } from "../../catalog/files.js";
import { InputError } from "../../catalog/input-error.js";
import type { Anomaly, Fragment } from "../../catalog/model.js";
import { groupBy } from "../../catalog/order.js";
import { problemOfServiceId } from "../../catalog/page-name.js";
import { printable } from "../../catalog/printable.js";
import { readErrorCodePage } from "../../documents/error-code-page.js";
import { readPage, type PageRead } from "../../documents/read-page.js";
import { productsOf, servicesOf, type CatalogPage } from "../../store/read/state.js";
import type { StateChange } from "../../store/write/additions.js";
import { untoldFolders, type UntoldFolder } from "./folder-services.js";
import type { FoundSources } from "./find-sources.js";
import { startProgress } from "./progress.js";
import type { TellService } from "./told-services.js";

/** What became of the pages. */
export interface PagesResult {
  readonly errorCodePages: number;
  readonly apiPages: number;
  readonly skipped: readonly { readonly file: string; readonly reason: string }[];
  /** Pages and rows that could not be read; the other rows of a page were. */
  readonly errors: readonly InputError[];
  readonly anomalies: readonly Anomaly[];
  /** Folders whose pages do not all tell their service, and which it was taken to be. */
  readonly taken: readonly UntoldFolder[];
}

interface SourcePage extends PageRead {
  readonly source: string;
}

interface ReadFiles extends Pick<PagesResult, "skipped" | "errors"> {
  readonly pages: readonly SourcePage[];
}

/** Reads all pages into a catalog's state. One that cannot be read is an error; the others go on. */
export function readPages(found: FoundSources, change: StateChange, tell: TellService): PagesResult {
  const own = new Set([...change.state.pages.values()].map((page) => resolve(page.fragment.file)));
  const { pages, skipped, errors } = readFiles(found, change, tell);
  const folders = untoldFolders(pages.map((page) => page.fragment));
  const services = new Map(folders.flatMap(({ files: untold, service }) => untold.map((file) => [file, service])));
  const placed = pages.flatMap((page) => {
    const service = services.has(page.fragment.file) ? services.get(page.fragment.file) : page.fragment.service;
    return service === undefined ? [] : [{ ...page, fragment: { ...page.fragment, service } }];
  });
  const apiPages = placed.filter((page) => page.fragment.kind === "api-page");
  const codePages = placed.filter((page) => page.fragment.kind !== "api-page");
  for (const { fragment } of apiPages) change.addApiPage(fragment);
  const { added, failed } = readAgain(codePages);
  addCodePages(added, change, own);
  const unknown = folders.filter(({ service }) => service === undefined).map(askForService);
  return {
    errorCodePages: added.length,
    apiPages: apiPages.length,
    skipped,
    errors: [...errors, ...placed.flatMap((page) => page.badRows), ...failed, ...unknown],
    anomalies: placed.flatMap((page) => page.fragment.anomalies),
    taken: folders.filter(({ service }) => service !== undefined),
  };
}

function readFiles(found: FoundSources, change: StateChange, tell: TellService): ReadFiles {
  const known = { services: servicesOf(change.state), products: productsOf(change.state) };
  const progress = startProgress(process.stderr, "Reading pages");
  const pages: SourcePage[] = [];
  const skipped: { file: string; reason: string }[] = [];
  const errors = [...found.refused];
  const read = (file: string): void => {
    try {
      const source = readSource(file);
      const result = readPage(source, file, { ...known, service: tell(file) });
      if (result.kind === "skipped") skipped.push({ file, reason: result.reason });
      else {
        requireServiceId(result.fragment);
        pages.push({ ...result, source });
      }
    } catch (error) {
      if (!(error instanceof InputError)) throw error;
      errors.push(error);
    }
  };
  try {
    found.pages.forEach((file, index) => {
      read(file);
      progress.step(index + 1, found.pages.length, printable(file));
    });
  } finally {
    progress.end();
  }
  return { pages, skipped, errors };
}

/** A file's text. What is no text at all is left to the reader, which may know what it is. */
function readSource(file: string): string {
  const bytes = readBytes(file);
  return isBinary(bytes) ? bytes.toString("utf8") : decode(bytes, file);
}

function requireServiceId({ service, file }: Fragment): void {
  const problem = service === "" ? undefined : problemOfServiceId(service);
  if (problem !== undefined) throw new InputError(problem, { file, line: 1, column: 1 });
}

/** Pages as a catalog keeps them: positions in it are those of the text that it keeps, which can be too long to be read. */
function readAgain(pages: readonly SourcePage[]): { readonly added: readonly CatalogPage[]; readonly failed: readonly InputError[] } {
  const added: CatalogPage[] = [];
  const failed: InputError[] = [];
  for (const { fragment, text, source } of pages) {
    const { file, service, language = "en" } = fragment;
    try {
      const kept = text === source ? fragment : readErrorCodePage(text, file, { service });
      added.push({ text, fragment: { ...kept, language } });
    } catch (error) {
      if (!(error instanceof InputError)) throw error;
      failed.push(new InputError(`The page cannot be kept as Markdown: ${error.message}`, { file }));
    }
  }
  return { added, failed };
}

/**
 * All pages of one service and language are kept side by side; the same page twice is one.
 *
 * @param own the paths of the pages that the catalog has: where nothing else comes in, they replace none of each other
 */
function addCodePages(pages: readonly CatalogPage[], change: StateChange, own: ReadonlySet<string>): void {
  const groups = groupBy(pages, ({ fragment }) => `${fragment.service}.${fragment.language ?? "en"}`);
  for (const group of groups.values()) {
    if (group.every(({ fragment }) => own.has(resolve(fragment.file)))) continue;
    change.addErrorCodePages([...new Map(group.map((page) => [page.text, page])).values()]);
  }
}

/** One question for all pages of a folder. */
function askForService({ folder, files }: UntoldFolder): InputError {
  const [first = folder, ...others] = files;
  if (others.length === 0) {
    const message = 'The page does not say which service it is of; name the file "<service>.<lang>.md" or pass --service <name>.';
    return new InputError(message, { file: first, line: 1, column: 1 });
  }
  // Whoever copies a name with marks of the shell into a command would have it obeyed.
  const shown = /["$`\\!]/.test(folder) ? "<folder>" : folder;
  return new InputError(`${files.length} pages do not say which service they are of; pass --service "${shown}=<name>". The first is ${first}.`, { file: folder });
}
