import { describe, expect, it } from "vitest";

import { readClient } from "../../src/documents/go-sdk/client-go.js";
import { readErrorConstants } from "../../src/documents/go-sdk/errors-go.js";
import { readClientTokens } from "../../src/documents/go-sdk/models-go.js";
import { readProducts } from "../../src/documents/go-sdk/products.js";

describe("errors.go", () => {
  it("gives each constant with the comment above it", () => {
    const source = `package v1

const (
	// 此产品的特有错误码

	// 云硬盘忙，
	// 请稍后重试。
	INVALIDDISK_BUSY = "InvalidDisk.Busy"
	MISSINGPARAMETER_ = "MissingParameter."
)
`;
    expect(readErrorConstants(source)).toEqual([
      { code: "InvalidDisk.Busy", comment: "云硬盘忙， 请稍后重试。", line: 8 },
      { code: "MissingParameter.", comment: "", line: 9 },
    ]);
  });

  it("may have no constants", () => {
    expect(readErrorConstants("package v1\n\nconst (\n)\n")).toEqual([]);
  });
});

describe("client.go", () => {
  const method = (name: string, title: string): string => `// ${name}
// text with "InvalidText.NotListed"
//
// ${title}
//  INVALIDDISK_BUSY = "InvalidDisk.Busy"
//  RESOURCEBUSY = "ResourceBusy"
func (c *Client) ${name}(request *Request) (response *Response, err error) {
`;

  it.each([["可能返回的错误码:"], ["error code that may be returned:"]])("lists the codes of an action under %s", (title) => {
    expect([...readClient(method("AttachDisks", title)).actions]).toEqual([["AttachDisks", ["InvalidDisk.Busy", "ResourceBusy"]]]);
  });

  it("has an action and its twin with a context once", () => {
    const source = method("AttachDisks", "可能返回的错误码:") + method("AttachDisksWithContext", "可能返回的错误码:");
    expect([...readClient(source).actions.keys()]).toEqual(["AttachDisks"]);
  });

  it("has an action without a list with no codes", () => {
    const source = "// Describe\n// text\nfunc (c *Client) Describe(request *Request) (response *Response, err error) {\n";
    expect([...readClient(source).actions]).toEqual([["Describe", []]]);
  });

  it("does not carry a list over to the next function", () => {
    const source = `${method("A", "可能返回的错误码:").split("func")[0]}\nfunc (c *Client) B(request *Request) (r *Response, err error) {\n`;
    expect([...readClient(source).actions]).toEqual([["B", []]]);
  });

  it("names the API version", () => {
    expect(readClient('const APIVersion = "2017-03-12"\r\n').version).toBe("2017-03-12");
  });
});

describe("models.go", () => {
  const read = (source: string): readonly string[] => readClientTokens(Buffer.from(source));
  const field = '\tClientToken *string `json:"ClientToken,omitnil,omitempty" name:"ClientToken"`';

  it("gives the actions whose request has the field", () => {
    const source = `type CreateDisksRequestParams struct {
	// 名称
	DiskName *string \`json:"DiskName,omitnil,omitempty" name:"DiskName"\`

${field}
}

type CreateDisksRequest struct {
	*http.BaseRequest
	
	DiskName *string \`json:"DiskName,omitnil,omitempty" name:"DiskName"\`

	// 用于保证请求幂等性的字符串。
${field}
}

func (r *CreateDisksRequest) FromJsonString(s string) error {
	delete(f, "ClientToken")
}

type AttachDisksRequest struct {
	*http.BaseRequest
	DiskName *string \`json:"DiskName,omitnil,omitempty" name:"DiskName"\`
}
`;
    expect(read(source)).toEqual(["CreateDisks"]);
  });

  it.each([
    ["written in an older form", 'type ARequest struct {\n    ClientToken *string `json:"ClientToken" name:"ClientToken"`\n}\n'],
    ["written with spaces in between", 'type ARequest struct {\n\tClientToken   *string   `name:"ClientToken" json:"ClientToken,omitempty"`\n}\n'],
    ["with line ends of Windows", `type ARequest struct {\r\n${field}\r\n}\r\n`],
    ["after a structure in the request", `type ARequest struct {\n\tDisk struct {\n\t\tId *string\n\t}\n${field}\n}\n`],
    ["after a comment that ends in a brace", `type ARequest struct {\n\t// such as {\n${field}\n}\n`],
    ["at the end of a file that is cut off", `type ARequest struct {\n${field}`],
  ])("reads a field %s", (_, source) => {
    expect(read(source)).toEqual(["A"]);
  });

  it.each([
    ["of a structure that a request can hold", `type LaunchTemplateVersionData struct {\n${field}\n}\n`],
    ["of a response", `type ScaleOutClusterResponseParams struct {\n${field}\n}\n`],
    ["of a structure inside the request", `type ARequest struct {\n\tDisk struct {\n\t${field}\n\t}\n}\n`],
    ["after the request", `type ARequest struct {\n}\n\nvar x = struct {\n${field}\n}{}\n`],
    ["in a comment", `type ARequest struct {\n\t// ${field.trim()}\n}\n`],
    ["of which only the Go name is the same", 'type ARequest struct {\n\tClientToken *string `json:"Token,omitempty" name:"ClientToken"`\n}\n'],
  ])("leaves out a field %s", (_, source) => {
    expect(read(source)).toEqual([]);
  });

  it.each(["ClientTokens", "clientToken", "ClientTokenId", "MyClientToken"])("leaves out the field %s", (name) => {
    const source = `type BRequest struct {\n${field}\n}\n\ntype ARequest struct {\n${field.replaceAll("ClientToken", name)}\n}\n`;
    expect(read(source)).toEqual(["B"]);
  });

  it("may be empty", () => {
    expect(read("")).toEqual([]);
  });
});

describe("products.md", () => {
  it("gives the documentation number from either link", () => {
    const page = `| 包名 | 产品中文名 | 更新历史 | 更新时间 |
|:-:|:-:|:-:|:-:|
| aai | [](https://cloud.tencent.com/document/product) | [查看](https://cloud.tencent.com/document/product/441/17368) | 2019 |
| cbs | [云硬盘](https://cloud.tencent.com/document/product/362) | [查看](https://cloud.tencent.com/document/product/362/15772) | 2026 |
| cwp | [主机安全](https://cloud.tencent.com/document/product) | | 2026 |
`;
    expect([...readProducts(page)]).toEqual([["aai", 441], ["cbs", 362]]);
  });
});
