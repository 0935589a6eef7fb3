import { RuleTester, type InvalidTestCase } from "@typescript-eslint/rule-tester";
import { join } from "node:path";
import rule from "../../rules/no-blind-retry.js";
import { loopWith, withClient } from "./retry-snippets.js";

const sdkImport = `import { cbs } from "tencentcloud-sdk-nodejs";\n`;
const codeMapImport = `import { isRetryable } from "tencentcloud-error-codes";\nimport { cbsErrorCodes } from "tencentcloud-error-codes/cbs";\n`;
const check = "if (!isRetryable(error, cbsErrorCodes)) throw error;";

/** A module with one handler that is reported, and what the suggestion makes of it. */
function blind(name: string, code: string): InvalidTestCase<"askIsRetryable" | "blindRetry", [{ ignoreActions?: string[] }]> {
  const output = code
    .replace(sdkImport, `${sdkImport}${codeMapImport}`)
    .replace("catch (error) {\n      ", `catch (error) {\n      ${check}\n      `)
    .replace("catch (error) { ", `catch (error) { ${check} `);
  return { name, code, errors: [{ messageId: "blindRetry", suggestions: [{ messageId: "askIsRetryable", output }] }] };
}

new RuleTester().run("no-blind-retry: what is asked decides nothing", rule, {
  valid: [
    { name: "the class decides", code: loopWith(`if (error instanceof AbortError) throw error; await sleep(1);`) },
    { name: "a function from elsewhere decides", code: `import { isWorthIt } from "./errors.js";\n${loopWith(`if (!isWorthIt(error)) throw error; await sleep(1);`)}` },
    { name: "its answer is kept first", code: `import { isWorthIt } from "./errors.js";\n${loopWith(`const ok = isWorthIt(error); if (!ok) throw error; await sleep(1);`)}` },
    { name: "its answer is combined first", code: `import { isWorthIt } from "./errors.js";\n${loopWith(`const ok = isWorthIt(error) && attempt < 3; if (!ok) { throw error; } await sleep(1);`)}` },
    { name: "the text decides, whatever was thrown", code: loopWith(`const message = error instanceof Error ? error.message : String(error); if (message.includes("quota")) throw error; await sleep(1);`) },
    { name: "the text decides through a function from elsewhere", code: `import { getErrorMessage } from "./errors.js";\n${loopWith(`const message = getErrorMessage(error); if (/quota/.test(message)) throw error; await sleep(1);`)}` },
    { name: "a text that is put together decides", code: loopWith("const message = `failed: ${error.message}`; if (message.endsWith(\"quota\")) break; await sleep(1);") },
    { name: "an expression that goes one way or the other", code: withClient(`async function attach() { try { return await client.AttachDisks(request); } catch (error) { return error instanceof Error ? attach() : stop(); } }`) },
    { name: "a timer for some classes only", code: withClient(`async function attach() { try { await client.AttachDisks(request); } catch (error) { if (isThrottled(error)) setTimeout(attach, 1000); } }`) },
    { name: "a timer for some classes only, written as an expression", code: withClient(`async function attach() { try { await client.AttachDisks(request); } catch (error) { isThrottled(error) && setTimeout(attach, 1000); } }`) },
    { name: "a flag of the loop", code: withClient(`let done = false; while (!done) { try { await client.AttachDisks(request); done = true; } catch (error) { done = isFatal(error); } }`) },
    { name: "a flag that is set on the way", code: withClient(`for (let i = 0; i < 3; i++) { let fatal = false; try { await client.AttachDisks(request); break; } catch (error) { if (error.name === "Fatal") fatal = true; } if (fatal) break; }`) },
    { name: "a flag that is declared before the loop", code: withClient(`let fatal = false; for (let i = 0; i < 3; i++) { try { await client.AttachDisks(request); break; } catch (error) { fatal = error.name === "Fatal"; } if (fatal) break; }`) },
    { name: "what was kept is asked after the handler", code: withClient(`let last; for (let i = 0; i < 3; i++) { try { await client.AttachDisks(request); break; } catch (error) { last = error; } if (last.name === "Fatal") throw last; }`) },
    { name: "what was kept is asked by the condition of the loop", code: withClient(`let last; do { try { await client.AttachDisks(request); last = undefined; break; } catch (error) { last = error; } } while (last.name === "Busy");`) },
    { name: "what was kept is asked by a method", code: withClient(`class Disks { stops() { return this.last.name === "Fatal"; } async attach() { for (;;) { try { return await client.AttachDisks(request); } catch (error) { this.last = error; } if (this.stops()) return; } } }`) },
    { name: "the class of the error counts attempts", code: withClient(`let left = 3; while (left > 0) { try { await client.AttachDisks(request); break; } catch (error) { left -= error.name === "Busy" ? 1 : 3; } }`) },
    { name: "the answer goes to the next call, which asks it", code: withClient(`async function attach(left) { try { return await client.AttachDisks(request); } catch (error) { if (left <= 0) throw error; return attach(error.name === "Busy" ? left - 1 : 0); } }`) },
    { name: "the error goes to the next call, which asks it", code: withClient(`async function attach(left, last) { if (last?.name === "Fatal") throw last; try { return await client.AttachDisks(request); } catch (error) { if (left === 0) throw error; return attach(left - 1, error); } }`) },
    { name: "a function of this file throws for some", code: withClient(`function check(problem) { if (problem.name !== "Busy") throw problem; } for (;;) { try { await client.AttachDisks(request); break; } catch (error) { check(error); } }`) },
    { name: "a function of this file answers", code: withClient(`function kindOf(problem) { if (problem.name === "Busy") return "busy"; return "other"; } for (;;) { try { await client.AttachDisks(request); break; } catch (error) { if (kindOf(error) === "other") throw error; } }`) },
    { name: "a function from elsewhere may throw", code: `import { handle } from "./errors.js";\n${loopWith(`await handle(error); await sleep(1);`)}` },
    { name: "a pause that may refuse", code: `import { backoff } from "./backoff.js";\n${loopWith(`await backoff(error);`)}` },
    { name: "what is done for some may leave", code: `import { abort } from "./errors.js";\n${loopWith(`if (error.name === "Fatal") abort("attach"); await sleep(1);`)}` },
    { name: "a switch that leaves", code: loopWith(`switch (error.name) { case "Fatal": throw error; default: await sleep(1); }`) },
    { name: "a table that decides", code: loopWith(`if (RETRIED[error.name]) continue; throw error;`) },
    { name: "one way goes on, the other leaves", code: loopWith(`if (error.name === "Busy") { await sleep(5000); continue; } if (attempt > 2) throw error; await sleep(1);`) },
    { name: "p-retry, an AbortError for some", code: withClient(`import pRetry, { AbortError } from "p-retry"; pRetry(async () => { try { return await client.AttachDisks(request); } catch (error) { throw error.name === "Busy" ? error : new AbortError(error); } });`) },
    { name: "the errors are collected, and asked", code: withClient(`const errors = []; for (;;) { try { await client.AttachDisks(request); break; } catch (error) { errors.push(error); } if (errors.some((problem) => problem.name === "Fatal")) break; }`) },
    { name: "the next state comes from elsewhere", code: `import { nextState } from "./states.js";\n${withClient(`let state = "new"; while (state !== "done") { try { await client.AttachDisks(request); state = "done"; } catch (error) { state = nextState(error); } }`)}` },
    { name: "a function of this file that is named after what it writes throws", code: withClient(`function reportFatal() { throw new Error("fatal"); } for (;;) { try { await client.AttachDisks(request); break; } catch (error) { if (error.name === "Fatal") reportFatal(); } }`) },
    { name: "a state that is asked before the next call", code: withClient(`let disabled = false; async function attach() { if (disabled) return; try { await client.AttachDisks(request); } catch (error) { disabled = error.name === "Fatal"; setTimeout(attach, 100); } }`) },
    { name: "what is tried was handed over, and is tried again for some", code: withClient(`async function twice(getAnswer) { let answer; try { answer = await getAnswer(); } catch (error) { if (error.name === "Busy") answer = await getAnswer(); } return answer; } export const attach = () => twice(() => client.AttachDisks(request));`) },
    { name: "the answer of a rejection handler decides", code: withClient(`for (;;) { const fatal = await client.AttachDisks(request).then(() => true, (error) => error.name === "Fatal"); if (fatal) break; }`) },
  ],
  invalid: [
    blind("a text for the log, whatever was thrown", loopWith("console.warn(`failed: ${error instanceof Error ? error.message : String(error)}`); await sleep(1);")),
    blind("a text that is kept for the log", loopWith(`const message = error instanceof Error ? error.message : String(error); console.warn(message); await sleep(1);`)),
    blind("an entry for the log", loopWith(`logger.warn({ err: error instanceof Error ? error.message : error, attempt }); await sleep(1);`)),
    blind("a text with a second choice", loopWith(`console.warn((error && error.message) || error); await sleep(1);`)),
    blind("an error is kept, whatever was thrown", withClient(`let last; for (let i = 0; i < 3; i++) { try { await client.AttachDisks(request); break; } catch (error) { last = error instanceof Error ? error : new Error(String(error)); } } if (last) throw last;`)),
    blind("an error is kept, and asked for after the loop", withClient(`async function attach() { let last; for (let i = 0; i < 3; i++) { try { return await client.AttachDisks(request); } catch (error) { last = error; } } if (last.name === "Fatal") process.exit(1); throw last; }`)),
    blind("an error is kept in a field", withClient(`class Disks { async attach() { for (;;) { try { return await client.AttachDisks(request); } catch (error) { this.last = error instanceof Error ? error.message : "unknown"; console.warn(this.last); } } } }`)),
    blind("whether there is an error", loopWith(`if (error) console.warn(error); await sleep(1);`)),
    blind("everything is done if there is an error", withClient(`async function attach() { try { return await client.AttachDisks(request); } catch (error) { if (error) { await sleep(100); return await attach(); } } }`)),
    { name: "a callback that asks whether there is an error", code: withClient(`function attach(done) { client.AttachDisks(request, (error, data) => { if (!error) return done(data); setTimeout(() => attach(done), 1000); }); }`), errors: [{ messageId: "blindRetry" }] },
    blind("a function from elsewhere puts the error into words for the log", `import { describe } from "./errors.js";\n${loopWith(`console.warn("failed", describe(error)); await sleep(1);`)}`),
    blind("a function from elsewhere puts the error into words before", `import { getErrorMessage } from "./errors.js";\n${loopWith(`const message = getErrorMessage(error); logger.warn(message); await sleep(1);`)}`),
    blind("a function from elsewhere makes an error", `import { toError } from "./errors.js";\n${withClient(`let last; for (let i = 0; i < 3; i++) { try { await client.AttachDisks(request); break; } catch (error) { last = toError(error); if (last) console.warn(last.stack); } }`)}`),
    blind("a function of this file puts the error into words", withClient(`function messageOf(problem) { if (problem instanceof Error) return problem.message; return String(problem); } for (;;) { try { await client.AttachDisks(request); break; } catch (error) { console.warn(messageOf(error)); } }`)),
    blind("only the length of the pause depends on the error", loopWith(`const wait = error.code === "RequestLimitExceeded" ? 5000 : 500; await sleep(wait);`)),
    blind("the pause of a timer depends on the error", withClient(`async function attach() { try { await client.AttachDisks(request); } catch (error) { setTimeout(attach, error.code === "RequestLimitExceeded" ? 5000 : 500); } }`)),
    blind("a longer pause for some", loopWith(`if (error.code === "RequestLimitExceeded") await sleep(5000); await sleep(500);`)),
    blind("a longer pause for some, and both ways go on", loopWith(`if (error.code === "RequestLimitExceeded") { await sleep(5000); continue; } await sleep(500);`)),
    blind("a pause that is written out", loopWith(`if (isThrottled(error)) { await new Promise((resolve) => setTimeout(resolve, 5000)); }`)),
    blind("a switch for the log", loopWith(`switch (error.name) { case "Busy": console.warn("busy"); break; default: console.error(error); } await sleep(1);`)),
    blind("another warning for some", loopWith(`if (error instanceof TypeError) { logger.error(error.stack); } else { logger.warn(error.message); } await sleep(1);`)),
    blind("the error goes to the next call, which writes it down", withClient(`async function attach(left, last) { if (last) console.warn(last.message); try { return await client.AttachDisks(request); } catch (error) { if (left === 0) throw error; return attach(left - 1, error); } }`)),
    {
      name: "p-retry around a handler that writes the error down",
      code: `${sdkImport}import pRetry from "p-retry";\nconst client = new cbs.v20170312.Client({});\npRetry(async () => { try { return await client.AttachDisks(request); } catch (error) { console.warn(error instanceof Error ? error.message : error); throw error; } });`,
      errors: [{
        messageId: "blindRetry",
        suggestions: [{
          messageId: "askIsRetryable",
          output: `${sdkImport}import pRetry from "p-retry";\n${codeMapImport}const client = new cbs.v20170312.Client({});\npRetry(async () => { try { return await client.AttachDisks(request); } catch (error) { console.warn(error instanceof Error ? error.message : error); throw error; } }, { shouldRetry: ({ error }) => isRetryable(error, cbsErrorCodes) });`,
        }],
      }],
    },
    blind("the errors are counted", withClient(`const errors = []; for (;;) { try { await client.AttachDisks(request); break; } catch (error) { errors.push(error); if (errors.length > 3) throw new AggregateError(errors); } }`)),
  ],
});

const typed = new RuleTester({
  languageOptions: { parserOptions: { project: "./tsconfig.json", tsconfigRootDir: join(import.meta.dirname, "../fixtures/typed") } },
});

const typedStart = `${sdkImport}type Client = InstanceType<typeof cbs.v20170312.Client>;
declare function sleep(ms: number): Promise<void>;
`;

typed.run("no-blind-retry: what is asked decides nothing, with types", rule, {
  valid: [
    {
      name: "the text decides, whatever was thrown",
      code: `${typedStart}export async function count(client: Client) {
        for (;;) { try { return await client.DescribeDisks({}); } catch (error) { const message = error instanceof Error ? error.message : String(error); if (message.includes("quota")) throw error; await sleep(1); } }
      }`,
    },
    {
      name: "a function that never returns is called for some",
      code: `${typedStart}declare function giveUp(): never;
      export async function count(client: Client) {
        for (;;) { try { return await client.DescribeDisks({}); } catch (error) { if (error instanceof RangeError) giveUp(); await sleep(1); } }
      }`,
    },
  ],
  invalid: [
    blind("a text for the log, whatever was thrown", `${typedStart}export async function count(client: Client) {
        for (;;) { try { return await client.DescribeDisks({}); } catch (error) { console.warn(error instanceof Error ? error.message : String(error)); await sleep(1); } }
      }`),
    blind("an error is kept, whatever was thrown", `${typedStart}export async function count(client: Client) {
        let last: Error | undefined;
        for (let attempt = 0; attempt < 3; attempt++) { try { return await client.DescribeDisks({}); } catch (error) { last = error instanceof Error ? error : new Error(String(error)); await sleep(1); } }
        throw last ?? new Error("no attempt");
      }`),
  ],
});
