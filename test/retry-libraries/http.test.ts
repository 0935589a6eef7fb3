import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import * as axiosRetry from "./fixtures/axios-retry.js";
import * as got from "./fixtures/got.js";
import { reportedCases } from "./linting.js";

let server: Server;
let requests = 0;
let code = "";

beforeAll(async () => {
  server = createServer((request, response) => {
    requests += 1;
    const status = Number(new URL(request.url ?? "", "http://localhost").searchParams.get("status") ?? 200);
    response.writeHead(status, { "content-type": "application/json" });
    response.end(JSON.stringify({ Response: { Error: { Code: code, Message: "The call failed." }, RequestId: "a-request" } }));
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
});

afterAll(() => {
  server.closeAllConnections();
  server.close();
});

async function countRequests(run: (url: string) => PromiseLike<unknown>, answered: string): Promise<number> {
  requests = 0;
  code = answered;
  await Promise.resolve(run(`http://127.0.0.1:${String((server.address() as AddressInfo).port)}/`)).catch(() => undefined);
  return requests;
}

describe("got", () => {
  it("repeats once from a hook, on the code that the hook asks for", async () => {
    expect([await countRequests(got.hookOnCode, "LimitExceeded"), await countRequests(got.hookOnCode, "InternalError")]).toEqual([2, 1]);
  });

  it("repeats once from a hook, on all codes but the one that the hook keeps", async () => {
    expect([await countRequests(got.hookOnAllElse, "LimitExceeded"), await countRequests(got.hookOnAllElse, "InternalError")]).toEqual([1, 2]);
  });

  it("repeats unless the delay is 0", async () => {
    expect([await countRequests(got.delayOnCode, "LimitExceeded"), await countRequests(got.delayOnCode, "InternalError")]).toEqual([3, 1]);
  });

  it("is read so that the two cases are reported that repeat on LimitExceeded", () => {
    expect(reportedCases("got.ts", "no-retry-non-retryable")).toEqual(["hookOnCode", "delayOnCode"]);
  });
});

describe("axios-retry", () => {
  it("repeats on the code that the condition asks for", async () => {
    expect([await countRequests(axiosRetry.conditionOnCode, "LimitExceeded"), await countRequests(axiosRetry.conditionOnCode, "InternalError")]).toEqual([3, 1]);
  });

  it("repeats on all codes but the one that the condition keeps", async () => {
    expect([await countRequests(axiosRetry.conditionOnAllElse, "LimitExceeded"), await countRequests(axiosRetry.conditionOnAllElse, "InternalError")]).toEqual([1, 3]);
  });

  it("is read so that the case is reported that repeats on LimitExceeded", () => {
    expect(reportedCases("axios-retry.ts", "no-retry-non-retryable")).toEqual(["conditionOnCode"]);
  });
});
