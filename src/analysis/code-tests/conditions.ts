import type { TSESTree } from "@typescript-eslint/utils";
import type { AnalyzedFile } from "../source/file.js";
import { leaves } from "../values/leaving.js";
import { bare, isNullish, nodesOf } from "../source/syntax.js";

type Decision = TSESTree.ConditionalExpression | TSESTree.IfStatement;

/** An operand of a condition that is asked whether there is something. */
export interface AskedOperand {
  readonly owner: Decision;
  readonly operand: TSESTree.Node;
  /** Whether the condition can only hold where there is something. */
  readonly isTrue: boolean;
}

/** The operands of the conditions of a file that are asked whether there is something: `a`, `!a`, `a && b`, `a !== undefined`. */
export function conditionsOf(file: AnalyzedFile): readonly AskedOperand[] {
  return nodesOf(file, "ConditionalExpression", "IfStatement").flatMap((owner) => operandsOf(owner, owner.test, true));
}

function operandsOf(owner: Decision, test: TSESTree.Node, isTrue: boolean): AskedOperand[] {
  const node = bare(test);
  switch (node.type) {
    case "UnaryExpression":
      return node.operator === "!" ? operandsOf(owner, node.argument, !isTrue) : [];
    case "LogicalExpression":
      // `a && b` makes sure of both where it holds, `!a || !b` where it does not.
      return node.operator === (isTrue ? "&&" : "||") ? [...operandsOf(owner, node.left, isTrue), ...operandsOf(owner, node.right, isTrue)] : [];
    case "BinaryExpression":
      return isNullish(node.right) && /^[!=]==?$/.test(node.operator) ? operandsOf(owner, node.left, node.operator.startsWith("!") === isTrue) : [];
    case "Identifier":
    case "MemberExpression":
      return [{ owner, operand: node, isTrue }];
    default:
      return [];
  }
}

/** What runs where a condition is not met. */
export interface Unmet {
  /** The other branch; undefined where that is what follows a branch that leaves. */
  readonly branch?: TSESTree.Node;
  readonly range: readonly [from: number, to: number];
}

export function unmetBranch(file: AnalyzedFile, owner: Decision, isTrue: boolean): Unmet | undefined {
  const branch = isTrue ? owner.alternate : owner.consequent;
  if (branch !== null) return { branch, range: branch.range };
  const { parent } = owner;
  const siblings = parent.type === "BlockStatement" || parent.type === "Program" ? parent.body : parent.type === "SwitchCase" ? parent.consequent : [];
  const last = siblings.at(-1);
  return last !== undefined && owner.type === "IfStatement" && leaves(file, owner.consequent) ? { range: [owner.range[1], last.range[1]] } : undefined;
}
