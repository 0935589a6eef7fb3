import fc from "fast-check";
import { expect, it } from "vitest";

import { openPage } from "../../src/documents/page.js";
import { runs } from "./runs.js";

const word = fc.stringMatching(/^[A-Za-z0-9.&<>"错误码]{1,8}$/);
/** The text of a cell as a reader of the page sees it. */
const shown = fc.array(word, { minLength: 1, maxLength: 3 }).map((words) => words.join(" "));
const table = fc.array(fc.tuple(shown, shown, shown), { minLength: 1, maxLength: 6 });

/** How a page can write the same. */
interface Style {
  readonly upper: boolean;
  readonly attributes: string;
  readonly wrap: readonly string[];
  readonly space: string;
  readonly entity: "decimal" | "hex" | "name";
  readonly closes: boolean;
  readonly body: boolean;
}

const style = fc.record<Style>({
  upper: fc.boolean(),
  attributes: fc.constantFrom("", ' class="a b"', " style='width: 10px;' data-x", ' rowspan="1" colspan=1', "\n  id=c7 "),
  wrap: fc.array(fc.constantFrom("b", "code", "span class=x", "div", "p", 'a href="https://example.com/?a=1&b=2"', "strong"), { maxLength: 3 }),
  space: fc.constantFrom("", " ", "\n", "\n  "),
  entity: fc.constantFrom("decimal", "hex", "name"),
  closes: fc.boolean(),
  body: fc.boolean(),
});

const names: Readonly<Record<string, string>> = { "&": "amp", "<": "lt", ">": "gt", '"': "quot" };

function escaped(text: string, { entity }: Style): string {
  return text.replaceAll(/[&<>"]/g, (mark) => {
    const code = mark.codePointAt(0) ?? 0;
    return entity === "name" ? `&${names[mark] ?? ""};` : entity === "hex" ? `&#x${code.toString(16)};` : `&#${String(code)};`;
  });
}

function written(rows: readonly (readonly string[])[], of: Style): string {
  const tag = (name: string): string => (of.upper ? name.toUpperCase() : name);
  const content = (text: string): string => of.wrap.reduce((inner, wrap) => `<${wrap}>${of.space}${inner}</${wrap.split(" ")[0] ?? ""}>`, escaped(text, of).replaceAll(" ", of.space === "" ? " " : `${of.space} `));
  const lines = rows.map((row, index) => {
    const name = tag(index === 0 ? "th" : "td");
    const cells = row.map((text) => `<${name}${of.attributes}>${content(text)}${of.closes ? `</${name}>` : ""}`);
    return `<${tag("tr")}>${of.space}${cells.join(of.space)}${of.closes ? `</${tag("tr")}>` : ""}`;
  });
  const inner = lines.join(of.space);
  return `<${tag("table")}${of.attributes.replace(/(?:row|col)span=\S+/g, "")}>${of.space}${of.body ? `<tbody>${inner}</tbody>` : inner}</${tag("table")}>`;
}

function rowsOf(page: string): readonly (readonly string[])[] {
  const found = openPage(page, "page.md").blocks.find((block) => block.type === "table");
  return found === undefined ? [] : [found.header, ...found.rows].map((row) => row.cells.map((cell) => cell.text));
}

it("tables in HTML say the same however they are written, in a saved page and in Markdown", () => {
  fc.assert(
    fc.property(table, style, (rows, of) => {
      const markup = written(rows, of);
      expect(rowsOf(`<!DOCTYPE html><html><body><h2>A</h2>${markup}</body></html>`)).toEqual(rows);
      expect(rowsOf(`# Page\n\n${markup}\n\nText.\n`)).toEqual(rows);
    }),
    runs(150),
  );
});

it("a cell that spans rows and columns stands in each of them, in a saved page and in Markdown", () => {
  const markup = '<table><tr><th colspan="2">A</th><th>B</th></tr><tr><td rowspan=2>1</td><td>2</td><td>3</td></tr><tr><td>4</td><td>5</td></tr></table>';
  const expected = [["A", "A", "B"], ["1", "2", "3"], ["1", "4", "5"]];
  expect(rowsOf(`<!DOCTYPE html><html><body>${markup}</body></html>`)).toEqual(expected);
  expect(rowsOf(`# Page\n\n${markup}\n`)).toEqual(expected);
});
