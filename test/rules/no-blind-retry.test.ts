import { RuleTester } from "@typescript-eslint/rule-tester";
import rule from "../../rules/no-blind-retry.js";
import { withClient, withRequiredClient } from "./retry-snippets.js";

const sdkImport = `import { cbs } from "tencentcloud-sdk-nodejs";\n`;
const codeMapImport = `import { isRetryable } from "tencentcloud-error-codes";
import { cbsErrorCodes } from "tencentcloud-error-codes/cbs";`;

/** The same module with the import that the suggestion adds after the SDK's. */
function withIsRetryable(code: string): string {
  return withClient(code).replace(sdkImport, `${sdkImport}${codeMapImport}\n`);
}

function loop(call: string): string {
  return withClient(`for (;;) { try { await client.${call}; break; } catch (error) { await sleep(1); } }`);
}

const blind = (output: string): { messageId: "blindRetry"; suggestions: { messageId: "askIsRetryable"; output: string }[] }[] => [
  { messageId: "blindRetry", suggestions: [{ messageId: "askIsRetryable", output }] },
];

new RuleTester().run("no-blind-retry", rule, {
  valid: [
    { name: "the loop asks for the code", code: withClient(`for (;;) { try { await client.AttachDisks(request); break; } catch (error) { if (error.code !== "RequestLimitExceeded") throw error; await sleep(1); } }`) },
    { name: "the loop asks the code map", code: `${codeMapImport}\n${withClient(`for (;;) { try { await client.AttachDisks(request); break; } catch (error) { if (!isRetryable(error, cbsErrorCodes)) throw error; await sleep(1); } }`)}` },
    { name: "the loop asks a function of this file", code: withClient(`const later = (error) => error.code === "InternalError"; for (;;) { try { await client.AttachDisks(request); break; } catch (error) { if (!later(error)) throw error; } }`) },
    { name: "the loop hands the error to a function that may throw", code: withClient(`for (;;) { try { await client.AttachDisks(request); break; } catch (error) { rethrowUnlessTransient(error); await sleep(1); } }`) },
    { name: "the loop switches on the code", code: withClient(`for (;;) { try { await client.AttachDisks(request); break; } catch (error) { switch (error.code) { case "LimitExceeded": throw error; default: await sleep(1); } } }`) },
    { name: "every error is thrown", code: withClient(`for (let i = 0; i < 3; i++) { try { await client.AttachDisks(request); break; } catch (error) { throw error; } }`) },
    { name: "a loop over disks", code: withClient(`for (const DiskId of ids) { try { await client.TerminateDisks({ DiskIds: [DiskId] }); if (full) break; } catch (error) { console.error(error); } }`) },
    { name: "a service that never ends", code: withClient(`while (true) { try { await report(await client.DescribeDisks({})); } catch (error) { console.error(error); } await sleep(60000); }`) },
    { name: "a loop around somebody else's call", code: withClient(`for (let i = 0; i < 3; i++) { try { await fetch(url); break; } catch { await sleep(1); } }`) },
    { name: "a recursive function that asks", code: withClient(`async function attach(request) { try { return await client.AttachDisks(request); } catch (error) { if (error.code === "InternalError") return attach(request); throw error; } }`) },
    { name: "a rejection handler that gives back a value", code: withClient(`const attach = (request) => client.AttachDisks(request).catch(() => undefined);`) },
    { name: "another call in the handler", code: withClient(`async function attach(request) { try { return await client.AttachDisks(request); } catch { return client.DescribeDisks({}); } }`) },
    { name: "a helper of this file that is handed somebody else's call", code: withClient(`async function withRetry(call) { for (let i = 0; i < 3; i++) { try { return await call(); } catch { await sleep(i); } } } export const load = () => withRetry(() => fetch(url));`) },
    { name: "p-retry with a predicate", code: withClient(`import pRetry from "p-retry"; pRetry(() => client.AttachDisks(request), { shouldRetry: ({ error }) => error.code === "InternalError" });`) },
    { name: "p-retry with a predicate from elsewhere", code: withClient(`import pRetry from "p-retry"; import { shouldRetry } from "./retry.js"; pRetry(() => client.AttachDisks(request), { shouldRetry });`) },
    { name: "p-retry with options from elsewhere", code: withClient(`import pRetry from "p-retry"; import { options } from "./retry.js"; pRetry(() => client.AttachDisks(request), options);`) },
    { name: "p-retry with an AbortError", code: withClient(`import pRetry, { AbortError } from "p-retry"; pRetry(async () => { try { return await client.AttachDisks(request); } catch (error) { if (error.code === "LimitExceeded") throw new AbortError(error); throw error; } });`) },
    { name: "p-retry around somebody else's call", code: withClient(`import pRetry from "p-retry"; pRetry(() => fetch(url));`) },
    { name: "p-retry with the code map's predicate", code: `import { isRetryable } from "tencentcloud-error-codes"; ${withClient(`import { backOff } from "exponential-backoff"; backOff(() => client.AttachDisks(request), { retry: isRetryable });`)}` },
    { name: "async-retry with bail", code: withRequiredClient(`const retry = require("async-retry"); retry(async (bail) => { try { return await client.AttachDisks(request); } catch (error) { if (error.code === "LimitExceeded") return bail(error); throw error; } });`) },
    { name: "promise-retry that never repeats", code: withRequiredClient(`const promiseRetry = require("promise-retry"); promiseRetry((retry) => client.AttachDisks(request));`) },
    { name: "cockatiel with a predicate", code: withClient(`import { handleWhen, retry } from "cockatiel"; const policy = retry(handleWhen((error) => error.code === "InternalError"), {}); policy.execute(() => client.AttachDisks(request));`) },
    { name: "cockatiel with a type", code: withClient(`import { handleType, retry } from "cockatiel"; const policy = retry(handleType(Busy), {}); policy.execute(() => client.AttachDisks(request));`) },
    { name: "rxjs with a delay that asks", code: withClient(`import { defer, retry, throwError, timer } from "rxjs"; defer(() => client.AttachDisks(request)).pipe(retry({ delay: (error) => error.code === "InternalError" ? timer(1) : throwError(() => error) }));`) },
    { name: "retry, an operation that asks", code: withRequiredClient(`const retry = require("retry"); function run(done) { const operation = retry.operation(); operation.attempt(() => client.AttachDisks(request, (error, data) => { if (error && error.code === "InternalError" && operation.retry(error)) return; done(error, data); })); }`) },
    { name: "actions that may be repeated on every error", code: withClient(`for (;;) { try { await client.DescribeDisks({}); break; } catch { await sleep(1); } }`), options: [{ ignoreActions: ["Describe*"] }] },
    { name: "a read, where only actions are asked for that can be executed twice", code: loop("DescribeDisks({})"), options: [{ actions: "mutating" }] },
    { name: "an action that changes something and does no more when called twice, where only others are asked for", code: loop("TerminateDisks({ DiskIds })"), options: [{ actions: "mutating" }] },
    { name: "an action that carries a token, where only others are asked for", code: loop("CreateDisks({ ClientToken })"), options: [{ actions: "mutating" }] },
    { name: "a repeat that only knows the class of the error", code: withClient(`for (;;) { try { await client.AttachDisks(request); break; } catch (error) { if (error instanceof TypeError) throw error; await sleep(1); } }`) },
  ],
  invalid: [
    {
      name: "an action that can be executed twice, where only such actions are asked for",
      code: loop("CreateDisks({ DiskCount: 1 })"),
      options: [{ actions: "mutating" }],
      errors: [
        {
          messageId: "blindRetry",
          data: { actions: '"CreateDisks"', twice: ", and can execute it twice" },
          suggestions: [
            {
              messageId: "askIsRetryable",
              data: { remedy: ' "CreateDisks" can still be executed twice: send the same "ClientToken" with each retry.' },
              output: withIsRetryable(`for (;;) { try { await client.CreateDisks({ DiskCount: 1 }); break; } catch (error) { if (!isRetryable(error, cbsErrorCodes)) throw error; await sleep(1); } }`),
            },
          ],
        },
      ],
    },
    {
      name: "a read, where all actions are asked for",
      code: loop("DescribeDisks({})"),
      options: [{ actions: "all" }],
      errors: [
        {
          messageId: "blindRetry",
          data: { actions: '"DescribeDisks"', twice: "" },
          suggestions: [
            {
              messageId: "askIsRetryable",
              data: { remedy: "" },
              output: withIsRetryable(`for (;;) { try { await client.DescribeDisks({}); break; } catch (error) { if (!isRetryable(error, cbsErrorCodes)) throw error; await sleep(1); } }`),
            },
          ],
        },
      ],
    },
    {
      name: "a loop without a name for the error",
      code: withClient(`for (let i = 0; i < 3; i++) { try { await client.AttachDisks(request); break; } catch { await sleep(1); } }`),
      errors: [{
        messageId: "blindRetry",
        data: { actions: '"AttachDisks"', twice: "" },
        line: 3,
        suggestions: [{ messageId: "askIsRetryable", output: withIsRetryable(`for (let i = 0; i < 3; i++) { try { await client.AttachDisks(request); break; } catch (error) { if (!isRetryable(error, cbsErrorCodes)) throw error; await sleep(1); } }`) }],
      }],
    },
    {
      name: "a loop with lines",
      code: withClient(`for (let i = 0; i < 3; i++) {
  try {
    await client.AttachDisks(request);
    break;
  } catch (error) {
    console.warn(error);
    if (i === 2) throw error;
  }
}`),
      errors: blind(withIsRetryable(`for (let i = 0; i < 3; i++) {
  try {
    await client.AttachDisks(request);
    break;
  } catch (error) {
    if (!isRetryable(error, cbsErrorCodes)) throw error;
    console.warn(error);
    if (i === 2) throw error;
  }
}`)),
    },
    {
      name: "the error is kept for the end",
      code: withClient(`let last; for (let i = 0; i < 3; i++) { try { await client.AttachDisks(request); break; } catch (error) { last = error; } }`),
      errors: blind(withIsRetryable(`let last; for (let i = 0; i < 3; i++) { try { await client.AttachDisks(request); break; } catch (error) { if (!isRetryable(error, cbsErrorCodes)) throw error; last = error; } }`)),
    },
    {
      name: "recursion",
      code: withClient(`async function attach(request, left) { try { return await client.AttachDisks(request); } catch (e) { if (left === 0) throw e; return attach(request, left - 1); } }`),
      errors: blind(withIsRetryable(`async function attach(request, left) { try { return await client.AttachDisks(request); } catch (e) { if (!isRetryable(e, cbsErrorCodes)) throw e; if (left === 0) throw e; return attach(request, left - 1); } }`)),
    },
    {
      name: "a rejection handler",
      code: withClient(`function attach(request) { return client.AttachDisks(request).catch(() => attach(request)); }`),
      errors: blind(withIsRetryable(`function attach(request) { return client.AttachDisks(request).catch((error) => { if (!isRetryable(error, cbsErrorCodes)) throw error; return attach(request); }); }`)),
    },
    {
      name: "a rejection handler with a block",
      code: withClient(`function attach(request) { return client.AttachDisks(request).catch(async (error) => { await sleep(1); return attach(request); }); }`),
      errors: blind(withIsRetryable(`function attach(request) { return client.AttachDisks(request).catch(async (error) => { if (!isRetryable(error, cbsErrorCodes)) throw error; await sleep(1); return attach(request); }); }`)),
    },
    {
      name: "one more call",
      code: withClient(`async function attach(request) { try { return await client.AttachDisks(request); } catch { return client.AttachDisks(request); } }`),
      errors: blind(withIsRetryable(`async function attach(request) { try { return await client.AttachDisks(request); } catch (error) { if (!isRetryable(error, cbsErrorCodes)) throw error; return client.AttachDisks(request); } }`)),
    },
    {
      name: "a timer",
      code: withClient(`async function attach() { try { await client.AttachDisks(request); } catch (error) { setTimeout(attach, 1000); } }`),
      errors: blind(withIsRetryable(`async function attach() { try { await client.AttachDisks(request); } catch (error) { if (!isRetryable(error, cbsErrorCodes)) throw error; setTimeout(attach, 1000); } }`)),
    },
    {
      name: "the import is there already, under another name",
      code: `import { isRetryable as helps } from "tencentcloud-error-codes";\n${withClient(`for (;;) { try { await client.AttachDisks(request); break; } catch (error) { await sleep(1); } }`)}`,
      errors: blind(`import { isRetryable as helps } from "tencentcloud-error-codes";\n${withClient(`for (;;) { try { await client.AttachDisks(request); break; } catch (error) { if (!helps(error, cbsErrorCodes)) throw error; await sleep(1); } }`).replace(sdkImport, `${sdkImport}import { cbsErrorCodes } from "tencentcloud-error-codes/cbs";\n`)}`),
    },
    {
      name: "the code map is imported for something else",
      code: `import { isTencentCloudError } from "tencentcloud-error-codes";\n${withClient(`for (;;) { try { await client.AttachDisks(request); break; } catch (error) { await sleep(1); } }`)}`,
      errors: blind(`import { isTencentCloudError, isRetryable } from "tencentcloud-error-codes";\n${withClient(`for (;;) { try { await client.AttachDisks(request); break; } catch (error) { if (!isRetryable(error, cbsErrorCodes)) throw error; await sleep(1); } }`).replace(sdkImport, `${sdkImport}import { cbsErrorCodes } from "tencentcloud-error-codes/cbs";\n`)}`),
    },
    {
      name: "the name is taken",
      code: withClient(`const isRetryable = true; for (;;) { try { await client.AttachDisks(request); break; } catch (error) { await sleep(1); } }`),
      errors: blind(withClient(`const isRetryable = true; for (;;) { try { await client.AttachDisks(request); break; } catch (error) { if (!isRetryable2(error, cbsErrorCodes)) throw error; await sleep(1); } }`).replace(sdkImport, `${sdkImport}import { isRetryable as isRetryable2 } from "tencentcloud-error-codes";\nimport { cbsErrorCodes } from "tencentcloud-error-codes/cbs";\n`)),
    },
    {
      name: "CommonJS",
      code: withRequiredClient(`(async () => { for (;;) { try { await client.AttachDisks(request); break; } catch (error) { await sleep(1); } } })();`),
      errors: blind(withRequiredClient(`(async () => { for (;;) { try { await client.AttachDisks(request); break; } catch (error) { if (!isRetryable(error, cbsErrorCodes)) throw error; await sleep(1); } } })();`).replace(`require("tencentcloud-sdk-nodejs");\n`, `require("tencentcloud-sdk-nodejs");\nconst { isRetryable } = require("tencentcloud-error-codes");\nconst { cbsErrorCodes } = require("tencentcloud-error-codes/cbs");\n`)),
    },
    {
      name: "a helper of this file that is handed the call",
      code: withClient(`async function withRetry(call) { for (let i = 0; i < 3; i++) { try { return await call(); } catch { await sleep(i); } } }
export const attach = (request) => withRetry(() => client.AttachDisks(request));`),
      errors: blind(withIsRetryable(`async function withRetry(call) { for (let i = 0; i < 3; i++) { try { return await call(); } catch (error) { if (!isRetryable(error, cbsErrorCodes)) throw error; await sleep(i); } } }
export const attach = (request) => withRetry(() => client.AttachDisks(request));`)),
    },
    { name: "a callback, which gets no error when all went well", code: withClient(`function attach(done) { client.AttachDisks(request, (error, data) => { attach(done); }); }`), errors: [{ messageId: "blindRetry" }] },
    { name: "the error is taken apart", code: withClient(`for (;;) { try { await client.AttachDisks(request); break; } catch ({ message }) { console.warn(message); } }`), errors: [{ messageId: "blindRetry" }] },
  ],
});

/** A module with a library's import, before and after. */
const library = (imports: string, code: string): string => `${sdkImport}${imports}\nconst client = new cbs.v20170312.Client({});\n${code}`;

new RuleTester().run("no-blind-retry: libraries", rule, {
  valid: [],
  invalid: [
    {
      name: "p-retry without options",
      code: library(`import pRetry from "p-retry";`, `await pRetry(() => client.AttachDisks(request));`),
      errors: blind(library(`import pRetry from "p-retry";\n${codeMapImport}`, `await pRetry(() => client.AttachDisks(request), { shouldRetry: ({ error }) => isRetryable(error, cbsErrorCodes) });`)),
    },
    {
      name: "p-retry with options",
      code: library(`import pRetry from "p-retry";`, `await pRetry(() => client.AttachDisks(request), { retries: 3 });`),
      errors: blind(library(`import pRetry from "p-retry";\n${codeMapImport}`, `await pRetry(() => client.AttachDisks(request), { retries: 3, shouldRetry: ({ error }) => isRetryable(error, cbsErrorCodes) });`)),
    },
    {
      name: "p-retry with a predicate that asks nothing",
      code: library(`import pRetry from "p-retry";`, `await pRetry(() => client.AttachDisks(request), { shouldRetry: () => true });`),
      errors: blind(library(`import pRetry from "p-retry";\n${codeMapImport}`, `await pRetry(() => client.AttachDisks(request), { shouldRetry: ({ error }) => isRetryable(error, cbsErrorCodes) });`)),
    },
    {
      name: "exponential-backoff",
      code: library(`import { backOff } from "exponential-backoff";`, `await backOff(() => client.AttachDisks(request), { numOfAttempts: 3 });`),
      errors: blind(library(`import { backOff } from "exponential-backoff";\n${codeMapImport}`, `await backOff(() => client.AttachDisks(request), { numOfAttempts: 3, retry: (error) => isRetryable(error, cbsErrorCodes) });`)),
    },
    {
      name: "ts-retry-promise",
      code: library(`import { retry } from "ts-retry-promise";`, `await retry(() => client.AttachDisks(request), {});`),
      errors: blind(library(`import { retry } from "ts-retry-promise";\n${codeMapImport}`, `await retry(() => client.AttachDisks(request), { retryIf: (error) => isRetryable(error, cbsErrorCodes) });`)),
    },
    {
      name: "attempt",
      code: library(`import { retry } from "@lifeomic/attempt";`, `await retry(() => client.AttachDisks(request));`),
      errors: blind(library(`import { retry } from "@lifeomic/attempt";\n${codeMapImport}`, `await retry(() => client.AttachDisks(request), { handleError: (error, context) => { if (!isRetryable(error, cbsErrorCodes)) context.abort(); } });`)),
    },
    {
      name: "cockatiel",
      code: library(`import { handleAll, retry } from "cockatiel";`, `const policy = retry(handleAll, {}); policy.execute(() => client.AttachDisks(request));`),
      errors: blind(library(`import { handleAll, retry, handleWhen } from "cockatiel";\n${codeMapImport}`, `const policy = retry(handleWhen((error) => isRetryable(error, cbsErrorCodes)), {}); policy.execute(() => client.AttachDisks(request));`)),
    },
    {
      name: "cockatiel through a namespace",
      code: library(`import * as cockatiel from "cockatiel";`, `const policy = cockatiel.retry(cockatiel.handleAll, {}); policy.execute(() => client.AttachDisks(request));`),
      errors: blind(library(`import * as cockatiel from "cockatiel";\n${codeMapImport}`, `const policy = cockatiel.retry(cockatiel.handleWhen((error) => isRetryable(error, cbsErrorCodes)), {}); policy.execute(() => client.AttachDisks(request));`)),
    },
    {
      name: "rxjs with a count",
      code: library(`import { defer, retry } from "rxjs";`, `defer(() => client.AttachDisks(request)).pipe(retry(3));`),
      errors: blind(library(`import { defer, retry, timer, throwError } from "rxjs";\n${codeMapImport}`, `defer(() => client.AttachDisks(request)).pipe(retry({ count: 3, delay: (error) => (isRetryable(error, cbsErrorCodes) ? timer(1000) : throwError(() => error)) }));`)),
    },
    {
      name: "rxjs with a fixed delay",
      code: library(`import { defer, retry } from "rxjs";`, `defer(() => client.AttachDisks(request)).pipe(retry({ count: 3, delay: 500 }));`),
      errors: blind(library(`import { defer, retry, timer, throwError } from "rxjs";\n${codeMapImport}`, `defer(() => client.AttachDisks(request)).pipe(retry({ count: 3, delay: (error) => (isRetryable(error, cbsErrorCodes) ? timer(500) : throwError(() => error)) }));`)),
    },
    {
      name: "promise-retry",
      code: library(`import promiseRetry from "promise-retry";`, `await promiseRetry((retry) => client.AttachDisks(request).catch(retry));`),
      errors: blind(library(`import promiseRetry from "promise-retry";\n${codeMapImport}`, `await promiseRetry((retry) => client.AttachDisks(request).catch((error) => { if (isRetryable(error, cbsErrorCodes)) retry(error); throw error; }));`)),
    },
    {
      name: "retry, an operation",
      code: library(`import retry from "retry";`, `const operation = retry.operation(); operation.attempt(() => client.AttachDisks(request, (error, data) => { if (operation.retry(error)) return; done(error, data); }));`),
      errors: blind(library(`import retry from "retry";\n${codeMapImport}`, `const operation = retry.operation(); operation.attempt(() => client.AttachDisks(request, (error, data) => { if (isRetryable(error, cbsErrorCodes) && operation.retry(error)) return; done(error, data); }));`)),
    },
    {
      name: "async-retry, an expression",
      code: library(`import retry from "async-retry";`, `await retry(() => client.AttachDisks(request), { retries: 3 });`),
      errors: blind(library(`import retry from "async-retry";\n${codeMapImport}`, `await retry(async (bail) => { try { return await client.AttachDisks(request); } catch (error) { if (isRetryable(error, cbsErrorCodes)) throw error; bail(error as Error); return undefined as never; } }, { retries: 3 });`)),
    },
    {
      name: "async-retry in JavaScript",
      filename: "file.js",
      code: library(`import retry from "async-retry";`, `await retry(() => client.AttachDisks(request), { retries: 3 });`),
      errors: blind(library(`import retry from "async-retry";\n${codeMapImport}`, `await retry(async (bail) => { try { return await client.AttachDisks(request); } catch (error) { if (isRetryable(error, cbsErrorCodes)) throw error; bail(error); return undefined; } }, { retries: 3 });`)),
    },
    {
      name: "async-retry, a block that gives back a promise",
      code: library(`import retry from "async-retry";`, `await retry(function () { return client.AttachDisks(request); });`),
      errors: blind(library(`import retry from "async-retry";\n${codeMapImport}`, `await retry(async function (bail) { try { return await client.AttachDisks(request); } catch (error) { if (isRetryable(error, cbsErrorCodes)) throw error; bail(error as Error); return undefined as never; } });`)),
    },
    {
      name: "async-retry, a block of several lines that gives back nothing",
      code: library(`import retry from "async-retry";`, `await retry(
  async (stop, attempt) => {
    console.log(\`
attempt \${attempt}\`);
    await client.AttachDisks(request);
  },
  { retries: 3 },
);`),
      errors: blind(library(`import retry from "async-retry";\n${codeMapImport}`, `await retry(
  async (stop, attempt) => {
    try {
      console.log(\`
attempt \${attempt}\`);
      await client.AttachDisks(request);
    } catch (error) {
      if (isRetryable(error, cbsErrorCodes)) throw error;
      stop(error as Error);
    }
  },
  { retries: 3 },
);`)),
    },
    {
      name: "async-retry, a function of this file",
      code: library(`import retry from "async-retry";`, `const attach = () => client.AttachDisks(request); await retry(attach);`),
      errors: blind(library(`import retry from "async-retry";\n${codeMapImport}`, `const attach = () => client.AttachDisks(request); await retry(async (bail) => { try { return await attach(); } catch (error) { if (isRetryable(error, cbsErrorCodes)) throw error; bail(error as Error); return undefined as never; } });`)),
    },
    {
      name: "async-retry, a handler that writes the error down",
      code: library(`import retry from "async-retry";`, `await retry(async () => { try { return await client.AttachDisks(request); } catch (cause) { console.warn(cause); throw new Error("later", { cause }); } });`),
      errors: blind(library(`import retry from "async-retry";\n${codeMapImport}`, `await retry(async (bail) => { try { return await client.AttachDisks(request); } catch (cause) { if (!isRetryable(cause, cbsErrorCodes)) { bail(cause as Error); return undefined as never; } console.warn(cause); throw new Error("later", { cause }); } });`)),
    },
    { name: "async-retry, errors of a type that an option decides", code: library(`import retry from "async-retry";`, `await retry(() => client.AttachDisks(request), { onRetry: (error: Failure) => { console.warn(error); } });`), errors: [{ messageId: "blindRetry" }] },
    { name: "async-retry, a handler beside the call", code: library(`import retry from "async-retry";`, `await retry(async () => { try { load(); } catch (error) { console.warn(error); throw error; } return client.AttachDisks(request); });`), errors: [{ messageId: "blindRetry" }] },
    { name: "rxjs, the caught source", code: library(`import { catchError, defer } from "rxjs";`, `defer(() => client.AttachDisks(request)).pipe(catchError((error, caught) => caught));`), errors: [{ messageId: "blindRetry" }] },
  ],
});
