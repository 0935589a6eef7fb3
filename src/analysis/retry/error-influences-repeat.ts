import type { TSESTree } from "@typescript-eslint/utils";
import { addTo } from "../source/lists.js";
import type { AnalyzedFile, FunctionNode, Variable } from "../source/file.js";
import { sdkCallOf } from "../origins/api-calls.js";
import { variablesOf } from "./outcomes.js";
import { addedTo, isAnswer, isNote, isNoted, isRetryOfLibrary, isWait, isWording } from "./harmless-calls.js";
import { functionOfHearing, type Hearing } from "./hearing.js";
import { isChoiceOfRepeat } from "./repeat-choices.js";
import { isRejection } from "../values/error-callbacks.js";
import { calledFunction } from "../source/functions.js";
import { bare, calleeName, enclosingFunction, isFunction, isInside, isNullish, nodesOf, propertyName, textOf } from "../source/syntax.js";

/**
 * Whether it can depend on the error that the call is made again: something made from it is tested, and the answer
 * leads away from the repeat, or goes where that cannot be seen. Writing an error down asks for its class too
 * (`e instanceof Error ? e.message : String(e)`), and so does a pause that is longer for some; neither decides.
 */
export function hasSay(file: AnalyzedFile, hearing: Hearing): boolean {
  const { error } = hearing;
  if (error === undefined) return false;
  const flow = new Flow(file, hearing);
  return [...variablesOf(file, error)].some((variable) => flow.reads(variable, error.type === "Identifier" ? whole : part));
}

/** What a value made from the error tells. */
interface Told {
  /** Nothing by its truth: it is the error itself, or another one that is made for it. */
  readonly certain: boolean;
  /** It depends on an answer, so that what it is tells something about the error. */
  readonly asked: boolean;
}

const whole: Told = { certain: true, asked: false };
const part: Told = { certain: false, asked: false };
const answer: Told = { certain: false, asked: true };

/** How many uses of uses are followed: functions can hand an error on for longer than the stack is. */
const deepest = 200;

/** Follows what is made from an error to where it is used. */
class Flow {
  private depth = 0;
  private readonly seen = new Map<TSESTree.Node | Variable, Set<string>>();
  /** The functions of this file that something made from the error is handed to, with the calls that do so. */
  private readonly callers = new Map<FunctionNode, TSESTree.CallExpression[]>();
  private readonly own: FunctionNode | undefined;

  constructor(
    private readonly file: AnalyzedFile,
    private readonly hearing: Hearing,
  ) {
    this.own = functionOfHearing(hearing);
  }

  /** Whether something reads a variable and decides by it. */
  reads(variable: Variable, told: Told): boolean {
    if (this.isSeen(variable, told)) return false;
    const writes = new Set<unknown>(variable.references.filter((reference) => !reference.isRead()).map(({ identifier }) => identifier));
    return this.file.linked.placesOf(variable).some((place) => !writes.has(place) && this.isInTime(place) && this.decides(place, told));
  }

  private isSeen(what: TSESTree.Node | Variable, { asked, certain }: Told): boolean {
    const before = this.seen.get(what) ?? new Set();
    this.seen.set(what, before);
    const key = `${String(certain)} ${String(asked)}`;
    if (before.has(key)) return true;
    before.add(key);
    return false;
  }

  private isInTime(node: TSESTree.Node): boolean {
    const { loop } = this.hearing;
    return loop === undefined || isInside(node, loop) || enclosingFunction(node) !== enclosingFunction(loop);
  }

  /** Whether what becomes of a value decides; what is used too far away may. */
  private decides(node: TSESTree.Node, told: Told): boolean {
    if (this.depth >= deepest) return true;
    this.depth += 1;
    const found = this.useDecides(node, told);
    this.depth -= 1;
    return found;
  }

  private useDecides(node: TSESTree.Node, told: Told): boolean {
    const { parent } = node;
    switch (parent?.type) {
      case "TSAsExpression":
      case "TSNonNullExpression":
      case "TSSatisfiesExpression":
      case "TSTypeAssertion":
      case "ChainExpression":
      case "AwaitExpression":
        return this.decides(parent, told);
      case "TSTypeQuery":
      case "TSQualifiedName":
      case "ExpressionStatement":
      case "UpdateExpression":
        return false;
      case "TemplateLiteral":
      case "SpreadElement":
        return this.decides(parent, { ...told, certain: false });
      case "ArrayExpression":
      case "ObjectExpression":
      case "Property":
        return this.decides(parent, { ...told, certain: true });
      case "MemberExpression":
        return this.ofMember(parent, node, told);
      case "UnaryExpression":
        return parent.operator !== "void" && parent.operator !== "delete" && this.decides(parent, parent.operator === "!" ? told : { ...told, certain: false });
      case "BinaryExpression":
        return this.decides(parent, comparedTo(parent, node, told));
      case "LogicalExpression":
        return this.ofLogical(parent, node, told);
      case "ConditionalExpression":
        return this.ofConditional(parent, node, told);
      case "SequenceExpression":
        return parent.expressions.at(-1) === node && this.decides(parent, told);
      case "IfStatement":
        return !told.certain && this.controls(parent, [parent.consequent, parent.alternate]);
      case "WhileStatement":
      case "DoWhileStatement":
        return !told.certain && this.leadsOn(parent);
      case "ForStatement":
        return parent.test === node && !told.certain && this.leadsOn(parent);
      case "ForOfStatement":
      case "ForInStatement":
        return this.controls(parent, [parent.body]);
      case "SwitchStatement":
        return this.controls(parent, parent.cases);
      case "SwitchCase":
        return this.controls(parent.parent, parent.parent.cases);
      case "VariableDeclarator":
        return this.written(parent.id, told);
      case "AssignmentExpression":
        if (parent.left === node) return false;
        return this.written(parent.left, parent.operator === "=" ? told : { ...told, certain: false }) || this.decides(parent, told);
      case "NewExpression":
        return parent.callee === node || (!isNote(parent) && this.decides(parent, { ...told, certain: true }));
      case "CallExpression":
        return parent.callee === node || this.ofArgument(parent, node, told);
      case "ArrowFunctionExpression":
      case "ReturnStatement":
        return this.givenBack(node, told);
      case "ThrowStatement":
        return this.hearing.answersLibrary && told.asked;
      default:
        return true;
    }
  }

  /** `e.message`, `e.message.includes("x")`, `texts[e.code]` */
  private ofMember(member: TSESTree.MemberExpression, node: TSESTree.Node, { asked, certain }: Told): boolean {
    // How many errors there were.
    if (certain && /^(?:length|size)$/.test(propertyName(member) ?? "")) return false;
    const isMethod = member.parent.type === "CallExpression" && member.parent.callee === member;
    if (isMethod && member.object !== node) return true;
    return this.decides(isMethod ? member.parent : member, { certain: false, asked });
  }

  private ofLogical(node: TSESTree.LogicalExpression, operand: TSESTree.Node, told: Told): boolean {
    if (node.right === operand) return this.decides(node, told);
    // The error itself is there: `e && e.message` is the message, `e ?? other` is the error.
    if (told.certain) return node.operator !== "&&" && this.decides(node, told);
    return this.controls(node, [node.right]) || this.decides(node, node.operator === "&&" ? answer : told);
  }

  private ofConditional(node: TSESTree.ConditionalExpression, operand: TSESTree.Node, told: Told): boolean {
    if (node.test !== operand) return this.decides(node, told);
    if (told.certain) return false;
    const { consequent, alternate } = node;
    if (this.controls(node, [consequent, alternate])) return true;
    const branches = [bare(consequent), bare(alternate)];
    return this.decides(node, { certain: branches.every((branch) => branch.type === "NewExpression" || this.isErrorItself(branch)), asked: !branches.every((branch) => this.isErrorItself(branch)) });
  }

  /** `e`, `new Error(String(e))`, `toError(e)` */
  private isErrorItself(node: TSESTree.Node): boolean {
    if (node.type === "NewExpression") return node.callee.type === "Identifier" && node.callee.name === "Error";
    if (node.type === "CallExpression") return isWording(node);
    const { error } = this.hearing;
    return node.type === "Identifier" && error?.type === "Identifier" && this.file.variableOf(node) === this.file.variableOf(error);
  }

  private ofArgument(call: TSESTree.CallExpression, argument: TSESTree.Node, told: Told): boolean {
    const called = calledFunction(this.file, call);
    if (called !== undefined) return this.ofParameter(call, called, call.arguments.indexOf(argument as TSESTree.CallExpressionArgument), told);
    if (isRetryOfLibrary(this.file, call) || isNoted(call) || isRejection(call) || sdkCallOf(this.file, call) !== undefined) return false;
    const list = addedTo(call);
    if (list !== undefined && this.written(list, { ...told, certain: true })) return true;
    if (isNote(call)) return this.decides(call, answer);
    if (isWait(call) && !told.certain) return false;
    if (isWording(call)) return this.decides(call, { ...told, certain: /(?:Error|Exception)$/.test(textOf(this.file, call.callee)) });
    return isAnswer(call) ? this.decides(call, answer) : true;
  }

  private ofParameter(call: TSESTree.CallExpression, called: FunctionNode, index: number, told: Told): boolean {
    const parameter = called.params[index];
    if (parameter === undefined) return called.params.at(-1)?.type === "RestElement";
    addTo(this.callers, called, call);
    return [...variablesOf(this.file, parameter)].some((variable) => this.reads(variable, parameter.type === "Identifier" ? told : { ...told, certain: false }));
  }

  /** A value that a function gives back, or that depends on the way that it takes. */
  private givenBack(node: TSESTree.Node, told: Told): boolean {
    const fn = enclosingFunction(node);
    const { after, answersLibrary, owner } = this.hearing;
    if (fn === undefined || fn === this.own) {
      if (answersLibrary) return !told.certain || told.asked;
      return isFunction(owner) && after !== undefined && this.decides(after, told);
    }
    const callers = this.callers.get(fn);
    if (callers !== undefined) return callers.some((call) => !this.isSeen(call, told) && this.decides(call, told));
    // Nobody gets what a timer's function gives back.
    return fn.parent.type !== "CallExpression" || !(isWait(fn.parent) || calleeName(fn.parent) === "forEach");
  }

  private written(target: TSESTree.Node, told: Told): boolean {
    if (target.type === "MemberExpression") return this.readsMember(target, told);
    return [...variablesOf(this.file, target)].some((variable) => this.reads(variable, target.type === "Identifier" ? told : { ...told, certain: false }));
  }

  private readsMember(written: TSESTree.MemberExpression, told: Told): boolean {
    if (this.isSeen(written, told)) return false;
    const text = textOf(this.file, written);
    return nodesOf(this.file, "MemberExpression").some((node) => node !== written && textOf(this.file, node) === text && this.isInTime(node) && this.decides(node, told));
  }

  /** A loop ends or goes on by a condition. */
  private leadsOn(loop: TSESTree.DoWhileStatement | TSESTree.ForStatement | TSESTree.WhileStatement): boolean {
    return loop === this.hearing.loop || this.controls(loop, [loop.body]);
  }

  /** Whether it decides about the repeat which of some pieces of code run, or whether they do. */
  private controls(chosen: TSESTree.Node, pieces: readonly (TSESTree.Node | null)[]): boolean {
    return isChoiceOfRepeat(this.file, this.hearing, { chosen, pieces }, {
      written: (target) => this.written(target, answer),
      givenBack: (node) => this.givenBack(node, answer),
    });
  }
}

function comparedTo({ left, operator, right }: TSESTree.BinaryExpression, node: TSESTree.Node, told: Told): Told {
  if (told.certain && isNullish(left === node ? right : left)) return told;
  return /^(?:[!=]==?|[<>]=?|in|instanceof)$/.test(operator) ? answer : { ...told, certain: false };
}
