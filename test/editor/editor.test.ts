import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { rulePage } from "../../src/catalog/addresses.js";
import { createProject, root } from "../packages/project.js";
import { startLanguageClient, type LanguageClient, type TextEdit } from "./language-client.js";

interface Diagnostic {
  readonly code: string;
  readonly message: string;
  readonly codeDescription?: { readonly href: string };
  readonly range: TextEdit["range"];
}

interface CodeAction {
  readonly title: string;
  readonly isPreferred?: boolean;
  readonly command?: { readonly command: string; readonly arguments?: readonly unknown[] };
}

const program = `import { cbs } from "tencentcloud-sdk-nodejs";

const client = new cbs.v20170312.Client({});

export async function attach(request) {
  try {
    await client.AttachDisks(request);
  } catch (error) {
    if (error.code === "InvalidDisk.Bussy") return;
    throw error;
  }
}
`;

/** The same, with the client in a module of its own. */
const importing = program.replace(/^import.*\n\nconst client.*$/m, 'import { client } from "./client.js";');
const clientModule = `import { cbs } from "tencentcloud-sdk-nodejs";\nexport const client = new cbs.v20170312.Client({});\n`;

const project = createProject({
  "package.json": JSON.stringify({ private: true, type: "module" }),
  "attach.js": program,
  "importing.js": importing,
  "eslint.config.js": `import tencentcloud from ${JSON.stringify(pathToFileURL(join(root, "dist/rules/index.js")).href)};

export default [tencentcloud.configs.recommended];
`,
  // The server takes ESLint from the project.
  "node_modules/eslint/package.json": JSON.stringify({ name: "eslint", version: "10.15.0", main: "api.js", exports: { ".": "./api.js", "./package.json": "./package.json", "./use-at-your-own-risk": "./risk.js" } }),
  "node_modules/eslint/api.js": `module.exports = require(${JSON.stringify(join(root, "node_modules/eslint/lib/api.js"))});`,
  "node_modules/eslint/risk.js": `module.exports = require(${JSON.stringify(join(root, "node_modules/eslint/lib/unsupported-api.js"))});`,
});
const uri = pathToFileURL(join(project.directory, "attach.js")).href;

let client: LanguageClient;

async function diagnostics(of = uri): Promise<readonly Diagnostic[]> {
  const report = (await client.request("textDocument/diagnostic", { textDocument: { uri: of } })) as { items: Diagnostic[] };
  return report.items;
}

async function timed<Result>(what: string, work: () => Promise<Result>): Promise<Result> {
  const start = performance.now();
  const result = await work();
  process.stdout.write(`${what}: ${(performance.now() - start).toFixed(0)} ms\n`);
  return result;
}

function applied(text: string, { range, newText }: TextEdit): string {
  const lines = text.split("\n");
  const offset = ({ line, character }: TextEdit["range"]["start"]): number => lines.slice(0, line).join("\n").length + (line === 0 ? 0 : 1) + character;
  return text.slice(0, offset(range.start)) + newText + text.slice(offset(range.end));
}

beforeAll(async () => {
  client = await startLanguageClient(project.directory);
  client.notify("textDocument/didOpen", { textDocument: { uri, languageId: "javascript", version: 1, text: program } });
}, 30_000);

afterAll(() => {
  client.stop();
  project.remove();
});

// One session in an editor: each test goes on where the one before stopped.
describe("an ESLint language server", () => {
  let reported: readonly Diagnostic[];
  let suggestion: CodeAction | undefined;

  it("shows the report with a link to the rule's page", async () => {
    reported = await timed("first diagnostics", () => diagnostics());
    expect(reported.map(({ code, codeDescription }) => ({ code, href: codeDescription?.href }))).toEqual([
      { code: "tencentcloud/no-undocumented-code", href: rulePage("no-undocumented-code") },
    ]);
  }, 60_000);

  it("offers the suggestion as a code action", async () => {
    const params = { textDocument: { uri }, range: reported[0]?.range, context: { diagnostics: reported } };
    const actions = (await timed("code actions", () => client.request("textDocument/codeAction", params))) as CodeAction[];
    suggestion = actions.find(({ command }) => command?.command === "eslint.applySuggestion");
    expect(suggestion?.title).toContain('Use the documented code "InvalidDisk.Busy".');
  });

  it("offers the rule's page", async () => {
    const params = { textDocument: { uri }, range: reported[0]?.range, context: { diagnostics: reported } };
    const actions = (await client.request("textDocument/codeAction", params)) as CodeAction[];
    expect(actions.map(({ title }) => title)).toContain("Show documentation for tencentcloud/no-undocumented-code");
  });

  it("shows nothing once the suggestion is applied", async () => {
    await client.request("workspace/executeCommand", suggestion?.command);
    const text = client.edits.reduce(applied, program);
    expect(text).toBe(program.replace("InvalidDisk.Bussy", "InvalidDisk.Busy"));
    client.notify("textDocument/didChange", { textDocument: { uri, version: 2 }, contentChanges: [{ text }] });
    expect(await timed("diagnostics after an edit", () => diagnostics())).toEqual([]);
  });

  it("sees a module that is imported, and that it has changed", async () => {
    const importingUri = pathToFileURL(join(project.directory, "importing.js")).href;
    client.notify("textDocument/didOpen", { textDocument: { uri: importingUri, languageId: "javascript", version: 1, text: importing } });
    expect(await diagnostics(importingUri)).toEqual([]);
    project.write("client.js", clientModule);
    // What is looked for in vain is looked for again after a while.
    await new Promise((resolve) => setTimeout(resolve, 1_100));
    expect((await diagnostics(importingUri)).map(({ code }) => code)).toEqual(["tencentcloud/no-undocumented-code"]);
    project.write("client.js", clientModule.replace("tencentcloud-sdk-nodejs", "somebody-elses"));
    expect(await diagnostics(importingUri)).toEqual([]);
  });
});
