import { RuleTester } from "@typescript-eslint/rule-tester";
import rule from "../../rules/no-retry-non-retryable.js";
import { withClient } from "./retry-snippets.js";

const strict = [{ requireIdempotency: true }] as [{ requireIdempotency: boolean }];
const createTwice = [{ messageId: "repeatedTwice" as const, data: { action: "CreateDisks", code: "InternalError" } }];

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
    { name: "a service that is unavailable, with a token", code: loop("client.CreateDisks({ ClientToken: token })", `error.code !== "ServiceUnavailable"`), options: strict },
  ],
  invalid: [
    { name: "a purchase", code: loop("client.CreateDisks({ DiskType })"), options: strict, errors: createTwice },
    { name: "a request that is made elsewhere", code: loop("client.CreateDisks(request)"), options: strict, errors: createTwice },
    { name: "a list of codes", code: loop("client.CreateDisks({ DiskType })", `!["RequestLimitExceeded", "InternalError"].includes(error.code)`), options: strict, errors: createTwice },
    { name: "a prefix", code: loop("client.CreateDisks({ DiskType })", `!error.code.startsWith("InternalError")`), options: strict, errors: createTwice },
    { name: "the code map's predicate", code: `import { isRetryable } from "tencentcloud-error-codes";\n${loop("client.CreateDisks({ DiskType })", "!isRetryable(error)")}`, options: strict, errors: createTwice },
    { name: "a renewal of a subscription", code: loop("client.RenewDisk({ DiskId })"), options: strict, errors: [{ messageId: "repeatedTwice", data: { action: "RenewDisk", code: "InternalError" } }] },
    { name: "a statement of a database", code: `import { tcb } from "tencentcloud-sdk-nodejs";
      const client = new tcb.v20180608.Client({});
      const run = (Sql) => client.ExecutePGSql({ Sql }).catch((error) => { if (error.code === "InternalError") return client.ExecutePGSql({ Sql }); throw error; });`, options: strict, errors: [{ messageId: "repeatedTwice" }] },
    { name: "a retry library", code: withClient(`import { backOff } from "exponential-backoff";
      const run = () => backOff(() => client.CreateDisks({ DiskType }), { retry: (error) => error.code === "InternalError" });`), options: strict, errors: createTwice },
    { name: "a verb of one's own", code: loop("client.DetachDisks({ DiskIds })"), options: [{ requireIdempotency: true, mutatingVerbs: ["Detach"] }], errors: [{ messageId: "repeatedTwice" }] },
  ],
});
