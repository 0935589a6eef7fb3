import type { TSESTree } from "@typescript-eslint/utils";
import type { AnalyzedFile } from "../source/file.js";
import { sdkCallOf } from "../origins/api-calls.js";
import { callsIn } from "../origins/calls.js";
import type { SdkCall } from "../origins/call.js";
import { calledFunction } from "../source/functions.js";
import { anyAction, canBeSame } from "../knowledge/services.js";
import { isInside, walk } from "../source/syntax.js";
import type { AssumedCode } from "../follow/assumed-code.js";
import type { Repeat } from "./repeat.js";
import { startsWithVerb, lookingVerbs } from "../knowledge/action-names.js";

/**
 * Whether the program looks, each time before it makes a call again, whether the call has gone through: in what it does
 * after the error, or in what it tries, before the call.
 *
 * @param assumed the code after which the call is made again
 */
export function looksBefore(file: AnalyzedFile, repeat: Repeat, call: SdkCall, assumed: AssumedCode): boolean {
  for (const node of repeat.reached(assumed)) if (looks(file, node, call)) return true;
  const { loop, once, region, tried } = repeat;
  // A second call in the handler does nothing else of what was tried once more.
  const again = loop === undefined && once ? undefined : (loop?.body ?? tried);
  if (again === undefined) return false;
  let found = false;
  walk(file, again, (node) => {
    // What a loop does after the handler comes before its next turn.
    const isDoneBefore = isBefore(node, call, again) || (loop !== undefined && node.range[0] >= region.range[1]);
    found ||= isDoneBefore && looks(file, node, call);
    return !found;
  });
  return found;
}

/** Whether a node asks the service of the call for what there is, itself or in a function of this file. */
function looks(file: AnalyzedFile, node: TSESTree.Node, call: SdkCall): boolean {
  if (node.type !== "CallExpression") return false;
  const direct = sdkCallOf(file, node);
  if (direct !== undefined) return isLook(direct, call);
  const called = calledFunction(file, node);
  return called !== undefined && callsIn(file, called.body).sdk.some((inner) => isLook(inner, call) && isBefore(inner.node, call, called));
}

function isLook({ action, service }: SdkCall, call: SdkCall): boolean {
  return action !== anyAction && startsWithVerb(action, lookingVerbs) && canBeSame(service, call.service);
}

/** What stands after the call in the same piece of code looks at its result. */
function isBefore(node: TSESTree.Node, { node: call }: SdkCall, root: TSESTree.Node): boolean {
  return node.range[1] <= call.range[0] || !isInside(call, root);
}
