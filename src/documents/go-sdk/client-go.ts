import { linesOf } from "../../catalog/lines.js";
import { doesMoreThanNamed } from "./reading.js";

/** What a `client.go` says about its service. */
export interface ClientSource {
  /** The API version such as `2017-03-12`; undefined where the file names none. */
  readonly version: string | undefined;
  /** Codes by action in the order of the source; empty for an action that lists none. */
  readonly actions: ReadonlyMap<string, readonly string[]>;
  /** The actions that are named as those that only look something up, and may do more; in the order of the source. */
  readonly moreThanNamed: readonly string[];
}

const METHOD = /^func \(c \*Client\) ([A-Za-z_]\w{0,199})\(/;
const LISTED = /^\/\/\s+[A-Z0-9_]+ = "([^"\\]{0,500})"\s*$/;
const LIST_TITLE = /^\/\/\s*(?:可能返回的错误码|error codes? that may be returned)\s*(?:[:：]\s*)?$/i;
const VERSION = /^const APIVersion = "(\d{4}-\d{2}-\d{2})"/m;
const TWIN = "WithContext";

/**
 * Reads the actions of a `client.go` with the codes that the comment above each lists, in Chinese or,
 * in the international SDK, in English. An action and its `…WithContext` twin are one.
 *
 * @param text the Go source
 */
export function readClient(text: string): ClientSource {
  const methods = readMethods(text);
  const actions = new Map<string, readonly string[]>();
  const moreThanNamed: string[] = [];
  for (const [method, { codes, description }] of methods) {
    const action = method.endsWith(TWIN) ? method.slice(0, -TWIN.length) : method;
    if (action !== method && methods.has(action)) continue;
    actions.set(action, codes);
    if (doesMoreThanNamed(action, description)) moreThanNamed.push(action);
  }
  return { version: VERSION.exec(text)?.[1], actions, moreThanNamed };
}

interface Method {
  readonly codes: readonly string[];
  /** The comment above it without its first line, which is the name, and without the list of codes. */
  readonly description: string;
}

function readMethods(text: string): ReadonlyMap<string, Method> {
  const methods = new Map<string, Method>();
  let comment: string[] = [];
  /** The codes of the comment block being read; undefined before its list starts. */
  let listed: string[] | undefined;
  for (const line of linesOf(text)) {
    if (line.startsWith("//")) {
      if (LIST_TITLE.test(line)) listed = [];
      else if (listed !== undefined) pushCode(listed, line);
      else comment.push(line.slice(2).trim());
      continue;
    }
    const method = line.startsWith("func ") ? METHOD.exec(line)?.[1] : undefined;
    if (method !== undefined) methods.set(method, { codes: [...new Set(listed)], description: comment.slice(1).join("\n").trim() });
    listed = undefined;
    comment = [];
  }
  return methods;
}

function pushCode(codes: string[], line: string): void {
  const code = LISTED.exec(line)?.[1];
  if (code !== undefined) codes.push(code);
}
