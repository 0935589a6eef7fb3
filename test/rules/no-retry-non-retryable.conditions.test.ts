import { RuleTester } from "@typescript-eslint/rule-tester";
import rule from "../../rules/no-retry-non-retryable.js";
import { loopWith, withClient } from "./retry-snippets.js";

const permanent = [{ messageId: "retryOnPermanent" as const }];
const permanentOfSeveral = [{ messageId: "retryOnPermanent" as const, suggestions: 1 }];
const family = [{ messageId: "retryFamilyHasPermanent" as const }];

new RuleTester().run("no-retry-non-retryable: conditions", rule, {
  valid: [
    { name: "throttled, transient and pending codes", code: loopWith(`if (["RequestLimitExceeded", "InternalError", "InvalidDisk.Busy"].includes(error.code)) continue; throw error;`) },
    { name: "a code that the documents do not class", code: loopWith(`if (error.code === "FailedOperation") continue; throw error;`) },
    { name: "an unknown code is another rule's matter", code: loopWith(`if (error.code === "LimitExceeded.NoSuchThing") continue; throw error;`) },
    { name: "equality, the repeat is in the other branch", code: loopWith(`if (error.code === "LimitExceeded") { throw error; } else { continue; }`) },
    { name: "inequality, the repeat is in the branch", code: loopWith(`if (error.code !== "LimitExceeded") { continue; } throw error;`) },
    { name: "a negated list", code: loopWith(`if (!["LimitExceeded", "MissingParameter"].includes(error.code)) continue; throw error;`) },
    { name: "a list of what is thrown", code: loopWith(`if (["LimitExceeded", "MissingParameter"].includes(error.code)) throw error; await sleep(1);`) },
    { name: "an early exit before the list", code: loopWith(`if (error.code === "LimitExceeded") throw error; if (["LimitExceeded", "RequestLimitExceeded"].includes(error.code)) continue; throw error;`) },
    { name: "a switch that throws", code: loopWith(`switch (error.code) { case "LimitExceeded": case "MissingParameter": throw error; default: await sleep(1); }`) },
    { name: "a prefix of throttled codes", code: loopWith(`if (error.code.startsWith("RequestLimitExceeded")) continue; throw error;`) },
    { name: "a negated prefix", code: loopWith(`if (error.code.startsWith("AuthFailure")) throw error; await sleep(1);`) },
    { name: "a pattern that is anchored at the rate limit", code: loopWith(`if (/^RequestLimitExceeded(\\.|$)/.test(error.code)) continue; throw error;`) },
    { name: "a pattern of what is thrown", code: loopWith(`if (/^(AuthFailure|LimitExceeded)/.test(error.code)) throw error; await sleep(1);`) },
    { name: "a family of throttled codes by split", code: loopWith(`if (error.code.split(".")[0] === "RequestLimitExceeded") continue; throw error;`) },
    { name: "indexOf of the rate limit at the start", code: loopWith(`if (error.code.indexOf("RequestLimitExceeded") === 0) continue; throw error;`) },
    { name: "a flag that is false for the code", code: loopWith(`const again = error.code === "RequestLimitExceeded"; if (!again || attempt === 4) break; await sleep(1);`) },
    { name: "a helper that says no", code: withClient(`const busy = (error) => error.code === "ResourceBusy";
      async function run() { while (true) { try { return await client.AttachDisks(request); } catch (error) { if (!busy(error)) throw error; } } }`) },
    { name: "a repeat on everything is another rule's matter", code: loopWith(`console.warn(error.code === "LimitExceeded" ? "quota" : error); await sleep(1);`) },
    { name: "the code map's own predicate", code: `import { isRetryable } from "tencentcloud-error-codes";\n${loopWith(`if (!isRetryable(error)) throw error; await sleep(1);`)}` },
    { name: "the code map's guard for what is thrown", code: `import { hasErrorCode } from "tencentcloud-error-codes";\n${loopWith(`if (hasErrorCode(error, "LimitExceeded")) throw error; await sleep(1);`)}` },
    { name: "a family of the code map for what is thrown", code: `import { inFamily } from "tencentcloud-error-codes";\n${loopWith(`if (inFamily(error, "AuthFailure")) throw error; await sleep(1);`)}` },
    { name: "an allowed code", code: loopWith(`if (error.code === "LimitExceeded") continue; throw error;`), options: [{ allow: ["LimitExceeded"] }] },
    { name: "an allowed family", code: loopWith(`if (error.code.startsWith("LimitExceeded")) continue; throw error;`), options: [{ allow: ["LimitExceeded.*"] }] },
    { name: "a class that the settings change", code: loopWith(`if (error.code === "LimitExceeded") continue; throw error;`), settings: { tencentcloud: { retryClasses: { LimitExceeded: "throttled" } } } },
    { name: "a family whose class the settings change", code: loopWith(`if (error.code === "ResourceNotFound") continue; throw error;`), settings: { tencentcloud: { retryClasses: { "ResourceNotFound.*": "pending" } } } },
    { name: "somebody else's error class", code: withClient(`async function run() { while (true) { try { return await client.AttachDisks(request); } catch (error) { if (error instanceof QuotaError && error.code === "LimitExceeded") continue; throw error; } } }`) },
    { name: "the code of Node", code: loopWith(`if (error.code === "ECONNRESET") continue; throw error;`) },
    {
      name: "the rate limit that ssl documents under LimitExceeded",
      code: `import { ssl } from "tencentcloud-sdk-nodejs";
      const client = new ssl.v20191205.Client({});
      async function run() { for (;;) { try { return await client.UploadCertificate({}); } catch (error) { if (error.code !== "LimitExceeded.RateLimitExceeded") throw error; } } }`,
    },
    {
      name: "the action in progress that teo documents under InvalidParameter",
      code: `import { teo } from "tencentcloud-sdk-nodejs";
      const client = new teo.v20220901.Client({});
      async function run() { for (;;) { try { return await client.ModifyZone({}); } catch (error) { if (error.code !== "InvalidParameter.ActionInProgress") throw error; } } }`,
    },
  ],
  invalid: [
    { name: "equality", code: loopWith(`if (error.code === "LimitExceeded") continue; throw error;`), errors: [{ messageId: "retryOnPermanent", data: { code: "LimitExceeded", why: "a quota is spent, which is no rate limit" } }] },
    { name: "equality, turned around", code: loopWith(`if ("LimitExceeded" === error.code) continue; throw error;`), errors: permanent },
    { name: "inequality and rethrow", code: loopWith(`if (error.code !== "LimitExceeded") throw error; await sleep(1);`), errors: permanent },
    { name: "a negated equality", code: loopWith(`if (!(error.code === "LimitExceeded")) throw error; await sleep(1);`), errors: permanent },
    {
      name: "one of several by or",
      code: loopWith(`if (error.code === "RequestLimitExceeded" || error.code === "LimitExceeded") continue; throw error;`),
      errors: [{ messageId: "retryOnPermanent", suggestions: [{ messageId: "doNotRetry", data: { code: "LimitExceeded" }, output: loopWith(`if (error.code === "RequestLimitExceeded") continue; throw error;`) }] }],
    },
    {
      name: "one of several by and",
      code: loopWith(`if (error.code !== "RequestLimitExceeded" && error.code !== "LimitExceeded") throw error; await sleep(1);`),
      errors: [{ messageId: "retryOnPermanent", suggestions: [{ messageId: "doNotRetry", output: loopWith(`if (error.code !== "RequestLimitExceeded") throw error; await sleep(1);`) }] }],
    },
    {
      name: "one of a list",
      code: loopWith(`if (["LimitExceeded", "RequestLimitExceeded"].includes(error.code)) continue; throw error;`),
      errors: [{ messageId: "retryOnPermanent", suggestions: [{ messageId: "doNotRetry", output: loopWith(`if (["RequestLimitExceeded"].includes(error.code)) continue; throw error;`) }] }],
    },
    {
      name: "the last of a list",
      code: loopWith(`if (["RequestLimitExceeded", "LimitExceeded"].includes(error.code)) continue; throw error;`),
      errors: [{ messageId: "retryOnPermanent", suggestions: [{ messageId: "doNotRetry", output: loopWith(`if (["RequestLimitExceeded"].includes(error.code)) continue; throw error;`) }] }],
    },
    { name: "a negated list", code: loopWith(`if (!["RequestLimitExceeded", "MissingParameter"].includes(error.code)) throw error; await sleep(1);`), errors: permanentOfSeveral },
    { name: "a set", code: withClient(`const AGAIN = new Set(["InternalError", "InvalidParameterValue"]);
      async function run() { for (;;) { try { return await client.AttachDisks(request); } catch (error) { if (!AGAIN.has(error.code)) throw error; } } }`), errors: permanentOfSeveral },
    { name: "some of a list as prefixes", code: loopWith(`if (["InternalError", "UnauthorizedOperation"].some((code) => error.code.startsWith(code))) continue; throw error;`), errors: family },
    {
      name: "a case that shares its statements",
      code: loopWith(`switch (error.code) { case "RequestLimitExceeded": case "LimitExceeded": case "InternalError": continue; default: throw error; }`),
      errors: [{ messageId: "retryOnPermanent", suggestions: [{ messageId: "doNotRetry", output: loopWith(`switch (error.code) { case "RequestLimitExceeded": case "InternalError": continue; default: throw error; }`) }] }],
    },
    { name: "a case of its own", code: loopWith(`switch (error.code) { case "LimitExceeded": await sleep(1); break; default: throw error; }`), errors: permanent },
    { name: "an alias of the code", code: loopWith(`const { code } = error; if (code === "LimitExceeded") continue; throw error;`), errors: permanent },
    { name: "a code with a default", code: loopWith(`const code = error?.code ?? ""; if (code === "LimitExceeded") continue; throw error;`), errors: permanent },
    { name: "a code made a string", code: loopWith(`const code = String(error.code); if (code === "LimitExceeded") continue; throw error;`), errors: permanent },
    { name: "a limit of attempts beside the code", code: loopWith(`if (attempt < 3 && error.code === "LimitExceeded") { await sleep(1); continue; } throw error;`), errors: permanent },
    { name: "a flag and a limit of attempts", code: loopWith(`const again = error.code === "LimitExceeded"; if (!again || attempt === 4) throw error; await sleep(1);`), errors: permanent },
    { name: "a conditional flag", code: loopWith(`const again = error.code === "LimitExceeded" ? true : false; if (again) continue; throw error;`), errors: permanent },
    { name: "a helper", code: withClient(`const spent = (error) => error.code === "LimitExceeded";
      async function run() { while (true) { try { return await client.AttachDisks(request); } catch (error) { if (!spent(error)) throw error; } } }`), errors: permanent },
    { name: "a helper that gets the code", code: withClient(`function again(code) { return code === "LimitExceeded"; }
      async function run() { while (true) { try { return await client.AttachDisks(request); } catch (error) { if (!again(error.code)) throw error; } } }`), errors: permanent },
    {
      name: "a prefix",
      code: loopWith(`if (error.code.startsWith("AuthFailure")) continue; throw error;`),
      errors: family,
    },
    { name: "a family and a dot", code: loopWith(`if (error.code.startsWith("InvalidParameterValue.")) continue; throw error;`), errors: family },
    { name: "a family by split", code: loopWith(`if (error.code.split(".")[0] === "UnauthorizedOperation") continue; throw error;`), errors: family },
    { name: "a part", code: loopWith(`if (error.code.includes("LimitExceeded")) continue; throw error;`), errors: family },
    { name: "indexOf", code: loopWith(`if (error.code.indexOf("InvalidParameter") !== -1) continue; throw error;`), errors: family },
    { name: "a pattern that forgets what stands before it", code: loopWith(`if (/RequestLimitExceeded|LimitExceeded/i.test(error.code)) continue; throw error;`), errors: family },
    { name: "a pattern and rethrow", code: loopWith(`if (!/NotFound$/.test(error.code)) throw error; await sleep(1);`), errors: family },
    { name: "match", code: loopWith(`if (error.code.match(/^Unauthorized/)) continue; throw error;`), errors: family },
    { name: "a family of the code map", code: `import { inFamily } from "tencentcloud-error-codes";\n${loopWith(`if (inFamily(error, "AuthFailure")) continue; throw error;`)}`, errors: family },
    { name: "a guard of the code map", code: `import { hasErrorCode } from "tencentcloud-error-codes";\n${loopWith(`if (hasErrorCode(error, "RequestLimitExceeded", "LimitExceeded")) continue; throw error;`)}`, errors: permanent },
    { name: "two codes, two reports", code: loopWith(`if (error.code === "LimitExceeded" || error.code === "MissingParameter") continue; throw error;`), errors: [{ messageId: "retryOnPermanent", suggestions: 1 }, { messageId: "retryOnPermanent", suggestions: 1 }] },
    { name: "a code that only the service has", code: loopWith(`if (error.code === "InvalidDiskId.NotFound") continue; throw error;`), errors: permanent },
    { name: "an or with an own condition keeps the condition", code: loopWith(`if (flaky || error.code === "LimitExceeded") continue; throw error;`), errors: permanent },
  ],
});
