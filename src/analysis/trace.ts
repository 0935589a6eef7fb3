import type { TSESTree } from "@typescript-eslint/utils";
import type { AnalyzedFile } from "./file.js";
import { bare, isFunction } from "./syntax.js";
import { switchTests } from "./tests.js";
import { passesOn } from "./hand-over.js";
import { samePath } from "./paths.js";
import { truthOf, type Subject, type Truth } from "./truth.js";

/**
 * How control leaves a piece of code: `normal` at its end, `break` and `continue` (with a label where they
 * name one) to something around it, `return`, `throw`, or `exit` when the process ends.
 */
export type EndKind = "normal" | "throw" | "return" | "exit" | "break" | "continue" | `break ${string}` | `continue ${string}`;

/** One way out, and whether the error or its code was handed to somebody on the way. */
export interface End {
  readonly kind: EndKind;
  readonly handedOver: boolean;
}

/** What can happen in a piece of code when its subject's code is the one that came. */
export interface Trace {
  readonly ends: readonly End[];
  /** Statements and expressions that can be reached; functions inside are not entered. */
  readonly reached: ReadonlySet<TSESTree.Node>;
}

/** Follows `code` from its first statement, deciding each condition that tests the subject. */
export function traceOf(file: AnalyzedFile, code: readonly TSESTree.Statement[], subject: Subject): Trace {
  const tracer = createTracer(file, subject, 0);
  const ends = tracer.sequence(code, [false]);
  return { ends: ends.all(), reached: tracer.reached };
}

/** What evaluating an expression can reach: of `test ? a : b` and of `test && a` only the parts that the subject comes to. */
export function reachedIn(file: AnalyzedFile, expression: TSESTree.Expression, subject: Subject): ReadonlySet<TSESTree.Node> {
  const tracer = createTracer(file, subject, 0);
  tracer.visit(expression);
  return tracer.reached;
}

/** What the `return` statements of a function can answer for the subject. */
export function returnTruths(file: AnalyzedFile, body: TSESTree.BlockStatement, subject: Subject, depth: number): readonly Truth[] {
  const tracer = createTracer(file, subject, depth);
  tracer.sequence(body.body, [false]);
  return tracer.returned;
}

/** A set of ways out; there are few kinds, so it stays small. */
class Ends {
  private readonly found = new Map<string, End>();

  add(kind: EndKind, handedOver: boolean): this {
    this.found.set(`${kind}|${String(handedOver)}`, { kind, handedOver });
    return this;
  }

  addAll(others: Ends): this {
    for (const { kind, handedOver } of others.found.values()) this.add(kind, handedOver);
    return this;
  }

  all(): readonly End[] {
    return [...this.found.values()];
  }

  /** The states in which control goes on, which are taken out. */
  takeNormal(...kinds: readonly EndKind[]): boolean[] {
    const states = new Set<boolean>();
    for (const [key, { kind, handedOver }] of this.found) {
      if (!kinds.includes(kind)) continue;
      states.add(handedOver);
      this.found.delete(key);
    }
    return [...states];
  }
}

interface Tracer {
  readonly reached: Set<TSESTree.Node>;
  readonly returned: Truth[];
  visit(expression: TSESTree.Node | null | undefined): boolean;
  sequence(statements: readonly TSESTree.Statement[], states: readonly boolean[]): Ends;
}

function createTracer(file: AnalyzedFile, subject: Subject, depth: number): Tracer {
  const reached = new Set<TSESTree.Node>();
  const returned: Truth[] = [];

  const truth = (node: TSESTree.Node): Truth => truthOf(file, node, subject, depth);

  /** Notes what an expression reaches; answers whether it hands the error over. */
  function visit(expression: TSESTree.Node | null | undefined): boolean {
    if (expression == null) return false;
    reached.add(expression);
    if (isFunction(expression)) return false;
    if (expression.type === "LogicalExpression") {
      const left = visit(expression.left);
      const known = truth(expression.left);
      const stops = expression.operator === "&&" ? known === false : expression.operator === "||" && known === true;
      return (stops ? false : visit(expression.right)) || left;
    }
    if (expression.type === "ConditionalExpression") {
      const tested = visit(expression.test);
      const known = truth(expression.test);
      const consequent = known === false ? undefined : visit(expression.consequent);
      const alternate = known === true ? undefined : visit(expression.alternate);
      return tested || (consequent ?? true) && (alternate ?? true);
    }
    let handed = passesOn(file, expression, subject.path);
    for (const key of file.sourceCode.visitorKeys[expression.type] ?? []) {
      const child = (expression as unknown as Record<string, unknown>)[key];
      for (const part of Array.isArray(child) ? child : [child]) {
        if (typeof part === "object" && part !== null && visit(part as TSESTree.Node)) handed = true;
      }
    }
    return handed;
  }

  const after = (states: readonly boolean[], handed: boolean): boolean[] => [...new Set(states.map((state) => state || handed))];

  function ending(kind: EndKind, states: readonly boolean[]): Ends {
    const ends = new Ends();
    for (const state of states) ends.add(kind, state);
    return ends;
  }

  function sequence(statements: readonly TSESTree.Statement[], states: readonly boolean[]): Ends {
    const ends = new Ends();
    let open = states;
    for (const statement of statements) {
      const result = statementEnds(statement, open);
      open = result.takeNormal("normal");
      ends.addAll(result);
      if (open.length === 0) return ends;
    }
    return ends.addAll(ending("normal", open));
  }

  function statementEnds(statement: TSESTree.Statement, states: readonly boolean[]): Ends {
    reached.add(statement);
    switch (statement.type) {
      case "BlockStatement":
        return sequence(statement.body, states);
      case "ReturnStatement": {
        if (statement.argument !== null) returned.push(truth(statement.argument));
        return ending("return", after(states, visit(statement.argument)));
      }
      case "ThrowStatement":
        visit(statement.argument);
        return ending("throw", [true]);
      case "BreakStatement":
        return ending(statement.label === null ? "break" : `break ${statement.label.name}`, states);
      case "ContinueStatement":
        return ending(statement.label === null ? "continue" : `continue ${statement.label.name}`, states);
      case "IfStatement":
        return ifEnds(statement, states);
      case "SwitchStatement":
        return switchEnds(statement, states);
      case "TryStatement":
        return tryEnds(statement, states);
      case "LabeledStatement":
        return labeledEnds(statement, states);
      case "ForStatement":
      case "WhileStatement":
      case "DoWhileStatement":
      case "ForInStatement":
      case "ForOfStatement":
        return loopEnds(statement, states);
      case "ExpressionStatement": {
        const handed = visit(statement.expression);
        return ending(endsProcess(statement.expression) ? "exit" : "normal", after(states, handed));
      }
      case "VariableDeclaration": {
        let handed = false;
        for (const declarator of statement.declarations) handed = visit(declarator.init) || handed;
        return ending("normal", after(states, handed));
      }
      default:
        return ending("normal", states);
    }
  }

  function ifEnds(statement: TSESTree.IfStatement, states: readonly boolean[]): Ends {
    const open = after(states, visit(statement.test));
    const known = truth(statement.test);
    const ends = new Ends();
    if (known !== false) ends.addAll(statementEnds(statement.consequent, open));
    if (known !== true) ends.addAll(statement.alternate === null ? ending("normal", open) : statementEnds(statement.alternate, open));
    return ends;
  }

  function switchEnds(statement: TSESTree.SwitchStatement, states: readonly boolean[]): Ends {
    const open = after(states, visit(statement.discriminant));
    const ends = new Ends();
    const starts = startingCases(statement);
    for (const start of starts) {
      const body = start === -1 ? [] : statement.cases.slice(start).flatMap((item) => item.consequent);
      if (start !== -1) reached.add(statement.cases[start] as TSESTree.SwitchCase);
      ends.addAll(sequence(body, open));
    }
    return ends.addAll(ending("normal", ends.takeNormal("break")));
  }

  /** The cases that the switch can jump to; -1 for none of them. */
  function startingCases(statement: TSESTree.SwitchStatement): number[] {
    const otherwise = statement.cases.findIndex((item) => item.test === null);
    const tests = switchTests(file, statement);
    const possible: number[] = [];
    for (const [index, item] of statement.cases.entries()) {
      if (item.test === null) continue;
      const known = caseTruth(statement, item, tests.find((test) => test.node === item));
      if (known !== false) possible.push(index);
      if (known === true) return possible;
    }
    return [...possible, otherwise];
  }

  function caseTruth(statement: TSESTree.SwitchStatement, item: TSESTree.SwitchCase, test: ReturnType<typeof switchTests>[number] | undefined): Truth {
    if (test !== undefined) return samePath(test.site.path, subject.path) ? test.matches(subject.code) : undefined;
    const discriminant = bare(statement.discriminant);
    const isTrue = discriminant.type === "Literal" && discriminant.value === true;
    return isTrue && item.test !== null ? truth(item.test) : undefined;
  }

  function tryEnds(statement: TSESTree.TryStatement, states: readonly boolean[]): Ends {
    let ends = sequence(statement.block.body, states);
    if (statement.handler !== null) {
      ends.takeNormal("throw");
      // Anything in the block can throw, so the handler can run from the start.
      ends.addAll(sequence(statement.handler.body.body, states));
    }
    if (statement.finalizer === null) return ends;
    const last = sequence(statement.finalizer.body, [false]);
    if (last.takeNormal("normal").length === 0) ends = new Ends();
    return ends.addAll(last);
  }

  function labeledEnds(statement: TSESTree.LabeledStatement, states: readonly boolean[]): Ends {
    const ends = statementEnds(statement.body, states);
    const { name } = statement.label;
    return ends.addAll(ending("normal", ends.takeNormal(`break ${name}`, `continue ${name}`)));
  }

  function loopEnds(
    statement: TSESTree.DoWhileStatement | TSESTree.ForInStatement | TSESTree.ForOfStatement | TSESTree.ForStatement | TSESTree.WhileStatement,
    states: readonly boolean[],
  ): Ends {
    const heads = statement.type === "ForStatement" ? [statement.init, statement.test, statement.update] : statement.type === "ForInStatement" || statement.type === "ForOfStatement" ? [statement.right] : [statement.test];
    let handed = false;
    for (const head of heads) handed = visit(head) || handed;
    const open = after(states, handed);
    const ends = statementEnds(statement.body, open);
    return ends.addAll(ending("normal", [...ends.takeNormal("break", "continue"), ...open]));
  }

  return { reached, returned, visit, sequence };
}

/** `process.exit(…)`, `process.abort()` */
function endsProcess(expression: TSESTree.Expression): boolean {
  const node = bare(expression);
  if (node.type !== "CallExpression" || node.callee.type !== "MemberExpression") return false;
  const { object, property } = node.callee;
  return object.type === "Identifier" && object.name === "process" && property.type === "Identifier" && (property.name === "exit" || property.name === "abort");
}
