import { existsSync, readdirSync, readFileSync } from "node:fs";
import { basename, dirname, join } from "node:path";
import parser from "@typescript-eslint/parser";
import { Linter, type Rule } from "eslint";
import { retryClassOf } from "tencentcloud-error-codes";
import ts from "typescript";
import { beforeAll, describe, expect, it } from "vitest";
import plugin from "../../rules/index.js";
import { memoryProgram } from "../tools/memory-program.js";
import { codeBlocks, root, type CodeBlock } from "./code-blocks.js";

const rulePages = readdirSync(join(root, "docs", "rules"))
  .filter((name) => name.endsWith(".md"))
  .map((name) => `docs/rules/${name}`);
const guides = readdirSync(join(root, "docs"))
  // The blocks of the guide for a new service are the files of one project, which test/guides builds and lints.
  .filter((name) => name.endsWith(".md") && name !== "new-service.md")
  .map((name) => `docs/${name}`);
const pages = ["README.md", ...guides, ...rulePages];
const blocks = pages.flatMap(codeBlocks);
const compiled = blocks.filter(({ language }) => language === "ts" || language === "js");

/** Where the compiler believes a block to be; no such file is written. */
function fileOf(block: CodeBlock): string {
  return join(root, "examples", "documentation", `${block.place.replaceAll(/[/:.]/g, "-")}.${block.language === "ts" ? "ts" : "mts"}`);
}

/** One program with every block as a file of its own. */
function createProgram(): ts.Program {
  const { config } = ts.readConfigFile(join(root, "tsconfig.json"), (path) => ts.sys.readFile(path)) as { config: { compilerOptions: object } };
  const { options } = ts.convertCompilerOptionsFromJson(config.compilerOptions, root);
  return memoryProgram(new Map(compiled.map((block) => [fileOf(block), block.code])), options);
}

let program: ts.Program;
beforeAll(() => {
  program = createProgram();
});

/** What the recommended rules report, with or without types. */
function lint(block: CodeBlock, typed: boolean): string[] {
  const rule = ruleOf(block);
  const config: Linter.Config[] = [
    { files: ["**/*.ts"], languageOptions: { parser, parserOptions: typed ? { programs: [program] } : {} } },
    plugin.configs.recommended,
    rule === undefined ? {} : { rules: { [rule]: ["error", block.options] } },
  ];
  return new Linter({ cwd: root }).verify(block.code, config, { filename: fileOf(block) }).map(({ ruleId, message }) => ruleId ?? message);
}

/** The rule that a block is an example for: named by its page or by a heading above it. */
function ruleOf({ place, headings }: CodeBlock): string | undefined {
  const page = /^docs\/rules\/(?<name>[\w-]+)\.md:/.exec(place)?.groups?.["name"];
  return page === undefined ? headings.find((title) => title.startsWith("tencentcloud/")) : `tencentcloud/${page}`;
}

function isIncorrect({ headings, lead, ...block }: CodeBlock): boolean {
  return ruleOf({ headings, lead, ...block }) !== undefined && (headings[0] === "Incorrect" || lead === "Before:");
}

const typescript = blocks.filter(({ language }) => language === "ts");

describe("the code blocks of the documentation", () => {
  it.each(compiled.map((block) => [block.place, block] as const))("%s compiles", (_place, block) => {
    const file = program.getSourceFile(fileOf(block));
    const diagnostics = [...program.getSyntacticDiagnostics(file), ...program.getSemanticDiagnostics(file)];
    expect(diagnostics.map(({ messageText }) => ts.flattenDiagnosticMessageText(messageText, "\n"))).toEqual([]);
  });

  it.each(typescript.filter(isIncorrect).map((block) => [block.place, block] as const))("%s is reported by its rule, with and without types", (_place, block) => {
    expect([lint(block, false), lint(block, true)].map((reported) => reported.includes(ruleOf(block) ?? ""))).toEqual([true, true]);
  });

  it.each(typescript.filter((block) => !isIncorrect(block)).map((block) => [block.place, block] as const))("%s is not reported, with and without types", (_place, block) => {
    expect([lint(block, false), lint(block, true)]).toEqual([[], []]);
  });
});

describe.each(rulePages)("%s", (page) => {
  const text = readFileSync(join(root, page), "utf8");
  const name = basename(page, ".md");
  const meta = (plugin.rules as Readonly<Record<string, Rule.RuleModule>>)[name]?.meta;

  it("is titled with the description and the name of its rule", () => {
    const description = meta?.docs?.description ?? "";
    expect(text.split("\n")[0]).toBe(`# ${description.charAt(0).toUpperCase()}${description.slice(1)} (\`tencentcloud/${name}\`)`);
  });

  it("links to its source, its tests and the rules beside it, and says since when it is there", () => {
    const [, related = ""] = text.split("\n## Related rules\n");
    expect(related).toMatch(/\]\([a-z-]+\.md\)/);
    expect(related).toMatch(/\nSince \d+\.\d+\.\d+\.\n/);
    const targets = [...related.matchAll(/\]\(([^)]+)\)/g)].map(([, target = ""]) => target);
    expect(targets).toContain(`../../rules/${name}.ts`);
    expect(targets.filter((target) => target.startsWith("../../test/rules/")).length).toBeGreaterThan(0);
    expect(targets.filter((target) => !existsSync(join(root, "docs/rules", target)))).toEqual([]);
  });

  it("says what each option is by default", () => {
    const defaults = meta?.defaultOptions?.[0] as Record<string, unknown>;
    for (const [option, value] of Object.entries(defaults)) {
      const section = text.split(`\n### \`${option}\`\n`)[1]?.split("\n### ")[0] ?? "";
      // A long list is described in words, with its first members.
      const shown = Array.isArray(value) && value.length > 8 ? `Default: the ` : `Default: \`${JSON.stringify(value)}\``;
      expect(section, option).toContain(shown);
    }
  });

  it("shows incorrect and correct code", () => {
    const headings = codeBlocks(page).map((block) => block.headings[0]);
    expect(headings).toEqual(expect.arrayContaining(["Incorrect", "Correct"]));
  });
});

describe("README.md", () => {
  const text = readFileSync(join(root, "README.md"), "utf8");

  it("gives examples of each retry class that have that class", () => {
    const section = text.split("\n## Retry classes\n")[1]?.split("\n## ")[0] ?? "";
    const rows = [...section.matchAll(/^\| `(\w+)` \| .+ \| (.+) \|$/gm)];
    const examples = rows.flatMap(([, retryClass, codes = ""]) => [...codes.matchAll(/`([^`]+)`/g)].map(([, code]) => [code, retryClass]));
    expect(examples.length).toBeGreaterThan(10);
    expect(examples.map(([code]) => [code, retryClassOf(code)])).toEqual(examples);
  });

  it("names every dependency with its reason", () => {
    const { dependencies, peerDependencies } = JSON.parse(readFileSync(join(root, "package.json"), "utf8")) as Record<string, Record<string, string>>;
    const section = text.split("\n## Dependencies\n")[1] ?? "";
    const missing = Object.keys({ ...dependencies, ...peerDependencies }).filter((name) => !section.includes(`\`${name}\``));
    expect(missing).toEqual([]);
  });

  it("lists every rule", () => {
    const missing = Object.keys(plugin.rules).filter((name) => !text.includes(`[${name}](docs/rules/${name}.md)`));
    expect(missing).toEqual([]);
  });

  it("points to files that exist", () => {
    const targets = pages.flatMap((page) => {
      const links = [...readFileSync(join(root, page), "utf8").matchAll(/\]\(([^)#]+)(?:#[^)]*)?\)/g)].map(([, target = ""]) => target);
      return links.filter((target) => !target.startsWith("https://")).map((target) => join(root, dirname(page), target));
    });
    expect(targets.filter((target) => !existsSync(target))).toEqual([]);
  });
});
