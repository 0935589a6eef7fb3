import type { TSESTree } from "@typescript-eslint/utils";
import type { AnalyzedFile } from "../source/file.js";
import { sdkCallOf } from "../origins/api-calls.js";
import { clientOf } from "../origins/clients.js";
import { readPath } from "../values/access-path.js";
import { changesInput, handsOnNews } from "./changed-input.js";
import { saysClient, saysDropping, saysFetching, saysNewClient, saysQuestion, saysRenewal, saysSigning } from "../knowledge/renewal-words.js";
import { anyAction } from "../knowledge/services.js";
import { calledFunction } from "../source/functions.js";
import { bare, calleeName, enclosingFunction, isFunction, isInside, textOf, walk } from "../source/syntax.js";
import { isWritingDown } from "../follow/hand-over.js";
import type { AssumedCode } from "../follow/assumed-code.js";
import type { Repeat } from "./repeat.js";

/** Whether something is renewed before the repeat: a new client, fresh credentials, a corrected clock. */
export function renews(file: AnalyzedFile, repeat: Repeat, assumed: AssumedCode): boolean {
  for (const node of repeat.reached(assumed)) {
    if (isRenewal(file, repeat, node) || signsAnew(file, node) || handsOnNews(file, repeat, node, assumed) || changesInput(file, repeat, node, assumed)) return true;
    const run = runBy(file, repeat, node);
    if (run !== undefined && someIn(file, run, (inner) => isRenewal(file, repeat, inner))) return true;
  }
  const again = runAgain(repeat);
  return again !== undefined && someIn(file, again, (node) => (isInside(again, repeat.region) || !isInside(node, repeat.region)) && makesAnew(file, node));
}

/** What is run on the way without being followed: a function of this file, or one that a timer gets. */
function runBy(file: AnalyzedFile, { region }: Repeat, node: TSESTree.Node): TSESTree.Node | undefined {
  if (isFunction(node)) return node.body;
  const called = node.type === "CallExpression" ? calledFunction(file, node) : undefined;
  return called === undefined || isInside(region, called) ? undefined : called.body;
}

/** What each attempt starts with: the body of the loop, or of the function that calls itself or that a library calls. */
function runAgain({ loop, once, tried }: Repeat): TSESTree.Node | undefined {
  if (loop !== undefined) return loop.body;
  return once || tried === undefined ? undefined : enclosingFunction(tried)?.body;
}

function someIn(file: AnalyzedFile, root: TSESTree.Node, isFound: (node: TSESTree.Node) => boolean): boolean {
  let found = false;
  walk(file, root, (node) => {
    found ||= isFound(node);
    return !found && (node === root || !isFunction(node));
  });
  return found;
}

function isRenewal(file: AnalyzedFile, repeat: Repeat, node: TSESTree.Node): boolean {
  switch (node.type) {
    case "NewExpression":
      return clientOf(file, node) !== undefined || saysRenewal(textOf(file, node.callee));
    case "CallExpression":
      return isRenewingCall(file, repeat, node);
    case "UnaryExpression":
      return node.operator === "delete" && saysRenewal(textOf(file, node.argument));
    case "AssignmentExpression": {
      const written = textOf(file, node.left);
      return !isCounting(node) && (saysRenewal(written) || saysClient(written));
    }
    default:
      return false;
  }
}

/** The request is signed once more: in a function that sends it, this is nothing new. */
function signsAnew(file: AnalyzedFile, node: TSESTree.Node): boolean {
  const written = node.type === "CallExpression" && !saysQuestion(calleeName(node) ?? "") ? node.callee : node.type === "AssignmentExpression" ? node.left : undefined;
  return written !== undefined && saysSigning(textOf(file, written));
}

/** `failures += 1` */
function isCounting({ operator, right }: TSESTree.AssignmentExpression): boolean {
  return operator !== "=" && right.type === "Literal";
}

function isRenewingCall(file: AnalyzedFile, { calls }: Repeat, node: TSESTree.CallExpression): boolean {
  const name = calleeName(node) ?? "";
  if (saysQuestion(name) || isWritingDown(node)) return false;
  const callee = bare(node.callee);
  const call = sdkCallOf(file, node);
  if (call !== undefined && callee.type === "MemberExpression") {
    const again = calls.filter(({ action, node: made }) => action !== anyAction && action === call.action && made !== node);
    // The same call is none, but for one through another client.
    if (again.length > 0) return !again.some(({ node: made }) => receiverOf(file, made) === receiverOf(file, node));
  }
  if (saysRenewal(textOf(file, callee)) || saysNewClient(name)) return true;
  return callee.type === "MemberExpression" && saysDropping(name) && saysClient(textOf(file, callee.object));
}

function receiverOf(file: AnalyzedFile, { callee }: TSESTree.CallExpression): string {
  const node = bare(callee);
  return node.type === "MemberExpression" ? textOf(file, bare(node.object)) : "";
}

/** Each attempt makes a client of its own, or fetches the credentials of that moment. */
function makesAnew(file: AnalyzedFile, node: TSESTree.Node): boolean {
  if (node.type === "NewExpression") return clientOf(file, node) !== undefined;
  if (node.type === "AwaitExpression") return node.argument.type === "CallExpression" && sdkCallOf(file, node.argument) === undefined && saysFetching(calleeName(node.argument) ?? "");
  return node.type === "CallExpression" && saysNewClient(calleeName(node) ?? "");
}

/**
 * Whether the repeat can come a second time: nothing limits it but what limits all repeats. A condition in the handler
 * on something other than the error (`!renewed`, `attempt === 0`) is taken for a limit.
 */
export function repeatsUnlimited(file: AnalyzedFile, repeat: Repeat, assumed: AssumedCode): boolean {
  if (repeat.once || repeat.loop === undefined) return false;
  let limited = false;
  walk(file, repeat.region, (node) => {
    if ((node.type === "IfStatement" || node.type === "ConditionalExpression") && asksElse(file, node.test, assumed)) limited = true;
    return !limited && !isFunction(node);
  });
  return !limited;
}

/** Whether a condition reads something other than the error. */
function asksElse(file: AnalyzedFile, test: TSESTree.Node, assumed: AssumedCode): boolean {
  const node = bare(test);
  if (node.type === "LogicalExpression") return asksElse(file, node.left, assumed) || asksElse(file, node.right, assumed);
  if (node.type === "UnaryExpression") return asksElse(file, node.argument, assumed);
  if (node.type === "CallExpression") return false;
  const read = node.type === "BinaryExpression" ? [node.left, node.right] : [node];
  return read.some((part) => {
    const value = bare(part);
    return (value.type === "Identifier" || value.type === "MemberExpression") && readPath(file, value).root !== assumed.path.root && textOf(file, value) !== "undefined";
  });
}
