import type { TSESTree } from "@typescript-eslint/utils";
import type { AnalyzedFile, FunctionNode } from "../source/file.js";
import { remember } from "../source/file.js";
import { samePath, type ReadPath } from "../values/access-path.js";
import { calledFunction, isFunction, isInside, walk } from "../source/syntax.js";
import { testsInside, type CodeTest } from "../code-tests/code-tests.js";
import { traceOf, traceOfValue, type Trace } from "./follow.js";
import { subjectInside, type Subject } from "./condition.js";

/** The code that deals with an error: the body of a `catch`, of a function, or of the module. */
export interface Region {
  readonly owner: FunctionNode | TSESTree.CatchClause | TSESTree.Program | TSESTree.StaticBlock;
  /** Empty for an arrow function whose body is an expression. */
  readonly statements: readonly TSESTree.Statement[];
  /** The body of an arrow function that is an expression. */
  readonly value?: TSESTree.Expression;
}

/** The innermost region that a node stands in and that holds all of the code's life from where it is read. */
export function regionOf(file: AnalyzedFile, node: TSESTree.Node): Region {
  for (let at: TSESTree.Node | undefined = node.parent; at != null; at = at.parent) {
    if (at.type === "CatchClause") return { owner: at, statements: at.body.body };
    if (at.type === "StaticBlock") return { owner: at, statements: at.body };
    if (isFunction(at)) return at.body.type === "BlockStatement" ? { owner: at, statements: at.body.body } : { owner: at, statements: [], value: at.body };
  }
  const { ast } = file.sourceCode;
  return { owner: ast, statements: ast.body };
}

/** Follows a region from its start. */
export function traceOfRegion(file: AnalyzedFile, { statements, value }: Region, subject: Subject, lookout?: TSESTree.Node): Trace {
  return value === undefined ? traceOf(file, statements, subject, lookout) : traceOfValue(file, value, subject, lookout);
}

/**
 * The tests of what `path` reads in a region, and in the functions of this file that the region hands it to.
 * Each is told as a test of `path`.
 */
export function testsFrom(file: AnalyzedFile, root: TSESTree.Node, path: ReadPath, depth = 0): readonly CodeTest[] {
  const found = testsByOwner(file, root).filter((test) => samePath(test.site.path, path));
  if (depth > 3) return found;
  walk(file, root, (node) => {
    const called = node.type === "CallExpression" ? calledFunction(file, node) : undefined;
    if (node.type === "CallExpression" && called !== undefined && !isInside(called, root) && !isInside(root, called)) {
      const inside = subjectInside(file, node, called, { path, code: "" });
      if (inside !== undefined) found.push(...testsFrom(file, called.body, inside.path, depth + 1));
    }
    return true;
  });
  return found;
}

function testsByOwner(file: AnalyzedFile, root: TSESTree.Node): CodeTest[] {
  return remember(file, testsByOwner, root, [], () => testsInside(file, root)).slice();
}
