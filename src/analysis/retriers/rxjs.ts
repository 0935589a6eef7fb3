import type { TSESTree } from "@typescript-eslint/utils";
import type { AnalyzedFile } from "../source/file.js";
import { modulePath } from "../values/import-paths.js";
import { functionOf } from "../source/functions.js";
import { bare, calleeName, propertyName } from "../source/syntax.js";
import { resolveConstant } from "../values/constants.js";
import { directly, type Decider, type LibraryRetry } from "./library-retry.js";

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
  return { ...shared, deciders: [{ fn, error, ways: directly, repeats: { by: "source", name: caught.name } }], decidedElsewhere: false, options: undefined };
}

function retryOperator(file: AnalyzedFile, node: TSESTree.CallExpression): Pick<LibraryRetry, "deciders" | "decidedElsewhere" | "options"> {
  const [config] = node.arguments;
  const options = config === undefined ? undefined : resolveConstant(file, config);
  if (options?.type !== "ObjectExpression") return { deciders: [], decidedElsewhere: options === undefined && config !== undefined, options: undefined };
  const delay = options.properties.find((property): property is TSESTree.Property => property.type === "Property" && propertyName(property) === "delay");
  if (delay === undefined || bare(delay.value).type === "Literal") return { deciders: [], decidedElsewhere: false, options };
  const fn = functionOf(file, delay.value);
  if (fn === undefined) return { deciders: [], decidedElsewhere: true, options };
  const decider: Decider = { fn, error: fn.params[0], ways: directly, repeats: { by: "notifier" } };
  return { deciders: [decider], decidedElsewhere: false, options };
}

/** The observable that an operator is applied to: in `source.pipe(a, b)`, what `pipe` is called on. */
function pipedSource(operator: TSESTree.CallExpression): TSESTree.Node | undefined {
  const { parent } = operator;
  if (parent?.type !== "CallExpression" || calleeName(parent) !== "pipe") return undefined;
  const callee = bare(parent.callee);
  return callee.type === "MemberExpression" ? callee.object : undefined;
}
