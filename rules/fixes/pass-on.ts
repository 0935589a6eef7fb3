import type { TSESLint, TSESTree } from "@typescript-eslint/utils";
import { isWritingDown } from "../../src/analysis/follow/hand-over.js";
import type { AnalyzedFile } from "../../src/analysis/source/file.js";
import { leaves } from "../../src/analysis/values/leaving.js";
import { functionOf } from "../../src/analysis/source/functions.js";
import { bare, isInside } from "../../src/analysis/source/syntax.js";
import type { Dispatch } from "../../src/analysis/dispatch/dispatches.js";
import { entriesOf } from "../../src/analysis/values/constants.js";
import { indentationOf, startsLine, type Style } from "./surrounding-style.js";
import { statementThatPassesOn } from "./leaving-statement.js";
import { styleOfDispatch, type Fix } from "./addition.js";

type SourceCode = Readonly<TSESLint.SourceCode>;

/** Where the error is to be passed on, and by which statement. */
interface Place {
  readonly file: AnalyzedFile;
  readonly sourceCode: SourceCode;
  readonly dispatch: Dispatch;
  readonly style: Style;
  readonly leave: string;
}

/**
 * How to make a dispatch pass on the errors that it does not name: in its `default` or last `else`, in a new one, or
 * in what follows it.
 *
 * @returns undefined where no single statement does that: in an expression, or where more than a log and a `return` follow
 */
export function passOn(file: AnalyzedFile, dispatch: Dispatch): Fix | undefined {
  const { sourceCode } = file;
  const style = styleOfDispatch(sourceCode, dispatch);
  const place: Place = { file, sourceCode, dispatch, style, leave: statementThatPassesOn(file, dispatch, style) };
  switch (dispatch.form) {
    case "switch":
      return passOnInSwitch(place);
    case "chain":
      return passOnInChain(place);
    case "match":
      return passOnInMatch(place);
    case "table":
    case "ternary":
      return undefined;
  }
}

function passOnInSwitch(place: Place): Fix | undefined {
  const { dispatch, leave, sourceCode, style } = place;
  const { node } = dispatch;
  if (node.type !== "SwitchStatement") return undefined;
  const otherwise = node.cases.find(({ test }) => test === null);
  if (otherwise !== undefined) return passOnInDefault(place, otherwise);
  const [first] = node.cases;
  const last = node.cases.at(-1);
  const close = sourceCode.getLastToken(node);
  if (first === undefined || last === undefined || close === null || !startsLine(sourceCode, close)) return undefined;
  const outer = indentationOf(sourceCode, node);
  const inner = startsLine(sourceCode, first) ? indentationOf(sourceCode, first) : `${outer}${style.step}`;
  const stop = isLeft(place.file, last) ? [] : [`${inner}${style.step}break${style.semicolon}`];
  const lines = [...stop, `${inner}default:`, `${inner}${style.step}${leave}`];
  const start = close.range[0] - close.loc.start.column;
  return (fixer) => [fixer.insertTextBeforeRange([start, start], lines.map((line) => `${line}${style.newline}`).join(""))];
}

/** Whether control does not fall from a case into the next one. */
function isLeft(file: AnalyzedFile, { consequent }: TSESTree.SwitchCase): boolean {
  const last = consequent.at(-1);
  return last !== undefined && leaves(file, last);
}

function passOnInDefault(place: Place, otherwise: TSESTree.SwitchCase): Fix | undefined {
  const { leave, sourceCode, style } = place;
  const { cases } = otherwise.parent;
  const before = cases[cases.indexOf(otherwise) - 1];
  // What falls into the default has a name.
  if (before !== undefined && !isLeft(place.file, before)) return undefined;
  const [only, second] = otherwise.consequent;
  if (only?.type === "BlockStatement" && second === undefined) return passOnAtEnd(place, only.body, sourceCode.getFirstToken(only));
  const colon = sourceCode.getFirstToken(otherwise, (token) => token.value === ":");
  if (only !== undefined || colon === null) return passOnAtEnd(place, otherwise.consequent, colon);
  return (fixer) => [fixer.insertTextAfter(colon, `${style.newline}${indentationOf(sourceCode, otherwise)}${style.step}${leave}`)];
}

/**
 * In the place of the last statement where that leaves, else behind it.
 *
 * @param before the token that the first statement would come after
 */
function passOnAtEnd({ file, leave, sourceCode, style }: Place, statements: readonly TSESTree.Statement[], before: TSESTree.Token | null): Fix | undefined {
  const last = statements.at(-1);
  if (last === undefined) return before === null ? undefined : (fixer) => [fixer.insertTextAfter(before, ` ${leave} `)];
  const ended = endsLine(sourceCode, last) || leave.endsWith(";") ? leave : `${leave};`;
  if (isJump(last)) return (fixer) => [fixer.replaceText(last, ended)];
  if (leaves(file, last)) return undefined;
  const gap = startsLine(sourceCode, last) ? `${style.newline}${indentationOf(sourceCode, last)}` : `${semicolonOn(sourceCode, last)} `;
  return (fixer) => [fixer.insertTextAfter(last, `${gap}${ended}`)];
}

/** Whether the next statement needs no semicolon before it: none follows on the line. */
function endsLine(sourceCode: SourceCode, statement: TSESTree.Statement): boolean {
  const next = sourceCode.getTokenAfter(statement);
  return next === null || next.value === "}" || next.loc.start.line > statement.loc.end.line;
}

/** What a statement lacks where another one follows on its line. */
function semicolonOn(sourceCode: SourceCode, statement: TSESTree.Statement): string {
  const end = sourceCode.getLastToken(statement)?.value;
  const isWhole = end === "}" && statement.type !== "ExpressionStatement" && statement.type !== "VariableDeclaration";
  return end === ";" || isWhole ? "" : ";";
}

function isJump({ type }: TSESTree.Statement): boolean {
  return type === "BreakStatement" || type === "ContinueStatement" || type === "ReturnStatement";
}

function passOnInChain(place: Place): Fix | undefined {
  const { dispatch, leave, sourceCode, style } = place;
  let last = dispatch.decisions.filter((item) => item.type === "IfStatement").at(-1);
  if (last === undefined) return undefined;
  while (last.alternate?.type === "IfStatement") last = last.alternate;
  const { alternate, consequent } = last;
  if (alternate?.type === "BlockStatement") return passOnAtEnd(place, alternate.body, sourceCode.getFirstToken(alternate));
  if (alternate !== null) {
    if (isJump(alternate)) return (fixer) => [fixer.replaceText(alternate, leave)];
    return leaves(place.file, alternate) ? undefined : (fixer) => [fixer.replaceText(alternate, `{ ${sourceCode.getText(alternate)}${semicolonOn(sourceCode, alternate)} ${leave} }`)];
  }
  let head = last;
  while (head.parent.type === "IfStatement" && head.parent.alternate === head) head = head.parent;
  const { parent } = head;
  const siblings = parent.type === "BlockStatement" || parent.type === "Program" ? parent.body : undefined;
  const following = siblings?.slice(siblings.indexOf(head) + 1);
  if (siblings === undefined || following === undefined || !following.every(isAboutToReturn) || isLeftBetween(dispatch, siblings, head)) return undefined;
  if (leavesAlways(place.file, head)) return passOnAtEnd(place, [head, ...following], null);
  const line = `${style.newline}${indentationOf(sourceCode, head)}`;
  const branch = consequent.type === "BlockStatement" ? ` else {${line}${style.step}${leave}${line}}` : `${line}else ${leave}`;
  return (fixer) => [fixer.insertTextAfter(consequent, branch)];
}

/** Whether an `if` between the tests of codes asks something else, and may keep the rest from where it would be passed on. */
function isLeftBetween({ decisions, node }: Dispatch, siblings: readonly TSESTree.Statement[], last: TSESTree.IfStatement): boolean {
  const between = siblings.slice(0, siblings.indexOf(last)).filter((statement) => statement.range[0] >= node.range[0]);
  return between.some((statement) => statement.type === "IfStatement" && !decisions.some((decision) => isInside(decision, statement)));
}

/** Whether no branch of a chain goes on with what follows it: then only the rest does. */
function leavesAlways(file: AnalyzedFile, head: TSESTree.IfStatement): boolean {
  let at: TSESTree.Statement | null = head;
  for (; at?.type === "IfStatement"; at = at.alternate) if (!leaves(file, at.consequent)) return false;
  return at === null;
}

/** `return …;`, or a log before it. */
function isAboutToReturn(statement: TSESTree.Statement): boolean {
  if (statement.type === "ReturnStatement") return true;
  const call = statement.type === "ExpressionStatement" ? bare(statement.expression) : undefined;
  return call?.type === "CallExpression" && isWritingDown(call);
}

/** `otherwise: () => undefined` becomes `otherwise: () => { throw e; }`. */
function passOnInMatch({ dispatch, file, leave }: Place): Fix | undefined {
  const handlers = dispatch.node.type === "CallExpression" ? dispatch.node.arguments[1] : undefined;
  const otherwise = handlers === undefined ? undefined : entriesOf(file, handlers)?.find(({ key }) => key.value === "otherwise")?.value;
  const fn = otherwise == null ? undefined : functionOf(file, otherwise);
  if (fn === undefined || fn.async || handlers === undefined || fn.range[0] < handlers.range[0] || fn.range[1] > handlers.range[1]) return undefined;
  const { body } = fn;
  return (fixer) => [fixer.replaceText(body, `{ ${leave} }`)];
}
