import type { TSESTree } from "@typescript-eslint/utils";
import type { AnalyzedFile } from "../source/file.js";
import { answerOnce } from "../source/answer-once.js";
import { importsOf } from "../values/import-paths.js";
import { isNothing, isVariable, readPath, type ReadPath } from "../values/access-path.js";
import { calledFunction, functionOf } from "../source/functions.js";
import { assignedValues, bare, calleeName, nodesOf, returnedExpressions, someTextHolds } from "../source/syntax.js";
import type { Origin } from "./origin.js";
import { serviceOfHost, isApiHeader, mayNameApi, namesApiHost } from "../knowledge/api-hosts.js";
import { anyAction, anyService, type Services } from "../knowledge/services.js";
import { namesOtherApi } from "../knowledge/others.js";

/** What a file shows of calls that it makes over HTTP, without the SDK. */
export interface RawCalls {
  /** Whether it names the API's hosts or headers, so that a raw answer in it is one of Tencent Cloud. */
  readonly seen: boolean;
  /** Whether it names hosts or headers of somebody else's API as well, so that an error can be theirs. */
  readonly others: boolean;
  /** The services of the hosts that it names: any where a host is put together. */
  readonly services: Services;
}

const nothingNamed: RawCalls = { seen: false, others: false, services: anyService };

export function rawCallsOf(file: AnalyzedFile): RawCalls {
  const { ast } = file.sourceCode;
  return answerOnce<RawCalls>(file, rawCallsOf, ast, nothingNamed, () => {
    const services = new Set<string>();
    let seen = false;
    let others = false;
    let complete = true;
    if (!someTextHolds(file, mayNameApi)) return nothingNamed;
    for (const node of nodesOf(file, "Literal", "TemplateElement")) {
      const text = node.type === "TemplateElement" ? node.value.raw : typeof node.value === "string" ? node.value : "";
      if (isApiHeader(text)) seen = true;
      if (!others && namesOtherApi(text)) others = true;
      if (!namesApiHost(text)) continue;
      seen = true;
      const service = serviceOfHost(text);
      if (service === undefined) complete = false;
      else services.add(service);
    }
    return { seen, others, services: complete && services.size > 0 ? [...services].sort() : anyService };
  });
}

/** Where the code of a raw answer comes from. */
export function originOfEnvelope(file: AnalyzedFile): Origin {
  const { seen, services } = rawCallsOf(file);
  const imports = importsOf(file);
  // The same three names can stand in an answer of somebody else, where nothing in the file speaks of Tencent Cloud.
  return { evidence: "envelope", services, actions: anyAction, besides: seen || imports.sdk || imports.codeMap ? "nothing" : "anything" };
}

/** Whether what a path starts from is the `Response` of a raw answer: by its name, or by the helper of this file that takes it out. */
export function isResponse(file: AnalyzedFile, root: ReadPath["root"]): boolean {
  if (!isVariable(root)) return givesResponse(file, root);
  return root.name === "Response" || allTelling(assignedValues(root), (value) => givesResponse(file, value));
}

/** `await call(…)` where `call` gives back `answer.Response`. */
function givesResponse(file: AnalyzedFile, expression: TSESTree.Node): boolean {
  const node = bare(expression);
  if (node.type === "AwaitExpression") return givesResponse(file, node.argument);
  if (node.type !== "CallExpression") return false;
  const [callback] = calleeName(node) === "then" ? node.arguments : [];
  const called = callback === undefined ? calledFunction(file, node) : functionOf(file, callback);
  if (called === undefined) return false;
  return answerOnce<boolean>(file, givesResponse, called, false, () =>
    allTelling(returnedExpressions(file, called), (value) => readPath(file, value).names.at(-1) === "Response" || givesResponse(file, value)),
  );
}

function allTelling(values: readonly TSESTree.Expression[], tells: (value: TSESTree.Expression) => boolean): boolean {
  const telling = values.filter((value) => !isNothing(value));
  return telling.length > 0 && telling.every(tells);
}
