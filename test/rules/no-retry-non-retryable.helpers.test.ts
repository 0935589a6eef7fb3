import { RuleTester } from "@typescript-eslint/rule-tester";
import { join } from "node:path";
import rule from "../../rules/no-retry-non-retryable.js";
import { withClient } from "./retry-snippets.js";

const permanent = [{ messageId: "retryOnPermanent" as const }];

/** A function that makes the call which it is handed again, and whoever uses it. */
const retryWith = (condition: string, uses: string): string =>
  withClient(`async function retry(call, attempts = 6) {
  for (let attempt = 0; ; attempt++) {
    try { return await call(); } catch (error) { if (${condition} || attempt === attempts - 1) throw error; await sleep(300 * 2 ** attempt); }
  }
}
${uses}`);

const list = `export const list = () => retry(() => client.DescribeDisks({}));`;

new RuleTester().run("no-retry-non-retryable: functions that repeat what they are handed", rule, {
  valid: [
    { name: "a throttled code", code: retryWith(`error.code !== "RequestLimitExceeded"`, list) },
    { name: "a code of which the service that is called knows nothing", code: retryWith(`error.code !== "LimitExceeded.CvmInstanceQuota"`, list) },
    { name: "a family that others have too, where something else is handed over as well", code: retryWith(`error.code !== "LimitExceeded"`, `${list}\nexport const load = () => retry(() => fetch("https://example.com"));`) },
    { name: "a family that others have too, where other things are waited for as well", code: retryWith(`error.code !== "LimitExceeded"`, `${list}\nexport const load = () => retry(async () => { const answer = await fetch("https://example.com"); return answer.json(); });`) },
    { name: "a family that others have too, where it is not seen what is handed over", code: retryWith(`error.code !== "LimitExceeded"`, `${list}\nexport const load = (call) => retry(call);`) },
    { name: "a family that others have too, where the function is exported", code: retryWith(`error.code !== "LimitExceeded"`, `${list}\nexport { retry };`) },
    { name: "a family that others have too, where the function is kept", code: retryWith(`error.code !== "LimitExceeded"`, `${list}\nmodule.exports = { retry };`) },
    {
      name: "a public method that others can use",
      code: withClient(`export class Disks {
        async retry(call) { for (;;) { try { return await call(); } catch (error) { if (error.code !== "LimitExceeded") throw error; } } }
        list() { return this.retry(() => client.DescribeDisks({})); }
      }`),
    },
  ],
  invalid: [
    { name: "a quota", code: retryWith(`error.code !== "LimitExceeded"`, list), errors: permanent },
    { name: "a quota, by functions with names", code: retryWith(`error.code !== "LimitExceeded"`, `const describe = () => client.DescribeDisks({});\nexport const list = () => retry(describe);`), errors: permanent },
    { name: "a code of another service, where the function is exported", code: retryWith(`error.code !== "LimitExceeded.CvmInstanceQuota"`, `${list}\nexport { retry };`), errors: permanent },
    {
      name: "a pattern, by the codes of the service that is called",
      code: retryWith(`!/LimitExceeded/.test(error.code)`, list),
      errors: [{ messageId: "retryFamilyHasPermanent", data: { count: "8", total: "12", examples: '"InvalidParameterValue.BindDiskLimitExceeded", "InvalidParameterValue.LimitExceeded" and "LimitExceeded"' } }],
    },
    {
      name: "recursion that hands the call on",
      code: withClient(`async function retry(call, left = 3) {
        try { return await call(); } catch (error) { if (left > 0 && error.code === "LimitExceeded") return retry(call, left - 1); throw error; }
      }
      export const list = () => retry(() => client.DescribeDisks({}));`),
      errors: permanent,
    },
    {
      name: "a private method",
      code: withClient(`export class Disks {
        async #retry(call) { for (;;) { try { return await call(); } catch (error) { if (error.code !== "LimitExceeded") throw error; } } }
        list() { return this.#retry(() => client.DescribeDisks({})); }
      }`),
      errors: permanent,
    },
    {
      name: "a rejection handler of what is handed over",
      code: withClient(`const retry = (call, left) => call().catch((error) => { if (left > 0 && error.code === "LimitExceeded") return retry(call, left - 1); throw error; });
      export const list = () => retry(() => client.DescribeDisks({}), 3);`),
      errors: permanent,
    },
  ],
});

const typed = new RuleTester({
  languageOptions: { parserOptions: { project: "./tsconfig.json", tsconfigRootDir: join(import.meta.dirname, "../fixtures/typed") } },
});

const typedRetryWith = (condition: string): string => `import { cbs } from "tencentcloud-sdk-nodejs";
type Client = InstanceType<typeof cbs.v20170312.Client>;
export class Disks {
  constructor(private readonly client: Client) {}
  private async retry<Result>(call: () => Promise<Result>): Promise<Result> {
    for (;;) { try { return await call(); } catch (error) { if (${condition}) throw error; } }
  }
  list() { return this.retry(() => this.client.DescribeDisks({})); }
}`;

typed.run("no-retry-non-retryable: functions that repeat what they are handed, with types", rule, {
  valid: [{ name: "a throttled code", code: typedRetryWith(`(error as { code?: string }).code !== "RequestLimitExceeded"`) }],
  invalid: [{ name: "a quota", code: typedRetryWith(`(error as { code?: string }).code !== "LimitExceeded"`), errors: permanent }],
});
