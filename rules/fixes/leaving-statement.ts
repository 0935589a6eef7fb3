import type { TSESTree } from "@typescript-eslint/utils";
import type { Dispatch } from "../../src/analysis/dispatch/dispatches.js";
import type { AnalyzedFile, FunctionNode, Variable } from "../../src/analysis/source/file.js";
import { isVariable } from "../../src/analysis/values/access-path.js";
import { bare, calleeName, enclosingFunction, walk } from "../../src/analysis/source/syntax.js";
import type { Style } from "./surrounding-style.js";

/**
 * The statement that passes the error on where a dispatch stands: `return cb(e);` or `return reject(e);` where the function
 * around reports by such a callback, else `throw e;`; where there is no error to throw, a new one that says which code came.
 */
export function statementThatPassesOn(file: AnalyzedFile, dispatch: Dispatch, style: Style): string {
  const error = errorOf(dispatch);
  if (error === undefined) return throwNew(file.sourceCode.getText(dispatch.site.node), style);
  const callback = callbackFor(file, dispatch.node, error);
  return callback === undefined ? `throw ${error.name}${style.semicolon}` : `return ${callback}(${error.name})${style.semicolon}`;
}

/** The variable that holds the error as a whole. */
function errorOf({ site }: Dispatch): Variable | undefined {
  const { root, names } = site.path;
  return isVariable(root) && names.at(-1) === "code" && isWhole(root.defs[0]?.name, root.defs[0]?.node) ? root : undefined;
}

/** Whether a name holds the whole value that it is declared for, not a part taken out by a pattern. */
function isWhole(name: TSESTree.Node | undefined, declaration: TSESTree.Node | undefined): boolean {
  if (name?.type !== "Identifier" || declaration === undefined) return false;
  if (declaration.type === "CatchClause") return declaration.param === name;
  if (declaration.type === "VariableDeclarator") return declaration.id === name;
  return "params" in declaration && declaration.params.some((parameter) => parameter === name || (parameter.type === "AssignmentPattern" && parameter.left === name));
}

/** A statement that throws an error with the code in it, if there is a short way to read it. */
export function throwNew(read: string | undefined, { quote, semicolon }: Style): string {
  const message = read === undefined || read.length > 60 || /[`\n]/.test(read) ? `${quote}The Tencent Cloud API call failed.${quote}` : `\`The Tencent Cloud API call failed: \${${read}}\``;
  return `throw new Error(${message})${semicolon}`;
}

const callbackNames = /^(?:callback|cb|done|next|reject)$/;

/** The callback of a function around by which it reports errors; none where what is thrown reaches a caller sooner. */
function callbackFor(file: AnalyzedFile, at: TSESTree.Node, error: Variable): string | undefined {
  for (let fn = enclosingFunction(at); fn !== undefined; fn = enclosingFunction(fn)) {
    const parameter = fn.params.find((item): item is TSESTree.Identifier => item.type === "Identifier" && callbackNames.test(item.name));
    if (parameter !== undefined && parameter.name !== error.name) return takesErrors(file, fn, parameter, error) ? parameter.name : undefined;
    if (fn.async) return undefined;
  }
  return undefined;
}

/** Whether a callback is called with an error, or with none, somewhere in its function: `reject` always takes errors. */
function takesErrors(file: AnalyzedFile, fn: FunctionNode, { name }: TSESTree.Identifier, error: Variable): boolean {
  if (name === "reject" || name === "next") return true;
  let found = false;
  walk(file, fn.body, (node) => {
    if (node.type === "CallExpression" && calleeName(node) === name && node.callee.type === "Identifier") found ||= isErrorOrNone(file, node.arguments[0], error);
    return !found;
  });
  return found;
}

function isErrorOrNone(file: AnalyzedFile, argument: TSESTree.CallExpressionArgument | undefined, error: Variable): boolean {
  if (argument === undefined) return false;
  const node = bare(argument);
  if (node.type === "Literal") return node.value === null;
  return node.type === "Identifier" && (node.name === "undefined" || file.variableOf(node) === error);
}
