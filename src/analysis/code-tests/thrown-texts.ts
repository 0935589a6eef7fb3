import type { TSESTree } from "@typescript-eslint/utils";
import type { AnalyzedFile } from "../source/file.js";
import { answerOnce } from "../source/answer-once.js";
import { isVariable, type ReadPath } from "../values/access-path.js";
import { calledFunction } from "../source/functions.js";
import { isFunction, walk } from "../source/syntax.js";

/**
 * Whether a text is looked for in an error that the same `try` throws with that text: then it is the application's own
 * message, and no code tells it.
 *
 * @param isPattern whether the text is the source of a regular expression
 */
export function isThrownByTry(file: AnalyzedFile, root: ReadPath["root"], text: string, isPattern: boolean): boolean {
  const definition = isVariable(root) ? root.defs[0] : undefined;
  const attempt = definition?.type === "CatchClause" ? definition.node.parent : undefined;
  if (attempt?.type !== "TryStatement") return false;
  // Anchors and escapes apart, what a pattern of plain words looks for is its source.
  const wanted = isPattern ? text.split("|").map((part) => part.replace(/^\^|\$$/g, "").replaceAll(/\\(\W)/g, "$1")) : [text];
  const thrown = thrownTexts(file, attempt.block).map((own) => own.toLowerCase());
  return wanted.every((part) => thrown.some((own) => own.includes(part.toLowerCase())));
}

/** The texts of the errors that code throws itself, and of those that functions of this file throw which it calls. */
function thrownTexts(file: AnalyzedFile, root: TSESTree.Node): readonly string[] {
  return answerOnce<readonly string[]>(file, thrownTexts, root, [], () => {
    const texts: string[] = [];
    walk(file, root, (node) => {
      if (node.type === "ThrowStatement") texts.push(...textsIn(file, node.argument));
      const called = node.type === "CallExpression" ? calledFunction(file, node) : undefined;
      if (called !== undefined) texts.push(...thrownTexts(file, called.body));
      return !isFunction(node);
    });
    return texts;
  });
}

function textsIn(file: AnalyzedFile, thrown: TSESTree.Node): readonly string[] {
  const texts: string[] = [];
  walk(file, thrown, (node) => {
    if (node.type === "Literal" && typeof node.value === "string") texts.push(node.value);
    if (node.type === "TemplateElement") texts.push(node.value.raw);
    return true;
  });
  return texts;
}
