import type { TSESTree } from "@typescript-eslint/utils";
import type { AnalyzedFile } from "../file.js";
import { clientOf } from "../clients.js";
import { readPath } from "../paths.js";
import type { Repeat } from "./repeats.js";
import { bare, isFunction, walk } from "../syntax.js";
import type { Subject } from "../trace/truth.js";

/** Words that name what makes a signature or a token good again. */
const renewing = new Set([
  "assume", "auth", "clock", "connect", "credential", "credentials", "expire", "invalidate", "login", "ntp", "reauth", "reauthenticate", "reconnect", "recreate", "refresh",
  "refreshed", "reinit", "reload", "renew", "renewed", "resign", "reset", "rotate", "secret", "sts", "sync", "synchronize", "token",
]);

/** Whether something is renewed before the repeat: a new client, fresh credentials, a corrected clock. */
export function renews(file: AnalyzedFile, repeat: Repeat, subject: Subject): boolean {
  for (const node of repeat.reached(subject)) if (isRenewal(file, node)) return true;
  return repeat.loop !== undefined && makesClient(file, repeat.loop.body);
}

function isRenewal(file: AnalyzedFile, node: TSESTree.Node): boolean {
  if (node.type === "NewExpression" && clientOf(file, node) !== undefined) return true;
  if (node.type === "CallExpression" || node.type === "NewExpression") return saysRenewal(file.sourceCode.getText(node.callee));
  if (node.type === "UnaryExpression" && node.operator === "delete") return saysRenewal(file.sourceCode.getText(node.argument));
  if (node.type !== "AssignmentExpression") return false;
  const written = file.sourceCode.getText(node.left);
  return saysRenewal(written) || /client/i.test(written);
}

function saysRenewal(text: string): boolean {
  const words = text.replace(/([a-z\d])(?=[A-Z])/g, "$1 ").toLowerCase().split(/[^a-z]+/);
  return words.some((word) => renewing.has(word) || renewing.has(word.replace(/s$/, "")));
}

/** Each turn of the loop makes a client of its own, with the credentials of that moment. */
function makesClient(file: AnalyzedFile, body: TSESTree.Node): boolean {
  let found = false;
  walk(file, body, (node) => {
    if (node.type === "NewExpression" && clientOf(file, node) !== undefined) found = true;
    return !found && !isFunction(node);
  });
  return found;
}

/**
 * Whether the repeat can come a second time: nothing limits it but what limits all repeats. A condition in the handler
 * on something other than the error (`!renewed`, `attempt === 0`) is taken for a limit.
 */
export function repeatsUnlimited(file: AnalyzedFile, repeat: Repeat, subject: Subject): boolean {
  if (repeat.once || repeat.loop === undefined) return false;
  let limited = false;
  walk(file, repeat.region, (node) => {
    if ((node.type === "IfStatement" || node.type === "ConditionalExpression") && asksElse(file, node.test, subject)) limited = true;
    return !limited && !isFunction(node);
  });
  return !limited;
}

/** Whether a condition reads something other than the error. */
function asksElse(file: AnalyzedFile, test: TSESTree.Node, subject: Subject): boolean {
  const node = bare(test);
  if (node.type === "LogicalExpression") return asksElse(file, node.left, subject) || asksElse(file, node.right, subject);
  if (node.type === "UnaryExpression") return asksElse(file, node.argument, subject);
  if (node.type === "CallExpression") return false;
  const read = node.type === "BinaryExpression" ? [node.left, node.right] : [node];
  return read.some((part) => {
    const value = bare(part);
    return (value.type === "Identifier" || value.type === "MemberExpression") && readPath(file, value).root !== subject.path.root && file.sourceCode.getText(value) !== "undefined";
  });
}
