/** Code for other clouds. Their codes look like Tencent Cloud's, and stand on the same property. */

const tencent = `import { Client as CbsClient } from "tencentcloud-sdk-nodejs/tencentcloud/services/cbs/v20170312/cbs_client";
const cbs = new CbsClient({ region: "ap-guangzhou" });
export async function disks() {
  try {
    return await cbs.DescribeDisks({});
  } catch (e: any) {
    if (e.code === "InvalidFilter") return undefined;
    throw e;
  }
}
`;

export const aws = {
  "EC2 of the v2 SDK, by code": `
import AWS from "aws-sdk";
const ec2 = new AWS.EC2();
export async function start(id: string) {
  try { await ec2.startInstances({ InstanceIds: [id] }).promise(); }
  catch (e: any) { if (e.code === "InvalidInstanceID.NotFound") return; if (e.code === "RequestLimitExceeded") return start(id); throw e; }
}`,
  "EC2 of the v3 SDK, by name": `
import { EC2Client, StartInstancesCommand } from "@aws-sdk/client-ec2";
const client = new EC2Client({});
export async function start(id: string) {
  try { await client.send(new StartInstancesCommand({ InstanceIds: [id] })); }
  catch (e: any) { if (e.name === "UnauthorizedOperation" || e.Code === "UnauthorizedOperation") return; throw e; }
}`,
  "DynamoDB's throttling": `
import { DynamoDB } from "aws-sdk";
const db = new DynamoDB();
export const retryable = ["ThrottlingException", "RequestLimitExceeded", "ProvisionedThroughputExceededException"];
export async function put(item: any) {
  for (;;) {
    try { return await db.putItem(item).promise(); }
    catch (e: any) { if (!retryable.includes(e.code)) throw e; }
  }
}`,
  "EC2 beside Tencent's client, in another try": tencent + `
import AWS from "aws-sdk";
const ec2 = new AWS.EC2();
export async function describe() {
  try { return await ec2.describeInstances().promise(); }
  catch (e: any) { if (e.code === "InvalidParameterValue" || e.code === "AuthFailure.Bad" || e.code === "InvalidParameterCombination") return; throw e; }
}`,
  "S3's NoSuchKey in a switch": `
import { S3Client, GetObjectCommand } from "@aws-sdk/client-s3";
export async function get(s3: S3Client, Key: string) {
  try { return await s3.send(new GetObjectCommand({ Bucket: "b", Key })); }
  catch (e: any) { switch (e.Code) { case "NoSuchKey": return null; case "AccessDenied": throw e; default: return undefined; } }
}`,
  "an answer in XML with Response and Errors": `
export function codeOf(body: any) {
  const code = body.Response.Errors.Error.Code;
  if (code === "InvalidInstanceID.Malformed") return "bad";
  return code === "RequestLimitExceeded" ? "slow" : "other";
}`,
  "a callback": `
import AWS from "aws-sdk";
new AWS.EC2().runInstances({} as any, (err: any, data: any) => {
  if (err && err.code === "InsufficientInstanceCapacity") return;
  console.log(data);
});`,
  "a promise chain beside Tencent's": tencent + `
declare const lambda: { invoke(p: object): { promise(): Promise<unknown> } };
export const call = () => lambda.invoke({}).promise().catch((e: any) => { if (e.code === "ResourceNotFoundException") return null; throw e; });`,
};

export const azure = {
  "ARM's codes": `
import { ComputeManagementClient } from "@azure/arm-compute";
export async function stop(client: ComputeManagementClient) {
  try { await client.virtualMachines.beginDeallocate("g", "vm"); }
  catch (e: any) { if (e.code === "ResourceNotFound") return; if (e.code === "OperationNotAllowed") throw e; }
}`,
  "storage": `
import { BlobServiceClient } from "@azure/storage-blob";
export async function read(service: BlobServiceClient) {
  try { return await service.getContainerClient("c").getProperties(); }
  catch (e: any) { switch (e.code) { case "ContainerNotFound": return null; case "AuthenticationFailed": throw e; default: return undefined; } }
}`,
  "beside Tencent's client": tencent + `
import { BlobServiceClient } from "@azure/storage-blob";
export async function read(service: BlobServiceClient) {
  try { return await service.getContainerClient("c").getProperties(); }
  catch (e: any) { if (e.code === "ResourceNotFound" || e.code === "InvalidResourceName") return null; throw e; }
}`,
  "nested error of REST": `
export async function get(url: string) {
  const body = await (await fetch(url)).json();
  if (body.error.code === "ResourceGroupNotFound") return null;
  return body;
}`,
};

export const google = {
  "a status in words": `
import { Storage } from "@google-cloud/storage";
const storage = new Storage();
export async function get() {
  try { return await storage.bucket("b").get(); }
  catch (e: any) { if (e.code === 404 || e.errors?.[0]?.reason === "notFound") return null; throw e; }
}`,
  "gRPC's codes": `
import { PubSub } from "@google-cloud/pubsub";
export async function publish(pubsub: PubSub) {
  try { await pubsub.topic("t").publishMessage({ data: Buffer.from("") }); }
  catch (e: any) { switch (e.code) { case "RESOURCE_EXHAUSTED": return; case "UNAVAILABLE": return publish(pubsub); default: throw e; } }
}`,
  "beside Tencent's client": tencent + `
import { Storage } from "@google-cloud/storage";
export async function get(storage: Storage) {
  try { return await storage.bucket("b").get(); }
  catch (e: any) { if (e.code === "ECONNRESET" || e.code === "UNAVAILABLE") return null; throw e; }
}`,
};

export const aliyun = {
  "ECS": `
import Core from "@alicloud/pop-core";
const client = new Core({ accessKeyId: "", accessKeySecret: "", endpoint: "https://ecs.aliyuncs.com", apiVersion: "2014-05-26" });
export async function list() {
  try { return await client.request("DescribeInstances", {}); }
  catch (e: any) { if (e.code === "InvalidInstanceId.NotFound" || e.code === "IncorrectInstanceStatus") return []; throw e; }
}`,
  "the shared families with details": `
import Ecs20140526 from "@alicloud/ecs20140526";
export async function stop(client: Ecs20140526) {
  try { await client.stopInstance({} as any); }
  catch (e: any) { switch (e.code) { case "OperationDenied.NoStock": return; case "InvalidParameter.NotMatch": throw e; case "Throttling.User": return stop(client); default: throw e; } }
}`,
  "OSS": `
import OSS from "ali-oss";
export async function get(client: OSS) {
  try { return await client.get("a"); }
  catch (e: any) { if (e.code === "NoSuchKey") return null; if (e.code === "InvalidAccessKeyId") throw e; }
}`,
  "beside Tencent's client, both imported": tencent + `
import Ecs20140526 from "@alicloud/ecs20140526";
export async function stop(client: Ecs20140526) {
  try { await client.stopInstance({} as any); }
  catch (e: any) { if (e.code === "OperationDenied.NoStock" || e.code === "InvalidParameterValue.Bad" || e.code === "LimitExceeded.Disk") return; throw e; }
}`,
  "a flat answer": `
export async function call(url: string) {
  const { Code, Message } = await (await fetch(url)).json();
  if (Code === "InvalidParameter.Region") throw new Error(Message);
  if (Code === "LimitExceeded") return null;
}`,
  "SMS's flat answer, beside Tencent's client": tencent + `
declare const aliyun: { sendSms(p: object): Promise<{ body: { Code: string } }> };
export async function send() {
  const result = await aliyun.sendSms({});
  if (result.body.Code !== "OK" && result.body.Code !== "isv.BUSINESS_LIMIT_CONTROL") throw new Error(result.body.Code);
}`,
};

export const volcengine = {
  "its metadata": `
export async function call(url: string) {
  const body = await (await fetch(url)).json();
  const code = body.ResponseMetadata?.Error?.Code;
  if (code === "InvalidParameter.Zone" || code === "ResourceNotFound") return null;
  return body.Result;
}`,
  "its SDK": `
import { Service } from "@volcengine/openapi";
const vpc = new Service({ serviceName: "vpc" });
export async function list() {
  try { return await vpc.createAPI("DescribeVpcs")({}); }
  catch (e: any) { if (e.code === "LimitExceeded.Vpc" || e.code === "FlowLimitExceeded") return []; throw e; }
}`,
  "its SDK beside Tencent's client": tencent + `
import { Service } from "@volcengine/openapi";
const vpc = new Service({ serviceName: "vpc" });
export async function list() {
  try { return await vpc.createAPI("DescribeVpcs")({}); }
  catch (e: any) { if (e.code === "InvalidVpc.NotFound" || e.code === "OperationDenied.Busy") return []; throw e; }
}`,
};

export const huawei = {
  "ECS": `
import { EcsClient } from "@huaweicloud/huaweicloud-sdk-ecs";
export async function show(client: EcsClient) {
  try { return await client.showServer({} as any); }
  catch (e: any) { if (e.errorCode === "Ecs.0114" || e.code === "Ecs.0114") return null; throw e; }
}`,
  "OBS": `
import ObsClient from "esdk-obs-nodejs";
export async function get(obs: any) {
  const result = await obs.getObject({ Bucket: "b", Key: "k" });
  if (result.CommonMsg.Code === "NoSuchKey") return null;
  return result;
}`,
  "IAM beside Tencent's client": tencent + `
declare const iam: { keystoneCreateProject(p: object): Promise<unknown> };
export async function create() {
  try { return await iam.keystoneCreateProject({}); }
  catch (e: any) { if (e.code === "IAM.0101" || e.code === "APIGW.0301") return null; throw e; }
}`,
};

export const cos = {
  "its own SDK": `
import COS from "cos-nodejs-sdk-v5";
const cos = new COS({ SecretId: "", SecretKey: "" });
export async function head(Key: string) {
  try { return await cos.headObject({ Bucket: "b", Region: "ap-guangzhou", Key }); }
  catch (e: any) { if (e.code === "NoSuchKey" || e.error?.Code === "NoSuchKey") return null; throw e; }
}`,
  "its codes that look like the API's": `
import COS from "cos-nodejs-sdk-v5";
export function put(cos: COS, done: (e: unknown) => void) {
  cos.putObject({ Bucket: "b", Region: "r", Key: "k", Body: "" }, (err: any) => {
    if (err && err.code === "AccessDenied") return done(err);
    if (err && err.error.Code === "RequestTimeTooSkewed") return done(null);
  });
}`,
  "beside Tencent's client, in another try": tencent + `
import COS from "cos-nodejs-sdk-v5";
const cos = new COS({ SecretId: "", SecretKey: "" });
export async function head(Key: string) {
  try { return await cos.headObject({ Bucket: "b", Region: "ap-guangzhou", Key }); }
  catch (e: any) { switch (e.code) { case "NoSuchKey": return null; case "NoSuchBucket": return undefined; case "InternalError": return undefined; default: return undefined; } }
}`,
  "beside Tencent's client, in the same try": tencent + `
import COS from "cos-nodejs-sdk-v5";
export async function both(cos: COS) {
  try { await cbs.DescribeDisks({}); await cos.headObject({ Bucket: "b", Region: "r", Key: "k" }); }
  catch (e: any) { if (e.code === "NoSuchKey") return null; if (e.code === "AccessDenied") return undefined; throw e; }
}`,
  "its message": `
import COS from "cos-nodejs-sdk-v5";
export async function head(cos: COS) {
  try { return await cos.headObject({ Bucket: "b", Region: "r", Key: "k" }); }
  catch (e: any) { if (e.message.includes("NoSuchKey")) return null; throw e; }
}`,
};
