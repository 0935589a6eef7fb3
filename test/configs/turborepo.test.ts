import { mkdirSync, symlinkSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { afterAll, describe, expect, it } from "vitest";
import { createProject, root } from "../packages/project.js";
import { faulty } from "../packages/samples.js";

const config = `import tencentcloud from ${JSON.stringify(pathToFileURL(join(root, "dist/rules/index.js")).href)};

export default [tencentcloud.configs.recommended];
`;

const lint = JSON.stringify({ lint: `node ${join(root, "node_modules/eslint/bin/eslint.js")} .` });

function member(name: string, dependencies: Readonly<Record<string, string>> = {}): string {
  return `{ "name": "${name}", "version": "1.0.0", "type": "module", "exports": "./index.js", "scripts": ${lint}, "dependencies": ${JSON.stringify(dependencies)} }`;
}

const codes = 'export const GONE = "InvalidDisk.Busy";\n';
const handler = `import { cbs } from "tencentcloud-sdk-nodejs";
import { GONE } from "codes";
const client = new cbs.v20170312.Client({});
export async function attach(request) { try { return await client.AttachDisks(request); } catch (error) { if (error.code === GONE) return; throw error; } }
`;

const project = createProject({
  ".gitignore": "node_modules\n.turbo\n",
  "package.json": JSON.stringify({ name: "monorepo", private: true, packageManager: "npm@11.0.0", workspaces: ["packages/*"] }),
  "turbo.json": JSON.stringify({ tasks: { transit: { dependsOn: ["^transit"] }, lint: { dependsOn: ["transit"], inputs: ["$TURBO_DEFAULT$", "$TURBO_ROOT$/eslint.config.js"] } } }),
  "package-lock.json": JSON.stringify({ name: "monorepo", lockfileVersion: 3, requires: true, packages: {} }),
  "eslint.config.js": config,
  "packages/disks/package.json": member("disks"),
  "packages/disks/attach.js": faulty,
  "packages/clusters/package.json": member("clusters"),
  "packages/clusters/index.js": "export const clusters = [];\n",
  "packages/codes/package.json": member("codes"),
  "packages/codes/index.js": codes,
  "packages/handlers/package.json": member("handlers", { codes: "*" }),
  "packages/handlers/index.js": handler,
});

mkdirSync(join(project.directory, "node_modules"), { recursive: true });
symlinkSync(join(project.directory, "packages/codes"), join(project.directory, "node_modules/codes"), "junction");

// Turborepo takes from git what is a source and what is not.
project.succeed("git", "init", "--quiet");

function runLint(): { status: number | null; output: string } {
  const turbo = join(root, "node_modules/turbo/bin/turbo");
  const { status, stdout, stderr } = project.run(process.execPath, turbo, "run", "lint", "--continue");
  return { status, output: stdout + stderr };
}

afterAll(() => {
  project.remove();
});

// One session: what is cached depends on the runs before.
describe("a monorepo's lint task under Turborepo", () => {
  it("reports in the package that has a fault", () => {
    const { status, output } = runLint();
    expect(status).toBe(1);
    expect(output).toContain("disks:lint");
    expect(output).toContain("tencentcloud/no-undocumented-code");
  });

  it("comes from the cache for the package that passed", () => {
    expect(runLint().output).toMatch(/clusters:lint: cache hit/);
  });

  it("runs again in a package that imports one which has changed, and sees what changed there", () => {
    expect(runLint().output).toMatch(/handlers:lint: cache hit/);
    project.write("packages/codes/index.js", codes.replace("InvalidDisk.Busy", "InvalidDisk.Bussy"));
    const { output } = runLint();
    expect(output).toMatch(/handlers:lint: cache miss/);
    expect(output).toMatch(/handlers:lint:.*"InvalidDisk\.Bussy" is not a documented error code .* This is seen through `GONE` of .*codes\/index\.js/);
    expect(output).toMatch(/clusters:lint: cache hit/);
  });

  it("runs again after the configuration has changed", () => {
    project.write("eslint.config.js", config.replace("recommended", "strict"));
    expect(runLint().output).toMatch(/clusters:lint: cache miss/);
  });
});
