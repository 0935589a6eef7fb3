import * as parser from "@typescript-eslint/parser";
import { Linter } from "eslint";
import { join } from "node:path";
import ts from "typescript";
import { beforeAll, describe, expect, it } from "vitest";
import plugin from "../../rules/index.js";
import { memoryProgram } from "../tools/memory-program.js";

const root = join(import.meta.dirname, "../..");
const start = `import type { cbs } from "tencentcloud-sdk-nodejs";
declare const client: InstanceType<typeof cbs.v20170312.Client>;
declare const request: Parameters<typeof client.AttachDisks>[0];
`;

/** Blind retries in strict TypeScript, by construct. */
const blindRetries: Readonly<Record<string, string>> = {
  "a loop without a name for the error": `${start}for (let i = 0; i < 3; i++) { try { await client.AttachDisks(request); break; } catch { continue; } }`,
  "a loop with a name for the error": `${start}for (let i = 0; i < 3; i++) { try { await client.AttachDisks(request); break; } catch (error: unknown) { console.warn(error); } }`,
  recursion: `${start}export async function attach(left: number): Promise<unknown> { try { return await client.AttachDisks(request); } catch (error) { if (left === 0) throw error; return attach(left - 1); } }`,
  "a rejection handler": `${start}export function attach(): Promise<unknown> { return client.AttachDisks(request).catch(() => attach()); }`,
  "p-retry": `import pRetry from "p-retry";\n${start}export const answer = await pRetry(() => client.AttachDisks(request), { retries: 3 });`,
  "exponential-backoff": `import { backOff } from "exponential-backoff";\n${start}export const answer = await backOff(() => client.AttachDisks(request));`,
  "ts-retry-promise": `import { retry } from "ts-retry-promise";\n${start}export const answer = await retry(() => client.AttachDisks(request));`,
  "@lifeomic/attempt": `import { retry } from "@lifeomic/attempt";\n${start}export const answer = await retry(() => client.AttachDisks(request), { maxAttempts: 3 });`,
  cockatiel: `import { handleAll, retry } from "cockatiel";\n${start}const policy = retry(handleAll, { maxAttempts: 3 });\nexport const answer = await policy.execute(() => client.AttachDisks(request));`,
  rxjs: `import { defer, retry } from "rxjs";\n${start}export const answers = defer(() => client.AttachDisks(request)).pipe(retry(3));`,
  "promise-retry": `import promiseRetry from "promise-retry";\n${start}export const answer = await promiseRetry((retry) => client.AttachDisks(request).catch(retry), { retries: 3 });`,
  "async-retry, an expression": `import retry from "async-retry";\n${start}const { RequestId } = await retry(() => client.AttachDisks(request), { retries: 3 });\nexport const id: string | undefined = RequestId;`,
  "async-retry, a promise": `import retry from "async-retry";\n${start}export const answer = await retry(function () { const pending = client.AttachDisks(request); return pending; });`,
  "async-retry, nothing given back": `import retry from "async-retry";\n${start}await retry(async (bail, attempt) => {\n  console.log(attempt);\n  await client.AttachDisks(request);\n});`,
  "async-retry, a function of this file": `import retry from "async-retry";\n${start}const attach = async (stop: (error: Error) => void, attempt: number) => { console.log(stop, attempt); return client.AttachDisks(request); };\nexport const answer = await retry(attach);`,
  "async-retry, a handler": `import retry from "async-retry";\n${start}export const answer = await retry(async () => { try { return await client.AttachDisks(request); } catch (error) { console.warn(error); throw error; } }, { onRetry: (error: Error) => { console.warn(error.message); } });`,
  retry: `import retry from "retry";\n${start}const operation = retry.operation();\noperation.attempt(() => { client.AttachDisks(request).catch((error: Error) => { if (operation.retry(error)) return; console.error(error); }); });`,
};

/** A snippet after the suggestion was applied. */
function suggested(code: string): string {
  const messages = new Linter({ cwd: root }).verify(code, { files: ["**/*.ts"], languageOptions: { parser }, plugins: { tencentcloud: plugin }, rules: { "tencentcloud/no-blind-retry": "error" } }, { filename: join(root, "test/rules/snippet.ts") });
  const fix = messages[0]?.suggestions?.[0]?.fix;
  return fix === undefined ? "nothing is suggested" : code.slice(0, fix.range[0]) + fix.text + code.slice(fix.range[1]);
}

function fileOf(index: number): string {
  return join(root, "test/rules", `blind-retry-${String(index)}.ts`);
}

let program: ts.Program;
beforeAll(() => {
  const { config } = ts.readConfigFile(join(root, "tsconfig.json"), (path) => ts.sys.readFile(path)) as { config: { compilerOptions: object } };
  const { options } = ts.convertCompilerOptionsFromJson(config.compilerOptions, root);
  const texts = new Map(Object.values(blindRetries).map((code, index) => [fileOf(index), suggested(code)]));
  program = memoryProgram(texts, options);
});

describe("the suggestions of no-blind-retry", () => {
  it.each(Object.keys(blindRetries).map((name, index) => [name, index] as const))("%s compiles", (_name, index) => {
    const file = program.getSourceFile(fileOf(index));
    const diagnostics = [...program.getSyntacticDiagnostics(file), ...program.getSemanticDiagnostics(file)];
    expect(diagnostics.map(({ messageText }) => ts.flattenDiagnosticMessageText(messageText, "\n"))).toEqual([]);
  });

  it.each(Object.entries(blindRetries))("%s is reported no more", (_name, code) => {
    expect(suggested(suggested(code))).toBe("nothing is suggested");
  });
});
