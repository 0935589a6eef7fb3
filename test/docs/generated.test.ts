import { spawnSync } from "node:child_process";
import { join } from "node:path";
import { expect, it } from "vitest";
import { root } from "../packages/project.js";

it("the heads of the rules' pages and the README's table are what eslint-doc-generator writes", () => {
  const generator = join(root, "node_modules/eslint-doc-generator/dist/bin/eslint-doc-generator.js");
  const { status, stdout, stderr } = spawnSync(process.execPath, [generator, "--check"], { cwd: root, encoding: "utf8" });
  expect({ status, output: stdout + stderr }).toEqual({ status: 0, output: "" });
});
