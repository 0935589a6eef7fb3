import type { TSESTree } from "@typescript-eslint/utils";
import type { AnalyzedFile } from "../source/file.js";
import { modulePath } from "../values/import-paths.js";
import { functionOf } from "../source/functions.js";
import { isFunction, propertyName, walk } from "../source/syntax.js";
import { resolveConstant } from "../values/constants.js";
import type { Decider, LibraryRetry } from "./library-retry.js";

/** The raw answer holds its code here, wherever a client puts the answer itself. */
const codeInBody = ["Response", "Error", "Code"];
const axiosWays = [["response", "data", ...codeInBody]];
const gotWays = [
  ["error", "response", "body", ...codeInBody],
  ["response", "body", ...codeInBody],
];

/** `axiosRetry(axios, { retryCondition })` and `got(url, { retry: { calculateDelay } })`, which see raw answers. */
export function httpRetry(file: AnalyzedFile, node: TSESTree.CallExpression): LibraryRetry | undefined {
  const found = modulePath(file, node.callee);
  if (found?.module === "axios-retry" && found.path.length === 0) return axiosRetry(file, node);
  return found?.module === "got" ? gotRetry(file, node) : undefined;
}

function axiosRetry(file: AnalyzedFile, node: TSESTree.CallExpression): LibraryRetry | undefined {
  const [, config] = node.arguments;
  const options = config === undefined ? undefined : resolveConstant(file, config);
  if (options?.type !== "ObjectExpression") return undefined;
  const condition = functionIn(file, options, "retryCondition");
  const deciders: Decider[] = condition === undefined ? [] : [{ fn: condition, error: condition.params[0], ways: axiosWays, repeats: { by: "truth" } }];
  return { node, library: "axios-retry", attempts: [], deciders, decidedElsewhere: true, options };
}

function gotRetry(file: AnalyzedFile, node: TSESTree.CallExpression): LibraryRetry | undefined {
  const config = node.arguments.map((argument) => resolveConstant(file, argument)).find((argument) => argument?.type === "ObjectExpression");
  if (config?.type !== "ObjectExpression") return undefined;
  const deciders: Decider[] = [];
  const retry = propertyIn(config, "retry");
  const retryOptions = retry === undefined ? undefined : resolveConstant(file, retry);
  const delay = retryOptions?.type === "ObjectExpression" ? functionIn(file, retryOptions, "calculateDelay") : undefined;
  if (delay !== undefined) deciders.push({ fn: delay, error: delay.params[0], ways: gotWays, repeats: { by: "delay" } });
  deciders.push(...responseHooks(file, config));
  return deciders.length === 0 ? undefined : { node, library: "got", attempts: [], deciders, decidedElsewhere: true, options: config };
}

/** `hooks: { afterResponse: [(response, retryWithMergedOptions) => …] }`, where a call of the second parameter repeats. */
function responseHooks(file: AnalyzedFile, config: TSESTree.ObjectExpression): Decider[] {
  const hooks = propertyIn(config, "hooks");
  const afterResponse = hooks?.type === "ObjectExpression" ? propertyIn(hooks, "afterResponse") : undefined;
  if (afterResponse === undefined) return [];
  const deciders: Decider[] = [];
  walk(file, afterResponse, (node) => {
    if (!isFunction(node)) return true;
    const [response, repeat] = node.params;
    if (repeat?.type === "Identifier") deciders.push({ fn: node, error: response, ways: [["body", ...codeInBody]], repeats: { by: "call", name: repeat.name } });
    return false;
  });
  return deciders;
}

function propertyIn(object: TSESTree.ObjectExpression, name: string): TSESTree.Node | undefined {
  return object.properties.find((property): property is TSESTree.Property => property.type === "Property" && propertyName(property) === name)?.value;
}

function functionIn(file: AnalyzedFile, object: TSESTree.ObjectExpression, name: string): ReturnType<typeof functionOf> {
  const value = propertyIn(object, name);
  return value === undefined ? undefined : functionOf(file, value);
}
