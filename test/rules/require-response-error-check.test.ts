import { RuleTester } from "@typescript-eslint/rule-tester";
import rule from "../../rules/require-response-error-check.js";

const ruleTester = new RuleTester();

function asking(body: string): string {
  return `export async function run(request) {
  const response = await fetch("https://cbs.tencentcloudapi.com", request);
  const body = await response.json();
  ${body}
}`;
}

function calling(body: string): string {
  return `import { cbs } from "tencentcloud-sdk-nodejs";
const client = new cbs.v20170312.Client({});
export async function run(request) {
  const result = await client.DescribeDisks(request);
  ${body}
}`;
}

ruleTester.run("require-response-error-check", rule, {
  valid: [
    { name: "an error that is thrown", code: asking(`if (body.Response.Error) throw new Error(body.Response.Error.Code); return body.Response.DiskSet;`) },
    { name: "an error in a condition", code: asking(`return body.Response.Error ? [] : body.Response.DiskSet;`) },
    { name: "an error that was taken out", code: asking(`const { Error: failure, DiskSet } = body.Response; if (failure) throw failure; return DiskSet;`) },
    { name: "the request's id", code: asking(`return body.Response.RequestId;`) },
    { name: "an answer that is handed on", code: asking(`return body.Response;`) },
    { name: "an answer that a function looked at", code: asking(`assertOk(body); return body.Response.DiskSet;`) },
    { name: "an answer that a function looked at as it wrote it down", code: asking(`logOrThrow(body); return body.Response.DiskSet;`) },
    { name: "an answer of a helper that throws", code: `async function call() { const body = await (await fetch("https://cbs.tencentcloudapi.com")).json(); if (body.Response.Error) throw body; return body; }\nexport async function run() { const body = await call(); return body.Response.DiskSet; }` },
    { name: "an answer of somebody else", code: asking(`return body.Response.Items;`).replace("cbs.tencentcloudapi.com", "example.com") + "\n// tencentcloud" },
    { name: "an answer that comes from elsewhere", code: `// tencentcloudapi.com\nexport const disks = (body) => body.Response.DiskSet;` },
    { name: "a field that may be read", code: asking(`return body.Response.TotalCount;`), options: [{ allow: ["TotalCount"] }] },
    { name: "a field of an SDK result", code: calling(`return result.DiskSet;`) },
    { name: "an Error of something else", code: calling(`const other = await load(); return other.Error ? null : result;`) },
    {
      name: "an action whose result has an Error of its own",
      code: `import { lkeap } from "tencentcloud-sdk-nodejs";\nconst client = new lkeap.v20240522.Client({});\nexport async function run(request) { const result = await client.GetSplitDocumentResult(request); return result.Error; }`,
    },
  ],
  invalid: [
    { name: "a field", code: asking(`return body.Response.DiskSet;`), errors: [{ messageId: "uncheckedResponse", data: { field: "DiskSet" } }] },
    { name: "a field that is taken out", code: asking(`const { DiskSet } = body.Response; return DiskSet;`), errors: [{ messageId: "uncheckedResponse", data: { field: "DiskSet" } }] },
    { name: "a field before the error", code: asking(`const disks = body.Response.DiskSet; if (body.Response.Error) return []; return disks;`), errors: [{ messageId: "uncheckedResponse" }] },
    { name: "an answer that is only logged", code: asking(`console.log(body); return body.Response.DiskSet;`), errors: [{ messageId: "uncheckedResponse" }] },
    { name: "an answer that is only logged, by a logger of another name", code: asking(`winston.verbose(body); return body.Response.DiskSet;`), errors: [{ messageId: "uncheckedResponse" }] },
    { name: "a look at the error in another function", code: asking(`const check = () => { if (body.Response.Error) throw body; }; return body.Response.DiskSet;`), errors: [{ messageId: "uncheckedResponse" }] },
    { name: "a request that its header gives away", code: `export async function run(url) {\n  const body = await (await fetch(url, { headers: { "X-TC-Action": "DescribeDisks" } })).json();\n  return body.Response.DiskSet;\n}`, errors: [{ messageId: "uncheckedResponse" }] },
    {
      name: "an answer of the code map's type",
      code: `import type { ApiResponse } from "tencentcloud-error-codes";\nexport function disks(body: ApiResponse<{ DiskSet: object[] }>) { return (body as any).Response.DiskSet; }`,
      errors: [{ messageId: "uncheckedResponse" }],
    },
    { name: "Error of an SDK result", code: calling(`if (result.Error) throw result.Error; return result.DiskSet;`), errors: [{ messageId: "errorOnResult", data: { action: "DescribeDisks" } }] },
    { name: "Response.Error of an SDK result", code: calling(`return result.Response?.Error ? null : result;`), errors: [{ messageId: "errorOnResult" }] },
  ],
});
