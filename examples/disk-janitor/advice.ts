import { commonErrorCodes, type CommonErrorCode } from "tencentcloud-error-codes";

/** Whether any service can return a code. */
export function isCommonErrorCode(code: string): code is CommonErrorCode {
  return Object.hasOwn(commonErrorCodes, code);
}

/** What whoever runs the janitor can do about a code that any service can return. */
export function adviceOn(code: CommonErrorCode): string {
  switch (code) {
    case "AuthFailure.SignatureExpire":
      return "Set this machine's clock; it may be at most five minutes off.";
    case "AuthFailure.TokenFailure":
      return "Fetch new temporary credentials.";
    case "AuthFailure.InvalidAuthorization":
    case "AuthFailure.InvalidSecretId":
    case "AuthFailure.SecretIdNotFound":
    case "AuthFailure.SignatureFailure":
      return "Check the SecretId and the SecretKey.";
    case "AuthFailure.MFAFailure":
      return "Pass the multi-factor authentication of this account.";
    case "AuthFailure.UnauthorizedOperation":
    case "UnauthorizedOperation":
      return "Grant this account the permission to describe and to return disks.";
    case "IpInBlacklist":
    case "IpNotInWhitelist":
      return "Allow this machine's address in the account's access policy.";
    case "LimitExceeded":
    case "ResourceInsufficient":
      return "Ask for a higher quota.";
    case "RequestLimitExceeded":
    case "RequestLimitExceeded.GlobalRegionUinLimitExceeded":
    case "RequestLimitExceeded.IPLimitExceeded":
    case "RequestLimitExceeded.UinLimitExceeded":
      return "Run the janitor less often, or with fewer disks at a time.";
    case "InternalError":
    case "ResourceInUse":
    case "ResourceUnavailable":
    case "ServiceUnavailable":
      return "Run the janitor again later.";
    case "FailedOperation":
    case "ResourceNotFound":
    case "UnsupportedOperation":
      return "Look at the disk in the console.";
    case "ActionOffline":
    case "DryRunOperation":
    case "InvalidAction":
    case "InvalidParameter":
    case "InvalidParameterValue":
    case "InvalidRequest":
    case "MissingParameter":
    case "NoSuchProduct":
    case "NoSuchVersion":
    case "RequestSizeLimitExceeded":
    case "ResponseSizeLimitExceeded":
    case "UnknownParameter":
    case "UnsupportedProtocol":
    case "UnsupportedRegion":
      return "Update the janitor: the API does not accept what it sends.";
  }
}
