import type { TSESTree } from "@typescript-eslint/utils";
import type { Decision } from "./decisions.js";
import type { AnalyzedFile } from "../source/file.js";
import { isWritingDown } from "../follow/hand-over.js";
import { bare, calleeName, textOf } from "../source/syntax.js";
import { translations } from "../knowledge/function-names.js";
import type { Followed } from "../follow/follow.js";

/**
 * Whether what happens to named codes and what happens to the rest differ in words alone: the same calls with other
 * texts, other labels for the same variable, other messages to return. Codes are then described, not handled, and the
 * rest has a description as well.
 *
 * @param named taken one by one, until one tells otherwise: a handler can name thousands of codes
 */
export function differInWordsOnly(file: AnalyzedFile, decisions: readonly Decision[], named: Iterable<Followed>, rest: Followed): boolean {
  const arms = decisions.flatMap((decision) => (decision.type === "ConditionalExpression" ? armsOf(decision) : []));
  const text = (node: TSESTree.Node | null): string => (node === null ? "" : textOf(file, node));
  if (!arms.every(isWord) || arms.slice(0, -1).some((arm) => isSameWord(text(arm), text(arms.at(-1) ?? null)))) return false;
  const calls = new Set([...rest.reached].flatMap((node) => calleeText(file, node)));
  const restIsLogged = [...rest.reached].some((node) => node.type === "CallExpression" && isWritingDown(node));
  const restReturns = [...rest.reached].filter((node) => node.type === "ReturnStatement");
  const isWordy = (node: TSESTree.Node): boolean => {
    switch (node.type) {
      case "AwaitExpression":
      case "ContinueStatement":
      case "NewExpression":
      case "ThrowStatement":
      case "UpdateExpression":
      case "YieldExpression":
        return false;
      case "ReturnStatement":
        return node.argument === null ? restReturns.length === 0 : isWord(node.argument);
      case "AssignmentExpression":
        return isWord(node.right);
      case "CallExpression":
        return isTranslation(node) || (isWritingDown(node) && restIsLogged) || calleeText(file, node).some((text) => calls.has(text));
      default:
        return true;
    }
  };
  const isAlike = (followed: Followed): boolean => {
    const others = restReturns.filter((node) => !followed.reached.has(node));
    if (endKinds(followed) !== endKinds(rest) || !others.every((node) => node.argument === null || isWord(node.argument))) return false;
    // A word that a named code has as well hides the rest behind it.
    const hides = (node: TSESTree.Node): boolean => node.type === "ReturnStatement" && others.some((other) => isSameWord(text(other.argument), text(node.argument)));
    return [...followed.reached].every((node) => rest.reached.has(node) || (isWordy(node) && !hides(node)));
  };
  for (const followed of named) if (!isAlike(followed)) return false;
  return true;
}

/** Whether two words are the same, failing HTTP statuses left aside: 500 may be right for several codes. */
function isSameWord(left: string, right: string): boolean {
  return left === right && !/^[45]\d\d$/.test(left);
}

function armsOf(decision: TSESTree.ConditionalExpression): TSESTree.Expression[] {
  return [decision.consequent, decision.alternate].filter((arm) => bare(arm).type !== "ConditionalExpression");
}

function endKinds({ ends }: Followed): string {
  return [...new Set(ends.map(({ kind }) => kind))].sort().join();
}

function calleeText(file: AnalyzedFile, node: TSESTree.Node): string[] {
  return node.type === "CallExpression" ? [textOf(file, node.callee)] : [];
}

function isTranslation(node: TSESTree.CallExpression): boolean {
  return translations.has(calleeName(node) ?? "");
}

/** A text, a number or a name for something, or an object of them; nothing that stands for "no result". */
export function isWord(expression: TSESTree.Node): boolean {
  const node = bare(expression);
  switch (node.type) {
    case "Literal":
      return (typeof node.value === "string" && node.value !== "") || typeof node.value === "number";
    case "TemplateLiteral":
    case "JSXElement":
      return true;
    case "ConditionalExpression":
      return isWord(node.consequent) && isWord(node.alternate);
    case "LogicalExpression":
      return isWord(node.right);
    case "BinaryExpression":
      return node.operator === "+";
    case "MemberExpression":
      return node.property.type === "Identifier" && /^[A-Z]/.test(node.property.name);
    case "CallExpression":
      return isTranslation(node);
    case "ObjectExpression":
      return node.properties.some((property) => property.type === "Property" && isWord(property.value));
    default:
      return false;
  }
}
