/** Other vocabularies on `code` and `message`: of libraries, of Node, of applications. */

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

export const databases = {
  "Prisma's P2002": `
import { Prisma, PrismaClient } from "@prisma/client";
const prisma = new PrismaClient();
export async function add(data: any) {
  try { return await prisma.user.create({ data }); }
  catch (e) { if (e instanceof Prisma.PrismaClientKnownRequestError && e.code === "P2002") return null; throw e; }
}`,
  "Prisma beside Tencent's client, in another try": tencent + `
declare const prisma: { user: { create(p: object): Promise<unknown> } };
export async function add(data: any) {
  try { return await prisma.user.create({ data }); }
  catch (e: any) { switch (e.code) { case "P2002": return null; case "P2025": return undefined; default: return undefined; } }
}`,
  "Prisma beside Tencent's client, in the same try": tencent + `
declare const prisma: { disk: { createMany(p: object): Promise<unknown> } };
export async function sync() {
  try { const { DiskSet } = await cbs.DescribeDisks({}); await prisma.disk.createMany({ data: DiskSet }); }
  catch (e: any) { if (e.code === "P2002") return null; throw e; }
}`,
  "PostgreSQL's SQLSTATE": `
import pg from "pg";
export async function insert(pool: pg.Pool) {
  try { await pool.query("insert"); } catch (e: any) { if (e.code === "23505") return; throw e; }
}`,
  "MySQL's ER_ codes, beside Tencent's client": tencent + `
export async function insert(pool: any) {
  try { await pool.query("insert"); } catch (e: any) { if (e.code === "ER_DUP_ENTRY") return; throw e; }
}`,
  "Mongo's numbers": tencent + `
export async function insert(users: any) {
  try { await users.insertOne({}); } catch (e: any) { if (e.code === 11000 || e.codeName === "DuplicateKey") return; throw e; }
}`,
  "Redis's messages": tencent + `
export async function get(redis: any) {
  try { return await redis.get("k"); } catch (e: any) { if (e.message.startsWith("READONLY")) return null; throw e; }
}`,
};

export const node = {
  "ENOENT": `
import { readFile } from "node:fs/promises";
export async function read(path: string) {
  try { return await readFile(path, "utf8"); } catch (e: any) { if (e.code === "ENOENT") return ""; throw e; }
}`,
  "ENOENT beside Tencent's client, in another try": tencent + `
import { readFile } from "node:fs/promises";
export async function read(path: string) {
  try { return await readFile(path, "utf8"); } catch (e: any) { if (e.code === "ENOENT" || e.code === "EACCES") return ""; throw e; }
}`,
  "ENOENT in the same try, with fs/promises": tencent + `
import fs from "node:fs/promises";
export async function save() {
  try { await fs.writeFile("disks.json", JSON.stringify(await cbs.DescribeDisks({}))); } catch (e: any) { if (e.code === "ENOENT") return; throw e; }
}`,
  "ENOENT in the same try, with a synchronous call": tencent + `
import { readFileSync } from "node:fs";
export async function start() {
  try { const request = JSON.parse(readFileSync("request.json", "utf8")); return await cbs.DescribeDisks(request); }
  catch (e: any) { if (e.code === "ENOENT") return; throw e; }
}`,
  "an errno exception by its type": tencent + `
export async function check(run: () => Promise<void>) {
  try { await run(); } catch (e) { if ((e as NodeJS.ErrnoException).code === "ECONNREFUSED") return; throw e; }
}`,
  "ERR_ codes": `
export function load(name: string) {
  try { return require(name); } catch (e: any) { if (e.code === "MODULE_NOT_FOUND" || e.code === "ERR_REQUIRE_ESM") return null; throw e; }
}`,
  "a synchronous require beside Tencent's client": tencent + `
export function load(name: string) {
  try { return require(name); } catch (e: any) { if (e.code === "MODULE_NOT_FOUND") return null; throw e; }
}`,
  "a listening server, beside Tencent's client": tencent + `
import { createServer } from "node:http";
createServer().on("error", (e: any) => { if (e.code === "EADDRINUSE") process.exit(1); }).listen(80);`,
  "the exit code of a child": tencent + `
import { spawn } from "node:child_process";
spawn("ls").on("close", (code: any) => { if (code === "SIGTERM") return; });`,
  "an aborted request by its name": tencent + `
export async function run(task: () => Promise<void>) {
  try { await task(); } catch (e: any) { if (e.name === "AbortError" || e.code === "ABORT_ERR") return; throw e; }
}`,
  "a connection that fails has only a message": tencent + `
export async function list() {
  try { return await cbs.DescribeDisks({}); } catch (e: any) { if (/ECONNRESET|ETIMEDOUT|socket hang up/.test(e.message)) return undefined; throw e; }
}`,
  "a keyboard event": `
document.addEventListener("keydown", (e) => { if (e.code === "Escape") history.back(); switch (e.code) { case "ArrowUp": break; case "Enter": history.go(0); } });`,
};

export const libraries = {
  "axios": `
import axios, { AxiosError } from "axios";
export async function get() {
  try { return await axios.get("https://example.com"); } catch (e) { if (e instanceof AxiosError && e.code === "ERR_NETWORK") return null; throw e; }
}`,
  "axios and its isAxiosError, beside Tencent's client": tencent + `
import axios from "axios";
export async function get() {
  try { return await axios.get("https://example.com"); } catch (e) { if (axios.isAxiosError(e) && e.code === "ECONNABORTED") return null; throw e; }
}`,
  "the body of an axios error": tencent + `
import axios from "axios";
export async function get() {
  try { return await axios.get("https://example.com"); } catch (e: any) { if (e.response?.data?.code === "InvalidParameter.Foo" || e.response?.data?.error?.code === "LimitExceeded") return null; throw e; }
}`,
  "firebase": `
import { signInWithEmailAndPassword } from "firebase/auth";
export async function login(auth: any) {
  try { await signInWithEmailAndPassword(auth, "a", "b"); } catch (e: any) { switch (e.code) { case "auth/user-not-found": return null; case "auth/wrong-password": return null; default: throw e; } }
}`,
  "firebase beside Tencent's client": tencent + `
import { getAuth } from "firebase-admin/auth";
export async function user() {
  try { return await getAuth().getUser("a"); } catch (e: any) { if (e.code === "auth/user-not-found") return null; throw e; }
}`,
  "stripe": tencent + `
declare const stripe: { charges: { create(p: object): Promise<unknown> } };
export async function pay() {
  try { return await stripe.charges.create({}); } catch (e: any) { if (e.code === "card_declined" || e.type === "StripeCardError") return null; throw e; }
}`,
  "GraphQL's extensions": tencent + `
export async function ask(client: any) {
  try { return await client.query({}); } catch (e: any) { if (e.graphQLErrors[0].extensions.code === "UNAUTHENTICATED") return null; throw e; }
}`,
  "ethers": tencent + `
export async function sign(wallet: any) {
  try { return await wallet.signMessage("a"); } catch (e: any) { if (e.code === "ACTION_REJECTED" || e.code === "INSUFFICIENT_FUNDS") return null; throw e; }
}`,
  "a Zod issue": tencent + `
export function check(schema: any, value: unknown) {
  try { return schema.parse(value); } catch (e: any) { if (e.issues[0].code === "invalid_type") return null; throw e; }
}`,
  "a guard for another library's error": tencent + `
class PaymentError extends Error { code = ""; }
export async function pay(run: () => Promise<void>) {
  try { await cbs.DescribeDisks({}); await run(); }
  catch (e) { if (e instanceof PaymentError && e.code === "CardDeclined") return; throw e; }
}`,
};

export const applications = {
  "an in-house enum": tencent + `
enum ErrorCode { NotFound = "ResourceNotFound", Limit = "LimitExceeded", Invalid = "InvalidParameter.Name" }
class AppError extends Error { constructor(readonly code: ErrorCode) { super(code); } }
export function status(e: unknown) { return e instanceof AppError && e.code === ErrorCode.NotFound ? 404 : e instanceof AppError && e.code === ErrorCode.Invalid ? 400 : 500; }`,
  "an enum that a service throws, with the client in the module": tencent + `
class AppError extends Error { constructor(readonly code: string) { super(code); } }
async function load() { throw new AppError("NotFound"); }
export async function run() { try { await load(); } catch (e: any) { if (e.code === "NotFound") return null; if (e.code === "Forbidden") return undefined; throw e; } }`,
  "an error that replaces the SDK's": tencent + `
class AppError extends Error { constructor(readonly code: string) { super(code); } }
async function load() { try { return await cbs.DescribeDisks({}); } catch { throw new AppError("DISKS_UNAVAILABLE"); } }
export async function run() { try { await load(); } catch (e: any) { if (e.code === "DISKS_UNAVAILABLE") return null; throw e; } }`,
  "an error that wraps the SDK's, by its own code": tencent + `
class AppError extends Error { constructor(readonly code: string, cause: unknown) { super(code, { cause }); } }
async function load() { try { return await cbs.DescribeDisks({}); } catch (e) { throw new AppError("DISKS_UNAVAILABLE", e); } }
export async function run() { try { await load(); } catch (e: any) { if (e.code === "DISKS_UNAVAILABLE") return null; throw e; } }`,
  "an error of the application thrown in the same try": tencent + `
class AppError extends Error { constructor(readonly code: string) { super(code); } }
export async function run() {
  try { const { TotalCount } = await cbs.DescribeDisks({}); if (TotalCount === 0) throw new AppError("NO_DISKS"); }
  catch (e: any) { if (e.code === "NO_DISKS") return null; throw e; }
}`,
  "a code on a form": `
export function colour(status: { code: string }) { return status.code === "InternalError" ? "red" : status.code === "ResourceNotFound.Page" ? "grey" : "green"; }`,
  "a country's code beside Tencent's client": tencent + `
export function flag(country: { code: string }) { switch (country.code) { case "CN": return "🇨🇳"; case "HK": return "🇭🇰"; default: return ""; } }`,
  "a status that is a number": tencent + `
export async function run(task: () => Promise<{ code: number }>) { const result = await task(); if (result.code === 0) return true; return false; }`,
  "a table of HTTP errors": tencent + `
const texts: Record<string, string> = { InvalidParameterValue: "bad value", NotFound: "not found" };
export const text = (problem: { code: string }) => texts[problem.code] ?? "unknown";`,
  "an answer of one's own in the same shape": `
export async function run(url: string) {
  const body = await (await fetch(url)).json();
  if (body.Response.Error.Code === "E1001") return null;
  return body.Response.Data;
}`,
  "a result that was caught and kept": tencent + `
export async function run() {
  const result: any = await cbs.DescribeDisks({}).catch(() => ({ code: "failed" }));
  return result.code === "failed";
}`,
  "an inner handler that keeps all errors": tencent + `
export async function run(save: (n: number) => Promise<void>) {
  try {
    let count = 0;
    try { count = (await cbs.DescribeDisks({})).TotalCount ?? 0; } catch { count = -1; }
    await save(count);
  } catch (e: any) { if (e.code === "SQLITE_BUSY") return; throw e; }
}`,
  "an event of a socket": tencent + `
declare const socket: { on(name: string, listener: (e: any) => void): void };
socket.on("error", (e) => { if (e.code === "Unauthorized.Token") return; });`,
  "a message that is shown": tencent + `
export async function run(show: (text: string) => void) {
  try { await cbs.DescribeDisks({}); } catch (e: any) { show(e.message.replace("[TencentCloudSDKException]", "")); const id = e.message.match(/requestId:(\\S+)/); show(id?.[1] ?? ""); }
}`,
  "a message of an error of one's own": tencent + `
export async function run(task: () => Promise<void>) { try { await task(); } catch (e: any) { if (e.message === "not allowed") return; throw e; } }`,
  "an answer of the SDK read as such": tencent + `
export async function run() { const result = await cbs.DescribeDisks({}); return result.DiskSet?.map((disk) => disk.DiskId); }`,
  "a raw answer of another host": `
export async function run() { const body = await (await fetch("https://api.example.com")).json(); return body.Response.Items; }`,
};
