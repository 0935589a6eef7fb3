import { existsSync, readFileSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { rulePage } from "../../src/catalog/addresses.js";
import plugin from "../../rules/index.js";
import { root } from "../packages/project.js";

/** The parts of JSON Schema that the rules' options use. */
interface Schema {
  readonly type?: string;
  readonly description?: string;
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly items?: Schema;
  readonly additionalProperties?: boolean | Schema;
}

interface RuleMeta {
  readonly type?: string;
  readonly docs?: { readonly description?: string; readonly url?: string; readonly recommended?: boolean };
  readonly messages: Readonly<Record<string, string>>;
  readonly hasSuggestions?: boolean;
  readonly schema: readonly Schema[];
  readonly defaultOptions?: readonly Readonly<Record<string, unknown>>[];
}

const rules = Object.entries(plugin.rules).map(([name, rule]): [string, RuleMeta] => [name, rule.meta as unknown as RuleMeta]);
const { recommended, strict } = plugin.configs;

/** Paths of a schema's parts that have no description. */
function undescribed(schema: Schema, path: string): string[] {
  const parts = [
    ...Object.entries(schema.properties ?? {}).map(([key, part]): [string, Schema] => [`${path}.${key}`, part]),
    ...(schema.items === undefined ? [] : [[`${path}[]`, schema.items] as const]),
    ...(typeof schema.additionalProperties === "object" ? [[`${path}.*`, schema.additionalProperties] as const] : []),
  ];
  return [...(schema.description === undefined ? [path] : []), ...parts.flatMap(([at, part]) => undescribed(part, at))];
}

function testFilesOf(rule: string): string[] {
  return readdirSync(join(root, "test/rules"), { recursive: true, encoding: "utf8" }).filter((file) => file.includes(rule) && file.endsWith(".test.ts"));
}

describe.each(rules)("%s", (name, meta) => {
  it("has a file of its name", () => {
    expect(existsSync(join(root, "rules", `${name}.ts`))).toBe(true);
  });

  it("has tests", () => {
    expect(testFilesOf(name)).not.toEqual([]);
  });

  it("has a page, which its reports link to", () => {
    expect(existsSync(join(root, "docs/rules", `${name}.md`))).toBe(true);
    expect(meta.docs?.url).toBe(rulePage(name));
  });

  it("says what it wants in one sentence without a full stop, as lists of rules have it", () => {
    expect(meta.docs?.description).toMatch(/^(?:require|disallow|enforce) .+[^.]$/);
  });

  it("has messages that are full sentences", () => {
    expect(Object.values(meta.messages).filter((message) => !/^["A-Z{].*[.?}]$/s.test(message))).toEqual([]);
  });

  it("describes each of its options", () => {
    expect(meta.schema.flatMap((schema) => undescribed(schema, "options"))).toEqual([]);
  });

  it("has a default for each of its options, and no other", () => {
    const options = Object.keys(meta.schema[0]?.properties ?? {}).sort();
    expect(Object.keys(meta.defaultOptions?.[0] ?? {}).sort()).toEqual(options);
  });

  it("takes no unknown options", () => {
    expect(meta.schema.filter((schema) => schema.additionalProperties !== false)).toEqual([]);
  });

  it("is in the strict configuration, and in the recommended one if it is recommended", () => {
    expect(Object.keys(strict.rules ?? {})).toContain(`tencentcloud/${name}`);
    expect(Object.hasOwn(recommended.rules ?? {}, `tencentcloud/${name}`)).toBe(meta.docs?.recommended === true);
  });

  it("has the options of this schema", async () => {
    await expect(`${JSON.stringify(meta.schema, null, 2)}\n`).toMatchFileSnapshot(`snapshots/${name}.json`);
  });
});

describe("the rules", () => {
  it("are all in the plugin", () => {
    const files = readdirSync(join(root, "rules")).filter((file) => file.endsWith(".ts") && /\bcreateRule\b.*\(\{\s*name: /s.test(readFileSync(join(root, "rules", file), "utf8")));
    expect(rules.map(([name]) => `${name}.ts`).sort()).toEqual(files.sort());
  });

  it("are listed in plain order", () => {
    const names = rules.map(([name]) => name);
    expect(names).toEqual(names.toSorted());
  });

  it("are all that has a page", () => {
    expect(readdirSync(join(root, "docs/rules")).sort()).toEqual(rules.map(([name]) => `${name}.md`).sort());
  });

  it("are configured under these options beyond their defaults", () => {
    expect({ recommended: recommended.rules, strict: strict.rules }).toMatchSnapshot();
  });
});
