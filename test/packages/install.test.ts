import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { reportedRules } from "./lint-results.js";
import { packInto } from "./pack.js";
import { createProject, root, type Project } from "./project.js";
import { faulty, reportsOfFaulty, typed } from "./samples.js";

const eslintVersion = "10.15.0";

type Compiler = readonly [title: string, packageName: string, options: readonly string[]];

const current: Compiler = ["6.0, Node", "typescript", ["--module", "nodenext"]];
const compilers: readonly Compiler[] = [
  current,
  ["5.5, bundlers", "typescript-5.5", ["--module", "esnext", "--moduleResolution", "bundler"]],
  ["5.5, CommonJS", "typescript-5.5", ["--module", "commonjs", "--moduleResolution", "node10"]],
];

const esmConfig = `import tencentcloud from "eslint-plugin-tencentcloud";

export default [tencentcloud.configs.recommended, { plugins: { tencentcloud } }];
`;

const commonJsConfig = `const tencentcloud = require("eslint-plugin-tencentcloud");

module.exports = [tencentcloud.configs.recommended, { plugins: { tencentcloud } }];
`;

const lookUp = `isCbsErrorCode("InvalidDisk.Busy"), Object.keys(commonErrorCodes).length`;

const esmUser = `import { commonErrorCodes } from "tencentcloud-error-codes";
import { isCbsErrorCode } from "tencentcloud-error-codes/cbs";

console.log(${lookUp});
`;

const commonJsUser = `const { commonErrorCodes } = require("tencentcloud-error-codes");
const { isCbsErrorCode } = require("tencentcloud-error-codes/cbs");

console.log(${lookUp});
`;

interface Tarballs {
  readonly plugin: string;
  readonly codeMap: string;
}

interface Installer {
  readonly name: string;
  readonly compilers: readonly Compiler[];
  /** Installs packages of the registry and the two tarballs. */
  install(project: Project, packages: readonly string[], tarballs: Tarballs): void;
}

const installers: readonly Installer[] = [
  {
    name: "npm",
    compilers,
    install(project, packages, { plugin, codeMap }) {
      project.succeed("npm", "install", "--save-dev", "--prefer-offline", "--no-audit", "--no-fund", "--loglevel=error", ...packages, plugin, codeMap);
    },
  },
  {
    name: "pnpm's strict layout",
    // The types are the same; only how they are found differs.
    compilers: [current],
    install(project, packages, { plugin, codeMap }) {
      const pnpm = join(root, "node_modules/pnpm/bin/pnpm.cjs");
      // pnpm asks the registry for the dependency of the plugin, which may not be published yet.
      const overrides = { "tencentcloud-error-codes": codeMap };
      project.write("package.json", JSON.stringify({ ...(JSON.parse(project.read("package.json")) as object), pnpm: { overrides } }));
      project.succeed(process.execPath, pnpm, "add", "--save-dev", "--prefer-offline", "--config.hoist=false", ...packages, plugin, codeMap);
    },
  },
];

describe.each(installers)("installed by $name into an empty project", ({ install, compilers: ownCompilers }) => {
  const project = createProject({
    "package.json": JSON.stringify({ name: "empty", version: "1.0.0", private: true, type: "module" }),
    "eslint.config.mjs": esmConfig,
    "eslint.config.cjs": commonJsConfig,
    "attach.js": faulty,
    "user.mjs": esmUser,
    "user.cjs": commonJsUser,
    "typed.ts": typed,
  });

  beforeAll(() => {
    const { plugin, codeMap } = packInto(project);
    install(project, [`eslint@${eslintVersion}`, "typescript@6.0.3"], {
      plugin: `file:${join(project.directory, plugin.filename)}`,
      codeMap: `file:${join(project.directory, codeMap.filename)}`,
    });
  }, 180_000);

  afterAll(() => {
    project.remove();
  });

  it.each(["eslint.config.mjs", "eslint.config.cjs"])("lints with %s", (config) => {
    const { stdout, stderr } = project.run(process.execPath, "node_modules/eslint/bin/eslint.js", "--config", config, "--format", "json", "attach.js");
    expect(stderr).toBe("");
    expect(reportedRules(stdout)).toEqual(reportsOfFaulty);
  });

  it.each(["user.mjs", "user.cjs"])("gives the code map to %s", (program) => {
    expect(project.run(process.execPath, program)).toEqual({ status: 0, stdout: "true 38\n", stderr: "" });
  });

  it("explains a code with the catalog that comes with it", () => {
    const cli = "node_modules/eslint-plugin-tencentcloud/dist/src/bin.js";
    expect(project.succeed(process.execPath, cli, "explain", "InvalidDisk.Busy", "--service", "cbs")).toContain("InvalidDisk.Busy");
  });

  it.each(ownCompilers)("gives its types to TypeScript %s", (_version, compiler, options) => {
    const tsc = join(root, "node_modules", compiler, "bin/tsc");
    const ignoreDeprecations = compiler === "typescript" ? ["--ignoreDeprecations", "6.0"] : [];
    // The types of browsers take longer to check than all else.
    const { status, stdout } = project.run(process.execPath, tsc, "--noEmit", "--strict", "--lib", "es2023", ...options, ...ignoreDeprecations, "typed.ts");
    expect({ status, stdout }).toEqual({ status: 0, stdout: "" });
  });
});
