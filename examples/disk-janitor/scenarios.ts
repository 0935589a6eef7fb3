import type { RetryClass } from "tencentcloud-error-codes";
import type { DiskReport } from "./janitor.js";
import type { Failure } from "./server.js";

/** What the endpoint is told, and what the janitor is expected to make of it. */
export interface Scenario {
  readonly action: "DescribeClusters" | "DescribeDisks" | "TerminateDisks";
  readonly failure: Failure;
  readonly times: number;
  /** The retry class of the code, in the table of the action's service. */
  readonly retryClass: RetryClass;
  /** How often the janitor calls the action. */
  readonly calls: number;
  /** How often it fetches new credentials. */
  readonly renewals: number;
  /** What becomes of the disk; `passed on` when the janitor throws what the SDK has thrown. */
  readonly outcome: DiskReport["outcome"] | "passed on";
}

/** The janitor makes a call at most this often. */
export const attempts = 4;

export const scenarios: readonly Scenario[] = [
  { action: "DescribeDisks", failure: { code: "InternalError.FailQueryResource" }, times: 1, retryClass: "transient", calls: 2, renewals: 0, outcome: "returned" },
  { action: "DescribeDisks", failure: { code: "InvalidFilter" }, times: 1, retryClass: "permanent", calls: 1, renewals: 0, outcome: "passed on" },
  { action: "DescribeClusters", failure: { code: "ResourceNotFound" }, times: 1, retryClass: "permanent", calls: 1, renewals: 0, outcome: "returned" },
  { action: "DescribeClusters", failure: { code: "InternalError" }, times: attempts, retryClass: "transient", calls: attempts, renewals: 0, outcome: "in use" },
  { action: "TerminateDisks", failure: { code: "InvalidDisk.Busy" }, times: 2, retryClass: "pending", calls: 3, renewals: 0, outcome: "returned" },
  { action: "TerminateDisks", failure: { code: "ResourceBusy" }, times: attempts, retryClass: "pending", calls: attempts, renewals: 0, outcome: "later" },
  { action: "TerminateDisks", failure: { code: "RequestLimitExceeded.UinLimitExceeded" }, times: 1, retryClass: "throttled", calls: 2, renewals: 0, outcome: "returned" },
  { action: "TerminateDisks", failure: { code: "AuthFailure.SignatureExpire" }, times: 1, retryClass: "renew", calls: 2, renewals: 1, outcome: "returned" },
  { action: "TerminateDisks", failure: { code: "AuthFailure.SignatureExpire" }, times: 2, retryClass: "renew", calls: 2, renewals: 1, outcome: "stop" },
  { action: "TerminateDisks", failure: { code: "AuthFailure.SignatureFailure" }, times: 1, retryClass: "permanent", calls: 1, renewals: 0, outcome: "stop" },
  { action: "TerminateDisks", failure: { code: "LimitExceeded" }, times: 1, retryClass: "permanent", calls: 1, renewals: 0, outcome: "stop" },
  { action: "TerminateDisks", failure: { code: "InvalidDiskId.NotFound" }, times: 1, retryClass: "permanent", calls: 1, renewals: 0, outcome: "gone" },
  { action: "TerminateDisks", failure: { code: "InvalidDisk.NotSupportRefund" }, times: 1, retryClass: "permanent", calls: 1, renewals: 0, outcome: "kept" },
  { action: "TerminateDisks", failure: { code: "NotDocumented.AtAll" }, times: 1, retryClass: "unclassified", calls: 1, renewals: 0, outcome: "passed on" },
  { action: "TerminateDisks", failure: "hang up", times: 1, retryClass: "unclassified", calls: 1, renewals: 0, outcome: "passed on" },
];
