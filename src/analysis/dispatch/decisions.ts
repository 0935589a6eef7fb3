import type { TSESTree } from "@typescript-eslint/utils";
import type { AnalyzedFile } from "../source/file.js";
import type { ReadPath } from "../values/access-path.js";
import { followStatements } from "../follow/follow.js";
import type { CodeTest } from "../code-tests/code-test.js";
import { chainFrom } from "../source/syntax.js";
import { untestedCode } from "../follow/assumed-code.js";

/** What goes one way or another by the outcome of a test. */
export type Decision = TSESTree.ConditionalExpression | TSESTree.IfStatement | TSESTree.SwitchCase;

/** The decisions that come out true when the code passes a test, constants that keep the outcome followed. */
export function decisionsOf(file: AnalyzedFile, test: CodeTest): readonly Decision[] {
  return test.node.type === "SwitchCase" ? [test.node] : decisionsOn(file, test.node, test.negated, 0);
}

function decisionsOn(file: AnalyzedFile, condition: TSESTree.Node, negated: boolean, depth: number): readonly Decision[] {
  let turned = negated;
  for (let child = chainFrom(condition); child.parent != null; child = chainFrom(child.parent)) {
    const { parent } = child;
    switch (parent.type) {
      case "IfStatement":
      case "ConditionalExpression":
      case "SwitchCase":
        return parent.test === child && !turned ? [parent] : [];
      case "UnaryExpression":
        if (parent.operator !== "!") return [];
        turned = !turned;
        break;
      case "LogicalExpression":
      case "ChainExpression":
      case "AwaitExpression":
      case "TSAsExpression":
      case "TSNonNullExpression":
        break;
      case "VariableDeclarator":
        return parent.init === child && parent.id.type === "Identifier" && depth < 2 ? decisionsOnVariable(file, parent.id, turned, depth) : [];
      default:
        return [];
    }
  }
  return [];
}

function decisionsOnVariable(file: AnalyzedFile, name: TSESTree.Identifier, negated: boolean, depth: number): readonly Decision[] {
  const references = file.variableOf(name)?.references ?? [];
  return references.filter((reference) => reference.isRead()).flatMap(({ identifier }) => decisionsOn(file, identifier as TSESTree.Identifier, negated, depth + 1));
}

/**
 * Of some decisions on one code, those that tell it apart: the cases of a `switch`, the branches of one `else if` or
 * `? :` chain, and an `if` that leaves. An `if` that goes on to the next is a question of its own.
 */
export function dispatching(file: AnalyzedFile, decisions: readonly Decision[], path: ReadPath): readonly Decision[] {
  const links = new Map<TSESTree.Node, number>();
  for (const decision of decisions) links.set(headOf(decision), (links.get(headOf(decision)) ?? 0) + 1);
  return decisions.filter((decision) => {
    if (decision.type === "SwitchCase") return true;
    const shared = (links.get(headOf(decision)) ?? 0) > 1;
    return shared || (decision.type === "IfStatement" && leavesAlways(file, decision.consequent, path));
  });
}

/** The first link of the chain that a decision is a link of. */
export function headOf(decision: Decision): TSESTree.Node {
  const passed: TSESTree.Node[] = [];
  let head: TSESTree.Node = decision;
  while (isLink(head)) {
    passed.push(head);
    head = headsOfLinks.get(head) ?? (head.parent as TSESTree.Node);
  }
  for (const link of passed) headsOfLinks.set(link, head);
  return head;
}

/** A chain is as deep as it is long: none of its links goes all the way again. */
const headsOfLinks = new WeakMap<TSESTree.Node, TSESTree.Node>();

function isLink(node: TSESTree.Node): boolean {
  const { parent } = node;
  if (node.type === "IfStatement") return parent?.type === "IfStatement" && parent.alternate === node;
  return node.type === "ConditionalExpression" && parent?.type === "ConditionalExpression" && parent.test !== node;
}

function leavesAlways(file: AnalyzedFile, statement: TSESTree.Statement, path: ReadPath): boolean {
  return followStatements(file, [statement], { path, code: untestedCode }).ends.every(({ kind }) => kind !== "normal");
}
