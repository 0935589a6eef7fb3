import type { TSESTree } from "@typescript-eslint/utils";
import type { AnalyzedFile, Variable } from "../source/file.js";
import { answerOnce } from "../source/answer-once.js";
import { isOwnHeader, namesApiHost } from "../knowledge/api-hosts.js";
import { capiPackage } from "../knowledge/sdk.js";
import { addressOptions, isSenderMethod, isSenderName, namingMethods } from "../knowledge/senders.js";
import { boundArgument, calleeOf, fieldValues, type Binding } from "../values/callees.js";
import { modulePath } from "../values/import-paths.js";
import { partAt, resolveConstant } from "../values/constants.js";
import { assignedValues, bare, calleeName, enclosingFunction, isFunction, literalString, propertyName, walk } from "../source/syntax.js";
import { goesToApi, mergeRequests, nothingSeen, seenInText, type Request } from "./requests.js";
import { filled, textsOf, type Text } from "./texts.js";

/** The request that a call sends; "elsewhere" where it surely goes to somebody else, undefined for calls that send none. */
export function requestOf(file: AnalyzedFile, call: TSESTree.CallExpression): Request | "elsewhere" | undefined {
  if (!sends(call)) return undefined;
  return answerOnce<Request | "elsewhere" | undefined>(file, requestOf, call, undefined, () => {
    if (calleeOf(file, call) !== undefined) return undefined;
    const own = seenIn(file, call);
    if (goesToApi(own)) return own;
    if (isElsewhere(file, call)) return "elsewhere";
    // A signature that is made in the statements around belongs to what is sent there.
    const around = outermostFunction(call);
    const whole = around === undefined ? nothingSeen : seenIn(file, around.body);
    const request = whole.isSigned ? mergeRequests([own, whole]) : own;
    return goesToApi(request) || request.open.length > 0 ? request : undefined;
  });
}

/** A look at the names alone: most calls send nothing. */
function sends(call: TSESTree.CallExpression): boolean {
  const target = bare(call.callee);
  // (fetcher ?? fetch)(…)
  const callee = target.type === "LogicalExpression" ? bare(target.right) : target;
  const name = callee.type === "Identifier" ? callee.name : callee.type === "MemberExpression" ? propertyName(callee) : undefined;
  if (name === undefined) return false;
  if (isSenderName(name)) return true;
  if (callee.type !== "MemberExpression") return false;
  const object = bare(callee.object);
  const owner = object.type === "Identifier" ? object.name : object.type === "MemberExpression" ? propertyName(object) : undefined;
  return owner !== undefined && isSenderMethod(owner.replace(/^[#_]/, ""), name);
}

/** Whether the address is written out, and is another. */
function isElsewhere(file: AnalyzedFile, { arguments: [first] }: TSESTree.CallExpression): boolean {
  const options = first === undefined ? undefined : resolveConstant(file, first);
  const url = options?.type === "ObjectExpression" ? options.properties.find((part) => part.type === "Property" && addressOptions.has(propertyName(part) ?? "")) : undefined;
  const address = url?.type === "Property" ? url.value : first;
  return address !== undefined && textsOf(file, address).every((text) => typeof text[0] === "string" && /^https?:\/\/[^/]|^[\w-]+\.[\w.-]+$|^\/(?!\/)/.test(text[0]) && !text.some((part) => typeof part === "string" && namesApiHost(part)));
}

function outermostFunction(node: TSESTree.Node): ReturnType<typeof enclosingFunction> {
  let outermost: ReturnType<typeof enclosingFunction>;
  for (let fn = enclosingFunction(node); fn !== undefined; fn = enclosingFunction(fn)) outermost = fn;
  return outermost;
}

/** What a piece of code shows of a request that it takes part in: what it writes, and what its names hold. */
export function seenIn(file: AnalyzedFile, root: TSESTree.Node): Request {
  return answerOnce<Request>(file, seenIn, root, nothingSeen, () => {
    const seen: Request[] = [];
    walk(file, root, (node) => visit(file, node, root, seen));
    return mergeRequests(seen);
  });
}

/** Notes what a node shows; whether to look at what is below it. */
function visit(file: AnalyzedFile, node: TSESTree.Node, root: TSESTree.Node, seen: Request[]): boolean {
  switch (node.type) {
    case "Literal":
    case "TemplateLiteral":
    case "BinaryExpression":
      if (node.type === "BinaryExpression" && node.operator !== "+") return true;
      if (node.type !== "Literal" || typeof node.value === "string") seen.push(...textsOf(file, node).map(seenInText));
      return false;
    case "Property":
      if (node.parent.type !== "ObjectExpression") return false;
      if (isServiceOfCapi(file, node)) seen.push({ ...nothingSeen, hosts: textsOf(file, node.value).map((text) => [...text, ".tencentcloudapi.com"]) });
      return noteNamed(file, propertyName(node), node.value, seen);
    case "AssignmentExpression":
      return node.left.type !== "MemberExpression" || noteNamed(file, propertyName(node.left), node.right, seen);
    case "CallExpression":
      return noteCall(file, node, root, seen);
    case "Identifier":
      if (isValue(node)) seen.push(seenOfName(file, node));
      return false;
    case "MemberExpression":
      return noteMember(file, node, seen);
    default:
      // What is done with the response is no part of the request.
      return !isFunction(node) || node === root;
  }
}

/** `new Capi({ ServiceType: "cbs" })`, in later versions `serviceType` */
function isServiceOfCapi(file: AnalyzedFile, property: TSESTree.Property): boolean {
  const made = property.parent.parent;
  return /^serviceType$/i.test(propertyName(property) ?? "") && made?.type === "NewExpression" && modulePath(file, made.callee)?.module === capiPackage;
}

/** `"X-TC-Action": action`, `Action: action` */
function noteNamed(file: AnalyzedFile, name: string | undefined, value: TSESTree.Node, seen: Request[]): boolean {
  if (name === undefined) return true;
  if (name === "Action") seen.push({ ...nothingSeen, parameters: textsOf(file, value) });
  else if (isOwnHeader(name)) seen.push({ ...nothingSeen, isSigned: true, actions: /-Action$/i.test(name) ? textsOf(file, value) : [], services: [] });
  else return true;
  return false;
}

function noteCall(file: AnalyzedFile, node: TSESTree.CallExpression, root: TSESTree.Node, seen: Request[]): boolean {
  const [first, second] = node.arguments;
  const name = first === undefined ? undefined : literalString(first);
  if (name !== undefined && second !== undefined && namingMethods.has(calleeName(node) ?? "")) noteNamed(file, name, second, seen);
  const callee = node === root ? undefined : calleeOf(file, node);
  if (callee !== undefined) seen.push(filledRequest(file, seenIn(file, callee.fn.body), callee.bindings));
  return true;
}

/** Whether a name stands for a value, and is not that of a property, a function that is called, or a declaration. */
function isValue(node: TSESTree.Identifier): boolean {
  const { parent } = node;
  if (parent.type === "CallExpression" || parent.type === "NewExpression") return parent.callee !== node;
  if (parent.type === "VariableDeclarator") return parent.id !== node;
  return !(parent.type === "Property" && parent.key === node && !parent.shorthand);
}

function noteMember(file: AnalyzedFile, node: TSESTree.MemberExpression, seen: Request[]): boolean {
  const fields = fieldValues(file, node);
  if (fields.length > 0) {
    for (const field of fields) seen.push(seenIn(file, field));
    return false;
  }
  const constant = resolveConstant(file, node);
  if (constant !== undefined && constant !== node) {
    seen.push(seenIn(file, constant));
    return false;
  }
  const texts = textsOf(file, node);
  if (texts.every((text) => !isBlank(text))) {
    seen.push(...texts.map(seenInText));
    return false;
  }
  const object = bare(node.object);
  if (object.type === "Identifier") seen.push(seenOfName(file, object));
  return object.type !== "Identifier";
}

function isBlank([hole, second]: Text): boolean {
  return second === undefined && typeof hole === "object" && hole.parameter === "unseen";
}

function seenOfName(file: AnalyzedFile, node: TSESTree.Identifier): Request {
  const variable = file.variableOf(node);
  const [definition] = variable?.defs ?? [];
  if (variable === undefined || definition === undefined) return nothingSeen;
  if (definition.type === "Parameter") return mergeRequests(textsOf(file, node).map(seenInText));
  return definition.type === "Variable" ? seenOfVariable(file, variable) : nothingSeen;
}

/** What the values of a variable show, and what is put into it: `headers["X-TC-Action"] = action`, `query.set("Action", action)`. */
function seenOfVariable(file: AnalyzedFile, variable: Variable): Request {
  return answerOnce<Request>(file, seenOfVariable, variable, nothingSeen, () => {
    const definition = variable.defs[0]?.node;
    const taken = definition?.type === "VariableDeclarator" && definition.id.type !== "Identifier" ? definition.init : undefined;
    const seen = [...assignedValues(variable), ...(taken == null ? [] : [taken])].filter((value) => !isFunction(value)).map((value) => seenIn(file, value));
    for (const { identifier } of variable.references) {
      const access = (identifier as TSESTree.Identifier).parent;
      if (access?.type !== "MemberExpression" || access.object !== identifier) continue;
      const { parent } = access;
      if (parent.type === "AssignmentExpression" && parent.left === access && noteNamed(file, propertyName(access), parent.right, seen)) seen.push(seenIn(file, parent.right));
      const [name, value] = parent.type === "CallExpression" && parent.callee === access && namingMethods.has(propertyName(access) ?? "") ? parent.arguments : [];
      if (name !== undefined && value !== undefined) noteNamed(file, literalString(name), value, seen);
    }
    return mergeRequests(seen);
  });
}

/** A request with what callers fill. */
export function filledRequest(file: AnalyzedFile, request: Request, bindings: readonly Binding[]): Request {
  const all = (texts: readonly Text[]): readonly Text[] => texts.flatMap((text) => filled(file, text, bindings));
  const { actions, hosts, isSigned, open, parameters, services } = request;
  return mergeRequests([
    { actions: all(actions), hosts: all(hosts), isSigned, open: [], parameters: all(parameters), services: all(services) },
    ...open.flatMap((text) => filledText(file, text, bindings)),
  ]);
}

function filledText(file: AnalyzedFile, text: Text, bindings: readonly Binding[]): readonly Request[] {
  const [hole, second] = text;
  const argument = second === undefined && typeof hole === "object" && hole.parameter !== "unseen" ? boundArgument(bindings, hole.parameter) : undefined;
  if (argument === undefined || argument === "left out" || typeof hole !== "object") return filled(file, text, bindings).map(seenInText);
  // What is handed over as a whole can be more than a text: options, headers.
  const part = hole.names.length === 0 ? argument : partAt(file, argument, hole.names);
  return part === undefined ? filled(file, text, bindings).map(seenInText) : [seenIn(file, part)];
}
