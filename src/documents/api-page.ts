import { InputError } from "../catalog/input-error.js";
import type { Anomaly, CodeRow, Fragment } from "../catalog/model.js";
import { detectLanguage } from "../catalog/language.js";
import type { Block, Row } from "./blocks.js";
import { readCodeRows } from "./code-table.js";
import { assignRoles, findCodeTables } from "./error-code-page.js";
import { mentionsErrorCodes } from "./headings.js";

/** Which action an API page is about. */
export interface ApiIdentity {
  readonly action: string;
  /** Empty where the page does not say it. */
  readonly version: string;
}

/** The row of a parameter of every request says which value it has for this action. */
const SAYS_VALUE = /取值|值为|value|値|값/i;
const ACTION_NAME = /(?<![A-Za-z0-9])[A-Z][A-Za-z0-9]{1,199}/g;
const VERSION = /\b\d{4}-\d{2}-\d{2}\b/g;
const NO_ACTIONS: ReadonlySet<string> = new Set(["API", "APIs", "Action", "Common", "Param", "Parameter", "Parameters", "Params", "String", "The", "Value", "Yes"]);

/**
 * Which action a page is about, from the rows `Action` and `Version` of its parameter table;
 * undefined for a page that is not about one action, or that has no section of error codes.
 */
export function identifyApi(blocks: readonly Block[]): ApiIdentity | undefined {
  const rows = blocks.flatMap((block) => (block.type === "table" ? [block.header, ...block.rows] : []));
  const action = valueOf(rows, "Action", ACTION_NAME);
  if (action === undefined || !hasErrorCodeSection(blocks)) return undefined;
  return { action, version: valueOf(rows, "Version", VERSION) ?? "" };
}

/**
 * Reads the codes of one action from its API page. Only tables under a heading that speaks of error
 * codes count, so that parameters and enumerations are left alone.
 *
 * @throws InputError when a row of the code table cannot be read
 */
export function readApiBlocks(
  blocks: readonly Block[],
  text: string,
  file: string,
  identity: ApiIdentity & { readonly service: string },
): Fragment {
  const common: CodeRow[] = [];
  const codes: CodeRow[] = [];
  const anomalies: Anomaly[] = [];
  const tables = findCodeTables(blocks).filter((table) => table.announced);
  for (const { codeTable, role } of assignRoles(tables)) {
    const read = readCodeRows(codeTable, file);
    (role === "common" ? common : codes).push(...read.rows);
    anomalies.push(...read.anomalies);
  }
  if (!/^[A-Za-z][A-Za-z0-9_]*$/.test(identity.action)) throw new InputError(`"${identity.action}" is no name of an action.`, { file });
  return {
    kind: "api-page",
    file,
    language: detectLanguage(text),
    service: identity.service,
    versions: identity.version === "" ? [] : [identity.version],
    common,
    codes: [],
    actions: new Map([[identity.version, new Map([[identity.action, codes]])]]),
    anomalies,
  };
}

function hasErrorCodeSection(blocks: readonly Block[]): boolean {
  return blocks.some((block) => block.type === "heading" && mentionsErrorCodes(block.text));
}

/** The value that a parameter table gives for a parameter of every request: the last that looks like one. */
function valueOf(rows: readonly Row[], parameter: string, pattern: RegExp): string | undefined {
  for (const { cells } of rows) {
    if (cells[0]?.text !== parameter) continue;
    const text = cells.slice(1).map((cell) => cell.text.slice(0, 1000)).join(" ");
    const found = (text.match(pattern) ?? []).findLast((word) => !NO_ACTIONS.has(word));
    if (SAYS_VALUE.test(text) && found !== undefined) return found;
  }
  return undefined;
}
