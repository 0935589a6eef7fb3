import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, it } from "vitest";

import { readPage } from "../../src/documents/read-page.js";
import { apiPage, errorCodePage } from "../documents/samples.js";
import { countPage, pagesBelow } from "./count-pages.js";

const SECTION = "## 6. 错误码\n\n| 错误码 | 描述 |\n|---|---|\n| FailedOperation | 操作失败。 |\n| InvalidKey\\_Name.Not\u200BFound | 密钥不存在。 |\n";
const ROWS = "| InvalidDisk.Busy | busy |\n|ResourceBusy|busy|";

function inEnglish(action: string, version: string): string {
  return `## 1. API Description\n\nDomain name for API request: cvm.tencentcloudapi.com.\n\n## 2. Input Parameters\n\n| Parameter Name | Required | Type | Description |\n|--|--|--|--|\n| Action | Yes | String | ${action} |\n| Version | Yes | String | ${version} |\n\n## 6. Error Codes\n\n| Error Code | Description |\n|--|--|\n| InvalidZone.MismatchRegion | x |\n\n## 7. More\n\n| Name | Type |\n|--|--|\n| ResourceType | String |\n`;
}

const PAGES: Readonly<Record<string, string>> = {
  "zh/value.md": apiPage(SECTION),
  "zh/crlf.md": `\uFEFF${apiPage(SECTION).replaceAll("\n", "\r\n")}`,
  "zh/escaped.md": apiPage(SECTION.replace("6. ", "6\\. ")),
  "zh/bold.md": apiPage(SECTION.replace("## 6. 错误码", "**6. 错误码**")),
  "zh/html.md": apiPage("## 6. 错误码\n\n<table><tr><th>错误码</th><th>描述</th></tr>\n<tr><td>FailedOperation</td><td>x</td></tr></table>\n"),
  "zh/none.md": apiPage("## 6. 错误码\n\n暂无。\n"),
  "zh/example.md": `${apiPage(SECTION).replace(/\| Action .*\n/, "")}\n\`\`\`\nhttps://emr.tencentcloudapi.com/?Action=DescribeInstances\n\`\`\`\n`,
  "en/value.md": inEnglish("Common parameter. The value used for this API: RunInstances", "Common parameter. The value used for this API: 2017-03-12"),
  "en/name.md": inEnglish("Common parameter, the name of this API: RunInstances", "Common parameter, the version of this API: 2017-03-12"),
  "en/month.md": inEnglish("Common parameter; the name of this API: RunInstances", "Common parameter; its value for this API: 3/12/2017"),
  "all/en.md": errorCodePage("Common Error Codes", "Service Error Codes", ROWS),
  "all/zh.md": errorCodePage("公共错误码", "业务错误码", ROWS),
  "other/about.md": "# About\n\n| Name | Type |\n|--|--|\n| ResourceType | String |\n",
};

let folder: string;

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "tencentcloud-pages-"));
  for (const [name, text] of Object.entries(PAGES)) {
    mkdirSync(join(folder, name, ".."), { recursive: true });
    writeFileSync(join(folder, name), text);
  }
});

afterAll(() => rmSync(folder, { recursive: true, force: true }));

it("finds all pages below a folder", () => {
  expect([...pagesBelow(folder)].map((path) => path.slice(folder.length + 1).replaceAll("\\", "/")).sort()).toEqual(Object.keys(PAGES).sort());
});

it.each(Object.entries(PAGES))("counts %s as the readers read it", (name, text) => {
  const result = readPage(text, name, { services: new Set() });
  const counted = countPage(join(folder, name));
  if (result.kind === "skipped") {
    expect(counted).toBeUndefined();
    return;
  }
  const { kind, service, versions, actions, common, codes } = result.fragment;
  const [[action, rows] = ["", []]] = [...actions.values()].flatMap((listed) => [...listed]);
  const all = [...common, ...codes, ...rows].map((row) => row.code);
  expect(counted).toMatchObject({ kind: kind === "api-page" ? "api" : "codes", service, version: versions[0] ?? "", action, codes: [...new Set(all)].sort() });
});
