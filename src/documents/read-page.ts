import type { InputError } from "../catalog/input-error.js";
import type { Fragment } from "../catalog/model.js";
import { parsePageName } from "../catalog/page-name.js";
import { identifyApi, readApiPage } from "./api-page.js";
import { announcesServiceCodes, assignRoles, codesIn, findCodeTables, readOpenErrorCodePage, type PlacedTable } from "./error-code-page.js";
import { looksLikeGatewayTable } from "./gateway-codes.js";
import { openPage, type Page } from "./page.js";
import { renderPage } from "./render-page.js";
import { serviceOfApiPage, serviceOfCodePage, type KnownServices } from "./service-of-page.js";
import { whatItIs } from "./what-it-is.js";

/** A page that holds facts. */
export interface PageRead {
  readonly kind: "read";
  /** Its service is empty where the page does not tell it. */
  readonly fragment: Fragment;
  /** Rows that hold no code; the fragment has the others. */
  readonly badRows: readonly InputError[];
  /** What a catalog keeps of it: the page as published, or its headings and tables where it is HTML or has bad rows. */
  readonly text: string;
}

/** What became of a page: its facts, or why it holds none. */
export type PageResult =
  | PageRead
  /** `reason` is a full sentence. */
  | { readonly kind: "skipped"; readonly reason: string };

const NUMERIC = "The page lists the numeric codes of the older API.";

/**
 * Recognises what a page is and reads it.
 *
 * @param source the file's text: Markdown as published, or HTML as saved from a browser
 * @param file its path; `<service>.<lang>.md` names service and language
 * @throws InputError when the page cannot be read at all
 */
export function readPage(source: string, file: string, known: KnownServices): PageResult {
  const page = openPage(source, file);
  const badRows: InputError[] = [];
  const onBadRow = (error: InputError): number => badRows.push(error);
  const tables = findCodeTables(page.blocks);
  const api = listsAllCodes(tables) ? undefined : identifyApi(page);
  if (api !== undefined) {
    if (listsNumbers(tables)) return skipped(NUMERIC);
    const service = serviceOfApiPage(page, known) ?? "";
    if (service === "" && api.version === "") return skipped("The page names neither an API domain nor an API version, so it is not about API 3.0.");
    return { kind: "read", fragment: readApiPage(page, api, service, onBadRow), badRows, text: source };
  }
  const service = serviceOfCodePage(page, known) ?? "";
  const reason = reasonToSkip(page, tables, source, service);
  if (reason !== undefined) return skipped(reason);
  const fragment = readOpenErrorCodePage(page, service, onBadRow);
  return { kind: "read", fragment, badRows, text: page.isHtml || badRows.length > 0 ? renderPage(page.blocks, placesOf(badRows)) : source };
}

/** Why a page that is not about one action is not about the error codes of a service either. */
function reasonToSkip({ blocks, file }: Page, tables: readonly PlacedTable[], source: string, service: string): string | undefined {
  if (tables.length === 0) return whatItIs(source) ?? "The page has no table of error codes.";
  if (listsNumbers(tables)) return NUMERIC;
  const roles = new Set(assignRoles(tables).map(({ role }) => role));
  if (!roles.has("service") && !announcesServiceCodes(blocks) && parsePageName(file) === undefined) {
    return "The page lists only the common error codes and says nothing about a service.";
  }
  if (parsePageName(file) === undefined && !listsAllCodes(tables) && !tables.some(({ codeTable }) => codesIn(codeTable).some(isPlainlyCode))) {
    return "The page has no table of error codes.";
  }
  if (service === "" && !listsAllCodes(tables)) {
    return "The page has no table of the gateway's codes, so it is not about error codes of API 3.0.";
  }
  return undefined;
}

/** Whether the tables of error codes hold those of the older API. */
function listsNumbers(tables: readonly PlacedTable[]): boolean {
  const announced = tables.filter((table) => table.announced);
  return (announced.length === 0 ? tables : announced).every(({ codeTable }) => codeTable.numeric) && tables.length > 0;
}

/** What is hardly anything but a code: it has a detail, or is of a family that services share. Other tables speak of "codes" too. */
function isPlainlyCode(text: string): boolean {
  return /^[A-Z][A-Za-z0-9]+\.[A-Z]\w*$/.test(text) || /^(?:AuthFailure|DryRunOperation|FailedOperation|InternalError|Invalid\w+|LimitExceeded|MissingParameter|OperationDenied|Resource[A-Z]\w+|ServiceUnavailable|Unauthorized\w+|Unknown\w+|Unsupported\w+)$/.test(text);
}

/** Whether the gateway's codes are among those of a page: they are on pages of all codes, and not on pages of one action. */
function listsAllCodes(tables: readonly PlacedTable[]): boolean {
  return tables.some(({ codeTable }) => looksLikeGatewayTable(codesIn(codeTable)));
}

function skipped(reason: string): PageResult {
  return { kind: "skipped", reason };
}

function placesOf(errors: readonly InputError[]): { readonly line: number; readonly column: number }[] {
  return errors.map(({ at }) => ({ line: at?.line ?? 0, column: at?.column ?? 0 }));
}
