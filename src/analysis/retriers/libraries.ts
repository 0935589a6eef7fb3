import type { TSESTree } from "@typescript-eslint/utils";
import type { AnalyzedFile, FunctionNode } from "../source/file.js";
import { answerOnce } from "../source/answer-once.js";
import { modulePath } from "../values/import-paths.js";
import { functionOf } from "../source/functions.js";
import { nodesOf, propertyName } from "../source/syntax.js";
import { resolveConstant } from "../values/constants.js";
import { decidersInside } from "./attempts.js";
import { cockatielRetry } from "./cockatiel.js";
import type { Decider, LibraryRetry } from "./library-retry.js";
import { httpRetry } from "./http.js";
import { operationRetry } from "./operation.js";
import { rxjsRetry } from "./rxjs.js";
import { libraryFunctions, type LibraryFunction } from "./table.js";

export type { Decider, LibraryRetry } from "./library-retry.js";

/**
 * The calls of retry libraries in a file.
 *
 * @example
 * // import pRetry from "p-retry";
 * // pRetry(() => cbsClient.CreateDisks(request), { shouldRetry: ({ error }) => error.code === "LimitExceeded" })
 * libraryRetries(file); // [{ library: "p-retry", attempts: [the first function], deciders: [{ fn: shouldRetry, repeats: { by: "truth" }, … }], … }]
 */
export function libraryRetries(file: AnalyzedFile): readonly LibraryRetry[] {
  const { ast } = file.sourceCode;
  return answerOnce<readonly LibraryRetry[]>(file, libraryRetries, ast, [], () => {
    const retries: LibraryRetry[] = [];
    if (!file.linked.importsFrom(isLibrary)) return retries;
    for (const node of nodesOf(file, "CallExpression")) {
      const retry = tableRetry(file, node) ?? cockatielRetry(file, node) ?? rxjsRetry(file, node) ?? httpRetry(file, node) ?? operationRetry(file, node);
      if (retry !== undefined) retries.push(retry);
    }
    return retries;
  });
}

const libraries = new Set(["axios-retry", "cockatiel", "got", "retry", ...libraryFunctions.map(({ module }) => module)]);

/** Whether a module is one of a library's that is looked for. */
function isLibrary(module: string): boolean {
  return libraries.has(module) || /^rxjs(?:\/|$)/.test(module);
}

/** The library's call, and its question, that a function answers. */
export function askedBy(file: AnalyzedFile, fn: FunctionNode): { readonly retry: LibraryRetry; readonly decider: Decider } | undefined {
  for (const retry of libraryRetries(file)) {
    const decider = retry.deciders.find((candidate) => candidate.fn === fn && candidate.clause === undefined);
    if (decider !== undefined) return { retry, decider };
  }
  return undefined;
}

function tableRetry(file: AnalyzedFile, node: TSESTree.CallExpression): LibraryRetry | undefined {
  const found = modulePath(file, node.callee);
  if (found === undefined) return undefined;
  const library = libraryFunctions.find(({ module, name }) => module === found.module && (name === "" ? found.path.length === 0 : found.path.at(-1) === name));
  if (library === undefined) return undefined;
  // promise-retry takes its two arguments in either order.
  const [first, second] = library.repeatsOnlyWhenAsked === true && functionOf(file, node.arguments[0] ?? node) === undefined ? [library.options, library.attempt] : [library.attempt, library.options];
  const attempt = node.arguments[first];
  const options = node.arguments[second];
  if (attempt === undefined) return undefined;
  const tried = functionOf(file, attempt);
  const asked = options === undefined ? nothingAsked : deciderOptions(file, options, library.deciders);
  return {
    node,
    library: library.module,
    attempts: [tried?.body ?? attempt],
    deciders: [...asked.deciders, ...(tried === undefined ? [] : decidersInside(file, tried, library))],
    decidedElsewhere: asked.decidedElsewhere,
    options: asked.options,
  };
}

interface Asked {
  readonly deciders: readonly Decider[];
  readonly decidedElsewhere: boolean;
  readonly options: TSESTree.ObjectExpression | undefined;
}

const nothingAsked: Asked = { deciders: [], decidedElsewhere: false, options: undefined };

/** The functions in an object of options that decide. */
export function deciderOptions(file: AnalyzedFile, options: TSESTree.Node, forms: LibraryFunction["deciders"]): Asked {
  const object = resolveConstant(file, options);
  if (object?.type !== "ObjectExpression") return { ...nothingAsked, decidedElsewhere: true };
  const deciders: Decider[] = [];
  let decidedElsewhere = false;
  for (const property of object.properties) {
    if (property.type === "SpreadElement") {
      const spread = deciderOptions(file, property.argument, forms);
      deciders.push(...spread.deciders);
      decidedElsewhere ||= spread.decidedElsewhere;
      continue;
    }
    const name = propertyName(property);
    const form = name !== undefined && Object.hasOwn(forms, name) ? forms[name] : undefined;
    if (form === undefined) continue;
    const fn = functionOf(file, property.value);
    if (fn === undefined) decidedElsewhere = true;
    else deciders.push({ fn, error: fn.params[form.error], ways: form.ways, repeats: form.repeats });
  }
  return { deciders, decidedElsewhere, options: object };
}
