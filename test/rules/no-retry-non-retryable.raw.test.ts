import { RuleTester } from "@typescript-eslint/rule-tester";
import { join } from "node:path";
import rule from "../../rules/no-retry-non-retryable.js";

const permanent = [{ messageId: "retryOnPermanent" as const }];
const permanentOfSeveral = [{ messageId: "retryOnPermanent" as const, suggestions: 1 }];
const twice = [{ messageId: "retryOnPermanent" as const, suggestions: 1 }, { messageId: "retryOnPermanent" as const, suggestions: 1 }];
const family = [{ messageId: "retryFamilyHasPermanent" as const }];
const host = `const host = "ocr.tencentcloudapi.com";`;
const sdk = `import { ocr } from "tencentcloud-sdk-nodejs";`;

/** A client of one's own, with an error class of its own. */
const ownClient = `class ApiFailure extends Error { constructor(readonly code: string, readonly status: number) { super(code); } }
async function send(service: string, body: string) {
  const answer = await fetch(\`https://\${service}.tencentcloudapi.com/\`, { method: "POST", body });
  const { Response } = await answer.json() as { Response: { Error?: { Code: string } } };
  if (Response.Error !== undefined) throw new ApiFailure(Response.Error.Code, answer.status);
  return Response;
}
export async function ask(body: string) {
  for (let attempt = 0; ; attempt += 1) {
    try {
      return await send("ocr", body);
    } catch (error) {
      if (attempt === 3 || !isRetryableFailure(error as ApiFailure)) throw error;
    }
  }
}
`;

new RuleTester().run("no-retry-non-retryable: modules that call the API themselves", rule, {
  valid: [
    { name: "a predicate for codes that can be retried", code: `${host} export const isRetryable = (error) => error.code === "RequestLimitExceeded" || error.code === "InternalError";` },
    { name: "a predicate in a module that has nothing to do with the cloud", code: `const host = "ocr.example.com"; /* not tencentcloud */ export const isRetryable = (error) => error.code === "AuthFailure.InvalidSecretId" || error.code === "LimitExceeded";` },
    { name: "a predicate in a module that names the host in a comment", code: `// like ocr.tencentcloudapi.com\nexport const isRetryable = (error) => error.code === "AuthFailure.InvalidSecretId" || error.code === "LimitExceeded";` },
    { name: "a predicate in a module that uses another cloud", code: `import { S3Client } from "@aws-sdk/client-s3"; ${host} export const isRetryable = (error) => error.code === "AuthFailure.InvalidSecretId" || error.code === "LimitExceeded";` },
    { name: "a predicate in a module that calls another cloud itself", code: `${host} const other = "ocr-api.cn-hangzhou.aliyuncs.com"; export const isRetryable = (error) => error.code === "LimitExceeded.Concurrency" || error.code === "LimitExceeded";` },
    { name: "a predicate in a module that signs for another cloud too", code: `const headers = { "X-TC-Action": action, "x-acs-action": action }; export const isRetryable = (error) => error.code === "LimitExceeded.Concurrency" || error.code === "LimitExceeded";` },
    { name: "a predicate in a module that calls somebody else's API", code: `${host} const other = "https://api.example.com/v1"; export const isRetryable = (error) => error.code === "LimitExceeded.Concurrency" || error.code === "LimitExceeded";` },
    { name: "a predicate for errors of the network, and one word that is a code", code: `${host} export const isRetryable = (error) => error.code === "ECONNRESET" || error.code === "ETIMEDOUT" || error.code === "ResourceNotFound";` },
    { name: "a predicate that says no", code: `${host} export const isRetryable = (error) => error.code !== "LimitExceeded";` },
    { name: "a prefix in a flag, of codes that can be retried", code: `${host} export const toFailure = (code) => ({ retryable: code.startsWith("RequestLimitExceeded") });` },
    { name: "a prefix in a flag, nothing to do with the cloud", code: `const host = "ocr.example.com"; /* not tencentcloud */ export const toFailure = (code) => ({ retryable: code.startsWith("LimitExceeded") });` },
    { name: "a prefix in a flag of another name", code: `${host} export const toFailure = (code) => ({ quota: code.startsWith("LimitExceeded") });` },
    { name: "a prefix of something that is no code", code: `${host} export const toFailure = (region) => ({ retryable: region.startsWith("LimitExceeded") });` },
    { name: "a condition on a flag that says no", code: `${host} export function reasonOf(code) { if (code.startsWith("LimitExceeded")) return { reason: "quota", transient: false }; return { reason: "other", transient: true }; }` },
    { name: "how often something is tried is no flag", code: `${host} export function optionsFor(code) { if (code.startsWith("LimitExceeded")) return { retry: 0 }; return { retry: 3 }; }` },
    { name: "an error class of one's own, codes that can be retried", code: `${ownClient}function isRetryableFailure(failure: ApiFailure) { return failure.status === 429 || failure.code.startsWith("RequestLimitExceeded"); }` },
  ],
  invalid: [
    { name: "a predicate", code: `${host} export function isRetryable(error) { return error.code === "AuthFailure.InvalidSecretId" || error.code === "LimitExceeded"; }`, errors: twice },
    { name: "a predicate on the code", code: `${host} export const shouldRetry = (code) => code === "InternalError" || code === "LimitExceeded";`, errors: permanentOfSeveral },
    { name: "a predicate in a module that names headers", code: `const headers = { "X-TC-Action": action }; export const isRetryable = (error) => error.code === "LimitExceeded";`, errors: permanent },
    { name: "a predicate in a module that links to the documents", code: `${host} const help = "https://cloud.tencent.com/document/api/866/33519"; export const isRetryable = (error) => error.code === "LimitExceeded";`, errors: permanent },
    { name: "a predicate with a family", code: `${host} export const isRetryable = (error) => error.code.startsWith("AuthFailure.");`, errors: family },
    { name: "a prefix in a flag", code: `${host} export const toFailure = (code) => ({ retryable: code.startsWith("RequestLimitExceeded") || code.startsWith("LimitExceeded") });`, errors: family },
    { name: "an expression in a flag", code: `${host} export const toFailure = (code) => ({ retryable: /RequestLimitExceeded|LimitExceeded/i.test(code) });`, errors: family },
    { name: "a prefix in a flag, of an error", code: `${host} export const toFailure = (error) => ({ retryable: error.code.startsWith("LimitExceeded") });`, errors: family },
    { name: "a condition on a flag", code: `${host} export function reasonOf(code) { if (code.startsWith("LimitExceeded")) return { reason: "rate", transient: true }; return { reason: "other", transient: false }; }`, errors: family },
    { name: "a code on which a flag is set", code: `${host} export function reasonOf(status, code) { const failure = new Failure(status); if (code === "LimitExceeded") failure.retryable = true; return failure; }`, errors: permanent },
    { name: "an error class of one's own", code: `${ownClient}function isRetryableFailure(failure: ApiFailure) { return failure.status === 429 || failure.code.startsWith("LimitExceeded"); }`, errors: family },
  ],
});

new RuleTester().run("no-retry-non-retryable: names in modules that use the SDK", rule, {
  valid: [
    { name: "a predicate with a bare family among words of others", code: `${sdk} export const isRetryable = (error) => error.code === "ECONNRESET" || error.code === "ETIMEDOUT" || error.code === "LimitExceeded";` },
    { name: "an expression that leaves the quota out", code: `${sdk} export const isRetryable = (error) => /^RequestLimitExceeded|^InternalError$/.test(error.code);` },
    { name: "an expression for words that are nobody's", code: `${sdk} export const isRetryable = (error) => /timeout|ECONNRESET|Limit/i.test(error.code);` },
    { name: "a prefix in a flag, of codes that can be retried", code: `${sdk} export const toFailure = (code) => ({ retryable: code.startsWith("RequestLimitExceeded") });` },
  ],
  invalid: [
    { name: "a predicate with a bare family alone", code: `${sdk} export function isRetryable(error) { return error.code === "LimitExceeded"; }`, errors: permanent },
    { name: "an expression with alternatives", code: `${sdk} export const isRetryable = (error) => /RequestLimitExceeded|LimitExceeded/i.test(error.code);`, errors: family },
    { name: "an expression with a group", code: `${sdk} export const isRetryable = (error) => /^(?:timeout|LimitExceeded\\.)/.test(error.code);`, errors: family },
    { name: "a prefix in a flag", code: `${sdk} export const toFailure = (code) => ({ retryable: code.startsWith("LimitExceeded") });`, errors: family },
  ],
});

new RuleTester({
  languageOptions: { parserOptions: { project: "./tsconfig.json", tsconfigRootDir: join(import.meta.dirname, "../fixtures/typed") } },
}).run("no-retry-non-retryable: modules that call the API themselves, with types", rule, {
  valid: [
    { name: "a predicate for errors of the operating system", code: `${host} export const isRetryable = (error: NodeJS.ErrnoException) => error.code === "LimitExceeded.DiskQuota";` },
    { name: "an error class of one's own, codes that can be retried", code: `${ownClient}function isRetryableFailure(failure: ApiFailure) { return failure.status === 429 || failure.code.startsWith("RequestLimitExceeded"); }` },
    { name: "a prefix in a flag, of codes that can be retried", code: `${host} export const toFailure = (code: string) => ({ retryable: code.startsWith("RequestLimitExceeded") });` },
  ],
  invalid: [
    { name: "an error class of one's own", code: `${ownClient}function isRetryableFailure(failure: ApiFailure) { return failure.status === 429 || failure.code.startsWith("LimitExceeded"); }`, errors: family },
    { name: "a predicate", code: `${host} export function isRetryable(error: { code: string }): boolean { return error.code === "LimitExceeded"; }`, errors: permanent },
    { name: "a prefix in a flag", code: `${host} export const toFailure = (code: string) => ({ retryable: code.startsWith("LimitExceeded") });`, errors: family },
  ],
});
