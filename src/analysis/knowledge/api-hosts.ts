/*
 * How a request to the API is recognised that is made without the SDK: the hosts `<service>.tencentcloudapi.com`, also with a
 * region, the headers of signature version 3 and the words that it signs, from the API's documentation of the common
 * parameters and of the signature.
 */
const host = /tencentcloudapi\.com/;
const header = /^X-TC-(?:Action|Version|Region|Timestamp|Token)$/i;
const anyHeader = /^X-TC-[A-Z]/i;
const signing = /TC3-HMAC-SHA256|\/tc3_request/;
const actionInQuery = /[?&]Action=(?<action>[A-Za-z0-9]+)/;

/** Whether a text holds a host of the API. */
export function namesApiHost(text: string): boolean {
  return host.test(text);
}

/** Whether a text is one of the API's headers. */
export function isApiHeader(text: string): boolean {
  return header.test(text);
}

/** Whether the text of a file can name a host or a header of the API: a first look, before any at its nodes. */
export function mayNameApi(source: string): boolean {
  return host.test(source) || /X-TC-/i.test(source);
}

/** Whether a name is that of a header which nobody else's API has. */
export function isOwnHeader(name: string): boolean {
  return anyHeader.test(name);
}

/** Whether a text holds words that the signature of version 3 is made of: its algorithm, the end of its scope. */
export function namesSigning(text: string): boolean {
  return signing.test(text);
}

/** The action that the query in an address names. */
export function actionOfQuery(text: string): string | undefined {
  return actionInQuery.exec(text)?.groups?.["action"];
}

/** The service that the host in a text belongs to: `cbs` of `https://cbs.ap-guangzhou.tencentcloudapi.com`. */
export function serviceOfHost(text: string): string | undefined {
  return labelOfHost(text, "[a-z0-9]+");
}

/** The first label of the host in a text, where it has the form of `label`, a regular expression. */
export function labelOfHost(text: string, label: string): string | undefined {
  return new RegExp(`(?:^|//)(${label})\\.(?:[^./]+\\.)*tencentcloudapi\\.com`).exec(text)?.[1];
}

/** The part before the end of the scope that is signed, `<date>/<service>/tc3_request`, where it has the form of `label`. */
export function serviceOfScope(text: string, label: string): string | undefined {
  return new RegExp(`(?:^|/)(${label})/tc3_request`).exec(text)?.[1];
}
