import { readFileSync } from "node:fs";
import { join } from "node:path";
import { publint } from "publint";
import { formatMessage } from "publint/utils";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { packInto } from "./pack.js";
import { createProject, root } from "./project.js";

const packages = [
  ["eslint-plugin-tencentcloud", ["."]],
  // The subpaths are a pattern, which attw cannot list by itself; the modules of all services are alike.
  ["tencentcloud-error-codes", [".", "cbs", "registry", "service-actions"]],
] as const;

const project = createProject({});
const tarballs = new Map<string, string>();

beforeAll(() => {
  const { plugin, codeMap } = packInto(project);
  for (const { name, filename } of [plugin, codeMap]) tarballs.set(name, filename);
}, 60_000);

afterAll(() => {
  project.remove();
});

describe.each(packages)("%s", (name, entrypoints) => {
  it("passes publint, suggestions included", async () => {
    const { buffer } = new Uint8Array(readFileSync(join(project.directory, tarballs.get(name) ?? "")));
    const { messages, pkg } = await publint({ pack: { tarball: buffer }, level: "suggestion", strict: true });
    expect(messages.map((message) => formatMessage(message, pkg, { color: false }))).toEqual([]);
  }, 60_000);

  it("has types that resolve as its code does", () => {
    const attw = join(root, "node_modules/@arethetypeswrong/cli/dist/index.js");
    const { status, stdout, stderr } = project.run(
      process.execPath, attw, tarballs.get(name) ?? "", "--profile", "esm-only", "--format", "ascii", "--no-emoji", "--entrypoints", ...entrypoints,
    );
    expect({ status, output: status === 0 ? "" : stdout + stderr }).toEqual({ status: 0, output: "" });
  }, 60_000);
});
