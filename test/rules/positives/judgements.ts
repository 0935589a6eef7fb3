import { bareFamily, handling, onMessage, unchecked, undocumented, type Positive } from "./snippet.js";

/** What is wrong with the codes, and the mistakes beside them. */
export const judgements: Readonly<Record<string, Positive>> = {
  "documented for another service": { reports: undocumented('"InvalidParameter.RoleNotExist"'), code: handling("cbs", "v20170312", "DescribeDisks", `if (e.code === "InvalidParameter.RoleNotExist") return null;`) },
  "in the wrong case": { reports: undocumented('"invalidDisk.busy"'), code: handling("cbs", "v20170312", "DescribeDisks", `if (e.code === "invalidDisk.busy") return null;`) },
  "a family in the wrong case": { reports: undocumented('"authfailure"'), code: handling("emr", "v20190103", "DescribeInstances", `if (e.code.startsWith("authfailure")) return null;`) },
  "an errno": { reports: undocumented('"ECONNRESET"'), code: handling("sqlserver", "v20180328", "DescribeDBInstances", `if (e.code === "ECONNRESET") return null;`) },
  "an errno in a list": { reports: undocumented('"ETIMEDOUT"'), code: handling("sqlserver", "v20180328", "DescribeDBInstances", `if (["RequestLimitExceeded.UinLimitExceeded", "ETIMEDOUT"].includes(e.code)) return null;`) },
  "a family that no service has": { reports: undocumented('"Throttling"'), code: handling("vpc", "v20170312", "DescribeVpcs", `if (e.code.startsWith("Throttling")) return null;`) },
  "a handler of matchErrorCode": { reports: undocumented('"InvalidDisk.Bsy"', '"AuthFailures.*"'), code: `
import { cbs } from "tencentcloud-sdk-nodejs";
import { matchErrorCode } from "tencentcloud-error-codes";
const client = new cbs.v20170312.Client({});
export async function run() {
  try { return await client.DescribeDisks({}); }
  catch (e: any) { return matchErrorCode(e, { "InvalidDisk.Bsy": () => 1, "AuthFailures.*": () => 2, otherwise: () => 3 } as any); }
}` },
  "hasErrorCode": { reports: undocumented('"InvalidDisk.Bsy"'), code: `
import { cbs } from "tencentcloud-sdk-nodejs";
import { hasErrorCode } from "tencentcloud-error-codes";
const client = new cbs.v20170312.Client({});
export async function run() { try { return await client.DescribeDisks({}); } catch (e: any) { if (hasErrorCode(e, "InvalidDisk.Bsy")) return 1; throw e; } }` },
  "inFamily": { reports: undocumented('"InvalidDisks"'), code: `
import { cbs } from "tencentcloud-sdk-nodejs";
import { inFamily } from "tencentcloud-error-codes";
const client = new cbs.v20170312.Client({});
export async function run() { try { return await client.DescribeDisks({}); } catch (e: any) { if (inFamily(e.code, "InvalidDisks")) return 1; throw e; } }` },
  "two mistakes in one handler": { reports: undocumented('"InvalidDisk.Bsy"', '"ResourceBusi"'), code: handling("cbs", "v20170312", "AttachDisks", `if (e.code === "InvalidDisk.Bsy") return 1; if (e.code === "ResourceBusi") return 2;`) },
  "a union of the code map": { reports: [], code: `
import type { CbsErrorCode } from "tencentcloud-error-codes/cbs";
export function explain(code: CbsErrorCode) { return code === "InvalidDisk.Busy" ? "busy" : "?"; }` },

  "bare: throttling": { reports: bareFamily('"RequestLimitExceeded"'), code: handling("scf", "v20180416", "GetFunction", `if (e.code === "RequestLimitExceeded") return null;`) },
  "bare: a value with a detail": { reports: bareFamily('"InvalidParameterValue"'), code: handling("cbs", "v20170312", "AttachDisks", `if (e.code === "InvalidParameterValue") return null;`) },
  "bare: a resource that is not there": { reports: bareFamily('"ResourceNotFound"'), code: handling("scf", "v20180416", "GetFunction", `if (e.code === "ResourceNotFound") return null;`) },
  "bare: with !==": { reports: bareFamily('"ResourceNotFound"'), code: handling("live", "v20180801", "DescribeLiveDomain", `if (e.code !== "ResourceNotFound") throw e; return null;`) },
  "bare: a case": { reports: bareFamily('"ResourceUnavailable"'), code: handling("tat", "v20201028", "InvokeCommand", `switch (e.code) { case "ResourceUnavailable": return null; default: throw e; }`) },
  "bare: a list": { reports: bareFamily('"LimitExceeded"'), code: handling("vpc", "v20170312", "CreateVpc", `if (["LimitExceeded"].includes(e.code)) return null;`) },
  "bare: one of the details beside it": { reports: bareFamily('"ResourceNotFound"'), code: handling("scf", "v20180416", "GetFunction", `if (e.code === "ResourceNotFound" || e.code === "ResourceNotFound.Function") return null;`) },
  "bare: only details are documented": { reports: bareFamily('"InternalError"'), code: handling("cam", "v20190116", "GetRole", `if (e.code === "InternalError") return null;`) },
  "bare: an alias": { reports: bareFamily('"ResourceInsufficient"'), code: handling("cvm", "v20170312", "RunInstances", `const { code } = e; if (code === "ResourceInsufficient") return null;`) },
  "bare: a predicate of the application": { reports: bareFamily('"LimitExceeded"'), code: `const isFull = (code: string) => code === "LimitExceeded";\n${handling("dnspod", "v20210323", "CreateRecord", `if (isFull(e.code)) return null;`)}` },
  "bare: the service of a guard": { reports: bareFamily('"InternalError"'), code: `
import { isCbsError } from "tencentcloud-error-codes/cbs";
export function explain(e: any) { if (isCbsError(e) && e.code === "InternalError") return "theirs"; return "?"; }` },
  "bare: the service of a host": { reports: bareFamily('"InternalError"'), code: `
export async function run() {
  const body = await (await fetch("https://cbs.tencentcloudapi.com")).json();
  if (body.Response.Error?.Code === "InternalError") return null;
  return body.Response.Error ? null : body.Response.DiskSet;
}` },

  "message: a code in it": { reports: onMessage('e.message.includes("RequestLimitExceeded")'), code: handling("cbs", "v20170312", "DescribeDisks", `if (e.message.includes("RequestLimitExceeded")) return null;`) },
  "message: a code with a detail": { reports: onMessage('e.message.includes("InvalidDisk.Busy")'), code: handling("cbs", "v20170312", "DescribeDisks", `if (e.message.includes("InvalidDisk.Busy")) return null;`) },
  "message: a text": { reports: onMessage('e.message.includes("not found")'), code: handling("tke", "v20180525", "DescribeClusters", `if (e.message.includes("not found")) return null;`) },
  "message: a text in lower case": { reports: onMessage('e.message.toLowerCase().includes("already exists")'), code: handling("cam", "v20190116", "CreateRole", `if (e.message.toLowerCase().includes("already exists")) return null;`) },
  "message: a text in Chinese": { reports: onMessage('message.includes("不存在")'), code: handling("dnspod", "v20210323", "DescribeRecord", `const { message } = e; if (message.includes("不存在")) return null;`) },
  "message: a regular expression": { reports: onMessage("/already (exists|bound)/i.test(e.message)"), code: handling("cbs", "v20170312", "AttachDisks", `if (/already (exists|bound)/i.test(e.message)) return null;`) },
  "message: match as a condition": { reports: onMessage("e.message.match(/quota/)"), code: handling("vpc", "v20170312", "CreateVpc", `if (e.message.match(/quota/)) return null;`) },
  "message: indexOf": { reports: onMessage('e.message.indexOf("quota") !== -1'), code: handling("vpc", "v20170312", "CreateVpc", `if (e.message.indexOf("quota") !== -1) return null;`) },
  "message: ===": { reports: onMessage('e.message === "no such role"'), code: handling("cam", "v20190116", "GetRole", `if (e.message === "no such role") return null;`) },
  "message: an alias that is always a text": { reports: onMessage('text.includes("LimitExceeded")'), code: handling("clb", "v20180317", "CreateListener", `const text = e instanceof Error ? e.message : String(e); if (text.includes("LimitExceeded")) return null;`) },
  "message: the error as a text": { reports: onMessage('String(e).includes("RequestLimitExceeded")'), code: handling("ssl", "v20191205", "DescribeCertificate", `if (String(e).includes("RequestLimitExceeded")) return null;`) },
  "message: .catch": { reports: onMessage('err.message.startsWith("role")'), code: `
import { cam } from "tencentcloud-sdk-nodejs";
const client = new cam.v20190116.Client({});
export const run = (request: any) => client.GetRole(request).catch((err: any) => { if (err.message.startsWith("role")) return null; throw err; });` },
  "message: of a raw answer": { reports: onMessage('body.Response.Error?.Message.includes("expired")'), code: `
export async function run() {
  const body = await (await fetch("https://cbs.tencentcloudapi.com")).json();
  if (body.Response.Error?.Message.includes("expired")) return null;
  return body;
}` },
  "message: getMessage": { reports: onMessage('e.getMessage().includes("quota")'), code: `
import TencentCloudSDKHttpException from "tencentcloud-sdk-nodejs/tencentcloud/common/exception/tencent_cloud_sdk_exception";
export function explain(e: unknown) { if (e instanceof TencentCloudSDKHttpException && e.getMessage().includes("quota")) return "full"; return "?"; }` },
  "message: a list of texts": { reports: onMessage("e.message.includes(text)"), code: handling("cvm", "v20170312", "RunInstances", `if (["sold out", "no stock"].some((text) => e.message.includes(text))) return null;`) },

  "raw: a field of an unchecked answer": { reports: unchecked("body.Response.DiskSet"), code: `
export async function run() {
  const body = await (await fetch("https://cbs.tencentcloudapi.com", { method: "POST" })).json();
  return body.Response.DiskSet;
}` },
  "raw: taken out": { reports: unchecked("DiskSet"), code: `
export async function run() {
  const response = await fetch("https://cbs.tencentcloudapi.com", { method: "POST" });
  const body = await response.json();
  const { DiskSet } = body.Response;
  return DiskSet;
}` },
  "raw: by its header": { reports: unchecked("body.Response.TotalCount"), code: `
import axios from "axios";
export async function run(url: string) {
  const options = { headers: { "X-TC-Action": "DescribeDisks", "X-TC-Version": "2017-03-12" } };
  const { data: body } = await axios.post(url, {}, options);
  console.log(body);
  return body.Response.TotalCount;
}` },
  "raw: through a helper": { reports: unchecked("body.Response.RoleInfo"), code: `
async function call(action: string, payload: object) {
  const response = await fetch("https://cam.tencentcloudapi.com", { method: "POST", headers: { "X-TC-Action": action }, body: JSON.stringify(payload) });
  return response.json();
}
export async function run() { const body = await call("GetRole", {}); return body.Response.RoleInfo; }` },
  "raw: parsed": { reports: unchecked("body.Response.Credentials"), code: `
export async function run(post: (url: string) => Promise<string>) {
  const text = await post("https://sts.tencentcloudapi.com/?Action=AssumeRole");
  const body = JSON.parse(text);
  return body.Response.Credentials;
}` },
  "raw: by its type": { reports: unchecked("(body as any).Response.TotalCount"), code: `
import type { ApiResponse } from "tencentcloud-error-codes";
export function count(body: ApiResponse<{ TotalCount: number }>) { return (body as any).Response.TotalCount; }` },
  "raw: checked too late": { reports: unchecked("body.Response.DiskSet"), code: `
export async function run() {
  const body = await (await fetch("https://cbs.tencentcloudapi.com")).json();
  const disks = body.Response.DiskSet;
  if (body.Response.Error) throw new Error(body.Response.Error.Code);
  return disks;
}` },
  "result: Error of an SDK result": { reports: unchecked("result.Error"), code: `
import { cbs } from "tencentcloud-sdk-nodejs";
const client = new cbs.v20170312.Client({});
export async function run() { const result: any = await client.DescribeDisks({}); if (result.Error) throw new Error(result.Error.Message); return result.DiskSet; }` },
  "result: Response.Error of an SDK result": { reports: unchecked("result.Response.Error"), code: `
import { tke } from "tencentcloud-sdk-nodejs";
const client = new tke.v20180525.Client({});
export async function run() { const result: any = await client.DescribeClusters({}); if (result.Response.Error) return null; return result.Clusters; }` },
  "result: Error taken out of it": { reports: unchecked("Error: failure"), code: `
import { smh } from "tencentcloud-sdk-nodejs/tencentcloud/services/smh";
const client = new smh.v20210712.Client({});
export async function run() { const { Error: failure, List }: any = await client.DescribeLibraries({}); if (failure) return null; return List; }` },
  "result: in a then": { reports: unchecked("result.Error"), code: `
import { cvm } from "tencentcloud-sdk-nodejs";
const client = new cvm.v20170312.Client({});
export const run = () => client.DescribeZones({}).then((result: any) => (result.Error ? [] : result.ZoneSet));` },
};
