import type { TSESTree } from "@typescript-eslint/utils";
import type { AnalyzedFile, FunctionNode, Variable } from "../source/file.js";
import { answerOnce } from "../source/answer-once.js";
import { errorPosition } from "./error-callbacks.js";
import { calledFunction } from "../source/functions.js";
import { bare, isFunction, propertyName } from "../source/syntax.js";
import { containerClasses } from "../knowledge/built-in-names.js";
import { isLoggerName } from "../knowledge/logs-and-pauses.js";

/**
 * Whether the type of an expression can say anything about an error. What a `catch` or a rejection handler gets is `any` or
 * `unknown` until something narrows it, and asking the type checker about it makes it resolve every call on the way.
 *
 * @param isReason whether the expression is known to be the reason of a settled promise
 */
export function typeMayTell(file: AnalyzedFile, expression: TSESTree.Node, isReason = false): boolean {
  let root = expression;
  let steps = 0;
  for (; root.type === "MemberExpression"; root = root.object) steps += 1;
  const variable = root.type === "Identifier" ? file.variableOf(root) : undefined;
  if (variable === undefined) return true;
  const isAny = isReason && expression.type === "MemberExpression" && propertyName(expression) === "reason";
  return (!isAny && !isUntyped(variable)) || isNarrowed(file, variable, steps);
}

/** Whether a variable gets what was thrown, and says nothing of its type. */
function isUntyped(variable: Variable): boolean {
  const [definition] = variable.defs;
  const { name, type } = definition ?? {};
  if (definition === undefined || name?.type !== "Identifier") return false;
  const annotation = name.typeAnnotation?.typeAnnotation.type;
  const says = annotation !== undefined && annotation !== "TSAnyKeyword" && annotation !== "TSUnknownKeyword";
  if (says) return false;
  if (type === "CatchClause") return true;
  return type === "Parameter" && isFunction(definition.node) && definition.node.params[0] === name && (annotation !== undefined || isRejectionHandler(definition.node));
}

function isRejectionHandler(fn: FunctionNode): boolean {
  return fn.type !== "FunctionDeclaration" && errorPosition(fn)?.kind === "chain";
}

/** Whether anything in the file can give the type checker an idea of what a variable is, or what is read from it in so many steps. */
function isNarrowed(file: AnalyzedFile, variable: Variable, steps: number): boolean {
  const fewest = answerOnce(file, isNarrowed, variable, 0, () => Math.min(Infinity, ...variable.references.map(({ identifier }) => stepsToNarrowed(file, identifier))));
  return fewest <= steps;
}

/** How many properties are read from a variable up to the part that something narrows: 1 in `isMine(e.cause)`. */
function stepsToNarrowed(file: AnalyzedFile, identifier: TSESTree.Node): number {
  let part = identifier;
  let steps = 0;
  for (; isReadFurther(part); part = part.parent as TSESTree.Node) if (part.parent?.type === "MemberExpression") steps += 1;
  return narrows(file, part) ? steps : Infinity;
}

function isReadFurther(part: TSESTree.Node): boolean {
  const { parent } = part;
  return (parent?.type === "MemberExpression" && parent.object === part) || parent?.type === "ChainExpression" || parent?.type === "TSNonNullExpression";
}

function narrows(file: AnalyzedFile, part: TSESTree.Node): boolean {
  const { parent } = part;
  switch (parent?.type) {
    case "AssignmentExpression":
      return parent.left === part;
    case "BinaryExpression":
      return (parent.operator === "instanceof" && parent.left === part) || (/^[!=]==?$/.test(parent.operator) && !isConstant(parent.left === part ? parent.right : parent.left));
    case "CallExpression":
      return parent.callee !== part && !isLog(parent) && !answersPlainly(file, parent);
    default:
      return false;
  }
}

/** A text, a number, `undefined` or `null` is no object that could lend its type. */
function isConstant(node: TSESTree.Node): boolean {
  return node.type === "Literal" || node.type === "TemplateLiteral" || (node.type === "Identifier" && node.name === "undefined");
}

/** Whether the function that is called is of this file and declares an answer that tells nothing about its argument. */
function answersPlainly(file: AnalyzedFile, call: TSESTree.CallExpression): boolean {
  const declared = calledFunction(file, call)?.returnType;
  return declared !== undefined && declared.typeAnnotation.type !== "TSTypePredicate";
}

/** Whether it takes no type to see that a call comes back: it writes to a log, or what it calls is declared here and comes back. */
export function comesBack(file: AnalyzedFile, call: TSESTree.CallExpression): boolean {
  if (isLog(call)) return true;
  const callee = bare(call.callee);
  const owner = callee.type === "MemberExpression" ? bare(callee.object) : callee;
  const variable = owner.type === "Identifier" ? file.variableOf(owner) : undefined;
  if (variable === undefined || variable.defs.length !== 1 || isNarrowed(file, variable, 0)) return false;
  return owner === callee ? returnsPlainly(declaredType(variable)) : isContainer(variable);
}

/** Whether a type is a function's, and names what it answers: something else than `never`. */
function returnsPlainly(declared: TSESTree.TypeNode | undefined): boolean {
  const answer = declared?.type === "TSFunctionType" ? declared.returnType?.typeAnnotation.type : undefined;
  return answer !== undefined && answer !== "TSNeverKeyword" && answer.endsWith("Keyword");
}

/** Whether a variable holds a list, a map, a set or a promise: none of their methods ends the code that calls it. */
function isContainer(variable: Variable): boolean {
  const declared = declaredType(variable);
  if (declared !== undefined) return declared.type === "TSArrayType" || (declared.type === "TSTypeReference" && isNameOf(containerClasses, declared.typeName));
  const definition = variable.defs[0];
  const value = definition?.type === "Variable" && definition.node.id.type === "Identifier" ? definition.node.init : null;
  return value?.type === "ArrayExpression" || (value?.type === "NewExpression" && isNameOf(containerClasses, value.callee));
}

function isNameOf(names: ReadonlySet<string>, node: TSESTree.Node): boolean {
  return node.type === "Identifier" && names.has(node.name);
}

function declaredType(variable: Variable): TSESTree.TypeNode | undefined {
  const name = variable.defs[0]?.name;
  return name?.type === "Identifier" ? name.typeAnnotation?.typeAnnotation : undefined;
}

/** Whether a call writes to a log. */
export function isLog(call: TSESTree.CallExpression): boolean {
  const callee = bare(call.callee);
  return callee.type === "MemberExpression" && callee.object.type === "Identifier" && isLoggerName(callee.object.name);
}
