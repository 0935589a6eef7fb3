import fc from "fast-check";
import { describe, expect, it } from "vitest";

import { InputError } from "../../src/catalog/input-error.js";
import { parseFacts } from "../../src/catalog/facts-read.js";
import { saysTryAgainLater } from "../../src/catalog/try-again-later.js";
import { readErrorCodePage } from "../../src/documents/error-code-page.js";
import { readClient } from "../../src/documents/go-sdk/client-go.js";
import { readErrorConstants } from "../../src/documents/go-sdk/errors-go.js";
import { readPage } from "../../src/documents/read-page.js";
import { errorCodePage } from "./samples.js";

const services = new Set(["cbs"]);

/** Runs a reader; only an InputError is an answer too. */
function answers(read: () => unknown): boolean {
  try {
    read();
    return true;
  } catch (error) {
    return error instanceof InputError;
  }
}

const pieces = fc.constantFrom(
  "|", "\n", "\r", "| A.B | c |\n", "|--|--|\n", "### 业务错误码\n", "公共错误码", "<table>", "<tr>", "<td>", "</td>", "</table>", "<!--", "-->",
  "```", "**", "\\", "`", "[", "](", "&#60;", "\u2028", "\u0000", "\uFEFF", "Action", "2019-01-03", "取值：", "cbs.tencentcloudapi.com", "__proto__", "*/", "${",
);
const hostileText = fc.array(fc.oneof(pieces, fc.string({ unit: "binary", maxLength: 8 })), { maxLength: 60 }).map((parts) => parts.join(""));

describe("whatever the text", () => {
  it("a page is read, skipped, or refused with a message", () => {
    fc.assert(fc.property(hostileText, (text) => answers(() => readPage(text, "cbs.zh.md", { services }))), { numRuns: 500 });
  });

  it("a facts file is read or refused with a message", () => {
    fc.assert(fc.property(fc.oneof(hostileText, fc.json()), (text) => answers(() => parseFacts(text, "cbs.json"))), { numRuns: 500 });
  });

  it("Go sources are read", () => {
    fc.assert(fc.property(hostileText, (text) => answers(() => [readErrorConstants(text), readClient(text)])));
  });
});

const code = fc.stringMatching(/^[A-Z][A-Za-z0-9]{0,12}(\.[A-Za-z0-9_]{1,12}){0,2}$/);
/** Any text that a row can hold: the writer of a page escapes pipes. */
const cell = fc.string({ unit: "binary", maxLength: 40 }).map((text) => text.replace(/[\r\n|\\]/g, "").replace(/<!--|<\/?t(?:able|r|d|h)/gi, ""));

describe("whatever the descriptions", () => {
  it("exactly the documented codes are read, in their order", () => {
    fc.assert(
      fc.property(fc.uniqueArray(fc.tuple(code, cell), { selector: ([name]) => name, minLength: 1, maxLength: 20 }), (rows) => {
        const page = errorCodePage("公共错误码", "业务错误码", rows.map(([name, text]) => `| ${name} | x ${text} |`).join("\n"));
        expect(readErrorCodePage(page, "cbs.zh.md").codes.map((row) => row.code)).toEqual(rows.map(([name]) => name));
      }),
    );
  });

  it("a description has no line ends and no control characters", () => {
    fc.assert(
      fc.property(cell, (text) => {
        const [row] = readErrorCodePage(errorCodePage("公共错误码", "业务错误码", `| A.B | x ${text} |`), "cbs.zh.md").codes;
        expect(row?.description ?? "").not.toMatch(/[\u0000-\u001F\u007F\u2028\u2029]/);
      }),
    );
  });
});

const HEAD = "### 业务错误码\n\n| 错误码 | 说明 |\n|--|--|\n";

describe("time grows with the size of the page, not with its square", () => {
  it.each<[string, (size: number) => string]>([
    ["rows", (size) => HEAD + Array.from({ length: size / 20 }, (_, index) => `| A.B${index} | text |`).join("\n")],
    ["one long cell", (size) => `${HEAD}| A.B | ${"x ".repeat(size / 2)} |`],
    ["stars", (size) => `${HEAD}| A.B | ${"*a ".repeat(size / 3)} |`],
    ["brackets", (size) => `${HEAD}| A.B | ${"[a](b \"".repeat(size / 7)} |`],
    ["backslashes", (size) => `${HEAD}| A.B | ${"\\".repeat(size)} |`],
    ["angle brackets", (size) => `${HEAD}| A.B | ${"<a ".repeat(size / 3)} |`],
    ["pipes", (size) => HEAD + "|".repeat(size)],
    ["line separators", (size) => `${HEAD}| A.B | ${"\u2028".repeat(size)} |`],
    ["cells of an open HTML table", (size) => `<table>${"<tr><td>".repeat(size / 8)}`],
    ["open HTML tags", (size) => `<table>${"<td ".repeat(size / 4)}`],
    ["quotes and lists", (size) => `${">".repeat(size / 2)}\n${"- ".repeat(size / 4)}`],
    ["underlines", (size) => "a\n-\n".repeat(size / 4)],
    ["fences", (size) => "```\n".repeat(size / 4)],
  ])("%s", (_, text) => {
    const time = (size: number): number => {
      const page = text(size);
      const runs = [1, 2].map(() => {
        const start = performance.now();
        answers(() => readPage(page, "cbs.zh.md", { services }));
        return performance.now() - start;
      });
      return Math.min(...runs);
    };
    // Ten times the size in ten times the time; its square would be a hundred times.
    expect(time(80_000)).toBeLessThan(45 * Math.max(time(8_000), 10));
  });

  it("a cell of millions of characters is read", () => {
    const [row] = readErrorCodePage(`${HEAD}| A.B | ${"a*b [x](y) ".repeat(350_000)} |`, "cbs.zh.md").codes;
    expect(row?.description?.slice(0, 12)).toBe("a*b x a*b x ");
  });

  it("a page that is longer than any is refused", () => {
    expect(() => readErrorCodePage(`${HEAD}| A.B | ${"a".repeat(5_000_000)} |`, "cbs.zh.md")).toThrow(/^The page has 50000\d\d characters; the longest that is read has 4194304\.$/);
    expect(() => readErrorCodePage(HEAD + "\n".repeat(60_000), "cbs.zh.md")).toThrow("The page has 60005 lines; the longest that is read has 50000.");
  });

  it("rows that are hundreds of thousands, or very short, are all read", () => {
    const html = `<html><body><h3>业务错误码</h3><table><tr><th>错误码</th></tr>${"<tr><td>A.B</td></tr>".repeat(190_000)}</table>`;
    expect(readErrorCodePage(html, "cbs.zh.md").codes).toHaveLength(190_000);
    const short = Array.from({ length: 3000 }, (_, index) => `|A.B${index}|`);
    expect(readErrorCodePage(`${HEAD.trim()}\n${short.join("\n")}\n`, "cbs.zh.md").codes.map(({ code: read, at }) => [`|${read}|`, at.line])).toEqual(short.map((row, index) => [row, index + 5]));
  });

  it.each([
    ["", "The file must be an object."],
    [" x", "there is an unexpected \"x\""],
  ])("facts with a string of millions of escapes are read to their end%s", (rest, message) => {
    const text = `["${"\\n".repeat(8_000_000)}"${rest}]`;
    expect(() => parseFacts(text, "cbs.json")).toThrow(message);
  });

  it("a sentence of any length is judged at once", () => {
    const start = performance.now();
    saysTryAgainLater("请检查".repeat(1_000_000));
    expect(performance.now() - start).toBeLessThan(1000);
  });
});
