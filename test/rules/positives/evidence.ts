import { undocumented, type Positive } from "./snippet.js";

const handler = `catch (e: any) { if (e.code === "InvalidDisk.Bsy") return null; throw e; }`;
const reports = undocumented('"InvalidDisk.Bsy"');

/** The ways in which a client comes to the call, and the error to the place that reads its code. */
export const evidence: Readonly<Record<string, Positive>> = {
  "call: a client of a named import": { reports, code: `
import { cbs } from "tencentcloud-sdk-nodejs";
const client = new cbs.v20170312.Client({});
export async function run() { try { return await client.DescribeDisks({}); } ${handler} }` },
  "call: a client of the namespace": { reports, code: `
import * as tencentcloud from "tencentcloud-sdk-nodejs";
const client = new tencentcloud.cbs.v20170312.Client({});
export async function run() { try { return await client.DescribeDisks({}); } ${handler} }` },
  "call: the class in a constant": { reports, code: `
import * as tencentcloud from "tencentcloud-sdk-nodejs";
const CbsClient = tencentcloud.cbs.v20170312.Client;
const client = new CbsClient({});
export async function run() { try { return await client.DescribeDisks({}); } ${handler} }` },
  "call: the class taken out of the version": { reports, code: `
import { cbs } from "tencentcloud-sdk-nodejs";
const { Client: CbsClient } = cbs.v20170312;
export async function run() { const client = new CbsClient({}); try { return await client.DescribeDisks({}); } ${handler} }` },
  "call: require of the root": { reports, code: `
const tencentcloud = require("tencentcloud-sdk-nodejs");
const CbsClient = tencentcloud.cbs.v20170312.Client;
export async function run() { const client = new CbsClient({}); try { return await client.DescribeDisks({}); } ${handler} }` },
  "call: require of a file deep inside": { reports, code: `
const { Client } = require("tencentcloud-sdk-nodejs/tencentcloud/services/cbs/v20170312/cbs_client");
const client = new Client({});
export async function run() { try { return await client.DescribeDisks({}); } ${handler} }` },
  "call: import of a file deep inside": { reports, code: `
import { Client as CbsClient } from "tencentcloud-sdk-nodejs/tencentcloud/services/cbs/v20170312/cbs_client";
const client = new CbsClient({});
export async function run() { try { return await client.DescribeDisks({}); } ${handler} }` },
  "call: import of a service deep inside": { reports, code: `
import { cbs } from "tencentcloud-sdk-nodejs/tencentcloud/services/cbs";
const client = new cbs.v20170312.Client({});
export async function run() { try { return await client.DescribeDisks({}); } ${handler} }` },
  "call: a package of one service": { reports: undocumented('"InvalidParameter.CidrOverlap"'), code: `
import { tke } from "tencentcloud-sdk-nodejs-tke";
const client = new tke.v20180525.Client({});
export async function run() { try { return await client.DescribeClusters({}); } catch (e: any) { if (e.code === "InvalidParameter.CidrOverlap") return null; throw e; } }` },
  "call: the international package": { reports, code: `
import { Client } from "tencentcloud-sdk-nodejs-intl-en/tencentcloud/services/cbs/v20170312/cbs_client";
const client = new Client({});
export async function run() { try { return await client.DescribeDisks({}); } ${handler} }` },
  "call: a dynamic import": { reports, code: `
export async function run() {
  const { cbs } = await import("tencentcloud-sdk-nodejs");
  const client = new cbs.v20170312.Client({});
  try { return await client.DescribeDisks({}); } ${handler} }` },
  "call: CommonClient by its endpoint": { reports, code: `
import { CommonClient } from "tencentcloud-sdk-nodejs/tencentcloud/common/common_client";
const client = new CommonClient("cbs.tencentcloudapi.com", "2017-03-12", {});
export async function run() { try { return await client.request("DescribeDisks", {}); } ${handler} }` },
  "call: CommonClient by an endpoint with a region, in a constant": { reports, code: `
import { CommonClient } from "tencentcloud-sdk-nodejs/tencentcloud/common/common_client";
const endpoint = "cbs.ap-guangzhou.tencentcloudapi.com";
const client = new CommonClient(endpoint, "2017-03-12", {});
export async function run() { try { return await client.request("DescribeDisks", {}); } ${handler} }` },
  "call: a request by its name": { reports, code: `
import { cbs } from "tencentcloud-sdk-nodejs";
const client = new cbs.v20170312.Client({});
export async function run() { try { return await client.request("DescribeDisks", {}); } ${handler} }` },
  "call: a parameter with a type": { reports, code: `
import type { Client as CbsClient } from "tencentcloud-sdk-nodejs/tencentcloud/services/cbs/v20170312/cbs_client";
export async function run(client: CbsClient) { try { return await client.DescribeDisks({}); } ${handler} }` },
  "call: a parameter typed with InstanceType": { reports, code: `
import type { cbs } from "tencentcloud-sdk-nodejs";
export async function run(client: InstanceType<typeof cbs.v20170312.Client>) { try { return await client.DescribeDisks({}); } ${handler} }` },
  "call: a parameter typed with an alias": { reports, code: `
import type { cbs } from "tencentcloud-sdk-nodejs";
type CbsClient = InstanceType<typeof cbs.v20170312.Client>;
export async function run(client: CbsClient) { try { return await client.DescribeDisks({}); } ${handler} }` },
  "call: a property of a parameter with an interface": { reports, code: `
import type { cbs } from "tencentcloud-sdk-nodejs";
interface Clients { disks: InstanceType<typeof cbs.v20170312.Client> }
export async function run(clients: Clients) { try { return await clients.disks.DescribeDisks({}); } ${handler} }` },
  "call: a property taken out of a parameter": { reports, code: `
import type { cbs } from "tencentcloud-sdk-nodejs";
export async function run({ disks }: { disks: InstanceType<typeof cbs.v20170312.Client> }) { try { return await disks.DescribeDisks({}); } ${handler} }` },
  "call: a parameter without a type that gets a client": { reports, code: `
import { cbs } from "tencentcloud-sdk-nodejs";
async function run(client: any) { try { return await client.DescribeDisks({}); } ${handler} }
run(new cbs.v20170312.Client({}));` },
  "call: a field of a class": { reports, code: `
import { cbs } from "tencentcloud-sdk-nodejs";
export class Disks {
  client = new cbs.v20170312.Client({});
  async run() { try { return await this.client.DescribeDisks({}); } ${handler} }
}` },
  "call: a private field that the constructor sets": { reports, code: `
import { cbs } from "tencentcloud-sdk-nodejs";
export class Disks {
  #client;
  constructor() { this.#client = new cbs.v20170312.Client({}); }
  async run() { try { return await this.#client.DescribeDisks({}); } ${handler} }
}` },
  "call: a parameter property": { reports, code: `
import type { cbs } from "tencentcloud-sdk-nodejs";
export class Disks {
  constructor(private readonly client: InstanceType<typeof cbs.v20170312.Client>) {}
  async run() { try { return await this.client.DescribeDisks({}); } ${handler} }
}` },
  "call: a getter that makes the client": { reports, code: `
import { cbs } from "tencentcloud-sdk-nodejs";
export class Disks {
  get client() { return new cbs.v20170312.Client({}); }
  async run() { try { return await this.client.DescribeDisks({}); } ${handler} }
}` },
  "call: a factory": { reports, code: `
import { cbs } from "tencentcloud-sdk-nodejs";
function getCbsClient() { return new cbs.v20170312.Client({}); }
export async function run() { try { return await getCbsClient().DescribeDisks({}); } ${handler} }` },
  "call: a factory that keeps its client": { reports, code: `
import { cbs } from "tencentcloud-sdk-nodejs";
let kept: any;
function getCbsClient() { return kept ??= new cbs.v20170312.Client({}); }
export async function run() { try { return await getCbsClient().DescribeDisks({}); } ${handler} }` },
  "call: an async factory": { reports, code: `
import { cbs } from "tencentcloud-sdk-nodejs";
const getCbsClient = async () => new cbs.v20170312.Client({});
export async function run() { try { return await (await getCbsClient()).DescribeDisks({}); } ${handler} }` },
  "call: a client in an object": { reports, code: `
import { cbs } from "tencentcloud-sdk-nodejs";
const clients = { cbs: new cbs.v20170312.Client({}) };
export async function run() { try { return await clients.cbs.DescribeDisks({}); } ${handler} }` },
  "call: a client in a Map": { reports, code: `
import { cbs } from "tencentcloud-sdk-nodejs";
const clients = new Map<string, InstanceType<typeof cbs.v20170312.Client>>();
export async function run(region: string) { try { return await clients.get(region)!.DescribeDisks({}); } ${handler} }` },
  "call: a subclass": { reports, code: `
import { cbs } from "tencentcloud-sdk-nodejs";
class DiskClient extends cbs.v20170312.Client {}
const client = new DiskClient({});
export async function run() { try { return await client.DescribeDisks({}); } ${handler} }` },
  "call: a helper that calls the action": { reports, code: `
import { cbs } from "tencentcloud-sdk-nodejs";
const client = new cbs.v20170312.Client({});
async function list() { const { DiskSet } = await client.DescribeDisks({}); return DiskSet ?? []; }
export async function run() { try { return await list(); } ${handler} }` },
  "call: a method that calls the action": { reports, code: `
import { cbs } from "tencentcloud-sdk-nodejs";
export class Disks {
  client = new cbs.v20170312.Client({});
  async list() { return this.client.DescribeDisks({}); }
  async run() { try { return await this.list(); } ${handler} }
}` },
  "call: a method of an object that calls the action": { reports, code: `
import { cbs } from "tencentcloud-sdk-nodejs";
const client = new cbs.v20170312.Client({});
const api = { async list() { return client.DescribeDisks({}); } };
export async function run() { try { return await api.list(); } ${handler} }` },
  "call: a wrapper that awaits a function": { reports, code: `
import { cbs } from "tencentcloud-sdk-nodejs";
import { withTracing } from "./tracing";
const client = new cbs.v20170312.Client({});
export async function run() { try { return await withTracing(() => client.DescribeDisks({})); } ${handler} }` },
  "call: a wrapper that awaits a promise": { reports, code: `
import { cbs } from "tencentcloud-sdk-nodejs";
import { withTimeout } from "./timeout";
const client = new cbs.v20170312.Client({});
export async function run() { try { return await withTimeout(client.DescribeDisks({}), 5000); } ${handler} }` },
  "call: several calls at once": { reports, code: `
import { cbs } from "tencentcloud-sdk-nodejs";
const client = new cbs.v20170312.Client({});
export async function run(ids: string[]) { try { return await Promise.all(ids.map((id) => client.DescribeDisks({ DiskIds: [id] }))); } ${handler} }` },
  "call: a promise kept before the try": { reports, code: `
import { cbs } from "tencentcloud-sdk-nodejs";
const client = new cbs.v20170312.Client({});
export async function run() { const pending = client.DescribeDisks({}); try { return await pending; } ${handler} }` },
  "call: .catch": { reports, code: `
import { cbs } from "tencentcloud-sdk-nodejs";
const client = new cbs.v20170312.Client({});
export const run = () => client.DescribeDisks({}).catch((e: any) => { if (e.code === "InvalidDisk.Bsy") return null; throw e; });` },
  "call: .then with two functions": { reports, code: `
import { cbs } from "tencentcloud-sdk-nodejs";
const client = new cbs.v20170312.Client({});
client.DescribeDisks({}).then((data) => console.log(data), (err: any) => { if (err.code === "InvalidDisk.Bsy") console.error("busy"); else throw err; });` },
  "call: .then and .catch with a named function": { reports, code: `
import { cbs } from "tencentcloud-sdk-nodejs";
const client = new cbs.v20170312.Client({});
function onError(err: any) { if (err.code === "InvalidDisk.Bsy") return null; throw err; }
export const run = () => client.DescribeDisks({}).then((data) => data.DiskSet).catch(onError);` },
  "call: a node callback": { reports, code: `
import { cbs } from "tencentcloud-sdk-nodejs";
const client = new cbs.v20170312.Client({});
client.DescribeDisks({}, (err: any, data: any) => { if (err && err.code === "InvalidDisk.Bsy") return; console.log(err, data); });` },
  "call: a settled promise": { reports, code: `
import { cbs } from "tencentcloud-sdk-nodejs";
const client = new cbs.v20170312.Client({});
export async function run() {
  const results = await Promise.allSettled([client.DescribeDisks({})]);
  for (const result of results) if (result.status === "rejected" && result.reason.code === "InvalidDisk.Bsy") return null;
}` },
  "call: a settled promise, in then": { reports, code: `
import { cbs } from "tencentcloud-sdk-nodejs";
const client = new cbs.v20170312.Client({});
export const run = () => Promise.allSettled([client.DescribeDisks({})]).then((results) =>
  results.filter((result) => result.status === "rejected" && result.reason.code === "InvalidDisk.Bsy"));` },
  "call: an error beside the result": { reports, code: `
import { cbs } from "tencentcloud-sdk-nodejs";
import to from "await-to-js";
const client = new cbs.v20170312.Client({});
export async function run() {
  const [err, data] = await to<any, any>(client.DescribeDisks({}));
  if (err?.code === "InvalidDisk.Bsy") return null;
  return data;
}` },
  "call: an error that was rethrown": { reports, code: `
import { cbs } from "tencentcloud-sdk-nodejs";
const client = new cbs.v20170312.Client({});
export async function run() {
  try {
    try { return await client.DescribeDisks({}); } catch (inner) { console.error(inner); throw inner; }
  } ${handler}
}` },
  "call: the cause of an error": { reports, code: `
import { cbs } from "tencentcloud-sdk-nodejs";
const client = new cbs.v20170312.Client({});
async function list() { try { return await client.DescribeDisks({}); } catch (e) { throw new Error("no disks", { cause: e }); } }
export async function run() { try { return await list(); } catch (e: any) { if (e.cause.code === "InvalidDisk.Bsy") return null; throw e; } }` },
  "call: the original of an error": { reports, code: `
import { cbs } from "tencentcloud-sdk-nodejs";
const client = new cbs.v20170312.Client({});
class DiskError extends Error { constructor(message: string, readonly original: any) { super(message); } }
async function list() { try { return await client.DescribeDisks({}); } catch (e) { throw new DiskError("no disks", e); } }
export async function run() { try { return await list(); } catch (e: any) { if (e.original.code === "InvalidDisk.Bsy") return null; throw e; } }` },
  "call: a helper that gets the error": { reports, code: `
import { cbs } from "tencentcloud-sdk-nodejs";
const client = new cbs.v20170312.Client({});
function isBusy(error: any) { return error.code === "InvalidDisk.Bsy"; }
export async function run() { try { return await client.DescribeDisks({}); } catch (e) { if (isBusy(e)) return null; throw e; } }` },
  "call: a helper that gets the code": { reports, code: `
import { cbs } from "tencentcloud-sdk-nodejs";
const client = new cbs.v20170312.Client({});
const isBusy = (code: string) => code === "InvalidDisk.Bsy";
export async function run() { try { return await client.DescribeDisks({}); } catch (e: any) { if (isBusy(e.code)) return null; throw e; } }` },
  "call: a finally between": { reports, code: `
import { cbs } from "tencentcloud-sdk-nodejs";
const client = new cbs.v20170312.Client({});
export async function run() { try { return await client.DescribeDisks({}).finally(() => console.log("done")); } ${handler} }` },
  "guard: instanceof the SDK's exception": { reports: undocumented('"InvalidDisk.Bsyy"'), code: `
import TencentCloudSDKHttpException from "tencentcloud-sdk-nodejs/tencentcloud/common/exception/tencent_cloud_sdk_exception";
export function explain(e: unknown) { if (e instanceof TencentCloudSDKHttpException && e.code === "InvalidDisk.Bsyy") return "busy"; return "?"; }` },
  "guard: a function that leaves unless it is one": { reports: undocumented('"InvalidDisk.Bsyy"'), code: `
import TencentCloudSDKHttpException from "tencentcloud-sdk-nodejs/tencentcloud/common/exception/tencent_cloud_sdk_exception";
export function explain(e: unknown) {
  if (!(e instanceof TencentCloudSDKHttpException)) throw e;
  switch (e.code) { case "InvalidDisk.Bsyy": return "busy"; default: return "?"; }
}` },
  "call: a client out of an object that is awaited": { reports: undocumented('"InvalidDisk.Bsyy"'), code: `
import { cbs } from "tencentcloud-sdk-nodejs";
async function createClients(config) { return { disks: new cbs.v20170312.Client(config) }; }
let disks;
export async function start(config) { const clients = await createClients(config); disks = clients.disks; }
export async function attach(request) { try { return await disks.AttachDisks(request); } catch (e) { if (e.code === "InvalidDisk.Bsyy") return null; throw e; } }` },
  "call: a client taken apart out of an object that is awaited": { reports: undocumented('"InvalidDisk.Bsyy"'), code: `
import { cbs } from "tencentcloud-sdk-nodejs";
async function createClients(config) { return { disks: new cbs.v20170312.Client(config) }; }
let disks;
export async function start(config) { ({ disks } = await createClients(config)); }
export async function attach(request) { try { return await disks.AttachDisks(request); } catch (e) { if (e.code === "InvalidDisk.Bsyy") return null; throw e; } }` },
  "call: a client of a class that a field keeps": { reports: undocumented('"InvalidDisk.Bsyy"'), code: `
export class Disks {
  Client;
  async load() { const sdk = await import("tencentcloud-sdk-nodejs/tencentcloud/services/cbs/v20170312/index.js"); this.Client = sdk.v20170312.Client; }
  create(config) { const CbsClient = this.Client; return new CbsClient(config); }
  async attach(request) { const client = this.create({}); try { return await client.AttachDisks(request); } catch (e) { if (e.code === "InvalidDisk.Bsyy") return null; throw e; } }
}` },
  "guard: a call before that never comes back": { reports: undocumented('"InvalidDisk.Bsyy"'), code: `
import TencentCloudSDKHttpException from "tencentcloud-sdk-nodejs/tencentcloud/common/exception/tencent_cloud_sdk_exception";
function stop(e: unknown): never { throw e; }
export function explain(e: unknown) {
  if (!(e instanceof TencentCloudSDKHttpException)) stop(e);
  switch (e.code) { case "InvalidDisk.Bsyy": return "busy"; default: return "?"; }
}` },
  "guard: a predicate of one's own": { reports: undocumented('"InvalidDisk.Bsyy"'), code: `
import TencentCloudSDKHttpException from "tencentcloud-sdk-nodejs/tencentcloud/common/exception/tencent_cloud_sdk_exception";
function isSdk(e: unknown): e is TencentCloudSDKHttpException { return e instanceof TencentCloudSDKHttpException; }
export function explain(e: unknown) { if (isSdk(e) && e.code === "InvalidDisk.Bsyy") return "busy"; return "?"; }` },
  "guard: isTencentCloudError": { reports: undocumented('"InvalidDisk.Bsyy"'), code: `
import { isTencentCloudError } from "tencentcloud-error-codes";
export function explain(e: unknown) { if (isTencentCloudError(e) && e.code === "InvalidDisk.Bsyy") return "busy"; return "?"; }` },
  "guard: isCbsError names the service": { reports: undocumented('"InvalidParameter.RoleNotExist"'), code: `
import { isCbsError } from "tencentcloud-error-codes/cbs";
export function explain(e: any) { if (isCbsError(e)) { const code: string = e.code; if (code === "InvalidParameter.RoleNotExist") return "role"; } return "?"; }` },
  "guard: the name of the exception": { reports: undocumented('"InvalidDisk.Bsyy"'), code: `
import "tencentcloud-sdk-nodejs";
export function explain(e: any) { if (e.name === "TencentCloudSDKHttpException") { if (e.code === "InvalidDisk.Bsyy") return "busy"; } return "?"; }` },
  "type: a parameter of the exception's type": { reports: undocumented('"InvalidDisk.Bsyy"'), code: `
import type TencentCloudSDKHttpException from "tencentcloud-sdk-nodejs/tencentcloud/common/exception/tencent_cloud_sdk_exception";
export function explain(e: TencentCloudSDKHttpException) { return e.code === "InvalidDisk.Bsyy" ? "busy" : "?"; }` },
  "type: a cast to the exception": { reports: undocumented('"InvalidDisk.Bsyy"'), code: `
import type TencentCloudSDKHttpException from "tencentcloud-sdk-nodejs/tencentcloud/common/exception/tencent_cloud_sdk_exception";
export function explain(e: unknown) { const { code } = e as TencentCloudSDKHttpException; return code === "InvalidDisk.Bsyy" ? "busy" : "?"; }` },
  "type: TencentCloudError of the code map": { reports: undocumented('"InvalidDisk.Bsyy"'), code: `
import type { TencentCloudError } from "tencentcloud-error-codes";
export function explain(e: TencentCloudError) { return e.code === "InvalidDisk.Bsyy" ? "busy" : "?"; }` },
  "envelope: a raw answer": { reports: undocumented('"InvalidDisk.Bsy"'), code: `
export async function run() {
  const body = await (await fetch("https://cbs.tencentcloudapi.com", { method: "POST" })).json();
  if (body.Response.Error?.Code === "InvalidDisk.Bsy") return null;
  return body.Response.Error ? null : body.Response.DiskSet;
}` },
  "envelope: taken apart": { reports: undocumented('"InvalidDisk.Bsy"'), code: `
export async function run() {
  const { Response } = await (await fetch("https://cbs.tencentcloudapi.com", { method: "POST" })).json();
  const { Error: failure } = Response;
  if (failure) switch (failure.Code) { case "InvalidDisk.Bsy": return null; default: throw failure; }
  return Response.DiskSet;
}` },
  "envelope: through _.get and brackets": { reports: undocumented('"AuthFailure.Expires"', '"AuthFailure.SignatureExpires"'), code: `
import _ from "lodash";
export async function run(url: string) {
  const body: any = await (await fetch(url, { headers: { "X-TC-Action": "DescribeDisks" } })).json();
  if (_.get(body, "Response.Error.Code") === "AuthFailure.Expires") return null;
  if (body["Response"]["Error"]["Code"] === "AuthFailure.SignatureExpires") return null;
  return body;
}` },
  "envelope: handed to a helper": { reports: undocumented('"AuthFailure.Expires"'), code: `
const host = "cbs.tencentcloudapi.com";
function codeOf(error: any) { return error.Code === "AuthFailure.Expires" ? "expired" : "other"; }
export async function run() { const body = await (await fetch("https://" + host)).json(); return body.Response.Error ? codeOf(body.Response.Error) : body.Response; }` },
  "import: a catch around a client from elsewhere": { reports: undocumented('"FailedOperation.DiskGone"'), code: `
import "tencentcloud-sdk-nodejs";
import { clientFor } from "./clients";
export async function run() { try { return await clientFor("cbs").list(); } catch (e: any) { if (e.code === "FailedOperation.DiskGone") return null; throw e; } }` },
  "item: the status of a message": { reports: undocumented('"OK"', '"LimitExceeded.PhoneNumberDailyLimits"'), code: `
import { sms } from "tencentcloud-sdk-nodejs";
const client = new sms.v20210111.Client({});
export async function send(request: any) {
  const { SendStatusSet } = await client.SendSms(request);
  if (SendStatusSet?.[0]?.Code === "OK") return true;
  return SendStatusSet?.some((status) => status.Code === "LimitExceeded.PhoneNumberDailyLimits");
}` },
  "call: several services in one try": { reports: undocumented('"InvalidDisk.Bsy"'), code: `
import { cbs, cvm } from "tencentcloud-sdk-nodejs";
const disks = new cbs.v20170312.Client({});
const machines = new cvm.v20170312.Client({});
export async function run() {
  try { await disks.DescribeDisks({}); await machines.DescribeInstances({}); }
  catch (e: any) { if (e.code === "InvalidDiskId.NotFound" || e.code === "InvalidInstanceId.NotFound" || e.code === "InvalidDisk.Bsy") return null; throw e; }
}` },
};
