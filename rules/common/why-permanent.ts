import { familyOf } from "../../src/analysis/knowledge/documented-codes.js";

const reasons: Readonly<Record<string, string>> = {
  ActionOffline: "the action is no longer offered",
  AuthFailure: "the credentials or the signature have to change first",
  DryRunOperation: "the request was only a trial, and would have succeeded",
  InvalidAction: "the action does not exist",
  InvalidParameter: "the request has to change first",
  InvalidParameterValue: "the request has to change first",
  LimitExceeded: "a quota is spent, which is no rate limit",
  MissingParameter: "the request has to change first",
  ResourceInsufficient: "there is not enough of the resource",
  ResourceNotFound: "the resource does not exist",
  UnauthorizedOperation: "a permission has to be granted first",
  UnknownParameter: "the request has to change first",
  UnsupportedOperation: "the operation is not supported",
  UnsupportedRegion: "the region does not offer it",
};

/** What has to happen before a call can succeed that failed with a permanent code. */
export function whyPermanent(code: string): string {
  const family = familyOf(code);
  return (Object.hasOwn(reasons, family) ? reasons[family] : undefined) ?? "something has to change first";
}
