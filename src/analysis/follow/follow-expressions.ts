import type { TSESTree } from "@typescript-eslint/utils";
import type { AnalyzedFile, FunctionNode } from "../source/file.js";
import type { Ends} from "./ends.js";
import { handedOver, passedWaypoint, nothing, writtenDown, type State } from "./ends.js";
import { isFailureValue, signalsFailure } from "./failure-signals.js";
import { handsOver, isWritingDown, mentions } from "./hand-over.js";
import { leavingOf, type Leaving } from "../values/leaving.js";
import { calledFunction, functionOf } from "../source/functions.js";
import { bare, isFunction, isInside, onlyValue } from "../source/syntax.js";
import { truthOfLogical } from "./condition.js";
import { codeTestOf } from "../code-tests/code-tests.js";
import type { AssumedCode, Truth } from "./assumed-code.js";
import { assumedInside } from "./code-inside.js";

/** What following an expression needs of the run that it is a part of. */
export interface Surroundings {
  readonly file: AnalyzedFile;
  readonly assumed: AssumedCode;
  readonly reached: Set<TSESTree.Node>;
  readonly waypoint: TSESTree.Node | undefined;
  truth(node: TSESTree.Node): Truth;
  /** The ways through a function of this file; undefined where it is not followed any deeper. */
  through(called: FunctionNode, inside: AssumedCode): Ends | undefined;
}

/** Follows expressions: what evaluating one reaches, what becomes of the error on the way, and whether control comes back. */
export class ExpressionFollower {
  private readonly calls = new Map<TSESTree.Node, Ends | undefined>();

  constructor(private readonly around: Surroundings) {}

  /** Notes what an expression reaches; answers what happens to the error while it is evaluated. */
  visit(expression: TSESTree.Node | null | undefined): State {
    if (expression == null) return nothing;
    const { reached, waypoint } = this.around;
    const here = expression === waypoint ? passedWaypoint : nothing;
    if (isSkippedCall(this.around, expression)) return here | this.visit(expression.callee);
    reached.add(expression);
    if (isFunction(expression)) return here;
    if (expression.type === "LogicalExpression") return here | this.visitLogical(expression);
    if (expression.type === "ConditionalExpression") return here | this.visitConditional(expression);
    return here | this.ownEffect(expression) | this.visitChildren(expression);
  }

  /** From the first operand of a chain to the last: asked about each start of it by itself, the first would be asked about once for each. */
  private visitLogical(chain: TSESTree.LogicalExpression): State {
    const links = [chain];
    for (let { left } = chain; left.type === "LogicalExpression"; { left } = left) links.push(left);
    const { left } = links.at(-1) as TSESTree.LogicalExpression;
    let effect = this.visit(left);
    let known = this.around.truth(left);
    for (const link of links.toReversed()) {
      const { operator, right } = link;
      if (link !== chain) effect |= this.enter(link);
      const skipsRight = operator === "&&" ? known === false : known === true;
      if (!skipsRight) effect |= this.visit(right);
      if (link !== chain) known = truthOfLogical(this.around.file, link, known, () => this.around.truth(right));
    }
    return effect;
  }

  private enter(expression: TSESTree.Node): State {
    this.around.reached.add(expression);
    return expression === this.around.waypoint ? passedWaypoint : nothing;
  }

  private visitConditional({ test, consequent, alternate }: TSESTree.ConditionalExpression): State {
    const first = this.visit(test);
    const known = this.around.truth(test);
    const branches = [known === false ? undefined : consequent, known === true ? undefined : alternate].filter((branch) => branch !== undefined);
    const effects = branches.map((branch) => this.visit(branch));
    const all = effects.reduce((left, right) => left & right, ~0);
    const any = effects.reduce((left, right) => left | right, nothing);
    return first | all | (any & passedWaypoint);
  }

  private visitChildren(expression: TSESTree.Node): State {
    let effect = nothing;
    for (const key of this.around.file.sourceCode.visitorKeys[expression.type] ?? []) {
      const child = (expression as unknown as Record<string, unknown>)[key];
      for (const part of Array.isArray(child) ? child : [child]) {
        if (typeof part === "object" && part !== null) effect |= this.visit(part as TSESTree.Node);
      }
    }
    return effect;
  }

  /** What a node itself does with the error, its parts left aside. */
  private ownEffect(node: TSESTree.Node): State {
    const { file, assumed } = this.around;
    if (node.type === "CallExpression") {
      const ends = this.endsOfCall(node);
      if (ends !== undefined) return ends.common() ?? handedOver;
    }
    const isLog = (node.type === "CallExpression" || node.type === "NewExpression") && isWritingDown(node);
    if (isLog) return writtenDown;
    return handsOver(file, node, assumed.path) || signalsFailure(file, node) ? handedOver : nothing;
  }

  /** The ways through the function of this file that a call goes to, if it sees the error. */
  private endsOfCall(call: TSESTree.CallExpression): Ends | undefined {
    if (this.calls.has(call)) return this.calls.get(call);
    const { file, assumed } = this.around;
    const called = calledFunction(file, call) ?? fallbackFunction(this.around, call);
    const inside = called === undefined ? undefined : (assumedInside(file, call, called, assumed) ?? (seesFrom(called, assumed) ? assumed : undefined));
    const ends = called === undefined || inside === undefined ? undefined : this.around.through(called, inside);
    this.calls.set(call, ends);
    return ends;
  }

  /** How an expression that stands as a statement leaves the code around it. */
  leaving(expression: TSESTree.Node): Leaving {
    const node = bare(expression);
    if (node.type === "AwaitExpression") return this.leaving(node.argument);
    if (node.type === "LogicalExpression") {
      const known = this.around.truth(node.left);
      const runs = node.operator === "&&" ? known === true : known === false;
      return runs ? this.leaving(node.right) : undefined;
    }
    if (node.type === "ConditionalExpression") {
      const known = this.around.truth(node.test);
      if (known !== "open") return this.leaving(known ? node.consequent : node.alternate);
      const consequent = this.leaving(node.consequent);
      return consequent === undefined || this.leaving(node.alternate) === undefined ? undefined : consequent;
    }
    if (node.type !== "CallExpression") return undefined;
    // HANDLERS[code](e) where there is no such handler.
    if (!node.optional && isMissingEntry(this.around, node.callee)) return "throw";
    const ends = this.endsOfCall(node);
    return ends !== undefined && ends.common() === undefined ? "throw" : leavingOf(this.around.file, node);
  }

  /** Whether a returned value gives the error back, or says that something failed. */
  givesBack(expression: TSESTree.Node): boolean {
    const { file, assumed } = this.around;
    const node = bare(expression);
    switch (node.type) {
      case "AwaitExpression":
        return this.givesBack(node.argument);
      case "ConditionalExpression": {
        const known = this.around.truth(node.test);
        if (known !== "open") return this.givesBack(known ? node.consequent : node.alternate);
        return this.givesBack(node.consequent) && this.givesBack(node.alternate);
      }
      case "LogicalExpression": {
        const known = this.around.truth(node.left);
        const right = known === (node.operator === "&&") || node.operator !== "&&" ? this.givesBack(node.right) : false;
        return known === true && node.operator !== "&&" ? this.givesBack(node.left) : right || this.givesBack(node.left);
      }
      default:
        if (isSkippedCall(this.around, node)) return false;
        return isFailureValue(node) || (codeTestOf(file, node) === undefined && mentions(file, node, assumed.path));
    }
  }
}

/** Whether a function stands where the variable of the assumed code can be seen. */
function seesFrom(called: FunctionNode, { path }: AssumedCode): boolean {
  return "scope" in path.root && "block" in path.root.scope && called !== path.root.scope.block && isInside(called, path.root.scope.block);
}

function isMissingEntry(around: Surroundings, callee: TSESTree.Node): boolean {
  return codeTestOf(around.file, callee)?.kind === "key" && around.truth(callee) === false;
}

/** `HANDLERS[code]?.(e)`, `handler?.(e)` where there is no such handler: the call is not made. */
function isSkippedCall(around: Surroundings, node: TSESTree.Node): node is TSESTree.CallExpression {
  return node.type === "CallExpression" && node.optional && around.truth(node.callee) === false;
}

/** The function of this file that `(HANDLERS[code] ?? fallback)(e)` comes to where there is no such handler. */
function fallbackFunction(around: Surroundings, call: TSESTree.CallExpression): FunctionNode | undefined {
  let callee = bare(call.callee);
  if (callee.type === "Identifier") {
    const variable = around.file.variableOf(callee);
    const value = variable === undefined ? undefined : onlyValue(variable);
    callee = value === undefined ? callee : bare(value);
  }
  if (callee.type !== "LogicalExpression" || callee.operator === "&&" || around.truth(callee.left) !== false) return undefined;
  return functionOf(around.file, callee.right);
}
