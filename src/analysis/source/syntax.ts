import type { TSESTree } from "@typescript-eslint/utils";
import type { AnalyzedFile, FunctionNode, Variable } from "./file.js";
import { answerOnce } from "./answer-once.js";
import { nodesOfTypes, walkTree, type NodeType } from "./tree.js";

/** The expression inside casts, `!`, parentheses and optional chains: what is there at run time. */
export function bare(node: TSESTree.Node): TSESTree.Node {
  let inner = node;
  for (;;) {
    switch (inner.type) {
      case "TSAsExpression":
      case "TSNonNullExpression":
      case "TSSatisfiesExpression":
      case "TSTypeAssertion":
      case "ChainExpression":
        inner = inner.expression;
        continue;
      default: {
        const cast = flowCast(inner);
        if (cast === undefined) return inner;
        inner = cast;
      }
    }
  }
}

/** The expression inside Flow's `(e: any)` and `e as any`, as Babel and Hermes parse them; undefined for other nodes. */
export function flowCast(node: TSESTree.Node): TSESTree.Expression | undefined {
  const type: string = node.type;
  const isCast = type === "TypeCastExpression" || type === "AsExpression" || type === "AsConstExpression";
  return isCast ? (node as TSESTree.TSAsExpression).expression : undefined;
}

export function isFunction(node: TSESTree.Node | null | undefined): node is FunctionNode {
  return (
    node?.type === "FunctionDeclaration" ||
    node?.type === "FunctionExpression" ||
    node?.type === "ArrowFunctionExpression"
  );
}

export type Loop =
  | TSESTree.DoWhileStatement
  | TSESTree.ForInStatement
  | TSESTree.ForOfStatement
  | TSESTree.ForStatement
  | TSESTree.WhileStatement;

export function isLoop(node: TSESTree.Node): node is Loop {
  return /^(?:DoWhile|For|ForIn|ForOf|While)Statement$/.test(node.type);
}

/** The name of a property access, `a.b` and `a["b"]` alike. */
export function propertyName(node: TSESTree.MemberExpression | TSESTree.Property | TSESTree.PropertyDefinition | TSESTree.MethodDefinition | TSESTree.TSEnumMember): string | undefined {
  const key = node.type === "MemberExpression" ? node.property : node.type === "TSEnumMember" ? node.id : node.key;
  // The members of an enum have names or strings; asking them for `computed` is deprecated.
  if (node.type === "TSEnumMember" || !node.computed) {
    if (key.type === "Identifier") return key.name;
    if (key.type === "PrivateIdentifier") return `#${key.name}`;
  }
  if (key.type === "Literal" && typeof key.value === "number") return String(key.value);
  return literalString(key);
}

/** The value of a string literal or of a template without expressions. */
export function literalString(node: TSESTree.Node): string | undefined {
  if (node.type === "Literal" && typeof node.value === "string") return node.value;
  if (node.type === "TemplateLiteral" && node.expressions.length === 0) return node.quasis[0]?.value.cooked ?? undefined;
  return undefined;
}

/** The name that a call goes by: `f(…)`, `a.f(…)`, `this.f(…)`. */
export function calleeName(call: TSESTree.CallExpression | TSESTree.NewExpression): string | undefined {
  const callee = bare(call.callee);
  if (callee.type === "Identifier") return callee.name;
  if (callee.type === "MemberExpression") return propertyName(callee);
  return undefined;
}

/** The only value that a variable ever gets, if it has a single declaration with a value and no later write. */
export function onlyValue(variable: Variable): TSESTree.Expression | undefined {
  const [definition, second] = variable.defs;
  if (definition === undefined || second !== undefined) return undefined;
  if (definition.type !== "Variable") return undefined;
  const { node } = definition;
  if (node.id.type !== "Identifier" || node.init === null) return undefined;
  return isReassigned(variable) ? undefined : node.init;
}

/** Every value that is assigned to a variable as a whole, its initializer included. */
export function assignedValues(variable: Variable): readonly TSESTree.Expression[] {
  const known = valuesOfBusy.get(variable);
  if (known !== undefined) return known;
  const values: TSESTree.Expression[] = [];
  for (const { identifier, writeExpr } of writesOf(variable)) {
    if (writeExpr == null) continue;
    const { parent } = identifier;
    const whole =
      (parent?.type === "VariableDeclarator" && parent.id === identifier) ||
      (parent?.type === "AssignmentExpression" && parent.left === identifier);
    if (whole) values.push(writeExpr as TSESTree.Expression);
  }
  if (isBusy(variable)) valuesOfBusy.set(variable, values);
  return values;
}

function isReassigned(variable: Variable): boolean {
  return writesOf(variable).some((reference) => reference.init !== true);
}

type Reference = Variable["references"][number];

/** The writes of variables, and what they write, where variables are used so often that looking through all uses at each use would show. */
const writesOfBusy = new WeakMap<Variable, readonly Reference[]>();
const valuesOfBusy = new WeakMap<Variable, readonly TSESTree.Expression[]>();

function isBusy({ references }: Variable): boolean {
  return references.length >= 50;
}

export function writesOf(variable: Variable): readonly Reference[] {
  if (!isBusy(variable)) return variable.references.filter((reference) => reference.isWrite());
  const writes = writesOfBusy.get(variable) ?? variable.references.filter((reference) => reference.isWrite());
  writesOfBusy.set(variable, writes);
  return writes;
}

export function enclosingClass(node: TSESTree.Node): TSESTree.ClassDeclaration | TSESTree.ClassExpression | undefined {
  for (let at: TSESTree.Node | undefined = node.parent; at != null; at = at.parent) {
    if (at.type === "ClassDeclaration" || at.type === "ClassExpression") return at;
  }
  return undefined;
}

const chains = new WeakMap<TSESTree.Node, TSESTree.Node>();

/**
 * The whole chain that begins with an expression of `||`, `&&` or `??`: `a || b || c` for `a || b`; other nodes are their own.
 * A chain is as deep a tree as it is long: each of its operands would climb over all that follow it.
 */
export function chainFrom(node: TSESTree.Node): TSESTree.Node {
  const passed: TSESTree.Node[] = [];
  let top = node;
  for (let parent = node.parent; top.type === "LogicalExpression" && parent?.type === "LogicalExpression" && parent.left === top; { parent } = top) {
    passed.push(top);
    top = chains.get(top) ?? parent;
  }
  for (const each of passed) chains.set(each, top);
  return top;
}

/** From so many levels on, the way up is remembered. */
const deep = 50;

/**
 * Finds the nearest node of a kind around a node. Code nests thousands of levels deep where somebody wants it to: a long way is gone
 * once, not once for each node below.
 */
export function nearestAround<Kind extends TSESTree.Node>(isOfKind: (node: TSESTree.Node) => node is Kind): (node: TSESTree.Node) => Kind | undefined {
  const nearest = new WeakMap<TSESTree.Node, Kind | "none">();
  return (node) => {
    const passed: TSESTree.Node[] = [];
    let found: Kind | "none" = "none";
    for (let at: TSESTree.Node | undefined = node.parent; at != null; at = chainFrom(at).parent) {
      const known = passed.length >= deep ? nearest.get(at) : undefined;
      if (known !== undefined || isOfKind(at)) {
        found = known ?? (at as Kind);
        break;
      }
      passed.push(at);
    }
    if (passed.length >= deep) for (const each of passed) nearest.set(each, found);
    return found === "none" ? undefined : found;
  };
}

/** The function that a node stands in; undefined at the top level of a module. */
export const enclosingFunction = nearestAround(isFunction);

export type HandlerNode = FunctionNode | TSESTree.CatchClause | TSESTree.StaticBlock;

/** The `catch` clause, function or static block that deals with what a node reads; undefined at the top level of a module. */
export const enclosingHandler = nearestAround((node): node is HandlerNode => isFunction(node) || node.type === "CatchClause" || node.type === "StaticBlock");

/** The expressions that a function can return, without those of functions inside it. */
export function returnedExpressions(file: AnalyzedFile, fn: FunctionNode): readonly TSESTree.Expression[] {
  const { body } = fn;
  if (body.type !== "BlockStatement") return [body];
  return answerOnce<readonly TSESTree.Expression[]>(file, returnedExpressions, fn, [], () => {
    const returned: TSESTree.Expression[] = [];
    walk(file, body, (node) => {
      if (isFunction(node)) return false;
      if (node.type === "ReturnStatement" && node.argument !== null) returned.push(node.argument);
      return true;
    });
    return returned;
  });
}

/**
 * Visits a node and all below it, parents first, without recursion of its own: deep nesting cannot exhaust the stack.
 *
 * @param visit returns false to leave out what is below a node
 */
export function walk(file: AnalyzedFile, root: TSESTree.Node, visit: (node: TSESTree.Node) => boolean): void {
  walkTree(file, root, visit);
}

/** More handlers in handlers than anybody writes by hand. */
export const mostNestedHandlers = 10;

/**
 * As `walk`, for what is asked about each handler of a file: leaves out what stands in more than ten functions and `catch`
 * clauses inside `root`. With no limit, the innermost of many handlers would be visited once for each handler around it.
 */
export function walkHandler(file: AnalyzedFile, root: TSESTree.Node, visit: (node: TSESTree.Node) => boolean): void {
  const nesting = new Nesting(root);
  walk(file, root, (node) => ((node.type === "CatchClause" || isFunction(node)) && nesting.isTooDeep(node) ? false : visit(node)));
}

/** How many nodes of a kind stand around each other, along a walk. */
export class Nesting {
  private readonly around: TSESTree.Node[] = [];

  constructor(
    private readonly root: TSESTree.Node,
    private readonly most = mostNestedHandlers,
  ) {}

  /** Whether a node of the kind, to be asked about in the order of the walk, stands in more others inside the root than are looked into. */
  isTooDeep(node: TSESTree.Node): boolean {
    if (node === this.root) return false;
    for (let last = this.around.at(-1); last !== undefined && !isInside(node, last); last = this.around.at(-1)) this.around.pop();
    if (this.around.length >= this.most) return true;
    this.around.push(node);
    return false;
  }
}

/** The nodes of a file that are of one of the types, parents first. Cheaper than a walk for a question about few types. */
export function nodesOf<Type extends NodeType>(file: AnalyzedFile, ...types: readonly Type[]): ReturnType<typeof nodesOfTypes<Type>> {
  return nodesOfTypes(file, types);
}

/** The source of the module that a node stands in; of another module than the linted one it has comments, and no tokens. */
export function sourceCodeAt(file: AnalyzedFile, node: TSESTree.Node): AnalyzedFile["sourceCode"] {
  return file.linked.moduleOf(node)?.sourceCode ?? file.sourceCode;
}

/** Whether the text of a file, or of a module of which it reaches a declaration, holds something. */
export function someTextHolds({ linked, sourceCode }: AnalyzedFile, holds: (text: string) => boolean): boolean {
  return holds(sourceCode.text) || linked.modules().some(({ text }) => holds(text));
}

/** The expressions one of which is the value of another: both sides of `a || b`, both branches of a condition, what is assigned or awaited. */
export function resultsOf(node: TSESTree.Node): readonly TSESTree.Expression[] {
  switch (node.type) {
    case "AwaitExpression":
      return [node.argument];
    case "AssignmentExpression":
      return [node.right];
    case "LogicalExpression":
      return [node.left, node.right];
    case "ConditionalExpression":
      return [node.consequent, node.alternate];
    case "SequenceExpression":
      return node.expressions.slice(-1);
    default:
      return [];
  }
}

/** The text of a node, as it is written. */
export function textOf(file: AnalyzedFile, node: TSESTree.Node): string {
  return sourceCodeAt(file, node).getText(node);
}

/** Whether `node` is `ancestor` or stands inside it. */
export function isInside(node: TSESTree.Node, ancestor: TSESTree.Node): boolean {
  return node.range[0] >= ancestor.range[0] && node.range[1] <= ancestor.range[1];
}

/** `null` or `undefined`, as it is written. */
export function isNullish(expression: TSESTree.Node): boolean {
  const node = bare(expression);
  return node.type === "Literal" ? node.raw === "null" : node.type === "Identifier" && node.name === "undefined";
}
