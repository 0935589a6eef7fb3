import type { TSESLint, TSESTree } from "@typescript-eslint/utils";

type Fix = (fixer: TSESLint.RuleFixer) => TSESLint.RuleFix;

/**
 * How to take one code out of the condition that it stands in: out of a list, out of an `||` or an `&&`, or one
 * `case` label of several.
 *
 * @returns undefined where nothing would be left of the condition, or where the code stands elsewhere
 */
export function removeCode(sourceCode: Readonly<TSESLint.SourceCode>, node: TSESTree.Node): Fix | undefined {
  const { parent } = node;
  if (parent?.type === "ArrayExpression") return isList(parent) ? removeElement(sourceCode, parent, node) : undefined;
  if (parent?.type === "BinaryExpression") return removeOperand(sourceCode, parent);
  if (parent?.type === "SwitchCase" && parent.test === node) return removeLabel(sourceCode, parent);
  return undefined;
}

/** Whether an array lists several codes, rather than pairs a code with what it leads to. */
function isList({ elements }: TSESTree.ArrayExpression): boolean {
  return elements.length > 1 && elements.every((element) => element !== null && ["Identifier", "Literal", "MemberExpression", "SpreadElement", "TemplateLiteral"].includes(element.type));
}

function removeElement(sourceCode: Readonly<TSESLint.SourceCode>, array: TSESTree.ArrayExpression, node: TSESTree.Node): Fix {
  const index = array.elements.indexOf(node as TSESTree.Expression);
  const before = sourceCode.getTokenBefore(node);
  const after = sourceCode.getTokenAfter(node);
  if (index > 0 && before !== null) return (fixer) => fixer.removeRange([before.range[0], node.range[1]]);
  const next = after === null ? null : sourceCode.getTokenAfter(after);
  return (fixer) => fixer.removeRange([node.range[0], next?.range[0] ?? node.range[1]]);
}

/** Leaves the other side of `left || right`, with its own text. */
function removeOperand(sourceCode: Readonly<TSESLint.SourceCode>, comparison: TSESTree.BinaryExpression): Fix | undefined {
  const { parent } = comparison;
  if (parent.type !== "LogicalExpression" || parent.operator === "??") return undefined;
  const other = parent.left === comparison ? parent.right : parent.left;
  const joins = parent.operator === "||" ? ["===", "=="] : ["!==", "!="];
  if (!joins.includes(comparison.operator) || !isSameSort(other, parent.operator)) return undefined;
  return (fixer) => fixer.replaceText(parent, sourceCode.getText(other));
}

/** Whether the other operand decides the same way, so that it can stand alone: not `attempt < 3 && code !== "X"`. */
function isSameSort(node: TSESTree.Node, operator: "&&" | "||"): boolean {
  if (node.type === "LogicalExpression") return node.operator === operator && isSameSort(node.left, operator) && isSameSort(node.right, operator);
  if (operator === "||") return node.type === "BinaryExpression" || node.type === "CallExpression";
  return node.type === "BinaryExpression" && (node.operator === "!==" || node.operator === "!=");
}

function removeLabel(sourceCode: Readonly<TSESLint.SourceCode>, label: TSESTree.SwitchCase): Fix | undefined {
  const { cases } = label.parent;
  const index = cases.indexOf(label);
  const next = cases[index + 1];
  if (label.consequent.length > 0) {
    // The label before falls into this one, so that it can have the statements.
    const before = cases[index - 1];
    const colon = label.test === null ? null : sourceCode.getTokenAfter(label.test);
    return before === undefined || before.test === null || before.consequent.length > 0 || colon === null ? undefined : (fixer) => fixer.removeRange([before.range[1], colon.range[1]]);
  }
  if (next === undefined) return undefined;
  return (fixer) => fixer.removeRange([label.range[0], sourceCode.getTokenBefore(next)?.range[1] === label.range[1] ? next.range[0] : label.range[1]]);
}
