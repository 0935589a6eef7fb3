import { matchErrorCode, type TencentCloudApiError } from "tencentcloud-error-codes";
import type { CbsErrorCode } from "tencentcloud-error-codes/cbs";

/**
 * What an error means for the disk that should have been returned:
 *
 * - `gone`: it is returned already, by whomever.
 * - `kept`: this disk cannot be returned; the next one perhaps can.
 * - `later`: the next run may succeed.
 * - `stop`: no disk can be returned before somebody has put something right.
 */
export type Verdict = "gone" | "kept" | "later" | "stop";

const gone = (): Verdict => "gone";
const kept = (): Verdict => "kept";
const later = (): Verdict => "later";
const stop = (): Verdict => "stop";

/** The verdict on every code that CBS documents. A code that the documents gain is a compile error here. */
export function verdictOn(error: TencentCloudApiError<CbsErrorCode>): Verdict {
  return matchErrorCode(error, {
    "InvalidDisk.RepeatRefund": gone,
    "ResourceUnavailable.RepeatRefund": gone,
    "InvalidDiskId.*": gone,
    "ResourceNotFound.*": gone,

    // About this disk.
    "InvalidDisk.Busy": later,
    "InvalidDisk.SnapshotCreating": later,
    "InvalidDisk.*": kept,
    "InvalidAutoSnapshotPolicyId.*": kept,
    "InvalidInstance.*": kept,
    "InvalidInstanceId.*": kept,
    "InvalidSnapshot.*": kept,
    "InvalidSnapshotId.*": kept,
    "ResourceUnavailable.Attached": kept,
    "ResourceUnavailable.Expire": kept,
    "ResourceUnavailable.NotSupportRefund": kept,
    "ResourceUnavailable.NotSupported": kept,
    "FailedOperation.*": kept,
    "UnsupportedOperation.*": kept,
    ZoneNotMatch: kept,

    // Still so after the last attempt.
    "InternalError.*": later,
    "RequestLimitExceeded.*": later,
    "ResourceBusy.*": later,
    "ResourceInUse.*": later,
    "ResourceInsufficient.*": later,
    "ResourceUnavailable.*": later,
    "ServiceUnavailable.*": later,
    TradeDealConflict: later,

    // About the account.
    "AuthFailure.*": stop,
    "InvalidAccount.*": stop,
    "IpInBlacklist.*": stop,
    "IpNotInWhitelist.*": stop,
    "LimitExceeded.*": stop,
    "UnauthorizedOperation.*": stop,
    AutoSnapshotPolicyOutOfQuota: stop,
    InsufficientRefundQuota: stop,
    "ResourceInsufficient.OverRefundQuota": stop,
    InsufficientSnapshotQuota: stop,

    // About this program.
    ActionOffline: stop,
    DryRunOperation: stop,
    InvalidAction: stop,
    "InvalidFilter.*": stop,
    "InvalidParameter.*": stop,
    "InvalidParameterValue.*": stop,
    InvalidRequest: stop,
    "MissingParameter.*": stop,
    NoSuchProduct: stop,
    NoSuchVersion: stop,
    RequestSizeLimitExceeded: stop,
    ResponseSizeLimitExceeded: stop,
    "UnknownParameter.*": stop,
    UnsupportedProtocol: stop,
    UnsupportedRegion: stop,

    otherwise: stop,
  });
}
