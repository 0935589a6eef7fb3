import { describe, expect, it } from "vitest";

import { readErrorCodePage } from "../../src/documents/error-code-page.js";
import { errorCodePage, GATEWAY_ROWS } from "./samples.js";

const ROW = "| InvalidDisk.Busy | The disk is busy. |";

function codesOf(text: string): readonly string[] {
  return readErrorCodePage(text, "cbs.en.md").codes.map((row) => row.code);
}

function commonOf(text: string): number {
  return readErrorCodePage(text, "cbs.en.md").common.length;
}

describe("headings in four languages", () => {
  it.each([
    ["公共错误码", "业务错误码"],
    ["Common Error Codes", "Business Error Codes"],
    ["Common Error Codes", "Service Error Codes"],
    ["Common error codes", "Application Error Codes"],
    ["Common Error Codes", "Application Errors"],
    ["共通エラーコード", "業務エラーコード"],
    ["共通エラーコード", "サービスエラーコード"],
    ["공통 오류 코드", "비즈니스 오류 코드"],
  ])("%s and %s are told apart", (common, service) => {
    const page = errorCodePage(common, service, ROW);
    expect(codesOf(page)).toEqual(["InvalidDisk.Busy"]);
    expect(commonOf(page)).toBe(6);
  });

  it("are not needed: the gateway's table is known by its codes", () => {
    const page = `| Code | Description |\n|--|--|\n${GATEWAY_ROWS}\n\ntext\n\n| Code | Description |\n|--|--|\n${ROW}\n`;
    expect(codesOf(page)).toEqual(["InvalidDisk.Busy"]);
  });

  it("may be followed by an ideographic space", () => {
    const page = errorCodePage("X", "Y", ROW).replace("### X", "###\u3000公共错误码").replace("### Y", "###\u3000业务错误码");
    expect(codesOf(page)).toEqual(["InvalidDisk.Busy"]);
  });

  it("may be bold text", () => {
    const page = errorCodePage("X", "Y", ROW).replace("### X", "**公共错误码**").replace("### Y", "**业务错误码**");
    expect(codesOf(page)).toEqual(["InvalidDisk.Busy"]);
  });

  it("may group the service's codes by module", () => {
    const page = errorCodePage("公共错误码", "业务错误码", ROW) + "\n#### 快照\n\n| 错误码 | 说明 |\n|--|--|\n| Snapshot.Busy | 忙 |\n";
    expect(codesOf(page)).toEqual(["InvalidDisk.Busy", "Snapshot.Busy"]);
  });
});

describe("tables", () => {
  it("may come in the other order, with an extra column", () => {
    const page = `### 业务错误码

| 错误码 | 说明 | 是否计费 |
|--|--|--|
| InvalidDisk.Busy | 忙。 | 否 |

### 公共错误码

| 错误码 | 说明 |
|--|--|
${GATEWAY_ROWS}
`;
    expect(codesOf(page)).toEqual(["InvalidDisk.Busy"]);
    expect(readErrorCodePage(page, "cbs.zh.md").codes[0]?.description).toBe("忙。");
  });

  it("may have an HTTP status in the first column", () => {
    const page = "### Business Error Codes\n\n| HTTP | Error Code | Description |\n|--|--|--|\n| 400 | InvalidDisk.Busy | Busy. |\n";
    expect(codesOf(page)).toEqual(["InvalidDisk.Busy"]);
  });

  it("may have no outer pipes", () => {
    expect(codesOf("### Business Error Codes\n\nError Code | Description\n:-- | --\nInvalidDisk.Busy | Busy\n")).toEqual(["InvalidDisk.Busy"]);
  });

  it("may be written in HTML, unbalanced and with entities", () => {
    const page = "### 业务错误码\n<table><tr><th>错误码<th>说明</tr>\n\n<tr><td>Invalid\\_Disk.Busy<td>a &lt; b<br/>c</table>\n### 公共错误码\n";
    expect(readErrorCodePage(page, "cbs.zh.md").codes).toMatchObject([{ code: "Invalid_Disk.Busy", description: "a < b c" }]);
  });

  it("may be empty, which is recorded", () => {
    const fragment = readErrorCodePage(errorCodePage("公共错误码", "业务错误码", ""), "cbs.zh.md");
    expect(fragment.codes).toEqual([]);
    expect(fragment.anomalies.map(({ kind, at }) => `${kind} ${at.line}`)).toEqual(["empty-table 16"]);
  });

  it("of parameters are no code tables", () => {
    const page = `${errorCodePage("公共错误码", "业务错误码", ROW)}\n| 参数名称 | 类型 | 描述 |\n|--|--|--|\n| ResourceType | String | 类型 |\n`;
    expect(codesOf(page)).toEqual(["InvalidDisk.Busy"]);
  });

  it("of enumerated values are no code tables", () => {
    const page = `${errorCodePage("公共错误码", "业务错误码", ROW)}\n| 取值 | 含义 |\n|--|--|\n| PREPAID | 预付费 |\n| Attached | 已挂载 |\n`;
    expect(codesOf(page)).toEqual(["InvalidDisk.Busy"]);
  });
});

describe("bytes", () => {
  const page = errorCodePage("公共错误码", "业务错误码", ROW);

  it.each([
    ["a byte order mark", `\uFEFF${page}`],
    ["CRLF", page.replaceAll("\n", "\r\n")],
    ["bare CR", page.replaceAll("\n", "\r")],
    ["zero-width spaces", page.replace("InvalidDisk.Busy", "\u200BInvalid\u200BDisk.Busy\u200B")],
    ["no-break spaces", page.replace("| InvalidDisk.Busy |", "|\u00A0InvalidDisk.Busy\u00A0|")],
    ["tabs", page.replace("| InvalidDisk.Busy |", "|\tInvalidDisk.Busy\t|")],
    ["code spans", page.replace("InvalidDisk.Busy", "`InvalidDisk.Busy`")],
  ])("%s do not change what is read", (_, text) => {
    expect(codesOf(text)).toEqual(["InvalidDisk.Busy"]);
    expect(commonOf(text)).toBe(6);
  });

  it("escaped underscores and pipes are read as such", () => {
    const [row] = readErrorCodePage(errorCodePage("公共错误码", "业务错误码", "| Failed.SYS\\_ERR | a \\| b |"), "x.zh.md").codes;
    expect(row).toMatchObject({ code: "Failed.SYS_ERR", description: "a | b" });
  });

  it("line breaks in a cell become spaces", () => {
    const [row] = readErrorCodePage(errorCodePage("公共错误码", "业务错误码", "| A.B | one<br>two<br />three |"), "x.zh.md").codes;
    expect(row?.description).toBe("one two three");
  });

  it("links become their text", () => {
    const [row] = readErrorCodePage(errorCodePage("公共错误码", "业务错误码", "| A.B | see [CAM](https://example.com/598) |"), "x.zh.md").codes;
    expect(row?.description).toBe("see CAM");
  });
});

describe("codes", () => {
  function read(code: string) {
    return readErrorCodePage(errorCodePage("公共错误码", "业务错误码", `| ${code} | text |`), "cbs.zh.md");
  }

  it.each([["MissingParameter."], ["InvalidParameter. NotFound"], ["Invalid ParameterValue.X"], ["9003"], ["internalError"]])(
    "%s is kept as documented and recorded",
    (code) => {
      const fragment = read(code);
      expect(fragment.codes.map((row) => row.code)).toEqual([code]);
      expect(fragment.anomalies.map(({ kind }) => kind)).toEqual(["malformed-code"]);
    },
  );

  it.each([["InvalidParameter.INVALID_PARAM"], ["InvalidParameterValue.Function.Name"], ["IInvalidParameter.X"], ["ResourceNotFound"]])(
    "%s is in the usual form",
    (code) => {
      expect(read(code).anomalies).toEqual([]);
    },
  );

  it("that differ only in case are two codes", () => {
    const rows = "| InvalidURL | a |\n| InvalidUrl | b |";
    expect(codesOf(errorCodePage("公共错误码", "业务错误码", rows))).toEqual(["InvalidURL", "InvalidUrl"]);
  });

  it("that are repeated are recorded with the line of the first", () => {
    const rows = "| A.B | a |\n| A.B | a |\n| A.B | b |";
    const { anomalies } = readErrorCodePage(errorCodePage("公共错误码", "业务错误码", rows), "cbs.zh.md");
    expect(anomalies.map(({ kind, message }) => `${kind}: ${message}`)).toEqual([
      'duplicate-row: The code "A.B" already stands in line 18.',
      'duplicate-row-other-text: The code "A.B" already stands in line 18, with another text.',
    ]);
  });
});

describe("a row that has not as many cells as columns", () => {
  it.each([
    ["none for the text", "| A.B |", undefined, "1 cell"],
    ["an empty one at the end", "| A.B | text | |", "text", "3 cells"],
    ["a pipe in the text", "| A.B | one | two |", "one | two", "3 cells"],
  ])("is read by its code: %s", (_, row, description, cells) => {
    const { codes, anomalies } = readErrorCodePage(errorCodePage("公共错误码", "业务错误码", row), "cbs.en.md");
    expect(codes.map((read) => [read.code, read.description])).toEqual([["A.B", description]]);
    expect(anomalies.map((anomaly) => anomaly.message)).toEqual([`The row of "A.B" has ${cells} where the table has 2 columns.`]);
  });
});

describe("a page that cannot be used", () => {
  function lineOf(text: string, file = "cbs.en.md"): string {
    try {
      readErrorCodePage(text, file);
    } catch (error) {
      if (error instanceof Error && "line" in error) return String(error.line);
    }
    return "no error";
  }

  it("has no table of codes", () => {
    expect(lineOf("# Title\n\ntext\n")).toBe("cbs.en.md:1:1: The page has no table of error codes.");
  });

  it("has a line of text below a table, which is a row", () => {
    expect(lineOf(errorCodePage("公共错误码", "业务错误码", "| A.B | c |\nNote"))).toBe(
      'cbs.en.md:19:1: The row "Note" has 1 cell where the table has 2 columns.',
    );
  });

  it("has a row without a code", () => {
    expect(lineOf(errorCodePage("公共错误码", "业务错误码", "| | text |"))).toBe(
      'cbs.en.md:18:1: The row " | text" has no code in its code column.',
    );
  });

  it("has a code that is none", () => {
    expect(lineOf(errorCodePage("公共错误码", "业务错误码", "| not a code! | text |"))).toBe(
      'cbs.en.md:18:3: "not a code!" is no error code; a code looks like "InvalidParameterValue.LimitExceeded".',
    );
  });

  it("does not tell its service", () => {
    expect(lineOf(errorCodePage("公共错误码", "业务错误码", "| A.B | c |"), "page.md")).toMatch(/^page\.md: The page does not say which service/);
  });
});
