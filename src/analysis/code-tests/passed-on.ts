import type { TSESTree } from "@typescript-eslint/utils";
import { isLoggerName, isLogMethod } from "../knowledge/logs-and-pauses.js";
import { serializers } from "../knowledge/error-words.js";
import { answerOnce } from "../source/answer-once.js";
import { entryOf } from "../source/entry-of.js";
import type { AnalyzedFile, FunctionNode, Variable } from "../source/file.js";
import { addTo, firstFrom } from "../source/lists.js";
import { bare, calleeName, enclosingFunction, isInside, nearestAround, nodesOf } from "../source/syntax.js";
import { readPath } from "../values/access-path.js";
import type { Unmet } from "./conditions.js";

/** Where an answer begins: the variable that holds it, or the expression that it is taken apart from. */
export type Root = TSESTree.Node | Variable;

/** Where the whole response that an expression reads begins: `body`, `body.Response`. */
export function wholeResponse(file: AnalyzedFile, expression: TSESTree.Node): Root | undefined {
  const { root, names } = readPath(file, expression);
  return names.every((name) => name === "Response" || name === "data") ? root : undefined;
}

/** Whether a call only writes down what it gets. */
export function onlyWritesDown(call: TSESTree.CallExpression): boolean {
  const callee = bare(call.callee);
  if (callee.type === "MemberExpression" && callee.object.type === "Identifier" && (isLoggerName(callee.object.name) || callee.object.name === "JSON")) return true;
  const name = calleeName(call) ?? "";
  return isLogMethod(name) || serializers.has(name);
}

/** Whether what runs where a condition is not met throws a response, returns it or hands it to somebody, in whatever form. */
export function passesOn(file: AnalyzedFile, owner: TSESTree.Node, { branch, range: [from, to] }: Unmet, root: Root): boolean {
  const value = branch === undefined ? undefined : bare(branch);
  if ((value?.type === "Identifier" || value?.type === "MemberExpression") && wholeResponse(file, value) === root) return true;
  const places = placesPassingOn(file).get(root)?.get(enclosingFunction(owner)) ?? [];
  const next = places[firstFrom(places, from, (place) => place)];
  return next !== undefined && next < to;
}

/** Where responses are passed on: by where they begin, and by the function that does it, the starts of the expressions in order. */
type Places = ReadonlyMap<Root, ReadonlyMap<FunctionNode | undefined, readonly number[]>>;

/** A function can have many conditions, and much that follows each of them: none looks through all of it. */
function placesPassingOn(file: AnalyzedFile): Places {
  return answerOnce<Places>(file, placesPassingOn, file.sourceCode.ast, new Map(), () => {
    const places = new Map<Root, Map<FunctionNode | undefined, number[]>>();
    for (const node of nodesOf(file, "Identifier", "MemberExpression")) {
      const root = node.parent.type === "MemberExpression" ? undefined : wholeResponse(file, node);
      if (root === undefined) continue;
      const ofRoot = entryOf(places, root, () => new Map<FunctionNode | undefined, number[]>());
      for (const passing of passingAround(node)) addTo(ofRoot, enclosingFunction(passing), passing.range[0]);
    }
    for (const ofRoot of places.values()) for (const starts of ofRoot.values()) starts.sort((a, b) => a - b);
    return places;
  });
}

type Passing = TSESTree.CallExpression | TSESTree.ReturnStatement | TSESTree.ThrowStatement;

const nearestPassing = nearestAround((node): node is Passing => node.type === "CallExpression" || node.type === "ReturnStatement" || node.type === "ThrowStatement");

/** What passes a node on: the innermost in each of the functions around it. */
function passingAround(node: TSESTree.Node): readonly Passing[] {
  const found: Passing[] = [];
  for (let at = nearestPassing(node); at !== undefined; ) {
    const isPassing = at.type !== "CallExpression" || (!isInside(node, at.callee) && !onlyWritesDown(at));
    if (isPassing) found.push(at);
    const around: TSESTree.Node | undefined = isPassing ? enclosingFunction(at) : at;
    at = around === undefined ? undefined : nearestPassing(around);
  }
  return found;
}
