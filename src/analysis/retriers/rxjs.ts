import type { TSESTree } from "@typescript-eslint/utils";
import type { AnalyzedFile } from "../source/file.js";
import { opennessOf, type Outcome, type Verdict } from "../retry/outcomes.js";
import { modulePath } from "../values/import-paths.js";
import { bare, calleeName, functionOf, propertyName } from "../source/syntax.js";
import { resolveConstant } from "../values/constants.js";
import { directly, type Decider, type Judge, type LibraryRetry } from "./library-retry.js";

/** `retry(…)` and `catchError((error, caught) => …)` in `source.pipe(…)`. */
export function rxjsRetry(file: AnalyzedFile, node: TSESTree.CallExpression): LibraryRetry | undefined {
  const found = modulePath(file, node.callee);
  if (found === undefined || !/^rxjs(?:\/|$)/.test(found.module)) return undefined;
  const operator = found.path.at(-1);
  const source = pipedSource(node);
  if (source === undefined) return undefined;
  const shared = { node, library: "rxjs", attempts: [source] };
  if (operator === "retry") return { ...shared, ...retryOperator(file, node) };
  const [handler] = node.arguments;
  const fn = operator === "catchError" && handler !== undefined ? functionOf(file, handler) : undefined;
  const [error, caught] = fn?.params ?? [];
  // Giving back the second parameter subscribes to the source once more.
  if (fn === undefined || caught?.type !== "Identifier") return undefined;
  return { ...shared, deciders: [{ fn, error, ways: directly, judge: caughtRepeats(caught.name) }], decidedElsewhere: false, options: undefined };
}

function retryOperator(file: AnalyzedFile, node: TSESTree.CallExpression): Pick<LibraryRetry, "deciders" | "decidedElsewhere" | "options"> {
  const [config] = node.arguments;
  const options = config === undefined ? undefined : resolveConstant(file, config);
  if (options?.type !== "ObjectExpression") return { deciders: [], decidedElsewhere: options === undefined && config !== undefined, options: undefined };
  const delay = options.properties.find((property): property is TSESTree.Property => property.type === "Property" && propertyName(property) === "delay");
  if (delay === undefined || bare(delay.value).type === "Literal") return { deciders: [], decidedElsewhere: false, options };
  const fn = functionOf(file, delay.value);
  if (fn === undefined) return { deciders: [], decidedElsewhere: true, options };
  const decider: Decider = { fn, error: fn.params[0], ways: directly, judge: notifierRepeats };
  return { deciders: [decider], decidedElsewhere: false, options };
}

/** Notifiers that end the stream instead of asking for a repeat. */
const ending = new Set(["throwError", "EMPTY", "empty", "NEVER", "never"]);

const notifierRepeats: Judge = (_file, { outcomes }) => opennessOf(outcomes.map(verdictOfNotifier));

function verdictOfNotifier({ how, node }: Outcome): Verdict {
  if (how !== "return" || node === undefined) return "stop";
  const value = bare(node);
  const name = value.type === "CallExpression" ? calleeName(value) : value.type === "Identifier" ? value.name : undefined;
  return name !== undefined && ending.has(name) ? "stop" : "repeat";
}

function caughtRepeats(caught: string): Judge {
  return (_file, { outcomes }) =>
    opennessOf(outcomes.map(({ how, node }) => (how === "return" && node !== undefined && startsFrom(node, caught) ? "repeat" : "stop")));
}

/** `caught`, or `caught.pipe(delay(1000))`. */
function startsFrom(node: TSESTree.Node, name: string): boolean {
  const value = bare(node);
  if (value.type === "Identifier") return value.name === name;
  if (value.type === "MemberExpression") return startsFrom(value.object, name);
  return value.type === "CallExpression" && (startsFrom(value.callee, name) || value.arguments.some((argument) => startsFrom(argument, name)));
}

/** The observable that an operator is applied to: in `source.pipe(a, b)`, what `pipe` is called on. */
function pipedSource(operator: TSESTree.CallExpression): TSESTree.Node | undefined {
  const { parent } = operator;
  if (parent?.type !== "CallExpression" || calleeName(parent) !== "pipe") return undefined;
  const callee = bare(parent.callee);
  return callee.type === "MemberExpression" ? callee.object : undefined;
}
