import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { LiteralError, LiteralReader } from "../../src/analysis/knowledge/literals.js";
import { literal } from "../../src/codegen/text.js";

const read = (text: string): unknown => new LiteralReader(text).value();

describe("what generated code writes down as data is read", () => {
  it("as the generator writes it", () => {
    expect(read('{\n  "A.B": [{ class: "permanent", known: true, at: 12 }],\n  ["__proto__"]: [],\n}')).toEqual(Object.fromEntries([["A.B", [{ class: "permanent", known: true, at: 12 }]], ["__proto__", []]]));
  });

  it("as a formatter leaves it", () => {
    expect(read("{ A: ['say \"no\"', 'it\\'s'] /* mine */, // and\n B: [] }")).toEqual({ A: ['say "no"', "it's"], B: [] });
  });

  it("for every text that the generator writes", () => {
    fc.assert(fc.property(fc.string({ unit: "binary" }), (text) => read(literal(text)) === text), { numRuns: 200 });
  });

  it("and anything else is refused, whatever it is", () => {
    const token = fc.constantFrom('"a"', "'", "[", "]", "{", "}", ",", ":", "1", "true", "a", "\\", "/*", "\n", "`");
    const text = fc.array(token, { maxLength: 30 }).map((tokens) => tokens.join(""));
    const refusal = (written: string): unknown => {
      try {
        read(written);
        return undefined;
      } catch (error) {
        return error;
      }
    };
    fc.assert(fc.property(text, (written) => [undefined, LiteralError].includes(refusal(written)?.constructor as never)), { numRuns: 300 });
  });
});

describe("data of any length is read", () => {
  it.each([
    ["a text", `"${"a".repeat(12_000_000)}"`],
    ["escapes", `"${String.raw`\n`.repeat(1_000_000)}"`],
    ["spaces", `${" ".repeat(8_000_000)}"a"`],
    ["comments", `${"/**/".repeat(2_000_000)}"a"`],
  ])("%s", (_name, text) => {
    expect(read(text)).toBeTypeOf("string");
  });
});

describe("what is no data is refused", () => {
  it.each(["call()", '{ "a": b }', "[1 2]", '"a\nb"', "`a`", "", "[".repeat(100_000), '{ ["a", "b"]: 1']) ("%#", (text) => {
    expect(() => read(text)).toThrow(LiteralError);
  });
});
