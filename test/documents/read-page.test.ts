import { describe, expect, it } from "vitest";

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

  it("whose service cannot be known is an error", () => {
    expect(() => read(PAGE, "errors.md")).toThrow('name the file "<service>.<lang>.md" or pass --service');
  });

  it("of a service that is not known is an error", () => {
    expect(() => read(PAGE, "cbss.zh.md")).toThrow('The service "cbss" is not among the 4 that the catalog knows');
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

  it("has codes, but not those of API 3.0", () => {
    const page = "## Error codes\n\n| Error code | HTTP |\n|--|--|\n| NoSuchKey | 404 |\n| NoSuchBucket | 404 |\n";
    expect(read(page, "cos-errors.md")).toMatchObject({ kind: "skipped" });
  });

  it("has no table at all", () => {
    expect(read("# About\n", "readme.md")).toEqual({ kind: "skipped", reason: "The page has no table of error codes." });
  });
});
