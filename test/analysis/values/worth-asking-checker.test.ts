import * as typescriptParser from "@typescript-eslint/parser";
import type { TSESTree } from "@typescript-eslint/utils";
import { Linter, type Rule } from "eslint";
import { describe, expect, it } from "vitest";
import { analyzedFile } from "../../../src/analysis/index.js";
import type { AnalyzedFile } from "../../../src/analysis/source/file.js";
import { nodesOf } from "../../../src/analysis/source/syntax.js";
import { comesBack, typeMayTell } from "../../../src/analysis/values/worth-asking-checker.js";

type AskFile = (file: AnalyzedFile) => boolean | undefined;

/** What is answered about a file that uses the SDK. */
function about(code: string, ask: AskFile): boolean | undefined {
  let answer: boolean | undefined;
  const rule: Rule.RuleModule = {
    create: (context) => ({
      "Program:exit"() {
        const file = analyzedFile(context as unknown as Parameters<typeof analyzedFile>[0]);
        if (file !== undefined) answer = ask(file);
      },
    }),
  };
  new Linter().verify(`import "tencentcloud-sdk-nodejs";\n${code}`, [
    { files: ["**"], languageOptions: { parser: typescriptParser }, plugins: { view: { rules: { rule } } }, rules: { "view/rule": "error" } },
  ]);
  return answer;
}

/** Whether the type of what stands before the last `.code` has to be asked. */
function mayTell(code: string, isReason = false): boolean | undefined {
  const isCode = (node: TSESTree.MemberExpression): boolean => node.property.type === "Identifier" && node.property.name === "code";
  return about(code, (file) => {
    const read = nodesOf(file, "MemberExpression").findLast(isCode);
    return read === undefined ? undefined : typeMayTell(file, read.object, isReason);
  });
}

/** Whether the form shows that the last call comes back. */
function showsThatItComesBack(code: string): boolean | undefined {
  return about(code, (file) => {
    const call = nodesOf(file, "CallExpression").at(-1);
    return call === undefined ? undefined : comesBack(file, call);
  });
}

describe("the type of an error", () => {
  it.each([
    ["a catch", `try { f(); } catch (e) { g(e.code); }`],
    ["a catch with any", `try { f(); } catch (e: any) { if (e.code === "A") throw e; }`],
    ["a catch with unknown", `try { f(); } catch (e: unknown) { if (e.code === "A") throw e; }`],
    ["a catch of which the cause is made known", `try { f(); } catch (e: any) { if (isMine(e.cause)) g(e.code); }`],
    ["what a caught error carries", `try { f(); } catch (e: any) { g(e.cause.code); }`],
    ["a rejection handler", `f().catch((e) => e.code);`],
    ["the second function of then", `f().then(g, (e) => e.code);`],
    ["a parameter of any", `function h(e: any) { return e.code; }`],
    ["a catch that is logged", `try { f(); } catch (e: any) { console.error(e); g(e.code); }`],
    ["a catch that a function gets which answers a boolean", `function ask(x: unknown): boolean { return x === 1; } try { f(); } catch (e: any) { ask(e); g(e.code); }`],
    ["a catch compared with a text", `try { f(); } catch (e: any) { if (e.name !== "X") throw e; g(e.code); }`],
  ])("of %s is any or unknown", (_, code) => {
    expect(mayTell(code)).toBe(false);
  });

  it.each([
    ["a class makes it known", `try { f(); } catch (e) { if (e instanceof Mine) g(e.code); }`],
    ["a predicate of the file makes it known", `function isMine(x: unknown): x is Mine { return true; } try { f(); } catch (e) { if (isMine(e)) g(e.code); }`],
    ["a function from elsewhere may make it known", `try { f(); } catch (e) { if (isMine(e)) g(e.code); }`],
    ["a comparison with another error makes it known", `try { f(); } catch (e) { if (e === known) g(e.code); }`],
    ["something else is put in its place", `try { f(); } catch (e: any) { e = wrap(1); g(e.code); }`],
    ["a parameter declares it", `function h(e: Mine) { return e.code; }`],
    ["the function that it is handed to may declare it", `attempt((e) => e.code);`],
    ["it is the result of a call", `const e = f(); g(e.code);`],
    ["its cause is made known", `try { f(); } catch (e: any) { if (isMine(e.cause)) g(e.cause.code); }`],
    ["a cast declares it", `try { f(); } catch (e) { g((e as Mine).code); }`],
  ])("has to be asked where %s", (_, code) => {
    expect(mayTell(code)).toBe(true);
  });

  it("of the reason of a settled promise is any", () => {
    expect(mayTell(`results.map((result) => result.reason.code);`, true)).toBe(false);
  });

  it("of any other part of a result has to be asked", () => {
    expect(mayTell(`results.map((result) => result.failure.code);`, true)).toBe(true);
  });
});

describe("a call", () => {
  it.each([
    ["a method of a list", `const failed = []; failed.push(id);`],
    ["a method of what is declared as a list", `function f(failed: string[]) { failed.push(id); }`],
    ["a method of what is declared as a map", `function f(seen: Map<string, number>) { seen.set("X", 1); }`],
    ["a method of a new set", `const seen = new Set(); seen.add(id);`],
    ["a log", `console.error(e);`],
    ["a parameter that returns nothing", `function f(done: (problem: string) => void) { done("X"); }`],
    ["a parameter that returns a text", `function f(nameOf: (id: number) => string) { nameOf(1); }`],
  ])("of %s shows that it comes back", (_, code) => {
    expect(showsThatItComesBack(code)).toBe(true);
  });

  it.each([
    ["a parameter that returns never", `function f(fail: () => never) { fail(); }`],
    ["a parameter whose answer has a name", `function f(fail: () => Nothing) { fail(); }`],
    ["a parameter whose type has a name", `function f(fail: Fail) { fail(); }`],
    ["an import", `import { fail } from "./fail"; fail();`],
    ["a parameter that a check makes something else", `function f(h: () => void) { if (isFail(h)) h(); }`],
    ["another method", `quit.now("attach");`],
    ["a method with a list's name", `declare const failures: { add(): never }; failures.add();`],
    ["a method of what nothing is known of", `failed.push(id);`],
    ["a method of what is declared twice", `var failed = []; var failed = quit; failed.push(id);`],
  ])("of %s shows nothing", (_, code) => {
    expect(showsThatItComesBack(code)).toBe(false);
  });
});
