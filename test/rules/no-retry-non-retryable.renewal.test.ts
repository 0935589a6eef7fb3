import { RuleTester } from "@typescript-eslint/rule-tester";
import rule from "../../rules/no-retry-non-retryable.js";
import { loopWith, withClient } from "./retry-snippets.js";

const nothingRenewed = [{ messageId: "renewWithoutRenewing" as const, data: { code: "AuthFailure.TokenFailure", fault: "nothing is renewed before this retries" } }];
const moreThanOnce = [{ messageId: "renewWithoutRenewing" as const, data: { code: "AuthFailure.TokenFailure", fault: "this retries more than once" } }];

new RuleTester().run("no-retry-non-retryable: codes that renew", rule, {
  valid: [
    { name: "one more try after the clock was corrected", code: withClient(`async function run(request) {
        try { return await client.AttachDisks(request); }
        catch (error) { if (error.code === "AuthFailure.SignatureExpire") { await syncClock(); return client.AttachDisks(request); } throw error; }
      }`) },
    { name: "one more try with a new client", code: `import { cbs } from "tencentcloud-sdk-nodejs";
      let client = new cbs.v20170312.Client({});
      async function run(request) {
        try { return await client.AttachDisks(request); }
        catch (error) { if (error.code !== "AuthFailure.TokenFailure") throw error; client = new cbs.v20170312.Client({ credential }); return client.AttachDisks(request); }
      }` },
    { name: "one more try after fetching credentials", code: withClient(`async function run(request) {
        try { return await client.AttachDisks(request); }
        catch (error) { if (error.code === "AuthFailure.TokenFailure") { await refreshCredentials(); return client.AttachDisks(request); } throw error; }
      }`) },
    { name: "a loop of two turns", code: withClient(`async function run(request) {
        for (let attempt = 0; attempt < 2; attempt++) {
          try { return await client.AttachDisks(request); }
          catch (error) { if (error.code !== "AuthFailure.TokenFailure") throw error; await renewToken(); }
        }
      }`) },
    { name: "a loop that renews on its first turn only", code: loopWith(`if (attempt === 0 && error.code === "AuthFailure.TokenFailure") { await renewToken(); continue; } throw error;`) },
    { name: "a loop that remembers that it has renewed", code: withClient(`async function run(request) {
        let renewed = false;
        for (;;) {
          try { return await client.AttachDisks(request); }
          catch (error) { if (renewed || error.code !== "AuthFailure.TokenFailure") throw error; renewed = true; await renewToken(); }
        }
      }`) },
    { name: "recursion with a flag", code: withClient(`async function run(request, renewed = false) {
        try { return await client.AttachDisks(request); }
        catch (error) { if (!renewed && error.code === "AuthFailure.TokenFailure") { await login(); return run(request, true); } throw error; }
      }`) },
    { name: "a cached token that is thrown away", code: withClient(`async function run(request) {
        try { return await client.AttachDisks(request); }
        catch (error) { if (error.code === "AuthFailure.TokenFailure") { tokens.delete(account); return client.AttachDisks(request); } throw error; }
      }`) },
    { name: "the code is thrown", code: loopWith(`if (error.code === "AuthFailure.TokenFailure") throw error; await sleep(1);`) },
    { name: "an allowed code", code: loopWith(`if (error.code === "AuthFailure.TokenFailure") continue; throw error;`), options: [{ allow: ["AuthFailure.*"] }] },
  ],
  invalid: [
    { name: "a loop that only waits", code: loopWith(`if (error.code !== "AuthFailure.TokenFailure") throw error; await sleep(1000);`), errors: nothingRenewed },
    { name: "one more try with nothing in between", code: withClient(`async function run(request) {
        try { return await client.AttachDisks(request); }
        catch (error) { if (error.code === "AuthFailure.TokenFailure") return client.AttachDisks(request); throw error; }
      }`), errors: nothingRenewed },
    { name: "recursion with nothing in between", code: withClient(`async function run(request, left) {
        try { return await client.AttachDisks(request); }
        catch (error) { if (left > 0 && error.code === "AuthFailure.TokenFailure") return run(request, left - 1); throw error; }
      }`), errors: nothingRenewed },
    { name: "beside throttled codes", code: loopWith(`if (!["RequestLimitExceeded", "AuthFailure.TokenFailure"].includes(error.code)) throw error; await sleep(1000);`), errors: [{ messageId: "renewWithoutRenewing", suggestions: [{ messageId: "doNotRetry", output: loopWith(`if (!["RequestLimitExceeded"].includes(error.code)) throw error; await sleep(1000);`) }] }] },
    { name: "the renewal is for another code", code: loopWith(`if (error.code === "AuthFailure.SignatureExpire") { if (attempt > 0) throw error; await syncClock(); continue; } if (error.code === "AuthFailure.TokenFailure") continue; throw error;`), errors: nothingRenewed },
    { name: "a loop that renews each turn", code: withClient(`async function run(request) {
        for (;;) {
          try { return await client.AttachDisks(request); }
          catch (error) { if (error.code !== "AuthFailure.TokenFailure") throw error; await renewToken(); }
        }
      }`), errors: moreThanOnce },
    { name: "a loop of five turns that renews each turn", code: loopWith(`if (error.code !== "AuthFailure.TokenFailure") throw error; await renewToken();`), errors: moreThanOnce },
    { name: "a word that only sounds like a renewal", code: loopWith(`if (error.code !== "AuthFailure.TokenFailure") throw error; await runAsync();`), errors: nothingRenewed },
  ],
});

new RuleTester().run("no-retry-non-retryable: waiting for what was just created", rule, {
  valid: [
    { name: "a loop that only looks", code: withClient(`async function run() {
        for (;;) { try { return await client.DescribeDisks({}); } catch (error) { if (error.code !== "ResourceNotFound") throw error; await sleep(1); } }
      }`) },
    { name: "the disk is created before the loop", code: withClient(`async function run() {
        const { DiskIdSet } = await client.CreateDisks(request);
        for (;;) { try { return await client.AttachDisks({ DiskIds: DiskIdSet }); } catch (error) { if (error.code !== "InvalidDiskId.NotFound") throw error; await sleep(1); } }
      }`) },
    { name: "a function that creates stands before the loop", code: withClient(`async function run() {
        await createDisk();
        for (;;) { try { return await client.AttachDisks(request); } catch (error) { if (error.code !== "ResourceNotFound") throw error; await sleep(1); } }
      }`) },
    { name: "a family, while only looking", code: withClient(`async function run() {
        for (;;) { try { return await client.DescribeDisks({}); } catch (error) { if (!error.code.startsWith("ResourceNotFound")) throw error; await sleep(1); } }
      }`) },
    { name: "the option says so", code: loopWith(`if (error.code !== "ResourceNotFound") throw error; await sleep(1);`), options: [{ allow: ["ResourceNotFound.*"] }] },
  ],
  invalid: [
    { name: "a change of a disk that does not exist", code: loopWith(`if (error.code !== "ResourceNotFound") throw error; await sleep(1);`), errors: [{ messageId: "retryOnPermanent", data: { code: "ResourceNotFound", why: "the resource does not exist" } }] },
    { name: "looking, on another permanent code", code: withClient(`async function run() {
        for (;;) { try { return await client.DescribeDisks({}); } catch (error) { if (error.code !== "InvalidParameterValue") throw error; await sleep(1); } }
      }`), errors: [{ messageId: "retryOnPermanent" }] },
    { name: "the disk is created after the loop", code: withClient(`async function run() {
        for (let i = 0; i < 3; i++) { try { await client.AttachDisks(request); return; } catch (error) { if (error.code !== "ResourceNotFound") throw error; await sleep(1); } }
        await client.CreateDisks(request);
      }`), errors: [{ messageId: "retryOnPermanent" }] },
  ],
});
