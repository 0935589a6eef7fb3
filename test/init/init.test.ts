import { readFileSync } from "node:fs";
import { join } from "node:path";
import { clearCaches } from "@typescript-eslint/parser";
import { afterAll, afterEach, describe, expect, it } from "vitest";
import { root, type Project, type Run } from "../packages/project.js";
import { linted, runInitIn, startProject } from "./linted.js";

const faultyTypeScript = `import type { tke } from "tencentcloud-sdk-nodejs-tke";

export async function clusterExists(client: InstanceType<typeof tke.v20180525.Client>): Promise<boolean> {
  try {
    await client.DescribeClusters({ ClusterIds: ["cls-1"] });
    return true;
  } catch (error) {
    if ((error as { code?: string }).code === "ResourceNotFound.ClusterNotFond") return false;
    throw error;
  }
}
`;

const faultyJavaScript = `const { cbs } = require("tencentcloud-sdk-nodejs");

const client = new cbs.v20170312.Client({});

exports.isBusy = async () => {
  try {
    await client.AttachDisks({ InstanceId: "ins-1", DiskIds: ["disk-1"] });
    return false;
  } catch (error) {
    if (error.code === "InvalidDisk.Bussy") return true;
    throw error;
  }
};
`;

const tsconfig = JSON.stringify({ compilerOptions: { strict: true, module: "nodenext", target: "es2022", noEmit: true, skipLibCheck: true, types: [] }, include: ["src"] });

let project: Project;

function start(files: Readonly<Record<string, string>>): void {
  project = startProject(files);
}

async function init(...args: readonly string[]): Promise<Run> {
  return runInitIn(project, ".", ...args);
}

/** What `init` says about a configuration that is there. */
function added(output: string): string {
  return output.slice(output.indexOf("eslint.config."), output.indexOf("\nThen lint:"));
}

afterEach(() => {
  project.remove();
});

// What the parser keeps of projects that are gone.
afterAll(clearCaches);

describe("init --write", () => {
  it("takes nothing of a hostile tsconfig.json for a pattern, a line or a place", async () => {
    start({ "package.json": "{}", "tsconfig.json": '{ "compilerOptions": { "outDir": "lib\u202e*" }, "include": ["a\\nforged", ".git/hooks", "node_modules/b"] }', "src/a.ts": "" });
    const { status, stdout } = await init("--write");
    expect(status).toBe(0);
    expect(readFileSync(join(project.directory, "eslint.config.js"), "utf8")).toContain(String.raw`"lib\u202e\\*/"`);
    expect(stdout).toContain("\nsrc/tencentcloud-errors.ts was written.\n");
  });

  it("makes a TypeScript project of ES modules lint with types, with a handler that compiles", async () => {
    start({ "package.json": '{ "type": "module" }', "tsconfig.json": tsconfig, "src/clusters.ts": faultyTypeScript });
    expect((await init("--write")).status).toBe(0);
    expect(await linted(project)).toEqual({ "eslint.config.js": [], "src/clusters.ts": ["tencentcloud/no-undocumented-code"], "src/tencentcloud-errors.ts": [] });
    project.succeed(process.execPath, join(root, "node_modules/typescript-7.0/bin/tsc"), "-p", ".");
  });

  it("makes a TypeScript project of CommonJS lint with types", async () => {
    start({ "package.json": "{}", "tsconfig.json": tsconfig, "src/clusters.ts": faultyTypeScript });
    expect((await init("--write")).status).toBe(0);
    expect(await linted(project)).toEqual({ "eslint.config.js": [], "src/clusters.ts": ["tencentcloud/no-undocumented-code"], "src/tencentcloud-errors.ts": [] });
    project.succeed(process.execPath, join(root, "node_modules/typescript-7.0/bin/tsc"), "-p", ".");
  });

  it("makes a JavaScript project of CommonJS lint, with a handler that runs", async () => {
    start({ "package.json": "{}", "src/busy.js": faultyJavaScript });
    expect((await init("--write")).status).toBe(0);
    expect(await linted(project)).toEqual({ "eslint.config.js": [], "src/busy.js": ["tencentcloud/no-undocumented-code"], "src/tencentcloud-errors.js": [] });
    const program = 'console.log(require("./src/tencentcloud-errors.js").remedyForCbs("RequestLimitExceeded"))';
    expect(project.succeed(process.execPath, "--eval", program)).toBe("retry later\n");
  });

  it("leaves a configuration that is there as it is, and says what to add", async () => {
    start({ "package.json": '{ "type": "module" }', "eslint.config.mjs": "export default [];\n" });
    const { status, stdout } = await init("cbs", "--write");
    expect(status).toBe(1);
    expect(project.read("eslint.config.mjs")).toBe("export default [];\n");
    expect(stdout).toContain('import tencentcloud from "eslint-plugin-tencentcloud";');
  });

  it("makes a configuration that leaves out what is built", async () => {
    const compiled = { "dist/busy.js": faultyJavaScript, "lib/busy.js": faultyJavaScript, "packages/disks/dist/busy.js": faultyJavaScript };
    start({ "package.json": "{}", "tsconfig.json": '{ "compilerOptions": { "outDir": "./lib" }, "include": ["src"] }', "src/clusters.ts": faultyTypeScript, ...compiled });
    expect((await init("--write")).status).toBe(0);
    expect(readFileSync(join(project.directory, "eslint.config.js"), "utf8")).toContain('{ ignores: ["**/dist/", "lib/"] }');
    expect(Object.keys(await linted(project))).toEqual(["eslint.config.js", "src/clusters.ts", "src/tencentcloud-errors.ts"]);
  });

  it("leaves a handler that is there as it is", async () => {
    start({ "package.json": '{ "type": "module" }', "tencentcloud-errors.js": "export const mine = 1;\n" });
    expect((await init("cbs", "--write")).status).toBe(1);
    expect(project.read("tencentcloud-errors.js")).toBe("export const mine = 1;\n");
  });
});

describe("init", () => {
  it("prints what it would write", async () => {
    start({ "package.json": '{ "type": "module" }', "pnpm-lock.yaml": "" });
    expect((await init("tke", "cbs")).stdout).toMatchInlineSnapshot(`
      "Project: JavaScript, ES modules.
      Services: cbs, tke.

      // tencentcloud-errors.js

      import { retryClassOf } from "tencentcloud-error-codes";
      import { cbsErrorCodes } from "tencentcloud-error-codes/cbs";
      import { tkeErrorCodes } from "tencentcloud-error-codes/tke";

      /** What can be done about a call that failed with an error of a retry class. */
      const remedies = {
        throttled: "retry later",
        transient: "retry later if it is idempotent",
        pending: "wait for the resource, then retry",
        renew: "renew the credentials, then retry once",
        permanent: "give up",
        unclassified: "give up",
      };

      /** What can be done about a call of cbs that threw an error. */
      export function remedyForCbs(error) {
        return remedies[retryClassOf(error, cbsErrorCodes)];
      }

      /** What can be done about a call of tke that threw an error. */
      export function remedyForTke(error) {
        return remedies[retryClassOf(error, tkeErrorCodes)];
      }

      // eslint.config.js

      import tencentcloud from "eslint-plugin-tencentcloud";

      export default [
        { ignores: ["**/dist/"] },
        tencentcloud.configs.recommended,
        // For errors of which the code does not tell the service.
        { settings: { tencentcloud: { services: ["cbs", "tke"] } } },
      ];

      Install what is missing:

        pnpm add --save-dev eslint-plugin-tencentcloud eslint
        pnpm add tencentcloud-error-codes

      Then lint:

        npx eslint .
      "
    `);
  });

  it("writes nothing", async () => {
    start({ "package.json": "{}" });
    await init();
    expect(() => project.read("eslint.config.js")).toThrow("ENOENT");
  });

  it("says what to add to a configuration in CommonJS", async () => {
    start({ "package.json": "{}", "eslint.config.cjs": "module.exports = [];\n" });
    expect((await init()).stdout).toContain('const tencentcloud = require("eslint-plugin-tencentcloud");');
  });

  it("adds neither a parser nor an import that a configuration has already, and imports as the configuration does", async () => {
    const config = 'import tseslint from "typescript-eslint";\n\nexport default [...tseslint.configs.recommendedTypeChecked, { languageOptions: { parserOptions: { projectService: true } } }];\n';
    start({ "package.json": "{}", "tsconfig.json": tsconfig, "eslint.config.mjs": config });
    expect(added((await init("tke")).stdout)).toMatchInlineSnapshot(`
      "eslint.config.mjs is there already. Add this at its top:

      import tencentcloud from "eslint-plugin-tencentcloud";

      and this to the end of the list that it exports:

        tencentcloud.configs.recommended,
        // For errors of which the code does not tell the service.
        { settings: { tencentcloud: { services: ["tke"] } } },

      Install what is missing:

        npm install --save-dev eslint-plugin-tencentcloud eslint typescript-eslint
        npm install tencentcloud-error-codes
      "
    `);
  });

  it("adds only the types to a configuration that parses TypeScript without them", async () => {
    const config = 'import tseslint from "typescript-eslint";\n\nexport default tseslint.configs.recommended;\n';
    start({ "package.json": "{}", "tsconfig.json": tsconfig, "eslint.config.mjs": config });
    expect(added((await init("tke")).stdout)).toMatchInlineSnapshot(`
      "eslint.config.mjs is there already. Add this at its top:

      import tencentcloud from "eslint-plugin-tencentcloud";

      and this to the end of the list that it exports:

        {
          files: ["**/*.{ts,tsx,mts,cts}"],
          languageOptions: {
            parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname },
          },
        },
        {
          // No tsconfig.json includes these files: they are linted without types.
          files: ["*.{ts,tsx,mts,cts}"],
          languageOptions: { parserOptions: { projectService: false } },
        },
        tencentcloud.configs.recommended,
        // For errors of which the code does not tell the service.
        { settings: { tencentcloud: { services: ["tke"] } } },

      Install what is missing:

        npm install --save-dev eslint-plugin-tencentcloud eslint typescript-eslint
        npm install tencentcloud-error-codes
      "
    `);
  });

  it("says that a configuration has the plugin already", async () => {
    start({ "package.json": "{}", "eslint.config.cjs": 'const tencentcloud = require("eslint-plugin-tencentcloud");\n' });
    expect((await init()).stdout).toContain("eslint.config.cjs uses eslint-plugin-tencentcloud already.");
  });

  it("says that ESLint does not read a configuration of the old kind", async () => {
    start({ "package.json": "{}", ".eslintrc.json": "{}" });
    expect((await init()).stdout).toContain(".eslintrc.json is a configuration that ESLint 9 and later do not read");
  });

  it.each([
    ["a workspace of pnpm, which gets no example at its top", 'packages:\n  - "packages/*"\n', "The packages of this monorepo have the sources"],
    ["a package with settings of pnpm, which gets one", "onlyBuiltDependencies:\n  - esbuild\n", "// tencentcloud-errors.js\n"],
  ])("tells %s", async (_name, settings, said) => {
    start({ "package.json": "{}", "pnpm-workspace.yaml": settings });
    expect((await init()).stdout).toContain(said);
  });

  it("refuses a name that no service has", async () => {
    start({ "package.json": "{}" });
    expect(await init("cbss")).toEqual({ status: 2, stdout: "", stderr: 'The code map has no service "cbss". Did you mean cbs, cds, cfs?\n' });
  });

  it("refuses a folder that is no project", async () => {
    start({});
    expect(await init()).toEqual({ status: 2, stdout: "", stderr: "package.json: There is no package.json here; run init in the folder of a project.\n" });
  });

  it.each([
    ["an array", "[]", "package.json: It is no JSON object, so it cannot be a package.json."],
    ["no JSON", '{\r  "name": "a",\r}', 'package.json:3:1: The file is not valid JSON: there is an unexpected "}".'],
    ["JSON after two byte order marks", "\ufeff\ufeff{}", String.raw`package.json:1:1: The file is not valid JSON: there is an unexpected "\ufeff".`],
  ])("refuses a package.json that is %s", async (_name, text, line) => {
    start({ "package.json": text });
    expect(await init()).toEqual({ status: 2, stdout: "", stderr: `${line}\n` });
  });
});
