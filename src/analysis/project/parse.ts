import type { TSESLint, TSESTree } from "@typescript-eslint/utils";
import { createRequire } from "node:module";
import { extname } from "node:path";
import { createVariableLookup, type Variable } from "../source/file.js";
import { sourceCodeOf } from "./source-code.js";
import type { LinkedModule } from "../source/linked-modules.js";
import { loadNative } from "./native.js";
import { nestsTooDeep } from "./nesting.js";

/** A module as it is kept: nothing in it depends on who imports it. */
export interface ParsedModule extends LinkedModule {
  /** Variables that were made for what has no name. */
  readonly made: Map<TSESTree.Node, Variable>;
}

interface Parsers {
  readonly parseSync: (path: string, text: string, options: object) => { readonly program: TSESTree.Program; readonly comments: readonly { start: number; end: number }[]; readonly errors: readonly unknown[] };
  readonly visitorKeys: Readonly<Record<string, readonly string[]>>;
  readonly analyze: (program: TSESTree.Program, options: object) => TSESLint.Scope.ScopeManager;
}

let loaded: Parsers | undefined;

/**
 * One parser for all modules, whatever the linted file was parsed with: under oxlint a rule is handed none, and a configuration has others
 * for files of other kinds. Loaded late, since its code is native.
 */
function parsers(): Parsers | undefined {
  if (loaded === undefined) {
    const require = createRequire(import.meta.url);
    const native = loadNative("oxc-parser", () => require("oxc-parser") as Pick<Parsers, "parseSync" | "visitorKeys">);
    if (native === undefined) return undefined;
    const { parseSync, visitorKeys } = native;
    const { analyze } = require("@typescript-eslint/scope-manager") as Pick<Parsers, "analyze">;
    loaded = { parseSync, visitorKeys, analyze };
  }
  return loaded;
}

const languages: Readonly<Record<string, string>> = { ".ts": "ts", ".mts": "ts", ".cts": "ts", ".tsx": "tsx" };

/** Where the module stands that was parsed last: each stands before all that were parsed earlier, as what is imported runs before. */
let lowest = 0;

/** @returns undefined for what is no JavaScript or TypeScript, or nests deeper than anybody writes, and where there is no parser for this machine */
export function parseModule(path: string, text: string): ParsedModule | undefined {
  const found = parsers();
  if (found === undefined) return undefined;
  const { analyze, parseSync, visitorKeys } = found;
  const lang = languages[extname(path)] ?? "jsx";
  if (nestsTooDeep(text, lang !== "ts")) return undefined;
  const { comments, errors, program } = parseSync(path, text, { lang, sourceType: "unambiguous", astType: "ts", range: true, preserveParens: false });
  if (errors.length > 0) return undefined;
  // One place more than the text has, so that nothing stands at 0, where the linted file begins.
  const start = lowest - text.length - 2;
  lowest = start;
  place(program, start);
  // Names of the language's own library are nobody's variables here.
  const { scopes } = analyze(program, { sourceType: "module", lib: [] });
  const made = new Map<TSESTree.Node, Variable>();
  const own = createVariableLookup(() => scopes);
  return {
    path, text, program, start, scopes, made, syntaxAnswers: new Map(),
    sourceCode: sourceCodeOf({ program, scopes, start, text, visitorKeys, comments: comments.map((comment) => [comment.start + start, comment.end + start]) }),
    end: start + text.length + 1,
    ownVariableOf: (identifier) => made.get(identifier) ?? own(identifier),
  };
}

/** One for all nodes: reports stand in the linted file, and nobody asks for the lines of another. */
const nowhere: TSESTree.SourceLocation = { start: { line: 1, column: 0 }, end: { line: 1, column: 0 } };

const notWritten: ReadonlySet<string> = new Set(["accessibility", "directive", "initializer", "returnType", "superTypeArguments", "typeAnnotation", "typeArguments", "typeParameters"]);

/** Gives all nodes their parents, and moves their ranges. */
function place(program: TSESTree.Program, by: number): void {
  const open: TSESTree.Node[] = [program];
  for (let node = open.pop(); node !== undefined; node = open.pop()) {
    node.range[0] += by;
    node.range[1] += by;
    node.loc = nowhere;
    for (const key in node) {
      const child = node[key as keyof TSESTree.Node] as unknown;
      // What is not written, typescript-eslint leaves undefined.
      if (child === null && isNotWritten(node.type, key)) (node as unknown as Record<string, unknown>)[key] = undefined;
      if (typeof child !== "object" || child === null || key === "parent") continue;
      for (const item of Array.isArray(child) ? child : [child]) {
        if (!isNode(item)) continue;
        item.parent = node;
        open.push(item);
      }
    }
  }
}

function isNotWritten(type: string, key: string): boolean {
  if (notWritten.has(key)) return type !== "TSTypePredicate";
  return (type === "RestElement" && key === "value") || (type === "TSDeclareFunction" && key === "body");
}

function isNode(value: unknown): value is TSESTree.Node {
  return typeof value === "object" && value !== null && typeof (value as { type?: unknown }).type === "string" && "range" in value;
}
