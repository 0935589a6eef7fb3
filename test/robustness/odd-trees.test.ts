import * as typescriptParser from "@typescript-eslint/parser";
import { Linter } from "eslint";
import { afterEach, expect, it, vi } from "vitest";
import plugin from "../../rules/index.js";

const code = `import { cbs } from "tencentcloud-sdk-nodejs";
const client = new cbs.v20170312.Client({});
export async function run() {
  try { return await client.AttachDisks({}); } catch (e) {
    if (e.code === "InvalidDisk.Bsy") return null;
    if (e.code.startsWith("LimitExceeded")) return null;
    throw e;
  }
}
`;

type Tree = Record<string, unknown>;

/** A parser whose trees are those of another one, each node changed. */
function parserThat(change: (node: Tree) => void, services?: object): object {
  const changeAll = (value: unknown): void => {
    if (typeof value !== "object" || value === null) return;
    if (typeof (value as Tree)["type"] === "string") change(value as Tree);
    for (const [key, child] of Object.entries(value)) if (!/^(?:comments|loc|parent|range|tokens)$/.test(key)) changeAll(child);
  };
  return {
    parseForESLint(text: string, options: typescriptParser.ParserOptions) {
      const parsed = typescriptParser.parseForESLint(text, options);
      changeAll(parsed.ast);
      return { ...parsed, ...(services === undefined ? {} : { services }) };
    },
  };
}

function codesFound(parser: object): readonly string[] {
  const { recommended, strict } = plugin.configs;
  const messages = new Linter().verify(code, [{ files: ["**"], plugins: { tencentcloud: plugin }, languageOptions: { parser }, rules: { ...recommended.rules, ...strict.rules } }], { filename: "a.ts" });
  return messages.flatMap(({ message, ruleId }) => (ruleId === "tencentcloud/no-undocumented-code" ? [message.slice(0, 17)] : []));
}

afterEach(() => {
  vi.restoreAllMocks();
});

const nothing = (): void => undefined;
const noChecker = { program: { getTypeChecker: () => { throw new Error("there is no checker here"); } } };

it.each([
  ["whose calls have arguments that are none", parserThat((node) => { if (node["type"] === "CallExpression") node["arguments"] = [null]; }), "Cannot read properties of null"],
  ["whose checker fails", parserThat(nothing, noChecker), "there is no checker here"],
])("a parser %s ends no run, and what failed is told once for each rule", (_, parser, reason) => {
  const warning = vi.spyOn(process, "emitWarning").mockImplementation(() => undefined);
  codesFound(parser);
  const told = warning.mock.calls.map(([message]) => String(message));
  codesFound(parser);
  expect(warning.mock.calls).toHaveLength(told.length);
  expect(new Set(told).size).toBe(told.length);
  expect(told).not.toEqual([]);
  for (const message of told) expect(message).toMatch(new RegExp(String.raw`^tencentcloud/[\w-]+ says no more about a\.ts, because it failed: ${reason}.*\([\w.-]+:\d+:\d+\)\. Please report`));
});

it("a parser that leaves out a name no rule needs makes none fail", () => {
  const warning = vi.spyOn(process, "emitWarning").mockImplementation(() => undefined);
  expect(codesFound(parserThat((node) => { if (node["type"] === "Identifier" && node["name"] === "startsWith") node["name"] = null; }))).toEqual(['"InvalidDisk.Bsy"']);
  expect(warning).not.toHaveBeenCalled();
});

it("the same code with a whole tree is linted", () => {
  expect(codesFound(parserThat(nothing))).toEqual(['"InvalidDisk.Bsy"']);
});
