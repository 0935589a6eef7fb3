import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { reportedRules } from "../packages/lint-results.js";
import { packInto } from "../packages/pack.js";
import { createProject, type Project } from "../packages/project.js";

const nodes = ["20.19.0", "22", "24"];
const combinations = [
  ["9", "5.5.4"],
  ["9", "5.9.3"],
  ["9", "6.0.3"],
  ["10", "5.5.4"],
  ["10", "5.9.3"],
  ["10", "6.0.3"],
] as const;

const config = `import tencentcloud from "eslint-plugin-tencentcloud";
import tseslint from "typescript-eslint";

export default [
  {
    files: ["**/*.ts"],
    languageOptions: { parser: tseslint.parser, parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname } },
  },
  tencentcloud.configs.recommended,
];
`;

const client = `import { tke } from "tencentcloud-sdk-nodejs-tke";

export function createClient() {
  return new tke.v20180525.Client({});
}
`;

/** Only the type of the client tells that this is about TKE. */
const program = `import { createClient } from "./client.js";

export async function isGone(): Promise<boolean> {
  try {
    await createClient().DescribeClusters({});
    return false;
  } catch (error) {
    if ((error as { code?: string }).code === "ResourceNotFound.ClusterNotFond") return true;
    throw error;
  }
}
`;

const install = ["install", "--save-dev", "--prefer-offline", "--no-audit", "--no-fund", "--loglevel=error"];

/** A project that holds Node's binaries, as the registry has them for each platform. */
const binaries = createProject({ "package.json": "{}" });

function nodeBinary(version: string): string {
  const platform = process.platform === "win32" ? "win" : process.platform;
  return join(binaries.directory, "node_modules", `node-${version}`, "bin", platform === "win" ? "node.exe" : "node");
}

beforeAll(() => {
  const platform = process.platform === "win32" ? "win" : process.platform;
  binaries.succeed("npm", ...install, ...nodes.map((version) => `node-${version}@npm:node-${platform}-${process.arch}@${version}`));
});

afterAll(() => {
  binaries.remove();
});

describe.each(combinations)("ESLint %s with TypeScript %s", (eslint, typescript) => {
  let project: Project;

  beforeAll(() => {
    project = createProject({
      "package.json": JSON.stringify({ name: "user", version: "1.0.0", private: true, type: "module" }),
      "eslint.config.js": config,
      "tsconfig.json": JSON.stringify({ compilerOptions: { strict: true, module: "nodenext", skipLibCheck: true, types: [] } }),
      "client.ts": client,
      "gone.ts": program,
    });
    const { plugin, codeMap } = packInto(project);
    project.succeed(
      "npm", ...install, `eslint@${eslint}`, `typescript@${typescript}`, "typescript-eslint@8.72.0", "tencentcloud-sdk-nodejs-tke@4.1.314",
      ...[plugin, codeMap].map(({ filename }) => `file:${join(project.directory, filename)}`),
    );
  });

  afterAll(() => {
    project.remove();
  });

  it.each(nodes)("lints with types on Node %s", (node) => {
    const { stdout, stderr } = project.run(nodeBinary(node), "node_modules/eslint/bin/eslint.js", "--format", "json", "gone.ts");
    expect(stderr).toBe("");
    expect(reportedRules(stdout)).toEqual(["tencentcloud/no-undocumented-code"]);
  });
});
