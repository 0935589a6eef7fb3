import type { TSESTree } from "@typescript-eslint/utils";
import type { AnalyzedFile } from "../source/file.js";
import type { SdkCall } from "../origins/call.js";
import { onlyReads, takesClientToken } from "../knowledge/documented-codes.js";
import { anyAction, type Service } from "../knowledge/services.js";
import { bare, enclosingFunction, isFunction, propertyName, walk } from "../source/syntax.js";
import { resolveConstant } from "../values/constants.js";
import { lookingVerbs, startsWithVerb } from "../knowledge/action-names.js";

/** A call that can be carried out twice. */
export interface RepeatableCall extends SdkCall {
  readonly action: string;
  /** Whether the action has the parameter `ClientToken`; undefined where that is not known. */
  readonly takesToken: boolean | undefined;
}

/** The first of the calls that can be carried out twice when it is repeated. */
export function repeatableTwice(file: AnalyzedFile, calls: readonly SdkCall[], verbs: readonly string[]): RepeatableCall | undefined {
  for (const call of calls) {
    const { service, action } = call;
    if (action === anyAction || !doesAgain(service, action, verbs)) continue;
    const takesToken = takesClientToken(service, action);
    // An action without the parameter does not see a token that is sent all the same.
    if (takesToken === false || !sendsToken(file, call)) return { ...call, action, takesToken };
  }
  return undefined;
}

/** Whether an action does something once more when it is called once more, by its verb, or although its verb is one of looking. */
function doesAgain(service: Service, action: string, verbs: readonly string[]): boolean {
  return startsWithVerb(action, verbs) || (startsWithVerb(action, lookingVerbs) && onlyReads(service, action) === false);
}

/** Whether a request carries a `ClientToken`, by which the API knows a call that it has carried out already. */
function sendsToken(file: AnalyzedFile, { node }: SdkCall): boolean {
  const requests = node.arguments.filter((argument) => !isFunction(argument));
  if (requests.some((argument) => namesToken(file, resolveConstant(file, argument) ?? argument))) return true;
  // A request that is made elsewhere is looked for in the function around.
  const around = enclosingFunction(node);
  const isVisible = requests.some((argument) => resolveConstant(file, argument)?.type === "ObjectExpression");
  return !isVisible && around !== undefined && namesToken(file, around);
}

function namesToken(file: AnalyzedFile, root: TSESTree.Node): boolean {
  let found = false;
  walk(file, bare(root), (node) => {
    if (node.type === "Property" || node.type === "MemberExpression") found ||= propertyName(node) === "ClientToken";
    return !found;
  });
  return found;
}
