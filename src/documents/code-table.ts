import type { Anomaly, CodeRow, Position } from "../catalog/model.js";
import { InputError } from "../catalog/input-error.js";
import { saysTryAgainLater } from "../catalog/try-again-later.js";
import { quoted } from "../catalog/printable.js";
import { isNumeric, shapeOf } from "../catalog/code-shape.js";
import type { Place, Row, TableBlock } from "./blocks.js";
import { mentionsErrorCodes } from "./headings.js";

/** A table that lists error codes, and where in it they stand. */
export interface CodeTable {
  readonly table: TableBlock;
  readonly codeColumn: number;
  readonly textColumn: number;
  /** Whether the title of the code column says that it holds error codes. */
  readonly titled: boolean;
  /** Whether most of its codes are numbers of the older API. */
  readonly numeric: boolean;
}

const CODE_TITLE = /^(?:code|错误|エラー|오류|에러|error|errorcode|error_code)$/i;
const TEXT_TITLE = /说明|說明|描述|含义|信息|原因|description|meaning|message|explanation|説明|内容|설명|의미|메시지/i;
const OTHER_TABLE_TITLE =
  /参数|參數|字段|名称|参数名|取值|枚举|类型|状态|parameter|^name|field|value|^type|status$|enum|パラメータ|名前|値|タイプ|매개변수|파라미터|이름|값|유형|필드/i;
const TYPE_NAME = /^(?:string|integer|int|int64|uint64|float|double|bool|boolean|timestamp|date|datetime|object|binary|array of .{1,100}|array)$/i;

/**
 * Decides by structure whether a table lists error codes: by a column title that says so in one of
 * four languages, else by what stands in the first column. Parameter tables and enumerations,
 * whose first column holds similar words, are told apart by their titles and by type names.
 *
 * @param expected whether a heading above the table already speaks of error codes
 */
export function asCodeTable(table: TableBlock, expected: boolean): CodeTable | undefined {
  const titled = table.header.cells.findIndex(({ text }) => mentionsErrorCodes(text) || CODE_TITLE.test(text));
  const codeColumn = titled === -1 ? 0 : titled;
  const first = table.header.cells[0]?.text ?? "";
  if (titled === -1 && (OTHER_TABLE_TITLE.test(first) || hasTypeColumn(table))) return undefined;
  const texts = table.rows.map((row) => row.cells[codeColumn]?.text ?? "").filter((text) => text !== "");
  if (titled === -1 && !(expected ? mostlyCodes(texts) : mostlyCodes(texts) && texts.some((text) => text.includes(".")))) {
    return undefined;
  }
  return {
    table,
    codeColumn,
    textColumn: textColumnOf(table, codeColumn),
    titled: titled !== -1,
    numeric: texts.filter(isNumeric).length * 2 > texts.length,
  };
}

/** The rows of a code table, and what is odd about them. */
export interface CodeRows {
  readonly rows: readonly CodeRow[];
  readonly anomalies: readonly Anomaly[];
}

/** What to do with a row that cannot be read; without it the first one is thrown. */
export type OnBadRow = (error: InputError) => void;

/**
 * Reads the rows of a code table, each code exactly as it stands.
 *
 * @throws InputError at the first row that has no code or a code that is none, unless `onBadRow` takes it
 */
export function readCodeRows(codeTable: CodeTable, file: string, onBadRow?: OnBadRow): CodeRows {
  const rows: CodeRow[] = [];
  const anomalies: Anomaly[] = [];
  const firstOf = new Map<string, CodeRow>();
  for (const row of codeTable.table.rows) {
    const at = positionOf(file, row.cells[codeTable.codeColumn]?.at ?? row.at);
    if (row.cells.every((cell) => cell.text === "")) {
      anomalies.push({ kind: "empty-row", message: "The table has an empty row.", at });
      continue;
    }
    const fault = faultOf(codeTable, row);
    if (fault !== undefined) {
      const error = new InputError(fault, at);
      if (onBadRow === undefined) throw error;
      onBadRow(error);
      continue;
    }
    const read = readRow(codeTable, row, at);
    anomalies.push(...anomaliesOf(codeTable, row, read));
    const earlier = firstOf.get(read.code);
    if (earlier !== undefined) anomalies.push(repeated(earlier, read));
    else firstOf.set(read.code, read);
    rows.push(read);
  }
  if (rows.length === 0) {
    const at = positionOf(file, codeTable.table.at);
    anomalies.push({ kind: "empty-table", message: "The table of error codes has no rows.", at });
  }
  return { rows, anomalies };
}

/**
 * Why a row cannot be read; undefined where it can. A code in the first column is sure whatever follows it, but a line
 * of text below a table is a row of one cell too.
 */
function faultOf({ table, codeColumn }: CodeTable, row: Row): string | undefined {
  const width = table.header.cells.length;
  const code = row.cells[codeColumn]?.text ?? "";
  const shape = shapeOf(code).kind;
  const isSure = codeColumn === 0 && shape === "code" && (row.cells.length > 1 || code.includes("."));
  if (row.cells.length !== width && !isSure) {
    return `The row ${excerpt(row)} has ${cellsOf(row)} where the table has ${width} columns.`;
  }
  if (code === "") return `The row ${excerpt(row)} has no code in its code column.`;
  return shape === "none" ? `${quoted(code)} is no error code; a code looks like "InvalidParameterValue.LimitExceeded".` : undefined;
}

function readRow({ table, codeColumn, textColumn }: CodeTable, row: Row, at: Position): CodeRow {
  const code = row.cells[codeColumn]?.text ?? "";
  // A pipe that is not escaped cuts the text of the last column.
  const isLast = textColumn === table.header.cells.length - 1;
  const texts = row.cells.slice(textColumn, isLast ? undefined : textColumn + 1).map((cell) => cell.text).filter((text) => text !== "");
  const description = texts.join(" | ");
  if (description === "") return { code, at };
  return { code, description, tryAgainLater: saysTryAgainLater(description), at };
}

function anomaliesOf({ table }: CodeTable, row: Row, { code, at }: CodeRow): readonly Anomaly[] {
  const anomalies: Anomaly[] = [];
  const shape = shapeOf(code);
  if (shape.kind === "malformed") anomalies.push({ kind: "malformed-code", message: `The code ${quoted(code)} ${shape.why}.`, at });
  const width = table.header.cells.length;
  if (row.cells.length !== width) {
    anomalies.push({ kind: "row-width", message: `The row of ${quoted(code)} has ${cellsOf(row)} where the table has ${width} columns.`, at });
  }
  return anomalies;
}

function cellsOf(row: Row): string {
  return `${row.cells.length} ${row.cells.length === 1 ? "cell" : "cells"}`;
}

function repeated(earlier: CodeRow, row: CodeRow): Anomaly {
  const same = earlier.description === row.description;
  return {
    kind: same ? "duplicate-row" : "duplicate-row-other-text",
    message: `The code ${quoted(row.code)} already stands in line ${earlier.at.line}${same ? "" : ", with another text"}.`,
    at: row.at,
  };
}

function mostlyCodes(texts: readonly string[]): boolean {
  const codes = texts.filter((text) => shapeOf(text).kind !== "none").length;
  return codes > 0 && codes * 2 > texts.length;
}

function hasTypeColumn(table: TableBlock): boolean {
  const typed = table.rows.filter((row) => row.cells.slice(1, 3).some((cell) => TYPE_NAME.test(cell.text)));
  return typed.length * 2 > table.rows.length;
}

function textColumnOf(table: TableBlock, codeColumn: number): number {
  const titled = table.header.cells.findIndex(({ text }, index) => index !== codeColumn && TEXT_TITLE.test(text));
  return titled === -1 ? codeColumn + 1 : titled;
}

export function positionOf(file: string, { line, column }: Place): Position {
  return { file, line, column };
}

function excerpt(row: Row): string {
  return quoted(row.cells.map((cell) => cell.text).join(" | "));
}
