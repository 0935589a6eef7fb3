import { RuleTester } from "@typescript-eslint/rule-tester";
import { join } from "node:path";
import rule from "../../rules/no-retry-non-retryable.js";

const tester = new RuleTester({
  languageOptions: { parserOptions: { project: "./tsconfig.json", tsconfigRootDir: join(import.meta.dirname, "../fixtures/typed") } },
});

const sdk = `import { cbs } from "tencentcloud-sdk-nodejs";
type Client = InstanceType<typeof cbs.v20170312.Client>;
declare function sleep(ms: number): Promise<void>;
`;

tester.run("no-retry-non-retryable, with types", rule, {
  valid: [
    {
      name: "a client that is a parameter, a throttled code",
      code: `${sdk}export async function run(client: Client) {
        for (;;) { try { return await client.DescribeDisks({}); } catch (error) { if ((error as { code?: string }).code !== "RequestLimitExceeded") throw error; await sleep(1); } }
      }`,
    },
    {
      name: "a parameter of the type of somebody else's error",
      code: `${sdk}export const isRetryable = (error: NodeJS.ErrnoException) => error.code === "LimitExceeded.DiskQuota";`,
    },
    {
      name: "a client that looks for what is missing",
      code: `${sdk}export async function run(client: Client) {
        for (;;) { try { return await client.DescribeDisks({}); } catch (error) { if ((error as { code?: string }).code !== "InvalidDiskId.NotFound") throw error; await sleep(1); } }
      }`,
    },
    {
      name: "a predicate whose type says that it narrows to what can be retried",
      code: `${sdk}interface Throttled { readonly code: "RequestLimitExceeded" }
      export function isRetryable(error: { code?: string }): error is Throttled { return error.code === "RequestLimitExceeded"; }`,
    },
    {
      name: "a token for an action that has that parameter",
      code: `${sdk}export async function run(client: Client, ClientToken: string) {
        for (;;) { try { return await client.CreateDisks({ DiskType: "CLOUD_SSD", DiskChargeType: "POSTPAID_BY_HOUR", Placement: { Zone: "ap-guangzhou-1" }, ClientToken }); } catch (error) { if ((error as { code?: string }).code !== "InternalError") throw error; await sleep(1); } }
      }`,
      options: [{ requireIdempotency: true }],
    },
    {
      name: "a token where the type does not tell the service",
      code: `import { CommonClient } from "tencentcloud-sdk-nodejs";
      export async function run(client: CommonClient, ClientToken: string) {
        for (;;) { try { return await client.request("CreateSnapshot", { ClientToken }); } catch (error) { if ((error as { code?: string }).code !== "InternalError") throw error; } }
      }`,
      options: [{ requireIdempotency: true }],
    },
  ],
  invalid: [
    {
      name: "a token for an action that has no such parameter, of a client behind a function",
      code: `${sdk}declare function clientOf(region: string): Client;
      export async function run(request: { DiskId: string; ClientToken: string }) {
        for (;;) { try { return await clientOf("ap-guangzhou").CreateSnapshot({ ...request, ClientToken: "a" } as { DiskId: string }); } catch (error) { if ((error as { code?: string }).code !== "InternalError") throw error; await sleep(1); } }
      }`,
      options: [{ requireIdempotency: true }],
      errors: [{ messageId: "repeatedTwice" }],
    },
    {
      name: "a request of the type of an action with a token, without one",
      code: `${sdk}type Request = Parameters<Client["CreateDisks"]>[0];
      export async function run(client: Client, request: Request) {
        for (;;) { try { return await client.CreateDisks(request); } catch (error) { if ((error as { code?: string }).code !== "InternalError") throw error; await sleep(1); } }
      }`,
      options: [{ requireIdempotency: true }],
      errors: [{ messageId: "repeatedTwice" }],
    },
    {
      name: "a client that is a parameter",
      code: `${sdk}export async function run(client: Client) {
        for (;;) { try { return await client.AttachDisks({ DiskIds: [] }); } catch (error) { if ((error as { code?: string }).code !== "LimitExceeded") throw error; await sleep(1); } }
      }`,
      errors: [{ messageId: "retryOnPermanent" }],
    },
    {
      name: "a client behind a function",
      code: `${sdk}declare function clientOf(region: string): Client;
      export async function run(region: string, left: number): Promise<unknown> {
        try { return await clientOf(region).AttachDisks({ DiskIds: [] }); }
        catch (error) { if (left > 0 && (error as { code?: string }).code === "LimitExceeded") return run(region, left - 1); throw error; }
      }`,
      errors: [{ messageId: "retryOnPermanent" }],
    },
    {
      name: "codes of an enum",
      code: `${sdk}enum Code { Limited = "RequestLimitExceeded", Quota = "LimitExceeded" }
      export async function run(client: Client) {
        for (;;) { try { return await client.AttachDisks({ DiskIds: [] }); } catch (error) { const { code } = error as { code?: string }; if (code !== Code.Limited && code !== Code.Quota) throw error; await sleep(1); } }
      }`,
      errors: [{ messageId: "retryOnPermanent" }],
    },
    {
      name: "p-retry around a client that is a parameter",
      code: `import pRetry from "p-retry";\n${sdk}export const run = (client: Client) => pRetry(() => client.AttachDisks({ DiskIds: [] }), { shouldRetry: ({ error }) => (error as { code?: string }).code === "LimitExceeded" });`,
      errors: [{ messageId: "retryOnPermanent" }],
    },
  ],
});
