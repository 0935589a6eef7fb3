import { describe, expect, it } from "vitest";
import { sitesIn } from "../sites-in.js";

const clients = `import { cbs, cvm } from "tencentcloud-sdk-nodejs";
const disks = new cbs.v20170312.Client({});
const machines = new cvm.v20170312.Client({});
`;

function originsIn(code: string, settings?: object): unknown[] {
  return sitesIn(code, settings).map(({ reads, evidence, exclusive, services, actions }) => ({ reads, evidence, exclusive, services, actions }));
}

describe("the origin of a code", () => {
  it("is the union of all calls of a try", () => {
    const code = `${clients}async function run() { try { await disks.DescribeDisks({}); await machines.DescribeInstances({}); } catch (e: any) { if (e.code === "A") return; } }`;
    expect(originsIn(code)).toEqual([{ reads: "e.code", evidence: "call", exclusive: true, services: ["cbs", "cvm"], actions: ["cbs.DescribeDisks", "cvm.DescribeInstances"] }]);
  });

  it("is unknown for an action whose name is computed", () => {
    const code = `${clients}async function run(name: string) { try { await disks.request(name, {}); } catch (e: any) { if (e.code === "A") return; } }`;
    expect(originsIn(code)).toEqual([{ reads: "e.code", evidence: "call", exclusive: true, services: ["cbs"], actions: [] }]);
  });

  it("is that of the functions which a helper is handed, for the helper's own handler", () => {
    const code = `${clients}async function guard(call: any) { try { return await call(); } catch (e: any) { if (e.code === "A") return; throw e; } }
      guard(() => disks.DescribeDisks({})); guard(async () => machines.DescribeInstances({}));`;
    expect(originsIn(code)).toEqual([{ reads: "e.code", evidence: "call", exclusive: true, services: ["cbs", "cvm"], actions: ["cbs.DescribeDisks", "cvm.DescribeInstances"] }]);
  });

  it("is that of one function which a helper is handed, for whoever hands it over", () => {
    const code = `${clients}const guard = async (call: any) => { await call(); };
      guard(() => machines.DescribeInstances({}));
      async function run() { try { await guard(() => disks.DescribeDisks({})); } catch (e: any) { if (e.code === "A") return; } }`;
    expect(originsIn(code)).toMatchObject([{ evidence: "call", services: ["cbs"] }]);
  });

  it("is unknown where a helper hands out functions of its own to itself", () => {
    const code = `${clients}async function guard(call: any) { try { return await call(); } catch (e: any) { if (e.code === "A") return guard(async () => await call()); throw e; } }
      guard(() => disks.DescribeDisks({}));`;
    expect(originsIn(code)).toMatchObject([{ evidence: "import", exclusive: false }]);
  });

  it("leaves out what an inner handler keeps", () => {
    const code = `${clients}async function run() { try { try { await disks.DescribeDisks({}); } catch { return; } await machines.DescribeInstances({}); } catch (e: any) { if (e.code === "A") return; } }`;
    expect(originsIn(code)).toMatchObject([{ services: ["cvm"], actions: ["cvm.DescribeInstances"] }]);
  });

  it("keeps what an inner handler throws again", () => {
    const code = `${clients}async function run() { try { try { await disks.DescribeDisks({}); } catch (inner) { throw inner; } } catch (e: any) { if (e.code === "A") return; } }`;
    expect(originsIn(code)).toMatchObject([{ evidence: "call", exclusive: true, services: ["cbs"] }]);
  });

  it("of a wrapped error is found in its cause", () => {
    const code = `${clients}async function run() { try { try { await disks.DescribeDisks({}); } catch (inner) { throw new Error("no disks", { cause: inner }); } } catch (e: any) { if (e.cause.code === "A") return; } }`;
    expect(originsIn(code)).toMatchObject([{ reads: "e.cause.code", evidence: "call", services: ["cbs"] }]);
  });

  it("of an error that replaces another is nobody's", () => {
    const code = `${clients}async function run() { try { try { await disks.DescribeDisks({}); } catch (inner) { throw new AppError("A", inner); } } catch (e: any) { if (e.code === "A") return; } }`;
    expect(originsIn(code)).toEqual([]);
  });

  it("is shared with others where something else is waited for", () => {
    const code = `${clients}async function run() { try { await disks.DescribeDisks({}); await fetch("https://example.com"); } catch (e: any) { if (e.code === "A") return; } }`;
    expect(originsIn(code)).toMatchObject([{ evidence: "call", exclusive: false }]);
  });

  it("is shared with others where an error with a code is thrown", () => {
    const code = `${clients}async function run() { try { await disks.DescribeDisks({}); throw new AppError("A"); } catch (e: any) { if (e.code === "A") return; } }`;
    expect(originsIn(code)).toMatchObject([{ evidence: "call", exclusive: false }]);
  });

  it("is not shared by functions that call each other in a circle", () => {
    const code = `${clients}async function a() { await disks.DescribeDisks({}); await b(); } async function b() { await machines.DescribeInstances({}); await a(); }
async function run() { try { await b(); } catch (e: any) { if (e.code === "A") return; } }`;
    expect(originsIn(code)).toMatchObject([{ exclusive: true, services: ["cbs", "cvm"] }]);
  });

  it("is only imported where the client comes from elsewhere", () => {
    const code = `import "tencentcloud-sdk-nodejs"; import { load } from "./load"; async function run() { try { await load(); } catch (e: any) { if (e.code === "A") return; } }`;
    expect(originsIn(code)).toEqual([{ reads: "e.code", evidence: "import", exclusive: false, services: [], actions: [] }]);
  });

  it("is nobody's where only another library is called", () => {
    const code = `import "tencentcloud-sdk-nodejs"; import { readFile } from "node:fs/promises"; async function run() { try { await readFile("a"); } catch (e: any) { if (e.code === "A") return; } }`;
    expect(originsIn(code)).toEqual([]);
  });

  it("takes its services from the settings where the code shows none", () => {
    const code = `import { isTencentCloudError } from "tencentcloud-error-codes"; const test = (e: unknown) => isTencentCloudError(e) && e.code === "A";`;
    expect(originsIn(code, { services: ["cam"] })).toMatchObject([{ evidence: "guard", services: ["cam"] }]);
  });

  it("is guarded by a function that the settings name", () => {
    const code = `import { isCloudError } from "./errors"; const test = (e: any) => isCloudError(e) && e.code === "A";`;
    expect(originsIn(code, { errorGuards: ["isCloudError"] })).toMatchObject([{ evidence: "guard", exclusive: true }]);
  });

  it("is a wrapper package of the SDK that the settings name", () => {
    const code = `import { load } from "@acme/cloud"; async function run() { try { await load.disks(); } catch (e: any) { if (e.code === "A") return; } }`;
    expect(originsIn(code, { sdkModules: ["@acme/cloud"] })).toMatchObject([{ evidence: "import" }]);
  });

  it("is a client of one's own from a module that the settings name, which can have errors of its own", () => {
    const code = `import { CloudService } from "@acme/cloud"; const api = new CloudService("scf"); async function run() { try { await api.request("GetFunction", {}); } catch (e: any) { if (e.code === "A") return; } }`;
    expect(originsIn(code, { sdkModules: ["@acme/cloud"] })).toEqual([{ reads: "e.code", evidence: "call", exclusive: false, services: ["scf"], actions: ["scf.GetFunction"] }]);
  });

  it("of a raw answer is the service of the only host", () => {
    const code = `async function run() { const body = await (await fetch("https://cam.tencentcloudapi.com")).json(); if (body.Response.Error.Code === "A") return; }`;
    expect(originsIn(code)).toEqual([{ reads: "body.Response.Error.Code", evidence: "envelope", exclusive: true, services: ["cam"], actions: [] }]);
  });

  it("is told by a name where the module calls the API itself", () => {
    const code = `const host = "cam.tencentcloudapi.com"; export const isRetryable = (e: any) => e.code === "A"; export const toFailure = (e: any) => ({ retryable: e.code === "B" }); export const toText = (e: any) => e.code === "C";`;
    expect(originsIn(code)).toMatchObject([{ evidence: "name", exclusive: false, services: [] }, { evidence: "name", exclusive: false, services: [] }]);
  });

  it("is not told by a name where the module calls somebody else's API too", () => {
    const code = `const hosts = ["cam.tencentcloudapi.com", "https://api.example.com"]; export const isRetryable = (e: any) => e.code === "A";`;
    expect(originsIn(code)).toEqual([]);
  });

  it("of a shadowed name is that of the inner variable", () => {
    const code = `${clients}async function run(load: any) { try { await disks.DescribeDisks({}); } catch (e: any) { load((e: any) => e.code === "A"); if (e.code === "B") return; } }`;
    expect(sitesIn(code).map(({ tests }) => tests.map(({ values }) => values))).toEqual([[["B"]]]);
  });
});
