import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import plugin from "../../rules/index.js";
import { root } from "../packages/project.js";

const english = readFileSync(join(root, "README.md"), "utf8");
const chinese = readFileSync(join(root, "README.zh-CN.md"), "utf8");

function withoutCode(page: string): string {
  return page.replaceAll(/^```.*?^```$/gms, "");
}

/** Each heading's depth and what it quotes: the words between differ. */
function headings(page: string): string[] {
  return [...withoutCode(page).matchAll(/^(#+) (.*)$/gm)].map(([, depth = "", title = ""]) => [depth, ...(title.match(/`[^`]+`/g) ?? [])].join(" "));
}

/** The code blocks without their comments, which are translated. */
function codeBlocks(page: string): string[] {
  return [...page.matchAll(/^```(\w+)\n(.*?)^```$/gms)].map(([, language = "", code = ""]) => `${language}\n${code.replaceAll(/^ *\/\/.*\n/gm, "")}`);
}

/** What the first column of each table quotes. */
function tableKeys(page: string): string[] {
  const rows = withoutCode(page).matchAll(/^\| (`[^|]+?)(?: \(|（| \|)/gm);
  return [...rows].map(([, key = ""]) => key.replaceAll("、", ", "));
}

/** The files that a page links to; the other language is a link of its own. */
function links(page: string): string[] {
  return [...withoutCode(page).matchAll(/\]\((?!https?:|README)([^)#]+)\)/g)].map(([, target = ""]) => target);
}

describe("README.zh-CN.md", () => {
  it("has the headings of README.md", () => {
    expect(headings(chinese)).toEqual(headings(english));
  });

  it("has the code blocks of README.md", () => {
    expect(codeBlocks(chinese)).toEqual(codeBlocks(english));
  });

  it("has the rows of the tables of README.md", () => {
    expect(tableKeys(chinese)).toEqual(tableKeys(english));
  });

  it("has the links of README.md", () => {
    expect(links(chinese)).toEqual(links(english));
  });

  it.each(Object.keys(plugin.rules))("lists %s", (rule) => {
    expect(chinese).toContain(`[${rule}](docs/rules/${rule}.md)`);
  });

  it("has no paragraph in English", () => {
    const prose = withoutCode(chinese).split("\n").filter((line) => line.length > 40 && !/^[|#]/.test(line));
    expect(prose.filter((line) => !/[\u4e00-\u9fff]/.test(line))).toEqual([]);
  });
});
