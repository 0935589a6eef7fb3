import { actionOfQuery, labelOfHost, namesApiHost, namesSigning, serviceOfScope } from "../knowledge/api-hosts.js";
import { servicesWithAction } from "../knowledge/documented-codes.js";
import { actionName } from "../knowledge/sdk.js";
import { anyAction, anyService, type Action, type Service } from "../knowledge/services.js";
import type { Variable } from "../source/file.js";
import { wholeText, type Hole, type Text } from "./texts.js";

/** What is seen of a request: texts that callers fill where the code that sends it serves several actions. */
export interface Request {
  /** Addresses with a host of the API in them. */
  readonly hosts: readonly Text[];
  /** Services that are named apart from the host: in the scope of the signature. */
  readonly services: readonly Text[];
  /** Of the header `X-TC-Action`. */
  readonly actions: readonly Text[];
  /** Of the parameter `Action`, which a request without the header has. */
  readonly parameters: readonly Text[];
  /** What else reaches the request and is not known before a caller fills it. */
  readonly open: readonly Text[];
  /** Whether it is signed, or has headers, as nobody else's API wants it. */
  readonly isSigned: boolean;
}

export const nothingSeen: Request = { hosts: [], services: [], actions: [], parameters: [], open: [], isSigned: false };

/** Requests that are put together of more than anybody writes. */
const mostTexts = 12;

/** What several pieces of code show of a request. */
export function mergeRequests(requests: readonly Request[]): Request {
  const [first, second] = requests;
  if (first === undefined || second === undefined) return first ?? nothingSeen;
  const together = (of: (request: Request) => readonly Text[]): readonly Text[] => {
    const texts = new Map<string, Text>();
    for (const request of requests) for (const text of of(request)) if (texts.size < mostTexts) texts.set(keyOf(text), text);
    return [...texts.values()];
  };
  return {
    hosts: together(({ hosts }) => hosts),
    services: together(({ services }) => services),
    actions: together(({ actions }) => actions),
    parameters: together(({ parameters }) => parameters),
    open: together(({ open }) => open),
    isSigned: requests.some(({ isSigned }) => isSigned),
  };
}

/** What a text shows wherever it stands in a request. */
export function seenInText(text: Text): Request {
  const written = text.filter((part) => typeof part === "string").join(" ");
  const action = actionOfQuery(written);
  const parameters = action === undefined ? [] : [[action]];
  if (namesApiHost(written)) return { ...nothingSeen, hosts: [text], parameters };
  if (namesSigning(written)) return { ...nothingSeen, services: written.includes("tc3_request") ? [text] : [], isSigned: true };
  return { ...nothingSeen, parameters, open: text.some((part) => typeof part !== "string" && part.parameter !== "unseen") ? [text] : [] };
}

/** Whether a request goes to the API, as far as it is seen. */
export function goesToApi({ hosts, isSigned }: Request): boolean {
  return hosts.length > 0 || isSigned;
}

/** The service that a request goes to: any where it is not seen, or is one of several. */
export function serviceOf(request: Request): Service {
  const hosts = request.hosts.map((text) => named(text, labelOfHost));
  const service = only(hosts) ?? (hosts.every((host) => host === undefined) ? only(request.services.map((text) => named(text, serviceOfScope))) : undefined);
  if (service !== undefined) return service;
  const action = new Set(hosts).size > 1 ? anyAction : actionOf(request);
  const [documenting, second] = action === anyAction ? [] : servicesWithAction(action);
  return documenting === undefined || second !== undefined ? anyService : documenting;
}

/** The action that a request names: any where it is not seen, or is one of several. */
export function actionOf({ actions, parameters }: Request): Action {
  const action = only((actions.length > 0 ? actions : parameters).map(wholeText));
  return action !== undefined && actionName.test(action) ? action : anyAction;
}

function only(values: readonly (string | undefined)[]): string | undefined {
  const [value, second] = new Set(values);
  return second === undefined ? value : undefined;
}

/** A hole in a text, while it is looked for what stands around it. */
const holeMark = "\u0000\\d+\u0000";

/** What stands in a certain place of a text: written there, or in what fills the hole that is there. */
function named(text: Text, find: (text: string, label: string) => string | undefined): string | undefined {
  const holes: Hole[] = [];
  const marked = text.map((part) => (typeof part === "string" ? part : `\u0000${String(holes.push(part) - 1)}\u0000`)).join("");
  const label = find(marked, `[a-z0-9]+|${holeMark}`);
  if (label?.startsWith("\u0000") !== true) return label;
  const otherwise = holes[Number(label.slice(1, -1))]?.otherwise;
  return otherwise === undefined ? undefined : wholeText(otherwise);
}

/** Holes for the same thing are the same hole. */
function keyOf(text: Text): string {
  return text.map((part) => (typeof part === "string" ? part : `\u0000${part.parameter === "unseen" ? "" : nameAndPlace(part.parameter)}.${part.names.join(".")}\u0000`)).join("");
}

function nameAndPlace({ defs, name }: Variable): string {
  return `${name}${String(defs[0]?.name.range[0] ?? "")}`;
}
