import type { Settings } from "./settings.js";

/** The SDK's and the code map's package names, and the API's domain, all hold this word; its headers begin with the other. */
const tencentCloud = /tencent_?cloud|x-tc-/i;
/** The raw answer of the API, read without the SDK. */
const envelope = /\bResponse\b[^]*\bError\b/;
/** Families that every service shares; a file that only handles errors names at least one. */
const commonFamily =
  /\b(?:AuthFailure|DryRunOperation|FailedOperation|InternalError|Invalid(?:Action|Parameter|ParameterValue|Request)|LimitExceeded|MissingParameter|NoSuch(?:Product|Version)|OperationDenied|RequestLimitExceeded|Resource(?:InUse|Insufficient|NotFound|Unavailable|Busy)|ResourcesSoldOut|ServiceUnavailable|Un(?:authorizedOperation|knownParameter|supported(?:Operation|Protocol|Region)))\b/;

/**
 * Whether a file can hold anything for the rules: one pass over its text, before any look at its nodes.
 *
 * @param typed whether types can tie a file to the SDK that does not name it
 */
export function mayHoldTencentCode(text: string, settings: Settings, typed: boolean): boolean {
  if (tencentCloud.test(text)) return true;
  if (settings.sdkModules.some((name) => text.includes(name))) return true;
  if (settings.errorGuards.some((name) => text.includes(name))) return true;
  if (text.includes("Response") && text.includes("Code") && envelope.test(text)) return true;
  return typed && commonFamily.test(text);
}
