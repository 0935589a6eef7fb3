import { RuleTester } from "@typescript-eslint/rule-tester";
import rule from "../../rules/no-retry-non-retryable.js";
import { withClient } from "./retry-snippets.js";

const strict = [{ requireIdempotency: true }] as [{ requireIdempotency: boolean }];
const sendOne = 'the request has no "ClientToken": send one, the same with each retry';
const lookFirst = 'the action has no parameter "ClientToken": look whether it went through before you retry';
const eitherWay = 'the request has no "ClientToken": send one if the action has that parameter, else look before you retry';
const twice = (action: string, remedy: string) => [{ messageId: "repeatedTwice" as const, data: { action, code: "InternalError", remedy } }];
const createTwice = twice("CreateDisks", sendOne);

const loop = (call: string, condition = `error.code !== "InternalError"`): string =>
  withClient(`async function run(request) {
    for (let attempt = 0; attempt < 3; attempt++) {
      try { return await ${call}; }
      catch (error) { if (${condition}) throw error; await sleep(1000); }
    }
  }`);

new RuleTester().run("no-retry-non-retryable: requireIdempotency", rule, {
  valid: [
    { name: "off unless asked for", code: loop("client.CreateDisks({ DiskType })") },
    { name: "a read", code: loop("client.DescribeDisks({})"), options: strict },
    { name: "a change that comes to the same when it is made twice", code: loop("client.ModifyDiskAttributes({ DiskName })"), options: strict },
    { name: "a request with a token", code: loop("client.CreateDisks({ DiskType, ClientToken: token })"), options: strict },
    { name: "a token that is put into the request before", code: withClient(`async function run(request) {
        request.ClientToken = randomUUID();
        for (;;) { try { return await client.CreateDisks(request); } catch (error) { if (error.code !== "InternalError") throw error; await sleep(1000); } }
      }`), options: strict },
    { name: "a request made of another and a token", code: withClient(`async function run(request) {
        const once = { ...request, ClientToken: randomUUID() };
        for (;;) { try { return await client.CreateDisks(once); } catch (error) { if (error.code !== "InternalError") throw error; await sleep(1000); } }
      }`), options: strict },
    { name: "a throttled call was not carried out", code: loop("client.CreateDisks({ DiskType })", `error.code !== "RequestLimitExceeded"`), options: strict },
    { name: "an allowed code", code: loop("client.CreateDisks({ DiskType })"), options: [{ requireIdempotency: true, allow: ["InternalError"] }] },
    { name: "verbs of one's own", code: loop("client.CreateDisks({ DiskType })"), options: [{ requireIdempotency: true, mutatingVerbs: ["Buy"] }] },
    { name: "a verb is a word, not a beginning", code: loop("client.Creatures({})"), options: strict },
    { name: "a token where the service is not known", code: `import { CommonClient } from "tencentcloud-sdk-nodejs";
      async function run(endpoint, config) {
        const client = new CommonClient(endpoint, "2017-03-12", config);
        for (;;) { try { return await client.request("CreateSnapshot", { ClientToken: token }); } catch (error) { if (error.code !== "InternalError") throw error; await sleep(1); } }
      }`, options: strict },
    { name: "a token where the service has no table", code: `import { CommonClient } from "tencentcloud-sdk-nodejs";
      async function run(config) {
        const client = new CommonClient("newservice.tencentcloudapi.com", "2030-01-01", config);
        for (;;) { try { return await client.request("CreateThing", { ClientToken: token }); } catch (error) { if (error.code !== "InternalError") throw error; await sleep(1); } }
      }`, options: strict },
    { name: "a token for an action that is newer than the code map", code: loop("client.CreateDiskFarm({ ClientToken: token })"), options: strict },
    { name: "a token for an action that has it in one of several versions", code: `import { tke } from "tencentcloud-sdk-nodejs";
      const client = new tke.v20220501.Client({});
      const run = (ClientToken) => client.CreateReservedInstances({ ClientToken }).catch((error) => { if (error.code === "InternalError") return client.CreateReservedInstances({ ClientToken }); throw error; });`, options: strict },
    { name: "a read on which a token is wasted", code: loop("client.DescribeDisks({ ClientToken: token })"), options: strict },
    { name: "a service that is unavailable, with a token", code: loop("client.CreateDisks({ ClientToken: token })", `error.code !== "ServiceUnavailable"`), options: strict },
  ],
  invalid: [
    { name: "a purchase", code: loop("client.CreateDisks({ DiskType })"), options: strict, errors: createTwice },
    { name: "a request that is made elsewhere", code: loop("client.CreateDisks(request)"), options: strict, errors: createTwice },
    { name: "a list of codes", code: loop("client.CreateDisks({ DiskType })", `!["RequestLimitExceeded", "InternalError"].includes(error.code)`), options: strict, errors: createTwice },
    { name: "a prefix", code: loop("client.CreateDisks({ DiskType })", `!error.code.startsWith("InternalError")`), options: strict, errors: createTwice },
    { name: "the code map's predicate", code: `import { isRetryable } from "tencentcloud-error-codes";\n${loop("client.CreateDisks({ DiskType })", "!isRetryable(error)")}`, options: strict, errors: createTwice },
    { name: "a renewal of a subscription", code: loop("client.RenewDisk({ DiskId })"), options: strict, errors: twice("RenewDisk", lookFirst) },
    { name: "a statement of a database", code: `import { tcb } from "tencentcloud-sdk-nodejs";
      const client = new tcb.v20180608.Client({});
      const run = (Sql) => client.ExecutePGSql({ Sql }).catch((error) => { if (error.code === "InternalError") return client.ExecutePGSql({ Sql }); throw error; });`, options: strict, errors: [{ messageId: "repeatedTwice" }] },
    { name: "a retry library", code: withClient(`import { backOff } from "exponential-backoff";
      const run = () => backOff(() => client.CreateDisks({ DiskType }), { retry: (error) => error.code === "InternalError" });`), options: strict, errors: createTwice },
    { name: "a token for an action that has no such parameter", code: loop("client.CreateSnapshot({ DiskId, ClientToken: token })"), options: strict, errors: twice("CreateSnapshot", lookFirst) },
    { name: "a token for an action of the same name in another service", code: `import { cvm, ecm } from "tencentcloud-sdk-nodejs";
      const client = new ecm.v20190719.Client({});
      const run = (ClientToken) => client.CreateKeyPair({ ClientToken }).catch((error) => { if (error.code === "InternalError") return client.CreateKeyPair({ ClientToken }); throw error; });`, options: strict, errors: twice("CreateKeyPair", lookFirst) },
    { name: "a token in a part of the request, for an action without", code: withClient(`async function run(request) {
        const once = { ...request, ClientToken: randomUUID() };
        for (;;) { try { return await client.request("CreateSnapshot", once); } catch (error) { if (error.code !== "InternalError") throw error; await sleep(1); } }
      }`), options: strict, errors: twice("CreateSnapshot", lookFirst) },
    { name: "a text message", code: `import { sms } from "tencentcloud-sdk-nodejs";
      const client = new sms.v20210111.Client({});
      const run = (request) => client.SendSms(request).catch((error) => { if (error.code === "InternalError") return client.SendSms(request); throw error; });`, options: strict, errors: [{ messageId: "repeatedTwice", data: { action: "SendSms", code: "InternalError", remedy: lookFirst } }] },
    { name: "no token for an action that is newer than the code map", code: loop("client.CreateDiskFarm({ DiskType })"), options: strict, errors: twice("CreateDiskFarm", eitherWay) },
    { name: "no token where the service is not known", code: `import { CommonClient } from "tencentcloud-sdk-nodejs";
      async function run(endpoint, config) {
        const client = new CommonClient(endpoint, "2017-03-12", config);
        for (;;) { try { return await client.request("CreateSnapshot", {}); } catch (error) { if (error.code !== "InternalError") throw error; await sleep(1); } }
      }`, options: strict, errors: twice("CreateSnapshot", eitherWay) },
    { name: "a verb of one's own", code: loop("client.DetachDisks({ DiskIds })"), options: [{ requireIdempotency: true, mutatingVerbs: ["Detach"] }], errors: [{ messageId: "repeatedTwice" }] },
  ],
});
