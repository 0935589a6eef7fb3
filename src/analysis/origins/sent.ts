import type { TSESTree } from "@typescript-eslint/utils";
import type { AnalyzedFile } from "../source/file.js";
import { orElse } from "../knowledge/services.js";
import type { Binding } from "../values/callees.js";
import type { Part, SdkCall } from "./call.js";
import { codeOverHttp } from "./part.js";
import { actionOf, goesToApi, serviceOf, type Request } from "./requests.js";
import { filledRequest, requestOf } from "./seen-requests.js";

/** The response to a request, as a library gives it back. */
export function httpParts(file: AnalyzedFile, call: TSESTree.CallExpression): readonly Part[] {
  const request = requestOf(file, call);
  if (request === undefined) return [];
  return [{ names: codeOverHttp, holds: { codeOf: request === "elsewhere" ? "call of others" : callWith(call, request) } }];
}

/** The call of the API that a call is which sends a request over HTTP. */
export function sentBy(file: AnalyzedFile, call: TSESTree.CallExpression): SdkCall | undefined {
  const request = requestOf(file, call);
  return request === undefined || request === "elsewhere" ? undefined : callWith(call, request);
}

export function callWith(node: TSESTree.CallExpression, request: Request): SdkCall {
  return { node, service: serviceOf(request), action: actionOf(request), isOwn: true, request };
}

/** What is held, with requests filled by what parameters get. */
export function filledParts(file: AnalyzedFile, parts: readonly Part[], bindings: readonly Binding[]): readonly Part[] {
  return parts.map((part) => ("text" in part.holds || typeof part.holds.codeOf === "string" ? part : { ...part, holds: { codeOf: filledCall(file, part.holds.codeOf, bindings) } }));
}

/** A call of which more is known by what parameters get. */
export function filledCall(file: AnalyzedFile, call: SdkCall, bindings: readonly Binding[]): SdkCall {
  if (call.request === undefined) return call;
  const request = filledRequest(file, call.request, bindings);
  return { ...call, service: orElse(serviceOf(request), call.service), action: orElse(actionOf(request), call.action), request };
}

/** Whether a call is one of the API's as far as it is seen; one of which callers know more can be. */
export function isOfApi({ request }: SdkCall): boolean {
  return request === undefined || goesToApi(request);
}
