import type { TSESTree } from "@typescript-eslint/utils";
import { callsIn } from "../origins/calls.js";
import type { AnalyzedFile, Variable } from "../source/file.js";
import { nameAround } from "../source/name-around.js";
import { calledFunction } from "../source/functions.js";
import { bare, isFunction, walk } from "../source/syntax.js";
import { isVariable } from "../values/access-path.js";
import type { CodeSite } from "./code-sites.js";

/** A declaration in another module, through which something is known of a code. */
export interface Way {
  /** Undefined for what stands in no declaration. */
  readonly name: string | undefined;
  /** Absolute. */
  readonly path: string;
}

/** The declarations in other modules through which it is seen where the code at a site comes from. */
export function waysOf(file: AnalyzedFile, { node, path: { root } }: CodeSite): readonly Way[] {
  const own = wayTo(file, node);
  if (own !== undefined) return [own];
  const failing = isVariable(root) ? failingCode(root) : undefined;
  if (failing === undefined) return [];
  const ways: Way[] = [];
  walk(file, failing, (part) => {
    if (part.type !== "CallExpression" || callsIn(file, part).sdk.length === 0) return true;
    const way = wayTo(file, declarationOf(file, part) ?? part);
    if (way !== undefined && !ways.some(({ name, path }) => name === way.name && path === way.path)) ways.push(way);
    return true;
  });
  return ways;
}

function wayTo(file: AnalyzedFile, node: TSESTree.Node): Way | undefined {
  const module = file.linked.moduleOf(node);
  return module === undefined ? undefined : { name: nameAround(node), path: module.path };
}

/** What failed where a variable holds the error: the block of a `try`, the promise before `.catch`. */
function failingCode({ defs: [definition] }: Variable): TSESTree.Node | undefined {
  if (definition?.type === "CatchClause") return definition.node.parent.type === "TryStatement" ? definition.node.parent.block : undefined;
  const call = definition?.type === "Parameter" && isFunction(definition.node) ? definition.node.parent : undefined;
  return call?.type === "CallExpression" && call.callee.type === "MemberExpression" ? call.callee.object : undefined;
}

/** The function that is called, or what its object is declared as. */
function declarationOf(file: AnalyzedFile, call: TSESTree.CallExpression): TSESTree.Node | undefined {
  const called = calledFunction(file, call);
  if (called !== undefined) return called;
  let owner = bare(call.callee);
  while (owner.type === "MemberExpression") owner = bare(owner.object);
  return owner.type === "Identifier" ? file.variableOf(owner)?.identifiers[0] : undefined;
}
