import fc from "fast-check";
import { describe, expect, it } from "vitest";

import { parseFacts } from "../../src/catalog/facts-read.js";
import { stringifyFacts } from "../../src/catalog/facts-write.js";
import { InputError } from "../../src/catalog/input-error.js";
import { readErrorCodePage } from "../../src/documents/error-code-page.js";
import { errorCodePage } from "../documents/samples.js";
import { runs } from "./runs.js";

const word = fc.stringMatching(/^[A-Z][a-z]{1,8}$/);
const code = fc.tuple(word, fc.option(word)).map(([family, detail]) => (detail === null ? family : `${family}.${detail}`));
/** What pages are made of, in any order and number. */
const markup = fc.constantFrom("|", "\n", "|---|", "# ", "## ", "<table>", "</td>", "<tr>", "`", "```\n", "~~~\n", "\\|", "<!--", "-->", "&amp;", "&#x", "[", "](", "*/", "\r", "\u2028", "错误码", "Error Codes", "InvalidParameter", "描述");
const pageText = fc.array(fc.oneof(markup, markup, fc.string({ maxLength: 12, unit: "binary" })), { maxLength: 60 }).map((parts) => parts.join(""));

/** What reading gives, or the message that the input is refused with; anything else that is thrown is a fault. */
function outcome<Result>(read: () => Result): Result | string {
  try {
    return read();
  } catch (error) {
    if (error instanceof InputError) return error.line;
    throw error;
  }
}

describe("the reader of pages", () => {
  it("reads or refuses any text, and says the same of the same text", () => {
    fc.assert(
      fc.property(pageText, (text) => {
        const read = (): unknown => outcome(() => readErrorCodePage(text, "documents/cbs.en.md"));
        expect(read()).toEqual(read());
      }),
      runs(200),
    );
  });

  it("finds exactly the codes of a service's table, whatever stands beside them", () => {
    fc.assert(
      fc.property(fc.uniqueArray(code, { minLength: 1, maxLength: 20 }), fc.stringMatching(/^[ -{}~]{0,30}$/), (codes, description) => {
        const text = description.replaceAll(/[|\\`<>[\]*_&#~]/g, "").trim() || "text";
        const page = errorCodePage("Common Error Codes", "Service Error Codes", codes.map((row) => `| ${row} | ${text} |`).join("\n"));
        const rows = readErrorCodePage(page, "documents/cbs.en.md").codes;
        expect(new Set(rows.map((row) => row.code))).toEqual(new Set(codes));
      }),
      runs(100),
    );
  });
});

describe("facts files", () => {
  const lists = fc.uniqueArray(code, { maxLength: 10 }).map((codes) => codes.sort());
  const action = fc.stringMatching(/^[A-Z][A-Za-z0-9]{0,20}$/);

  it("are read as they were written", () => {
    fc.assert(
      fc.property(lists, fc.uniqueArray(action, { maxLength: 6 }), fc.option(fc.nat(6)), (codes, actions, tokens) => {
        const listed = new Map(actions.sort().map((name) => [name, codes]));
        const told = tokens === null ? {} : { withClientToken: actions.slice(tokens) };
        const versions = new Map([["2017-03-12", { codes, actions: listed, ...told }]]);
        const facts = { service: "cbs", sdks: new Map(), pages: { versions, tryAgainLater: codes } };
        expect(parseFacts(stringifyFacts(facts), "services/cbs.json")).toEqual(facts);
      }),
      runs(200),
    );
  });

  it("that are damaged are refused with the place, or hold codes only", () => {
    const text = stringifyFacts({ service: "cbs", sdks: new Map(), pages: { versions: new Map([["2017-03-12", { codes: ["A.B", "C"], actions: new Map([["Act", ["A.B"]]]) }]]), tryAgainLater: [] } });
    fc.assert(
      fc.property(fc.nat(text.length), fc.nat(8), fc.string({ maxLength: 4 }), (place, length, inserted) => {
        const read = outcome(() => parseFacts(text.slice(0, place) + inserted + text.slice(place + length), "services/cbs.json"));
        if (typeof read === "string") expect(read).toMatch(/^services\/cbs\.json:\d+:\d+: /);
        else expect(read.service).toBe("cbs");
      }),
      runs(500),
    );
  });
});
