import type { TSESTree } from "@typescript-eslint/utils";
import type { Variable } from "../source/file.js";
import { enclosingFunction } from "../source/syntax.js";
import { agreed, type Truth } from "./assumed-code.js";

/**
 * What a flag, a `let` that only its own function sets, comes out as at the end of what was reached so far:
 * `let handled = false; if (code === "X") handled = true; if (!handled) throw e`.
 */
export function flagTruth(variable: Variable, reached: ReadonlySet<TSESTree.Node>, truth: (node: TSESTree.Node) => Truth): Truth {
  const [definition, second] = variable.defs;
  if (definition?.type !== "Variable" || second !== undefined || definition.node.id.type !== "Identifier") return "open";
  // Declared outside of what is followed, it may have been set there.
  if (!reached.has(definition.node)) return "open";
  const home = enclosingFunction(definition.node);
  const values: Truth[] = definition.node.init === null ? [false] : [];
  for (const { identifier, init } of variable.references.filter((reference) => reference.isWrite())) {
    const { parent } = identifier as TSESTree.Identifier;
    if (init === true) values.push(definition.node.init === null ? "open" : truth(definition.node.init));
    else if (parent?.type !== "AssignmentExpression" || parent.operator !== "=" || enclosingFunction(parent) !== home) return "open";
    else if (reached.has(parent)) values.push(truth(parent.right));
  }
  return agreed(values);
}
