import type { TSESTree } from "@typescript-eslint/utils";
import type { AnalyzedFile } from "../source/file.js";
import { isSdkModule, modulePath } from "../values/import-paths.js";
import { calledFunction, functionOf } from "../source/functions.js";
import { bare, calleeName, literalString, propertyName, walk } from "../source/syntax.js";
import { bodyReaders, promiseCombinators, promiseMethods } from "../knowledge/built-in-names.js";
import { codeMapService } from "../knowledge/sdk.js";
import { bringsNoError } from "../knowledge/logs-and-pauses.js";
import { isOtherClientName } from "../knowledge/others.js";

/**
 * What waiting for an expression can bring:
 *
 * - `known`: no errors but those of calls that are looked at anyway
 * - `handed`: what the functions handed to it bring
 * - `foreign`: errors of a known library, or of Node
 * - `unknown`: nothing can be said
 */
export type Wait =
  | { readonly kind: "foreign" | "known" | "unknown" }
  | { readonly kind: "handed"; readonly parts: readonly TSESTree.Node[] };

const known: Wait = { kind: "known" };
const foreign: Wait = { kind: "foreign" };

/** @param isSdk tells a call of the SDK */
export function waitOf(file: AnalyzedFile, expression: TSESTree.Node, isSdk: (node: TSESTree.Node) => boolean): Wait {
  const node = bare(expression);
  if (node.type === "ImportExpression") return isSdkModule(file, literalString(node.source) ?? "") ? known : foreign;
  if (node.type !== "CallExpression" || isSdk(node) || calledFunction(file, node) !== undefined) return known;
  const callee = bare(node.callee);
  const name = calleeName(node);
  if (name !== undefined && callee.type === "MemberExpression" && node.arguments.length === 0 && bodyReaders.has(name)) return known;
  if (name !== undefined && (bringsNoError(name) || promiseMethods.has(name))) return known;
  if (name !== undefined && promiseCombinators.has(name) && callee.type === "MemberExpression" && isPromise(callee.object)) return combined(file, node, isSdk);
  const parts = node.arguments.filter((part) => functionOf(file, part) !== undefined || holdsCall(file, part, isSdk));
  if (parts.length > 0) return { kind: "handed", parts: parts.map((part) => functionOf(file, part)?.body ?? part) };
  return isForeignCallee(file, callee) ? foreign : { kind: "unknown" };
}

function isPromise(node: TSESTree.Node): boolean {
  return node.type === "Identifier" && node.name === "Promise";
}

/** `Promise.all([…])`: the weakest of what its elements bring. */
function combined(file: AnalyzedFile, call: TSESTree.CallExpression, isSdk: (node: TSESTree.Node) => boolean): Wait {
  const [list] = call.arguments;
  if (list === undefined) return known;
  const node = bare(list);
  if (node.type === "CallExpression") return waitOf(file, node, isSdk);
  if (node.type !== "ArrayExpression") return known;
  const waits = node.elements.flatMap((element) => (element === null ? [] : [waitOf(file, element, isSdk)]));
  const order = ["unknown", "foreign", "handed", "known"] as const;
  for (const kind of order) {
    const found = waits.find((wait) => wait.kind === kind);
    if (found !== undefined) return found;
  }
  return known;
}

/** Whether a promise of the SDK is handed over; of a call that is awaited on the spot only the result is. */
function holdsCall(file: AnalyzedFile, part: TSESTree.Node, isSdk: (node: TSESTree.Node) => boolean): boolean {
  let found = false;
  walk(file, part, (node) => {
    if (isSdk(node)) found = true;
    return !found && node.type !== "AwaitExpression";
  });
  return found;
}

/** Whether a callee is seen to belong to another library: by what it is imported from, or by a name that is usual for one. */
function isForeignCallee(file: AnalyzedFile, callee: TSESTree.Node): boolean {
  const found = modulePath(file, callee);
  if (found !== undefined) return !found.module.startsWith(".") && !isSdkModule(file, found.module) && codeMapService(found.module) === undefined;
  let node = callee;
  while (node.type === "MemberExpression" || node.type === "CallExpression") {
    if (node.type === "MemberExpression" && node.object.type === "ThisExpression") return isOtherClientName(propertyName(node)?.replace(/^#|_/, "") ?? "");
    node = bare(node.type === "MemberExpression" ? node.object : node.callee);
  }
  if (node.type === "NewExpression") return isForeignCallee(file, bare(node.callee));
  return node.type === "Identifier" && isOtherClientName(node.name);
}
