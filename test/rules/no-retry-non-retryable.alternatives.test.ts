import { RuleTester } from "@typescript-eslint/rule-tester";
import { join } from "node:path";
import rule from "../../rules/no-retry-non-retryable.js";
import { loopWith, withClient } from "./retry-snippets.js";

const permanent = [{ messageId: "retryOnPermanent" as const }];
const permanentOfSeveral = [{ messageId: "retryOnPermanent" as const, suggestions: 1 }];
const family = [{ messageId: "retryFamilyHasPermanent" as const }];
const twice = [{ messageId: "repeatedTwice" as const }];

const recursionWith = (handler: string): string => withClient(`async function attach(request, attempt = 0) {
  try { return await client.AttachDisks(request); } catch (error) { ${handler} throw error; }
}`);

new RuleTester().run("no-retry-non-retryable: the code or anything else about the error", rule, {
  valid: [
    { name: "a throttled code or a text", code: recursionWith(`if (attempt < 3 && (error.code === "RequestLimitExceeded" || /frequency/.test(error.message))) return attach(request, attempt + 1);`) },
    { name: "a text and not the code", code: recursionWith(`if (attempt < 3 && error.code !== "LimitExceeded" && /timeout/.test(error.message)) return attach(request, attempt + 1);`) },
    { name: "a text, and another code is thrown first", code: recursionWith(`if (error.code === "LimitExceeded") throw error; if (attempt < 3 && /timeout/.test(error.message)) return attach(request, attempt + 1);`) },
    { name: "network errors, and the code is not asked for", code: recursionWith(`if (error.code === "LimitExceeded") console.warn("quota"); if (attempt < 3 && isNetworkError(error)) return attach(request, attempt + 1);`) },
    { name: "the code is only asked for how long to wait", code: loopWith(`if (attempt === 4 || isFatal(error)) throw error; await sleep(error.code === "LimitExceeded" ? 5000 : 500);`) },
    { name: "the code only makes the message", code: recursionWith(`const why = error.code === "LimitExceeded" ? "quota" : error.message; if (attempt < 3 && why.includes("timeout")) return attach(request, attempt + 1);`) },
    { name: "all but some codes and statuses", code: loopWith(`if (attempt === 4 || error.code === "LimitExceeded" || error.httpCode < 500) throw error; await sleep(1);`) },
    { name: "throttled codes and statuses, negated", code: loopWith(`if (!(error.code === "RequestLimitExceeded" || error.httpCode >= 500) || attempt === 4) throw error; await sleep(1);`) },
    { name: "one question in both branches", code: recursionWith(`if (error.code === "LimitExceeded") { console.warn("quota"); if (attempt < 3 && isNetworkError(error)) return attach(request, attempt + 1); } else if (attempt < 3 && isNetworkError(error)) return attach(request, attempt + 1);`) },
    { name: "the code with a text, beside another text", code: recursionWith(`if (attempt < 3 && ((error.code === "InvalidParameterValue" && error.message.indexOf("in progress") !== -1) || error.message.indexOf("timeout") > -1)) return attach(request, attempt + 1);`) },
    { name: "a constant that is true for throttled codes", code: recursionWith(`const limited = error.message.includes("frequency") || error.code === "RequestLimitExceeded"; if (limited && attempt < 6) return attach(request, attempt + 1);`) },
    {
      name: "a helper for throttled codes",
      code: withClient(`function isRate(error) { if (error.code === "RequestLimitExceeded") return true; return /frequency/i.test(error.message); }
      async function attach(request, attempt = 0) { try { return await client.AttachDisks(request); } catch (error) { if (attempt < 3 && isRate(error)) return attach(request, attempt + 1); throw error; } }`),
    },
    {
      name: "a switch that gives up on the code",
      code: recursionWith(`switch (error.code) { case "LimitExceeded": throw error; default: if (error.message.includes("timeout") && attempt < 3) return attach(request, attempt + 1); }`),
    },
    { name: "a pattern of throttled codes or a text", code: recursionWith(`if (attempt < 3 && (/^RequestLimitExceeded/.test(error.code) || /frequency/.test(error.message))) return attach(request, attempt + 1);`) },
    {
      name: "a raw answer with a throttled code or a status",
      code: `async function attach(request, attempt = 0) {
        const response = await fetch("https://cbs.tencentcloudapi.com", request);
        const body = await response.json();
        if (attempt < 3 && (response.status === 502 || body.Response.Error?.Code === "RequestLimitExceeded")) return attach(request, attempt + 1);
        return body.Response;
      }`,
    },
    {
      name: "a read on a transient code or a text",
      code: withClient(`async function list(attempt = 0) { try { return await client.DescribeDisks({}); } catch (error) { if (attempt < 6 && (error.code === "InternalError" || error.message.includes("timeout"))) return list(attempt + 1); throw error; } }`),
      options: [{ requireIdempotency: true }],
    },
  ],
  invalid: [
    {
      name: "a quota or a text, recursion",
      code: recursionWith(`if (attempt < 3 && (error.code === "LimitExceeded" || /frequency/.test(error.message))) return attach(request, attempt + 1);`),
      errors: [{ messageId: "retryOnPermanent", suggestions: [{ messageId: "doNotRetry", output: recursionWith(`if (attempt < 3 && (/frequency/.test(error.message))) return attach(request, attempt + 1);`) }] }],
    },
    { name: "a quota or a text, continue", code: loopWith(`if (attempt < 4 && (error.message.includes("frequency") || error.code === "LimitExceeded")) { await sleep(1); continue; } throw error;`), errors: permanentOfSeveral },
    { name: "attempts in a condition of their own", code: loopWith(`if (attempt === 4) throw error; if (error.code === "LimitExceeded" || /timeout/.test(error.message)) { await sleep(1); continue; } throw error;`), errors: permanentOfSeveral },
    { name: "neither the quota nor a text", code: recursionWith(`if (attempt >= 3 || (error.code !== "LimitExceeded" && !/frequency/.test(error.message))) throw error; return attach(request, attempt + 1);`), errors: permanent },
    { name: "a quota or a status, negated", code: loopWith(`if (!(error.code === "LimitExceeded" || error.httpCode >= 500) || attempt === 4) throw error; await sleep(1);`), errors: permanentOfSeveral },
    { name: "a quota or a text that is found by its place", code: recursionWith(`if (attempt < 3 && (error.code === "LimitExceeded" || error.message.indexOf("timeout") !== -1)) return attach(request, attempt + 1);`), errors: permanentOfSeveral },
    { name: "a quota or a text that is compared with null", code: recursionWith(`if (attempt < 3 && (error.code === "LimitExceeded" || error.message.match(/timeout/) !== null)) return attach(request, attempt + 1);`), errors: permanentOfSeveral },
    { name: "a quota or an unknown function of the error", code: recursionWith(`if (attempt < 3 && (isNetworkError(error) || error.code === "LimitExceeded")) return attach(request, attempt + 1);`), errors: permanentOfSeveral },
    { name: "a quota or a status, behind a test of what the error is", code: recursionWith(`if (attempt < 3 && isApiFailure(error) && (error.httpCode === 502 || error.code === "LimitExceeded")) return attach(request, attempt + 1);`), errors: permanentOfSeveral },
    { name: "a quota or a class of errors", code: recursionWith(`if (attempt < 3 && (error instanceof TimeoutError || error.code === "LimitExceeded")) return attach(request, attempt + 1);`), errors: permanentOfSeveral },
    { name: "a quota or a flag of the error", code: recursionWith(`if (attempt < 3 && (error.retryable || error.code === "LimitExceeded")) return attach(request, attempt + 1);`), errors: permanent },
    { name: "a quota or a part of the error in a variable", code: recursionWith(`const { code, message } = error; const text = String(message).toLowerCase(); if (attempt < 3 && (text.includes("timeout") || code === "LimitExceeded")) return attach(request, attempt + 1);`), errors: permanentOfSeveral },
    { name: "a constant under a name that says nothing", code: recursionWith(`const limited = error.message.includes("frequency") || error.code === "LimitExceeded"; if (limited && attempt < 6) return attach(request, attempt + 1);`), errors: permanentOfSeveral },
    { name: "a variable that several conditions set", code: recursionWith(`let limited = false; if (/frequency/.test(error.message)) limited = true; if (error.code === "LimitExceeded") limited = true; if (limited && attempt < 6) return attach(request, attempt + 1);`), errors: permanent },
    {
      name: "a helper",
      code: withClient(`function isRate(error) { return error.code === "LimitExceeded" || /frequency/i.test(error.message); }
      async function attach(request, attempt = 0) { try { return await client.AttachDisks(request); } catch (error) { if (attempt < 3 && isRate(error)) return attach(request, attempt + 1); throw error; } }`),
      errors: permanentOfSeveral,
    },
    {
      name: "a helper with an early exit",
      code: withClient(`function isRate(error) { if (error.code === "LimitExceeded") return true; return /frequency/i.test(error.message); }
      async function attach(request, attempt = 0) { try { return await client.AttachDisks(request); } catch (error) { if (attempt < 3 && isRate(error)) return attach(request, attempt + 1); throw error; } }`),
      errors: permanent,
    },
    {
      name: "two helpers",
      code: withClient(`const isDown = (error) => error.httpCode >= 500 || ["ECONNRESET", "ETIMEDOUT"].includes(error.errno);
      const isRate = (error) => error.code === "LimitExceeded";
      async function attach(request, attempt = 0) { try { return await client.AttachDisks(request); } catch (error) { if (attempt < 3 && (isDown(error) || isRate(error))) return attach(request, attempt + 1); throw error; } }`),
      errors: permanent,
    },
    { name: "a pattern or a text", code: recursionWith(`if (attempt < 3 && (/RequestLimitExceeded|LimitExceeded/i.test(error.code) || /frequency/.test(error.message))) return attach(request, attempt + 1);`), errors: family },
    {
      name: "a switch with a text in its default",
      code: recursionWith(`switch (error.code) { case "LimitExceeded": if (attempt < 3) return attach(request, attempt + 1); throw error; default: if (error.message.includes("timeout") && attempt < 3) return attach(request, attempt + 1); }`),
      errors: permanent,
    },
    {
      name: "a switch over something else beside the code",
      code: recursionWith(`if (attempt < 3 && error.code === "LimitExceeded") return attach(request, attempt + 1); switch (error.httpCode) { case 502: case 503: if (attempt < 3) return attach(request, attempt + 1); }`),
      errors: permanent,
    },
    {
      name: "a raw answer with a quota or a status",
      code: `async function attach(request, attempt = 0) {
        const response = await fetch("https://cbs.tencentcloudapi.com", request);
        const body = await response.json();
        if (attempt < 3 && (response.status === 502 || body.Response.Error?.Code === "LimitExceeded")) return attach(request, attempt + 1);
        return body.Response;
      }`,
      errors: permanentOfSeveral,
    },
    {
      name: "a raw answer with a quota or a text",
      code: `async function run(request) {
        for (let attempt = 0; attempt < 3; attempt++) {
          const response = await fetch("https://cbs.tencentcloudapi.com", request);
          const { Response } = await response.json();
          if (attempt < 2 && (Response.Error?.Code === "LimitExceeded" || Response.Error?.Message.includes("frequency"))) continue;
          return Response;
        }
      }`,
      errors: permanent,
    },
    {
      name: "a predicate of a library with a limit of its own",
      code: `import pRetry from "p-retry";\n${withClient(`const run = (request) => pRetry(() => client.AttachDisks(request), { shouldRetry: ({ error, attemptNumber }) => attemptNumber < 3 && (error.message.includes("frequency") || error.code === "LimitExceeded") });`)}`,
      errors: permanentOfSeveral,
    },
    {
      name: "a mutating action on a transient code or a text",
      code: withClient(`async function attach(request, attempt = 0) { try { return await client.CreateSnapshot(request); } catch (error) { if (attempt < 6 && (error.code === "InternalError" || error.message.includes("timeout"))) return attach(request, attempt + 1); throw error; } }`),
      options: [{ requireIdempotency: true }],
      errors: twice,
    },
  ],
});

const typed = new RuleTester({
  languageOptions: { parserOptions: { project: "./tsconfig.json", tsconfigRootDir: join(import.meta.dirname, "../fixtures/typed") } },
});

const typedRecursionWith = (condition: string): string => `import { cbs } from "tencentcloud-sdk-nodejs";
type Client = InstanceType<typeof cbs.v20170312.Client>;
export async function attach(client: Client, DiskIds: string[], attempt = 0): Promise<unknown> {
  try { return await client.AttachDisks({ DiskIds }); } catch (error) {
    const { code, message } = error as { code?: string; message: string };
    if (${condition}) return attach(client, DiskIds, attempt + 1);
    throw error;
  }
}`;

typed.run("no-retry-non-retryable: the code or anything else about the error, with types", rule, {
  valid: [{ name: "a throttled code or a text", code: typedRecursionWith(`attempt < 3 && (code === "RequestLimitExceeded" || message.includes("frequency"))`) }],
  invalid: [
    {
      name: "a quota or a text",
      code: typedRecursionWith(`attempt < 3 && (code === "LimitExceeded" || message.includes("frequency"))`),
      errors: [{ messageId: "retryOnPermanent", suggestions: [{ messageId: "doNotRetry", output: typedRecursionWith(`attempt < 3 && (message.includes("frequency"))`) }] }],
    },
  ],
});
