import * as parser from "@typescript-eslint/parser";
import fc from "fast-check";
import { readFileSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";

import { tencentFile } from "../../bench/corpus/corpus.js";
import { hostileSources } from "../../bench/corpus/hostile.js";
import { readServices } from "../../bench/corpus/services.js";
import { createRandom } from "../../bench/lib/random.js";
import { lintFile, typedProgram } from "../../bench/robustness.js";
import plugin from "../../rules/index.js";
import { evidence } from "../rules/positives/evidence.js";
import { judgements } from "../rules/positives/judgements.js";
import { shapes } from "../rules/positives/shapes.js";
import { runs } from "./runs.js";

interface Source {
  readonly text: string;
  /** Where expressions and statements stand in it. */
  readonly parts: readonly Part[];
}

interface Part {
  readonly start: number;
  readonly end: number;
  readonly isStatement: boolean;
}

const example = join(import.meta.dirname, "../../examples/disk-janitor");
const snippets = Object.values({ ...evidence, ...judgements, ...shapes }).map(({ code }) => code);
const services = await readServices();
const texts = [
  ...readdirSync(example).filter((name) => name.endsWith(".ts")).map((name) => readFileSync(join(example, name), "utf8")),
  ...Array.from({ length: 4 }, (_, index) => tencentFile(createRandom(index), services, index, 1)),
  ...Object.values(hostileSources).map((write) => write(4)),
  ...snippets,
];

/** What no application has where the rules expect something else. */
const odd = [
  "null", "undefined", "this", "super.code", "new.target", "import.meta", "...e", "e", "e.code", "e?.code", "`${e.code}`", "[,]", "({ ...e })", "({ __proto__: e })", "class { static { e.code; } }",
  "(() => e.code)()", "await e", "yield e", "async function* f() { yield* e; }", "e.code = e.code", "delete e.code", "void 0", "-0", "1n", "/(/", "/a|b/v", "e.code!", "<any>e", "e as const", "e satisfies any", "a?.[e]?.(e)",
  "x = x", "function f() { return f(); }", "[e.code] = [e.code]", "({ [e.code]: e } = e)", "label: for (;;) { continue label; }", "switch (e.code) {}", "switch (true) { default: case e.code: }", "try {} finally {}", "throw e", "return", "break", "var e = e", "enum E { A = E.A }",
  "namespace N { export const e = N.e; }", "using e = e", "import(e.code)", "debugger", ";", '"\\ud800"', '"__proto__"', '"constructor"', "e.constructor.prototype", "#e in e", "((e))", "", "{}", "new e.code()", "e``",
];

function sourceOf(text: string): Source | undefined {
  const parts: Part[] = [];
  const visit = (node: unknown): void => {
    if (Array.isArray(node)) node.forEach(visit);
    else if (isNode(node)) {
      const isStatement = /Statement$|Declaration$/.test(node.type);
      if (isStatement || /Expression$|Literal$|^Identifier$/.test(node.type)) parts.push({ start: node.range[0], end: node.range[1], isStatement });
      for (const [key, value] of Object.entries(node)) if (key !== "parent" && key !== "loc") visit(value);
    }
  };
  try {
    visit(parser.parse(text, { range: true, jsx: false }).body);
  } catch {
    return undefined;
  }
  return { text, parts };
}

function isNode(value: unknown): value is { readonly type: string; readonly range: readonly [number, number] } {
  return typeof value === "object" && value !== null && "type" in value && "range" in value;
}

const sources = texts.map(sourceOf).filter((source) => source !== undefined);

/** One change: a part of the file is left out, doubled, or gives way to another part, or to something odd. */
const change = fc.record({
  at: fc.nat(),
  kind: fc.constantFrom("leave out", "double", "part", "part", "part", "odd", "odd", "nest"),
  donor: fc.nat(),
  from: fc.nat(),
  other: fc.constantFrom(...odd),
});
const mutated = fc.record({ source: fc.nat(), changes: fc.array(change, { minLength: 1, maxLength: 6 }) }).map(({ source, changes }) => {
  const { text, parts } = pick(sources, source);
  const edits = changes.map((each) => ({ ...each, part: pick(parts, each.at) })).sort((a, b) => b.part.start - a.part.start);
  let result = text;
  let limit = text.length;
  for (const { part, kind, donor, from, other } of edits) {
    if (part.end > limit) continue;
    limit = part.start;
    const own = text.slice(part.start, part.end);
    result = result.slice(0, part.start) + changed(own, part.isStatement, kind, donorText(from, donor, part.isStatement), other) + result.slice(part.end);
  }
  return result;
});

function changed(own: string, isStatement: boolean, kind: string, donor: string, other: string): string {
  switch (kind) {
    case "leave out":
      return isStatement ? ";" : "undefined";
    case "double":
      return isStatement ? `${own}\n${own}` : `(${own}, ${own})`;
    case "part":
      return isStatement ? donor : `(${donor})`;
    case "nest":
      return isStatement ? `{${"try {".repeat(20)}${own}${"} catch (e) { if (e.code) throw e; }".repeat(20)}}` : `${"(".repeat(50)}${own}${")".repeat(50)}`;
    default:
      return isStatement ? `${other};` : other;
  }
}

function donorText(from: number, donor: number, isStatement: boolean): string {
  const { text, parts } = pick(sources, from);
  const alike = parts.filter((part) => part.isStatement === isStatement);
  if (alike.length === 0) return "undefined";
  const { start, end } = pick(alike, donor);
  return text.slice(start, end);
}

function pick<Item>(items: readonly Item[], index: number): Item {
  return items[index % items.length] as Item;
}

describe("no rule throws", () => {
  it("on files of all kinds that were changed anywhere", { timeout: 120_000 }, () => {
    let parsed = 0;
    let all = 0;
    fc.assert(
      fc.property(mutated, (text) => {
        const { thrown, skipped } = lintFile(plugin, "/source.ts", { text });
        all += 1;
        if (skipped !== true) parsed += 1;
        expect(thrown).toBeUndefined();
      }),
      runs(250),
    );
    expect(parsed / all).toBeGreaterThan(0.3);
  });

  it("with type information either", { timeout: 120_000 }, () => {
    const samples = fc.sample(mutated, runs(80).numRuns).filter((text) => sourceOf(text) !== undefined);
    const files = new Map(samples.map((text, index) => [join(example, `mutated-${String(index)}.ts`), text]));
    const program = typedProgram([...files.keys()], files);
    for (const [path, text] of files) {
      const { thrown, skipped } = lintFile(plugin, path, { text, program });
      expect({ text: thrown === undefined ? "" : text, thrown, skipped: skipped === true && thrown === undefined ? undefined : skipped }).toEqual({ text: "", thrown: undefined, skipped: undefined });
    }
  });
});
