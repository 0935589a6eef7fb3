import { RuleTester } from "@typescript-eslint/rule-tester";
import rule from "../../rules/no-retry-non-retryable.js";
import { withClient } from "./retry-snippets.js";

const strict = [{ requireIdempotency: true }] as [{ requireIdempotency: boolean }];
const twice = [{ messageId: "repeatedTwice" as const }];

/** A loop that makes a snapshot, with what it does before the call and after an error. */
const loop = (before: string, after: string): string =>
  withClient(`async function run(request) {
    for (let attempt = 0; attempt < 3; attempt++) {
      try { ${before} return await client.CreateSnapshot(request); }
      catch (error) { if (error.code !== "InternalError") throw error; ${after} await sleep(1000); }
    }
  }`);

new RuleTester().run("no-retry-non-retryable: a look before the repeat", rule, {
  valid: [
    {
      name: "after the error",
      code: loop("", "const { TotalCount } = await client.DescribeSnapshots({ Filters }); if (TotalCount > 0) return undefined;"),
      options: strict,
    },
    {
      name: "before each attempt",
      code: loop("const { TotalCount } = await client.DescribeSnapshots({ Filters }); if (TotalCount > 0) return undefined;", ""),
      options: strict,
    },
    {
      name: "at the end of each turn",
      code: withClient(`async function run(request) {
        for (;;) {
          try { return await client.CreateSnapshot(request); } catch (error) { if (error.code !== "InternalError") throw error; }
          const { TotalCount } = await client.DescribeSnapshots({ Filters });
          if (TotalCount > 0) return undefined;
        }
      }`),
      options: strict,
    },
    {
      name: "in a function after the error",
      code: `${loop("", "if (await exists()) return undefined;")}
        async function exists() { const { TotalCount } = await client.DescribeSnapshots({ Filters }); return TotalCount > 0; }`,
      options: strict,
    },
    {
      name: "in the function that calls itself again",
      code: withClient(`async function create(request, attempt = 0) {
        const { TotalCount } = await client.DescribeSnapshots({ Filters });
        if (TotalCount > 0) return undefined;
        try { return await client.CreateSnapshot(request); }
        catch (error) { if (attempt < 3 && error.code === "InternalError") return create(request, attempt + 1); throw error; }
      }`),
      options: strict,
    },
    {
      name: "in the attempt of a retry library",
      code: withClient(`import { backOff } from "exponential-backoff";
        const run = (request) => backOff(async () => {
          const { TotalCount } = await client.DescribeSnapshots({ Filters });
          return TotalCount > 0 ? undefined : client.CreateSnapshot(request);
        }, { retry: (error) => error.code === "InternalError" });`),
      options: strict,
    },
    {
      name: "in what a function tries that calls itself again",
      code: withClient(`async function create(request, left) {
        try { if (await exists()) return; await client.CreateSnapshot(request); }
        catch (error) { if (left > 0 && error.code === "InternalError") await create(request, left - 1); }
      }
      async function exists() { return (await client.DescribeSnapshots({ Filters })).TotalCount > 0; }`),
      options: strict,
    },
  ],
  invalid: [
    { name: "none", code: loop("", ""), options: strict, errors: twice },
    {
      name: "none before a second call in the handler",
      code: withClient(`async function backUp(request) {
        try { return (await client.CreateSnapshot(request)).SnapshotId; }
        catch (error) { if (error.code?.startsWith("InternalError") !== true) throw error; return (await client.CreateSnapshot(request)).SnapshotId; }
      }`),
      options: strict,
      errors: twice,
    },
    {
      name: "before the first call only",
      code: withClient(`async function backUp(request) {
        try { await client.DescribeSnapshots({ Filters }); return await client.CreateSnapshot(request); }
        catch (error) { if (error.code === "InternalError") return client.CreateSnapshot(request); throw error; }
      }`),
      options: strict,
      errors: twice,
    },
    {
      name: "once, before the loop",
      code: withClient(`async function run(request) {
        const { TotalCount } = await client.DescribeSnapshots({ Filters });
        for (;;) { try { return await client.CreateSnapshot(request); } catch (error) { if (error.code !== "InternalError") throw error; await sleep(1); } }
      }`),
      options: strict,
      errors: twice,
    },
    {
      name: "at what was made",
      code: withClient(`async function run(request) {
        for (;;) {
          try { const { SnapshotId } = await client.CreateSnapshot(request); return await client.DescribeSnapshots({ SnapshotIds: [SnapshotId] }); }
          catch (error) { if (error.code !== "InternalError") throw error; await sleep(1); }
        }
      }`),
      options: strict,
      errors: twice,
    },
    {
      name: "at another service",
      code: `import { cvm } from "tencentcloud-sdk-nodejs";
        const machines = new cvm.v20170312.Client({});
        ${loop("", "await machines.DescribeZones({});")}`,
      options: strict,
      errors: twice,
    },
    { name: "at the price", code: loop("await client.InquiryPriceCreateDisks({});", ""), options: strict, errors: twice },
    {
      name: "after errors that are not repeated",
      code: withClient(`async function run(request) {
        for (;;) {
          try { return await client.CreateSnapshot(request); }
          catch (error) { if (error.code !== "InternalError") { await client.DescribeSnapshots({}); throw error; } await sleep(1); }
        }
      }`),
      options: strict,
      errors: twice,
    },
  ],
});
