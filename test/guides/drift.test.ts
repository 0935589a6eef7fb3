import { spawnSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { delimiter, join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { root } from "../packages/project.js";
import { createGuidedProject } from "./guided-project.js";
import { stepsOf } from "./guide-steps.js";
import { scriptsOf } from "./workflow-scripts.js";

const guide = readFileSync(join(root, "docs/drift.md"), "utf8");
const blockOf = (language: string): string => new RegExp(`^\`\`\`${language}\\n([^]*?)^\`\`\``, "m").exec(guide)?.[1] ?? "";
const scripts = scriptsOf(blockOf("yaml"));
const { project, run } = createGuidedProject();
const page = stepsOf("docs/new-service.md").find((step) => step.kind === "file" && step.path.startsWith("pages/"));
let base = "";

/** Runs a script of the workflow as GitHub's runner does. `gh` is a program that writes down what it is asked. */
function runScript(name: string): { readonly status: number | null; readonly output: string } {
  const { directory } = project;
  const { status, stdout, stderr } = spawnSync("bash", ["-e", "-c", scripts.get(name) ?? "exit 99"], {
    cwd: directory,
    encoding: "utf8",
    env: {
      ...process.env,
      PATH: [join(directory, "programs"), process.env["PATH"]].join(delimiter),
      BASE: base,
      RUNNER_TEMP: join(directory, "temp"),
      GITHUB_STEP_SUMMARY: join(directory, "temp/summary.md"),
      PULL_REQUEST: "https://github.com/acme/vaults/pull/7",
    },
  });
  return { status, output: stdout + stderr };
}

function git(...args: readonly string[]): string {
  return project.succeed("git", "-c", "user.name=A", "-c", "user.email=a@example.com", "-c", "core.autocrlf=false", ...args).trim();
}

function importAndGenerate(): void {
  const commands = blockOf("sh").trim().split("\n");
  expect(commands.map(run).map(({ status }) => status)).toEqual(commands.map(() => 0));
}

beforeAll(() => {
  if (page?.kind !== "file") throw new Error("The guide for a new service has no page.");
  run("npm install eslint-plugin-tencentcloud ts-morph");
  project.write(page.path, page.text);
  project.write("temp/.keep", "");
  project.write(".gitignore", "node_modules\ntemp\nprograms\n");
  // In place of npx and gh, whose own work is not what is tested.
  project.write("programs/npx", `#!/bin/sh\nshift\nexec "${process.execPath}" "${join(root, "dist/src/bin.js")}" "$@"\n`);
  project.write("programs/gh", `#!/bin/sh\nprintf '%s\\n' "$*" > "$RUNNER_TEMP/gh.txt"\n`);
  project.succeed("chmod", "+x", "programs/npx", "programs/gh");
  importAndGenerate();
  git("init", "--quiet");
  git("add", ".");
  git("commit", "--quiet", "--message", "Add the catalog");
  base = git("rev-parse", "HEAD");
  project.write(page.path, page.text.replace(/\| LimitExceeded\.Vaults .*\n/, "").replace("sealed. Try again later.", "sealed."));
});

afterAll(() => {
  project.remove();
});

// The steps follow each other as in a pull request.
describe("the workflow against drift", () => {
  it("accepts a code map that is what the catalog says", () => {
    expect(runScript("Check that the code map is what the catalog says")).toEqual({ status: 0, output: "src/error-codes is what the catalog says.\n" });
  });

  it("fails where the catalog was changed alone", () => {
    run("npx tencentcloud-codes import pages --catalog codes/catalog");
    const { status, output } = runScript("Check that the code map is what the catalog says");
    expect(status).toBe(1);
    expect(output).toMatch(/^src\/error-codes is not what the catalog says:\n[^]*acmevault\.ts/);
  });

  it("says what a changed page changes, as the guide shows it", () => {
    importAndGenerate();
    expect(runScript("Say what changes")).toEqual({ status: 0, output: "" });
    expect(project.read("temp/changes.md")).toBe(blockOf("markdown"));
    expect(project.read("temp/summary.md")).toBe(project.read("temp/changes.md"));
  });

  it("says it in the pull request, as far as a comment can be long", () => {
    const { directory } = project;
    project.write("temp/changes.md", "x".repeat(70_000));
    expect(runScript("Say it in the pull request").status).toBe(0);
    expect(project.read("temp/comment.md")).toHaveLength(60_000);
    expect(project.read("temp/gh.txt")).toBe(`pr comment https://github.com/acme/vaults/pull/7 --edit-last --create-if-none --body-file ${join(directory, "temp/comment.md")}\n`);
  });

  it("compares with nothing where the base has no catalog", () => {
    git("checkout", "--quiet", "--orphan", "empty");
    git("reset", "--quiet");
    base = git("commit-tree", git("write-tree"), "-m", "Empty");
    project.succeed("rm", "-r", "temp/base");
    expect(runScript("Say what changes").status).toBe(0);
    expect(project.read("temp/changes.md")).toContain("- services added: `acmevault` (2 codes, 1 action)");
  });

  it("fails where a catalog cannot be read", () => {
    project.write("codes/catalog/services/acmevault.json", "{");
    expect(runScript("Say what changes")).toEqual({ status: 1, output: expect.stringContaining("codes/catalog/services/acmevault.json:1:2: The file is not valid JSON") as string });
  });
});
