import { describe, expect, it } from "vitest";

import { isNamedAsReading } from "../../src/codemap/reading.js";
import { readClient } from "../../src/documents/go-sdk/client-go.js";
import { doesMoreThanNamed } from "../../src/documents/go-sdk/reading.js";

describe("isNamedAsReading", () => {
  it.each(["DescribeDisks", "GetPolicy", "InquiryPriceRunInstances", "ListUsers"])("is true for %s", (action) => {
    expect(isNamedAsReading(action)).toBe(true);
  });

  it.each(["CreateDisks", "Describer", "Checkout", "Getaway", "", "describeDisks"])("is false for %j", (action) => {
    expect(isNamedAsReading(action)).toBe(false);
  });
});

describe("doesMoreThanNamed", () => {
  it.each([
    ["DescribeDisks", "本接口（DescribeDisks）用于查询云硬盘列表。"],
    ["DescribeTasks", "查询导出任务。"],
    ["ListUsers", "This API is used to query users."],
    ["InquiryPriceCreateDisks", "本接口（InquiryPriceCreateDisks）用于创建云硬盘询价。"],
    ["CreateDisks", "用于创建云硬盘。"],
  ])("is false for %s: %s", (action, description) => {
    expect(doesMoreThanNamed(action, description)).toBe(false);
  });

  it.each([
    ["DescribeExport", "本接口 (DescribeExport) 用于导出列表，返回下载地址。"],
    ["DescribeOrders", "This API is used to create an order. It returns the order."],
    ["CheckFirewall", "发起防火墙检查。"],
    ["GetFederationToken", "获取临时访问凭证。"],
    ["GetScore", "评分接口。"],
    ["DescribeDisks", ""],
  ])("is true for %s: %s", (action, description) => {
    expect(doesMoreThanNamed(action, description)).toBe(true);
  });

  it("answers on a description of any length", () => {
    expect(doesMoreThanNamed("GetDisks", "本".repeat(12_000_000))).toBe(true);
  });
});

describe("a client's source", () => {
  const source = (name: string, comment: readonly string[]): string =>
    `${comment.map((line) => `// ${line}`).join("\n")}\nfunc (c *Client) ${name}(request *Request) (response *Response, err error) {\n}\n`;

  it("tells the actions that do more than they are named for, and takes no code's name for a description", () => {
    const text = source("DescribeDisks", ["DescribeDisks", "用于查询云硬盘列表。"]) + source("DescribeExport", ["DescribeExport", "用于导出云硬盘。", "可能返回的错误码:", '  QUERYERROR = "QueryError"']);
    expect(readClient(text).moreThanNamed).toEqual(["DescribeExport"]);
  });
});
