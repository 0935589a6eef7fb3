/**
 * Codes that only the API gateway's table lists in number: a table without a telling heading that
 * holds several of them is the common one.
 */
const GATEWAY_CODES: ReadonlySet<string> = new Set([
  "ActionOffline",
  "AuthFailure.InvalidAuthorization",
  "AuthFailure.InvalidSecretId",
  "AuthFailure.MFAFailure",
  "AuthFailure.SecretIdNotFound",
  "AuthFailure.SignatureExpire",
  "AuthFailure.SignatureFailure",
  "AuthFailure.TokenFailure",
  "AuthFailure.UnauthorizedOperation",
  "InvalidAction",
  "IpInBlacklist",
  "IpNotInWhitelist",
  "NoSuchProduct",
  "NoSuchVersion",
  "RequestLimitExceeded.GlobalRegionUinLimitExceeded",
  "RequestLimitExceeded.IPLimitExceeded",
  "RequestLimitExceeded.UinLimitExceeded",
  "RequestSizeLimitExceeded",
  "ResponseSizeLimitExceeded",
  "ServiceUnavailable",
  "UnsupportedProtocol",
  "UnsupportedRegion",
]);

/** Whether codes are those of the gateway's table rather than of a service's own. */
export function looksLikeGatewayTable(codes: readonly string[]): boolean {
  const known = new Set(codes.filter((code) => GATEWAY_CODES.has(code)));
  return known.size >= 5 && known.size * 4 >= codes.length;
}

/** Whether codes are some of the gateway's and no others. */
export function holdsOnlyGatewayCodes(codes: readonly string[]): boolean {
  return codes.length > 0 && codes.every((code) => GATEWAY_CODES.has(code));
}
