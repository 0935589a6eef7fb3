import { describe, expect, it } from "vitest";

import { openPage } from "../../src/documents/page.js";
import { readErrorCodePage } from "../../src/documents/error-code-page.js";
import { readPage, type PageRead } from "../../src/documents/read-page.js";
import { GATEWAY_ROWS } from "./samples.js";

const known = { services: new Set(["cbs", "cvm"]), products: new Map([[362, "cbs"]]) };

function tableOf(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const cells = (name: string, texts: readonly string[]): string => `<tr>${texts.map((text) => `<${name} class="c"><div>${text}</div></${name}>`).join("")}</tr>`;
  return `<div class="box"><table><thead>${cells("th", head)}</thead><tbody>${rows.map((row) => cells("td", row)).join("\n")}</tbody></table></div>`;
}

/** A page as a browser saves it: a menu, scripts and a foot around the text. */
function savedPage(body: string, head = ""): string {
  return `<!DOCTYPE html>
<!-- saved from url=(0052)https://cloud.tencent.com/document/product/362/15636 -->
<html lang="zh"><head><title>T</title>${head}<style>h1 { color: red }</style></head>
<body><nav><h2>公共错误码</h2><a href="/x">vpc.tencentcloudapi.com</a></nav>
<script>const state = "lb.tencentcloudapi.com <table>";</script>
<main>${body}</main><footer><p>© T</p></footer></body></html>`;
}

const GATEWAY = GATEWAY_ROWS.split("\n").map((row) => row.split("|").slice(1, 3).map((cell) => cell.trim()));

function readSaved(source: string, file = "云硬盘 错误码.html"): PageRead {
  const result = readPage(source, file, known);
  if (result.kind === "skipped") throw new Error(result.reason);
  return result;
}

describe("a page of error codes that was saved from a browser", () => {
  const page = savedPage(`<h2 id="a">公共错误码</h2>${tableOf(["错误码", "说明"], GATEWAY)}<h2>业务错误码</h2>${tableOf(
    ["错误码", "说明"],
    [["<code>InvalidDisk.Busy</code>", "云硬盘<b>忙</b>，&lt;请&gt;稍后<br>重试 A|B。"], ["ResourceBusy", "忙"]],
  )}`);

  it("gives its tables by their headings, and its service by where it was saved from", () => {
    const { fragment } = readSaved(page);
    expect(fragment).toMatchObject({ kind: "error-code-page", service: "cbs", language: "zh" });
    expect(fragment.common).toHaveLength(GATEWAY.length);
    expect(fragment.codes.map((row) => [row.code, row.description])).toEqual([
      ["InvalidDisk.Busy", "云硬盘忙，<请>稍后 重试 A|B。"],
      ["ResourceBusy", "忙"],
    ]);
  });

  it("gives places in the saved file", () => {
    const { fragment } = readSaved(page);
    const lines = page.split("\n");
    for (const { code, at } of fragment.codes) expect(lines[at.line - 1]?.slice(at.column - 1)).toMatch(new RegExp(`^<td class="c"><div>(<code>)?${code}`));
  });

  it("is kept as Markdown that says the same", () => {
    const { fragment, text } = readSaved(page);
    expect(text).not.toContain("<td");
    const again = readErrorCodePage(text, "cbs.zh.md");
    const rowsOf = (rows: typeof again.codes): unknown => rows.map((row) => [row.code, row.description]);
    expect([rowsOf(again.common), rowsOf(again.codes)]).toEqual([rowsOf(fragment.common), rowsOf(fragment.codes)]);
  });

  it("repeats a cell in the rows that it spans", () => {
    const table = '<table><tr><th>模块</th><th>错误码</th><th>说明</th></tr><tr><td rowspan="2">M</td><td>A.B</td><td>x</td></tr><tr><td>C.D</td><td>y</td></tr></table>';
    const { fragment, badRows } = readSaved(savedPage(`<h2>公共错误码</h2>${tableOf(["错误码", "说明"], GATEWAY)}<h2>业务错误码</h2>${table}`));
    expect(fragment.codes.map((row) => [row.code, row.description])).toEqual([["A.B", "x"], ["C.D", "y"]]);
    expect(badRows).toEqual([]);
  });
});

describe("a table in which cells span far", () => {
  const rowsOf = (rows: string): readonly number[] => {
    const [table] = openPage(`<!doctype html><html><body><table><tr><th>A</th></tr>${rows}</table></body></html>`, "a.html").blocks;
    if (table?.type !== "table") throw new Error("There is no table.");
    return table.rows.map((row) => row.cells.length);
  };

  it("is as wide as its cells, and spans end where no table is as wide", () => {
    expect(rowsOf(`<tr>${'<td colspan="30" rowspan="9">x'.repeat(3)}<tr><td>y`)).toEqual([51, 51]);
    expect(rowsOf(`<tr>${'<td colspan="3" rowspan="9">x'.repeat(3)}<tr><td>y`)).toEqual([9, 10]);
  });

  it("has no rows in which no cell begins", () => {
    expect(rowsOf(`<tr>${'<td rowspan="1000">x'.repeat(50)}${"<tr>".repeat(900)}<tr><td>y`)).toEqual([50, 51]);
  });
});

describe("a page of one action that was saved from a browser", () => {
  it("gives action, version, service and codes", () => {
    const page = savedPage(`<h1>Describe</h1><p><strong>1. API Description</strong></p><p>Domain name for API request: cvm.tencentcloudapi.com.</p>
<h2>2. Input Parameters</h2>${tableOf(["Parameter Name", "Required", "Type", "Description"], [
      ["Action", "Yes", "String", '<a href="/d">Common Params</a>. The value used for this API: DescribeZones.'],
      ["Version", "Yes", "String", "Common Params. The value used for this API: 2017-03-12."],
    ])}<p><b>6. Error Code</b></p>${tableOf(["Error Code", "Description"], [["InvalidZone.MismatchRegion", "x"]])}`);
    const { fragment } = readSaved(page, "a.html");
    expect(fragment).toMatchObject({ kind: "api-page", service: "cvm", versions: ["2017-03-12"], language: "en" });
    expect([...(fragment.actions.get("2017-03-12") ?? [])].map(([action, rows]) => [action, rows.map((row) => row.code)])).toEqual([["DescribeZones", ["InvalidZone.MismatchRegion"]]]);
  });
});

describe("an HTML document", () => {
  it.each([
    ["a canonical link", '<link rel="canonical" href="https://cloud.tencent.com/document/api/362/1">'],
    ["the address for sharing", '<meta property="og:url" content="https://www.tencentcloud.com/zh/document/product/362/1">'],
  ])("tells its product by %s", (_, head) => {
    expect(openPage(savedPage("", head).replace(/<!-- saved.*-->/, ""), "a.html").product).toBe(362);
  });

  it("that nests its elements too deeply is refused with the place", () => {
    expect(() => openPage(`<!doctype html><html>${"<div>".repeat(2000)}`, "a.html")).toThrow("The page nests its elements deeper than 1000 levels.");
  });

  it("is not Markdown that mentions one", () => {
    expect(openPage("# Page\n\n<html> is a tag\n", "a.md").isHtml).toBe(false);
  });
});
