import type { TSESTree } from "@typescript-eslint/utils";
import type { AnalyzedFile, Variable } from "../source/file.js";
import { answerOnce } from "../source/answer-once.js";
import { isVariable, pathOfVariable, readPath } from "../values/access-path.js";
import { rejectionHandlerOf } from "../values/error-callbacks.js";
import { functionOf } from "../source/functions.js";
import { bare, calleeName, isFunction, Nesting, walk } from "../source/syntax.js";

/** What comes out of a handler of errors. */
export interface LettingOut {
  /** The error itself. */
  readonly rethrows: boolean;
  /** Another error, with the caught one in it. */
  readonly wraps: boolean;
}

/**
 * What a handler lets out.
 *
 * @param parameter the parameter or pattern that gets the caught error
 */
export function lettingOut(file: AnalyzedFile, handler: TSESTree.Node, parameter: TSESTree.Node | null): LettingOut {
  return answerOnce<LettingOut>(file, lettingOut, handler, { rethrows: true, wraps: false }, () => {
    const caught = parameter?.type === "Identifier" ? file.variableOf(parameter) : undefined;
    let rethrows = false;
    let wraps = false;
    walk(file, handler, (node) => {
      const thrown = thrownBy(node);
      if (thrown !== undefined) {
        if (isCaught(file, thrown, caught)) rethrows = true;
        else if (mentionsCaught(file, thrown, caught)) wraps = true;
      }
      return !isFunction(node);
    });
    return { rethrows, wraps };
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

/** Longer chains of `catch` that all hand the error on are written by nobody. */
export const mostNestedGuards = 20;

/** As `walk`, for what is asked about what each handler of a file guards: leaves out what stands in more than twenty other handlers' guards inside `root`. */
export function walkGuarded(file: AnalyzedFile, root: TSESTree.Node, visit: (node: TSESTree.Node) => boolean): void {
  const nesting = new Nesting(root, mostNestedGuards);
  walk(file, root, (node) => {
    const isGuard = node.type === "TryStatement" || (node.type === "CallExpression" && rejectionHandlerOf(node) !== undefined);
    return isGuard && nesting.isTooDeep(node) ? false : visit(node);
  });
}

/** A handler inside a piece of code. */
interface InnerHandler {
  readonly guarded: TSESTree.Node;
  readonly handler: TSESTree.Node;
  readonly parameter: TSESTree.Node | null;
  /** What runs outside its guard. */
  readonly rest: readonly TSESTree.Node[];
}

/** `try { guarded } catch (parameter) { handler }`, `guarded.catch((parameter) => handler)` */
export function innerHandler(file: AnalyzedFile, node: TSESTree.Node): InnerHandler | undefined {
  if (node.type === "TryStatement" && node.handler !== null) {
    const rest = node.finalizer === null ? [node.handler.body] : [node.handler.body, node.finalizer];
    return { guarded: node.block, handler: node.handler.body, parameter: node.handler.param, rest };
  }
  const chain = node.type === "CallExpression" ? rejectionHandlerOf(node) : undefined;
  const handler = chain === undefined ? undefined : functionOf(file, chain.handler);
  if (chain === undefined || handler === undefined) return undefined;
  const [first] = chain.call.arguments;
  const rest = first !== undefined && first !== chain.handler ? [handler.body, first] : [handler.body];
  return { guarded: chain.promise, handler: handler.body, parameter: handler.params[0] ?? null, rest };
}
