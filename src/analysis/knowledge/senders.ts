/*
 * Calls that send a request over HTTP, by the names that they go by: of the platform (`fetch`, `https.request`), of usual
 * libraries (axios, got, ky, undici, superagent, needle, request), of frameworks and mini programs (`ctx.curl`, `wx.request`,
 * `uni.request`, `requestUrl`), and of the methods of their instances.
 */
const sender = /^(?:\$?fetch|[a-z]+Fetch|fetch[A-Z]\w*|axios|got|ky|needle|phin|rp|superagent|curl|ajax|GM_xmlhttpRequest|post(?:[A-Z]\w*)?|request(?:[A-Z]\w*)?|\w+Request|send)$/;
const method = /^(?:delete|get|head|patch|post|put)(?:Json|JSON)?$/;
const instance = /^(?:\$?http\w*|https|axios\w*|\w*[aA]xios|got|ky|needle|request|superagent|agent|client|api|instance|service|\w*(?:Http|HTTP|Request|Client|Api|Fetcher))$/;

/** Whether a call of this name sends a request. */
export function isSenderName(name: string): boolean {
  return sender.test(name);
}

/** Whether `object.name(…)` sends a request: `http.get(…)`, `instance.put(…)`. */
export function isSenderMethod(object: string, name: string): boolean {
  return method.test(name) && instance.test(object);
}

const passing = /^(?:\w*[pP]arse\w*|concat|decode|from|json|String|text|toString|buffer|arrayBuffer|body|read\w*|unwrap|structuredClone|all)$/;

/** Whether a call of this name gives back what came over HTTP, in another form: `JSON.parse(text)`, `Buffer.concat(chunks)`. */
export function isReadingBody(name: string): boolean {
  return passing.test(name);
}

/** Options of these calls that hold the address: of axios, got, superagent and request, and of Node's `https.request`. */
export const addressOptions: ReadonlySet<string> = new Set(["url", "uri", "baseURL", "host", "hostname"]);

/** Methods that take the name and the value of a header or a parameter: of `Headers`, `URLSearchParams`, `FormData`, `XMLHttpRequest`, and of Node's requests. */
export const namingMethods: ReadonlySet<string> = new Set(["append", "header", "set", "setHeader", "setRequestHeader"]);
