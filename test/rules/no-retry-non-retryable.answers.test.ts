import { RuleTester } from "@typescript-eslint/rule-tester";
import { join } from "node:path";
import rule from "../../rules/no-retry-non-retryable.js";

const permanent = [{ messageId: "retryOnPermanent" as const }];

const withHelper = (code: string): string => `const HOST = "ocr.tencentcloudapi.com";
async function call(action) { const body = await post(HOST, action); return body.Response; }
${code}`;

const loopOverHelper = (turn: string): string => withHelper(`async function recognize() {
  let last;
  for (let attempt = 0; attempt < 4; attempt++) {
    ${turn}
  }
  throw new Error(last?.Code);
}`);

new RuleTester().run("no-retry-non-retryable: raw answers behind helpers and in variables", rule, {
  valid: [
    { name: "a throttled code", code: loopOverHelper(`const answer = await call("GeneralBasicOCR"); if (!answer.Error) return answer; if (answer.Error.Code !== "RequestLimitExceeded") break;`) },
    { name: "a throttled code, taken apart", code: loopOverHelper(`const { Error: failure, ...answer } = await call("GeneralBasicOCR"); if (!failure) return answer; if (failure.Code !== "RequestLimitExceeded") break;`) },
    { name: "a quota that ends the loop", code: loopOverHelper(`const answer = await call("GeneralBasicOCR"); if (!answer.Error) return answer; if (answer.Error.Code === "LimitExceeded") break; await sleep(1);`) },
    { name: "a throttled code of the last failure", code: loopOverHelper(`const answer = await call("GeneralBasicOCR"); if (!answer.Error) return answer; last = answer.Error; if (last.Code !== "RequestLimitExceeded") break;`) },
    {
      name: "a helper that gives back something else",
      code: `const HOST = "ocr.tencentcloudapi.com";
      async function call(action) { const body = await post(HOST, action); return body.Result; }
      async function recognize() { for (let attempt = 0; attempt < 4; attempt++) { const answer = await call("GeneralBasicOCR"); if (!answer.Error) return answer; if (answer.Error.Code !== "LimitExceeded") break; } }`,
    },
    {
      name: "a helper that gives back something else in one case",
      code: `const HOST = "ocr.tencentcloudapi.com";
      async function call(action) { const body = await post(HOST, action); if (body.Failure) return { Error: body.Failure }; return body.Response; }
      async function recognize() { for (let attempt = 0; attempt < 4; attempt++) { const answer = await call("GeneralBasicOCR"); if (!answer.Error) return answer; if (answer.Error.Code !== "LimitExceeded") break; } }`,
    },
    { name: "a variable that a branch sets to somebody else's failure", code: loopOverHelper(`const answer = await call("GeneralBasicOCR"); if (!answer.Error) return answer; last = answer.Error; if (answer.Other) last = answer.Other; if (last.Code !== "LimitExceeded") break;`) },
    { name: "a variable that holds the failure of an earlier turn", code: loopOverHelper(`if (last && last.Code !== "LimitExceeded") break; last = { Code: await stateOf(HOST) }; const answer = await call("GeneralBasicOCR"); if (!answer.Error) return answer; last = answer.Error;`) },
  ],
  invalid: [
    { name: "a quota", code: loopOverHelper(`const answer = await call("GeneralBasicOCR"); if (!answer.Error) return answer; if (answer.Error.Code !== "LimitExceeded") break;`), errors: permanent },
    { name: "a quota, taken apart", code: loopOverHelper(`const { Error: failure, ...answer } = await call("GeneralBasicOCR"); if (!failure) return answer; if (failure.Code !== "LimitExceeded") break;`), errors: permanent },
    {
      name: "a quota, recursion",
      code: withHelper(`async function recognize(left = 3) { const answer = await call("GeneralBasicOCR"); if (left > 0 && answer.Error?.Code === "LimitExceeded") return recognize(left - 1); return answer; }`),
      errors: permanent,
    },
    {
      name: "a helper that takes the answer out in a callback",
      code: `const call = (action) => post("ocr.tencentcloudapi.com", action).then((body) => body.Response);
      async function recognize(left = 3) { const answer = await call("GeneralBasicOCR"); if (left > 0 && answer.Error?.Code === "LimitExceeded") return recognize(left - 1); return answer; }`,
      errors: permanent,
    },
    {
      name: "a helper of a helper",
      code: withHelper(`const callTwice = async (action) => { await call(action); return call(action); };
      async function recognize(left = 3) { const answer = await callTwice("GeneralBasicOCR"); if (left > 0 && answer.Error?.Code === "LimitExceeded") return recognize(left - 1); return answer; }`),
      errors: permanent,
    },
    {
      name: "a method",
      code: `class Ocr {
        async call(action) { const { Response } = await post("ocr.tencentcloudapi.com", action); return Response; }
        async recognize(left = 3) { const answer = await this.call("GeneralBasicOCR"); if (left > 0 && answer.Error?.Code === "LimitExceeded") return this.recognize(left - 1); return answer; }
      }`,
      errors: permanent,
    },
    {
      name: "an answer that comes out of a try",
      code: loopOverHelper(`let answer; try { answer = await call("GeneralBasicOCR"); } catch { continue; } if (!answer.Error) return answer; if (answer.Error.Code !== "LimitExceeded" || attempt === 3) break;`),
      errors: permanent,
    },
    {
      name: "a variable that a failed connection sets too",
      code: loopOverHelper(`let answer; try { answer = await call("GeneralBasicOCR"); } catch { last = { Code: "NetworkError" }; continue; } if (!answer.Error) return answer; last = answer.Error; if (last.Code !== "LimitExceeded" || attempt === 3) break;`),
      errors: permanent,
    },
    {
      name: "a pattern on a variable that a failed connection sets too",
      code: loopOverHelper(`let answer; try { answer = await call("GeneralBasicOCR"); } catch { last = { Code: "NetworkError" }; continue; } if (!answer.Error) return answer; last = answer.Error; const retryable = /RequestLimitExceeded|LimitExceeded/i.test(last.Code || ""); if (!retryable || attempt === 3) break;`),
      errors: [{ messageId: "retryFamilyHasPermanent" }],
    },
  ],
});

const typed = new RuleTester({
  languageOptions: { parserOptions: { project: "./tsconfig.json", tsconfigRootDir: join(import.meta.dirname, "../fixtures/typed") } },
});

const typedLoopUnder = (code: string): string => `interface Answer { readonly Error?: { readonly Code: string; readonly Message: string }; readonly RequestId: string }
declare function post(host: string, action: string): Promise<{ readonly Response: Answer }>;
async function call(action: string): Promise<Answer> { const body = await post("ocr.tencentcloudapi.com", action); return body.Response; }
export async function recognize(): Promise<Answer> {
  let last: { Code: string } | undefined;
  for (let attempt = 0; attempt < 4; attempt++) {
    let answer: Answer;
    try { answer = await call("GeneralBasicOCR"); } catch { last = { Code: "NetworkError" }; continue; }
    if (!answer.Error) return answer;
    last = answer.Error;
    if (last.Code !== "${code}") break;
  }
  throw new Error(last?.Code);
}`;

typed.run("no-retry-non-retryable: raw answers behind helpers and in variables, with types", rule, {
  valid: [{ name: "a throttled code", code: typedLoopUnder("RequestLimitExceeded") }],
  invalid: [{ name: "a quota", code: typedLoopUnder("LimitExceeded"), errors: permanent }],
});
