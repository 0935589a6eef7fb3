import { readdirSync, readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";

import { Linter } from "eslint";
import { describe, expect, it } from "vitest";

import plugin from "../../rules/index.js";

const folder = join(dirname(createRequire(import.meta.url).resolve("test262-parser-tests/package.json")), "pass");
const names = readdirSync(folder);
const linter = new Linter();

/** What the rules say about a program; the settings let every text through the first look. */
function messagesOf(code: string, sourceType: "commonjs" | "module" | "script"): readonly Linter.LintMessage[] {
  const { recommended, strict } = plugin.configs;
  const settings = { tencentcloud: { sdkModules: [""], services: ["cbs"] } };
  return linter.verify(code, [{ ...strict, rules: { ...recommended.rules, ...strict.rules }, languageOptions: { sourceType }, settings }]);
}

describe("the programs of the parser tests", () => {
  const results = names.map((name) => {
    const messages = messagesOf(readFileSync(join(folder, name), "utf8"), name.endsWith(".module.js") ? "module" : "script");
    return { name, messages };
  });

  it("get no report", () => {
    expect(results.filter(({ messages }) => messages.some(({ ruleId }) => ruleId !== null))).toEqual([]);
  });

  it("reach the rules, but for a few that the parser refuses", () => {
    const refused = results.filter(({ messages }) => messages.some(({ fatal }) => fatal === true));
    expect(refused.length).toBeLessThan(names.length / 50);
  });
});

it.each([
  ["an expression of 2,000 operators", `try { f(); } catch (e) { if (e.code === ${'"a" + '.repeat(2000)}"b") g(); }`],
  ["a condition of 3,500 parts", `try { f(); } catch (e) { if (${'a(e) && '.repeat(3500)}e instanceof B) g(e.code === "A"); }`],
  ["2,000 negations", `try { f(); } catch (e) { if (${"!".repeat(2000)}h(e)) g(e.code === "A"); }`],
  ["800 nested blocks", `${"{".repeat(800)}try { f(); } catch (e) { e.code === "A"; }${"}".repeat(800)}`],
  ["a chain of 800 branches", `try { f(); } catch (e) { ${Array.from({ length: 800 }, (_, index) => `if (e.code === "A.B${String(index)}") g();`).join(" else ")} }`],
  ["400 functions inside each other", `${"function f() {".repeat(400)}try { f(); } catch (e) { e.code; }${"}".repeat(400)}`],
])("no rule throws on %s", (_, code) => {
  expect(() => messagesOf(code, "module")).not.toThrow();
});
