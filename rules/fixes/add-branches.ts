import type { TSESTree } from "@typescript-eslint/utils";
import { calleeName } from "../../src/analysis/source/syntax.js";
import { indentationOf, startsLine } from "./surrounding-style.js";
import { quoted } from "../common/text.js";
import type { CodeTest } from "../../src/analysis/code-tests/code-test.js";
import { byFamily, readOf, type Addition, type CodeGroup, type Fix } from "./addition.js";

/** Puts the missing codes as further branches before a last `else`, or behind the last branch. */
export function addBranches(addition: Addition): Fix | undefined {
  const { dispatch, leave, sourceCode, style } = addition;
  const decision = dispatch.decisions.filter((item) => item.type === "IfStatement").at(-1);
  const condition = conditionOf(addition);
  if (decision === undefined || condition === undefined) return undefined;
  let last = decision;
  while (last.alternate?.type === "IfStatement") last = last.alternate;
  const head = headOfChain(decision);
  const outer = indentationOf(sourceCode, head);
  const { newline, step } = style;
  const line = `${newline}${outer}`;
  const branches = groupsToTest(addition).map((group) => {
    const tests = condition(group).join(` ||${line}${step}`);
    return `if (${line}${step}// ${group.comment}${line}${step}${tests}${line}) {${line}${step}${leave}${line}}`;
  });
  const chain = branches.join(" else ");
  const { alternate } = last;
  if (alternate !== null) return (fixer) => [fixer.insertTextBefore(alternate, `${chain} else `)];
  if (head === last) return isInList(head) && startsLine(sourceCode, head) ? (fixer) => [fixer.insertTextAfter(last, `${line}${chain}`)] : undefined;
  const gap = last.consequent.type === "BlockStatement" ? " " : line;
  return (fixer) => [fixer.insertTextAfter(last, `${gap}else ${chain}`)];
}

function headOfChain(decision: TSESTree.IfStatement): TSESTree.IfStatement {
  let head = decision;
  while (head.parent.type === "IfStatement" && head.parent.alternate === head) head = head.parent;
  return head;
}

function isInList({ parent }: TSESTree.IfStatement): boolean {
  return parent.type === "BlockStatement" || parent.type === "Program" || parent.type === "SwitchCase" || parent.type === "StaticBlock";
}

/** How a group of codes is tested for: as the code around does it. */
function conditionOf({ dispatch, sourceCode, style }: Addition): ((group: CodeGroup) => string[]) | undefined {
  const compared = dispatch.tests.find(({ kind, node, site }) => node !== site.node && kind !== "guard" && !isCodeMapTest(node));
  if (compared !== undefined) {
    const read = readOf(sourceCode, compared.site.node);
    return ({ codes }) => codes.map((code) => `${read} === ${quoted(code, style.quote)}`);
  }
  const guarded = dispatch.tests.map(({ node }) => node).find(isCodeMapTest);
  const [error] = guarded?.arguments ?? [];
  if (guarded === undefined || error === undefined) return undefined;
  const call = `${readOf(sourceCode, guarded.callee)}(${readOf(sourceCode, error)}`;
  return ({ codes }) => [`${call}, ${codes.map((code) => quoted(code, style.quote)).join(", ")})`];
}

/** The groups, by families where the code around asks for families. */
function groupsToTest({ dispatch, groups }: Addition): readonly CodeGroup[] {
  const guarded = dispatch.tests.map(({ node }) => node).filter(isCodeMapTest);
  const isByFamily = guarded.length === dispatch.tests.length && guarded[0] !== undefined && calleeName(guarded[0]) === "inFamily";
  return isByFamily ? byFamily(groups, new Set()) : groups;
}

/** A guard of the code map, which can be asked about other codes as well. */
function isCodeMapTest(node: CodeTest["node"]): node is TSESTree.CallExpression {
  return node.type === "CallExpression" && /^(?:hasErrorCode|inFamily)$/.test(calleeName(node) ?? "");
}
