import { describe, expect, it } from "vitest";

import { readErrorCodePage } from "../../src/documents/error-code-page.js";
import { readPage } from "../../src/documents/read-page.js";
import { apiPage, errorCodePage, GATEWAY_ROWS } from "./samples.js";

const services = new Set(["api", "cbs", "cvm", "emr"]);
const ROW = "| InvalidDisk.Busy | The disk is busy. |";
const PAGE = errorCodePage("公共错误码", "业务错误码", ROW);
const SECTION = "## 6. 错误码\n\n| 错误码 | 描述 |\n|---|---|\n| FailedOperation | 操作失败。 |\n| ResourceNotFound.ClusterNotFound | 集群不存在。 |\n";

function read(text: string, file: string, service?: string) {
  return readPage(text, file, { services, service });
}

function actionsOf(text: string, file = "page.md") {
  const result = read(text, file);
  if (result.kind === "skipped") return result.reason;
  return [...result.fragment.actions].map(([version, actions]) => [
    version,
    [...actions].map(([action, rows]) => [action, rows.map((row) => row.code)]),
  ]);
}

describe("a page of one action", () => {
  const expected = [["2019-01-03", [["DescribeInstances", ["FailedOperation", "ResourceNotFound.ClusterNotFound"]]]]];

  it.each([
    ["a numbered heading", SECTION],
    ["an escaped point", SECTION.replace("6.", "6\\.")],
    ["bold text", SECTION.replace("## 6. 错误码", "**6. 错误码**")],
    ["no number", SECTION.replace("6. ", "")],
  ])("gives its codes under %s", (_, section) => {
    expect(actionsOf(apiPage(section))).toEqual(expected);
  });

  it("has its service from the domain", () => {
    expect(read(apiPage(SECTION), "cvm-page.md")).toMatchObject({ fragment: { kind: "api-page", service: "emr", versions: ["2019-01-03"] } });
  });

  it("may say that it has no codes", () => {
    const section = "## 6. 错误码\n\n该接口暂无业务逻辑相关的错误码，其他错误码详见公共错误码。";
    expect(actionsOf(apiPage(section))).toEqual([["2019-01-03", [["DescribeInstances", []]]]]);
  });

  it("in English is read the same", () => {
    const page = apiPage(SECTION.replace("## 6. 错误码", "## 6. Error Code").replace("错误码 | 描述", "Error Code | Description"))
      .replaceAll("公共参数，本接口取值：", "Common Params. The value used for this API: ");
    expect(actionsOf(page)).toEqual(expected);
  });

  it("without a section of error codes is skipped", () => {
    expect(actionsOf(apiPage("## 4. 示例\n"))).toBe("The page has no table of error codes.");
  });

  it("that names no domain and no version is of another API", () => {
    const page = apiPage(SECTION).replace("emr.tencentcloudapi.com", "example.com").replace(/\| Version .*\n/, "");
    expect(actionsOf(page)).toBe("The page names neither an API domain nor an API version, so it is not about API 3.0.");
  });
});

describe("the row of the common parameter", () => {
  const rowOf = (action: string, version: string): string =>
    apiPage(SECTION).replace(/\| Action .*\n\| Version .*\n/, `| Action | Yes | String | ${action} |\n| Version | Yes | String | ${version} |\n`);
  const expected = [["2019-01-03", [["DescribeInstances", ["FailedOperation", "ResourceNotFound.ClusterNotFound"]]]]];

  it.each([
    ["a value", "Common parameter. The value used for this API: DescribeInstances", "Common parameter. The value used for this API: 2019-01-03."],
    ["a value with its words run together", "Common parameter. Value\u200Bused in this API: DescribeInstances", "Common parameter. Value\u200Bused in this API: 2019-01-03"],
    ["a name after a semicolon", "Common parameter; the name of this API: DescribeInstances", "Common parameter; the version of this API: 2019-01-03"],
    ["a name after a comma", "Common parameter, the name of this API: DescribeInstances", "Common parameter, the version this API: 2019-01-03"],
    ["a month before the day", "Common parameter. The name of this API: DescribeInstances", "Common parameter. The value used for this API: 1/3/2019"],
    ["links", "[Common Params](https://example.com/a). The value used for this API: DescribeInstances.", "[Common Params](https://example.com/a). The value used for this API: 2019-01-03."],
    ["Japanese", "共通パラメータ、このAPIの値：DescribeInstances", "共通パラメータ、該当APIの値：2019/01/03"],
    ["Korean", "공통 매개변수, 본 API의 값: DescribeInstances", "공통 매개변수, 이 API 선택 값: 2019-01-03"],
    ["Chinese in two cells", "接口名|此处取值：DescribeInstances", "公共参数，本接口取值：2019-01-03"],
  ])("may be written with %s", (_, action, version) => {
    expect(actionsOf(rowOf(action, version))).toEqual(expected);
  });

  it("may be called Version twice", () => {
    expect(actionsOf(apiPage(SECTION).replace("| Action |", "| Version |"))).toEqual(expected);
  });

  it("may begin with an empty cell", () => {
    expect(actionsOf(apiPage(SECTION).replace("| Version |", "|| Version |"))).toEqual(expected);
  });

  it("that only gives an example says nothing", () => {
    const page = rowOf("公共参数，例如查询实例列表，取值为 DescribeZones。", "公共参数，本接口取值：2019-01-03");
    expect(read(page, "page.md")).toMatchObject({ fragment: { kind: "error-code-page" } });
  });

  it("that names an action without saying that it is the value says nothing", () => {
    const page = rowOf("公共参数，参见 DescribeZones。", "公共参数，本接口取值：2019-01-03");
    expect(read(page, "page.md")).toMatchObject({ fragment: { kind: "error-code-page" } });
  });

  it("may say its value in a sentence that goes on", () => {
    expect(actionsOf(rowOf("公共参数，本接口取值为 DescribeInstances。", "公共参数，本接口取值：2019-01-03"))).toEqual(expected);
  });

  it("may lack the question mark in an example", () => {
    const page = `${apiPage(SECTION).replace(/\| Action .*\n\| Version .*\n/, "").replace("emr.tencentcloudapi.com", "X")}\n\`\`\`\nhttp://emr.tencentcloudapi.comAction=DescribeInstances\n\`\`\`\n`;
    expect(read(page, "page.md")).toMatchObject({ fragment: { kind: "api-page", service: "emr" } });
  });

  it("is not the row of a parameter called Version", () => {
    const page = apiPage(SECTION).replace(/\| Action .*\n\| Version .*\n/, "| Version | No | String | The version. Default value: Base |\n");
    expect(read(page, "page.md")).not.toMatchObject({ fragment: { kind: "api-page" } });
  });

  it("may be missing where all examples call one action", () => {
    const page = `${apiPage(SECTION).replace(/\| Action .*\n\| Version .*\n/, "")}\n\`\`\`\nhttps://emr.tencentcloudapi.com/?Action=DescribeInstances\n&Version=2019-01-03\n\`\`\`\n`;
    expect(actionsOf(page)).toEqual(expected);
    expect(read(`${page}\nhttps://emr.tencentcloudapi.com/?Action=RunInstances`, "page.md")).toMatchObject({ fragment: { kind: "error-code-page" } });
  });
});

describe("the service of a page of one action", () => {
  it("is that of the first domain, not of another in an example", () => {
    expect(read(`${apiPage(SECTION)}\nhttps://cvm.tencentcloudapi.com/?Action=DescribeInstances\n`, "page.md")).toMatchObject({ fragment: { service: "emr" } });
  });

  it("may be one that is not known yet", () => {
    expect(read(apiPage(SECTION).replace("emr.", "brandnew."), "page.md")).toMatchObject({ fragment: { service: "brandnew" } });
  });

  it("is not guessed from a word of the file's name", () => {
    expect(read(apiPage(SECTION).replace("emr.tencentcloudapi.com", "X"), "修改实例cvm属性.md")).toMatchObject({ fragment: { service: "" } });
  });
});

describe("a page about something else", () => {
  const example = "POST https://live.tencentcloudapi.com/?Action=CreateStream\n";

  it("that lists the numbers of the older API is skipped, also with a few other rows", () => {
    const rows = ["-1", "-2", "-300", "Others"].map((code) => `| ${code} | x |`).join("\n");
    expect(read(`# Streams\n\n## Error Codes\n\n| Error Code | Reason |\n|--|--|\n${rows}\n\n${example}`, "streams.md")).toMatchObject({ kind: "skipped", reason: "The page lists the numeric codes of the older API." });
  });

  it("that has a table of samples called codes is skipped", () => {
    const rows = ["Java", "Go", "Node.js"].map((name) => `| ${name} | x |`).join("\n");
    expect(read(`# Keys\n\n## Application code\n\n| Code | Address |\n|--|--|\n${rows}\n\nsts.tencentcloudapi.com\n`, "keys.md")).toMatchObject({ kind: "skipped" });
  });
});

describe("a page of error codes", () => {
  it.each([
    ["the file's exact name", "cbs.zh.md", undefined, "cbs"],
    ["the file's name without a language", "cvm.md", undefined, "cvm"],
    ["a word of the file's name", "api-error-codes-cbs.md", undefined, "cbs"],
    ["the option", "error-codes.md", "emr", "emr"],
  ])("has its service from %s", (_, file, told, expected) => {
    expect(read(PAGE, file, told)).toMatchObject({ fragment: { service: expected } });
  });

  it("has its service from the one domain that it names, before the file's name", () => {
    expect(read(`${PAGE}\nPOST cvm.tencentcloudapi.com\n`, "cbs.zh.md")).toMatchObject({ fragment: { service: "cvm" } });
  });

  it("that names two domains has its service from the file's name", () => {
    expect(read(`${PAGE}\ncvm.tencentcloudapi.com, emr.tencentcloudapi.com\n`, "cbs.zh.md")).toMatchObject({ fragment: { service: "cbs" } });
  });

  it("whose service cannot be known is read without it", () => {
    expect(read(PAGE, "errors.md")).toMatchObject({ fragment: { service: "" } });
  });

  it("is of a new service where its file's name says so", () => {
    expect(read(PAGE, "brandnew.zh.md")).toMatchObject({ fragment: { service: "brandnew" } });
  });

  it("whose file's name misspells a service is an error, unless the user says that it is new", () => {
    expect(() => read(PAGE, "emrs.zh.md")).toThrow('No service is called "emrs", but one is called "emr"; name the file after that, or pass --service emrs if it is new.');
    expect(read(PAGE, "emrs.zh.md", "emrs")).toMatchObject({ fragment: { service: "emrs" } });
  });

  it("gives the rows that can be read, and the others with their place", () => {
    const result = read(errorCodePage("公共错误码", "业务错误码", `${ROW}\n| not a code! | text |\n| ResourceBusy | busy |`), "cbs.zh.md");
    if (result.kind === "skipped") throw new Error(result.reason);
    expect(result.fragment.codes.map((row) => row.code)).toEqual(["InvalidDisk.Busy", "ResourceBusy"]);
    expect(result.badRows.map((error) => error.line)).toEqual(['cbs.zh.md:19:3: "not a code!" is no error code; a code looks like "InvalidParameterValue.LimitExceeded".']);
    expect(readErrorCodePage(result.text, "cbs.zh.md").codes.map((row) => row.code)).toEqual(["InvalidDisk.Busy", "ResourceBusy"]);
  });

  it("of a new service is read when the user says so", () => {
    expect(read(PAGE, "errors.md", "brandnew")).toMatchObject({ fragment: { service: "brandnew" } });
  });
});

describe("a page that is skipped", () => {
  it("lists the older API's numbers", () => {
    const page = "## 错误码\n\n| 错误码 | 说明 |\n|--|--|\n| 4000 | 缺参数 |\n| 5300 | 超限 |\n";
    expect(read(page, "cbs.zh.md")).toEqual({ kind: "skipped", reason: "The page lists the numeric codes of the older API." });
  });

  it("is the general page about results", () => {
    const page = `## 返回结果\n\n### 公共错误码\n\n| 错误码 | 说明 |\n|--|--|\n${GATEWAY_ROWS}\n`;
    expect(read(page, "results.md")).toEqual({
      kind: "skipped",
      reason: "The page lists only the common error codes and says nothing about a service.",
    });
  });

  it("shows some of the common codes once more", () => {
    const table = `| 错误码 | 说明 |\n|--|--|\n${GATEWAY_ROWS}\n`;
    const page = `## 调用\n\ncvm.tencentcloudapi.com\n\n## 错误返回结果\n\n${table}\n### 公共错误码\n\n${table}`;
    expect(read(page, "tutorial.md")).toMatchObject({ kind: "skipped", reason: expect.stringContaining("only the common error codes") as string });
  });

  it("has codes, but not those of API 3.0", () => {
    const page = "## Error codes\n\n| Error code | HTTP |\n|--|--|\n| NoSuchKey | 404 |\n| NoSuchBucket | 404 |\n";
    expect(read(page, "cos-errors.md")).toMatchObject({ kind: "skipped" });
  });

  it.each([
    ["an archive", "PK\u0003\u0004…", "The file is an archive or an office document;"],
    ["a PDF", "%PDF-1.7\n", "The file is a PDF;"],
    ["one MHTML file", "From: <Saved by Blink>\nContent-Type: multipart/related\n", "The file is a page saved as one MHTML file;"],
    ["binary data", "\u0089PNG\u0000", "The file holds binary data, not a page."],
    ["JSON", '{"Response": {}}', "The file is JSON, not a page."],
  ])("is %s", (_, text, reason) => {
    expect(read(text, "cbs.zh.md")).toMatchObject({ kind: "skipped", reason: expect.stringContaining(reason) as string });
  });

  it("has no table at all", () => {
    expect(read("# About\n", "readme.md")).toEqual({ kind: "skipped", reason: "The page has no table of error codes." });
  });
});
