import type { TSESLint, TSESTree } from "@typescript-eslint/utils";
import type { Dispatch } from "../src/analysis/dispatches.js";
import { commonErrorCodes } from "../src/analysis/facts.js";
import { isVariable } from "../src/analysis/paths.js";
import { quoted } from "./text.js";

type Fix = (fixer: TSESLint.RuleFixer) => TSESLint.RuleFix;

/** What a reader should do about the codes of a class, in the order in which the groups are written. */
const advice: Readonly<Record<string, string>> = {
  throttled: "Throttled: repeat later, with backoff.",
  transient: "Transient: repeat with backoff if the call is idempotent.",
  pending: "Pending: wait for the state of the resource, then repeat.",
  renew: "Renew: repeat once, after re-signing or refreshing the credentials.",
  permanent: "Permanent: repeating cannot help.",
  unclassified: "Unclassified: the documents do not say whether repeating helps.",
};

interface Group {
  readonly comment: string;
  readonly codes: readonly string[];
}

/** How to add the codes that a dispatch leaves out, each group passing the error on until somebody decides better. */
export function addMissingCodes(sourceCode: Readonly<TSESLint.SourceCode>, dispatch: Dispatch, missing: readonly string[]): Fix | undefined {
  const style = styleOf(sourceCode, dispatch);
  const leave = leavingStatement(dispatch, style);
  if (dispatch.node.type === "SwitchStatement") return addCases(sourceCode, dispatch.node, groupsOf(missing), style, leave);
  if (dispatch.node.type === "IfStatement") return addBranches(sourceCode, dispatch, dispatch.node, groupsOf(missing), style, leave);
  return undefined;
}

function groupsOf(codes: readonly string[]): Group[] {
  const classes = commonErrorCodes();
  return Object.entries(advice)
    .map(([retryClass, comment]) => ({ comment, codes: codes.filter((code) => (classes.get(code)?.retry.class ?? "unclassified") === retryClass) }))
    .filter((group) => group.codes.length > 0);
}

interface Style {
  readonly quote: string;
  readonly semicolon: string;
  readonly newline: string;
  /** One level of indentation. */
  readonly step: string;
}

function styleOf(sourceCode: Readonly<TSESLint.SourceCode>, { tests }: Dispatch): Style {
  const written = tests.flatMap((test) => test.codes.map(({ node }) => node)).find((node) => node.type === "Literal");
  const indentation = sourceCode.lines.map((line) => /^(?:\t| {2,8}(?! ))/.exec(line)?.[0]).find((found) => found !== undefined);
  return {
    quote: written?.type === "Literal" && written.raw.startsWith("'") ? "'" : '"',
    semicolon: /;\s*$/m.test(sourceCode.text) ? ";" : "",
    newline: sourceCode.text.includes("\r\n") ? "\r\n" : "\n",
    step: indentation ?? "  ",
  };
}

/** `throw e` where there is an error to throw; else an error that says which code came. */
function leavingStatement({ site }: Dispatch, { semicolon, quote }: Style): string {
  const { root, names } = site.path;
  if (isVariable(root) && names.join() === "code" && root.defs[0]?.name.type === "Identifier" && !isDestructured(root.defs[0].node)) return `throw ${root.name}${semicolon}`;
  return `throw new Error(${quote}The Tencent Cloud API call failed.${quote})${semicolon}`;
}

function isDestructured(definition: TSESTree.Node): boolean {
  if (definition.type === "CatchClause") return definition.param?.type !== "Identifier";
  return definition.type !== "ArrowFunctionExpression" && definition.type !== "FunctionDeclaration" && definition.type !== "FunctionExpression";
}

function indentationOf(sourceCode: Readonly<TSESLint.SourceCode>, node: TSESTree.Node): string {
  return /^\s*/.exec(sourceCode.lines[node.loc.start.line - 1] ?? "")?.[0] ?? "";
}

function addCases(sourceCode: Readonly<TSESLint.SourceCode>, statement: TSESTree.SwitchStatement, groups: readonly Group[], style: Style, leave: string): Fix | undefined {
  const { quote, newline, step } = style;
  const [firstCase] = statement.cases;
  const otherwise = statement.cases.find((item) => item.test === null);
  const outer = indentationOf(sourceCode, statement);
  const inner = firstCase !== undefined && firstCase.loc.start.line > statement.loc.start.line ? indentationOf(sourceCode, firstCase) : `${outer}${step}`;
  const lines = groups.flatMap(({ comment, codes }) => [
    `${inner}// ${comment}`,
    ...codes.map((code) => `${inner}case ${quoted(code, quote)}:`),
    `${inner}${step}${leave}`,
  ]);
  if (otherwise !== undefined && isFallenInto(statement, otherwise)) return undefined;
  if (otherwise !== undefined) {
    const start = startOfLine(sourceCode, otherwise);
    return start === undefined ? undefined : (fixer) => fixer.insertTextBeforeRange([start, start], lines.map((line) => `${line}${newline}`).join(""));
  }
  const last = statement.cases.at(-1);
  const leavesOpen = last !== undefined && !endsWithJump(last);
  const close = sourceCode.getLastToken(statement);
  if (close === null) return undefined;
  const start = startOfLine(sourceCode, close);
  const text = [...(leavesOpen ? [`${inner}${step}break${style.semicolon}`] : []), ...lines].map((line) => `${line}${newline}`).join("");
  if (start !== undefined) return (fixer) => fixer.insertTextBeforeRange([start, start], text);
  return (fixer) => fixer.insertTextBefore(close, `${newline}${text}${outer}`);
}

/** Where the line begins that a node or token is the first of. */
function startOfLine(sourceCode: Readonly<TSESLint.SourceCode>, place: TSESTree.Node | TSESTree.Token): number | undefined {
  const start = place.range[0] - place.loc.start.column;
  return /^\s*$/.test(sourceCode.text.slice(start, place.range[0])) ? start : undefined;
}

function isFallenInto(statement: TSESTree.SwitchStatement, target: TSESTree.SwitchCase): boolean {
  const before = statement.cases[statement.cases.indexOf(target) - 1];
  return before !== undefined && !endsWithJump(before);
}

function endsWithJump({ consequent }: TSESTree.SwitchCase): boolean {
  let last = consequent.at(-1);
  while (last?.type === "BlockStatement") last = last.body.at(-1);
  return last !== undefined && ["BreakStatement", "ContinueStatement", "ReturnStatement", "ThrowStatement"].includes(last.type);
}

/** Puts the missing codes as further branches before a last `else`, or after the last branch. */
function addBranches(sourceCode: Readonly<TSESLint.SourceCode>, dispatch: Dispatch, first: TSESTree.IfStatement, groups: readonly Group[], style: Style, leave: string): Fix | undefined {
  const subject = dispatch.tests[0]?.site.node;
  if (subject === undefined) return undefined;
  let last = first;
  while (last.alternate?.type === "IfStatement") last = last.alternate;
  const outer = indentationOf(sourceCode, first);
  const read = sourceCode.getText(subject as TSESTree.Expression);
  const { quote, newline, step } = style;
  const branches = groups.map(({ comment, codes }) => {
    const tests = codes.map((code) => `${read} === ${quoted(code, quote)}`).join(` ||${newline}${outer}${step}`);
    return `if (${newline}${outer}${step}// ${comment}${newline}${outer}${step}${tests}${newline}${outer}) {${newline}${outer}${step}${leave}${newline}${outer}}`;
  });
  const chain = branches.join(" else ");
  const { alternate } = last;
  if (alternate !== null) return (fixer) => fixer.insertTextBefore(alternate, `${chain} else `);
  if (last.consequent.type !== "BlockStatement") return undefined;
  return (fixer) => fixer.insertTextAfter(last, ` else ${chain}`);
}
