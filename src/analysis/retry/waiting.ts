import type { TSESTree } from "@typescript-eslint/utils";
import type { AnalyzedFile } from "../source/file.js";
import { answerOnce } from "../source/answer-once.js";
import type { SdkCall } from "../origins/call.js";
import { onlyReads } from "../knowledge/documented-codes.js";
import { anyAction } from "../knowledge/services.js";
import { calleeName, enclosingFunction, walk } from "../source/syntax.js";
import type { Repeat } from "./repeat.js";
import { startsWithVerb, isCreatingName, isReadingName, readingVerbs } from "../knowledge/action-names.js";
import { saysMissing } from "../knowledge/code-words.js";

/**
 * Whether a repeat waits for something to appear: what is repeated only looks, or something is made before it. A
 * resource that was just created can be unknown for a moment.
 */
export function isWaiting(file: AnalyzedFile, repeat: Repeat, code: string): boolean {
  if (!saysMissing(code)) return false;
  if (repeat.tried === undefined) return false;
  const { tried } = repeat;
  return answerOnce<boolean>(file, isWaiting, repeat, false, () => onlyLooks(file, tried, repeat.calls) || isMadeBefore(file, tried));
}

function onlyLooks(file: AnalyzedFile, tried: TSESTree.Node, calls: readonly SdkCall[]): boolean {
  if (calls.length > 0) return calls.every(({ service, action }) => action !== anyAction && (onlyReads(service, action) ?? startsWithVerb(action, readingVerbs)));
  const names: string[] = [];
  walk(file, tried, (node) => {
    if (node.type === "AwaitExpression" && node.argument.type === "CallExpression") names.push(calleeName(node.argument) ?? "");
    return true;
  });
  return names.length > 0 && names.every((name) => isReadingName(name));
}

/** Whether the function around makes something before it comes to what is tried. */
function isMadeBefore(file: AnalyzedFile, tried: TSESTree.Node): boolean {
  return answerOnce<boolean>(file, isMadeBefore, tried, false, () => {
    const around = enclosingFunction(tried);
    let made = false;
    walk(file, around?.body ?? file.sourceCode.ast, (node) => {
      if (node.range[0] >= tried.range[0]) return false;
      if (node.type === "CallExpression" && node.range[1] <= tried.range[0] && isCreatingName(calleeName(node) ?? "")) made = true;
      return !made;
    });
    return made;
  });
}
