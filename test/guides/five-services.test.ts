import { cpSync } from "node:fs";
import { join, relative } from "node:path";
import { afterAll, beforeAll, expect, it } from "vitest";
import { parseResults } from "../packages/lint-results.js";
import type { Run } from "../packages/project.js";
import { createGuidedProject } from "./guided-project.js";

/*
 * Pages of five services that the package does not have, in the published forms: an English and a Chinese API page, one
 * that was saved from a browser, an English page of error codes, a Japanese API page.
 */
const pages = join(import.meta.dirname, "fixtures/pages");

/** An application that tests an error of a service for a code, and once for a misspelt one. */
function application(service: string, type: string, action: string, code: string, misspelt: string): string {
  return `import { CommonClient } from "tencentcloud-sdk-nodejs-common";
import { is${type}Error, type ${type}ErrorCode } from "./error-codes/${service}.js";

export const known: ${type}ErrorCode = "${code}";

export async function call(credential: { secretId: string; secretKey: string }): Promise<string> {
  const client = new CommonClient("${service}.tencentcloudapi.com", "2025-01-01", { credential, region: "ap-guangzhou" });
  try {
    await client.request("${action}", {});
    return "done";
  } catch (error) {
    if (is${type}Error(error) && error.code === "${code}") return "known";
    if ((error as { code?: string }).code === "${misspelt}") return "misspelt";
    throw error;
  }
}
`;
}

const { project, run } = createGuidedProject({
  "package.json": JSON.stringify({ type: "module" }),
  "tsconfig.json": JSON.stringify({ compilerOptions: { module: "nodenext", lib: ["es2023"], strict: true, noEmit: true, skipLibCheck: true, types: [] }, include: ["src"] }),
  "eslint.config.js": `import tencentcloud from "eslint-plugin-tencentcloud";
import tseslint from "typescript-eslint";

export default [
  { files: ["**/*.ts"], languageOptions: { parser: tseslint.parser } },
  tencentcloud.configs.recommended,
  { settings: { tencentcloud: { codeMap: "./src/error-codes" } } },
];
`,
  "src/acmegate.ts": application("acmegate", "Acmegate", "CreateGate", "ResourceInUse.GateOpening", "ResourceInUse.GateOpen"),
  "src/acmelake.ts": application("acmelake", "Acmelake", "RunQuery", "FailedOperation.QueryKilled", "FailedOperation.QueryKill"),
  "src/acmemail.ts": application("acmemail", "Acmemail", "SendMail", "InvalidAddress.NotFound", "InvalidAddress.NoFound"),
  "src/acmequeue.ts": application("acmequeue", "Acmequeue", "SendMessage", "LimitExceeded.QueueDepth", "LimitExceeded.QueueDeep"),
  "src/acmevault.ts": application("acmevault", "Acmevault", "SealVault", "InvalidVault.Sealed", "InvalidVault.Seal"),
  ".oxlintrc.json": JSON.stringify({
    jsPlugins: ["eslint-plugin-tencentcloud"],
    categories: { correctness: "off" },
    settings: { tencentcloud: { codeMap: "./src/error-codes" } },
    rules: {
      "tencentcloud/exhaustive-common-codes": "error",
      "tencentcloud/no-blind-retry": "error",
      "tencentcloud/no-message-match": "error",
      "tencentcloud/no-retry-non-retryable": "error",
      "tencentcloud/no-undocumented-code": "error",
      "tencentcloud/prefer-family-match": "error",
      "tencentcloud/require-response-error-check": "error",
    },
  }),
});

const commands = [
  "npm install eslint-plugin-tencentcloud eslint oxlint typescript typescript-eslint ts-morph tencentcloud-sdk-nodejs-common",
  "npx tencentcloud-codes import pages --catalog codes/catalog",
  "npx tencentcloud-codes generate --catalog codes/catalog --out src/error-codes",
  "npx tsc",
  "npx eslint src --format json",
];
let runs: readonly Run[] = [];

beforeAll(() => {
  cpSync(pages, join(project.directory, "pages"), { recursive: true });
  runs = commands.map(run);
}, 120_000);

afterAll(() => {
  project.remove();
});

it("the pages come in, with nothing asked and nothing left out", () => {
  expect(runs[1]?.status).toBe(0);
  expect(runs[1]?.stdout).toContain("Read 1 page of error codes and 4 pages of single actions.");
  expect(runs[1]?.stdout).not.toContain("skipped");
});

it("they become a code map, and the application compiles with its types", () => {
  expect(runs[2]?.stdout).toMatch(/^5 services, \d+ files in src\/error-codes\.\n$/);
  expect(runs[3]).toMatchObject({ status: 0, stdout: "" });
});

const expected = [
  ["src/acmegate.ts", '"ResourceInUse.GateOpen"', "ResourceInUse.GateOpening"],
  ["src/acmelake.ts", '"FailedOperation.QueryKill"', "FailedOperation.QueryKilled"],
  ["src/acmemail.ts", '"InvalidAddress.NoFound"', "InvalidAddress.NotFound"],
  ["src/acmequeue.ts", '"LimitExceeded.QueueDeep"', "LimitExceeded.QueueDepth"],
  ["src/acmevault.ts", '"InvalidVault.Seal"', "InvalidVault.Sealed"],
] as const;

const reportOf = ([file, wrong, right]: (typeof expected)[number]): string =>
  `${file}: ${wrong} is not a documented error code for ${file.slice("src/".length, -".ts".length)}, so this test never matches. Did you mean "${right}"?`;

function eslintReports(): readonly string[] {
  const results = parseResults(runs[4]?.stdout ?? "");
  return results.flatMap(({ filePath, messages }) => messages.map(({ message }) => `${relative(project.directory, filePath).replaceAll("\\", "/")}: ${message}`)).sort();
}

it("ESLint reports the misspelt code of each service, and nothing else", () => {
  expect(eslintReports()).toEqual(expected.map(reportOf));
});

it("oxlint reports the same", () => {
  const { stdout } = run("npx oxlint --format json src");
  const { diagnostics } = JSON.parse(stdout) as { diagnostics: { filename: string; message: string }[] };
  expect(diagnostics.map(({ filename, message }) => `${filename.replaceAll("\\", "/")}: ${message}`).sort()).toEqual(eslintReports());
});
