import type { TSESTree } from "@typescript-eslint/utils";
import type { AnalyzedFile, Variable } from "./file.js";
import { codeMapService, modulePath, sdkExport } from "./modules.js";
import { readPath } from "./paths.js";
import { bare, calledFunction, calleeName } from "./syntax.js";
import { knownStrings } from "./values.js";

/** What a check has made sure of about an error by the time that a place is reached. */
export type Guard =
  | { readonly kind: "sdk"; readonly service?: string; readonly action?: string }
  /** It is an error of some other library. */
  | { readonly kind: "foreign" };

/** Classes of which an SDK exception is an instance too, or that say nothing. */
const generalClasses = new Set(["Error", "Object"]);

/** What the conditions around `at`, and those before it that leave, say about the error in `variable`. */
export function guardAt(file: AnalyzedFile, variable: Variable, at: TSESTree.Node): Guard | undefined {
  const { block } = variable.scope;
  for (let child: TSESTree.Node = at; child !== block && child.parent !== undefined; child = child.parent) {
    const guard = guardOfParent(file, variable, child, child.parent);
    if (guard !== undefined) return guard;
  }
  return undefined;
}

function guardOfParent(file: AnalyzedFile, variable: Variable, child: TSESTree.Node, parent: TSESTree.Node): Guard | undefined {
  switch (parent.type) {
    case "IfStatement":
    case "ConditionalExpression":
      if (child === parent.consequent) return guardIn(file, variable, parent.test, true);
      return child === parent.alternate ? guardIn(file, variable, parent.test, false) : undefined;
    case "LogicalExpression":
      if (child !== parent.right || parent.operator === "??") return undefined;
      return guardIn(file, variable, parent.left, parent.operator === "&&");
    case "BlockStatement":
    case "Program":
    case "StaticBlock":
      return guardBefore(file, variable, child, parent.body);
    case "SwitchCase":
      return guardBefore(file, variable, child, parent.consequent);
    default:
      return undefined;
  }
}

function guardBefore(file: AnalyzedFile, variable: Variable, child: TSESTree.Node, siblings: readonly TSESTree.Node[]): Guard | undefined {
  for (const sibling of siblings) {
    if (sibling === child) return undefined;
    if (sibling.type !== "IfStatement" || sibling.alternate !== null || !leaves(sibling.consequent)) continue;
    const guard = guardIn(file, variable, sibling.test, false);
    if (guard !== undefined) return guard;
  }
  return undefined;
}

/** Whether a statement always ends in `throw`, `return`, `continue` or `break`. */
export function leaves(statement: TSESTree.Statement): boolean {
  switch (statement.type) {
    case "ThrowStatement":
    case "ReturnStatement":
    case "ContinueStatement":
    case "BreakStatement":
      return true;
    case "BlockStatement": {
      const last = statement.body.at(-1);
      return last !== undefined && leaves(last);
    }
    case "IfStatement":
      return statement.alternate !== null && leaves(statement.consequent) && leaves(statement.alternate);
    default:
      return false;
  }
}

/** What `test` makes sure of when it comes out as `outcome`. */
function guardIn(file: AnalyzedFile, variable: Variable, test: TSESTree.Node, outcome: boolean): Guard | undefined {
  const node = bare(test);
  if (node.type === "UnaryExpression" && node.operator === "!") return guardIn(file, variable, node.argument, !outcome);
  if (node.type === "LogicalExpression") {
    if (node.operator !== (outcome ? "&&" : "||")) return undefined;
    return guardIn(file, variable, node.left, outcome) ?? guardIn(file, variable, node.right, outcome);
  }
  if (!outcome) return undefined;
  if (node.type === "BinaryExpression") return guardOfComparison(file, variable, node);
  return node.type === "CallExpression" ? guardOfCall(file, variable, node) : undefined;
}

function isAbout(file: AnalyzedFile, variable: Variable, node: TSESTree.Node, names: readonly string[] = []): boolean {
  const path = readPath(file, node);
  return path.root === variable && path.names.join(".") === names.join(".");
}

function guardOfComparison(file: AnalyzedFile, variable: Variable, node: TSESTree.BinaryExpression): Guard | undefined {
  if (node.operator === "instanceof") {
    if (!isAbout(file, variable, node.left)) return undefined;
    const name = node.right.type === "Identifier" ? node.right.name : node.right.type === "MemberExpression" && node.right.property.type === "Identifier" ? node.right.property.name : "";
    if (name === "TencentCloudSDKHttpException" || sdkExport(file, node.right)?.kind === "exception") return { kind: "sdk" };
    return generalClasses.has(name) || name === "" ? undefined : { kind: "foreign" };
  }
  if (node.operator !== "===" && node.operator !== "==") return undefined;
  const byName = isAbout(file, variable, node.left, ["name"]) || isAbout(file, variable, node.left, ["constructor", "name"]);
  const value = byName ? knownStrings(file, node.right)?.[0]?.value : undefined;
  if (value === undefined || generalClasses.has(value)) return undefined;
  return value === "TencentCloudSDKHttpException" ? { kind: "sdk" } : { kind: "foreign" };
}

function guardOfCall(file: AnalyzedFile, variable: Variable, node: TSESTree.CallExpression): Guard | undefined {
  const [first, second] = node.arguments;
  if (first === undefined || !isAbout(file, variable, first)) return undefined;
  const guard = codeMapGuard(file, node.callee);
  if (guard !== undefined) {
    const action = guard.service === "" || second === undefined ? undefined : knownStrings(file, second)?.[0]?.value;
    return { kind: "sdk", ...(guard.service === "" ? {} : { service: guard.service }), ...(action === undefined ? {} : { action }) };
  }
  if (file.settings.errorGuards.includes(calleeName(node) ?? "")) return { kind: "sdk" };
  const predicate = calledFunction(file, node)?.returnType?.typeAnnotation;
  if (predicate?.type !== "TSTypePredicate" || predicate.typeAnnotation === null) return undefined;
  return isExceptionType(file, predicate.typeAnnotation.typeAnnotation) ? { kind: "sdk" } : undefined;
}

/** The code map's function that an expression names, if it tells errors apart. */
function codeMapGuard(file: AnalyzedFile, callee: TSESTree.Node): { service: string } | undefined {
  const found = modulePath(file, callee);
  const service = found === undefined ? undefined : codeMapService(found.module);
  const name = found?.path.at(-1);
  if (service === undefined || name === undefined) return undefined;
  if (service === "") return name === "isTencentCloudError" || name === "hasErrorCode" ? { service } : undefined;
  return /^is[A-Z]\w*Error$/.test(name) ? { service } : undefined;
}

/** Whether a type annotation names the SDK's exception or the code map's `TencentCloudError`. */
export function isExceptionType(file: AnalyzedFile, type: TSESTree.TypeNode): boolean {
  if (type.type === "TSUnionType" || type.type === "TSIntersectionType") return type.types.some((member) => isExceptionType(file, member));
  if (type.type !== "TSTypeReference") return false;
  if (sdkExport(file, type.typeName)?.kind === "exception") return true;
  const name = lastName(type.typeName);
  if (name === "TencentCloudSDKHttpException") return true;
  const found = modulePath(file, type.typeName);
  return name === "TencentCloudError" && found !== undefined && codeMapService(found.module) !== undefined;
}

/** Whether a type annotation names an error type that is known to be somebody else's. */
export function isForeignType(file: AnalyzedFile, type: TSESTree.TypeNode): boolean {
  if (type.type !== "TSTypeReference" || isExceptionType(file, type)) return false;
  if (lastName(type.typeName) === "ErrnoException") return true;
  const found = modulePath(file, type.typeName);
  return found !== undefined && !found.module.startsWith(".") && codeMapService(found.module) === undefined && !/^tencentcloud-sdk-nodejs/.test(found.module);
}

function lastName(name: TSESTree.EntityName): string {
  if (name.type === "Identifier") return name.name;
  return name.type === "TSQualifiedName" ? name.right.name : "";
}
