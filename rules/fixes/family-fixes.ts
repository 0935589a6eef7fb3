import type { TSESLint, TSESTree } from "@typescript-eslint/utils";
import { bare } from "../../src/analysis/source/syntax.js";
import { quoted } from "../common/text.js";
import type { CodeTest } from "../../src/analysis/code-tests/code-test.js";

type Fix = (fixer: TSESLint.RuleFixer) => TSESLint.RuleFix;

/**
 * How to turn an equality test on a family into a test of the family: with `inFamily`, where the file has it, or else
 * written out so that it type-checks whatever the type of the code is.
 *
 * @param inFamily the name under which the file imports the code map's function
 */
export function familyComparison(sourceCode: Readonly<TSESLint.SourceCode>, { node, site }: CodeTest, family: string, inFamily: string | undefined): Fix | undefined {
  if (node.type !== "BinaryExpression" || !["===", "==", "!==", "!="].includes(node.operator)) return undefined;
  if (!isRepeatable(site.node)) return undefined;
  const negated = node.operator.startsWith("!");
  const code = sourceCode.getText(site.node);
  if (inFamily !== undefined) return (fixer) => fixer.replaceText(node, `${negated ? "!" : ""}${inFamily}(${code}, ${quoted(family, '"')})`);
  const text = `${sourceCode.getText(node)} ${negated ? "&&" : "||"} ${negated ? "!" : ""}${asText(code)}.startsWith(${quoted(`${family}.`, '"')})`;
  return (fixer) => fixer.replaceText(node, standsAlone(sourceCode, node) ? text : `(${text})`);
}

function asText(code: string): string {
  return /^String\(.*\)$/.test(code) ? code : `String(${code})`;
}

/** Whether reading an expression twice is the same as reading it once. */
function isRepeatable(node: TSESTree.Node): boolean {
  let at = bare(node);
  if (at.type === "CallExpression" && at.callee.type === "Identifier" && at.callee.name === "String" && at.arguments[0] !== undefined) at = bare(at.arguments[0]);
  while (at.type === "MemberExpression") at = bare(at.object);
  return at.type === "Identifier" || at.type === "ThisExpression";
}

/** Whether an `||` or an `&&` can stand in the place of a node without parentheses. */
function standsAlone(sourceCode: Readonly<TSESLint.SourceCode>, node: TSESTree.Node): boolean {
  if (sourceCode.getTokenBefore(node)?.value === "(" && sourceCode.getTokenAfter(node)?.value === ")") return true;
  const { parent } = node;
  return parent?.type === "ReturnStatement" || parent?.type === "VariableDeclarator" || (parent?.type === "ArrowFunctionExpression" && parent.body === node);
}

/** How to name more codes beside one: as further labels of a `case`, or as further items of a list. */
export function addSubcodes(sourceCode: Readonly<TSESLint.SourceCode>, node: TSESTree.Node, subcodes: readonly string[]): Fix | undefined {
  const { parent } = node;
  // Longer lists are no help: a family test is.
  if (subcodes.length > 12) return undefined;
  const quote = sourceCode.getText(node).startsWith("'") ? "'" : '"';
  if (parent?.type === "SwitchCase" && parent.test === node) {
    const present = new Set(parent.parent.cases.map((item) => (item.test?.type === "Literal" ? item.test.value : undefined)));
    const missing = subcodes.filter((code) => !present.has(code));
    const indent = " ".repeat(parent.loc.start.column);
    return (fixer) => fixer.insertTextBefore(parent, missing.map((code) => `case ${quoted(code, quote)}:\n${indent}`).join(""));
  }
  if (parent?.type !== "ArrayExpression" || node.type !== "Literal") return undefined;
  const present = new Set(parent.elements.map((item) => (item?.type === "Literal" ? item.value : undefined)));
  const missing = subcodes.filter((code) => !present.has(code));
  return (fixer) => fixer.insertTextAfter(node, missing.map((code) => `, ${quoted(code, quote)}`).join(""));
}
