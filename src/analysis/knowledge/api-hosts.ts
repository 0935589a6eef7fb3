/*
 * How a request to the API is recognised that is made without the SDK: the hosts `<service>.tencentcloudapi.com`, also with a
 * region, and the headers of signature version 3, from the API's documentation of the common parameters.
 */
const host = /tencentcloudapi\.com/;
const header = /^X-TC-(?:Action|Version|Region|Timestamp|Token)$/i;
const request = /\.tencentcloudapi\.com|^X-TC-Action$|[?&]Action=/i;

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

/** Whether a text shows that a request goes to the API: its host, its `X-TC-Action`, or `Action` in the query. */
export function showsRequest(text: string): boolean {
  return request.test(text);
}

/** The service that the host in a text belongs to: `cbs` of `https://cbs.ap-guangzhou.tencentcloudapi.com`. */
export function serviceOfHost(text: string): string | undefined {
  return /(?:^|\/\/)(?<service>[a-z0-9]+)\.(?:[a-z0-9-]+\.)*tencentcloudapi\.com/.exec(text)?.groups?.["service"];
}
