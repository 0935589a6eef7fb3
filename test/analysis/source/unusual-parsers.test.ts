import * as typescriptParser from "@typescript-eslint/parser";
import type { TSESTree } from "@typescript-eslint/utils";
import { Linter } from "eslint";
import { describe, expect, it } from "vitest";
import plugin from "../../../rules/index.js";

type Parsed = ReturnType<typeof typescriptParser.parseForESLint>;

const code = `import { cbs } from "tencentcloud-sdk-nodejs";
const client = new cbs.v20170312.Client({});
export async function run() {
  for (let attempt = 0; attempt < 3; attempt++) {
    try { return await client.AttachDisks({}); } catch (error) {
      const { code } = error;
      if (code === "InvalidDisk.Bussy") return undefined;
      if (code === "LimitExceeded") continue;
      throw error;
    }
  }
}
export const later = () => client.DetachDisks({}).catch((e) => { if (e.code === "InvalidDisk.Bussy") return undefined; throw e; });
`;

/** The lines and rules of the reports on a parse that something was done to. */
function reportsWith(change: (parsed: Parsed) => Parsed): readonly string[] {
  const parser = { ...typescriptParser, parseForESLint: (text: string, options: typescriptParser.ParserOptions): Parsed => change(typescriptParser.parseForESLint(text, options)) };
  const rules = Object.fromEntries(Object.keys(plugin.rules).map((name) => [`tencentcloud/${name}`, "error" as const]));
  const messages = new Linter().verify(code, [{ files: ["**"], languageOptions: { parser }, plugins: { tencentcloud: plugin }, rules }]);
  return messages.map(({ line, ruleId, message }) => `${String(line)} ${ruleId ?? message}`);
}

/** Sets the place of every other name to the start of the file. */
function atOnePlace(parsed: Parsed): Parsed {
  const names = parsed.scopeManager.scopes.flatMap(({ references }) => references.map(({ identifier }) => identifier as TSESTree.Identifier));
  for (const [index, name] of names.entries()) if (index % 2 === 0) name.range = [0, 0];
  return parsed;
}

function reversed(parsed: Parsed): Parsed {
  return { ...parsed, visitorKeys: Object.fromEntries(Object.entries(parsed.visitorKeys).map(([type, keys]) => [type, [...(keys ?? [])].reverse()])) };
}

describe("the rules report the same", () => {
  const usual = ["7 tencentcloud/no-undocumented-code", "8 tencentcloud/no-retry-non-retryable", "13 tencentcloud/no-undocumented-code"];

  it("of what the parser makes of it", () => {
    expect(reportsWith((parsed) => parsed)).toEqual(usual);
  });

  it("where several names stand in one place", () => {
    expect(reportsWith(atOnePlace)).toEqual(usual);
  });

  it("where nodes are visited before those that stand before them", () => {
    expect(reportsWith(reversed)).toEqual(usual);
  });
});
