import { beforeAll, describe, expect, it } from "vitest";
import { lintUntyped, typedLinter, type Finding, type Snippets } from "../../analysis/linting.js";
import { aliyun, aws, azure, cos, google, huawei, volcengine } from "./clouds.js";
import { applications, databases, libraries, node } from "./others.js";

const vocabularies: Readonly<Record<string, Snippets>> = { aws, azure, google, aliyun, volcengine, huawei, cos, databases, node, libraries, applications };
const traps: Snippets = Object.fromEntries(
  Object.entries(vocabularies).flatMap(([vocabulary, snippets]) => Object.entries(snippets).map(([name, code]) => [`${vocabulary}: ${name}`, code])),
);

describe("code that has other errors than Tencent Cloud's", () => {
  let typed: (name: string) => readonly Finding[];
  beforeAll(() => {
    typed = typedLinter(traps);
  }, 120_000);

  it("comes in at least sixty snippets", () => {
    expect(Object.keys(traps).length).toBeGreaterThanOrEqual(60);
  });

  it.each(Object.entries(traps))("%s is not reported without types", (_name, code) => {
    expect(lintUntyped(code)).toEqual([]);
  });

  it.each(Object.keys(traps))("%s is not reported with types", (name) => {
    expect(typed(name)).toEqual([]);
  });
});
