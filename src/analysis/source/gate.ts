import type { Settings } from "./settings.js";

/** The SDK's and the code map's package names, and the API's domain, all hold this word; its headers begin with the other. Packages around the SDK have names of their own. */
const tencentCloud = /tencent_?cloud|x-tc-|@cloudbase\/cloud-api|@tencent-sdk\/capi/i;
/** Families that every service shares; a file that only handles errors names at least one. */
const commonFamily =
  /\b(?:AuthFailure|DryRunOperation|FailedOperation|InternalError|Invalid(?:Action|Parameter|ParameterValue|Request)|LimitExceeded|MissingParameter|NoSuch(?:Product|Version)|OperationDenied|RequestLimitExceeded|Resource(?:InUse|Insufficient|NotFound|Unavailable|Busy)|ResourcesSoldOut|ServiceUnavailable|Un(?:authorizedOperation|knownParameter|supported(?:Operation|Protocol|Region)))\b/;
/** A text in quotes with the form of a code that has a detail, such as `"InvalidDisk.Busy"`. */
const detailedCode = /["'`][A-Z][A-Za-z0-9]*\.[A-Z]\w*["'`]/;

/**
 * Whether a file can hold anything for the rules: one pass over its text, before any look at its nodes.
 *
 * @param typed whether types can tie a file to the SDK that does not name it
 */
export function mayHoldTencentCode(text: string, settings: Settings, typed: boolean): boolean {
  if (tencentCloud.test(text)) return true;
  if (settings.sdkModules.some((name) => text.includes(name))) return true;
  if ([...settings.errorGuards, ...settings.errorClasses].some((name) => text.includes(name))) return true;
  return holdsEnvelope(text) || (typed && (holdsFamily(text) || detailedCode.test(text)));
}

/** Whether a text names Tencent Cloud: its packages, its hosts, its headers. */
export function namesTencentCloud(text: string): boolean {
  return tencentCloud.test(text);
}

/**
 * What reads a code or a raw answer: `e.code`, `{ code }`, `{ code: name }`, `body.Response`; what has a code, `{ code: "text" }`,
 * reads none. What calls an action: `client.AttachDisks(`, `api.request("AttachDisks"`. And a code with a detail. One
 * expression for all takes a third of the time of one for each.
 */
const readsCodeOrCalls =
  /\.(?:[cC]ode|Response)\b|["'`][cC]ode["'`]|[{,]\s*[cC]ode\s*(?:[,}=]|:\s*[A-Za-z_$][\w$]*\s*[,}=])|\.[A-Z][a-z]\w*\(|\(\s*["'`][A-Z][a-z]+[A-Z]\w*["'`]|["'`][A-Z][A-Za-z0-9]*\.[A-Z]\w*["'`]/;
/** `Action: "AttachDisks"`, `action: "AttachDisks"` */
const namesAction = /\bAction["']?\s*:\s*["'`][A-Z]|\baction["']?\s*:\s*["'`][A-Z][a-z]+[A-Z]/;
/** Each family holds one of these: they are found in a third of the time of the families. */
const partsOfFamilies = ["AuthFailure", "DryRunOperation", "FailedOperation", "InternalError", "Invalid", "LimitExceeded", "MissingParameter", "NoSuch", "OperationDenied", "Resource", "ServiceUnavailable", "UnauthorizedOperation", "UnknownParameter", "Unsupported"];

/** Whether a text that names nothing of Tencent Cloud can deal with its errors, or call it, by what it imports. */
export function mayDealWithErrors(text: string): boolean {
  return readsCodeOrCalls.test(text) || namesAction.test(text) || holdsFamily(text);
}

function holdsFamily(text: string): boolean {
  return partsOfFamilies.some((part) => text.includes(part)) && commonFamily.test(text);
}

/** Whether the words of a raw answer, which is read without the SDK, stand in the text: `Response`, and `Error` after it. */
function holdsEnvelope(text: string): boolean {
  if (!text.includes("Code")) return false;
  const start = text.search(/\bResponse\b/);
  // One expression for both words would look at all that follows for each `Response`.
  return start !== -1 && /\bError\b/.test(text.slice(start));
}
