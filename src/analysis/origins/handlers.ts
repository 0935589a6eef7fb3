import type { TSESTree } from "@typescript-eslint/utils";
import type { AnalyzedFile, Variable } from "../source/file.js";
import { answerOnce } from "../source/answer-once.js";
import { isVariable, pathOfVariable, readPath } from "../values/access-path.js";
import { bare, calleeName, isFunction, walk } from "../source/syntax.js";

/** What comes out of a handler of errors. */
export interface LettingOut {
  /** The error itself. */
  readonly rethrows: boolean;
  /** Another error, with the caught one in it. */
  readonly wraps: boolean;
  /** An error that can have a code of its own. */
  readonly others: boolean;
}

/**
 * What a handler lets out.
 *
 * @param parameter the parameter or pattern that gets the caught error
 */
export function lettingOut(file: AnalyzedFile, handler: TSESTree.Node, parameter: TSESTree.Node | null): LettingOut {
  return answerOnce<LettingOut>(file, lettingOut, handler, { rethrows: true, wraps: false, others: false }, () => {
    const caught = parameter?.type === "Identifier" ? file.variableOf(parameter) : undefined;
    let rethrows = false;
    let wraps = false;
    let others = false;
    walk(file, handler, (node) => {
      const thrown = thrownBy(node);
      if (thrown !== undefined) {
        if (isCaught(file, thrown, caught)) rethrows = true;
        else {
          if (mentionsCaught(file, thrown, caught)) wraps = true;
          if (!isPlainError(thrown)) others = true;
        }
      }
      return !isFunction(node);
    });
    return { rethrows, wraps, others };
  });
}

/** The value that a node throws or rejects with. */
function thrownBy(node: TSESTree.Node): TSESTree.Node | undefined {
  if (node.type === "ThrowStatement") return node.argument;
  if (node.type !== "CallExpression" || calleeName(node) !== "reject") return undefined;
  return node.arguments[0];
}

function isCaught(file: AnalyzedFile, thrown: TSESTree.Node, caught: Variable | undefined): boolean {
  // Without a name for the error, whatever is thrown is taken for it.
  if (caught === undefined) return bare(thrown).type === "Identifier";
  const { root, names } = readPath(file, thrown);
  if (root === caught && names.length === 0) return true;
  const node = bare(thrown);
  // Object.assign(e, …) hands on the same error.
  return node.type === "CallExpression" && calleeName(node) === "assign" && node.arguments[0] !== undefined && isCaught(file, node.arguments[0], caught);
}

function mentionsCaught(file: AnalyzedFile, thrown: TSESTree.Node, caught: Variable | undefined): boolean {
  let found = false;
  walk(file, thrown, (node) => {
    if (node.type === "Identifier") {
      const variable = file.variableOf(node);
      const root = variable === undefined ? undefined : pathOfVariable(file, variable).root;
      if (variable !== undefined && (variable === caught || (root !== undefined && isVariable(root) && root === caught))) found = true;
    }
    return !found;
  });
  return found;
}

/** `new Error(…)` has no code. */
function isPlainError(thrown: TSESTree.Node): boolean {
  const node = bare(thrown);
  return node.type === "NewExpression" && node.callee.type === "Identifier" && node.callee.name === "Error";
}
