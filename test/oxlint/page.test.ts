import { readFileSync, symlinkSync } from "node:fs";
import { join } from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import plugin from "../../rules/index.js";
import { createProject, root } from "../packages/project.js";
import { faulty } from "../packages/samples.js";

type Rules = Readonly<Record<string, unknown>>;

const page = readFileSync(join(root, "docs/oxlint.md"), "utf8");
const [configuration = "", strictRules = ""] = [...page.matchAll(/^```json\n(.*?)^```$/gms)].map(([, json]) => json);
const { rules } = JSON.parse(configuration) as { rules: Rules };

const project = createProject({ ".oxlintrc.json": configuration, "attach.js": faulty });
symlinkSync(join(root, "node_modules"), join(project.directory, "node_modules"), "junction");

afterAll(() => {
  project.remove();
});

describe("the page about oxlint", () => {
  it("shows a configuration with the rules of the recommended one", () => {
    expect(rules).toEqual(plugin.configs.recommended.rules);
  });

  it("tells what makes it the strict one", () => {
    const { rules: options } = JSON.parse(strictRules) as { rules: Rules };
    expect({ ...rules, ...options }).toEqual(plugin.configs.strict.rules);
  });

  it("shows a configuration that oxlint runs as it stands", () => {
    const { stdout } = project.run(process.execPath, join(root, "node_modules/oxlint/bin/oxlint"), "attach.js");
    expect(stdout).toContain("tencentcloud(no-undocumented-code)");
  });
});
