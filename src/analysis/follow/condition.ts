import type { TSESTree } from "@typescript-eslint/utils";
import type { AnalyzedFile } from "../source/file.js";
import { modulePath, sdkExport } from "../values/import-paths.js";
import { readPath, samePath, leadsTo } from "../values/access-path.js";
import { calledFunction } from "../source/functions.js";
import { bare, calleeName, isNullish, onlyValue, returnedExpressions } from "../source/syntax.js";
import { codeTestOf } from "../code-tests/code-tests.js";
import { assumedTruth } from "./other-questions.js";
import { agreed, negated, passes, type AssumedCode, type Truth } from "./assumed-code.js";
import { assumedInside } from "./code-inside.js";
import { anyService } from "../knowledge/services.js";
import { codeMapService, errorGuards, exceptionClass } from "../knowledge/sdk.js";

/** Helpers that call helpers that call helpers: deeper ones are not followed. */
const maximumDepth = 6;
/** Helpers that ask the next one many times come to more questions than a file has characters. */
const mostQuestions = 2000;
let questions = 0;

/** The functions of a file that a condition asks. */
export interface Helpers {
  /** How many of them call each other so far. */
  readonly depth: number;
  /** What the `return` statements of one can answer for a code. */
  readonly answers: (body: TSESTree.BlockStatement, inside: AssumedCode, depth: number) => readonly Truth[];
}

function deeper(helpers: Helpers): Helpers {
  return { ...helpers, depth: helpers.depth + 1 };
}

/** What `expression` comes out as when the assumed code stands at its path. */
export function truthIn(file: AnalyzedFile, expression: TSESTree.Node, assumed: AssumedCode, helpers: Helpers): Truth {
  questions = helpers.depth === 0 ? 0 : questions + 1;
  if (helpers.depth > maximumDepth || questions > mostQuestions) return "open";
  const node = bare(expression);
  const test = codeTestOf(file, node);
  if (test !== undefined && samePath(test.site.path, assumed.path)) return passes(test, assumed) !== test.negated;
  const truth = truthByCode(file, node, assumed, helpers);
  return truth === "open" ? assumedTruth(file, node, assumed) : truth;
}

function truthByCode(file: AnalyzedFile, node: TSESTree.Node, assumed: AssumedCode, helpers: Helpers): Truth {
  switch (node.type) {
    case "Literal":
      return Boolean(node.value);
    case "UnaryExpression":
      return node.operator === "!" ? negated(truthIn(file, node.argument, assumed, helpers)) : "open";
    case "AwaitExpression":
      return truthIn(file, node.argument, assumed, helpers);
    case "LogicalExpression":
      return truthOfLogical(file, node, truthIn(file, node.left, assumed, helpers), () => truthIn(file, node.right, assumed, helpers));
    case "ConditionalExpression": {
      const test = truthIn(file, node.test, assumed, helpers);
      if (test !== "open") return truthIn(file, test ? node.consequent : node.alternate, assumed, helpers);
      return agreed([node.consequent, node.alternate].map((branch) => truthIn(file, branch, assumed, helpers)));
    }
    case "BinaryExpression":
      return comparison(file, node, assumed);
    case "Identifier":
    case "MemberExpression":
      // There is a code, so the error, the code and what leads to it are there.
      return leadsTo(readPath(file, node), assumed.path) ? true : variableTruth(file, node, assumed, helpers);
    case "CallExpression": {
      const truth = guard(file, node, assumed);
      return truth === "open" ? predicate(file, node, assumed, helpers) : truth;
    }
    default:
      return "open";
  }
}

/** What `a || b`, `a && b` or `a ?? b` comes out as, by what its sides come out as. */
export function truthOfLogical(file: AnalyzedFile, { left: first, operator }: TSESTree.LogicalExpression, left: Truth, right: () => Truth): Truth {
  // HANDLERS[code] ?? fallback: an entry that is not there is undefined, where other values can be false.
  if (operator === "??") return left === false && codeTestOf(file, first)?.kind === "key" ? right() : left;
  const deciding = operator === "||";
  if (left === deciding) return deciding;
  const other = right();
  if (other === deciding) return deciding;
  return left === "open" || other === "open" ? "open" : !deciding;
}

function comparison(file: AnalyzedFile, node: TSESTree.BinaryExpression, assumed: AssumedCode): Truth {
  if (node.operator === "instanceof") {
    const isSdk = sdkExport(file, node.right)?.kind === "exception" || (node.right.type === "Identifier" && (node.right.name === exceptionClass || node.right.name === "Error"));
    return isSdk && leadsTo(readPath(file, node.left), assumed.path) ? true : "open";
  }
  const positive = node.operator === "===" || node.operator === "==";
  if (!positive && node.operator !== "!==" && node.operator !== "!=") return "open";
  const right = bare(node.right);
  const left = bare(node.left);
  if (left.type === "UnaryExpression" && left.operator === "typeof" && samePath(readPath(file, left.argument), assumed.path)) {
    return right.type === "Literal" ? (right.value === "string") === positive : "open";
  }
  if (!isNullish(right)) return "open";
  const isThere = leadsTo(readPath(file, left), assumed.path) ? true : entryTruth(file, left, assumed);
  return positive ? negated(isThere) : isThere;
}

/** Whether there is something: an entry for the code in a table that it is looked up in, a value in a variable. */
function entryTruth(file: AnalyzedFile, node: TSESTree.Node, assumed: AssumedCode): Truth {
  const test = codeTestOf(file, node);
  if (test !== undefined) return test.kind === "key" && samePath(test.site.path, assumed.path) ? passes(test, assumed) : "open";
  const variable = node.type === "Identifier" ? file.variableOf(node) : undefined;
  if (variable === undefined) return "open";
  const value = onlyValue(variable);
  return value === undefined ? (assumed.flags?.(variable) ?? "open") : entryTruth(file, value, assumed);
}

function variableTruth(file: AnalyzedFile, node: TSESTree.Node, assumed: AssumedCode, helpers: Helpers): Truth {
  const variable = node.type === "Identifier" ? file.variableOf(node) : undefined;
  if (variable === undefined) return "open";
  const value = onlyValue(variable);
  return value === undefined ? (assumed.flags?.(variable) ?? "open") : truthIn(file, value, assumed, deeper(helpers));
}

/** `isTencentCloudError(e)`: an error that has a code is one. */
function guard(file: AnalyzedFile, node: TSESTree.CallExpression, assumed: AssumedCode): Truth {
  const [first] = node.arguments;
  if (first === undefined || !leadsTo(readPath(file, first), assumed.path)) return "open";
  if (file.settings.errorGuards.includes(calleeName(node) ?? "")) return true;
  const found = modulePath(file, node.callee);
  if (found === undefined || codeMapService(found.module) !== anyService) return "open";
  return errorGuards.get(found.path.at(-1) ?? "") ?? "open";
}

/** A function of this file that is handed the error or its code, and answers. */
function predicate(file: AnalyzedFile, node: TSESTree.CallExpression, assumed: AssumedCode, helpers: Helpers): Truth {
  const called = calledFunction(file, node);
  if (called === undefined) return "open";
  const inside = assumedInside(file, node, called, assumed);
  if (inside === undefined) return "open";
  if (called.body.type !== "BlockStatement") return truthIn(file, called.body, inside, deeper(helpers));
  return returnedExpressions(file, called).length === 0 ? "open" : agreed(helpers.answers(called.body, inside, helpers.depth + 1));
}

