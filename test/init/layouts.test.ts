import { clearCaches } from "@typescript-eslint/parser";
import { afterAll, afterEach, describe, expect, it } from "vitest";
import type { Project } from "../packages/project.js";
import { linted, runInitIn, startProject } from "./linted.js";

const compilerOptions = { strict: true, module: "nodenext", target: "es2022", noEmit: true, skipLibCheck: true, types: [] };

function tsconfig(rest: object): string {
  return JSON.stringify({ compilerOptions, ...rest });
}

/** Only the parameter's type says that it is an error of the API. */
const typed = `import type { TencentCloudError } from "tencentcloud-error-codes";

export function isBusy(error: TencentCloudError): boolean {
  return error.code === "InvalidDisk.Bussy";
}
`;
const tool = "export default { test: true } as const;\n";
const found = ["tencentcloud/no-undocumented-code"];

let project: Project;

afterEach(() => {
  project.remove();
});

// What the parser keeps of projects that are gone.
afterAll(clearCaches);

async function init(folder = "."): Promise<string> {
  const { status, stdout, stderr } = await runInitIn(project, folder, "--write");
  expect({ status, stderr }).toEqual({ status: 0, stderr: "" });
  return stdout;
}

describe("init --write leaves a project that lints", () => {
  it("where tsconfig.json includes one folder, and tools keep their files at the top", async () => {
    project = startProject({ "package.json": '{ "type": "module" }', "tsconfig.json": tsconfig({ include: ["lib"] }), "lib/disks.ts": typed, "vitest.config.ts": tool, "scripts/seed.ts": tool });
    await init();
    expect(await linted(project)).toEqual({ "eslint.config.js": [], "lib/disks.ts": found, "lib/tencentcloud-errors.ts": [], "scripts/seed.ts": [], "vitest.config.ts": [] });
    expect(project.read("eslint.config.js")).toContain('files: ["*.{ts,tsx,mts,cts}", "scripts/**"]');
  });

  it("where tsconfig.json leaves files of an included folder out", async () => {
    const files = { "package.json": "{}", "tsconfig.json": tsconfig({ exclude: ["**/*.test.ts"] }), "src/disks.ts": typed, "src/disks.test.ts": tool, "src/[id].test.ts": tool };
    project = startProject(files);
    await init();
    expect(await linted(project)).toEqual({ "eslint.config.js": [], "src/[id].test.ts": [], "src/disks.test.ts": [], "src/disks.ts": found, "src/tencentcloud-errors.ts": [] });
  });

  it("where tsconfig.json names its files, of which one imports another", async () => {
    const main = 'export { isBusy } from "./disks.js";\n';
    project = startProject({ "package.json": '{ "type": "module" }', "tsconfig.json": tsconfig({ files: ["main.ts"] }), "main.ts": main, "disks.ts": typed });
    await init();
    expect(await linted(project)).toEqual({ "disks.ts": found, "eslint.config.js": [], "main.ts": [], "tencentcloud-errors.ts": [] });
  });

  it("where tsconfig.json only references others", async () => {
    const references = { files: [], references: [{ path: "./tsconfig.app.json" }] };
    project = startProject({ "package.json": '{ "type": "module" }', "tsconfig.json": JSON.stringify(references), "tsconfig.app.json": JSON.stringify({ compilerOptions: { ...compilerOptions, composite: true }, include: ["app"] }), "app/disks.ts": typed, "vite.config.ts": tool });
    await init();
    expect(await linted(project)).toEqual({ "app/disks.ts": found, "app/tencentcloud-errors.ts": [], "eslint.config.js": [], "vite.config.ts": [] });
  });

  it("where there is no tsconfig.json", async () => {
    project = startProject({ "package.json": '{ "devDependencies": { "typescript": "*" } }', "main.ts": tool });
    await init();
    expect(await linted(project)).toEqual({ "eslint.config.js": [], "main.ts": [], "tencentcloud-errors.ts": [] });
  });

  it("at the top of a monorepo and then in a package", async () => {
    project = startProject({
      "package.json": '{ "type": "module", "workspaces": ["packages/*"] }',
      "scripts/release.ts": tool,
      "packages/disks/package.json": '{ "type": "module" }',
      "packages/disks/tsconfig.json": tsconfig({ include: ["source"] }),
      "packages/disks/source/disks.ts": typed,
      "packages/disks/vitest.config.ts": tool,
    });
    expect(await init()).toContain("The packages of this monorepo have the sources: run `tencentcloud-codes init --write` in one of them");
    expect(await init("packages/disks")).toContain("../../eslint.config.js uses eslint-plugin-tencentcloud already.");
    expect(await linted(project)).toEqual({
      "eslint.config.js": [],
      "packages/disks/source/disks.ts": found,
      "packages/disks/source/tencentcloud-errors.ts": [],
      "packages/disks/vitest.config.ts": [],
      "scripts/release.ts": [],
    });
  });

  it("of JavaScript modules", async () => {
    const disks = 'import { cbs } from "tencentcloud-sdk-nodejs";\nexport const isBusy = (client = new cbs.v20170312.Client({})) => client.AttachDisks({}).catch((error) => error.code === "InvalidDisk.Bussy");\n';
    project = startProject({ "package.json": '{ "type": "module" }', "disks.js": disks });
    await init();
    expect(await linted(project)).toEqual({ "disks.js": found, "eslint.config.js": [], "tencentcloud-errors.js": [] });
  });

  it("of JavaScript in CommonJS", async () => {
    const disks = 'const { cbs } = require("tencentcloud-sdk-nodejs");\nexports.isBusy = (client = new cbs.v20170312.Client({})) => client.AttachDisks({}).catch((error) => error.code === "InvalidDisk.Bussy");\n';
    project = startProject({ "package.json": "{}", "lib/disks.js": disks });
    await init();
    expect(await linted(project)).toEqual({ "eslint.config.js": [], "lib/disks.js": found, "tencentcloud-errors.js": [] });
  });
});

describe("init with a configuration of one's own", () => {
  it("puts the handler where tsconfig.json includes it, and what it says to add lints", async () => {
    project = startProject({ "package.json": '{ "type": "module" }', "tsconfig.json": tsconfig({ include: ["lib"] }), "lib/disks.ts": typed, "vite.config.ts": tool, "eslint.config.js": "export default [];\n" });
    const { status, stdout } = await runInitIn(project, ".", "--write");
    expect(status).toBe(1);
    const [, imports = "", entries = ""] = /at its top:\n\n(.*)\n\nand this to the end of the list that it exports:\n\n(.*)\n\nInstall/su.exec(stdout) ?? [];
    project.write("eslint.config.js", `${imports}\nexport default [\n${entries}\n];\n`);
    expect(await linted(project)).toEqual({ "eslint.config.js": [], "lib/disks.ts": found, "lib/tencentcloud-errors.ts": [], "vite.config.ts": [] });
  });

  it("exits with 0 when it only prints", async () => {
    project = startProject({ "package.json": "{}", "eslint.config.mjs": "export default [];\n" });
    expect((await runInitIn(project, ".")).status).toBe(0);
  });
});
