import { RuleTester } from "@typescript-eslint/rule-tester";
import { join } from "node:path";
import rule from "../../rules/no-retry-non-retryable.js";
import { loopWith, withClient } from "./retry-snippets.js";

const nothingRenewed = [{ messageId: "renewWithoutRenewing" as const }];
const sdkImport = `import { cbs } from "tencentcloud-sdk-nodejs";\n`;

/** A recursive function with a flag, and the statement that repeats. */
function recursive(parameters: string, repeat: string): string {
  return withClient(`async function run(${parameters}) {
  try { return await send(request, offset); } catch (error) {
    if (retry && error.code === "AuthFailure.SignatureExpire") { ${repeat} }
    throw error;
  }
}
async function send(request, offset) { return await clientAt(offset).AttachDisks(request); }`);
}

/** A raw request that calls itself with a code of its answer. */
function raw(repeat: string): string {
  return `async function call(payload, offset = 0, retried = false) {
  const response = await fetch("https://ocr.tencentcloudapi.com/", { method: "POST", body: payload, headers: signed(payload, offset) });
  const body = await response.json();
  if (!retried && body.Response.Error?.Code === "AuthFailure.SignatureExpire") ${repeat}
  return body.Response;
}`;
}

new RuleTester().run("no-retry-non-retryable: a corrected clock", rule, {
  valid: [
    { name: "the offset is set before one more try", code: withClient(`const config = { timeOffsetSeconds: 0 };
      async function run(request) {
        const send = () => clientAt(config.timeOffsetSeconds).AttachDisks(request);
        try { return await send(); } catch (error) {
          if (error.code === "AuthFailure.SignatureExpire") { config.timeOffsetSeconds = serverTime(error.message) - Date.now() / 1000; return await send(); }
          throw error;
        }
      }`) },
    { name: "the offset is handed on", code: recursive("request, offset = 0, retry = true", `return run(request, serverTime(error.message) - Date.now() / 1000, false);`) },
    { name: "the offset is handed on under a plain name", code: recursive("request, seconds = 0, retry = true", `return run(request, parse(error.message) - Date.now() / 1000, false);`) },
    { name: "the offset is computed first", code: recursive("request, seconds = 0, retry = true", `const difference = parse(error.message) - Date.now() / 1000; return run(request, difference, false);`) },
    { name: "the offset comes from elsewhere", code: recursive("request, offset = 0, retry = true", `return run(request, await measure(), false);`) },
    { name: "the offset is one of the options", code: recursive("request, options, retry = true", `return run(request, { ...options, offset: parse(error.message) }, false);`) },
    { name: "a raw request hands on an offset from the message", code: raw(`return call(payload, secondsIn(body.Response.Error.Message) - Date.now() / 1000, true);`) },
    { name: "a raw request hands on an offset from the head", code: raw(`return call(payload, Date.parse(response.headers.get("date")) - Date.now(), true);`) },
    { name: "the skew is corrected by a function", code: loopWith(`if (attempt > 0 || error.code !== "AuthFailure.SignatureExpire") throw error; adjustTime(error);`) },
    { name: "the skew is corrected by a function of this file with a plain name", code: withClient(`let seconds = 0; function prepare(error) { seconds = parse(error.message); }
      async function run(request) {
        try { return await clientAt(seconds).AttachDisks(request); } catch (error) {
          if (error.code === "AuthFailure.SignatureExpire") { prepare(error); return await clientAt(seconds).AttachDisks(request); }
          throw error;
        }
      }`) },
    { name: "the request is signed once more", code: loopWith(`if (attempt > 0 || error.code !== "AuthFailure.SignatureExpire") throw error; request.headers = signHeaders(request);`) },
    { name: "the clock is corrected by what a timer runs", code: withClient(`async function run(request, retry = true) { try { return await client.AttachDisks(request); } catch (error) { if (retry && error.code === "AuthFailure.SignatureExpire") { setTimeout(async () => { await syncClock(); await run(request, false); }, 100); return; } throw error; } }`) },
  ],
  invalid: [
    { name: "only the counter is handed on", code: recursive("request, offset = 0, retry = 3", `return run(request, offset, retry - 1);`), errors: nothingRenewed },
    { name: "only the error is handed on", code: withClient(`async function run(request, last, retry = true) { try { return await client.AttachDisks(request); } catch (error) { if (retry && error.code === "AuthFailure.SignatureExpire") return run(request, error, false); throw error; } }`), errors: nothingRenewed },
    { name: "only the pause is handed on", code: recursive("request, delay, retry = true", `return run(request, delay * 2, false);`), errors: nothingRenewed },
    { name: "a raw request hands on what it has", code: raw(`return call(payload, offset, true);`), errors: nothingRenewed },
    { name: "only the error is kept", code: loopWith(`if (attempt > 0 || error.code !== "AuthFailure.SignatureExpire") throw error; last = error; await sleep(1);`), errors: nothingRenewed },
    { name: "only the text of the error is kept", code: withClient(`let last; async function run(request) { for (let i = 0; i < 2; i++) { try { return await client.AttachDisks(request, last); } catch (error) { if (error.code !== "AuthFailure.SignatureExpire") throw error; last = String(error); } } }`), errors: nothingRenewed },
    { name: "only the pause is longer", code: withClient(`let pause = 1; async function run(request) { for (let i = 0; i < 2; i++) { try { await sleep(pause); return await client.AttachDisks(request); } catch (error) { if (error.code !== "AuthFailure.SignatureExpire") throw error; pause = pause * 2; } } }`), errors: nothingRenewed },
    { name: "the time is only written down", code: loopWith(`if (attempt > 0 || error.code !== "AuthFailure.SignatureExpire") throw error; console.warn(serverTime, error.message);`), errors: nothingRenewed },
    { name: "whether the token has expired is only asked", code: loopWith(`if (attempt > 0 || error.code !== "AuthFailure.TokenFailure" || !isTokenExpired(error)) throw error; await sleep(1);`), errors: nothingRenewed },
    { name: "failures of the authentication are only counted", code: loopWith(`if (attempt > 0 || error.code !== "AuthFailure.TokenFailure") throw error; authFailures += 1;`), errors: nothingRenewed },
    { name: "the function that sends signs each time with the same clock", code: withClient(`async function send(request) { request.headers = sign(request); return await client.AttachDisks(request); }
      async function run(request) { try { return await send(request); } catch (error) { if (error.code === "AuthFailure.SignatureExpire") return await send(request); throw error; } }`), errors: nothingRenewed },
  ],
});

new RuleTester().run("no-retry-non-retryable: another client", rule, {
  valid: [
    { name: "in a variable of any name", code: `${sdkImport}async function run(request) {
        let disks = await connectTo();
        for (let i = 0; i < 2; i++) { try { return await disks.AttachDisks(request); } catch (error) { if (error.code !== "AuthFailure.TokenFailure") throw error; disks = await connectTo(true); } }
      }
      async function connectTo(fresh) { return new cbs.v20170312.Client({ credential: await load(fresh) }); }` },
    { name: "made by a function from elsewhere", code: withClient(`import { newClient } from "./client.js"; async function run(request) {
        try { return await client.AttachDisks(request); } catch (error) { if (error.code !== "AuthFailure.TokenFailure") throw error; const other = await newClient(); return await other.AttachDisks(request); }
      }`) },
    { name: "a second one that was there before", code: withClient(`const second = new cbs.v20170312.Client({}); async function run(request) {
        try { return await client.AttachDisks(request); } catch (error) { if (error.code !== "AuthFailure.TokenFailure") throw error; return await second.AttachDisks(request); }
      }`) },
    { name: "taken out of a cache", code: withClient(`async function run(request) {
        for (let i = 0; i < 2; i++) { try { return await clientFor(region).AttachDisks(request); } catch (error) { if (error.code !== "AuthFailure.TokenFailure") throw error; clients.delete(region); } }
      }
      function clientFor(region) { if (!clients.has(region)) clients.set(region, new cbs.v20170312.Client({ region })); return clients.get(region) ?? client; }`) },
    { name: "made for each turn by a function from elsewhere", code: withClient(`import { createClient } from "./client.js"; async function run(request) {
        for (let i = 0; i < 2; i++) { const client = new cbs.v20170312.Client(await createClient()); try { return await client.AttachDisks(request); } catch (error) { if (error.code !== "AuthFailure.TokenFailure") throw error; } }
      }`) },
    { name: "made for each call of the function", code: `${sdkImport}async function run(request, left = 1) {
        const client = new cbs.v20170312.Client({ credential: load() });
        try { return await client.AttachDisks(request); } catch (error) { if (left > 0 && error.code === "AuthFailure.TokenFailure") return run(request, left - 1); throw error; }
      }` },
    { name: "credentials that each turn fetches", code: withClient(`async function run(request) {
        for (let i = 0; i < 2; i++) { try { client.credential = await getCredential(); return await client.AttachDisks(request); } catch (error) { if (error.code !== "AuthFailure.TokenFailure") throw error; } }
      }`) },
    { name: "a flag that makes the next turn fetch anew", code: withClient(`async function run(request) {
        let stale = false;
        for (let i = 0; i < 2; i++) { try { await prepare(stale); return await client.AttachDisks(request); } catch (error) { if (error.code !== "AuthFailure.TokenFailure") throw error; stale = true; } }
      }`) },
  ],
  invalid: [
    { name: "the same one again", code: withClient(`async function run(request) {
        try { return await client.AttachDisks(request); } catch (error) { if (error.code !== "AuthFailure.TokenFailure") throw error; await sleep(1); return await client.AttachDisks(request); }
      }`), errors: nothingRenewed },
    { name: "the same one, whose name speaks of tokens", code: `${sdkImport}const tokenClient = new cbs.v20170312.Client({}); async function run(request) {
        try { return await tokenClient.AttachDisks(request); } catch (error) { if (error.code !== "AuthFailure.TokenFailure") throw error; return await tokenClient.AttachDisks(request); }
      }`, errors: nothingRenewed },
    { name: "an action that creates something", code: withClient(`async function run(request) {
        try { return await client.CreateDisks(request); } catch (error) { if (error.code !== "AuthFailure.TokenFailure") throw error; return await client.CreateDisks(request); }
      }`), errors: nothingRenewed },
    { name: "a flag that only the next error asks for", code: withClient(`async function run(request) {
        let retried = false;
        for (;;) { try { return await client.AttachDisks(request); } catch (error) { if (retried || error.code !== "AuthFailure.TokenFailure") throw error; retried = true; } }
      }`), errors: nothingRenewed },
  ],
});

const typed = new RuleTester({
  languageOptions: { parserOptions: { project: "./tsconfig.json", tsconfigRootDir: join(import.meta.dirname, "../fixtures/typed") } },
});

const typedStart = `${sdkImport}declare function at(seconds: number): InstanceType<typeof cbs.v20170312.Client>;
declare function parse(message: string): number;
`;

typed.run("no-retry-non-retryable: a corrected clock, with types", rule, {
  valid: [
    { name: "the offset is set before one more try", code: `${typedStart}const config = { seconds: 0 };
      export async function count(): Promise<unknown> {
        const send = (seconds: number) => at(seconds).DescribeDisks({});
        try { return await send(config.seconds); } catch (error: any) {
          if (error.code === "AuthFailure.SignatureExpire") { config.seconds = parse(error.message) - Date.now() / 1000; return await send(config.seconds); }
          throw error;
        }
      }` },
    { name: "a client with another clock", code: `${typedStart}export async function count(): Promise<unknown> {
        try { return await at(0).DescribeDisks({}); } catch (error: any) {
          if (error.code === "AuthFailure.SignatureExpire") return await at(parse(error.message)).DescribeDisks({});
          throw error;
        }
      }` },
    { name: "a client that a function hands out, in a variable of any name", code: `${typedStart}declare function connect(force?: boolean): Promise<ReturnType<typeof at>>;
      export async function count(): Promise<unknown> {
        let disks = await connect();
        for (let i = 0; i < 2; i++) { try { return await disks.DescribeDisks({}); } catch (error: any) { if (error.code !== "AuthFailure.TokenFailure") throw error; disks = await connect(true); } }
        return undefined;
      }` },
  ],
  invalid: [
    { name: "the same client and the same clock", code: `${typedStart}export async function count(): Promise<unknown> {
        try { return await at(0).DescribeDisks({}); } catch (error: any) {
          if (error.code === "AuthFailure.SignatureExpire") return await at(0).DescribeDisks({});
          throw error;
        }
      }`, errors: nothingRenewed },
  ],
});
