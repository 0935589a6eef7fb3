import { Linter } from "eslint";
import { describe, expect, it } from "vitest";
import { createRule } from "../../../rules/common/create-rule.js";
import { excerptOf } from "../../../src/catalog/printable.js";
import { lintUntyped } from "../../analysis/linting.js";

const caught = (handler: string): string => `import { cbs } from "tencentcloud-sdk-nodejs"; const client = new cbs.v20170312.Client({});
export async function run() { for (;;) { try { return await client.DescribeDisks({}); } catch (e: any) { ${handler} throw e; } } }`;

describe("what messages show of the linted code", () => {
  it.each([
    ["a text as it is", "InvalidDisk.Busy", "InvalidDisk.Busy"],
    ["other scripts as they are", "云硬盘 💾", "云硬盘 💾"],
    ["the escape character", "\u001b[31m", String.raw`\u001b[31m`],
    ["the bell and the end of a line", "\u0007a\nb\u2028c", String.raw`\u0007a\u000ab\u2028c`],
    ["a change of direction", "a\u202eb\u2066c\u200fd", String.raw`a\u202eb\u2066c\u200fd`],
    ["half of a character", "a\ud800b", String.raw`a\ud800b`],
    ["80 characters", "A".repeat(80), "A".repeat(80)],
    ["more than 80 characters", "A".repeat(81), `${"A".repeat(79)}…`],
    ["no half of an escape", `${"A".repeat(77)}\u202e${"B".repeat(9)}`, `${"A".repeat(77)}…`],
  ])("is %s", (_what, text, expected) => {
    expect(excerptOf(text)).toBe(expected);
  });

  const odd = String.raw`X\u001b]0;\u0007\u202e\n`;
  const long = "A".repeat(100_000);
  const hostile = [
    `if (e.code === "${odd}${long}") return;`,
    `if (e.code.startsWith("${odd}${long}")) return;`,
    `if (e.message.includes("${odd}${long}")) return;`,
    `if (/${long}\u202e/.test(e.message)) return;`,
    `if (e.code === "ResourceNotFound.${odd}${long}") continue;`,
    `switch (e.code) { case "${odd}${long}": return; case "InvalidParameter": return; case "AuthFailure": break; }`,
  ];

  it.each([...hostile.entries()])("is short and has no control characters: %i", (_index, handler) => {
    const findings = lintUntyped(caught(handler));
    expect(findings.length).toBeGreaterThan(0);
    for (const text of findings.flatMap(({ message, suggestions }) => [message, ...suggestions])) {
      expect(text).not.toMatch(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Default_Ignorable_Code_Point}]/u);
      expect(text.length).toBeLessThan(1500);
      expect(text).not.toContain("A".repeat(81));
    }
  });

  it("is short and has no control characters in whole sentences and in suggestions, whatever a rule hands over", () => {
    const hostileData = { code: `\u202e\n${long}`, where: `\u202e\n${long}` };
    const rule = createRule<"said", object>({
      name: "says",
      meta: { type: "problem", hasSuggestions: true, docs: { description: "says" }, messages: { said: "{{code}}|{{where}}" }, schema: [{ type: "object", description: "None." }], defaultOptions: [{}] as [object] },
      create: (context, { sourceCode: { ast } }) => ({
        "Program:exit"() {
          context.report({ node: ast, messageId: "said", data: hostileData, suggest: [{ messageId: "said", data: hostileData, fix: (fixer) => fixer.insertTextBefore(ast, " ") }] });
        },
      }),
    });
    const [found] = new Linter().verify('import "tencentcloud-sdk-nodejs";', [{ files: ["**"], plugins: { own: { rules: { says: rule as never } } }, rules: { "own/says": "error" } }]);
    const shown = [80, 1000].map((most) => `${String.raw`\u202e\u000a`}${"A".repeat(most - 13)}…`).join("|");
    expect([found?.message, found?.suggestions?.[0]?.desc]).toEqual([shown, shown]);
  });
});
