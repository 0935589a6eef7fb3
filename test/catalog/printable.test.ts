import fc from "fast-check";
import { describe, expect, it } from "vitest";

import { InputError } from "../../src/catalog/input-error.js";
import { excerptOf, printable, printableJson, printableLines, quoted } from "../../src/catalog/printable.js";

const HOSTILE = "a\u001b[31m\u0007\u202eb\u2066\u200f\n\r\u2028\u0085\ud800\u{e0041}\u3164\ufe0f\ufff9";
const UNSEEN = /[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}\p{Default_Ignorable_Code_Point}]/u;

describe("printable", () => {
  it("shows what a terminal would obey or hide", () => {
    expect(printable(HOSTILE)).toBe("a\\u001b[31m\\u0007\\u202eb\\u2066\\u200f\\u000a\\u000d\\u2028\\u0085\\ud800\\udb40\\udc41\\u3164\\ufe0f\\ufff9");
  });

  it("leaves what can be seen", () => {
    expect(printable("磁盘忙，é 😀 \\ \"")).toBe("磁盘忙，é 😀 \\ \"");
  });

  it("whatever the text, everything can be seen", () => {
    fc.assert(fc.property(fc.string({ unit: "binary" }), (text) => !UNSEEN.test(printable(text)) && !UNSEEN.test(printableLines(text).replaceAll("\n", ""))));
  });

  it("JSON means the same", () => {
    fc.assert(fc.property(fc.string({ unit: "binary" }), (text) => {
      expect(JSON.parse(printableJson([text]))).toEqual([text]);
    }));
    expect(printableJson(HOSTILE).trimEnd()).not.toMatch(UNSEEN);
  });
});

describe("a value in a message", () => {
  it("has at most 80 characters", () => {
    expect(excerptOf("x".repeat(2_000_000))).toBe(`${"x".repeat(79)}…`);
    expect(quoted("x".repeat(80))).toBe(`"${"x".repeat(80)}"`);
  });

  it("is not cut within a character", () => {
    expect(excerptOf("😀\u0007")).toBe("😀\\u0007");
    expect(excerptOf(`${"x".repeat(78)}😀😀`)).toBe(`${"x".repeat(78)}…`);
  });
});

it("a message is one line, whatever it says, and whatever the file is called", () => {
  expect(new InputError("It is\nbad\u001b[2J.").line).toBe("It is\\u000abad\\u001b[2J.");
  expect(new InputError("It is\nbad.", { file: "a.md" }).line).toBe("a.md: It is\\u000abad.");
  expect(new InputError("It is bad.", { file: "a\nb.md: ok\u001b[2J", line: 1 }).line).toBe("a\\u000ab.md: ok\\u001b[2J:1: It is bad.");
});
