import * as parser from "@typescript-eslint/parser";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { OwnModules } from "../../src/analysis/knowledge/own-modules.js";
import { createOwnMapProject, lintText, type OwnMapProject } from "./own-map-project.js";

const codeMap = "./src/error-codes";
let project: OwnMapProject;

beforeAll(async () => {
  project = await createOwnMapProject();
});

afterAll(() => {
  project.remove();
});

describe("a module of one's own code map", () => {
  const services = new Set(["acmevault"]);
  const named = (source: string, { setting = codeMap, folder = "/app/src/error-codes", from = "/app/src/vaults/open.ts" } = {}): string | undefined => new OwnModules(setting, folder, services).nameOf(source, from);

  it("is that of the package of the same name", () => {
    expect(named("../error-codes/acmevault.js")).toBe("tencentcloud-error-codes/acmevault");
    expect(named("../error-codes/acmevault")).toBe("tencentcloud-error-codes/acmevault");
  });

  it("is the package itself for what the package exports at its root", () => {
    expect(named("../error-codes")).toBe("tencentcloud-error-codes");
    expect(named("../error-codes/index.ts")).toBe("tencentcloud-error-codes");
    expect(named("../error-codes/runtime/guards.js")).toBe("tencentcloud-error-codes");
  });

  it("is none of a service that the map does not have", () => {
    expect(named("../error-codes/acmedoor.js")).toBeUndefined();
  });

  it("is none beside the folder", () => {
    expect(named("./error-codes/acmevault.js")).toBeUndefined();
    expect(named("../error-codes-old/acmevault.js")).toBeUndefined();
    expect(named("../acmevault.js")).toBeUndefined();
  });

  it("can be behind an alias", () => {
    expect(named("@/error-codes/acmevault")).toBe("tencentcloud-error-codes/acmevault");
    expect(named("#error-codes/acmevault.js")).toBe("tencentcloud-error-codes/acmevault");
    expect(named("@/error-codes")).toBe("tencentcloud-error-codes");
    expect(named("@/my-error-codes/acmevault")).toBeUndefined();
  });

  it("can be of a package", () => {
    const setting = "@acme/error-codes";
    const folder = "/app/node_modules/@acme/error-codes/dist";
    expect(named("@acme/error-codes/acmevault", { setting, folder })).toBe("tencentcloud-error-codes/acmevault");
    expect(named("@acme/error-codes", { setting, folder })).toBe("tencentcloud-error-codes");
    expect(named("@acme/error-codes-old/acmevault", { setting, folder })).toBeUndefined();
  });

  it("can be of the package in whose folder the map is", () => {
    project.write("packages/codes/package.json", JSON.stringify({ name: "@acme/codes" }));
    expect(named("@acme/codes/acmevault", { folder: `${project.directory}/packages/codes/src` })).toBe("tencentcloud-error-codes/acmevault");
  });
});

/** What the rules say about a file `src/app.ts`, one line a report. */
async function lint(code: string, settings: object = { codeMap }): Promise<readonly string[]> {
  const messages = await lintText(project, code, settings, "src/app.ts", { parser });
  return messages.map(({ ruleId, message }) => `${String(ruleId)}: ${message}`);
}

const afterGuard = (code: string, source = "./error-codes/acmevault.js"): string => `import { isAcmevaultError } from "${source}";
export function isSealed(error: unknown): boolean {
  return isAcmevaultError(error) && error.code === "${code}";
}
`;

const ofType = (code: string): string => `import type { AcmevaultErrorCode } from "./error-codes/acmevault.js";
export const isSealed = (code: AcmevaultErrorCode): boolean => code === "${code}";
`;

const notForAcmevault = (code: string): string => `tencentcloud/no-undocumented-code: "${code}" is not a documented error code for acmevault`;

describe("in a file that imports one's own code map", () => {
  it("a guard of a service tells the service", async () => {
    expect((await lint(afterGuard("InvalidVault.Seeled"))).join("\n")).toContain(notForAcmevault("InvalidVault.Seeled"));
    expect(await lint(afterGuard("InvalidVault.Sealed"))).toEqual([]);
  });

  it("a guard of a service tells the service, also behind an alias", async () => {
    expect((await lint(afterGuard("InvalidVault.Seeled", "@/error-codes/acmevault"))).join("\n")).toContain(notForAcmevault("InvalidVault.Seeled"));
  });

  it("a guard of the same name from elsewhere tells nothing", async () => {
    expect(await lint(afterGuard("InvalidVault.Seeled", "./errors/acmevault.js"))).toEqual([]);
  });

  it("a guard tells nothing without the setting", async () => {
    expect(await lint(afterGuard("InvalidVault.Seeled"), {})).toEqual([]);
  });

  it("a guard of a service tells the service, also where a module of another folder hands it on", async () => {
    project.write("src/vaults/guards.ts", `export { isAcmevaultError } from "../error-codes/acmevault.js";`);
    project.write("src/vaults/others.ts", `export { isAcmevaultError } from "./error-codes/acmevault.js";`);
    expect((await lint(afterGuard("InvalidVault.Seeled", "./vaults/guards.js"))).join("\n")).toContain(notForAcmevault("InvalidVault.Seeled"));
    expect(await lint(afterGuard("InvalidVault.Seeled", "./vaults/others.js"))).toEqual([]);
  });

  it("a guard of a service tells the service, also to a predicate of a module in another folder", async () => {
    project.write("src/vaults/ask.ts", `import { isAcmevaultError } from "../error-codes/acmevault.js";\nexport const isOfVault = (error: unknown): boolean => isAcmevaultError(error);`);
    const asking = (code: string): string => afterGuard(code, "./vaults/ask.js").replaceAll("isAcmevaultError", "isOfVault");
    expect((await lint(asking("InvalidVault.Seeled"))).join("\n")).toContain(notForAcmevault("InvalidVault.Seeled"));
    expect(await lint(asking("InvalidVault.Sealed"))).toEqual([]);
  });

  it("a type of codes tells the service", async () => {
    expect((await lint(ofType("InvalidVault.Seeled"))).join("\n")).toContain(notForAcmevault("InvalidVault.Seeled"));
    expect(await lint(ofType("InvalidVault.Sealed"))).toEqual([]);
  });

  it("the predicates of its root are those of the package", async () => {
    const retrying = (guard: string): string => `import { hasErrorCode } from "./error-codes/index.js";
export async function open(call: () => Promise<string>): Promise<string> {
  try {
    return await call();
  } catch (error) {
    if (hasErrorCode(error, "${guard}")) return open(call);
    throw error;
  }
}
`;
    expect((await lint(retrying("AuthFailure.InvalidSecretId"))).join("\n")).toContain("no-retry-non-retryable");
    expect((await lint(retrying("InternalError"))).join("\n")).not.toContain("no-retry-non-retryable");
  });

  it("a suggestion imports from where the service is", async () => {
    const code = `import { acmevault } from "tencentcloud-sdk-nodejs";
const client = new acmevault.v20250101.Client({});
export async function create(): Promise<void> {
  for (;;) {
    try {
      await client.CreateVault({});
      return;
    } catch {
      continue;
    }
  }
}
`;
    const messages = await lintText(project, code, { codeMap }, "src/vaults/create.ts", { parser });
    const suggestion = messages.find(({ ruleId }) => ruleId === "tencentcloud/no-blind-retry")?.suggestions?.[0]?.fix.text;
    expect(suggestion).toContain('import { acmevaultErrorCodes } from "../error-codes/acmevault.js";');
  });
});

it("types of one's own code map tell what an error is, from wherever they come", async () => {
  project.write("tsconfig.json", JSON.stringify({ compilerOptions: { module: "nodenext", strict: true, types: [] }, include: ["src"] }));
  project.write("src/errors.ts", 'export type { TencentCloudApiError } from "./error-codes/index.js";\n');
  const typed = (code: string): string => `// error-codes
import type { TencentCloudApiError } from "./errors.js";
export const isSealed = (error: TencentCloudApiError): boolean => error.code === "${code}";
`;
  const languageOptions = { parser, parserOptions: { project: "./tsconfig.json", tsconfigRootDir: project.directory } };
  const lintTyped = async (code: string): Promise<readonly string[]> => {
    project.write("src/typed.ts", code);
    return (await lintText(project, code, { codeMap }, "src/typed.ts", languageOptions)).map(({ message }) => message);
  };
  expect((await lintTyped(typed("InvalidVault.Seeled"))).join("\n")).toContain('"InvalidVault.Seeled"');
  expect(await lintTyped(typed("InvalidVault.Sealed"))).toEqual([]);
});
