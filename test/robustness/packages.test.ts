import { join } from "node:path";
import { describe, expect, it } from "vitest";
import plugin from "../../rules/index.js";
import { lintFile, sourceFiles } from "../../bench/robustness.js";

const root = join(import.meta.dirname, "../..");
/** Packages of all kinds: parsers with deep code, a bundle, types, a command line. */
const sample = ["acorn", "ajv/lib", "commander", "eslint-scope", "espree", "micromark", "minimatch", "node-fetch/lib", "semver", "uuid"];

describe("the rules, with every file taken for one of Tencent Cloud", () => {
  it.each(sample)("say nothing about %s, and do not throw", (name) => {
    for (const path of sourceFiles(join(root, "node_modules", name))) {
      const { thrown, messages } = lintFile(plugin, path);
      expect({ path, thrown, messages }).toEqual({ path, thrown: undefined, messages: [] });
    }
  });

  it("say nothing about the SDK's own client", () => {
    const path = join(root, "node_modules/tencentcloud-sdk-nodejs/tencentcloud/common/abstract_client.js");
    expect(lintFile(plugin, path)).toMatchObject({ messages: [] });
  });
});
