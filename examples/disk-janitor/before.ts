/**
 * The janitor as it was first written, with mistakes that nobody notices until the API answers with an error:
 * compare `janitor.ts`. It compiles, and every call succeeds when all goes well.
 */
import { setTimeout as sleep } from "node:timers/promises";
import type { CbsClient, Clients, TkeClient } from "./clients.js";

export type Outcome = "returned" | "gone" | "kept";

interface IdleDisk {
  readonly diskId: string;
  readonly clusterId: string | undefined;
}

export async function tidy({ cbs, tke }: Clients): Promise<Map<string, Outcome>> {
  const outcomes = new Map<string, Outcome>();
  for (const { diskId, clusterId } of await idleDisks(cbs)) {
    const inUse = clusterId !== undefined && (await clusterExists(tke, clusterId));
    outcomes.set(diskId, inUse ? "kept" : await returnDisk(cbs, diskId));
  }
  return outcomes;
}

export async function idleDisks(cbs: CbsClient, attempt = 1): Promise<IdleDisk[]> {
  try {
    const { DiskSet = [] } = await cbs.DescribeDisks({ Filters: [{ Name: "disk-state", Values: ["UNATTACHED"] }], Limit: 100 });
    return DiskSet.map(({ DiskId = "", Tags = [] }) => ({ diskId: DiskId, clusterId: Tags.find((tag) => tag.Key === "tke-clusterId")?.Value }));
  } catch (error) {
    const { code } = error as { code?: string };
    const busy = code?.startsWith("LimitExceeded") === true || code === "ECONNRESET";
    if (!busy || attempt === 4) throw error;
    await sleep(attempt * 10);
    return idleDisks(cbs, attempt + 1);
  }
}

export async function clusterExists(tke: TkeClient, clusterId: string): Promise<boolean> {
  try {
    const { TotalCount = 0 } = await tke.DescribeClusters({ ClusterIds: [clusterId] });
    return TotalCount > 0;
  } catch (error) {
    const { code } = error as { code?: string };
    if (code === "InvalidDiskId.NotFound") return false;
    throw error;
  }
}

export async function returnDisk(cbs: CbsClient, diskId: string): Promise<Outcome> {
  for (let attempt = 1; attempt <= 4; attempt += 1) {
    try {
      await cbs.TerminateDisks({ DiskIds: [diskId] });
      return "returned";
    } catch (error) {
      const { code } = error as { code?: string };
      if (code === "RequestLimitExceeded" || code === "LimitExceeded" || code === "AuthFailure.SignatureFailure") {
        await sleep(attempt * 10);
        continue;
      }
      switch (code) {
        case "InvalidDisk.RepeatRefund":
        case "InvalidDisk.NotFound":
          return "gone";
        case "InvalidDisk.Attached":
        case "InvalidDisk.NotSupportRefund":
          return "kept";
        default:
          console.warn(`${diskId} was not returned.`);
          return "kept";
      }
    }
  }
  return "kept";
}
