import type { TSESTree } from "@typescript-eslint/utils";
import type { AnalyzedFile } from "../source/file.js";
import { answerOnce } from "../source/answer-once.js";
import type { Client } from "./client.js";
import { clientOf } from "./clients.js";
import { wrapperCallOf } from "./wrapper-clients.js";
import { actionOf, goesToApi, nothingSeen, serviceOf, type Request } from "./requests.js";
import { filledRequest } from "./seen-requests.js";
import { filledCall, sentBy } from "./sent.js";
import { textsOf } from "./texts.js";
import type { SdkCall } from "./call.js";
import { calleeOf } from "../values/callees.js";
import { importsOf } from "../values/import-paths.js";
import { onlyString, partAt, resolveConstant } from "../values/constants.js";
import { bare, calleeName, onlyValue, propertyName, walk } from "../source/syntax.js";
import { servicesWithAction } from "../knowledge/documented-codes.js";
import { actionName, requestMethods } from "../knowledge/sdk.js";
import { anyAction, anyService } from "../knowledge/services.js";

/** The call of an action that a node is: by a client, or by a function of this file that leaves to its callers which action it calls. */
export function sdkCallOf(file: AnalyzedFile, node: TSESTree.Node): SdkCall | undefined {
  if (node.type !== "CallExpression") return undefined;
  return answerOnce<SdkCall | undefined>(file, sdkCallOf, node, undefined, () => clientCall(file, node) ?? callThrough(file, node));
}

/** The call of an action by a method of a client. */
function clientCall(file: AnalyzedFile, node: TSESTree.CallExpression): SdkCall | undefined {
  return answerOnce<SdkCall | undefined>(file, clientCall, node, undefined, () => {
    const callee = methodOf(file, node.callee);
    if (callee === undefined) return undefined;
    const own = wrapperCallOf(file, node, callee);
    if (own !== undefined) return { node, ...own, isOwn: true };
    const name = propertyName(callee);
    const isRequest = name !== undefined && requestMethods.has(name);
    if (name !== undefined && !isRequest && !actionName.test(name)) return undefined;
    const client = clientOf(file, callee.object) ?? (name === undefined ? undefined : clientOfRequest(file, name, node.arguments[0]));
    if (client === undefined) return undefined;
    const isOwn = client.isOwn === true ? { isOwn: client.isOwn } : {};
    if (name !== undefined && !isRequest) return { node, service: client.service, action: name, ...isOwn };
    // client[name](…), client.request(name, …): the name may be known, here or to callers.
    const named = isRequest ? namedAction(file, node.arguments[0]) : callee.property;
    const request: Request = { ...nothingSeen, actions: named === undefined ? [] : textsOf(file, named), hosts: client.hosts ?? (client.service === anyService ? [] : [[`${client.service}.tencentcloudapi.com`]]) };
    const action = named === undefined ? anyAction : (onlyString(file, named) ?? actionOf(request));
    return { node, service: client.service === anyService ? serviceOf(request) : client.service, action, request, ...isOwn };
  });
}

/** The name of the action in `request("GetFunction", …)` and `request({ action: "GetFunction", … })`. */
function namedAction(file: AnalyzedFile, first: TSESTree.Node | undefined): TSESTree.Node | undefined {
  return first === undefined ? undefined : (partAt(file, first, ["action"]) ?? first);
}

/** The client that `client.GetRole(new models.GetRoleRequest())` is called on, whatever is known of it: the name of the request's class is the SDK's. */
function clientOfRequest(file: AnalyzedFile, action: string, argument: TSESTree.Node | undefined): Client | undefined {
  const request = argument === undefined ? undefined : resolveConstant(file, argument);
  if (importsOf(file).otherCloud || request?.type !== "NewExpression" || calleeName(request) !== `${action}Request`) return undefined;
  const [service, second] = servicesWithAction(action);
  return service === undefined ? undefined : { service: second === undefined ? service : anyService };
}

/** The method that a callee is, also where it was bound to its client or made to give a promise: `promisify(client.Action.bind(client))`. */
function methodOf(file: AnalyzedFile, expression: TSESTree.Node): TSESTree.MemberExpression | undefined {
  const callee = bare(expression);
  if (callee.type === "MemberExpression") return callee;
  const variable = callee.type === "Identifier" ? file.variableOf(callee) : undefined;
  const value = variable === undefined ? undefined : onlyValue(variable);
  const made = bare(value ?? callee);
  if (made.type !== "CallExpression") return undefined;
  const [first] = made.arguments;
  if (calleeName(made) === "promisify" && first !== undefined) return methodOf(file, bare(first).type === "MemberExpression" ? first : boundMethod(first) ?? first);
  return boundMethod(made);
}

/** `object.method.bind(…)` */
function boundMethod(expression: TSESTree.Node): TSESTree.MemberExpression | undefined {
  const node = bare(expression);
  if (node.type !== "CallExpression" || node.callee.type !== "MemberExpression" || propertyName(node.callee) !== "bind") return undefined;
  const method = bare(node.callee.object);
  return method.type === "MemberExpression" ? method : undefined;
}

/** The call of a function of this file that sends a request of which this call tells the service or the action. */
function callThrough(file: AnalyzedFile, node: TSESTree.CallExpression): SdkCall | undefined {
  const through = calleeOf(file, node);
  if (through === undefined) return undefined;
  const told = new Map<string, SdkCall>();
  for (const sent of requestsIn(file, through.fn.body)) {
    const { request = nothingSeen } = sent;
    const full = filledRequest(file, request, through.bindings);
    const call: SdkCall = { ...(sent.isOwn === true ? { isOwn: true } : {}), node, service: serviceOf(full), action: actionOf(full), request: full, through };
    if (goesToApi(full) && (!goesToApi(request) || call.service !== serviceOf(request) || call.action !== actionOf(request))) told.set(`${String(call.service)}.${String(call.action)}`, call);
  }
  const [only, second] = told.values();
  return second === undefined ? only : undefined;
}

/** More ways of sending requests than one function has. */
const mostRequests = 12;

/** The requests that a piece of code sends, its functions in this file followed, as far as somebody has yet to say what they ask for. */
function requestsIn(file: AnalyzedFile, root: TSESTree.Node): readonly SdkCall[] {
  return answerOnce<readonly SdkCall[]>(file, requestsIn, root, [], () => {
    const found: SdkCall[] = [];
    walk(file, root, (node) => {
      if (node.type !== "CallExpression" || found.length > mostRequests) return true;
      const call = clientCall(file, node) ?? sentBy(file, node);
      const callee = call === undefined ? calleeOf(file, node) : undefined;
      if (call !== undefined) found.push(call);
      else if (callee !== undefined) found.push(...requestsIn(file, callee.fn.body).map((sent) => filledCall(file, sent, callee.bindings)));
      return true;
    });
    return found.filter(({ request }) => request !== undefined);
  });
}

