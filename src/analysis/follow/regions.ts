import type { TSESTree } from "@typescript-eslint/utils";
import type { AnalyzedFile, FunctionNode } from "../source/file.js";
import { answerOnce } from "../source/answer-once.js";
import { samePath, type ReadPath } from "../values/access-path.js";
import { calledFunction } from "../source/functions.js";
import { chainFrom, isFunction, isInside, walkHandler } from "../source/syntax.js";
import { testsInside } from "../code-tests/code-tests.js";
import { followStatements, followValue, type Followed } from "./follow.js";
import type { CodeTest } from "../code-tests/code-test.js";
import type { AssumedCode } from "./assumed-code.js";
import { assumedInside } from "./code-inside.js";

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
  for (let at: TSESTree.Node | undefined = node.parent; at != null; at = chainFrom(at).parent) {
    if (at.type === "CatchClause") return { owner: at, statements: at.body.body };
    if (at.type === "StaticBlock") return { owner: at, statements: at.body };
    if (isFunction(at)) return at.body.type === "BlockStatement" ? { owner: at, statements: at.body.body } : { owner: at, statements: [], value: at.body };
  }
  const { ast } = file.sourceCode;
  return { owner: ast, statements: ast.body };
}

/** Follows a region from its start. */
export function followRegion(file: AnalyzedFile, { statements, value }: Region, assumed: AssumedCode, waypoint?: TSESTree.Node): Followed {
  return value === undefined ? followStatements(file, statements, assumed, waypoint) : followValue(file, value, assumed, waypoint);
}

/**
 * The tests of what `path` reads in a region, and in the functions of this file that the region hands it to.
 * Each is told as a test of `path`.
 */
export function testsFrom(file: AnalyzedFile, root: TSESTree.Node, path: ReadPath): readonly CodeTest[] {
  // One function can be handed the error in many places: it is looked at once.
  const pieces: Piece[] = [{ root, path, depth: 0 }];
  for (const piece of pieces) {
    for (const called of piece.depth > maximumDepth ? [] : piecesCalled(file, piece)) {
      if (!pieces.some((known) => known.root === called.root && samePath(known.path, called.path))) pieces.push(called);
    }
  }
  return pieces.flatMap((piece) => testsByOwner(file, piece.root).filter((test) => samePath(test.site.path, piece.path)));
}

const maximumDepth = 3;

interface Piece {
  readonly root: TSESTree.Node;
  readonly path: ReadPath;
  readonly depth: number;
}

/** The functions of this file that a piece of code hands what its path reads to. */
function piecesCalled(file: AnalyzedFile, { root, path, depth }: Piece): readonly Piece[] {
  const found: Piece[] = [];
  walkHandler(file, root, (node) => {
    const called = node.type === "CallExpression" ? calledFunction(file, node) : undefined;
    if (node.type === "CallExpression" && called !== undefined && !isInside(called, root) && !isInside(root, called)) {
      const inside = assumedInside(file, node, called, { path, code: "" });
      if (inside !== undefined) found.push({ root: called.body, path: inside.path, depth: depth + 1 });
    }
    return true;
  });
  return found;
}

function testsByOwner(file: AnalyzedFile, root: TSESTree.Node): readonly CodeTest[] {
  return answerOnce<readonly CodeTest[]>(file, testsByOwner, root, [], () => testsInside(file, root));
}
