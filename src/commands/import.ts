import { existsSync } from "node:fs";
import { join } from "node:path";

import { renderAnomalies } from "../catalog/anomalies-report.js";
import { diffCatalogs, hasVanishedCodes, isSame, type CatalogDiff } from "../catalog/diff.js";
import { renderDiff } from "../catalog/diff-render.js";
import { loadRetryPolicy } from "../catalog/retry.js";
import { requireCatalog, slashed } from "../catalog/files.js";
import { InputError } from "../catalog/input-error.js";
import { printable, printableJson, quoted } from "../catalog/printable.js";
import { isCommit, isDay } from "../catalog/stamp-forms.js";
import { readState, toCatalog, type CatalogState } from "../store/read/state.js";
import { withCatalogLocked } from "../store/write/lock.js";
import { textsOf, writeTexts } from "../store/write/texts.js";
import { findSources, type FoundSources } from "./import/find-sources.js";
import { readSources, type ReadResult } from "./import/read-sources.js";
import { toldServices, type TellService } from "./import/told-services.js";
import { countSdk, describeTotals } from "./import/totals.js";
import { print, printError } from "./print.js";

/** What the user asked of `import`. */
export interface ImportOptions {
  /** The catalog's folder; `catalog` by default. Created if it is not there. */
  readonly catalog?: string;
  /** The service of pages that do not tell it: `<name>`, or `<folder>=<name>` for those of one folder. */
  readonly service?: readonly string[];
  /** The commit and day of a checkout that has no `.git`. */
  readonly commit?: string;
  readonly date?: string;
  /** Whether to keep the SDK's descriptions of the codes. */
  readonly descriptions?: boolean;
  /** Whether the sources replace what the catalog had of them: prints the difference as Markdown and refuses to lose codes. */
  readonly refresh?: boolean;
  /** With `refresh`: whether codes may vanish. */
  readonly allowVanished?: boolean;
  /** Whether nothing is written when a page or a row cannot be read. */
  readonly strict?: boolean;
  readonly json?: boolean;
}

/**
 * Adds documentation pages, folders of them, or checkouts of the Go SDK to a catalog.
 *
 * @returns the exit code: 0; 1 when a page or a row could not be read or a refresh would lose codes; 2 when nothing came in
 * @throws InputError when a source or the catalog cannot be used; then nothing was written
 */
export async function runImport(sources: readonly string[], options: ImportOptions): Promise<number> {
  const directory = options.catalog ?? "catalog";
  requireOptions(options);
  const service = toldServices(options.service ?? []);
  const found = findSources(sources);
  if (existsSync(directory)) requireCatalog(directory);
  const done = withCatalogLocked(directory, () => importInto(directory, found, service, options));
  report(done, directory, options);
  return done.refusal?.exitCode ?? (done.read.errors.length > 0 ? 1 : 0);
}

/** What an import came to. */
interface Done {
  readonly read: ReadResult;
  readonly diff: CatalogDiff;
  /** Why nothing was written. */
  readonly refusal?: Refusal;
  /** How many files were changed. */
  readonly files: number;
}

interface Refusal {
  readonly reason: string;
  readonly exitCode: number;
}

function requireOptions({ commit, date }: ImportOptions): void {
  if (commit !== undefined && !isCommit(commit)) throw new InputError(`${quoted(commit)} is no id of a commit; an id has 7 to 64 hexadecimal digits.`, { file: "--commit" });
  if (date !== undefined && !isDay(date)) throw new InputError(`${quoted(date)} is no day; write it as YYYY-MM-DD.`, { file: "--date" });
}

/** The catalog must be locked: what is written rests on what is read here. */
function importInto(directory: string, found: FoundSources, service: TellService, options: ImportOptions): Done {
  const before = readState(directory);
  const read = readSources(found, before, { ...options, service, descriptions: options.descriptions ?? false, dropServices: options.refresh ?? false });
  const after = toCatalog(read.state, directory);
  const policy = loadRetryPolicy(directory);
  const diff = diffCatalogs({ catalog: toCatalog(before, directory), policy }, { catalog: after, policy });
  const refusal = refusalOf(read, diff, options);
  if (refusal !== undefined) return { read, diff, refusal, files: 0 };
  const texts = new Map([...textsOf(read.state), ["ANOMALIES.md", renderAnomalies(relocated(read.state, directory))]]);
  return { read, diff, files: writeTexts(directory, textsOf(before), texts) };
}

function report({ read, diff, refusal, files }: Done, directory: string, options: ImportOptions): void {
  if (options.json === true) print(jsonReport(read, diff, refusal === undefined));
  else if (cameIn(read)) printReport(read, diff, `${counted(files, "file")} changed in ${printable(directory)}.`, options.refresh ?? false);
  else for (const { file, reason } of read.skipped) printError(`${printable(file)}: ${reason}\n`);
  for (const error of read.errors) printError(`${error.line}\n`);
  if (refusal !== undefined) printError(`${refusal.reason}\n`);
}

/** Why nothing is written; undefined where it is. */
function refusalOf(read: ReadResult, diff: CatalogDiff, options: ImportOptions): Refusal | undefined {
  if (!cameIn(read)) {
    return { reason: "Nothing came in; the catalog is as it was.", exitCode: 2 };
  }
  if (options.strict === true && read.errors.length > 0) {
    return { reason: "Not all of it could be read; nothing was written. Without --strict the rest comes in.", exitCode: 2 };
  }
  if (options.refresh === true && options.allowVanished !== true && hasVanishedCodes(diff)) {
    return { reason: "Documented codes would vanish; nothing was written. Pass --allow-vanished if that is meant.", exitCode: 1 };
  }
  return undefined;
}

function cameIn(read: ReadResult): boolean {
  return read.sdks.length + read.errorCodePages + read.apiPages > 0;
}

/** The catalog as it will be read from its own files, whose paths differ from those of the sources. */
function relocated(state: CatalogState, directory: string): ReturnType<typeof toCatalog> {
  const pages = [...state.pages].map(([name, page]): [string, typeof page] => {
    const file = slashed(join(directory, "documents", name));
    const anomalies = page.fragment.anomalies.map((anomaly) => ({ ...anomaly, at: { ...anomaly.at, file } }));
    return [name, { ...page, fragment: { ...page.fragment, file, anomalies } }];
  });
  return toCatalog({ ...state, pages: new Map(pages) }, directory);
}

/** Prints what was read and what that changes. What a refresh changes is a text to keep: it alone goes to the standard output. */
function printReport(read: ReadResult, diff: CatalogDiff, written: string, isRefresh: boolean): void {
  const notes = notesAbout(read);
  if (isRefresh) {
    printError(`${[...notes, written].join("\n")}\n`);
    print(renderDiff(diff, "markdown"));
  } else {
    const changes = isSame(diff) ? [] : ["", renderDiff(diff, "text")];
    print(`${[...notes, ...changes, written].join("\n")}\n`);
  }
}

function notesAbout(read: ReadResult): string[] {
  const lines = read.sdks.map((sdk) => {
    const commit = sdk.commit === undefined ? "an unknown commit; pass --commit and --date to record it" : `commit ${sdk.commit} of ${sdk.date ?? "an unknown day"}`;
    return `${sdk.repository}, ${commit}: ${describeTotals(countSdk(read.state.facts.values(), sdk.repository))}.`;
  });
  if (read.errorCodePages + read.apiPages > 0) {
    lines.push(`Read ${counted(read.errorCodePages, "page")} of error codes and ${counted(read.apiPages, "page")} of single actions.`);
  }
  for (const { folder, files, service } of read.taken) {
    lines.push(`${folder}: ${counted(files.length, "page")} without a service taken for ${String(service)}, as the actions there are.`);
  }
  for (const { file, reason } of read.skipped) lines.push(`${file}: skipped: ${reason}`);
  for (const { at, message } of read.anomalies) lines.push(`${at.file}:${at.line}:${at.column}: anomaly: ${message}`);
  return lines.map(printable);
}

function counted(count: number, noun: string): string {
  return `${String(count)} ${noun}${count === 1 ? "" : "s"}`;
}

function jsonReport(read: ReadResult, diff: CatalogDiff, written: boolean): string {
  const { sdks, errorCodePages, apiPages, taken, skipped, anomalies } = read;
  return printableJson({
    sdks: sdks.map((sdk) => ({ ...sdk, totals: countSdk(read.state.facts.values(), sdk.repository) })),
    errorCodePages,
    apiPages,
    taken,
    skipped,
    errors: read.errors.map((error) => error.line),
    anomalies,
    written,
    changes: JSON.parse(renderDiff(diff, "json")) as unknown,
  });
}
