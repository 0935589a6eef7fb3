import type { TSESTree } from "@typescript-eslint/utils";
import { addTo } from "../source/lists.js";
import type { AnalyzedFile, FunctionNode, Variable } from "../source/file.js";
import { answerOnce } from "../source/answer-once.js";
import { isOfOtherModule } from "../source/linked-modules.js";
import { calledFunction, functionOf } from "../source/functions.js";
import { bare, enclosingClass, isFunction, isInside, walk } from "../source/syntax.js";

/** A place that calls a function of this file or hands it over. */
export type Use = { readonly call: TSESTree.CallExpression } | { readonly handedOver: TSESTree.Node };

/** The places that call a function of this file or hand it over. */
export function usesOfFunction(file: AnalyzedFile, fn: FunctionNode): readonly Use[] {
  return answerOnce<readonly Use[]>(file, usesOfFunction, fn, [], () => {
    const name = nameOfFunction(fn);
    const variable = name === undefined ? undefined : file.variableOf(name);
    if (variable !== undefined) return file.linked.placesOf(variable).flatMap(useAt);
    const member = fn.parent;
    if (member?.type !== "MethodDefinition" && member?.type !== "PropertyDefinition") return [];
    const owner = enclosingClass(member);
    return owner === undefined ? [] : (methodUses(file, owner).get(fn) ?? []);
  });
}

/** The places in a class that call its methods or hand them over. */
function methodUses(file: AnalyzedFile, owner: TSESTree.Node): ReadonlyMap<FunctionNode, readonly Use[]> {
  return answerOnce<ReadonlyMap<FunctionNode, readonly Use[]>>(file, methodUses, owner, new Map(), () => {
    const uses = new Map<FunctionNode, Use[]>();
    walk(file, owner, (node) => {
      if (node.type !== "CallExpression") return true;
      const called = calledFunction(file, node);
      if (called !== undefined) addTo(uses, called, { call: node });
      for (const argument of node.arguments) {
        const part = bare(argument);
        const handed = part.type === "MemberExpression" && part.object.type === "ThisExpression" ? functionOf(file, part) : undefined;
        if (handed !== undefined) addTo(uses, handed, { handedOver: argument });
      }
      return true;
    });
    return uses;
  });
}

function nameOfFunction(fn: FunctionNode): TSESTree.Identifier | undefined {
  if (fn.type === "FunctionDeclaration") return fn.id ?? undefined;
  const { parent } = fn;
  return parent?.type === "VariableDeclarator" && parent.id.type === "Identifier" ? parent.id : undefined;
}

function useAt(identifier: TSESTree.Node): Use[] {
  const { parent } = identifier;
  if (parent?.type === "CallExpression") return parent.callee === identifier ? [{ call: parent }] : [{ handedOver: identifier }];
  return parent?.type === "Property" && parent.value === identifier && parent.parent.type === "ObjectExpression" ? [{ handedOver: identifier }] : [];
}

/** The functions that a parameter of a function of this file can be; undefined where not all of them are seen. */
export function functionsHanded(file: AnalyzedFile, parameter: Variable): readonly FunctionNode[] | undefined {
  return answerOnce<readonly FunctionNode[] | undefined>(file, functionsHanded, parameter, undefined, () => {
    const [definition] = parameter.defs;
    if (definition?.type !== "Parameter" || !isFunction(definition.node) || !staysInFile(file, definition.node)) return undefined;
    const fn = definition.node;
    const index = fn.params.findIndex((part) => part === definition.name);
    const handed: FunctionNode[] = [];
    for (const use of index === -1 ? [] : usesOfFunction(file, fn)) {
      const argument = "call" in use ? use.call.arguments[index] : undefined;
      // One that calls itself hands on what it got.
      if (argument?.type === "Identifier" && file.variableOf(argument) === parameter) continue;
      const given = argument === undefined ? undefined : functionOf(file, argument);
      if (given === undefined || isInside(given, fn)) return undefined;
      handed.push(given);
    }
    return handed.length === 0 ? undefined : handed;
  });
}

/** Whether a function is called by nobody else: it is not exported, nor kept somewhere, nor a public method. */
function staysInFile(file: AnalyzedFile, fn: FunctionNode): boolean {
  const { parent } = fn;
  if (parent?.type === "MethodDefinition" || parent?.type === "PropertyDefinition") {
    const { key } = parent;
    return parent.accessibility === "private" || key.type === "PrivateIdentifier" || (key.type === "Identifier" && key.name.startsWith("_"));
  }
  const name = nameOfFunction(fn);
  const variable = name === undefined ? undefined : file.variableOf(name);
  const statement = fn.type === "FunctionDeclaration" ? fn : parent?.parent;
  // Of another module it is asked what the linted file hands to its functions.
  if (variable === undefined || (statement?.parent?.type.startsWith("Export") === true && !isOfOtherModule(fn))) return false;
  const written = new Set<unknown>(variable.references.filter(({ init }) => init === true).map(({ identifier }) => identifier));
  return file.linked.placesOf(variable).every((place) => written.has(place) || (place.parent?.type === "CallExpression" && place.parent.callee === place));
}
