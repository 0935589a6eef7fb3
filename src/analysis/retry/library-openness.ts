import type { TSESTree } from "@typescript-eslint/utils";
import type { AssumedCode } from "../follow/assumed-code.js";
import { endingNotifiers } from "../knowledge/retry-words.js";
import type { RepeatsBy } from "../retriers/library-retry.js";
import type { AnalyzedFile } from "../source/file.js";
import { bare, calleeName, propertyName } from "../source/syntax.js";
import { opennessOf, verdictOfTruth, type Outcome, type Outcomes, type Verdict } from "./outcomes.js";

/**
 * How open the way to a repeat is when a function that a library asks comes out so: between 0 (never) and 2 (always). With
 * `{ by: "throw", … }`, 2 for a function that always throws the error on, 1 for one that does so under a condition.
 */
export function opennessBy(file: AnalyzedFile, repeats: RepeatsBy, { outcomes, reached }: Outcomes, assumed: AssumedCode): number {
  switch (repeats.by) {
    case "truth":
      return opennessOf(outcomes.map((outcome) => verdictOfTruth(file, outcome, assumed)));
    case "delay":
      return opennessOf(outcomes.map((outcome) => (outcome.node?.type === "Literal" || outcome.node === undefined ? verdictOfTruth(file, outcome, assumed) : "repeat")));
    case "call":
      return [...reached].some((node) => isCallOf(node, repeats.name, repeats.of)) ? 2 : 0;
    case "no-throw":
      return calls(reached, repeats.stopCalls) ? 0 : opennessOf(outcomes.map(({ how }) => (how === "throw" ? "stop" : "repeat")));
    case "throw":
      return calls(reached, repeats.stopCalls) ? 0 : opennessOf(outcomes.map(({ how, node }) => (how === "throw" && !isNewOf(node, repeats.stopErrors) ? "repeat" : "stop")));
    case "notifier":
      return opennessOf(outcomes.map(verdictOfNotifier));
    case "source":
      return opennessOf(outcomes.map(({ how, node }) => (how === "return" && node !== undefined && startsFrom(node, repeats.name) ? "repeat" : "stop")));
  }
}

function calls(reached: ReadonlySet<TSESTree.Node>, names: readonly string[]): boolean {
  return [...reached].some((node) => names.some((name) => isCallOf(node, name, undefined)));
}

function isCallOf(node: TSESTree.Node, name: string, owner: string | undefined): boolean {
  if (node.type !== "CallExpression") return false;
  if (owner === undefined) return calleeName(node) === name;
  const { callee } = node;
  return callee.type === "MemberExpression" && propertyName(callee) === name && callee.object.type === "Identifier" && callee.object.name === owner;
}

/** Whether an expression makes an error of one of the classes named, which tell a library to stop. */
function isNewOf(node: TSESTree.Node | undefined, names: readonly string[]): boolean {
  const made = node === undefined ? undefined : bare(node);
  return made?.type === "NewExpression" && names.includes(calleeName(made) ?? "");
}

function verdictOfNotifier({ how, node }: Outcome): Verdict {
  if (how !== "return" || node === undefined) return "stop";
  const value = bare(node);
  const name = value.type === "CallExpression" ? calleeName(value) : value.type === "Identifier" ? value.name : undefined;
  return name !== undefined && endingNotifiers.has(name) ? "stop" : "repeat";
}

/** `caught`, or `caught.pipe(delay(1000))`. */
function startsFrom(node: TSESTree.Node, name: string): boolean {
  const value = bare(node);
  if (value.type === "Identifier") return value.name === name;
  if (value.type === "MemberExpression") return startsFrom(value.object, name);
  return value.type === "CallExpression" && (startsFrom(value.callee, name) || value.arguments.some((argument) => startsFrom(argument, name)));
}
