import { RuleTester } from "@typescript-eslint/rule-tester";
import rule from "../../rules/no-retry-non-retryable.js";
import { withClient } from "./retry-snippets.js";

const permanent = [{ messageId: "retryOnPermanent" as const }];

new RuleTester().run("no-retry-non-retryable: loops", rule, {
  valid: [
    {
      name: "a code that is throttled",
      code: withClient(`for (let i = 0; i < 3; i++) {
        try { await client.AttachDisks(request); break; }
        catch (error) { if (error.code !== "RequestLimitExceeded") throw error; }
      }`),
    },
    {
      name: "break leaves the loop on a permanent code",
      code: withClient(`for (let i = 0; i < 3; i++) {
        try { await client.AttachDisks(request); return; }
        catch (error) { if (error.code === "LimitExceeded") break; await sleep(i); }
      }`),
    },
    {
      name: "a permanent code is thrown, the rest is repeated",
      code: withClient(`async function run() {
        while (true) {
          try { return await client.AttachDisks(request); }
          catch (error) { if (error.code === "LimitExceeded") throw error; await sleep(100); }
        }
      }`),
    },
    {
      name: "a loop over disks goes on with the next one",
      code: withClient(`for (const DiskId of ids) {
        try { await client.TerminateDisks({ DiskIds: [DiskId] }); done.push(DiskId); if (done.length > 9) break; }
        catch (error) { if (error.code !== "LimitExceeded") throw error; }
      }`),
    },
    {
      name: "a counting loop over a list goes on with the next one",
      code: withClient(`for (let i = 0; i < ids.length; i++) {
        try { await client.TerminateDisks({ DiskIds: [ids[i]] }); if (full) break; }
        catch (error) { if (error.code === "LimitExceeded") continue; throw error; }
      }`),
    },
    {
      name: "a loop over a queue goes on with the next one",
      code: withClient(`while (queue.length > 0) {
        const DiskId = queue.shift();
        try { await client.TerminateDisks({ DiskIds: [DiskId] }); if (full) break; }
        catch (error) { if (error.code === "LimitExceeded") continue; throw error; }
      }`),
    },
    {
      name: "paging by an offset makes another call each turn",
      code: withClient(`let offset = 0;
      for (;;) {
        try { const page = await client.DescribeDisks({ Offset: offset }); if (page.DiskSet.length === 0) break; offset += 100; }
        catch (error) { if (error.code === "LimitExceeded") continue; throw error; }
      }`),
    },
    {
      name: "paging by a token makes another call each turn",
      code: withClient(`let token;
      do {
        try { const page = await client.DescribeSnapshots({ Token: token }); token = page.NextToken; if (!token) break; }
        catch (error) { if (error.code === "LimitExceeded") continue; throw error; }
      } while (token);`),
    },
    {
      name: "paging by a part of the request",
      code: withClient(`const request = { Offset: 0 };
      for (;;) {
        request.Offset += 100;
        try { const page = await client.DescribeDisks(request); if (page.DiskSet.length === 0) break; }
        catch (error) { if (error.code === "LimitExceeded") continue; throw error; }
      }`),
    },
    {
      name: "paging by a method of the request",
      code: withClient(`const request = new DescribeDisksRequest();
      for (let page = 0; ; page++) {
        request.from_json_string(JSON.stringify({ Offset: page * 100 }));
        try { const answer = await client.DescribeDisks(request); if (answer.DiskSet.length === 0) break; }
        catch (error) { if (error.code === "LimitExceeded") continue; throw error; }
      }`),
    },
    {
      name: "a service that never ends polls, and does not repeat what failed",
      code: withClient(`while (running) {
        try { await report(await client.DescribeDisks({})); }
        catch (error) { if (error.code !== "LimitExceeded") throw error; }
        await sleep(60000);
      }`),
    },
    {
      name: "for await over events",
      code: withClient(`for await (const event of events) {
        try { await client.AttachDisks(event.request); if (event.last) break; }
        catch (error) { if (error.code === "LimitExceeded") continue; throw error; }
      }`),
    },
    {
      name: "the loop is around the function, not around the call",
      code: withClient(`for (;;) {
        register(async () => { try { return await client.AttachDisks(request); } catch (error) { if (error.code === "LimitExceeded") return undefined; throw error; } });
        if (full) break;
      }`),
    },
    {
      name: "continue goes on with an outer loop over disks",
      code: withClient(`disks: for (const DiskId of ids) {
        for (let i = 0; i < 3; i++) {
          try { await client.TerminateDisks({ DiskIds: [DiskId] }); break; }
          catch (error) { if (error.code === "LimitExceeded") continue disks; throw error; }
        }
      }`),
    },
    {
      name: "a flag that ends the loop on a permanent code",
      code: withClient(`let done = false;
      while (!done) {
        try { await client.AttachDisks(request); done = true; }
        catch (error) { if (error.code === "LimitExceeded") done = true; }
      }`),
    },
    {
      name: "a repeat on another cloud's error",
      code: `import { S3Client } from "@aws-sdk/client-s3";
      for (let i = 0; i < 3; i++) {
        try { await s3.send(command); break; }
        catch (error) { if (error.code !== "LimitExceeded") throw error; }
      }`,
    },
  ],
  invalid: [
    {
      name: "for, continue",
      code: withClient(`for (let i = 0; i < 3; i++) {
        try { await client.AttachDisks(request); break; }
        catch (error) { if (error.code === "LimitExceeded") { await sleep(i); continue; } throw error; }
      }`),
      errors: permanent,
    },
    {
      name: "while, falling out of the catch",
      code: withClient(`while (true) {
        try { await client.AttachDisks(request); break; }
        catch (error) { if (error.code !== "LimitExceeded") throw error; await sleep(1); }
      }`),
      errors: permanent,
    },
    {
      name: "do while with a counter",
      code: withClient(`let tries = 0;
      do {
        try { await client.AttachDisks(request); break; }
        catch (error) { if (error.code !== "InvalidParameterValue") throw error; tries++; }
      } while (tries < 3);`),
      errors: permanent,
    },
    {
      name: "for of over delays",
      code: withClient(`async function run() {
        for (const delay of [100, 200, 400]) {
          try { return await client.AttachDisks(request); }
          catch (error) { if (error.code !== "UnauthorizedOperation") throw error; await sleep(delay); }
        }
      }`),
      errors: permanent,
    },
    {
      name: "for await over ticks",
      code: withClient(`async function run() {
        for await (const tick of setInterval(1000)) {
          try { return await client.AttachDisks(request); }
          catch (error) { if (error.code === "LimitExceeded") continue; throw error; }
        }
      }`),
      errors: permanent,
    },
    {
      name: "a labelled continue from a switch",
      code: withClient(`again: while (true) {
        try { await client.AttachDisks(request); break; }
        catch (error) { switch (error.code) { case "LimitExceeded": continue again; default: throw error; } }
      }`),
      errors: permanent,
    },
    {
      name: "a flag that the condition reads stays as it is",
      code: withClient(`let done = false;
      while (!done) {
        try { await client.AttachDisks(request); done = true; }
        catch (error) { if (error.code === "LimitExceeded") { await sleep(1); } else { done = true; } }
      }`),
      errors: permanent,
    },
    {
      name: "a flag among other conditions of the loop",
      code: withClient(`let result;
      let failed = false;
      while (!failed && !result) {
        try { result = await client.AttachDisks(request); }
        catch (error) { if (error.code !== "LimitExceeded") failed = true; }
      }`),
      errors: permanent,
    },
    {
      name: "the client is made for each turn",
      code: `import { cbs } from "tencentcloud-sdk-nodejs";
      async function run() {
        for (let attempt = 0; attempt < 3; attempt++) {
          const client = new cbs.v20170312.Client({});
          try { return await client.AttachDisks(request); }
          catch (error) { if (error.code !== "LimitExceeded") throw error; }
        }
      }`,
      errors: permanent,
    },
    {
      name: "the call reads the counter of attempts",
      code: withClient(`async function run() {
        for (let attempt = 0; attempt < 3; attempt++) {
          try { return await client.AttachDisks(requestFor(attempt)); }
          catch (error) { if (error.code !== "LimitExceeded") throw error; }
        }
      }`),
      errors: permanent,
    },
    {
      name: "the pause stands after the try",
      code: withClient(`async function run() {
        while (true) {
          try { return await client.AttachDisks(request); }
          catch (error) { if (error.code !== "LimitExceeded") throw error; }
          await sleep(1000);
        }
      }`),
      errors: permanent,
    },
    {
      name: "a promise handler gives back nothing, and the loop goes on",
      code: withClient(`async function run() {
        for (let attempt = 0; attempt < 3; attempt++) {
          const answer = await client.AttachDisks(request).catch((error) => { if (error.code === "LimitExceeded") return undefined; throw error; });
          if (answer) return answer;
        }
      }`),
      errors: permanent,
    },
    {
      name: "a raw answer in a loop",
      code: `async function run(request) {
        for (let attempt = 0; attempt < 3; attempt++) {
          const response = await fetch("https://cbs.tencentcloudapi.com", request);
          const body = await response.json();
          if (body.Response.Error?.Code === "LimitExceeded") continue;
          return body.Response;
        }
      }`,
      errors: permanent,
    },
    {
      name: "a function of this file makes the call",
      code: withClient(`async function attach() { return client.AttachDisks(request); }
      async function run() {
        for (let attempt = 0; attempt < 3; attempt++) {
          try { return await attach(); }
          catch (error) { if (error.code !== "LimitExceeded") throw error; }
        }
      }`),
      errors: permanent,
    },
  ],
});

new RuleTester().run("no-retry-non-retryable: recursion, second calls and timers", rule, {
  valid: [
    {
      name: "recursion on a throttled code",
      code: withClient(`async function attach(request, attempt = 0) {
        try { return await client.AttachDisks(request); }
        catch (error) { if (error.code === "RequestLimitExceeded" && attempt < 3) return attach(request, attempt + 1); throw error; }
      }`),
    },
    {
      name: "recursion for something else is no repeat",
      code: withClient(`async function remove(id) {
        try { return await client.DeleteSnapshots({ SnapshotIds: [id] }); }
        catch (error) { if (error.code === "UnsupportedOperation") { for (const child of childrenOf(id)) await remove(child); return undefined; } throw error; }
      }`),
    },
    {
      name: "another action in the handler",
      code: withClient(`async function run(request) {
        try { return await client.AttachDisks(request); }
        catch (error) { if (error.code === "LimitExceeded") return client.DescribeDisks(request); throw error; }
      }`),
    },
    {
      name: "the same action with another request",
      code: withClient(`async function run(request, smaller) {
        try { return await client.CreateDisks(request); }
        catch (error) { if (error.code === "LimitExceeded") return client.CreateDisks(smaller); throw error; }
      }`),
    },
    {
      name: "a timer that does something else",
      code: withClient(`async function run() {
        try { await client.AttachDisks(request); }
        catch (error) { if (error.code === "LimitExceeded") setTimeout(() => notify(error), 1000); else throw error; }
      }`),
    },
    {
      name: "a rejection handler that gives back a value",
      code: withClient(`const attach = (request) => client.AttachDisks(request).catch((error) => { if (error.code === "LimitExceeded") return undefined; throw error; });`),
    },
    {
      name: "a callback that passes the error on",
      code: withClient(`function attach(request, done) {
        client.AttachDisks(request, (error, data) => { if (error && error.code === "LimitExceeded") return done(error); done(null, data); });
      }`),
    },
    {
      name: "a helper that gives up on the code",
      code: withClient(`async function handle(error, request) { if (error.code === "LimitExceeded") throw error; return attach(request); }
      async function attach(request) { try { return await client.AttachDisks(request); } catch (error) { return handle(error, request); } }`),
    },
  ],
  invalid: [
    {
      name: "recursion with a counter",
      code: withClient(`async function attach(request, attempt = 0) {
        try { return await client.AttachDisks(request); }
        catch (error) { if (error.code === "LimitExceeded" && attempt < 3) return attach(request, attempt + 1); throw error; }
      }`),
      errors: permanent,
    },
    {
      name: "recursion through this",
      code: `import { cbs } from "tencentcloud-sdk-nodejs";
      class Disks {
        client = new cbs.v20170312.Client({});
        async attach(request, left = 3) {
          try { return await this.client.AttachDisks(request); }
          catch (error) { if (left > 0 && error.code === "LimitExceeded") return this.attach(request, left - 1); throw error; }
        }
      }`,
      errors: permanent,
    },
    {
      name: "recursion of an arrow function",
      code: withClient(`const attach = async (request) => {
        try { return await client.AttachDisks(request); }
        catch (error) { if (error.code === "LimitExceeded") return attach(request); throw error; }
      };`),
      errors: permanent,
    },
    {
      name: "recursion with options made on the spot",
      code: withClient(`async function attach({ request, attempt }) {
        try { return await client.AttachDisks(request); }
        catch (error) { if (error.code === "LimitExceeded") return attach({ request, attempt: attempt + 1 }); throw error; }
      }`),
      errors: permanent,
    },
    {
      name: "recursion through a helper that gets the error",
      code: withClient(`async function handle(error, request) { if (error.code === "LimitExceeded") return attach(request); throw error; }
      async function attach(request) { try { return await client.AttachDisks(request); } catch (error) { return handle(error, request); } }`),
      errors: permanent,
    },
    {
      name: "recursion in a rejection handler",
      code: withClient(`function attach(request, left) {
        return client.AttachDisks(request).catch((error) => error.code === "LimitExceeded" && left > 0 ? attach(request, left - 1) : Promise.reject(error));
      }`),
      errors: permanent,
    },
    {
      name: "recursion in the second handler of then",
      code: withClient(`function attach(request) {
        return client.AttachDisks(request).then((data) => data, (error) => { if (error.code === "LimitExceeded") return attach(request); throw error; });
      }`),
      errors: permanent,
    },
    {
      name: "recursion after a pause",
      code: withClient(`function attach(request) {
        return client.AttachDisks(request).catch((error) => { if (error.code === "LimitExceeded") return sleep(100).then(() => attach(request)); throw error; });
      }`),
      errors: permanent,
    },
    {
      name: "recursion in a callback",
      code: withClient(`function attach(request, done) {
        client.AttachDisks(request, (error, data) => {
          if (error && error.code === "LimitExceeded") return attach(request, done);
          done(error, data);
        });
      }`),
      errors: permanent,
    },
    {
      name: "one more call in the handler",
      code: withClient(`async function run(request) {
        try { return await client.AttachDisks(request); }
        catch (error) { if (error.code === "LimitExceeded") return client.AttachDisks(request); throw error; }
      }`),
      errors: permanent,
    },
    {
      name: "one more call in a rejection handler",
      code: withClient(`const run = (request) => client.AttachDisks(request).catch((error) => { if (error.code === "LimitExceeded") return client.AttachDisks(request); throw error; });`),
      errors: permanent,
    },
    {
      name: "one more call of a function of this file",
      code: withClient(`const attach = (request) => client.AttachDisks(request);
      async function run(request) {
        try { return await attach(request); }
        catch (error) { if (error.code === "LimitExceeded") return attach(request); throw error; }
      }`),
      errors: permanent,
    },
    {
      name: "one more call of a function that was handed over",
      code: `import { TencentCloudSDKHttpException } from "tencentcloud-sdk-nodejs";
      export async function twice(call) {
        try { return await call(); }
        catch (error) { if (error instanceof TencentCloudSDKHttpException && error.code === "LimitExceeded") return call(); throw error; }
      }`,
      errors: permanent,
    },
    {
      name: "setTimeout with a function",
      code: withClient(`async function run() {
        try { await client.AttachDisks(request); }
        catch (error) { if (error.code === "LimitExceeded") setTimeout(() => run(), 1000); else throw error; }
      }`),
      errors: permanent,
    },
    {
      name: "setTimeout with a name",
      code: withClient(`async function run() {
        try { await client.AttachDisks(request); }
        catch (error) { if (error.code === "LimitExceeded") setTimeout(run, 1000); else throw error; }
      }`),
      errors: permanent,
    },
    {
      name: "setTimeout with a bound method",
      code: `import { cbs } from "tencentcloud-sdk-nodejs";
      class Disks {
        client = new cbs.v20170312.Client({});
        async run() {
          try { await this.client.AttachDisks(request); }
          catch (error) { if (error.code === "LimitExceeded") setTimeout(this.run.bind(this), 1000); else throw error; }
        }
      }`,
      errors: permanent,
    },
    {
      name: "a promised timer",
      code: withClient(`async function run() {
        try { return await client.AttachDisks(request); }
        catch (error) {
          if (error.code !== "LimitExceeded") throw error;
          return new Promise((resolve) => setTimeout(() => resolve(run()), 1000));
        }
      }`),
      errors: permanent,
    },
    {
      name: "queueMicrotask",
      code: withClient(`async function run() {
        try { await client.AttachDisks(request); }
        catch (error) { if (error.code === "LimitExceeded") queueMicrotask(run); else throw error; }
      }`),
      errors: permanent,
    },
    {
      name: "recursion on a raw answer",
      code: `async function attach(request, attempt = 0) {
        const response = await fetch("https://cbs.tencentcloudapi.com", request);
        const { Response } = await response.json();
        if (Response.Error && Response.Error.Code === "LimitExceeded") return attach(request, attempt + 1);
        return Response;
      }`,
      errors: permanent,
    },
  ],
});
