import { describe, expect, it } from "vitest";
import { lintFile } from "../../bench/robustness.js";
import { createRule } from "../../rules/common/create-rule.js";
import plugin from "../../rules/index.js";

const list = (count: number, item: (index: number) => string, separator = "\n"): string => Array.from({ length: count }, (_, index) => item(index)).join(separator);

const caught = (handler: string, before = ""): string => `import { cbs } from "tencentcloud-sdk-nodejs"; const client = new cbs.v20170312.Client({});
${before}
export async function run(r) { try { await client.DescribeDisks(r); } catch (e) { ${handler} } }`;

describe("no rule throws where code leads on for longer than the stack is", () => {
  it.each([
    ["operands of one expression", caught(`const c = ${list(300, () => "e.code", " ?? ")}; if (c === "A") return; throw e;`)],
    ["functions that hand the error on", caught("h0(e); return run(r);", list(2000, (index) => `function h${String(index)}(e) { h${String(index + 1)}(e); }`))],
  ])("%s", (_, text) => {
    expect(lintFile(plugin, "/source.js", { text })).not.toHaveProperty("thrown");
  });

  it("so far that a rule overflows it", () => {
    const overflow = (): void => overflow();
    const rule = createRule<"never", object>({
      name: "overflows",
      meta: { type: "problem", docs: { description: "overflow" }, messages: { never: "This is never said." }, schema: [{ type: "object", description: "None." }], defaultOptions: [{}] as [object] },
      create: () => ({ "Program:exit": overflow }),
    });
    expect(lintFile({ rules: { overflows: rule as never } }, "/source.js", { text: caught("throw e;") })).not.toHaveProperty("thrown");
    expect(overflow).toThrow(RangeError);
  });
});
