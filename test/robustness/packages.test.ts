import { join } from "node:path";
import { describe, expect, it } from "vitest";
import plugin from "../../rules/index.js";
import { lintFile, sourceFiles, typedProgram } from "../../bench/robustness.js";

const root = join(import.meta.dirname, "../..");
/** Packages of all kinds: parsers with deep code, a bundle, types, a command line; each in one of the forms that it is published in. */
const sample = ["acorn", "ajv/lib", "commander", "eslint-scope/lib", "espree/lib", "micromark/lib", "minimatch/dist/esm", "node-fetch/lib", "semver", "uuid/dist/cjs"];

describe("the rules, with every file taken for one of Tencent Cloud", () => {
  it.each(sample)("say nothing about %s, and do not throw", (name) => {
    for (const path of sourceFiles(join(root, "node_modules", name))) {
      const { thrown, messages } = lintFile(plugin, path);
      expect({ path, thrown, messages }).toEqual({ path, thrown: undefined, messages: [] });
    }
  });

  it("say nothing with type information either, and do not throw", { timeout: 60_000 }, () => {
    const paths = ["commander", "micromark/lib", "minimatch/dist/esm"].flatMap((name) => [...sourceFiles(join(root, "node_modules", name))]);
    const program = typedProgram(paths);
    for (const path of paths) {
      const { thrown, messages, skipped } = lintFile(plugin, path, { program });
      expect({ path, thrown, messages, skipped }).toEqual({ path, thrown: undefined, messages: [], skipped: undefined });
    }
  });

  it("are asked about the program given: what is not of it is refused", () => {
    const [path = "", other = ""] = sourceFiles(join(root, "node_modules/commander"));
    expect(lintFile(plugin, path, { program: typedProgram([other]) }).skipped).toBe(true);
  });

  it("say nothing about the SDK's own client", () => {
    const path = join(root, "node_modules/tencentcloud-sdk-nodejs/tencentcloud/common/abstract_client.js");
    expect(lintFile(plugin, path)).toMatchObject({ messages: [] });
  });
});
