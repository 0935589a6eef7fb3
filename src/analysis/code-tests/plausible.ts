import { commonErrorCodes, familyOf, gatewaySubcodes, isDocumented, isDocumentedFamily, servicesDocumenting } from "../knowledge/documented-codes.js";
import { sharedFamilies } from "../knowledge/code-words.js";
import { anyService } from "../knowledge/services.js";
import type { CodeSite } from "./code-sites.js";

const codeWord = /^[A-Z](?=[A-Z0-9]*[a-z])[A-Za-z0-9]*(?:\.[A-Za-z0-9_]+)*$/;
/** `ECONNRESET`: what no error of the SDK has, and no application gives its own. */
const systemCode = /^E[A-Z0-9]{3,}$/;
const dottedCode = /^[A-Z][A-Za-z0-9]*(?:\.[A-Za-z0-9_]+)+$/;

/**
 * Whether a string that a site is tested against is meant as a code of Tencent Cloud. Where only such codes can
 * come, any string is; where errors of others can come along, the string itself has to look like one.
 */
export function isMeantAsCode(site: CodeSite, value: string): boolean {
  const { besides } = site;
  if (besides === "nothing") return true;
  // Codes of the network have no small letters; those of the application are known.
  if (besides !== "anything" && (codeWord.test(value) || (!besides.network && systemCode.test(value)))) return !besides.texts.includes(value);
  const family = familyOf(value);
  if (!dottedCode.test(value) || !isDocumentedFamily(family)) return false;
  if (site.evidence !== "import" && site.evidence !== "name") return true;
  // With so little to go by, only a code of one of the gateway's own families is surely not somebody else's.
  return servicesDocumenting(value).length > 0 || (isCommonFamily(family) && !sharedFamilies.has(family));
}

/** Whether one of several texts that one code is tested against is a code, or `Family.` of codes, that only the gateway of Tencent Cloud has: then it is Tencent Cloud's. */
export function speakOfGateway(values: readonly string[]): boolean {
  return values.some((value) => value.includes(".") && (commonErrorCodes().has(value) || (value.endsWith(".") && gatewaySubcodes(value.slice(0, -1)).length > 0)));
}

/** Whether strings that stand together are codes of Tencent Cloud: one that nobody else has is among them, or most are documented. */
export function areMeantAsCodes(values: readonly string[]): boolean {
  const documented = values.filter((value) => isDocumented(value.replace(/\.\*?$/, ""), anyService));
  return documented.some((value) => familyOf(value) !== value) || documented.length * 2 > values.length;
}

let commonFamilies: ReadonlySet<string> | undefined;

/** Whether a family is one of the gateway's, so that any service can answer with it. */
export function isCommonFamily(family: string): boolean {
  commonFamilies ??= new Set([...commonErrorCodes().keys()].map(familyOf));
  return commonFamilies.has(family);
}
