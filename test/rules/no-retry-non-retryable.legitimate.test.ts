import { RuleTester } from "@typescript-eslint/rule-tester";
import rule from "../../rules/no-retry-non-retryable.js";
import { loopWith, withClient, withRequiredClient } from "./retry-snippets.js";

new RuleTester().run("no-retry-non-retryable: repeats that can help", rule, {
  valid: [
    { name: "a loop on a throttled subcode", code: loopWith(`if (error.code !== "RequestLimitExceeded.UinLimitExceeded") throw error; await sleep(1);`) },
    { name: "a loop on a transient code", code: loopWith(`if (error.code !== "InternalError") throw error; await sleep(1);`) },
    { name: "a loop on a service that is unavailable", code: loopWith(`if (error.code !== "ServiceUnavailable") throw error; await sleep(1);`) },
    { name: "a loop on a busy disk", code: loopWith(`if (error.code !== "InvalidDisk.Busy") throw error; await sleep(1);`) },
    { name: "a loop on a resource in use", code: loopWith(`if (error.code !== "ResourceInUse") throw error; await sleep(1);`) },
    { name: "a switch of pending and throttled codes", code: loopWith(`switch (error.code) { case "InvalidDisk.Busy": case "RequestLimitExceeded": await sleep(1); continue; default: throw error; }`) },
    { name: "a switch that stops on quotas first", code: loopWith(`switch (error.code) { case "LimitExceeded": throw error; case "RequestLimitExceeded": continue; default: throw error; }`) },
    { name: "a prefix of transient codes", code: loopWith(`if (!error.code.startsWith("InternalError")) throw error; await sleep(1);`) },
    { name: "a pattern of transient codes", code: loopWith(`if (!/^(InternalError|ServiceUnavailable)/.test(error.code)) throw error; await sleep(1);`) },
    { name: "a family of the code map", code: `import { inFamily } from "tencentcloud-error-codes";\n${loopWith(`if (!inFamily(error, "RequestLimitExceeded", "InternalError")) throw error; await sleep(1);`)}` },
    { name: "a recursive call on a transient code", code: withClient(`const attach = async (request, left = 3) => { try { return await client.AttachDisks(request); } catch (error) { if (left > 0 && error.code === "InternalError") return attach(request, left - 1); throw error; } };`) },
    { name: "a rejection handler on a throttled code", code: withClient(`function attach(request) { return client.AttachDisks(request).catch((error) => { if (error.code === "RequestLimitExceeded") return sleep(1000).then(() => attach(request)); throw error; }); }`) },
    { name: "one more call on a transient code", code: withClient(`async function run(request) { try { return await client.DescribeDisks(request); } catch (error) { if (error.code === "InternalError") return client.DescribeDisks(request); throw error; } }`) },
    { name: "a timer on a pending code", code: withClient(`async function run() { try { await client.AttachDisks(request); } catch (error) { if (error.code === "ResourceBusy") setTimeout(run, 5000); else throw error; } }`) },
    { name: "a timer after a permanent code was thrown", code: withClient(`async function run() { try { await client.AttachDisks(request); } catch (error) { if (error.code === "LimitExceeded") throw error; setTimeout(run, 5000); } }`) },
    { name: "a callback on a throttled code", code: withClient(`function attach(request, done) { client.AttachDisks(request, (error, data) => { if (error && error.code === "RequestLimitExceeded") return setTimeout(() => attach(request, done), 1000); done(error, data); }); }`) },
    { name: "a raw answer on a throttled code", code: `async function run(request) { for (let i = 0; i < 3; i++) { const { Response } = await (await fetch("https://cbs.tencentcloudapi.com", request)).json(); if (Response.Error?.Code === "RequestLimitExceeded") continue; return Response; } }` },
    { name: "a raw answer that is thrown on a permanent code", code: `async function run(request) { for (let i = 0; i < 3; i++) { const { Response } = await (await fetch("https://cbs.tencentcloudapi.com", request)).json(); if (Response.Error?.Code === "LimitExceeded") throw new Error(Response.Error.Message); if (!Response.Error) return Response; } }` },
    { name: "async-retry that bails on permanent codes", code: withRequiredClient(`const retry = require("async-retry"); retry((bail) => client.DescribeDisks({}).catch((error) => { if (["LimitExceeded", "AuthFailure.InvalidSecretId"].includes(error.code)) { bail(error); return; } throw error; }));`) },
    { name: "promise-retry on a transient code", code: withRequiredClient(`const promiseRetry = require("promise-retry"); promiseRetry((retry) => client.DescribeDisks({}).catch((error) => { if (error.code === "InternalError") retry(error); throw error; }));`) },
    { name: "exponential-backoff on throttled codes", code: withClient(`import { backOff } from "exponential-backoff"; backOff(() => client.DescribeDisks({}), { retry: (error) => error.code.startsWith("RequestLimitExceeded") });`) },
    { name: "ts-retry-promise that keeps quotas", code: withClient(`import { retry } from "ts-retry-promise"; retry(() => client.DescribeDisks({}), { retryIf: (error) => error.code !== "LimitExceeded" });`) },
    { name: "rxjs on a transient code", code: withClient(`import { defer, retry, throwError, timer } from "rxjs"; defer(() => client.DescribeDisks({})).pipe(retry({ delay: (error) => error.code === "InternalError" ? timer(1000) : throwError(() => error) }));`) },
    { name: "cockatiel on pending codes", code: withClient(`import { handleWhen, retry } from "cockatiel"; retry(handleWhen((error) => error.code === "InvalidDisk.Busy"), {}).execute(() => client.AttachDisks(request));`) },
    { name: "attempt that aborts on permanent codes", code: withClient(`import { retry } from "@lifeomic/attempt"; retry(() => client.DescribeDisks({}), { handleError(error, context) { if (error.code.startsWith("AuthFailure")) context.abort(); } });`) },
    { name: "p-retry that throws on in onFailedAttempt", code: withClient(`import pRetry from "p-retry"; pRetry(() => client.DescribeDisks({}), { onFailedAttempt: ({ error }) => { if (error.code === "LimitExceeded") throw error; } });`) },
    { name: "a code that no service documents alike, while the service is not known", code: `import { TencentCloudSDKHttpException } from "tencentcloud-sdk-nodejs"; export async function twice(call) { try { return await call(); } catch (error) { if (error instanceof TencentCloudSDKHttpException && error.code === "FailedOperation.Unknown") return call(); throw error; } }` },
    { name: "codes told apart without a repeat", code: withClient(`async function run(request) { try { return await client.AttachDisks(request); } catch (error) { if (error.code === "LimitExceeded") return { full: true }; if (error.code === "MissingParameter") return { bad: true }; throw error; } }`) },
  ],
  invalid: [],
});
