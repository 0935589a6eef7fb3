import { join } from "node:path";
import { ESLint, type Linter } from "eslint";
import { expect } from "vitest";
import plugin from "../../rules/index.js";
import { cli } from "../commands/run-cli.js";
import { createProject } from "../packages/project.js";
import { apiPage } from "./pages.js";

export type OwnMapProject = ReturnType<typeof createProject>;

/** A project whose folder `src/error-codes` is a code map of the service `acmevault`, made of two pages. */
export async function createOwnMapProject(): Promise<OwnMapProject> {
  const project = createProject({
    "pages/CreateVault.md": apiPage("CreateVault", ["InvalidVault.Sealed", "ResourceInUse.VaultOpening"]),
    "pages/OpenVault.md": apiPage("OpenVault", ["InvalidVault.Sealed", "FailedOperation.VaultBroken"]),
  });
  await makeCodeMap(project, "pages", "catalog", "src/error-codes");
  return project;
}

/** Imports pages into a catalog of their own, and writes its code map. */
export async function makeCodeMap({ directory }: OwnMapProject, pages: string, catalog: string, out: string): Promise<void> {
  expect(await cli("import", join(directory, pages), "--catalog", join(directory, catalog))).toMatchObject({ code: 0 });
  expect(await cli("generate", "--catalog", join(directory, catalog), "--out", join(directory, out))).toMatchObject({ code: 0, stderr: "" });
}

/** What all rules say about a file of the project, which need not be there, with suggestions. */
export async function lintText({ directory }: OwnMapProject, code: string, settings: object, filePath = "app.js", languageOptions: Linter.Config["languageOptions"] = {}): Promise<readonly Linter.LintMessage[]> {
  const config = { files: ["**/*.js", "**/*.ts"], languageOptions, plugins: { tencentcloud: plugin }, rules: plugin.configs.strict.rules, settings: { tencentcloud: settings } } as unknown as Linter.Config;
  const [result] = await new ESLint({ cwd: directory, overrideConfigFile: true, overrideConfig: [config] }).lintText(code, { filePath: join(directory, filePath) });
  return result?.messages ?? [];
}
