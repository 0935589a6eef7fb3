import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { afterAll, describe, expect, it } from "vitest";
import { parseResults } from "../packages/lint-results.js";
import { createProject, root } from "../packages/project.js";
import { faulty } from "../packages/samples.js";

const config = `import tencentcloud from ${JSON.stringify(pathToFileURL(join(root, "dist/rules/index.js")).href)};

export default [tencentcloud.configs.recommended];
`;

const strictConfig = config.replace("recommended", "strict");

const project = createProject({
  "package.json": JSON.stringify({ private: true, type: "module" }),
  "eslint.config.js": config,
  "strict.config.js": strictConfig,
  "attach.js": faulty,
  "detach.js": faulty.replaceAll("AttachDisks", "DetachDisks"),
});

/** How many reports each file gets, under the arguments given. */
function reports(eslint: string, ...args: readonly string[]): number[] {
  // What it prints on standard error is advice, such as not to use several threads for two files.
  const { stdout } = project.run(process.execPath, join(root, "node_modules", eslint, "bin/eslint.js"), "--format", "json", ...args, "attach.js", "detach.js");
  return parseResults(stdout).map(({ messages }) => messages.length);
}

afterAll(() => {
  project.remove();
});

describe.each([
  ["9", "eslint-9"],
  ["10", "eslint"],
])("the command line of ESLint %s", (version, eslint) => {
  it("gives the same reports from its cache", () => {
    const location = `--cache-location=.cache-${version}`;
    const first = reports(eslint, "--cache", location);
    expect(first).toEqual([2, 2]);
    expect(reports(eslint, "--cache", location)).toEqual(first);
  }, 30_000);

  it("does not take the reports of one configuration from the cache of another", () => {
    const location = `--cache-location=.cache-of-two-${version}`;
    reports(eslint, "--cache", location);
    expect(reports(eslint, "--cache", location, "--config", "strict.config.js")).toEqual([3, 3]);
  }, 30_000);

  it("gives the same reports from several threads", () => {
    expect(reports(eslint, "--concurrency=2")).toEqual([2, 2]);
  }, 30_000);

  it("prints the configuration", () => {
    const output = project.succeed(process.execPath, join(root, "node_modules", eslint, "bin/eslint.js"), "--print-config", "attach.js");
    const { plugins } = JSON.parse(output) as { plugins: string[] };
    expect(plugins).toContainEqual(expect.stringMatching(/^tencentcloud:eslint-plugin-tencentcloud@\d+\.\d+\.\d+/));
  }, 30_000);
});
