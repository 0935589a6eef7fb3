import { InputError } from "../catalog/input-error.js";
import { detectLanguage } from "../catalog/language.js";
import type { Anomaly, CodeRow, Fragment } from "../catalog/model.js";
import { parsePageName } from "../catalog/page-name.js";
import type { Block } from "./blocks.js";
import { asCodeTable, readCodeRows, type CodeTable, type OnBadRow } from "./code-table.js";
import { holdsOnlyGatewayCodes, looksLikeGatewayTable } from "./gateway-codes.js";
import { HeadingTrail, mentionsErrorCodes, roleOfHeading, type TableRole } from "./headings.js";
import { openPage, type Page } from "./page.js";

/** A code table with the role that the headings above it give, where they give one. */
export interface PlacedTable {
  readonly codeTable: CodeTable;
  readonly role: TableRole | undefined;
  /** Whether a heading above it, or a column's title, speaks of error codes. */
  readonly announced: boolean;
}

/**
 * Reads a service's error-code page: the table of the gateway's codes and the service's own, in
 * either order, under headings in any of four languages.
 *
 * @param text the page as published
 * @param file its path, for positions; `<service>.<lang>.md` names service and language
 * @param options.service the service, where the file name does not say it
 * @throws InputError when the page has no code table, a row cannot be read, or the service is unknown
 */
export function readErrorCodePage(text: string, file: string, options: { readonly service?: string } = {}): Fragment {
  const service = options.service ?? parsePageName(file)?.service;
  if (service === undefined) {
    throw new InputError(`The page does not say which service it is of; name it "<service>.<lang>.md".`, { file });
  }
  return readOpenErrorCodePage(openPage(text, file), service);
}

/** As `readErrorCodePage`, for a page that is open already; rows that cannot be read go to `onBadRow` where it is given. */
export function readOpenErrorCodePage({ blocks, text, file }: Page, service: string, onBadRow?: OnBadRow): Fragment {
  const tables = findCodeTables(blocks);
  if (tables.length === 0) throw new InputError("The page has no table of error codes.", { file, line: 1, column: 1 });
  const { common, codes, anomalies } = readCodeTables(tables, file, onBadRow);
  const language = parsePageName(file)?.language ?? detectLanguage(text);
  return { kind: "error-code-page", file, language, service, versions: [], common, codes, actions: new Map(), anomalies };
}

/** The rows of all tables of a page by whose codes they hold, and what is odd about them. */
export function readCodeTables(
  tables: readonly PlacedTable[],
  file: string,
  onBadRow: OnBadRow | undefined,
): { readonly common: readonly CodeRow[]; readonly codes: readonly CodeRow[]; readonly anomalies: readonly Anomaly[] } {
  const read = assignRoles(tables).map(({ codeTable, role }) => ({ role, ...readCodeRows(codeTable, file, onBadRow) }));
  const rowsOf = (wanted: TableRole): readonly CodeRow[] => read.flatMap(({ role, rows }) => (role === wanted ? rows : []));
  return { common: rowsOf("common"), codes: rowsOf("service"), anomalies: read.flatMap(({ anomalies }) => anomalies) };
}

/** The tables of a page that list error codes, in its order. */
export function findCodeTables(blocks: readonly Block[]): readonly PlacedTable[] {
  const trail = new HeadingTrail();
  const found: PlacedTable[] = [];
  for (const block of blocks) {
    if (block.type === "heading") trail.enter(block);
    if (block.type !== "table") continue;
    const expected = trail.role !== undefined || trail.texts.some(mentionsErrorCodes);
    const codeTable = asCodeTable(block, expected);
    if (codeTable !== undefined) found.push({ codeTable, role: trail.role, announced: expected || codeTable.titled });
  }
  return found;
}

/** Whether a heading or a text announces a table of the service's own codes, even if none follows. */
export function announcesServiceCodes(blocks: readonly Block[]): boolean {
  return blocks.some((block) => block.type === "heading" && roleOfHeading(block.text) === "service");
}

/**
 * Gives every table a role: what its headings say; else common if it holds the gateway's codes, and nothing else where
 * a heading names another table as common; else the service's.
 */
export function assignRoles(
  tables: readonly PlacedTable[],
): readonly { readonly codeTable: CodeTable; readonly role: TableRole }[] {
  const isCommon = tables.some((table) => table.role === "common") ? holdsOnlyGatewayCodes : looksLikeGatewayTable;
  return tables.map(({ codeTable, role }) => ({ codeTable, role: role ?? (isCommon(codesIn(codeTable)) ? "common" : "service") }));
}

/** The texts in the code column of a table. */
export function codesIn({ table, codeColumn }: CodeTable): readonly string[] {
  return table.rows.map((row) => row.cells[codeColumn]?.text ?? "");
}
