import * as parser from "@typescript-eslint/parser";
import { Linter } from "eslint";
import fc from "fast-check";
import { commonErrorCodes } from "tencentcloud-error-codes";
import type ts from "typescript";
import { describe, expect, it } from "vitest";
import plugin from "../../rules/index.js";
import { runs } from "../properties/runs.js";
import { complaintsAbout, pathOf, programOf } from "./compile-in-memory.js";
import { sources, unionSources } from "./dispatch-sources.js";

const allCodes = Object.keys(commonErrorCodes);
const someCodes = fc.subarray(allCodes, { minLength: 2, maxLength: allCodes.length - 1 });
const linter = new Linter();

interface Options {
  readonly defaultCase?: "always" | "never" | "rethrow";
}

function lint(code: string, options: Options, program?: { readonly program: ts.Program; readonly path: string }): Linter.LintMessage[] {
  const parserOptions = program === undefined ? {} : { programs: [program.program] };
  const rules: Linter.RulesRecord = { "tencentcloud/exhaustive-common-codes": ["error", options] };
  const config: Linter.Config = { files: ["**/*.ts"], languageOptions: { parser, parserOptions }, plugins: { tencentcloud: plugin }, rules };
  return linter.verify(code, [config], { filename: program?.path ?? "code.ts" });
}

/** The code with each suggestion of the only report applied. */
function applySuggestions(code: string, messages: readonly Linter.LintMessage[]): readonly string[] {
  expect(messages.map(({ messageId, message }) => messageId ?? message)).toEqual([expect.stringMatching(/^(?:almostAllNamed|not(?:Handled|Named))$/)]);
  const suggestions = messages[0]?.suggestions ?? [];
  if (suggestions.length === 0) throw new Error(`There is no suggestion for:\n${code}`);
  return suggestions.map(({ fix }) => code.slice(0, fix.range[0]) + fix.text + code.slice(fix.range[1]));
}

/** What the suggestions made, for one look of the compiler at all of it. */
const mended: string[] = [];

describe.each(Object.keys(sources))("the suggestion for %s", (form) => {
  it.each(["rethrow", "never"] as const)("leaves nothing to report with defaultCase %s", (defaultCase) => {
    fc.assert(
      fc.property(someCodes, (codes) => {
        const code = sources[form]?.(codes) ?? "";
        const messages = lint(code, { defaultCase });
        // All families can be named although not all codes are.
        if (messages.length === 0 && form === "a switch on families") return;
        for (const after of applySuggestions(code, messages)) {
          // Whoever passes on the last few codes still means to name them all.
          expect(lint(after, { defaultCase }).filter(({ messageId }) => messageId !== "almostAllNamed").map(({ message }) => message)).toEqual([]);
          mended.push(after);
        }
      }),
      runs(4),
    );
  });
});

describe("what the suggestions make", () => {
  it("type-checks", () => {
    expect(mended.length).toBeGreaterThan(Object.keys(sources).length);
    expect(complaintsAbout(mended)).toEqual([]);
  });
});

describe("the suggestion for a union of codes", () => {
  const cases = fc.sample(
    fc.record({
      form: fc.constantFrom(...Object.keys(unionSources)),
      union: fc.shuffledSubarray(allCodes, { minLength: 3, maxLength: 9 }),
      defaultCase: fc.constantFrom("rethrow" as const, "never" as const),
    }),
    24,
  );
  const codes = cases.map(({ form, union }) => unionSources[form]?.(union, union.slice(0, -1)) ?? "");
  const after: { readonly code: string; readonly defaultCase: "never" | "rethrow" }[] = [];

  it("names the one code that the type has left", () => {
    const program = programOf(codes);
    for (const [index, code] of codes.entries()) {
      const { defaultCase, union } = cases[index] as (typeof cases)[number];
      const messages = lint(code, { defaultCase }, { program, path: pathOf(index) });
      expect(messages.map(({ message }) => message), code).toEqual([expect.stringContaining(`: ${union.at(-1) ?? ""}.`)]);
      after.push(...applySuggestions(code, messages).map((mendedCode) => ({ code: mendedCode, defaultCase })));
    }
  });

  it("leaves nothing to report, and type-checks", () => {
    const program = programOf(after.map(({ code }) => code));
    const reports = after.map(({ code, defaultCase }, index) => lint(code, { defaultCase }, { program, path: pathOf(index) }).length);
    expect(reports).toEqual(after.map(() => 0));
    expect(complaintsAbout(after.map(({ code }) => code))).toEqual([]);
  });
});
