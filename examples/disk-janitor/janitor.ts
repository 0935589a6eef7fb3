import { inFamily, retryClassOf } from "tencentcloud-error-codes";
import { cbsErrorCodes, isCbsError, type CbsErrorCode } from "tencentcloud-error-codes/cbs";
import { isTkeError, tkeErrorCodes } from "tencentcloud-error-codes/tke";
import { adviceOn, isCommonErrorCode } from "./advice.js";
import type { Clients } from "./clients.js";
import { withRetries, type RetryOptions } from "./retry.js";
import { verdictOn, type Verdict } from "./verdict.js";

/** What became of a disk, with the code that decided it where the API returned one. */
export interface DiskReport {
  readonly diskId: string;
  readonly outcome: "returned" | "in use" | Verdict;
  readonly code?: CbsErrorCode;
  readonly advice?: string;
}

interface IdleDisk {
  readonly diskId: string;
  /** The cluster that the disk was made for, if it was made for one. */
  readonly clusterId: string | undefined;
}

/** The tag that TKE puts on the disks that it makes. */
const clusterTag = "tke-clusterId";

/** Returns every disk that is attached to nothing, unless the cluster that it was made for still exists. */
export async function tidy(clients: Clients, retry: RetryOptions): Promise<DiskReport[]> {
  const reports: DiskReport[] = [];
  for (const { diskId, clusterId } of await idleDisks(clients, retry)) {
    const inUse = clusterId !== undefined && (await clusterExists(clients, clusterId, retry));
    const report = inUse ? ({ diskId, outcome: "in use" } as const) : await returnDisk(clients, diskId, retry);
    reports.push(report);
    if (report.outcome === "stop") break;
  }
  return reports;
}

async function idleDisks({ cbs }: Clients, retry: RetryOptions): Promise<IdleDisk[]> {
  const request = { Filters: [{ Name: "disk-state", Values: ["UNATTACHED"] }], Limit: 100 };
  const { DiskSet = [] } = await withRetries(() => cbs.DescribeDisks(request), cbsRetryClass, retry);
  return DiskSet.flatMap(({ DiskId, Tags = [] }) =>
    DiskId === undefined ? [] : [{ diskId: DiskId, clusterId: Tags.find((tag) => tag.Key === clusterTag)?.Value }],
  );
}

async function clusterExists({ tke }: Clients, clusterId: string, retry: RetryOptions): Promise<boolean> {
  try {
    const { TotalCount = 0 } = await withRetries(() => tke.DescribeClusters({ ClusterIds: [clusterId] }), tkeRetryClass, retry);
    return TotalCount > 0;
  } catch (error) {
    if (!isTkeError(error)) throw error;
    // The request names this one cluster, so whatever is not found is the cluster.
    if (inFamily(error, "ResourceNotFound")) return false;
    // Nobody knows whether the cluster is there: its disk stays.
    if (inFamily(error, "FailedOperation", "InternalError", "ServiceUnavailable")) return true;
    throw error;
  }
}

async function returnDisk({ cbs }: Clients, diskId: string, retry: RetryOptions): Promise<DiskReport> {
  try {
    // A disk that was returned already is not charged or returned again, so this call may be retried.
    await withRetries(() => cbs.TerminateDisks({ DiskIds: [diskId] }), cbsRetryClass, retry);
    return { diskId, outcome: "returned" };
  } catch (error) {
    // No code (the network failed), or a code that CBS does not document: not for this function to judge.
    if (!isCbsError(error)) throw error;
    const { code } = error;
    const report = { diskId, outcome: verdictOn(error), code };
    return isCommonErrorCode(code) ? { ...report, advice: adviceOn(code) } : report;
  }
}

function cbsRetryClass(error: unknown): ReturnType<typeof retryClassOf> {
  return retryClassOf(error, cbsErrorCodes);
}

function tkeRetryClass(error: unknown): ReturnType<typeof retryClassOf> {
  return retryClassOf(error, tkeErrorCodes);
}
