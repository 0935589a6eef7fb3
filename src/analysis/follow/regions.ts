import type { TSESTree } from "@typescript-eslint/utils";
import type { AnalyzedFile, FunctionNode } from "../source/file.js";
import { answerOnce } from "../source/answer-once.js";
import { spend } from "../source/allowance.js";
import { samePath, type ReadPath } from "../values/access-path.js";
import { calledFunction } from "../source/functions.js";
import { enclosingHandler, isInside, walkHandler, type HandlerNode } from "../source/syntax.js";
import { testsInside } from "../code-tests/code-tests.js";
import { followStatements, followValue, type Followed } from "./follow.js";
import type { CodeTest } from "../code-tests/code-test.js";
import type { AssumedCode } from "./assumed-code.js";
import { assumedInside } from "./code-inside.js";

/** The code that deals with an error: the body of a `catch`, of a function, or of the module. */
export interface Region {
  readonly owner: HandlerNode | TSESTree.Program;
  /** Empty for an arrow function whose body is an expression. */
  readonly statements: readonly TSESTree.Statement[];
  /** The body of an arrow function that is an expression. */
  readonly value?: TSESTree.Expression;
}

/** The innermost region that a node stands in and that holds all of the code's life from where it is read. */
export function regionOf(file: AnalyzedFile, node: TSESTree.Node): Region {
  const owner = enclosingHandler(node) ?? file.sourceCode.ast;
  if (owner.type === "CatchClause") return { owner, statements: owner.body.body };
  if (owner.type === "StaticBlock" || owner.type === "Program") return { owner, statements: owner.body };
  return owner.body.type === "BlockStatement" ? { owner, statements: owner.body.body } : { owner, statements: [], value: owner.body };
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
  const tests: CodeTest[] = [];
  for (const piece of pieces) {
    const inside = testsByOwner(file, piece.root);
    // What all handlers share is looked at once for each of them.
    if (piece.root !== root && !spend(file, testsFrom, 1 + inside.length, mostShared)) break;
    for (const test of inside) if (samePath(test.site.path, piece.path)) tests.push(test);
    for (const called of piece.depth > maximumDepth ? [] : piecesCalled(file, piece)) {
      if (!pieces.some((known) => known.root === called.root && samePath(known.path, called.path))) pieces.push(called);
    }
  }
  return tests;
}

const maximumDepth = 3;
/** Two hundred handlers that share a function of a hundred tests. */
const mostShared = 20_000;

interface Piece {
  readonly root: TSESTree.Node;
  readonly path: ReadPath;
  readonly depth: number;
}

/** The functions of this file that a piece of code hands what its path reads to. */
function piecesCalled(file: AnalyzedFile, { root, path, depth }: Piece): readonly Piece[] {
  const found: Piece[] = [];
  for (const { call, called } of callsOfFunctions(file, root)) {
    const inside = assumedInside(file, call, called, { path, code: "" });
    if (inside !== undefined) found.push({ root: called.body, path: inside.path, depth: depth + 1 });
  }
  return found;
}

interface CallOfFunction {
  readonly call: TSESTree.CallExpression;
  readonly called: FunctionNode;
}

/** The calls in a piece of code of functions of this file that stand elsewhere. */
function callsOfFunctions(file: AnalyzedFile, root: TSESTree.Node): readonly CallOfFunction[] {
  return answerOnce<readonly CallOfFunction[]>(file, callsOfFunctions, root, [], () => {
    const found: CallOfFunction[] = [];
    walkHandler(file, root, (node) => {
      const called = node.type === "CallExpression" ? calledFunction(file, node) : undefined;
      if (node.type === "CallExpression" && called !== undefined && !isInside(called, root) && !isInside(root, called)) found.push({ call: node, called });
      return true;
    });
    return found;
  });
}

function testsByOwner(file: AnalyzedFile, root: TSESTree.Node): readonly CodeTest[] {
  return answerOnce<readonly CodeTest[]>(file, testsByOwner, root, [], () => testsInside(file, root));
}
