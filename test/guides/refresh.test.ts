import { spawnSync } from "node:child_process";
import { cpSync, readFileSync, symlinkSync } from "node:fs";
import { delimiter, join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { createProject, root } from "../packages/project.js";
import { scriptsOf } from "./workflow-scripts.js";

const scripts = scriptsOf(readFileSync(join(root, ".github/workflows/refresh.yml"), "utf8"));
const goSdk = (codes: readonly string[]): Readonly<Record<string, string>> => ({
  "sdk/tencentcloud/common/go.mod": "module x\n",
  "sdk/products.md": "| cbs | [云硬盘](https://cloud.tencent.com/document/product/362) | | |\n",
  "sdk/tencentcloud/cbs/v20170312/errors.go": `package v20170312\n\nconst (\n${codes.map((code) => `\t${code.toUpperCase().replace(".", "_")} = "${code}"\n`).join("\n")})\n`,
  "sdk/tencentcloud/cbs/v20170312/client.go": 'import "github.com/tencentcloud/tencentcloud-sdk-go/tencentcloud/common"\n\nconst APIVersion = "2017-03-12"\n',
});
const project = createProject({ ...goSdk(["InvalidDisk.Busy", "ResourceBusy"]), "temp/.keep": "", "generated/.keep": "", ".changeset/.keep": "", ".gitignore": "dist\nnode_modules\nprograms\nsdk\ntemp\norigin.git\n" });
const at = (path: string): string => join(project.directory, path);

/** Runs a step of the workflow in a small copy of the repository: the SDK's address leads to a folder, and `gh` writes down what it is asked. */
function runScript(name: string): void {
  const { status, stdout, stderr } = spawnSync("bash", ["-e", "-c", scripts.get(name) ?? "exit 99"], {
    cwd: project.directory,
    encoding: "utf8",
    env: {
      ...process.env,
      PATH: [at("programs"), process.env["PATH"]].join(delimiter),
      RUNNER_TEMP: at("temp"),
      GIT_CONFIG_COUNT: "1",
      GIT_CONFIG_KEY_0: `url.${at("sdk")}.insteadOf`,
      GIT_CONFIG_VALUE_0: "https://github.com/TencentCloud/tencentcloud-sdk-go",
    },
  });
  expect({ status, output: status === 0 ? "" : stdout + stderr }).toEqual({ status: 0, output: "" });
}

function git(folder: string, ...args: readonly string[]): string {
  return project.succeed("git", "-C", folder, "-c", "user.name=A", "-c", "user.email=a@example.com", "-c", "core.autocrlf=false", ...args);
}

function commitSdk(codes: readonly string[]): void {
  for (const [path, text] of Object.entries(goSdk(codes))) project.write(path, text);
  git("sdk", "add", ".");
  git("sdk", "commit", "--quiet", "--message", "Release");
}

beforeAll(() => {
  symlinkSync(join(root, "dist"), at("dist"), "junction");
  cpSync(join(root, "catalog/retry.json"), at("catalog/retry.json"));
  project.write("programs/gh", `#!/bin/sh\nprintf '%s\\n' "$*" >> "$RUNNER_TEMP/gh.txt"\n`);
  project.succeed("chmod", "+x", "programs/gh");
  project.succeed("git", "init", "--quiet", "sdk");
  commitSdk(["InvalidDisk.Busy", "ResourceBusy"]);
  project.succeed(process.execPath, join(root, "dist/src/bin.js"), "import", "sdk");
  project.succeed(process.execPath, join(root, "dist/src/bin.js"), "generate");
  project.succeed("git", "init", "--quiet", "--bare", "origin.git");
  git(".", "init", "--quiet");
  git(".", "remote", "add", "origin", at("origin.git"));
  git(".", "add", ".");
  git(".", "commit", "--quiet", "--message", "Begin");
  commitSdk(["InvalidDisk.Busy", "ResourceInsufficient.Disk"]);
});

afterAll(() => {
  project.remove();
});

// The steps of one run, one after the other.
describe("the weekly refresh", () => {
  it("says what changed as diff says it", () => {
    runScript("Read the sources");
    git(".", "archive", "--output", at("temp/before.tar"), "HEAD", "catalog");
    project.succeed("tar", "-x", "-f", at("temp/before.tar"), "-C", at("temp"));
    const { stdout } = project.run(process.execPath, join(root, "dist/src/bin.js"), "diff", "temp/catalog", "catalog", "--format", "markdown");
    expect(project.read("temp/changes.md")).toBe(stdout);
    expect(stdout).toMatch(/^### Breaking changes\n\n\*\*cbs\*\*\n\n- codes removed: `ResourceBusy` \(pending\)\n/);
  });

  it("opens a pull request with that text and the numbers", () => {
    runScript("Open a pull request");
    expect(project.read("temp/gh.txt")).toMatch(/^pr create --head refresh-catalog --title Refresh the catalog --body-file .*short\.md\n$/);
    expect(project.read("temp/short.md").startsWith(project.read("temp/changes.md"))).toBe(true);
    expect(project.read("temp/short.md")).toMatch(/### Numbers\n\n```text\n[^`]*TencentCloud\/tencentcloud-sdk-go, commit [0-9a-f]{40} of \d{4}-\d\d-\d\d/);
    expect(git(".", "ls-tree", "-r", "--name-only", "refresh-catalog").split("\n")).toEqual(expect.arrayContaining([".changeset/refreshed-catalog.md", "catalog/services/cbs.json", "generated/src/cbs.ts"]));
    expect(git("origin.git", "log", "-1", "--format=%s", "refresh-catalog")).toBe("Refresh the catalog\n");
  });

  it("opens none when nothing has changed", () => {
    project.write("temp/gh.txt", "");
    project.succeed("rm", "-rf", "temp/sdk");
    runScript("Read the sources");
    runScript("Open a pull request");
    expect(project.read("temp/gh.txt")).toBe("");
  });
});
