import type { Credential } from "tencentcloud-sdk-nodejs/tencentcloud/common/interface.js";
import { isTencentCloudError, retryClassOf, type RetryClass } from "tencentcloud-error-codes";
import { cbsErrorCodes, isCbsError } from "tencentcloud-error-codes/cbs";
import { isTkeError, tkeErrorCodes } from "tencentcloud-error-codes/tke";
import { connect, type Clients } from "./clients.js";
import { tidy, type DiskReport } from "./janitor.js";
import { attempts, type Scenario } from "./scenarios.js";
import type { Endpoint } from "./server.js";

/** What the janitor made of a scenario. */
export interface Played {
  readonly retryClass: RetryClass;
  readonly calls: number;
  readonly renewals: number;
  readonly outcome: Scenario["outcome"];
  readonly report: DiskReport | undefined;
  /** What the janitor threw, if it did. */
  readonly thrown: unknown;
}

/** Lets the janitor run once against an endpoint that fails as the scenario says; one disk is idle, made for a cluster. */
export async function play(endpoint: Endpoint, { action, failure, times }: Scenario): Promise<Played> {
  endpoint.reset();
  endpoint.succeed("DescribeDisks", { TotalCount: 1, DiskSet: [{ DiskId: "disk-1", Tags: [{ Key: "tke-clusterId", Value: "cls-1" }] }] });
  endpoint.succeed("DescribeClusters", { TotalCount: 0, Clusters: [] });
  endpoint.fail(action, failure, times);
  let renewals = 0;
  const renew = (): Promise<void> => {
    renewals += 1;
    return Promise.resolve();
  };
  let report: DiskReport | undefined;
  let thrown: unknown;
  try {
    [report] = await tidy(clientsOf(endpoint), { attempts, firstPause: 5, renew });
  } catch (error) {
    thrown = error;
  }
  const retryClass = classOf(action, failure === "hang up" ? thrown : failure.code);
  return { retryClass, calls: endpoint.calls(action), renewals, outcome: report?.outcome ?? "passed on", report, thrown };
}

function classOf(action: Scenario["action"], codeOrError: unknown): RetryClass {
  return action === "DescribeClusters" ? retryClassOf(codeOrError, tkeErrorCodes) : retryClassOf(codeOrError, cbsErrorCodes);
}

/** A code that the SDK has thrown, as the code map sees it. */
export interface Narrowed {
  readonly code: string;
  readonly retryClass: RetryClass;
  /** Whether the service's guard has narrowed the error, so that the compiler knows the code. */
  readonly narrowed: boolean;
}

/** Has the endpoint return every code that is documented for CBS and for TKE, and looks at what the SDK throws. */
export async function throwEveryCode(endpoint: Endpoint): Promise<{ cbs: Narrowed[]; tke: Narrowed[] }> {
  endpoint.reset();
  const { cbs, tke } = clientsOf(endpoint);
  const seen: { cbs: Narrowed[]; tke: Narrowed[] } = { cbs: [], tke: [] };
  for (const code of Object.keys(cbsErrorCodes)) {
    const error = await thrownBy(endpoint, "DescribeDisks", code, () => cbs.DescribeDisks({}));
    seen.cbs.push({ code, retryClass: retryClassOf(error, cbsErrorCodes), narrowed: isCbsError(error) && error.code === code });
  }
  for (const code of Object.keys(tkeErrorCodes)) {
    const error = await thrownBy(endpoint, "DescribeClusters", code, () => tke.DescribeClusters({}));
    seen.tke.push({ code, retryClass: retryClassOf(error, tkeErrorCodes), narrowed: isTkeError(error) && error.code === code });
  }
  return seen;
}

async function thrownBy(endpoint: Endpoint, action: string, code: string, call: () => Promise<unknown>): Promise<unknown> {
  endpoint.fail(action, { code });
  try {
    await call();
  } catch (error) {
    if (isTencentCloudError(error)) return error;
    throw error;
  }
  throw new Error(`${action} succeeded where it was to fail with ${code}.`);
}

function clientsOf(endpoint: Endpoint): Clients {
  const credential: Credential = { secretId: "example-id", secretKey: "example-key" };
  return connect({ credential: { getCredential: () => Promise.resolve(credential) }, region: "ap-guangzhou", standIn: endpoint.host });
}
