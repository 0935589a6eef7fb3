import { detectLanguage } from "../catalog/language.js";
import type { Fragment } from "../catalog/model.js";
import type { Block, Row } from "./blocks.js";
import type { OnBadRow } from "./code-table.js";
import { findCodeTables, readCodeTables } from "./error-code-page.js";
import { mentionsErrorCodes } from "./headings.js";
import type { Page } from "./page.js";

/** Which action an API page is about. */
export interface ApiIdentity {
  readonly action: string;
  /** Empty where the page does not say it. */
  readonly version: string;
}

/** Words with which the rows of the common parameters introduce the value that they have for one action. */
const SAYS_VALUE = /取值|值为|value|name of|name for|値|값/i;
/** Words with which they introduce a value that is only an example. */
const SAYS_EXAMPLE = /例如|例え|예를 들|such as|for example|e\.g\./i;
const AFTER_COLON = /[:：]\s*`?([A-Z][A-Za-z0-9]{1,199})`?\s*[.。]?$/;
const ACTION_NAME = /(?<![A-Za-z0-9])[A-Z][A-Za-z0-9]{1,199}/g;
const NO_ACTIONS: ReadonlySet<string> = new Set(["API", "APIs", "Action", "Common", "Param", "Parameter", "Parameters", "Params", "String", "The", "Value", "Yes"]);
/** Japanese pages write dates with slashes. */
const YEAR_FIRST = /\b(\d{4})[-/](\d{1,2})[-/](\d{1,2})\b/g;
/** Some English pages write them with the month first. */
const MONTH_FIRST = /\b(\d{1,2})\/(\d{1,2})\/(\d{4})\b/g;

/** The action and the version of a request in an example; a page may lack the question mark. */
const EXAMPLE_ACTION = /(?:[?&]|\.com\/?)Action=([A-Z][A-Za-z0-9]{1,199})\b|^X-TC-Action: ?([A-Z][A-Za-z0-9]{1,199})\b/gm;
const EXAMPLE_VERSION = /(?:&Version=|^X-TC-Version: ?)(\d{4}-\d{2}-\d{2})\b/m;

/**
 * Which action a page is about: from the rows `Action` and `Version` of its parameter table, else from its examples.
 * Undefined for a page that is not about one action, or that has no section of error codes.
 */
export function identifyApi({ blocks, text }: Page): ApiIdentity | undefined {
  const rows = blocks.flatMap((block) => (block.type === "table" ? [block.header, ...block.rows] : []));
  const action = firstOf(rows, "Action", actionIn) ?? actionCalledVersion(rows) ?? actionOfExamples(text);
  if (action === undefined || !hasErrorCodeSection(blocks)) return undefined;
  return { action, version: firstOf(rows, "Version", versionIn) ?? EXAMPLE_VERSION.exec(text)?.[1] ?? "" };
}

/** A page whose row `Action` is called `Version` by mistake has two of that name. */
function actionCalledVersion(rows: readonly Row[]): string | undefined {
  const called = rows.filter(({ cells }) => cells.find(({ text }) => text !== "")?.text === "Version");
  return called.length > 1 ? firstOf(called, "Version", actionAfterColon) : undefined;
}

/** The action of all examples; pages about more than one have no section of error codes for each. */
function actionOfExamples(text: string): string | undefined {
  const actions = new Set([...text.matchAll(EXAMPLE_ACTION)].map(([, query, header]) => query ?? header));
  return actions.size === 1 ? [...actions][0] : undefined;
}

/**
 * Reads the codes of one action from its API page. Only tables under a heading that speaks of error
 * codes count, so that parameters and enumerations are left alone.
 *
 * @throws InputError when a row of the code table cannot be read, unless `onBadRow` takes it
 */
export function readApiPage({ blocks, text, file }: Page, { action, version }: ApiIdentity, service: string, onBadRow?: OnBadRow): Fragment {
  const { common, codes, anomalies } = readCodeTables(findCodeTables(blocks).filter((table) => table.announced), file, onBadRow);
  return {
    kind: "api-page",
    file,
    language: detectLanguage(text),
    service,
    versions: version === "" ? [] : [version],
    common,
    codes: [],
    actions: new Map([[version, new Map([[action, codes]])]]),
    anomalies,
  };
}

function hasErrorCodeSection(blocks: readonly Block[]): boolean {
  return blocks.some((block) => block.type === "heading" && mentionsErrorCodes(block.text));
}

/** What the rows of a parameter of every request say, as the first of them that says it. */
function firstOf(rows: readonly Row[], parameter: string, read: (text: string) => string | undefined): string | undefined {
  for (const { cells } of rows) {
    const [name, ...others] = cells.map((cell) => cell.text).filter((text) => text !== "");
    if (name !== parameter) continue;
    for (const text of others.toReversed()) {
      const value = read(text.slice(0, 1000));
      if (value !== undefined) return value;
    }
  }
  return undefined;
}

/** The action that a description of the common parameter names: what stands after its last colon, else its last name. */
function actionIn(text: string): string | undefined {
  const named = actionAfterColon(text);
  if (named !== undefined || SAYS_EXAMPLE.test(text) || !SAYS_VALUE.test(text)) return named;
  return (text.match(ACTION_NAME) ?? []).findLast((word) => !NO_ACTIONS.has(word));
}

function actionAfterColon(text: string): string | undefined {
  return SAYS_EXAMPLE.test(text) ? undefined : AFTER_COLON.exec(text)?.[1];
}

function versionIn(text: string): string | undefined {
  const [, year, month, day] = [...text.matchAll(YEAR_FIRST)].at(-1) ?? [];
  if (year !== undefined) return toVersion(year, month, day);
  const [, ofMonth, ofDay, ofYear] = [...text.matchAll(MONTH_FIRST)].at(-1) ?? [];
  return ofYear === undefined ? undefined : toVersion(ofYear, ofMonth, ofDay);
}

function toVersion(year: string, month = "", day = ""): string {
  return `${year}-${month.padStart(2, "0")}-${day.padStart(2, "0")}`;
}
