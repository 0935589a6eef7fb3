import { existsSync, readdirSync, readFileSync } from "node:fs";
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

const guides = readdirSync(join(root, "docs"), { recursive: true, encoding: "utf8" })
  .map((file) => file.replaceAll("\\", "/"))
  .filter((file) => file.endsWith(".md") && !file.startsWith("zh-CN/"));
const pages: readonly (readonly [chinese: string, english: string])[] = [
  ["docs/zh-CN/code-map.md", "generated/README.md"],
  ...guides.map((file) => [`docs/zh-CN/${file}`, `docs/${file}`] as const),
];

/** What the head of a rule's page says is generated; without it in Chinese. */
function body(page: string): string {
  return page.replace(/^[\s\S]*<!-- end auto-generated rule header -->/, "# `rule`").replace(/<!-- begin auto-generated rule options list -->[\s\S]*<!-- end auto-generated rule options list -->/, "");
}

/** How many rows each table has: their words are translated. */
function tableSizes(page: string): number[] {
  return [...withoutCode(page).matchAll(/(?:^\|.*\n?)+/gm)].map(([table]) => table.trimEnd().split("\n").length);
}

describe.each(pages)("%s", (file, source) => {
  const original = readFileSync(join(root, source), "utf8");
  const translated = existsSync(join(root, file)) ? readFileSync(join(root, file), "utf8") : "";
  const depths = (page: string): string[] => headings(page).map((heading) => heading.split(" ")[0] ?? "");

  it("has the headings of the page in English", () => {
    expect(depths(translated)).toEqual(depths(body(original)));
  });

  it("has its code blocks", () => {
    expect(codeBlocks(translated)).toEqual(codeBlocks(original));
  });

  it("has the rows of its tables", () => {
    expect(tableSizes(translated)).toEqual(tableSizes(body(original)));
  });

  it("has no paragraph in English", () => {
    const prose = withoutCode(translated).split("\n").filter((line) => line.length > 40 && !/^[|#]/.test(line));
    expect(prose.filter((line) => !/[\u4e00-\u9fff]/.test(line.replaceAll(/`[^`]*`/g, "")) && !/^`[^`]*`(?:、`[^`]*`)*。$/.test(line))).toEqual([]);
  });
});
