import type { TSESTree } from "@typescript-eslint/utils";
import type { AnalyzedFile, FunctionNode, Variable } from "../source/file.js";
import { Ends, givenBack, handedOver, including, passedWaypoint, nothing, type End, type State } from "./ends.js";
import { spend } from "../source/allowance.js";
import { pairOf } from "../source/answer-once.js";
import { flagTruth } from "./flags.js";
import { rememberFollowed } from "./known-runs.js";
import { mostNestedHandlers } from "../source/syntax.js";
import { ExpressionFollower } from "./follow-expressions.js";
import { truthIn } from "./condition.js";
import { startingCases } from "./switch-cases.js";
import type { AssumedCode, Truth } from "./assumed-code.js";

export type { End, EndKind } from "./ends.js";

/** What can happen in a piece of code when the assumed code is the one that came. */
export interface Followed {
  readonly ends: readonly End[];
  /** Statements and expressions that can be reached, those of functions that are called with the error included. */
  readonly reached: ReadonlySet<TSESTree.Node>;
}

/**
 * Follows `code` from its first statement, deciding each condition that tests the assumed code.
 *
 * @example
 * // catch (e) { if (e.code === "LimitExceeded") return null; throw e; }
 * followStatements(file, body, { path: e.code, code: "LimitExceeded" }).ends; // [{ kind: "return", handedOver: false, … }]
 * followStatements(file, body, { path: e.code, code: "InternalError" }).ends; // [{ kind: "throw", handedOver: true, … }]
 *
 * @param waypoint a node of which each way out tells whether it leads over it
 */
export function followStatements(file: AnalyzedFile, code: readonly TSESTree.Statement[], assumed: AssumedCode, waypoint?: TSESTree.Node): Followed {
  return rememberFollowed(file, followStatements, { code, assumed, waypoint }, (followed) => {
    const follower = new Follower(file, followed, { waypoint });
    const ends = follower.sequence(code, [nothing]);
    return { ends: ends.all(), reached: follower.reached };
  });
}

/** Follows the body of an arrow function that is an expression: its value is returned. */
export function followValue(file: AnalyzedFile, expression: TSESTree.Expression, assumed: AssumedCode, waypoint?: TSESTree.Node): Followed {
  return rememberFollowed(file, followValue, { code: expression, assumed, waypoint }, (followed) => {
    const follower = new Follower(file, followed, { waypoint });
    const ends = follower.returning(expression, [nothing]);
    return { ends: ends.all(), reached: follower.reached };
  });
}

/** What evaluating an expression can reach: of `test ? a : b` and of `test && a` only the parts that the assumed code comes to. */
export function reachedIn(file: AnalyzedFile, expression: TSESTree.Expression, assumed: AssumedCode): ReadonlySet<TSESTree.Node> {
  return rememberFollowed(file, reachedIn, { code: expression, assumed }, (followed) => {
    const follower = new Follower(file, followed, {});
    follower.expressions.visit(expression);
    return follower.reached;
  });
}

/**
 * What a condition comes out as when the assumed code stands at its path: for `LimitExceeded` at `e.code`, false of
 * `e.code === "InternalError"`; open for `attempt < 3`.
 */
export function truthOf(file: AnalyzedFile, condition: TSESTree.Node, assumed: AssumedCode, depth = 0): Truth {
  return truthIn(file, condition, assumed, { depth, answers: (body, inside, deeper) => returnTruths(file, body, inside, deeper) });
}

/** What the `return` statements of a function can answer for the assumed code. */
function returnTruths(file: AnalyzedFile, body: TSESTree.BlockStatement, assumed: AssumedCode, depth: number): readonly Truth[] {
  // Many handlers can ask one function.
  return rememberFollowed(file, returnTruths, { code: pairOf(file, body, depth), assumed }, (followed) => {
    const follower = new Follower(file, followed, { depth });
    follower.sequence(body.body, [nothing]);
    return follower.returned;
  });
}

/** Functions that call functions: deeper ones are not followed. */
const maximumDepth = 3;

interface Options {
  readonly waypoint?: TSESTree.Node | undefined;
  readonly depth?: number;
  /** The functions that are being followed. */
  readonly following?: readonly FunctionNode[];
  /** How many more functions are followed: each can call the next one many times. */
  readonly left?: { calls: number };
}

const mostCalls = 100;
/** How many nodes of functions are reached from all handlers of a file together: many can hand their errors to one long function. */
const mostReached = 2_000_000;
/** Flags that are set by flags: longer chains are not followed. */
const mostFlags = 50;

function throughFunction(file: AnalyzedFile, { body }: FunctionNode, inside: AssumedCode, options: Options): { readonly ends: Ends; readonly reached: ReadonlySet<TSESTree.Node> } {
  const follower = new Follower(file, inside, options);
  const ends = body.type === "BlockStatement" ? follower.sequence(body.body, [nothing]) : follower.returning(body, [nothing]);
  return { ends, reached: follower.reached };
}

class Follower {
  readonly reached = new Set<TSESTree.Node>();
  readonly returned: Truth[] = [];
  readonly expressions: ExpressionFollower;
  private readonly assumed: AssumedCode;
  private readonly left: { calls: number };
  /** What flags came out as when so many nodes had been reached. */
  private readonly flags = new Map<Variable, { readonly reached: number; readonly truth: Truth }>();
  private openFlags = 0;
  /** The `try` statements around the statement that is followed. */
  private attempts = 0;

  constructor(
    private readonly file: AnalyzedFile,
    assumed: AssumedCode,
    private readonly options: Options,
  ) {
    const flags = (variable: Variable): Truth => {
      const truth = this.flag(variable);
      return truth === "open" ? (assumed.flags?.(variable) ?? "open") : truth;
    };
    this.assumed = { ...assumed, flags };
    this.left = options.left ?? { calls: mostCalls };
    this.expressions = new ExpressionFollower({
      file,
      assumed: this.assumed,
      reached: this.reached,
      waypoint: options.waypoint,
      truth: (node) => this.truth(node),
      through: (called, inside) => this.through(called, inside),
    });
  }

  private truth(node: TSESTree.Node): Truth {
    return truthOf(this.file, node, this.assumed, this.options.depth);
  }

  /** Answers are kept until more is reached: flags can be set by flags, each of them many times. */
  private flag(variable: Variable): Truth {
    const { size } = this.reached;
    const known = this.flags.get(variable);
    if (known?.reached === size) return known.truth;
    if (this.openFlags >= mostFlags) return "open";
    // What is set by itself stays open.
    this.flags.set(variable, { reached: size, truth: "open" });
    this.openFlags += 1;
    const truth = flagTruth(variable, this.reached, (node) => this.truth(node));
    this.openFlags -= 1;
    this.flags.set(variable, { reached: size, truth });
    return truth;
  }

  private through(called: FunctionNode, inside: AssumedCode): Ends | undefined {
    const { depth = 0, following = [], waypoint } = this.options;
    if (depth >= maximumDepth || following.includes(called) || this.left.calls === 0) return undefined;
    this.left.calls -= 1;
    const { ends, reached } =
      depth === 0 && waypoint === undefined
        ? // Many handlers can hand their error to one function.
          rememberFollowed(this.file, Follower, { code: called, assumed: inside }, (followed) => throughFunction(this.file, called, followed, { depth: 1, following: [called] }))
        : throughFunction(this.file, called, inside, { depth: depth + 1, following: [...following, called], left: this.left, waypoint });
    if (!spend(this.file, Follower, reached.size, mostReached)) return undefined;
    for (const node of reached) this.reached.add(node);
    return ends.withoutReturned();
  }

  sequence(statements: Iterable<TSESTree.Statement>, states: readonly State[]): Ends {
    const ends = new Ends();
    let open = states;
    for (const statement of statements) {
      const result = this.statement(statement, open);
      open = result.take("normal");
      ends.addAll(result);
      if (open.length === 0) return ends;
    }
    return ends.addAll(Ends.of("normal", open));
  }

  returning(value: TSESTree.Expression | null, states: readonly State[]): Ends {
    if (value === null) return Ends.of("return", states);
    this.returned.push(this.truth(value));
    const effect = this.expressions.visit(value) | (this.expressions.givesBack(value) ? givenBack : nothing);
    return Ends.of(this.expressions.leaving(value) ?? "return", including(states, effect));
  }

  private statement(statement: TSESTree.Statement, before: readonly State[]): Ends {
    this.reached.add(statement);
    const states = statement === this.options.waypoint ? including(before, passedWaypoint) : before;
    switch (statement.type) {
      case "BlockStatement":
        return this.sequence(statement.body, states);
      case "ReturnStatement":
        return this.returning(statement.argument, states);
      case "ThrowStatement":
        return Ends.of("throw", including(states, this.expressions.visit(statement.argument) | handedOver));
      case "BreakStatement":
        return Ends.of(statement.label === null ? "break" : `break ${statement.label.name}`, states);
      case "ContinueStatement":
        return Ends.of(statement.label === null ? "continue" : `continue ${statement.label.name}`, states);
      case "IfStatement":
        return this.branches(statement, states);
      case "SwitchStatement":
        return this.cases(statement, states);
      case "TryStatement":
        return this.attempt(statement, states);
      case "LabeledStatement":
        return this.labeled(statement, states);
      case "ForStatement":
      case "WhileStatement":
      case "DoWhileStatement":
      case "ForInStatement":
      case "ForOfStatement":
        return this.loop(statement, states);
      case "ExpressionStatement": {
        const effect = this.expressions.visit(statement.expression);
        return Ends.of(this.expressions.leaving(statement.expression) ?? "normal", including(states, effect));
      }
      case "VariableDeclaration": {
        let effect = nothing;
        for (const declarator of statement.declarations) effect |= this.expressions.visit(declarator);
        return Ends.of("normal", including(states, effect));
      }
      default:
        return Ends.of("normal", states);
    }
  }

  private branches(statement: TSESTree.IfStatement, states: readonly State[]): Ends {
    const open = including(states, this.expressions.visit(statement.test));
    const known = this.truth(statement.test);
    const ends = new Ends();
    if (known !== false) ends.addAll(this.statement(statement.consequent, open));
    if (known !== true) ends.addAll(statement.alternate === null ? Ends.of("normal", open) : this.statement(statement.alternate, open));
    return ends;
  }

  /** Goes through the cases once, whichever of them are jumped to: each can hold a `switch` that falls through as well. */
  private cases(statement: TSESTree.SwitchStatement, states: readonly State[]): Ends {
    const open = including(states, this.expressions.visit(statement.discriminant));
    const starts = new Set(startingCases(this.file, statement, this.assumed, (node) => this.truth(node)));
    const ends = Ends.of("normal", starts.has(-1) ? open : []);
    let fallen: readonly State[] = [];
    for (const [index, item] of statement.cases.entries()) {
      const isStart = starts.has(index);
      if (isStart) this.reached.add(item);
      else if (fallen.length === 0) continue;
      const result = this.sequence(item.consequent, isStart ? including([...fallen, ...open], nothing) : fallen);
      fallen = result.take("normal");
      ends.addAll(result);
    }
    return ends.addAll(Ends.of("normal", [...fallen, ...ends.take("break")]));
  }

  private attempt(statement: TSESTree.TryStatement, states: readonly State[]): Ends {
    if (this.attempts > mostNestedHandlers) return Ends.of("normal", states).addAll(Ends.of("throw", including(states, handedOver)));
    this.attempts += 1;
    const ends = this.attemptInside(statement, states);
    this.attempts -= 1;
    return ends;
  }

  private attemptInside(statement: TSESTree.TryStatement, states: readonly State[]): Ends {
    let ends = this.sequence(statement.block.body, states);
    if (statement.handler !== null) {
      ends.take("throw");
      // Anything in the block can throw, so the handler can run from the start.
      ends.addAll(this.sequence(statement.handler.body.body, states));
    }
    if (statement.finalizer === null) return ends;
    const last = this.sequence(statement.finalizer.body, [nothing]);
    if (last.take("normal").length === 0) ends = new Ends();
    return ends.addAll(last);
  }

  private labeled(statement: TSESTree.LabeledStatement, states: readonly State[]): Ends {
    const ends = this.statement(statement.body, states);
    const { name } = statement.label;
    return ends.addAll(Ends.of("normal", ends.take(`break ${name}`, `continue ${name}`)));
  }

  private loop(
    statement: TSESTree.DoWhileStatement | TSESTree.ForInStatement | TSESTree.ForOfStatement | TSESTree.ForStatement | TSESTree.WhileStatement,
    states: readonly State[],
  ): Ends {
    const heads = statement.type === "ForStatement" ? [statement.init, statement.test, statement.update] : statement.type === "ForInStatement" || statement.type === "ForOfStatement" ? [statement.right] : [statement.test];
    let effect = nothing;
    for (const head of heads) effect |= this.expressions.visit(head);
    const open = including(states, effect);
    const ends = this.statement(statement.body, open);
    return ends.addAll(Ends.of("normal", [...ends.take("break", "continue"), ...open]));
  }
}
