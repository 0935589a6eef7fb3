import type { TSESTree } from "@typescript-eslint/utils";
import type { AnalyzedFile, FunctionNode, Variable } from "./file.js";
import { remember } from "./file.js";
import { callsIn, sdkCallOf, type Calls } from "./calls.js";
import { guardAt, isExceptionType, isForeignType } from "./guards.js";
import { importsOf } from "./modules.js";
import { isVariable, parameterIndex, readPath } from "./paths.js";
import { bare, calledFunction, isFunction, onlyValue, propertyName, walk } from "./syntax.js";

/** Why an expression is believed to hold an error code, strongest first. */
export type Evidence = "type" | "guard" | "call" | "envelope" | "import" | "item";

export interface ActionRef {
  readonly service: string;
  readonly action: string;
}

/** Where an error comes from. */
export interface Origin {
  readonly evidence: Evidence;
  /** Undefined means any. */
  readonly services: readonly string[] | undefined;
  /** Undefined where not all of the calls are known. */
  readonly actions: readonly ActionRef[] | undefined;
  /** Whether nothing but errors of Tencent Cloud can be here. */
  readonly exclusive: boolean;
}

type Found = Origin | "foreign" | undefined;

const strength: readonly Evidence[] = ["import", "item", "envelope", "call", "guard", "type"];

/** Where the error in `variable` comes from, as known at the place `at`. */
export function originOf(file: AnalyzedFile, variable: Variable, at: TSESTree.Node): Origin | undefined {
  const guard = guardAt(file, variable, at);
  if (guard?.kind === "foreign") return undefined;
  const declared = originOfDeclaration(file, variable);
  if (declared === "foreign") return undefined;
  if (guard === undefined) return declared;
  const services = guard.service === undefined ? declared?.services : [guard.service];
  const actions = guard.service !== undefined && guard.action !== undefined ? [{ service: guard.service, action: guard.action }] : declared?.actions;
  return { evidence: "guard", services, actions: guard.service === undefined ? declared?.actions : actions, exclusive: true };
}

/** What the casts around an expression say, `(e as TencentCloudSDKHttpException).code`, also on the way to a constant. */
export function castOf(file: AnalyzedFile, expression: TSESTree.Node): "sdk" | "foreign" | undefined {
  let node = expression;
  for (;;) {
    switch (node.type) {
      case "TSAsExpression":
      case "TSTypeAssertion":
        if (isExceptionType(file, node.typeAnnotation)) return "sdk";
        if (isForeignType(file, node.typeAnnotation)) return "foreign";
        node = node.expression;
        continue;
      case "TSNonNullExpression":
      case "TSSatisfiesExpression":
      case "ChainExpression":
        node = node.expression;
        continue;
      case "Identifier": {
        const { name } = file.variableOf(node)?.defs[0] ?? {};
        if (name?.type === "Identifier" && name.typeAnnotation !== undefined) {
          const type = name.typeAnnotation.typeAnnotation;
          if (isExceptionType(file, type)) return "sdk";
          if (isForeignType(file, type)) return "foreign";
        }
        const variable = file.variableOf(node);
        const value = variable === undefined ? undefined : onlyValue(variable);
        // `const e = e` can be written; the type checker refuses it, the parser does not.
        if (value === undefined || value.range[1] > node.range[0]) return undefined;
        node = value;
        continue;
      }
      default:
        return undefined;
    }
  }
}

function originOfDeclaration(file: AnalyzedFile, variable: Variable): Found {
  return remember<Variable, Found>(file, originOfDeclaration, variable, undefined, () => {
    const definition = variable.defs[0];
    if (definition?.type === "CatchClause") return originOfCatch(file, definition.node);
    if (definition?.type !== "Parameter" || !isFunction(definition.node)) return undefined;
    return originOfParameter(file, definition.node, parameterIndex(definition.node, variable));
  });
}

function originOfCatch(file: AnalyzedFile, clause: TSESTree.CatchClause): Found {
  const { parent } = clause;
  return parent.type === "TryStatement" ? originOfCalls(file, callsIn(file, parent.block)) : undefined;
}

function originOfCalls(file: AnalyzedFile, calls: Calls): Origin | undefined {
  if (calls.sdk.length === 0) return originByImport(file);
  const services = new Set<string>();
  const actions: ActionRef[] = [];
  let allServices = true;
  let allActions = true;
  for (const { service, action } of calls.sdk) {
    if (service === undefined) allServices = false;
    else services.add(service);
    if (service === undefined || action === undefined) allActions = false;
    else actions.push({ service, action });
  }
  return {
    evidence: "call",
    services: allServices ? [...services].sort() : undefined,
    actions: allActions ? actions : undefined,
    exclusive: !calls.others,
  };
}

function originByImport(file: AnalyzedFile): Origin | undefined {
  const imports = importsOf(file);
  if ((!imports.sdk && !imports.codeMap) || imports.otherCloud) return undefined;
  return { evidence: "import", services: undefined, actions: undefined, exclusive: false };
}

/** Where the errors come from that a function gets as a parameter: from the calls of the function, or the call it is handed to. */
function originOfParameter(file: AnalyzedFile, fn: FunctionNode, index: number): Found {
  if (index === -1) return undefined;
  const handed = originOfCallback(file, fn, index);
  if (handed !== undefined) return handed;
  return mergeOrigins(usesOfFunction(file, fn).map((use) => originOfUse(file, use, index)));
}

/** `promise.catch(fn)`, `promise.then(ok, fn)`, `client.Action(params, fn)`. */
function originOfCallback(file: AnalyzedFile, callback: TSESTree.Node, index: number): Origin | undefined {
  const call = callback.parent;
  if (call?.type !== "CallExpression" || index !== 0) return undefined;
  const position = call.arguments.indexOf(callback as TSESTree.CallExpressionArgument);
  if (position === -1) return undefined;
  const action = sdkCallOf(file, call);
  if (action !== undefined) return originOfCalls(file, { sdk: [action], others: false });
  const callee = bare(call.callee);
  const name = callee.type === "MemberExpression" ? propertyName(callee) : undefined;
  if (callee.type !== "MemberExpression" || !((name === "catch" && position === 0) || (name === "then" && position === 1))) return undefined;
  return originOfCalls(file, callsIn(file, chainSource(file, callee.object)));
}

/** The expression that makes a promise which a variable holds. */
function chainSource(file: AnalyzedFile, object: TSESTree.Node): TSESTree.Node {
  const node = bare(object);
  const variable = node.type === "Identifier" ? file.variableOf(node) : undefined;
  const value = variable === undefined ? undefined : onlyValue(variable);
  return value ?? node;
}

type Use = { readonly call: TSESTree.CallExpression } | { readonly handedOver: TSESTree.Node };

/** The places that call a function of this file or hand it over. */
export function usesOfFunction(file: AnalyzedFile, fn: FunctionNode): readonly Use[] {
  return remember<FunctionNode, readonly Use[]>(file, usesOfFunction, fn, [], () => {
    const name = nameOfFunction(fn);
    const variable = name === undefined ? undefined : file.variableOf(name);
    if (variable !== undefined) return variable.references.flatMap((reference) => useAt(reference.identifier as TSESTree.Node));
    const member = fn.parent;
    if (member?.type !== "MethodDefinition" && member?.type !== "PropertyDefinition") return [];
    const uses: Use[] = [];
    walk(file, member.parent, (node) => {
      if (node.type === "CallExpression" && calledFunction(file, node) === fn) uses.push({ call: node });
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
  if (parent?.type !== "CallExpression") return [];
  return parent.callee === identifier ? [{ call: parent }] : [{ handedOver: identifier }];
}

function originOfUse(file: AnalyzedFile, use: Use, index: number): Found {
  if ("handedOver" in use) return originOfCallback(file, use.handedOver, index);
  const argument = use.call.arguments[index];
  if (argument === undefined) return undefined;
  const cast = castOf(file, argument);
  if (cast === "foreign") return "foreign";
  const { root, names } = readPath(file, argument);
  if (!isVariable(root) || names.length > 0) return undefined;
  const origin = originOf(file, root, argument);
  return cast === "sdk" ? asType(origin) : origin;
}

/** The same origin, now known by its type. */
export function asType(origin: Origin | undefined): Origin {
  return { evidence: "type", services: origin?.services, actions: origin?.actions, exclusive: true };
}

/** One origin for several: no stronger than the weakest, and with all their services. */
export function mergeOrigins(found: readonly Found[]): Found {
  const origins = found.filter((origin) => origin !== undefined && origin !== "foreign");
  const [first, ...others] = origins;
  if (first === undefined) return found.includes("foreign") ? "foreign" : undefined;
  const complete = origins.length === found.length;
  const merged = others.reduce((left, right) => mergeTwo(left, right), first);
  return complete ? merged : { ...merged, exclusive: false };
}

function mergeTwo(left: Origin, right: Origin): Origin {
  const evidence = strength.indexOf(left.evidence) < strength.indexOf(right.evidence) ? left.evidence : right.evidence;
  const services = left.services === undefined || right.services === undefined ? undefined : [...new Set([...left.services, ...right.services])].sort();
  const actions = left.actions === undefined || right.actions === undefined ? undefined : [...left.actions, ...right.actions];
  return { evidence, services, actions, exclusive: left.exclusive && right.exclusive };
}
