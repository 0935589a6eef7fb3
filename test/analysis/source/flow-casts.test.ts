import * as typescriptParser from "@typescript-eslint/parser";
import { Linter } from "eslint";
import { describe, expect, it } from "vitest";
import plugin from "../../../rules/index.js";

/** Names as Babel and Hermes give them to the casts of Flow, in a tree that is else the same. */
const flowNames = ["TypeCastExpression", "AsExpression", "AsConstExpression"];

/** A parser that reads `e as any` and calls it what those parsers do. */
function flowParser(name: string): Linter.Parser {
  return {
    parseForESLint(text: string, options?: typescriptParser.ParserOptions) {
      const parsed = typescriptParser.parseForESLint(text, options);
      const rename = (node: unknown): void => {
        if (Array.isArray(node)) node.forEach(rename);
        else if (typeof node === "object" && node !== null && "type" in node) {
          if (node.type === "TSAsExpression") node.type = name;
          for (const [key, value] of Object.entries(node)) if (key !== "parent") rename(value);
        }
      };
      rename(parsed.ast.body);
      return { ...parsed, visitorKeys: { ...parsed.visitorKeys, [name]: ["expression", "typeAnnotation"] } };
    },
  } as unknown as Linter.Parser;
}

function reported(handler: string, name: string): readonly (string | null)[] {
  const code = `import { cbs } from "tencentcloud-sdk-nodejs"; const client = new cbs.v20170312.Client({});
export async function run() { try { await client.DescribeDisks({}); } catch (e) { ${handler} throw e; } }`;
  return new Linter()
    .verify(code, [{ files: ["**"], languageOptions: { parser: flowParser(name) }, plugins: { tencentcloud: plugin }, rules: { "tencentcloud/no-undocumented-code": "error" } }], { filename: "file.ts" })
    .map(({ ruleId, message }) => ruleId ?? message);
}

describe.each(flowNames)("a cast of Flow that the parser calls %s", (name) => {
  it("is looked through where the code is read", () => {
    expect(reported(`if ((e as any).code === "InvalidDisk.Bsy") return;`, name)).toEqual(["tencentcloud/no-undocumented-code"]);
  });

  it("is looked through in constants and in conditions", () => {
    expect(reported(`const code = ((e as any).code as string); if ((code === ("InvalidDisk.Bsy" as string) as boolean)) return;`, name)).toEqual(["tencentcloud/no-undocumented-code"]);
  });

  it("is no report with a documented code", () => {
    expect(reported(`if ((e as any).code === "InvalidDisk.Busy") return;`, name)).toEqual([]);
  });
});
